"""The one way to do slow or changing work: the runner, its progress, and one small function per user action."""
