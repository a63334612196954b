"""The workspace file: one SQLite database that belongs to one unit. Knows no plan document, no Excel, no keys."""
