"""Reads a document of work points into parts, items, tasks and targets. Knows no database, no workbook, no window."""

from models.plan.parse import parse_plan, read_pasted
from models.plan.read import read_plan

__all__ = ["parse_plan", "read_pasted", "read_plan"]
