"""The rules of the trade: progress, schedule, carrying forward, checks, what goes into a return."""
