"""进展填报表（手填）: what is printed on the form for units without the program, and where; nobody signs it.

A person fills it in with Excel, WPS or LibreOffice, each of which writes the whole file anew and may move things. So
nothing is found by its address: the columns are found by their headings, the lines by their labels, the rows by their
任务编号. What is printed is summed in a check code that stands on the form, so that none of it goes missing unnoticed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from models.core.periods import Period, parse_period
from models.signing.check_code import check_code, normal_check_code
from models.workbooks import wording
from models.workbooks.canonical import canonical_bytes
from models.workbooks.kinds import BLANK_FORM_SHEET
from models.workbooks.layout import Column

FORM: Final = 1

COLUMNS: Final = (
    Column("序号", 36),
    Column("任务编号", 88),
    Column("工作任务", 206),
    Column("指标", 118),
    Column("目标值", 70),
    Column("完成时限", 106),
    Column("累计完成", 84),
    Column("进展状态", 76),
    Column("进展情况", 192),
    Column("存在问题", 128),
    Column("下一步打算", 128),
    Column("备注", 74),
)
NUMBER, TASK_ID, TASK, INDICATOR, TARGET, DUE, AMOUNT, STATUS, NARRATIVE, PROBLEMS, NEXT, REMARK = range(12)
PRINTED: Final = range(NUMBER, AMOUNT)
TEXTS: Final = {NARRATIVE: "narrative", PROBLEMS: "problems", NEXT: "next_steps", REMARK: "remark"}

SUPERIOR: Final = "下达单位："
SEQUENCE: Final = "第几次填报："
UNIT_HEAD: Final = "单位负责人："
NAMES: Final = {
    "filled_by": wording.FILLED_BY,
    "phone": wording.PHONE,
    "reviewed_by": wording.REVIEWED_BY,
    "unit_head": UNIT_HEAD,
}
FORM_LABEL: Final = "表式："
FORM_TEXT: Final = wording.form_text(FORM, sheet_name=BLANK_FORM_SHEET)
HINT: Final = (
    "只填黄色的格子，其余的不要动；累计完成填年初到本期末的累计数，没有数据的写“无数据：”和原因；存成 .xlsx 交回。"
)

_TITLE: Final = re.compile(r"([1-9][0-9]{3})年工作要点进展填报表（手填）")
_NUMBER: Final = "表号："
_PERIOD: Final = "[0-9]{4}-[MQHY][0-9]{1,2}"
_FORM_NUMBER: Final = re.compile(rf"(.+?) / (.+?) / ({_PERIOD}) / 第([1-9][0-9]{{0,5}})版 / ([0-9A-Z-]{{14}})")


@dataclass(frozen=True, slots=True)
class FormNumber:
    """What the line 表号 says: of which assignment and period the form is, and the check code of what is printed."""

    plan_id: str
    unit_code: str
    period: Period
    version: int
    check_code: str


def title_text(year: int) -> str:
    """Say the title."""
    return f"{year}年工作要点进展填报表（手填）"


def parse_title(text: str) -> int | None:
    """Read the year of a title."""
    match = _TITLE.fullmatch(text)
    return int(match[1]) if match else None


def form_number_text(number: FormNumber) -> str:
    """Say the line 表号."""
    code = number.unit_code or wording.ABSENT
    return f"{_NUMBER}{number.plan_id} / {code} / {number.period.id} / 第{number.version}版 / {number.check_code}"


def parse_form_number(text: str) -> FormNumber | None:
    """Read the line 表号; None for anything else."""
    match = _FORM_NUMBER.fullmatch(text.removeprefix(_NUMBER)) if text.startswith(_NUMBER) else None
    code = normal_check_code(match[5]) if match else None
    if match is None or code is None:
        return None
    try:
        period = parse_period(match[3])
    except ValueError:
        return None
    return FormNumber(match[1], "" if match[2] == wording.ABSENT else match[2], period, int(match[4]), code)


def printed_code(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the check code of what is printed on a form.

    Args:
        head: id, title, number and year of the plan, superior, name and code of the unit, period, version, as texts.
        rows: of the table: a group has only its title, a task's row the texts of the columns in ``PRINTED``.
    """
    return check_code(canonical_bytes([(f"yaodian-blank-form/{FORM}",), head, *rows]))
