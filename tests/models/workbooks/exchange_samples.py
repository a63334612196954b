"""Assignments and receipts for the tests: small ones that can be checked by hand, and ones over a year's tasks."""

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal

from models.core.periods import PeriodKind
from models.core.vocabulary import Decision, Direction, Duty, Per, TaskKind
from models.signing.certificate import Algorithm
from models.signing.identity import Identity, create_identity
from models.work.assignment_content import AssignmentContent, AssignmentGroup, AssignmentHead, AssignmentRow
from models.work.receipt_content import ReceiptContent, ReceiptHead, ReceiptRow
from tests.models.workbooks.samples import HEAD, MADE_AT, long_text, year_content

SUPERIOR_NAME, SUPERIOR_CODE = "济宁市教育局", "370800"

ASSIGNMENT_HEAD = AssignmentHead(
    plan_id=HEAD.plan_id,
    plan_title=HEAD.plan_title,
    document_number=HEAD.document_number,
    year=2021,
    superior_name=SUPERIOR_NAME,
    superior_code=SUPERIOR_CODE,
    unit_name=HEAD.unit_name,
    unit_code=HEAD.unit_code,
    version=1,
    supersedes="",
    period_kind=PeriodKind.QUARTER,
    reviewer=True,
    unit_head=False,
    issued_on=date(2021, 3, 5),
    contact="政策法规科 张敏 0537-2345678",
    remark="",
)

RECEIPT_HEAD = ReceiptHead(
    plan_id=HEAD.plan_id,
    plan_title=HEAD.plan_title,
    document_number=HEAD.document_number,
    year=2021,
    superior_name=SUPERIOR_NAME,
    superior_code=SUPERIOR_CODE,
    unit_name=HEAD.unit_name,
    unit_code=HEAD.unit_code,
    period=HEAD.period,
    sequence=1,
    return_check_code="XKR6-F23N-EMYH",
    number=1,
    decision=Decision.RETURNED,
    comment="请按下列意见逐项核实。\n数据以学年初报表为准。",
    reviewed_by="张敏",
    reviewed_on=date(2021, 6, 28),
)


def superior(**facts: object) -> Identity:
    """Make the identity of the samples' superior, or another one; P-256 unless said otherwise."""
    given: dict[str, object] = {
        "unit_name": SUPERIOR_NAME,
        "unit_code": SUPERIOR_CODE,
        "at": MADE_AT,
        "algorithm": Algorithm.P_256,
    }
    return create_identity(**(given | facts))  # type: ignore[arg-type]


def assigned(number: int, task_id: str, text: str, **facts: object) -> AssignmentRow:
    """Make a row that this unit leads alone, without indicator, changed by ``facts``."""
    bare = AssignmentRow(
        number=number,
        task_id=task_id,
        task_text=text,
        kind=TaskKind.MILESTONE,
        duty=Duty.LEAD,
        lead=(HEAD.unit_name,),
        support=(),
        due=None,
    )
    return replace(bare, **facts)  # type: ignore[arg-type]


def share(
    task_id: str, position: int, name: str, unit: str, *, target: str, whole: str, **facts: object
) -> dict[str, object]:
    """Return the facts of an indicator of which this unit has a share."""
    return {
        "indicator_id": f"{task_id}/{position}",
        "indicator_name": name,
        "unit": unit,
        "direction": Direction.AT_LEAST,
        "target": Decimal(target),
        "whole": Decimal(whole),
        "kind": TaskKind.QUANTIFIED,
    } | facts


def small_assignment(**facts: object) -> AssignmentContent:
    """Two groups: a task with two indicators, one with a rate, one with a ceiling, one with none; some shared."""
    both = {
        "lead": (HEAD.unit_name, "任城区教育和体育局"),
        "support": ("职业教育、成人教育科",),
        "due": date(2021, 12, 31),
    }
    schools = "06-7K3QXM"
    first = AssignmentGroup(
        part_number=3,
        part_title="推进发展",
        item_number=6,
        item_title="突破基础教育",
        rows=(
            assigned(
                33, schools, "实施强镇筑基行动", **share(schools, 1, "小学", "所", target="9", whole="100"), **both
            ),
            assigned(
                33, schools, "实施强镇筑基行动", **share(schools, 3, "中学", "所", target="9", whole="100"), **both
            ),
            assigned(
                34,
                "06-AAAAAA",
                "开展集中视导",
                **share("06-AAAAAA", 1, "视导", "次", target="8", whole="8", per=Per.QUARTER),
                duty=Duty.SUPPORT,
            ),
        ),
    )
    ceiling = {"direction": Direction.AT_MOST, "baseline": Decimal("45.5")}
    second = AssignmentGroup(
        part_number=4,
        part_title="立德树人",
        item_number=11,
        item_title="加强体育",
        rows=(
            assigned(
                81,
                "11-BBBBBB",
                "降低近视率",
                **share("11-BBBBBB", 1, "近视率", "%", target="45", whole="45", **ceiling),
            ),
            assigned(82, "11-CCCCCC", "制定行动计划"),
        ),
    )
    return AssignmentContent(head=replace(ASSIGNMENT_HEAD, **facts), groups=(first, second))  # type: ignore[arg-type]


