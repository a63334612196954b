"""The words of 汇总表 and 通报: how far a unit is, how figures roll up, and what a unit brings."""

from decimal import Decimal
from typing import Final

from models.core.vocabulary import RollUp
from models.store.received import ReturnForm
from models.work.collect_board import BoardCell, CellState
from models.work.roll_up import Part, Proposal

_STATES: Final = {
    CellState.AHEAD: "未到期",
    CellState.NOT_YET: "未报",
    CellState.OVERDUE: "逾期未报",
    CellState.WAITING: "待审核",
    CellState.RETURNED: "退回修改",
    CellState.ACCEPTED: "审核通过",
}
_METHODS: Final = {
    RollUp.SUM: "合计",
    RollUp.LATEST: "合计（未报的取最近一期）",
    RollUp.WEIGHTED: "加权平均",
    RollUp.BY_HAND: "不汇总",
}
_PARTS: Final = {
    Part.NO_DATA: "无数据",
    Part.WAITING: "待审核",
    Part.RETURNED: "退回",
    Part.MISSING: "未报",
    Part.WITHOUT_WEIGHT: "无权重",
}


def state_word(cell: BoardCell) -> str:
    """Say how far a unit is with its return, that it was filled in by hand, and that it came late."""
    by_hand = cell.judged is not None and cell.judged.received.form is ReturnForm.BLANK_FORM
    return _STATES[cell.state] + ("（手填）" if by_hand else "") + ("（迟报）" if cell.is_late else "")


def method_word(proposal: Proposal) -> str:
    """Say how the figures of an indicator roll up."""
    word = _METHODS[proposal.method.kind]
    return f"{word}（{proposal.method.weight}）" if proposal.method.weight else word


def brought(amount: Decimal | None, part: Part) -> Decimal | str:
    """Return the figure that a unit brings, or say why there is none."""
    return _PARTS[part] if amount is None else amount
