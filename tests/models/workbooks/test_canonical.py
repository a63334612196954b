"""The canonical form, against bytes written out by hand as docs/return-format.md has them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Light, Status
from models.signing.check_code import check_code, is_check_code
from models.work.return_content import ReturnContent, ReturnEvidence, SignOff
from models.workbooks import wording
from models.workbooks.canonical import canonical, return_check_code
from models.workbooks.printable import NotPrintable
from models.workbooks.return_form import COLUMNS
from tests.models.workbooks.samples import HEAD, PLAN, full_content, indicator, row, small_content

GOLDEN = (
    "yaodian-return/2\x1e"
    "plan\x1fP7K3QXM9RT\x1e"
    "unit\x1f示例区教育和体育局\x1f370899\x1e"
    "period\x1f2021-Q2\x1e"
    "group\x1f3\x1f推进发展\x1f6\x1f突破基础教育\x1e"
    "row\x1f33\x1f06-7K3QXM\x1f实施强镇筑基行动\x1f06-7K3QXM/1\x1f做强乡镇中心小学\x1f所\x1fat_least\x1f9\x1f6\x1f\x1f0.6667\x1f"
    "in_progress\x1fgreen\x1f6所完成改造。\n已验收。\x1f资金有缺口\x1f7月招标\x1f无\x1e"
    "row\x1f33\x1f06-7K3QXM\x1f实施强镇筑基行动\x1f06-7K3QXM/2\x1f做强乡镇中心中学\x1f所\x1fat_least\x1f9\x1f\x1f未统计\x1f\x1f"
    "in_progress\x1fnone\x1f\x1f\x1f\x1f\x1e"
    "row\x1f34\x1f06-QQQQQQ\x1f制定行动计划\x1f\x1f\x1f\x1f\x1f\x1f\x1f\x1f\x1fbehind\x1fred\x1f\x1f\x1f\x1f\x1e"
)


def test_canonical_bytes_are_those_of_the_specification() -> None:
    assert canonical(small_content()) == GOLDEN.encode("utf-8")


def test_check_code_is_that_of_the_canonical_bytes() -> None:
    assert return_check_code(small_content()) == check_code(GOLDEN.encode("utf-8")) == "XKR6-F23N-EMYH"
    assert is_check_code(return_check_code(small_content()))


def test_form_1_has_the_same_bytes_but_for_its_line() -> None:
    form_1 = GOLDEN.replace("return/2", "return/1").encode("utf-8")
    assert canonical(small_content(), form=1) == form_1
    assert return_check_code(small_content(), form=1) == "X6MN-PF35-D4JE"


def test_each_fact_of_a_file_counts() -> None:
    content = full_content()
    first = content.evidence[0]
    codes = {return_check_code(content), return_check_code(replace(content, evidence=content.evidence[1:]))}
    for change in ({"name": "另一张.jpg"}, {"size": 1}, {"sha256": "0" * 64}, {"number": 34, "task_id": "06-QQQQQQ"}):
        codes.add(return_check_code(replace(content, evidence=(replace(first, **change), *content.evidence[1:]))))  # type: ignore[arg-type]
    assert len(codes) == 6
    backwards = replace(content, evidence=tuple(reversed(content.evidence)))
    assert return_check_code(backwards) == return_check_code(content)


@pytest.mark.parametrize(
    "change",
    [
        {"sequence": 2},
        {"supersedes": "X6MN-PF35-D4JE", "supersedes_sequence": 1},
        {"draft": True},
        {"filled_on": date(2021, 7, 1)},
        {"sign_off": SignOff(filled_by="别人")},
    ],
    ids=lambda change: next(iter(change)),
)
def test_when_by_whom_and_the_how_manieth_does_not_count(change: dict[str, object]) -> None:
    content = replace(small_content(), head=replace(HEAD, **change))
    assert return_check_code(content) == return_check_code(small_content())


@pytest.mark.parametrize(
    "change",
    [
        {"plan_id": "P2"},
        {"unit_name": "别的局"},
        {"unit_code": "370800"},
        {"period": Period(2021, PeriodKind.QUARTER, 3)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_plan_unit_and_period_count(change: dict[str, object]) -> None:
    content = replace(small_content(), head=replace(HEAD, **change))
    assert return_check_code(content) != return_check_code(small_content())


def test_blank_zero_and_no_data_are_three_things() -> None:
    def code(**facts: object) -> str:
        content = small_content()
        group = content.groups[0]
        rows = (replace(group.rows[0], completion=None, **facts), *group.rows[1:])
        return return_check_code(ReturnContent(head=content.head, groups=(replace(group, rows=rows),)))

    codes = {code(amount=None), code(amount=Decimal(0)), code(amount=None, no_data_reason="未统计")}
    assert len(codes) == 3
    assert code(amount=Decimal("1E+3")) == code(amount=Decimal("1000.00"))


def test_unseen_characters_do_not_make_another_code() -> None:
    content = small_content()
    group = content.groups[0]
    odd = replace(group.rows[0], narrative="6所\u200b完成改造。\r\n已验收。\x00 \ud800")
    changed = ReturnContent(head=content.head, groups=(replace(group, rows=(odd, *group.rows[1:])),))
    assert canonical(changed) == canonical(content)


def test_what_no_sheet_can_hold_has_no_code() -> None:
    content = small_content()
    group = content.groups[0]
    long = replace(group.rows[0], narrative="长" * 501)
    with pytest.raises(NotPrintable) as refused:
        canonical(ReturnContent(head=content.head, groups=(replace(group, rows=(long, *group.rows[1:])),)))
    assert (refused.value.task_id, refused.value.field, refused.value.reason) == ("06-7K3QXM", "narrative", "length")
    assert refused.value.limit == 500


def test_the_example_in_the_specification_is_right() -> None:
    text = (PLAN.parents[2] / "docs" / "return-format.md").read_text(encoding="utf-8")
    shown = text.split("```")[1].replace("\n", "").replace("␟", "\x1f").replace("␞", "\x1e")
    indicator_facts = indicator("06-7K3QXM", 1, "小学", "所", "9", "6")
    entry = row(33, "06-7K3QXM", "做强小学", **indicator_facts, status=Status.IN_PROGRESS, light=Light.GREEN)
    group = replace(small_content().groups[0], rows=(replace(entry, narrative="已验收"),))
    head = replace(HEAD, plan_id="P1", unit_name="示例局")
    file = ReturnEvidence(number=33, task_id="06-7K3QXM", name="验收意见.pdf", size=1_200_000, sha256="0f" * 32)
    content = ReturnContent(head=head, groups=(group,), evidence=(file,))
    assert canonical(content) == shown.encode("utf-8")
    assert f"gives `{check_code(shown.encode('utf-8'))}`" in text


def test_the_specification_names_every_column_and_label() -> None:
    text = (PLAN.parents[2] / "docs" / "return-format.md").read_text(encoding="utf-8")
    labels = [value for name, value in vars(wording).items() if name.isupper() and isinstance(value, str)]
    missing = [word for word in (*labels, *(column.heading for column in COLUMNS)) if word.split("&")[0] not in text]
    assert set(missing) <= {wording.NOTE, wording.PAGES, wording.DRAFT_NOTE}