def small_receipt(**facts: object) -> ReceiptContent:
    """A return that goes back, with two comments."""
    rows = (
        ReceiptRow(
            number=33,
            task_id="06-7K3QXM",
            task_text="实施强镇筑基行动",
            comment="累计完成6所，比第一季度的7所少。\n请核对台账，改正本期数，或在进展情况里说明原因。",
        ),
        ReceiptRow(number=34, task_id="06-AAAAAA", task_text="开展集中视导", comment="没有佐证材料，请附视导通报。"),
    )
    return ReceiptContent(head=replace(RECEIPT_HEAD, **facts), rows=rows)  # type: ignore[arg-type]


def accepted_receipt(**facts: object) -> ReceiptContent:
    """A return that was accepted, without any comment."""
    given = {"decision": Decision.ACCEPTED, "comment": "", "number": 2} | facts
    return ReceiptContent(head=replace(RECEIPT_HEAD, **given))  # type: ignore[arg-type]


_UNITS = ("任城区教育和体育局", "兖州区教育和体育局", "曲阜市教育和体育局", "市教育科学研究院", "职业教育与成人教育科")
_FIGURES = (
    ("做强乡镇中心小学", "所", "9", "100"),
    ("更换防近视照明灯教室", "口", "420", "5000"),
    ("培训人次", "人", "68000", "1000000"),
    ("投入资金", "元", "8200000.5", "120000000"),
    ("普惠性幼儿园覆盖率", "%", "85.5", "85.5"),
)


def year_assignment(*, rows: int = 500, seed: int = 1) -> AssignmentContent:
    """An assignment over the bundled document's tasks, again and again, of just so many rows."""
    chance = random.Random(seed)
    groups: list[AssignmentGroup] = []
    left, number = rows, 0
    while left:
        for group in year_content().groups:
            made: list[AssignmentRow] = []
            for row in group.rows:
                if len(made) < left and (not made or made[-1].task_text != row.task_text):
                    number += 1
                    made.extend(_some(chance, number, group.item_number, row.task_text)[: left - len(made)])
            left -= len(made)
            if made:
                facts = {"part_number": group.part_number, "part_title": group.part_title}
                groups.append(
                    AssignmentGroup(
                        **facts, item_number=group.item_number, item_title=group.item_title, rows=tuple(made)
                    )  # type: ignore[arg-type]
                )
    return AssignmentContent(head=ASSIGNMENT_HEAD, groups=tuple(groups))


def _some(chance: random.Random, number: int, item: int, text: str) -> list[AssignmentRow]:
    task_id = f"{item:02d}-" + "".join(chance.choices("23456789ABCDEFGHJKMNPQRTVWXYZ", k=6))
    shared = {
        "kind": chance.choice([TaskKind.MILESTONE, TaskKind.ONGOING]),
        "duty": chance.choice(list(Duty)),
        "lead": tuple(chance.sample(_UNITS, k=chance.randint(1, 2))),
        "support": tuple(chance.sample(_UNITS, k=chance.randint(0, 4))),
        "due": chance.choice([None, date(2021, 6, 30), date(2021, 12, 31)]),
    }
    if number % 3:
        return [assigned(number, task_id, text, **shared)]
    picked = chance.sample(_FIGURES, k=1 + number % 2)
    return [
        assigned(number, task_id, text, **(shared | share(task_id, position, name, unit, target=target, whole=whole)))
        for position, (name, unit, target, whole) in enumerate(picked, start=1)
    ]


def year_receipt(*, rows: int = 500) -> ReceiptContent:
    """A receipt with so many comments, some as long as they may be."""
    texts = [row.task_text for group in year_content().groups for row in group.rows]
    made = tuple(
        ReceiptRow(
            number=number,
            task_id=f"06-{number:06d}",
            task_text=texts[number % len(texts)],
            comment=long_text(500, str(number)) if number % 37 == 0 else "数字与台账不符，请核对后改正，并附佐证材料。",
        )
        for number in range(1, rows + 1)
    )
    return ReceiptContent(head=RECEIPT_HEAD, rows=made)
