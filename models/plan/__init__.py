"""From a document of work points to a plan: parts, items, tasks, indicators. Knows no database, no Excel, no keys."""
