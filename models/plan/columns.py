"""The header of a breakdown table: which column holds what, told by the words in it, in any order.

序号 | 目标与任务 | 分管领导 | 牵头责任单位 | 责任单位 | 完成时限 is one of many. A header may have two rows, the upper
one merged over several columns (责任分工 above 牵头单位 and 配合单位). Of several columns with content the one whose
words promise most detail (措施, 内容), or the last one, holds the tasks and the one before it their items.

>>> rows = [["某局任务分解表"], ["序号", "工作任务", "牵头单位", "完成时限"], ["1", "检查", "甲科", "6月"]]
>>> found = find_header(Table.of(rows))
>>> found.first_row, sorted((role.value, columns) for role, columns in found.columns.items())
(2, [('due', [3]), ('lead', [2]), ('number', [0]), ('task', [1])])
"""

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from models.plan.documents.blocks import Cell, Table


class Role(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    PART = "part"
    ITEM = "item"
    TASK = "task"
    MEASURE = "measure"
    TARGET = "target"
    UNIT = "unit"
    PERSON = "person"
    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"
    DUE = "due"
    REMARK = "remark"


_Rows = tuple[tuple[Cell, ...], ...]
_CONTENT = "content"
# In the order in which they are tried: 牵头领导 is a person, 责任单位完成情况 is a remark.
_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (Role.NUMBER, re.compile(r"序号|编号|序|号|[Nn][Oo]\.?")),
    (Role.REMARK, re.compile(r".*(?:备注|完成情况|进展|落实情况|佐证|得分|分值|评分|说明)")),
    (Role.RESPONSIBLE, re.compile(r".*(?:单位|科室|部门)(?:[及和与、/]|以及)(?:责任人|负责人|责任领导|领导)")),
    (Role.PERSON, re.compile(r".*(?:领导|责任人|联系人|负责人|联络员|经办人|电话|分管)")),
    (Role.SUPPORT, re.compile(r".*(?:配合|协办|协同|参与|参加|协助|会办).*")),
    (Role.LEAD, re.compile(r".*(?:牵头|主办|主责|主要责任|第一责任).*")),
    (Role.DUE, re.compile(r".*(?:时限|期限|时间|节点|进度|完成日期).*")),
    (Role.UNIT, re.compile(r"(?:计量|计算|指标|度量|数量)单位")),
    (Role.RESPONSIBLE, re.compile(r".*(?:责任|承办|落实|实施|承担|负责)?(?:单位|科室|部门|股室|处室|主体)|责任分工")),
    (
        Role.PART,
        re.compile(r"(?:工作|任务|项目)?(?:类别|类型|分类|板块|领域|方面|部分)|重点领域|一级(?:指标|任务|目标)"),
    ),
    (Role.MEASURE, re.compile(r"(?:年度|考核|绩效|工作|完成|主要)?指标(?:名称|内容|项目)?")),
    (
        Role.TARGET,
        re.compile(
            r"(?:年度|全年|量化|预期|绩效|考核|工作|完成|计划)?(?:目标值?|指标值|目标数|数量|目标要求|标准|成效)|任务[量数]|.*量化.*"
        ),
    ),
    (
        _CONTENT,
        re.compile(
            r".*(?:任务|内容|措施|举措|事项|要点|目标|工作|项目|做法|指标)(?:名称|分解|清单|安排|要求|重点|描述|细化)?"
        ),
    ),
)
_LONGEST = 24  # characters of a header cell
_UNIT_IN_HEADER = re.compile(r"[（(]\s*(?:单位\s*[:：]\s*)?([^（()）\s\d年]{1,4})\s*[)）]\s*$")
_LAST_ROW = 30  # a header stands near the top
_SAYS_WHO_OR_WHEN = {Role.NUMBER, Role.PERSON, Role.LEAD, Role.RESPONSIBLE, Role.SUPPORT, Role.DUE}


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands: above ``first_row``, and from ``row`` on; ``columns`` of each role, left to right.

    ``said`` is what it says of each column, ``units`` the unit of measure that it names for a column of targets (目标值
    （所）), ``others`` the columns that have no role.
    """

    row: int
    first_row: int
    columns: dict[Role, list[int]]
    said: dict[int, str]
    units: dict[int, str]
    others: tuple[int, ...]

    def has(self, role: Role) -> bool:
        """Tell whether there is a column of a role."""
        return bool(self.columns.get(role))

    def column(self, role: Role) -> int:
        """Return the first column of a role; the first of all if there is none."""
        return self.columns.get(role, [0])[0]


def find_header(table: Table) -> Header | None:
    """Find the header of a breakdown table; None if the table is none."""
    for index, row in enumerate(table.rows[:_LAST_ROW]):
        for height in (2, 1):
            if index + height > len(table.rows):
                continue
            rows = table.rows[index : index + height]
            roles = _roles(rows, table.rows[index + height :])
            if roles is not None and (height == 1 or _is_second_row(table, index + 1)):
                return _header(index, rows, roles)
        if row and _roles(table.rows[index : index + 1], ()) is not None:
            return None
    return None


def _header(index: int, rows: _Rows, roles: dict[Role, list[int]]) -> Header:
    said = {column: _said(rows, column) for column in range(len(rows[0]))}
    units = {
        column: unit[1]
        for column in roles.get(Role.TARGET, [])
        if (unit := _UNIT_IN_HEADER.search("".join(row[column].text for row in rows)))
    }
    named = {column for columns in roles.values() for column in columns}
    others = tuple(column for column in said if column not in named)
    return Header(index, index + len(rows), roles, said, units, others)


def _said(rows: _Rows, column: int) -> str:
    """Return what a header says of a column: the lower row, or the upper one where that is blank."""
    return next((text for row in reversed(rows) if (text := _compact(row[column].text))), "")


def _roles(rows: _Rows, below: _Rows) -> dict[Role, list[int]] | None:
    """Return the columns by role if the rows can be a header: one tells what, another who, when or which."""
    found: dict[str, list[int]] = {}
    known = total = 0
    first_of: dict[tuple[int, int], int] = {}
    for column in range(len(rows[0])):
        if first_of.setdefault(rows[-1][column].origin, column) != column:
            continue
        texts = [_compact(row[column].text) for row in reversed(rows)]
        if any(len(text) > _LONGEST for text in texts):
            return None
        total += any(texts)
        role = next((role for text in texts if (role := _role_of(text))), "")
        if role:
            known += 1
            found.setdefault(role, []).append(column)
    roles = _with_content(found, rows, below)
    if roles is None or not _SAYS_WHO_OR_WHEN & set(roles) or known * 2 < total or known < 2:
        return None
    _take_measure(rows, roles)
    for column in range(len(rows[0])):  # a header merged over several columns speaks for all of them
        first = first_of[rows[-1][column].origin]
        for columns in roles.values():
            if first in columns and column not in columns:
                columns.insert(columns.index(first) + column - first, column)
    return roles


def _with_content(found: dict[str, list[int]], rows: _Rows, below: _Rows) -> dict[Role, list[int]] | None:
    """Part the columns of content into tasks and what they stand under; None if there is no such column."""
    content = [*found.pop(_CONTENT, [])]
    if Role.MEASURE in found and (Role.TARGET not in found or not content):
        # 指标 beside 目标值 names what is counted; alone it holds both.
        found.setdefault(Role.TARGET if content else _CONTENT, []).extend(found.pop(Role.MEASURE))
        content += found.pop(_CONTENT, [])
    if not content and found.get(Role.TARGET):
        content = [found.pop(Role.TARGET)[0]]
    if not content:
        return None
    roles = {Role(role): columns for role, columns in found.items()}
    said = {column: _compact(" ".join(row[column].text for row in rows)) for column in content}
    task = max(content, key=lambda column: (_detail(said[column]), column))
    others = [column for column in content if column != task]
    others.sort(key=lambda column: (column < task, column))
    roles[Role.TASK] = [task]
    if others:
        roles[Role.ITEM] = others[-1:]
    if others[:-1] and Role.PART not in roles:
        roles[Role.PART] = others[-2:-1]
    # 工作目标 left of the tasks is what they are grouped by, unless it is figures.
    left = [column for column in roles.get(Role.TARGET, []) if column < task and not _states_figures(column, below)]
    if left and Role.ITEM not in roles:
        roles[Role.ITEM] = left[-1:]
        roles[Role.TARGET] = [column for column in roles[Role.TARGET] if column not in left]
    return roles


def _states_figures(column: int, rows: _Rows) -> bool:
    """Tell whether most of what stands in a column are amounts."""
    texts = [row[column].text for row in rows if column < len(row) and row[column].text]
    return sum(1 for text in texts if any(map(str.isdigit, text)) and len(text) <= _LONGEST) * 2 > len(texts)


def _take_measure(rows: _Rows, roles: dict[Role, list[int]]) -> None:
    """Take 单位 for the unit of measure where it stands next to the target's column, and not for who is responsible."""
    targets = {column + step for column in roles.get(Role.TARGET, []) for step in (-1, 1)}
    responsible = roles.get(Role.RESPONSIBLE, [])
    bare = [column for column in responsible if column in targets and _compact(rows[-1][column].text) == "单位"]
    if bare:
        roles.setdefault(Role.UNIT, []).extend(bare)
        roles[Role.RESPONSIBLE] = [column for column in responsible if column not in bare]


