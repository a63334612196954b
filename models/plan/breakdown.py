"""A breakdown table (分解表) as a plan's text and skeleton: rows become items and tasks, their duties stay with them.

Here the rows are understood; ``transcript`` writes them as a text. The rules:

1. A row that is one merged cell, or has words in its first column only, is a part.
2. With a column of items beside that of tasks, rows with the same item belong together, and each row is a stretch of
   its body. With one column of content each row is an item: number, title and body as in a document.
3. Merged cells count for all rows they cover. Of cells copied out of a sheet only the first is filled: in a row that
   continues an item a blank cell of who leads was merged, those of who supports with it; a blank deadline was only if
   no such row has one.
4. Rows that say the header again are left out; what stands behind the table is the document's tail.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.plan.columns import Header, Role, find_header
from models.plan.documents.blocks import Cell, Document, Table
from models.plan.duties import Duties, read_duties, unit_names
from models.plan.outline import number_at_start
from models.plan.structure import Structure
from models.plan.transcript import Row, compose

_FOOT = re.compile(
    r"\s*(?:备注|注|说明|填表|制表|审核|填报|联系|合计|总计)[\u4e00-\u9fff]{0,4}\s*[:：]|\s*(?:合计|总计)\s*"
)
_PART = re.compile(r"第.{1,3}(?:部分|章|篇)|[一二三四五六七八九十]{1,3}、")
_BARE_NUMBER = re.compile(r"(?:[≥≤<>＜＞]|不[少低高多]于|不超过|达到)?\s?[0-9０-９][0-9０-９,，.．]*[百千万亿]*")
_LABELS = (
    (Role.PERSON, "分管领导"),
    (Role.LEAD, "牵头单位"),
    (Role.RESPONSIBLE, "责任单位"),
    (Role.SUPPORT, "配合单位"),
    (Role.DUE, "完成时限"),
    (Role.REMARK, "备注"),
)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """What was made of the table.

    ``rows`` is how many it has; ``text_around`` the lines before and behind it; ``tables_left`` the first lines of
    tables of the same kind that were not read.
    """

    source: str
    structure: Structure
    rows: int
    text_around: str
    tables_left: tuple[str, ...]


def read_breakdown(document: Document) -> Breakdown | None:
    """Return the breakdown that a file holds; None if there is none."""
    head: list[str] = []
    behind: list[str] = []
    rows: list[Row] = []
    left: list[str] = []
    header: Header | None = None
    width = 0
    for block in document.blocks:
        own = find_header(block) if isinstance(block, Table) else None
        if isinstance(block, str):
            (behind if header else head).append(block)
        elif own and (header is None or (own.columns == header.columns and not document.separate)):
            head += _plain_rows(block, 0, own.row) if header is None else []
            rows += _between(behind, block, own) if rows else []
            behind = [] if rows else behind
            header, width = own, len(block.rows[0])
            rows += _read_rows(block, own)
        elif own or document.separate:
            left += block.lines()[:1] if own else []
        elif header and len(block.rows[0]) == width:  # the table goes on behind a page break, without its header
            rows += _read_rows(block, Header(0, 0, header.columns))
        else:
            (behind if header else head).extend(block.lines())
    if header is None or not any(row.text or row.item for row in rows):
        return None
    around = "\n".join((*head, *behind))
    last = max(index for index, row in enumerate(rows) if row.text or row.item) + 1
    behind = [*(row.heading or row.foot for row in rows[last:]), *behind]
    rows = rows[:last]
    source, structure = compose(head, rows, behind)
    return Breakdown(source, structure, sum(1 for row in rows if row.text), around, tuple(left))


def _between(lines: list[str], table: Table, header: Header) -> list[Row]:
    """Return what stands between two tables of one document as parts."""
    titles = [*lines, *_plain_rows(table, 0, header.row)]
    return [Row("", "", "", (0, 0), "", Duties(), "", "", heading=line.strip()) for line in titles if line.strip()]


def _plain_rows(table: Table, start: int, end: int) -> list[str]:
    return Table(table.rows[start:end], table.fills_down).lines() if end > start else []


def _read_rows(table: Table, header: Header) -> Iterator[Row]:
    above: Sequence[Cell] | None = None
    fills_due = _fills_due(table, header)
    said = [cell.text for cell in table.rows[header.first_row - 1]] if header.first_row else []
    for index in range(header.first_row, len(table.rows)):
        cells = table.rows[index]
        if not any(cell.text for cell in cells) or [cell.text for cell in cells] == said:
            continue
        row = _read_row(cells, header, above if table.fills_down else None, fills_due=fills_due)
        if row.text or row.item or row.heading or row.foot:
            yield row
        if not row.heading:
            above = _filled_up(cells, above, header) if table.fills_down else cells


def _filled_up(cells: tuple[Cell, ...], above: Sequence[Cell] | None, header: Header) -> Sequence[Cell]:
    """Return a row as the next one sees it: what was merged from above goes on, unless a new item began."""
    number = header.columns.get(Role.NUMBER, [0])[0]
    if above is None or cells[number].text:
        return cells
    return [cell if cell.text else upper for cell, upper in zip(cells, above, strict=True)]


def _fills_due(table: Table, header: Header) -> bool:
    """Tell whether only the first rows of items have a deadline."""
    columns = [header.columns.get(role, [0])[0] for role in (Role.NUMBER, Role.DUE)]
    rows = [[row[column].text for column in columns] for row in table.rows[header.first_row :]]
    return not any(due for number, due in rows if not number)


def _read_row(cells: tuple[Cell, ...], header: Header, above: Sequence[Cell] | None, *, fills_due: bool) -> Row:
    filled = {cell.origin: column for column, cell in reversed(list(enumerate(cells))) if cell.text}
    task = header.columns[Role.TASK][0]
    first = min(filled.values())
    whole = cells[first].text
    alone = first != task or cells[first].origin == cells[-1].origin or _PART.match(whole)
    if len(filled) == 1 and (_FOOT.match(whole) or alone):
        if _FOOT.match(whole):
            return Row("", "", "", (0, 0), "", Duties(), "", "", foot=whole)
        if number_at_start(whole) or first == 0 or len({cell.origin for cell in cells}) == 1:
            return Row("", "", "", (0, 0), "", Duties(), "", "", heading=" ".join(whole.split()))

    def text_of(role: Role) -> str:
        return "\n".join(cells[column].text for column in header.columns.get(role, []) if cells[column].text)

    continues = above is not None and not text_of(Role.NUMBER) and not text_of(Role.ITEM)
    values = {role: text_of(role) for role, _ in _LABELS}
    if above is not None and continues and header.has(Role.NUMBER):
        for role in _merged_roles(values, fills_due=fills_due):
            values[role] = "\n".join(above[column].text for column in header.columns.get(role, []))
    item = header.columns.get(Role.ITEM, [None])[0]
    target = text_of(Role.TARGET)
    unit = text_of(Role.UNIT)
    if _BARE_NUMBER.fullmatch(target.strip()) and unit and "\n" not in unit:
        target = target.strip() + unit.strip()
    text = text_of(Role.TASK)
    if target and target not in text and text:
        text = f"{text.rstrip('。；;，, ')}，{target}"
    return Row(
        number=text_of(Role.NUMBER),
        part=text_of(Role.PART),
        item=cells[item].text if item is not None else "",
        item_origin=cells[item].origin if item is not None else (0, 0),
        text=text or target,
        duties=_duties_of(values),
        duties_text=_written(values),
        due_text=values[Role.DUE],
    )


def _merged_roles(values: dict[Role, str], *, fills_due: bool) -> Iterator[Role]:
    """Run through the columns whose blank cell belongs to the merged one above (rule 3)."""
    leads = values[Role.LEAD] or values[Role.RESPONSIBLE]
    if not leads:
        yield from (role for role in (Role.PERSON, Role.LEAD, Role.RESPONSIBLE, Role.SUPPORT) if not values[role])
    if fills_due and not values[Role.DUE]:
        yield Role.DUE


def _duties_of(values: dict[Role, str]) -> Duties:
    """Return a row's duties; a cell may say more than its column: 牵头单位：甲科；配合单位：乙科."""
    leads, responsible = values[Role.LEAD], values[Role.RESPONSIBLE]
    told = read_duties(responsible or leads, 0)
    if not told:
        told = read_duties(f"牵头单位：{leads}；责任单位：{responsible}" if leads else f"责任单位：{responsible}", 0)
    support = dict.fromkeys((*told.support, *unit_names(values[Role.SUPPORT])))
    return Duties(told.lead, tuple(unit for unit in support if unit not in told.lead))


def _written(values: dict[Role, str]) -> str:
    stated = [
        f"{label}：{'、'.join(value.split()) if role is not Role.REMARK else ' '.join(value.split())}"
        for role, label in _LABELS
        if (value := values[role])
    ]
    return f"（{'；'.join(stated)}）" if stated else ""
