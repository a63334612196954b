"""The rows of a breakdown table understood: which are tasks, which headings, which belong to the row above. The rules:

1. A row that is one cell, or a number with one cell merged over the others, is a heading: a part, or with （一） below
   a part an item. One without a number that is a sentence, and one that begins with 备注, 填表人 or 合计, is a note.
2. Merged cells count for all rows they cover. Rows whose task is one merged cell are one task, with what each says of
   units, times and targets; so is a row without a task of its own, which a page's end has parted from the one above.
3. Of cells copied out of a sheet only the first of a merged range is filled: in a row that continues an item a blank
   cell of who leads was merged, those of who supports with it; a blank deadline was only if no such row has one.
4. 同上 and 〃 say what the cell above says.
5. Rows that say the header again are left out. No other word is: what stands in a column that is not known is kept
   behind the task, beside its duties.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from models.plan.columns import Header, Role
from models.plan.documents.blocks import Cell, Table
from models.plan.duties import Duties, read_duties, unit_names
from models.plan.numerals import CHINESE
from models.plan.outline import number_at_start
from models.plan.transcript import Row

_FOOT = re.compile(
    r"\s*(?:备注|注|说明|填表|制表|审核|填报|联系|合计|总计)[\u4e00-\u9fff]{0,4}\s*[:：]|\s*(?:合计|总计|小计)\s*"
)
_PART = re.compile(r"第.{1,3}(?:部分|章|篇)|[一二三四五六七八九十]{1,3}、")
_ITEM = re.compile(r"[（(][一二三四五六七八九十]{1,3}[)）]")
_CHINESE_NUMBER = re.compile(rf"[（(]?[{CHINESE}]{{1,4}}[)）]?[、.．]?")
_BARE_NUMBER = re.compile(r"(?:[≥≤<>＜＞]|不[少低高多]于|不超过|达到)?\s?[0-9０-９][0-9０-９,，.．]*[百千万亿]*")
_AS_ABOVE = {"同上", "〃", "″", '"', "''", "同前"}
_LONGEST_HEADING = 60  # characters
_LABELS = (
    (Role.PERSON, "分管领导"),
    (Role.LEAD, "牵头单位"),
    (Role.RESPONSIBLE, "责任单位"),
    (Role.SUPPORT, "配合单位"),
    (Role.DUE, "完成时限"),
    (Role.REMARK, "备注"),
)
_JOINED = tuple(role for role, _ in _LABELS)
_NOWHERE = (-1, -1)
_NAMED = "\x1f"  # before a target that has a name of its own

Origin = tuple[int, int]


@dataclass(slots=True)
class _Task:
    """A task of the table with all rows that belong to it: its words by role, each with where its cell began."""

    number: str
    part: str
    item: str
    item_origin: Origin
    text: str
    text_origin: Origin
    values: dict[Role, list[tuple[Origin, str]]]
    others: list[tuple[str, str]] = field(default_factory=list)

    def of(self, role: Role) -> str:
        """Return what the task's cells say in columns of a role."""
        return "\n".join(text for _, text in self.values.get(role, ()) if text)

    def add(self, other: "_Task") -> None:
        """Take in a further row of the same task."""
        for role, values in other.values.items():
            known = {origin for origin, _ in self.values.get(role, ())}
            self.values.setdefault(role, []).extend(each for each in values if each[0] not in known)
        self.others += [each for each in other.others if each not in self.others]


def read_rows(table: Table, header: Header) -> Iterator[Row]:
    """Run through what the rows below the header are, from top to bottom."""
    reader = _Reader(table, header)
    for index in range(header.first_row, len(table.rows)):
        yield from reader.take(index)
    yield from reader.finish()


