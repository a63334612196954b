"""What is typed in the demo: made-up progress, the same on each machine."""

from dataclasses import dataclass
from decimal import Decimal

from models.core.numbers import plain
from models.core.vocabulary import Status

OPERATOR = "李明"
UNIT = "示例区教育和体育局"
UNIT_CODE = "370811"
REVIEWER = "王芳"
UNIT_HEAD = "张伟"
PHONE = "0537-1234567"
EVIDENCE = "验收意见.txt"
EVIDENCE_TEXT = "经现场查验，已完成的部分符合方案要求，同意通过验收。\n"

# Shares of the target in per cent: ahead, on schedule, behind, far behind, above the target.
_SHARES = (60, 45, 52, 18, 75, 30, 100, 48, 12, 66, 55, 110, 40, 58, 25, 90, 50, 35, 62, 0)
_NARRATIVES = (
    "已完成上半年计划，下一批项目正在履行政府采购程序。",
    "方案已经印发，各县市区完成摸底，台账每周更新。",
    "组织了专题培训和现场督导，发现的问题已全部建账。",
    "前期手续已办结，施工单位进场，预计暑假期间集中推进。",
    "完成年度任务，正在组织验收，材料已归档。",
)
_PROBLEMS = "部分县区配套资金到位较慢，施工时间集中在暑期。"


@dataclass(frozen=True, slots=True)
class Typed:
    """One figure: the keys that are pressed, and the amount in the base unit that they stand for."""

    keys: str
    amount: str


def figure(place: int, target: Decimal) -> Typed:
    """Choose the figure for the indicator at a place, and a way to write it that people use."""
    amount = (target * _SHARES[place % len(_SHARES)] / 100).to_integral_value()
    text = plain(amount)
    if amount and amount % 10_000 == 0:
        return Typed(f"{plain(amount / 10_000)}万", text)
    if amount >= 1000:
        return Typed(f"{int(amount):,}", text)
    if place % 5 == 4:
        return Typed(text.translate(str.maketrans("0123456789", "０１２３４５６７８９")), text)
    return Typed(text, text)


def status(place: int, amounts: list[Decimal], targets: list[Decimal]) -> Status:
    """Choose a status that fits the figures; for tasks without figures, one after the other."""
    if not targets:
        return (Status.IN_PROGRESS, Status.COMPLETED, Status.IN_PROGRESS, Status.BEHIND)[place % 4]
    if all(amount >= target for amount, target in zip(amounts, targets, strict=True)):
        return Status.COMPLETED
    return Status.IN_PROGRESS if any(amounts) else Status.NOT_STARTED


def narrative(place: int) -> str:
    """Choose a narrative."""
    return _NARRATIVES[place % len(_NARRATIVES)]


def problems(*, behind: bool) -> str:
    """Choose what to write under problems."""
    return _PROBLEMS if behind else ""
