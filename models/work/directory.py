"""Lists of units from outside: a table out of a file, cells or lines that were pasted, the addressees of the plan.

A closed door: bytes from outside become a ``DirectoryTable`` here or a refusal.

1. The file may be opened and is no larger than a list of units can be.
2. It is a text or an .xlsx by its content (``plan.documents.sniff``); an .xlsx passes the checks of
   ``plan.documents.sheets``, a text those of ``plan.decode``.
3. It names at least one unit and at most ``MAX_UNITS``.

Nothing is taken into the directory here but by ``take_directory``.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Final

from models.core.changes import Changes
from models.core.errors import FileMissing, FileTooLarge, NotAFile, UserError, from_os_error
from models.core.numbers import NotANumber, parse_amount
from models.core.texts import MAX_UNIT_NAME, clean_name
from models.plan.decode import decode
from models.plan.documents.blocks import Table
from models.plan.documents.pasted import read_cells
from models.plan.documents.problems import UnsupportedFormat
from models.plan.documents.sheets import read_sheets
from models.plan.documents.sniff import sniff
from models.store.database import Workspace
from models.store.directory import MAX_WORDS, UnitFacts, put_units, subordinates, unit_of
from models.store.plans import current_plan
from models.store.unit_weights import put_weights
from models.store.units import own_unit

MAX_FILE: Final = 10_000_000  # bytes
MAX_UNITS: Final = 2_000
_HEADER_WITHIN: Final = 10  # rows; above it stands a title
_LEAST_CODE: Final = 4  # characters; what is shorter numbers the rows

_HEADERS: Final[Mapping[str, tuple[str, ...]]] = {
    "name": (
        *("单位名称", "单位全称", "名称", "全称", "学校名称", "机构名称", "下级单位", "责任单位", "填报单位", "单位"),
        *("学校", "县市区", "县区"),
    ),
    "code": (
        *(
            "单位代码",
            "单位编码",
            "代码",
            "编码",
            "学校代码",
            "学校标识码",
            "标识码",
            "机构代码",
            "区划代码",
            "行政区划代码",
        ),
        *("统一社会信用代码", "信用代码"),
    ),
    "short_name": ("简称", "单位简称", "学校简称"),
    "level": ("层级", "单位层级", "级别"),
    "kind": ("类型", "单位类型", "类别", "学校类型", "学校类别", "性质"),
    "contact": ("联系人", "联系方式", "联系电话", "电话", "手机", "手机号", "手机号码", "联系人及电话", "填报人"),
    "by_hand": ("填报方式",),
    "": ("序号", "编号", "备注"),
}
_FIELD_OF: Final = {word: field for field, words in _HEADERS.items() for word in words}
_TOTALS: Final = frozenset({"合计", "总计", "小计", "共计"})
_CODE: Final = re.compile(rf"[0-9A-Za-z-]{{{_LEAST_CODE},32}}")
_BY_HAND: Final = re.compile("手填|手工|手写|空白|纸质|Excel|表格", re.IGNORECASE)
_PART: Final = re.compile("[、，,；;]")
# These name no unit but a group of them.
_GROUP: Final = re.compile("各|有关|相关|全体|所有|直属|所属|同志")


@dataclass(frozen=True, slots=True)
class DirectoryTable:
    """A list of units as it was read. Nothing of it was taken in yet.

    ``weights`` are columns of figures, each with one amount for each unit, None where its cell is blank. ``ignored``
    names the columns that are neither known nor figures.
    """

    units: tuple[UnitFacts, ...]
    weights: Mapping[str, tuple[Decimal | None, ...]]
    ignored: tuple[str, ...] = ()


@dataclass(eq=False)
class NoUnitsFound(UserError):
    """No unit is named in what was read; ``path`` is the file, or None for what was pasted."""

    path: Path | None = None


@dataclass(eq=False)
class TooManyUnits(UserError):
    """More units are named than a directory holds."""

    count: int
    limit: int


def read_directory(path: Path) -> DirectoryTable:
    """Read a list of units from a file: .xlsx, .csv, or text with one unit a line.

    Raises:
        FileMissing, NotAFile, FileTooLarge: nothing that can be read stands there.
        UnsupportedFormat, ProtectedDocument, DamagedDocument, OversizedDocument, UnsafeMarkup, OwnWorkbook, NotText,
        DamagedText: it is nothing that is read (``plan.documents.problems``, ``plan.decode``).
        NoUnitsFound, TooManyUnits: it can be read but is no list of units.
        EnvironmentProblem: the system refuses to open it.
    """
    raw = _read_bounded(path)
    try:
        found = sniff(raw)
        if found == "xlsx":
            tables = [block for block in read_sheets(raw).blocks if isinstance(block, Table)]
            return _first_list([[[cell.text for cell in row] for row in table.rows] for table in tables])
        if found != "text":
            raise UnsupportedFormat(found)
        return _first_list([_rows_of_text(decode(raw))])
    except UserError as error:
        if getattr(error, "path", path) is None:
            error.path = path  # type: ignore[attr-defined]  # they were raised where only the content is known
        raise


def read_directory_text(text: str) -> DirectoryTable:
    """Read a list of units that was pasted: cells out of a sheet, one name a line, or names with 、 between them.

    Raises:
        NoUnitsFound, TooManyUnits: it is no list of units.
    """
    return _first_list([_rows_of_text(text)])


def take_directory(workspace: Workspace, table: DirectoryTable, *, at: datetime) -> Changes:
    """Take a list of units with its columns of figures into the directory, in one transaction.

    Raises:
        NameMissing, NameTooLong, DuplicateUnit, OwnUnitListed: a unit can't be kept; nothing was changed.
    """
    with workspace.transaction():
        changes = put_units(workspace, table.units, at=at)
        known = subordinates(workspace)
        by_code = {unit.code: unit for unit in known if unit.code}
        coded = {facts.code for facts in table.units if facts.code}  # of two units of one name, the other one is meant
        by_name = {unit.name: unit for unit in known if unit.code not in coded}
        ids = [(by_code.get(facts.code) or by_name[facts.name]).id for facts in table.units]
        for name, amounts in table.weights.items():
            given = {unit_id: one for unit_id, one in zip(ids, amounts, strict=True) if one is not None}
            changes |= put_weights(workspace, name, given)
    return changes


def offered_units(workspace: Workspace) -> tuple[UnitFacts, ...]:
    """Return the addressees of the plan that are single units and not in the directory yet."""
    plan, own = current_plan(workspace), own_unit(workspace)
    names = dict.fromkeys(plan.addressees if plan else ())
    return tuple(
        UnitFacts(name=name)
        for name in names
        if not _GROUP.search(name)
        and len(name) <= MAX_UNIT_NAME
        and not (own and own.name == name)
        and unit_of(workspace, code="", name=name) is None
    )


def _first_list(tables: Sequence[Sequence[Sequence[str]]]) -> DirectoryTable:
    """Return the first table that names units: of the sheets of a file the others are something else."""
    for rows in tables:
        table = _table([[clean_name(cell) for cell in row] for row in rows])
        if len(table.units) > MAX_UNITS:
            raise TooManyUnits(len(table.units), MAX_UNITS)
        if table.units:
            return table
    raise NoUnitsFound


def _table(rows: Sequence[Sequence[str]]) -> DirectoryTable:
    header = next((n for n, row in enumerate(rows[:_HEADER_WITHIN]) if "name" in map(_field, row)), None)
    body = rows if header is None else rows[header + 1 :]
    titles = () if header is None else rows[header]
    fields = _stated(titles) if titles else _guessed(body)
    if "name" not in fields:
        return DirectoryTable((), {})
    where = fields.index("name")
    body = [row for row in body if row[where] and row[where].replace(" ", "") not in _TOTALS]
    weights: dict[str, tuple[Decimal | None, ...]] = {}
    ignored: list[str] = []
    for column, title in enumerate(titles):
        if fields[column] is not None or not title:
            continue
        amounts = _amounts([row[column] for row in body])
        if amounts is None or len(title) > MAX_WORDS or title in weights:
            ignored.append(title)
        else:
            weights[title] = amounts
    return DirectoryTable(tuple(_facts(row, fields) for row in body), weights, tuple(ignored))


def _field(title: str) -> str | None:
    """Return what a column holds by its title, blank for what is of no use here, or None for what is not known."""
    return _FIELD_OF.get(re.sub(r"[\s*＊]|[（(].*[）)]$", "", title))


def _stated(titles: Sequence[str]) -> list[str | None]:
    """Tell what the columns hold by their titles; of two for the name the one that says it best."""
    fields = [_field(title) for title in titles]
    names = [column for column, field in enumerate(fields) if field == "name"]
    order = _HEADERS["name"]
    best = min(names, key=lambda column: order.index(re.sub(r"[\s*＊]|[（(].*[）)]$", "", titles[column])))
    return [None if field == "name" and column != best else field for column, field in enumerate(fields)]


def _guessed(rows: Sequence[Sequence[str]]) -> list[str | None]:
    """Tell what the columns hold where no title says so: the first one of words is the name."""
    columns = list(zip(*rows, strict=True)) if rows else []
    fields: list[str | None] = ["" for _ in columns]
    for column, cells in enumerate(columns):
        said = [cell for cell in cells if cell]
        if said and len(set(said)) == len(said) and all(_CODE.fullmatch(cell) for cell in said):
            if "code" not in fields:
                fields[column] = "code"
        elif said and "name" not in fields and not any(_is_amount(cell) for cell in said):
            fields[column] = "name"
    return fields


def _facts(row: Sequence[str], fields: Sequence[str | None]) -> UnitFacts:
    said: dict[str, list[str]] = {}
    for cell, field in zip(row, fields, strict=True):
        if field and cell:
            said.setdefault(field, []).append(cell)
    by_hand = said.get("by_hand")
    return UnitFacts(
        name=said["name"][0],
        code=said.get("code", [""])[0],
        short_name=said.get("short_name", [""])[0],
        level=said.get("level", [""])[0],
        kind=said.get("kind", [""])[0],
        contact=" ".join(said.get("contact", [])),
        has_program=None if by_hand is None else not _BY_HAND.search(by_hand[0]),
    )


def _amounts(cells: Sequence[str]) -> tuple[Decimal | None, ...] | None:
    """Read a column of figures, or return None where one of its cells is none, or all are blank."""
    if not any(cells) or not all(_is_amount(cell) for cell in cells if cell):
        return None
    return tuple(parse_amount(cell) if cell else None for cell in cells)


def _is_amount(cell: str) -> bool:
    try:
        parse_amount(cell)
    except NotANumber:
        return False
    return True


def _rows_of_text(text: str) -> list[list[str]]:
    """Part a text into rows and cells: by tabs, by commas as a .csv file has them, or one name a line."""
    lines = [line for line in text.splitlines() if line.strip()]
    try:
        if any("\t" in line for line in lines):
            return [[cell.text for cell in row] for row in read_cells("\n".join(lines)).rows]
        if len(lines) > 1 and "," in lines[0]:
            rows = list(csv.reader(lines))
            width = max(map(len, rows))
            return [[*row, *[""] * (width - len(row))] for row in rows]
    except csv.Error:  # a cell that is longer than any cell can be
        return []
    return [[name] for name in _PART.split(lines[0])] if len(lines) == 1 else [[line] for line in lines]


def _read_bounded(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise NotAFile(path) if path.exists() else FileMissing(path)
        with path.open("rb") as stream:
            raw = stream.read(MAX_FILE + 1)
    except (ValueError, FileNotFoundError) as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise from_os_error(error, path) from error
    if len(raw) > MAX_FILE:
        raise FileTooLarge(path, len(raw), MAX_FILE)
    return raw
