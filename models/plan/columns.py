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
from dataclasses import dataclass
from enum import StrEnum

from models.plan.documents.blocks import Cell, Table


class Role(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    PART = "part"
    ITEM = "item"
    TASK = "task"
    TARGET = "target"
    UNIT = "unit"
    PERSON = "person"
    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"
    DUE = "due"
    REMARK = "remark"


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
    (
        Role.TARGET,
        re.compile(r"(?:年度|量化|预期|绩效|考核|工作|完成)?(?:目标值?|指标值?|目标要求|标准|成效)|.*量化.*"),
    ),
    (_CONTENT, re.compile(r".*(?:任务|内容|措施|举措|事项|要点|目标|工作|项目|做法|指标)")),
)
_LONGEST = 24  # characters of a header cell
_LAST_ROW = 30  # a header stands near the top
_SAYS_WHO_OR_WHEN = {Role.NUMBER, Role.PERSON, Role.LEAD, Role.RESPONSIBLE, Role.SUPPORT, Role.DUE}


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands: above ``first_row``, and from ``row`` on; ``columns`` of each role, left to right."""

    row: int
    first_row: int
    columns: dict[Role, list[int]]

    def has(self, role: Role) -> bool:
        """Tell whether there is a column of a role."""
        return bool(self.columns.get(role))


def find_header(table: Table) -> Header | None:
    """Find the header of a breakdown table; None if the table is none."""
    for index, row in enumerate(table.rows[:_LAST_ROW]):
        for height in (2, 1):
            if index + height > len(table.rows):
                continue
            roles = _roles(table.rows[index : index + height])
            if roles is not None and (height == 1 or _is_second_row(table, index + 1)):
                return Header(index, index + height, roles)
        if row and _roles(table.rows[index : index + 1]) is not None:
            return None
    return None


def _roles(rows: tuple[tuple[Cell, ...], ...]) -> dict[Role, list[int]] | None:
    """Return the columns by role if the rows can be a header: one tells what, another who, when or which."""
    found: dict[str, list[int]] = {}
    known = total = 0
    seen: set[tuple[int, int]] = set()
    for column in range(len(rows[0])):
        origin = rows[-1][column].origin
        if origin in seen:
            continue  # merged over several columns: the first one holds what is in it
        seen.add(origin)
        texts = [_compact(row[column].text) for row in reversed(rows)]
        if any(len(text) > _LONGEST for text in texts):
            return None
        total += any(texts)
        role = next((role for text in texts if (role := _role_of(text))), "")
        if role:
            known += 1
            found.setdefault(role, []).append(column)
    content = [*found.pop(_CONTENT, [])]
    if not content and found.get(Role.TARGET):
        content = [found.pop(Role.TARGET)[0]]
    roles = {Role(role): columns for role, columns in found.items()}
    if not content or not _SAYS_WHO_OR_WHEN & set(roles) or known * 2 < total or known < 2:
        return None
    _take_measure(rows, roles)
    said = {column: _compact(" ".join(row[column].text for row in rows)) for column in content}
    task = max(content, key=lambda column: (_detail(said[column]), column))
    others = [column for column in content if column != task]
    others.sort(key=lambda column: (column < task, column))
    roles[Role.TASK] = [task]
    if others:
        roles[Role.ITEM] = others[-1:]
    if others[:-1] and Role.PART not in roles:
        roles[Role.PART] = others[-2:-1]
    # 工作目标 left of the tasks is what they are grouped by.
    left = [column for column in roles.get(Role.TARGET, []) if column < task]
    if left and Role.ITEM not in roles:
        roles[Role.ITEM] = left[-1:]
        roles[Role.TARGET] = [column for column in roles[Role.TARGET] if column not in left]
    return roles


def _take_measure(rows: tuple[tuple[Cell, ...], ...], roles: dict[Role, list[int]]) -> None:
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
    own = [cell.text for cell, upper in zip(row, above, strict=True) if cell.origin != upper.origin and cell.text]
    continues = any(cell.origin == upper.origin and cell.text for cell, upper in zip(row, above, strict=True))
    blank = any(not cell.text for cell in row)
    named = [text for text in own if _role_of(text)]
    headed = {cell.origin for cell in above if _role_of(cell.text)}
    return len(headed) > 1 and len(own) > 1 and len(named) == len(own) and (continues or blank)


def _role_of(text: str) -> str:
    """Return the role that a header cell names; empty if it names none."""
    compact = _compact(text)
    return next((role for role, words in _WORDS if words.fullmatch(compact)), "") if compact else ""


def _compact(text: str) -> str:
    return re.sub(r"\s+|[（(].{0,20}[)）]", "", text).rstrip("：:")
