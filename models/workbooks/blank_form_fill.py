"""Filling in a blank form by program, as a person does in Excel: its open cells, and nothing of ours in between."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any


def fill_form(path: Path, target: Path, figures: Mapping[str, Decimal], *, by: str, on: date) -> None:
    """Fill a form in and save it under another name, through openpyxl as any other program would.

    Args:
        path: the blank form.
        target: where the filled one goes; its folder must exist.
        figures: by indicator.
        by: the 填报人.
        on: the day.
    """
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheet: Any = book.active
    heads = {str(cell.value): cell.column for row in sheet.iter_rows() for cell in row if cell.value}
    task, amount, status = heads["任务编号"], heads["累计完成"], heads["进展状态"]
    position: dict[str, int] = {}
    for row in sheet.iter_rows():
        task_id = str(row[task - 1].value or "")
        known = [one for one in figures if one.partition("/")[0] == task_id.partition("/")[0]]
        if not known or row[amount - 1].protection.locked:
            continue
        place = position.get(known[0].partition("/")[0], 0)
        position[known[0].partition("/")[0]] = place + 1
        if place < len(known):
            row[amount - 1].value = figures[sorted(known)[place]]
        if not row[status - 1].protection.locked:
            row[status - 1].value = "推进中"
    for said, value in (("填报人", by), ("填报日期", on)):
        label = next(cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith(said))
        next(cell for cell in sheet[label.row][label.column :] if not cell.protection.locked).value = value
    book.save(target)
