"""The words of the 审核回执, and its cells that hold more than one fact: how each is said, and how it is read back.

As in ``wording``, each ``parse_…`` accepts exactly what its ``…_text`` writes and returns None for anything else.
"""

import re

from models.core.vocabulary import Decision
from models.workbooks.wording import ABSENT, parse_bracket

SUPERIOR = "审核单位："
UNIT = "填报单位："
RETURN_CODE = "填报表校验码："
COMMENT = "总体意见："
NO_ROWS = "（没有逐项意见）"
REVIEWED_BY = "审核人："
REVIEWED_ON = "审核日期："
SEAL = "审核单位（盖章）："

DECISION = {Decision.ACCEPTED: "审核通过", Decision.RETURNED: "退回修改"}
CONSEQUENCE = {
    Decision.ACCEPTED: "本期数据已经收下，这一填报期不再改动。",
    Decision.RETURNED: "请按下列意见修改，重新签批后再报；下一次填报代替本次。",
}

_CODE = "代码："
_TITLE = re.compile(r"([1-9][0-9]{3})年工作要点进展填报审核回执")
_SEQUENCE = re.compile(r"第([1-9][0-9]{0,5})次填报")
_NUMBER = re.compile(r"第([1-9][0-9]{0,5})号回执")


def title_text(year: int) -> str:
    """Say the title."""
    return f"{year}年工作要点进展填报审核回执"


def parse_title(text: str) -> int | None:
    """Read the year of a title."""
    match = _TITLE.fullmatch(text)
    return int(match[1]) if match else None


def unit_text(name: str, code: str) -> str:
    """Say a unit with its code.

    >>> unit_text("示例区教育和体育局", "370899")
    '示例区教育和体育局（代码：370899）'
    """
    return f"{name}（{_CODE}{code or ABSENT}）"


def parse_unit(text: str) -> tuple[str, str] | None:
    """Read the name and the code of a unit."""
    parts = parse_bracket(text)
    if parts is None or not parts[1].startswith(_CODE):
        return None
    code = parts[1].removeprefix(_CODE)
    return parts[0], "" if code == ABSENT else code


def sequence_text(sequence: int) -> str:
    """Say which return of the period was decided on."""
    return f"第{sequence}次填报"


def parse_sequence(text: str) -> int | None:
    """Read which return of the period was decided on."""
    match = _SEQUENCE.fullmatch(text)
    return int(match[1]) if match else None


def number_text(number: int) -> str:
    """Say the how-manieth receipt for the return this is."""
    return f"第{number}号回执"


def parse_number(text: str) -> int | None:
    """Read the how-manieth receipt it is."""
    match = _NUMBER.fullmatch(text)
    return int(match[1]) if match else None


def parse_decision(text: str) -> Decision | None:
    """Read a decision."""
    return next((decision for decision, words in DECISION.items() if words == text), None)
