"""Cells that were copied out of a sheet, as edits of the grid; and cells of the grid, as such a text.

A closed door in the small: what was pasted is read whole before anything of it is taken.

1. Excel and WPS put lines with tabs between the cells on the clipboard; a cell with a line break or a tab in it stands
   in quotes, whose own quotes are doubled.
2. Where the first line names units, each column belongs to the unit that it names and each line to the row whose
   number (12, or 12(1) for a target) stands in it, for they may have been sorted. Else cells go where the cursor is.
3. A part is 牵头 or 配合, or a mark that can only mean one of them; a share is an amount as it is typed anywhere else.
   What is blank takes away. What is nothing of it is listed with its place, and so is what lies outside the grid.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from models.core.numbers import NotANumber, parse_amount
from models.core.texts import clean_name
from models.core.vocabulary import Duty
from models.store.assignments import GridEdit
from models.store.directory import DirectoryUnit
from models.work.grid_rows import GridRow

DUTY_WORDS: Final[Mapping[Duty, str]] = {Duty.LEAD: "牵头", Duty.SUPPORT: "配合"}
NUMBER_TITLE: Final = "序号"
TITLES: Final = (NUMBER_TITLE, "工作任务", "目标值", "已分解", "剩余")  # of the columns before the units

_DUTIES: Final[Mapping[str, Duty]] = {
    **dict.fromkeys(("牵头", "牵头单位", "主", "主办", "负责", "l", "lead", "√", "✓", "☑", "●", "▲", "★"), Duty.LEAD),
    **dict.fromkeys(("配合", "配合单位", "协", "协办", "s", "support", "○", "△", "☆"), Duty.SUPPORT),
}
_NOTHING: Final = frozenset({"", "-", "—", "——", "/", "无"})
# Columns that stand beside the units in a sheet; nothing is taken from them.
_BESIDE: Final = frozenset({*TITLES, "编号", "任务", "任务与指标", "指标", "目标", "合计", "备注"})


class Unfit(StrEnum):
    """Why a pasted cell can't be taken."""

    NO_PART = "no-part"  # neither 牵头 nor 配合
    NO_AMOUNT = "no-amount"
    OUTSIDE = "outside"  # beyond the last row or unit
    UNKNOWN_UNIT = "unknown-unit"  # a heading that names no unit
    UNKNOWN_ROW = "unknown-row"  # a number that no row has
    TWICE = "twice"  # a unit or a row that was named before


@dataclass(frozen=True, slots=True)
class Unreadable:
    """One cell that can't be taken: its line and column in what was pasted, from 1; what it says; why not."""

    line: int
    column: int
    text: str
    reason: Unfit
    unit_id: int | None = None
    row: GridRow | None = None


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was pasted, as edits, and what of it can't be taken."""

    edits: tuple[GridEdit, ...]
    unreadable: tuple[Unreadable, ...]


