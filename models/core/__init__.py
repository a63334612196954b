"""What every room needs and that belongs to none: words, numbers, periods, errors, files. Imports nothing of ours."""
