"""The Excel workbooks that travel: how they are laid out, written, read and let in."""
