"""The one way to do slow or changing work: a runner, its progress, one small function for each user action."""
