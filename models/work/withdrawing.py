"""Taking back a return that went out, as long as the superior has not accepted it. Never in silence: with a notice."""

from dataclasses import dataclass
from datetime import datetime

from models.core.changes import Changes
from models.core.errors import UserError
from models.core.periods import Period
from models.core.texts import clean_name
from models.store.database import Workspace
from models.store.exports import last_export
from models.store.outbox import Fate, Paper, note_outbox, outbox
from models.store.period_events import closing_of
from models.store.records import ExportRecord
from models.store.superior import superior
from models.store.units import own_unit
from models.work.closing import reopen


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What withdrawing did, and what is to be sent to the superior: a text in Chinese, as all that travels."""

    changes: Changes
    notice: str


@dataclass(eq=False)
class NothingToWithdraw(UserError):
    """No return of the period is out: none was exported, or the last one was taken back or sent back already."""

    period: Period


def withdraw(workspace: Workspace, period: Period, *, reason: str, operator: str, at: datetime) -> Withdrawn:
    """Take the latest return of a period back: the period is open again, and the next return takes that one's place.

    Args:
        workspace: whose.
        period: of which period.
        reason: why, which the superior is told.
        operator: who says so.
        at: now, with its time zone.

    Raises:
        NothingToWithdraw: no return of the period is out.
        PeriodAccepted: the superior accepted it.
        CorrectionReasonUnfit: the reason is missing, or too long.
        EnvironmentProblem: the machine refuses. In each case nothing was changed.
    """
    with workspace.transaction():
        export = last_export(workspace, period)
        if export is None or closing_of(workspace, period) is None:
            raise NothingToWithdraw(period)
        changes = reopen(workspace, period, reason=reason, operator=operator, at=at)
        for item in outbox(workspace, paper=Paper.RETURN, period=period):
            if item.number == export.sequence and item.fate is not Fate.WITHDRAWN:
                changes |= note_outbox(workspace, item.id, Fate.WITHDRAWN, operator=operator, at=at, detail=reason)
        return Withdrawn(changes, _notice(workspace, export, reason=reason, at=at))


def _notice(workspace: Workspace, export: ExportRecord, *, reason: str, at: datetime) -> str:
    own, above = own_unit(workspace), superior(workspace)
    what = f"{export.period.official_name}进展填报表（第{export.sequence}次，数据校验码 {export.check_code}）"
    why = clean_name(reason).rstrip("。")
    lines = (
        f"{above.name if above else '上级单位'}：",
        f"    我单位报送的{what}现申请撤回，原因：{why}。",
        f"    请暂不审核、不汇总这一次；更正后将报送第{export.sequence + 1}次，以新表为准。",
        own.name if own else "",
        f"{at.year}年{at.month}月{at.day}日",
    )
    return "\n".join(line for line in lines if line)