class _Reader:
    """Takes the rows of one table one by one; a task is told when the next one begins."""

    def __init__(self, table: Table, header: Header) -> None:
        self._table = table
        self._header = header
        self._said = [[cell.text for cell in row] for row in table.rows[header.row : header.first_row]]
        self._task: _Task | None = None
        self._above: Sequence[Cell] | None = None  # the row above, as the next one sees it
        self._fills_due = self._blank_due_is_merged()
        self._arabic = any(
            re.fullmatch(r"\s*\d+\s*[.、．]?\s*", row[header.column(Role.NUMBER)].text)
            for row in table.rows[header.first_row :]
            if header.has(Role.NUMBER)
        )
        self._has_part = False
        self._item = ""  # a heading that waits for its tasks
        self._item_number = 0
        self._item_origin = _NOWHERE
        self._item_used = True

    def take(self, index: int) -> Iterator[Row]:
        """Read one row and tell what is complete now."""
        cells = self._table.rows[index]
        if not any(cell.text for cell in cells) or [cell.text for cell in cells] in self._said:
            return
        aside = self._heading_ornote(index, cells)
        if aside is not None:
            yield from self._close()
            if aside.heading:
                yield from self._unused_item()
                if self._counts_on(aside.heading):
                    self._item, self._item_origin, self._item_used = aside.heading, (-2 - index, 0), False
                    return
                self._item, self._item_number, self._has_part = "", 0, True
            yield aside
            return
        task = self._read(index, cells)
        if self._task is not None and self._belongs_to_above(task, cells):
            self._task.add(task)
        elif task.text or task.item or task.of(Role.TARGET):
            yield from self._close()
            self._task = task
        else:
            yield from self._close()
            yield note("\t".join(dict.fromkeys(cell.text for cell in cells if cell.text)))
        self._above = self._filled_up(cells) if self._table.fills_down else cells

    def finish(self) -> Iterator[Row]:
        """Tell what was still waiting."""
        yield from self._close()
        yield from self._unused_item()

    def _close(self) -> Iterator[Row]:
        if self._task is not None:
            task, self._task = self._task, None
            yield _row_of(task)

    def _counts_on(self, words: str) -> bool:
        """Tell whether a heading is the next item of a part: （一）, （二） below 一、."""
        sign = number_at_start(words)
        if not self._has_part or not _ITEM.match(words) or sign is None or sign[0] != self._item_number + 1:
            return False
        self._item_number = sign[0]
        return True

    def _unused_item(self) -> Iterator[Row]:
        if not self._item_used:
            self._item_used = True
            yield note(self._item)

    def _heading_ornote(self, index: int, cells: Sequence[Cell]) -> Row | None:
        """Return what a row is that has no task (rule 1)."""
        filled = {cell.origin: column for column, cell in reversed(list(enumerate(cells))) if cell.text}
        columns = sorted(filled.values())
        first = columns[0]
        whole = cells[first].text
        task = self._header.columns[Role.TASK][0]
        if _FOOT.match(whole) and (len(filled) == 1 or first < task):
            return note("　".join(cells[column].text for column in columns))
        if len(filled) == 1:
            alone = first != task or cells[first].origin == cells[-1].origin or _PART.match(whole)
            is_row = len({cell.origin for cell in cells}) == 1
            if alone and (number_at_start(whole) or first == 0 or is_row):
                return heading(" ".join(whole.split()))
        elif len(filled) == 2 and self._header.has(Role.NUMBER) and first == self._header.column(Role.NUMBER):
            words = cells[columns[1]]
            merged = {words.origin} == {cell.origin for cell in cells[columns[1] :]} and columns[1] <= task
            numbered = columns[1] == task and self._arabic and _CHINESE_NUMBER.fullmatch(whole.strip())
            if words.origin[0] == index and ((merged and len(cells) - columns[1] > 1) or numbered):
                sign = whole.strip() if whole.strip()[-1:] in "、.．)）" else f"{whole.strip()}、"
                return heading(f"{sign}{' '.join(words.text.split())}")
        return None

    def _read(self, index: int, cells: Sequence[Cell]) -> _Task:
        header = self._header
        above = self._above if self._table.fills_down else None
        values = {
            role: [(cells[column].origin, self._words(role, column, cells)) for column in header.columns.get(role, [])]
            for role in _JOINED
        }
        values[Role.TARGET] = [(cells[header.column(Role.TARGET)].origin, self._target(cells))]
        text = self._text(cells, Role.TASK)
        item_column = header.columns.get(Role.ITEM, [None])[0]
        item = cells[item_column].text if item_column is not None else ""
        item_origin = cells[item_column].origin if item_column is not None else (0, 0)
        if not item and self._item and (text or self._target(cells)):
            item, item_origin, self._item_used = self._item, self._item_origin, True
        task = _Task(
            number=self._text(cells, Role.NUMBER),
            part=self._text(cells, Role.PART),
            item=item,
            item_origin=item_origin,
            text=text,
            text_origin=cells[header.columns[Role.TASK][0]].origin,
            values={role: [each for each in found if each[1]] for role, found in values.items()},
            others=[(header.said.get(c, "") or "其他", cells[c].text) for c in self._others(index, cells)],
        )
        if above is not None and not task.number and not (item and item is not self._item) and header.has(Role.NUMBER):
            for role in self._merged_roles(task):
                task.values[role] = [((-1, c), above[c].text) for c in header.columns.get(role, []) if above[c].text]
        return task

    def _words(self, role: Role, column: int, cells: Sequence[Cell]) -> str:
        """Return what a cell says; of several columns of times, with the time that its header names."""
        text = cells[column].text
        if text.strip() in _AS_ABOVE and self._above is not None:
            text = self._above[column].text
        said = self._header.said.get(column, "")
        if role is Role.DUE and text and len(self._header.columns[Role.DUE]) > 1 and re.search(r"[季月半年]", said):
            return f"{said}：{text}"
        return text

    def _target(self, cells: Sequence[Cell]) -> str:
        """Return what the columns of targets say, with the name of what is counted and its unit where they stand."""
        header = self._header
        unit = self._text(cells, Role.UNIT).strip()
        said = []
        for column in header.columns.get(Role.TARGET, []):
            text = cells[column].text.strip()
            own_unit = unit if "\n" not in unit else ""
            if text and _BARE_NUMBER.fullmatch(text):
                text += own_unit or header.units.get(column, "")
            said.append(text)
        name = self._text(cells, Role.MEASURE).strip()
        target = "，".join(dict.fromkeys(filter(None, said)))
        return f"{_NAMED}{name}{target}" if name and target else name or target

    def _text(self, cells: Sequence[Cell], role: Role) -> str:
        found = {cells[column].origin: cells[column].text for column in self._header.columns.get(role, [])}
        return "\n".join(filter(None, found.values()))

    def _others(self, index: int, cells: Sequence[Cell]) -> Iterator[int]:
        for column in self._header.others:
            if column < len(cells) and cells[column].text and cells[column].origin == (index, column):
                yield column

    def _belongs_to_above(self, task: _Task, cells: Sequence[Cell]) -> bool:
        """Tell whether a row says more of the task above (rule 2)."""
        above = self._task
        if above is None:
            return False
        column = self._header.columns[Role.TASK][0]
        if task.text:
            return task.text_origin == above.text_origin
        own_item = task.item and task.item_origin != above.item_origin and task.item != above.item
        own_number = task.number and task.number != above.number
        return not own_item and not own_number and not cells[column].text and bool(above.text)

    def _filled_up(self, cells: Sequence[Cell]) -> Sequence[Cell]:
        """Return a row as the next one sees it: what was merged from above goes on, unless a new item began."""
        if self._above is None or cells[self._header.column(Role.NUMBER)].text:
            return cells
        return [cell if cell.text else upper for cell, upper in zip(cells, self._above, strict=True)]

    def _blank_due_is_merged(self) -> bool:
        """Tell whether only the first rows of items have a deadline."""
        columns = [self._header.column(role) for role in (Role.NUMBER, Role.DUE)]
        rows = [[row[column].text for column in columns] for row in self._table.rows[self._header.first_row :]]
        return not any(due for number, due in rows if not number)

    def _merged_roles(self, task: _Task) -> Iterator[Role]:
        """Run through the columns whose blank cell belongs to the merged one above (rule 3)."""
        if not task.text:
            return
        if not (task.of(Role.LEAD) or task.of(Role.RESPONSIBLE)):
            roles = (Role.PERSON, Role.LEAD, Role.RESPONSIBLE, Role.SUPPORT)
            yield from (role for role in roles if not task.of(role))
        if self._fills_due and not task.of(Role.DUE):
            yield Role.DUE


