"""The program plays a person's first sitting: real windows, real input events, nothing reached past the window."""