def read_cells(text: str) -> list[list[str]]:
    r"""Part a text from the clipboard into lines and cells; blank ones stay where they are.

    >>> read_cells("牵头\t\t5\r\n\r\n\"两\n行\"\r\n")
    [['牵头', '', '5'], [''], ['两 行']]
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    try:
        rows = list(csv.reader(io.StringIO(lines), delimiter="\t", strict=False))
    except csv.Error:  # a cell that is longer than any cell can be: a quote was never closed
        rows = [line.split("\t") for line in lines.splitlines()]
    return [[clean_name(cell) for cell in row] or [""] for row in rows]


def write_cells(rows: Sequence[Sequence[str]]) -> str:
    r"""Write cells as a text for the clipboard.

    >>> write_cells([["牵头", ""], ["5", "两\n行"]])
    '牵头\t\r\n5\t"两\n行"\r\n'
    """
    out = io.StringIO()
    csv.writer(out, delimiter="\t").writerows(rows)
    return out.getvalue()


def read_pasted(
    text: str,
    rows: Sequence[GridRow],
    units: Sequence[DirectoryUnit],
    *,
    at: tuple[int, int],
    fill: tuple[int, int] = (1, 1),
) -> Pasted:
    """Read what was pasted into the grid; nothing is written.

    Args:
        text: from the clipboard.
        rows: those that are shown, in their order.
        units: those of the columns.
        at: row and column of the cell at the upper left, from 0.
        fill: how many rows and columns are chosen; a single cell that was copied fills them all.
    """
    cells = read_cells(text)
    if not cells:
        return Pasted((), ())
    named = {name: unit for unit in reversed(units) for name in (unit.code, unit.short_name, unit.name) if name}
    if len(cells) > 1 and any(title in named for title in cells[0]):
        return _by_headings(cells, rows, named)
    if len(cells) == 1 and len(cells[0]) == 1:
        cells = [cells[0] * fill[1] for _ in range(fill[0])]
    found: list[GridEdit | Unreadable] = []
    for line, texts in enumerate(cells):
        for column, said in enumerate(texts):
            row, place = at[0] + line, at[1] + column
            if row < len(rows) and place < len(units):
                found.append(_read(said, rows[row], units[place], place=(line + 1, column + 1)))
            elif said:
                found.append(Unreadable(line + 1, column + 1, said, Unfit.OUTSIDE))
    return _sorted(found)


def _by_headings(cells: Sequence[Sequence[str]], rows: Sequence[GridRow], named: Mapping[str, DirectoryUnit]) -> Pasted:
    found: list[GridEdit | Unreadable] = []
    titles = cells[0]
    columns: dict[int, DirectoryUnit] = {}
    for column, title in enumerate(titles):
        if title in named and named[title] in columns.values():
            found.append(Unreadable(1, column + 1, title, Unfit.TWICE))
        elif title in named:
            columns[column] = named[title]
        elif title and title not in _BESIDE:
            found.append(Unreadable(1, column + 1, title, Unfit.UNKNOWN_UNIT))
    numbered = titles.index(NUMBER_TITLE) if NUMBER_TITLE in titles else 0
    known = {row.number: row for row in rows}
    seen: set[str] = set()
    for line, texts in enumerate(cells[1:], start=2):
        number = _number(texts[numbered]) if numbered < len(texts) else ""
        if not any(texts):
            continue
        if number not in known or number in seen:
            reason = Unfit.TWICE if number in seen else Unfit.UNKNOWN_ROW
            found.append(Unreadable(line, numbered + 1, number, reason))
            continue
        seen.add(number)
        for column, unit in columns.items():
            said = texts[column] if column < len(texts) else ""
            found.append(_read(said, known[number], unit, place=(line, column + 1)))
    return _sorted(found)


def _sorted(found: Sequence[GridEdit | Unreadable]) -> Pasted:
    return Pasted(
        tuple(one for one in found if isinstance(one, GridEdit)),
        tuple(one for one in found if isinstance(one, Unreadable)),
    )


def _number(text: str) -> str:
    """Bring the number of a row into its one form: 12（1） is 12(1)."""
    return text.replace("（", "(").replace("）", ")").replace(" ", "").removesuffix(".0")


def _read(said: str, row: GridRow, unit: DirectoryUnit, *, place: tuple[int, int]) -> GridEdit | Unreadable:
    new: Duty | Decimal | None = None
    if row.indicator is None:
        if said not in _NOTHING and (new := _DUTIES.get(said.lower())) is None:
            return Unreadable(*place, said, Unfit.NO_PART, unit.id, row)
        return GridEdit(unit_id=unit.id, task_id=row.task.id, new=new)
    if said not in _NOTHING:
        try:
            new = parse_amount(said, row.indicator.unit)
        except NotANumber:
            return Unreadable(*place, said, Unfit.NO_AMOUNT, unit.id, row)
    return GridEdit(unit_id=unit.id, task_id=row.task.id, indicator_id=row.indicator.id, new=new)
