"""The canonical forms of assignments and receipts, against bytes written out by hand as their pages have them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Decision, Duty, Per, TaskKind
from models.signing.check_code import check_code, is_check_code
from models.work.assignment_content import AssignmentContent, AssignmentGroup, AssignmentRow
from models.work.receipt_content import ReceiptContent, ReceiptRow
from models.workbooks import assignment_wording, receipt_wording, wording
from models.workbooks.assignment_canonical import assignment_canonical, assignment_check_code
from models.workbooks.assignment_form import COLUMNS as ASSIGNMENT_COLUMNS
from models.workbooks.assignment_printable import assignment_as_printed
from models.workbooks.printable import NotPrintable
from models.workbooks.receipt_canonical import receipt_canonical, receipt_check_code
from models.workbooks.receipt_form import COLUMNS as RECEIPT_COLUMNS
from tests.models.workbooks.exchange_samples import (
    ASSIGNMENT_HEAD,
    RECEIPT_HEAD,
    accepted_receipt,
    assigned,
    share,
    small_assignment,
    small_receipt,
)

DOCS = Path(__file__).resolve().parents[3] / "docs"
TASK = "06-7K3QXM"

ASSIGNMENT = (
    "yaodian-assignment/1\x1e"
    "plan\x1fP7K3QXM9RT\x1f济宁市教育局（中共济宁市委教育工委）2021年工作要点\x1f济教字〔2021〕1号\x1f2021\x1e"
    "superior\x1f济宁市教育局\x1f370800\x1e"
    "unit\x1f示例区教育和体育局\x1f370899\x1e"
    "reports\x1fquarter\x1freviewer\x1f\x1e"
    "contact\x1f政策法规科 张敏 0537-2345678\x1e"
    "remark\x1f\x1e"
    "group\x1f3\x1f推进发展\x1f6\x1f突破基础教育\x1e"
    "row\x1f33\x1f06-7K3QXM\x1f实施强镇筑基行动\x1fquantified\x1flead\x1f示例区教育和体育局\n任城区教育和体育局\x1f"
    "职业教育、成人教育科\x1f2021-12-31\x1f06-7K3QXM/1\x1f小学\x1f所\x1fat_least\x1f9\x1f100\x1f\x1f\x1e"
    "row\x1f33\x1f06-7K3QXM\x1f实施强镇筑基行动\x1fquantified\x1flead\x1f示例区教育和体育局\n任城区教育和体育局\x1f"
    "职业教育、成人教育科\x1f2021-12-31\x1f06-7K3QXM/3\x1f中学\x1f所\x1fat_least\x1f9\x1f100\x1f\x1f\x1e"
    "row\x1f34\x1f06-AAAAAA\x1f开展集中视导\x1fquantified\x1fsupport\x1f示例区教育和体育局\x1f\x1f\x1f06-AAAAAA/1\x1f视导\x1f次\x1f"
    "at_least\x1f8\x1f8\x1f\x1fquarter\x1e"
    "group\x1f4\x1f立德树人\x1f11\x1f加强体育\x1e"
    "row\x1f81\x1f11-BBBBBB\x1f降低近视率\x1fquantified\x1flead\x1f示例区教育和体育局\x1f\x1f\x1f11-BBBBBB/1\x1f近视率\x1f%\x1f"
    "at_most\x1f45\x1f45\x1f45.5\x1f\x1e"
    "row\x1f82\x1f11-CCCCCC\x1f制定行动计划\x1fmilestone\x1flead\x1f示例区教育和体育局\x1f\x1f\x1f\x1f\x1f\x1f\x1f\x1f\x1f\x1f\x1e"
)
RECEIPT = (
    "yaodian-receipt/1\x1e"
    "plan\x1fP7K3QXM9RT\x1e"
    "superior\x1f济宁市教育局\x1f370800\x1e"
    "unit\x1f示例区教育和体育局\x1f370899\x1e"
    "period\x1f2021-Q2\x1e"
    "return\x1f1\x1fXKR6-F23N-EMYH\x1e"
    "decision\x1f1\x1freturned\x1f请按下列意见逐项核实。\n数据以学年初报表为准。\x1e"
    "row\x1f33\x1f06-7K3QXM\x1f实施强镇筑基行动\x1f累计完成6所，比第一季度的7所少。\n请核对台账，改正本期数，或在进展情况里说明原因。\x1e"
    "row\x1f34\x1f06-AAAAAA\x1f开展集中视导\x1f没有佐证材料，请附视导通报。\x1e"
)


def test_canonical_bytes_are_those_of_the_specification() -> None:
    assert assignment_canonical(small_assignment()) == ASSIGNMENT.encode("utf-8")
    assert receipt_canonical(small_receipt()) == RECEIPT.encode("utf-8")


def test_check_codes_are_those_of_the_canonical_bytes() -> None:
    codes = (assignment_check_code(small_assignment()), receipt_check_code(small_receipt()))
    assert codes == (check_code(ASSIGNMENT.encode()), check_code(RECEIPT.encode()))
    assert codes == ("4P33-7ETC-22QQ", "J428-FPEB-M5YN") and all(map(is_check_code, codes))


@pytest.mark.parametrize(
    "change", [{"version": 2}, {"supersedes": "X6MN-PF35-D4JE"}, {"issued_on": date(2021, 4, 1)}], ids=str
)
def test_the_same_expectations_have_the_same_code(change: dict[str, object]) -> None:
    assert assignment_check_code(small_assignment(**change)) == assignment_check_code(small_assignment())


@pytest.mark.parametrize(
    "change",
    [
        {"plan_id": "P2"},
        {"plan_title": "别的要点"},
        {"document_number": "2号"},
        {"superior_name": "别的局"},
        {"superior_code": "370000"},
        {"unit_name": "别的局"},
        {"unit_code": "370811"},
        {"period_kind": PeriodKind.MONTH},
        {"reviewer": False},
        {"unit_head": True},
        {"contact": ""},
        {"remark": "尽快"},
    ],
    ids=str,
)
def test_each_expectation_counts(change: dict[str, object]) -> None:
    assert assignment_check_code(small_assignment(**change)) != assignment_check_code(small_assignment())


def test_each_fact_of_a_row_counts() -> None:
    row = assigned(33, TASK, "做强小学", **share(TASK, 1, "小学", "所", target="9", whole="100"))
    changes: list[dict[str, object]] = [
        {},
        {"number": 34},
        {"task_text": "做强中学"},
        {"kind": TaskKind.ONGOING},
        {"duty": Duty.SUPPORT},
        {"lead": ()},
        {"support": ("别的局",)},
        {"due": date(2021, 6, 30)},
        {"indicator_id": f"{TASK}/2"},
        {"indicator_name": "中学"},
        {"unit": "个"},
        {"target": Decimal(8)},
        {"target": None},
        {"target": Decimal(0)},
        {"whole": Decimal(99)},
        {"baseline": Decimal(0)},
        {"per": Per.YEAR},
    ]
    assert len({assignment_check_code(_with(replace(row, **change))) for change in changes}) == len(changes)  # type: ignore[arg-type]


def _with(row: AssignmentRow) -> AssignmentContent:
    group = AssignmentGroup(part_number=3, part_title="推进发展", item_number=6, item_title="突破基础教育", rows=(row,))
    return AssignmentContent(head=ASSIGNMENT_HEAD, groups=(group,))


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        ({"reviewed_by": "别人"}, False),
        ({"reviewed_on": date(2021, 7, 1)}, False),
        ({"plan_title": "别的要点"}, False),
        ({"document_number": "2号"}, False),
        ({"plan_id": "P2"}, True),
        ({"superior_code": "370000"}, True),
        ({"unit_name": "别的局"}, True),
        ({"period": Period(2021, PeriodKind.QUARTER, 3)}, True),
        ({"sequence": 2}, True),
        ({"return_check_code": "X6MN-PF35-D4JE"}, True),
        ({"number": 2}, True),
        ({"comment": "请核实。"}, True),
    ],
    ids=str,
)
def test_what_was_decided_counts_and_by_whom_does_not(change: dict[str, object], counts: bool) -> None:
    assert (receipt_check_code(small_receipt(**change)) != receipt_check_code(small_receipt())) is counts


def test_accepted_and_returned_are_two_things() -> None:
    accepted = accepted_receipt(comment="好")
    returned = ReceiptContent(head=replace(accepted.head, decision=Decision.RETURNED))
    assert receipt_check_code(accepted) != receipt_check_code(returned)


@pytest.mark.parametrize(
    "content",
    [
        ReceiptContent(head=replace(RECEIPT_HEAD, comment="")),
        ReceiptContent(head=replace(RECEIPT_HEAD, comment="无")),
        replace(small_receipt(), head=replace(RECEIPT_HEAD, decision=Decision.ACCEPTED)),
        ReceiptContent(head=RECEIPT_HEAD, rows=(ReceiptRow(number=1, task_id="", task_text="任务", comment="改"),)),
        ReceiptContent(head=RECEIPT_HEAD, rows=(ReceiptRow(number=1, task_id=TASK, task_text="任务", comment=" "),)),
    ],
    ids=["no reason", "nothing for a reason", "accepted with comments", "no task", "no comment"],
)
def test_a_decision_without_its_reasons_has_no_code(content: ReceiptContent) -> None:
    with pytest.raises(NotPrintable):
        receipt_check_code(content)


def test_of_many_units_the_first_are_named_and_all_counted() -> None:
    names = tuple(f"第{number}小学" for number in range(1, 301))
    row = assigned(33, TASK, "做强小学", lead=names, support=names[:12])
    (printed,) = assignment_as_printed(_with(row)).groups[0].rows
    assert printed.lead == (*names[:11], "等300个单位")
    assert printed.support == names[:12]
    assert assignment_as_printed(_with(printed)) == _with(printed)


def _example(page: str) -> tuple[bytes, str]:
    """Return the bytes that a page shows, and the page."""
    text = (DOCS / page).read_text(encoding="utf-8")
    shown = text.split("```")[1].replace("\n", "").replace("␟", "\x1f").replace("␞", "\x1e")
    return shown.encode("utf-8"), text


def test_the_example_of_an_assignment_is_right() -> None:
    shown, text = _example("assignment-format.md")
    facts = share(TASK, 1, "小学", "所", target="9", whole="100", due=date(2021, 12, 31), lead=("示例局",))
    head = replace(
        ASSIGNMENT_HEAD,
        plan_id="P1",
        plan_title="工作要点",
        document_number="示教字〔2021〕1号",
        superior_name="示例市教育局",
        unit_name="示例局",
        contact="张敏",
    )
    content = replace(_with(assigned(33, TASK, "做强小学", **facts)), head=head)
    assert assignment_canonical(content) == shown
    assert f"gives `{check_code(shown)}`" in text


def test_the_example_of_a_receipt_is_right() -> None:
    shown, text = _example("receipt-format.md")
    head = replace(
        RECEIPT_HEAD,
        plan_id="P1",
        superior_name="示例市教育局",
        unit_name="示例局",
        return_check_code="J7TG-NZ7D-3DKV",
        comment="请核对。",
    )
    row = ReceiptRow(number=33, task_id=TASK, task_text="做强小学", comment="与台账不符，请改正。")
    assert receipt_canonical(ReceiptContent(head=head, rows=(row,))) == shown
    assert f"gives `{check_code(shown)}`" in text


@pytest.mark.parametrize(
    ("page", "words", "columns"),
    [
        ("assignment-format.md", assignment_wording, ASSIGNMENT_COLUMNS),
        ("receipt-format.md", receipt_wording, RECEIPT_COLUMNS),
    ],
)
def test_the_specification_names_every_column_and_label(page: str, words: object, columns: tuple) -> None:  # type: ignore[type-arg]
    text = (DOCS / page).read_text(encoding="utf-8")
    said = {name: value for name, value in vars(words).items() if name.isupper()}
    labels = [value for value in said.values() if isinstance(value, str)]
    labels += [word for value in said.values() if isinstance(value, dict) for word in value.values()]
    headings = [column.heading for column in columns]
    assert [word for word in (*labels, *headings) if word not in text and word != wording.ABSENT] == []
