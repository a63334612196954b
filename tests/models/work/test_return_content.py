"""What goes into a return: every task, in the order of the document, as it stands."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from models.core.periods import Period
from models.core.vocabulary import Light, Status
from models.store.database import Workspace, create_workspace
from models.store.entries import Field, FieldEdit, Value, record
from models.store.exports import ExportRecord, add_export
from models.work.adopt_plan import adopt_plan
from models.work.board import NothingToReport
from models.work.return_content import ReturnRow, SignOff, return_content
from tests.models.work.example_plan import small_plan

SIGN_OFF = SignOff(filled_by="张三", phone="0537-1234567")
TWO = "01-BBBBBB"


def rows(workspace: Workspace, period: Period, at: datetime) -> list[ReturnRow]:
    content = return_content(workspace, period, sign_off=SIGN_OFF, at=at)
    return [row for group in content.groups for row in group.rows]


def test_the_head_says_whose_return_it_is(real: Workspace, period: Period, at: datetime) -> None:
    head = return_content(real, period, sign_off=SIGN_OFF, at=at).head
    assert (head.unit_name, head.unit_code, head.document_number) == ("某县教育局", "370800", "济教字〔2021〕1号")
    assert (head.year, head.period, head.sequence, head.supersedes) == (2021, period, 1, "")
    assert (head.filled_on, head.sign_off) == (date(2021, 4, 6), SIGN_OFF)
    assert head.plan_id.startswith("2021-")


def test_the_next_return_takes_the_place_of_the_last(real: Workspace, period: Period, at: datetime) -> None:
    add_export(
        real,
        ExportRecord(
            period=period,
            sequence=4,
            check_code="4F7K-9QXM-2RTC",
            fingerprint="K7QM 2XHD 9PTA VW4E",
            file_name="a.xlsx",
            sha256="0" * 64,
            at=at,
            operator="张三",
        ),
    )
    head = return_content(real, period, sign_off=SIGN_OFF, at=at).head
    assert (head.sequence, head.supersedes) == (5, "4F7K-9QXM-2RTC")


def test_every_task_has_its_rows_reported_or_not(real: Workspace, period: Period, at: datetime) -> None:
    content = return_content(real, period, sign_off=SIGN_OFF, at=at)
    found = rows(real, period, at)
    assert [group.item_number for group in content.groups] == list(range(1, 21))
    assert len({row.task_id for row in found}) == max(row.number for row in found)
    assert len([row for row in found if row.indicator_id]) == 20
    assert all(row.light is Light.NONE and row.status is None and row.completion is None for row in found)
    assert [row.number for row in found] == sorted(row.number for row in found)


def test_texts_stand_on_the_first_row_of_a_task_and_the_rest_on_each(
    small: Workspace, period: Period, at: datetime
) -> None:
    edits = [
        FieldEdit(period=period, task_id=TWO, field=Field.VALUE, new=Decimal(30), indicator_id=f"{TWO}/1"),
        FieldEdit(period=period, task_id=TWO, field=Field.VALUE, new=Value(None, "未统计"), indicator_id=f"{TWO}/2"),
        FieldEdit(period=period, task_id=TWO, field=Field.STATUS, new=Status.IN_PROGRESS),
        FieldEdit(period=period, task_id=TWO, field=Field.NARRATIVE, new="进展"),
        FieldEdit(period=period, task_id=TWO, field=Field.PROBLEMS, new="问题"),
        FieldEdit(period=period, task_id=TWO, field=Field.NEXT_STEPS, new="打算"),
        FieldEdit(period=period, task_id=TWO, field=Field.REMARK, new="备注"),
    ]
    record(small, edits, operator="张三", at=at)
    first, second = (row for row in rows(small, period, at) if row.task_id == TWO)
    assert (first.narrative, first.problems, first.next_steps, first.remark) == ("进展", "问题", "打算", "备注")
    assert (second.narrative, second.problems, second.next_steps, second.remark) == ("", "", "", "")
    assert first.number == second.number == 2
    assert first.status is second.status is Status.IN_PROGRESS
    assert (first.amount, first.no_data_reason, first.completion) == (Decimal(30), "", Decimal("0.75"))
    assert (second.amount, second.no_data_reason, second.completion) == (None, "未统计", None)
    assert (first.light, second.light) == (Light.GREEN, Light.GREEN)


def test_a_task_without_targets_has_one_row_without_figures(small: Workspace, period: Period, at: datetime) -> None:
    (row,) = (row for row in rows(small, period, at) if row.task_id == "01-DDDDDD")
    assert (row.indicator_id, row.indicator_name, row.unit, row.direction) == (None, "", "", None)
    assert (row.target, row.amount, row.completion) == (None, None, None)


def test_the_same_state_gives_the_same_content(real: Workspace, period: Period, at: datetime) -> None:
    assert return_content(real, period, sign_off=SIGN_OFF, at=at) == return_content(
        real, period, sign_off=SIGN_OFF, at=at
    )


def test_without_a_plan_or_a_unit_there_is_no_return(tmp_path: Path, period: Period, at: datetime) -> None:
    with create_workspace(tmp_path / "a.yaodian", installation_id="t", created_at=at) as workspace:
        for missing in ("plan", "unit"):
            with pytest.raises(NothingToReport) as refusal:
                return_content(workspace, period, sign_off=SIGN_OFF, at=at)
            assert refusal.value.missing == missing
            adopt_plan(workspace, small_plan())
