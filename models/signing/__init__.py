"""Signed packages: bytes in, verdict out. Knows no database, no plan, no workbook."""
