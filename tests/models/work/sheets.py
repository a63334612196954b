"""Sheets from above as the door hands them out, made without the door: what they say, and a signer."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Generic, TypeVar

from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Decision, Direction, Duty, TaskKind
from models.signing.verify import Signer
from models.work.assignment_content import AssignmentContent, AssignmentGroup, AssignmentHead, AssignmentRow
from models.work.from_above import SheetFile
from models.work.receipt_content import ReceiptContent, ReceiptHead, ReceiptRow
from models.workbooks.assignment_canonical import assignment_check_code
from models.workbooks.receipt_canonical import receipt_check_code

Content = TypeVar("Content")

FILE = SheetFile("任务下达表_某县教育局_2021_第1版.xlsx", "a" * 64)
SIGNER = Signer(
    name="某市教育局",
    code="3708",
    fingerprint="K7QM 2XHD 9PTA VW4E",
    digest="b" * 64,
    valid_from=datetime(2021, 1, 1, tzinfo=UTC),
    valid_until=datetime(2031, 1, 1, tzinfo=UTC),
)
HEAD = AssignmentHead(
    plan_id="2021-0a1b2c3d4e5f",
    plan_title="2021年工作要点",
    document_number="某教字〔2021〕1号",
    year=2021,
    superior_name="某市教育局",
    superior_code="3708",
    unit_name="某县教育局",
    unit_code="370800",
    version=1,
    supersedes="",
    period_kind=PeriodKind.MONTH,
    reviewer=False,
    unit_head=False,
    issued_on=date(2021, 3, 5),
)


@dataclass(frozen=True)
class Sheet(Generic[Content]):
    """A sheet that was let in."""

    content: Content
    check_code: str
    signer: Signer = SIGNER
    is_confirmed: bool = True


def row(task_id: str, *targets: str, text: str = "", duty: Duty = Duty.LEAD) -> list[AssignmentRow]:
    """Return the rows of a task with so many targets, the whole always ten times the share."""
    bare = AssignmentRow(
        number=int(task_id[:2]),
        task_id=task_id,
        task_text=text or f"工作{task_id}",
        kind=TaskKind.QUANTIFIED if targets else TaskKind.MILESTONE,
        duty=duty,
        lead=("某县教育局",),
        support=(),
        due=None,
    )
    return [
        replace(
            bare,
            indicator_id=f"{task_id}/{position}",
            indicator_name=f"指标{position}",
            unit="所",
            direction=Direction.AT_LEAST,
            target=Decimal(target),
            whole=Decimal(target) * 10,
        )
        for position, target in enumerate(targets, start=1)
    ] or [bare]


def assignment(*tasks: list[AssignmentRow], **head: object) -> Sheet[AssignmentContent]:
    """Make an assignment of one item."""
    group = AssignmentGroup(
        part_number=1,
        part_title="总体要求",
        item_number=1,
        item_title="推进工作",
        rows=tuple(row for task in tasks for row in task),
    )
    content = AssignmentContent(head=replace(HEAD, **head), groups=(group,) if tasks else ())  # type: ignore[arg-type]
    return Sheet(content, assignment_check_code(content))


def receipt(period: Period, *, accepted: bool = False, **head: object) -> Sheet[ReceiptContent]:
    """Make a receipt for the first return of a period: returned with two comments, or accepted."""
    made = ReceiptHead(
        plan_id=HEAD.plan_id,
        plan_title=HEAD.plan_title,
        document_number=HEAD.document_number,
        year=2021,
        superior_name=HEAD.superior_name,
        superior_code=HEAD.superior_code,
        unit_name=HEAD.unit_name,
        unit_code=HEAD.unit_code,
        period=period,
        sequence=1,
        return_check_code="CODE-1",
        number=1,
        decision=Decision.ACCEPTED if accepted else Decision.RETURNED,
        comment="" if accepted else "请核对",
        reviewed_by="李科长",
        reviewed_on=date(2021, 6, 28),
    )
    rows = () if accepted else (
        ReceiptRow(number=1, task_id="01-AAAAAA", task_text="工作01-AAAAAA", comment="数比上期少"),
        ReceiptRow(number=2, task_id="01-BBBBBB", task_text="工作01-BBBBBB", comment="没有佐证"),
    )  # fmt: skip
    content = ReceiptContent(head=replace(made, **head), rows=rows)  # type: ignore[arg-type]
    return Sheet(content, receipt_check_code(content))
