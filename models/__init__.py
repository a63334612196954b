"""What the program knows and does. Nothing in here imports Qt."""