def heading(words: str) -> Row:
    """Make a row that is a part; one that is a sentence and has no number is a note."""
    if not number_at_start(words) and (len(words) > _LONGEST_HEADING or "。" in words[:-1]):
        return note(words)
    return Row("", "", "", (0, 0), "", Duties(), "", "", heading=words)


def note(words: str, *, quiet: bool = False) -> Row:
    """Make a row that is no task; a ``quiet`` one needs nobody's attention."""
    return Row("", "", "", (0, 0), "", Duties(), "", "", foot=" ".join(words.split("\n")).strip(), quiet=quiet)


def _row_of(task: _Task) -> Row:
    targets = task.of(Role.TARGET).split("\n")
    mark = "：" if targets[0].startswith(_NAMED) else "，"  # a name of its own is no clause of the wording
    target = "，".join(each.removeprefix(_NAMED) for each in targets)
    text = task.text
    if target and target not in text and text:
        text = f"{text.rstrip('。；;，, ')}{mark}{target}"
    return Row(
        number=task.number.split("\n")[0],
        part=task.part,
        item=task.item,
        item_origin=task.item_origin,
        text=text or target,
        duties=_duties_of(task),
        duties_text=_written(task),
        due_text=task.of(Role.DUE),
        bare_target=target if text and _BARE_NUMBER.fullmatch(target) else "",
    )


def _duties_of(task: _Task) -> Duties:
    """Return a row's duties; a cell may say more than its column: 牵头单位：甲科；配合单位：乙科."""
    leads, responsible = task.of(Role.LEAD), task.of(Role.RESPONSIBLE)
    told = read_duties(responsible or leads, 0)
    if not told:
        told = read_duties(f"牵头单位：{leads}；责任单位：{responsible}" if leads else f"责任单位：{responsible}", 0)
    support = dict.fromkeys((*told.support, *unit_names(task.of(Role.SUPPORT))))
    return Duties(told.lead, tuple(unit for unit in support if unit not in told.lead))


def _written(task: _Task) -> str:
    stated = [
        f"{label}：{'、'.join(value.split()) if role is not Role.REMARK else ' '.join(value.split())}"
        for role, label in _LABELS
        if (value := task.of(role))
    ]
    stated += [f"{label}：{' '.join(value.split())}" for label, value in task.others]
    return f"（{'；'.join(stated)}）" if stated else ""
