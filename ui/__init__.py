"""What the user sees: the window and the command line. Holds no SQL, no Excel, no cryptography."""
