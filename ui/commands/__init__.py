"""The jobs of the program without a window: one module for each sub-command."""