def _detail(words: str) -> int:
    """Return how much a header's words promise of single pieces of work; of equals the right-most column has them."""
    if re.search(r"具体|措施|举措|内容|做法|分解|细化", words):
        return 3
    return 2 if re.search(r"工作任务|任务清单", words) else 0 if re.search(r"目标|重点|项目|要点", words) else 1


def _is_second_row(table: Table, index: int) -> bool:
    """Tell whether a row belongs to the header above it: it names parts of what is merged there, and is no task."""
    above, row = table.rows[index - 1], table.rows[index]
    pairs = list(zip(row, above, strict=True))
    own = [(cell.text, upper) for cell, upper in pairs if cell.origin != upper.origin and cell.text]
    continues = any(cell.origin == upper.origin and cell.text for cell, upper in pairs)
    blank = any(not cell.text for cell in row)
    named = [text for text, _ in own if _role_of(text)]
    headed = {cell.origin for cell in above if _role_of(cell.text)}
    width = Counter(cell.origin for cell in above)
    below_merged = all(width[upper.origin] > 1 and _role_of(upper.text) for _, upper in own)
    return len(headed) > 1 and len(own) > 1 and (len(named) == len(own) or below_merged) and (continues or blank)


def _role_of(text: str) -> str:
    """Return the role that a header cell names; empty if it names none."""
    compact = _compact(text)
    return next((role for role, words in _WORDS if words.fullmatch(compact)), "") if compact else ""


def _compact(text: str) -> str:
    return re.sub(r"\s+|[（(].{0,20}[)）]", "", text).rstrip("：:")
