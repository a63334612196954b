"""Qt item models over what the operations have read."""
