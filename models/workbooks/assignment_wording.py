"""The words of the 任务下达表, and its cells that hold more than one fact: how each is said, and how it is read back.

As in ``wording``, each ``parse_…`` accepts exactly what its ``…_text`` writes and returns None for anything else.
"""

import re
from decimal import Decimal

from models.core.numbers import plain
from models.core.periods import PeriodKind
from models.core.vocabulary import Direction, Duty, Per, TaskKind
from models.workbooks.wording import ABSENT, parse_bracket

SUPERIOR_NAME = "下达单位："
SUPERIOR_CODE = "下达单位代码："
UNIT_NAME = "承担单位："
PERIOD_KIND = "填报周期："
SIGN_OFFS = "签批要求："
REMARK = "说明："
CONTACT = "联系人："
ISSUED_ON = "下达日期："
SEAL = "下达单位（盖章）："

DUTY = {Duty.LEAD: "牵头", Duty.SUPPORT: "配合"}
TASK_KIND = {TaskKind.QUANTIFIED: "定量", TaskKind.MILESTONE: "节点", TaskKind.ONGOING: "常态"}
REPORTS = {PeriodKind.MONTH: "每月", PeriodKind.QUARTER: "每季度", PeriodKind.HALF: "每半年", PeriodKind.YEAR: "每年"}

_AT_MOST = "；上限"
_PER = {Per.MONTH: "；按月", Per.QUARTER: "；按季度", Per.HALF: "；按学期", Per.YEAR: "；按年"}
_TITLE = re.compile(r"([1-9][0-9]{3})年工作要点任务下达表")
_VERSION = re.compile(r"第([1-9][0-9]{0,5})版")
_UNIT = re.compile(rf"(.*?)({_AT_MOST})?({'|'.join(_PER.values())})?(?:；基数([0-9.]+))?", re.DOTALL)
_SIGN_OFFS = {
    (False, False): "填报人",
    (True, False): "填报人、审核人",
    (False, True): "填报人、单位负责人",
    (True, True): "填报人、审核人、单位负责人",
}

IndicatorFacts = tuple[str, str, Direction, Per | None, Decimal | None]


def title_text(year: int) -> str:
    """Say the title."""
    return f"{year}年工作要点任务下达表"


def parse_title(text: str) -> int | None:
    """Read the year of a title."""
    match = _TITLE.fullmatch(text)
    return int(match[1]) if match else None


def version_text(version: int) -> str:
    """Say the how-manieth version for its unit this is."""
    return f"第{version}版"


def parse_version(text: str) -> int | None:
    """Read a version."""
    match = _VERSION.fullmatch(text)
    return int(match[1]) if match else None


def parse_period_kind(text: str) -> PeriodKind | None:
    """Read how often a return is due."""
    return next((kind for kind, word in REPORTS.items() if word == text), None)


def sign_offs_text(*, reviewer: bool, unit_head: bool) -> str:
    """Say whose sign-offs a return needs.

    >>> sign_offs_text(reviewer=True, unit_head=False)
    '填报人、审核人'
    """
    return _SIGN_OFFS[reviewer, unit_head]


def parse_sign_offs(text: str) -> tuple[bool, bool] | None:
    """Read whether the 审核人 and the 单位负责人 have to sign."""
    return next((roles for roles, words in _SIGN_OFFS.items() if words == text), None)


def parse_duty(text: str) -> Duty | None:
    """Read a unit's part in a task."""
    return next((duty for duty, word in DUTY.items() if word == text), None)


def parse_task_kind(text: str) -> TaskKind | None:
    """Read what kind of promise a task is."""
    return next((kind for kind, word in TASK_KIND.items() if word == text), None)


def units_text(names: tuple[str, ...]) -> str:
    """Say units, one on each line: a name may have any mark in it that could part them on one line."""
    return "\n".join(names)


def parse_units(text: str) -> tuple[str, ...]:
    """Read units."""
    return tuple(text.split("\n")) if text else ()


def indicator_text(facts: IndicatorFacts) -> str:
    """Say an indicator: name, unit, whether its target is a ceiling, for which stretch a rate is stated, its baseline.

    >>> indicator_text(("近视率", "%", Direction.AT_MOST, None, Decimal("45.5")))
    '近视率（%；上限；基数45.5）'
    >>> indicator_text(("集中视导", "次", Direction.AT_LEAST, Per.QUARTER, None))
    '集中视导（次；按季度）'
    """
    name, unit, direction, per, baseline = facts
    text = (unit or ABSENT) + (_AT_MOST if direction is Direction.AT_MOST else "") + (_PER[per] if per else "")
    return f"{name}（{text}{'' if baseline is None else f'；基数{plain(baseline)}'}）"


def parse_indicator(text: str) -> IndicatorFacts | None:
    """Read an indicator."""
    parts = parse_bracket(text)
    match = _UNIT.fullmatch(parts[1]) if parts else None
    if parts is None or match is None:
        return None
    unit = "" if match[1] == ABSENT else match[1]
    direction = Direction.AT_MOST if match[2] else Direction.AT_LEAST
    per = next((per for per, words in _PER.items() if words == match[3]), None)
    facts = (parts[0], unit, direction, per, _number(match[4]))
    return facts if match[4] is None or facts[4] is not None else None


def _number(text: str | None) -> Decimal | None:
    """Read a number in its one form."""
    if text is None or not re.fullmatch(r"[0-9]+(\.[0-9]+)?", text):
        return None
    return Decimal(text) if plain(Decimal(text)) == text else None
