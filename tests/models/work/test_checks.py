"""What is shown before a sign-off: which findings, how grave, where, with which facts."""

from datetime import datetime
from decimal import Decimal

import pytest

from models.core.periods import Period, parse_period
from models.core.vocabulary import Status
from models.store.database import Workspace
from models.store.entries import Field, FieldEdit, Value, record
from models.work.board import read_board
from models.work.carry_forward import all_suggestions
from models.work.checks import PRINTABLE, Code, Finding, Grade, check

ONE, TWO, CEILING, PLAIN = "01-AAAAAA", "01-BBBBBB", "01-CCCCCC", "01-DDDDDD"


class Form:
    """Fills in a period and looks at the findings."""

    def __init__(self, workspace: Workspace, period: Period, at: datetime) -> None:
        self.workspace, self.period, self.at = workspace, period, at

    def put(self, task_id: str, period: Period | None = None, **fields: object) -> None:
        edits = []
        for name, new in fields.items():
            place = f"{task_id}/{name[1:]}" if name in {"v1", "v2"} else None
            field = Field.VALUE if place else Field(name)
            value = Decimal(new) if place and isinstance(new, str) else new
            edits.append(
                FieldEdit(period=period or self.period, task_id=task_id, field=field, new=value, indicator_id=place)  # type: ignore[arg-type]
            )
        record(self.workspace, edits, operator="张三", at=self.at)

    def found(self) -> tuple[Finding, ...]:
        return check(read_board(self.workspace, self.period), all_suggestions(self.workspace, self.period))

    def of(self, code: Code) -> list[Finding]:
        return [finding for finding in self.found() if finding.code is code]


@pytest.fixture
def form(small: Workspace, period: Period, at: datetime) -> Form:
    return Form(small, period, at)


def test_a_sound_period_has_no_findings(form: Form) -> None:
    form.put(ONE, v1="60", status=Status.IN_PROGRESS, narrative="正常推进")
    form.put(TWO, v1="40", v2="10000", status=Status.COMPLETED)
    form.put(CEILING, v1="3", status=Status.IN_PROGRESS)
    assert form.found() == ()


def test_unreported_tasks_with_targets_are_counted_once(form: Form) -> None:
    form.put(ONE, v1="60", status=Status.IN_PROGRESS)
    (finding,) = form.found()
    assert (finding.grade, finding.code, finding.task_id) == (Grade.WARNING, Code.TASKS_UNREPORTED, None)
    assert finding.facts == {"count": 2, "task_ids": (TWO, CEILING)}


@pytest.mark.parametrize("field", [one for one in Field if one not in {Field.VALUE, Field.STATUS}])
def test_a_text_that_would_not_print_whole_stops_the_sign_off(form: Form, field: Field) -> None:
    limit = PRINTABLE[field]
    form.put(PLAIN, status=Status.IN_PROGRESS, **{field.value: "字" * limit})
    assert form.of(Code.TEXT_TOO_LONG) == []
    form.put(PLAIN, **{field.value: "字" * (limit + 1)})
    (finding,) = form.of(Code.TEXT_TOO_LONG)
    assert (finding.grade, finding.task_id, finding.field) == (Grade.ERROR, PLAIN, field)
    assert finding.facts == {"length": limit + 1, "limit": limit}
    assert form.found()[0] == finding  # errors stand first


def test_a_long_reason_stops_it_too(form: Form) -> None:
    form.put(ONE, v1=Value(None, "因" * 101), status=Status.IN_PROGRESS)
    (finding,) = form.of(Code.TEXT_TOO_LONG)
    assert (finding.field, finding.indicator_id) == (Field.VALUE, f"{ONE}/1")


def test_completed_below_the_target(form: Form) -> None:
    form.put(TWO, v1="39", v2="10000", status=Status.COMPLETED)
    (finding,) = form.of(Code.COMPLETED_BELOW_TARGET)
    assert (finding.grade, finding.indicator_id) == (Grade.WARNING, f"{TWO}/1")
    assert finding.facts == {"value": Decimal(39), "target": Decimal(40), "unit": "所"}


def test_not_started_though_the_target_is_reached(form: Form) -> None:
    form.put(ONE, v1="100", status=Status.NOT_STARTED)
    assert [finding.indicator_id for finding in form.of(Code.NOT_STARTED_AT_TARGET)] == [f"{ONE}/1"]
    form.put(ONE, v1="99.9")
    assert form.of(Code.NOT_STARTED_AT_TARGET) == []


def test_a_cumulative_value_that_fell(form: Form) -> None:
    form.put(ONE, parse_period("2021-Q1"), v1="50")
    form.put(CEILING, parse_period("2021-Q1"), v1="5")
    form.put(ONE, v1="49", status=Status.IN_PROGRESS)
    form.put(CEILING, v1="4", status=Status.IN_PROGRESS)
    (finding,) = form.of(Code.VALUE_FELL)
    assert finding.task_id == ONE
    assert finding.facts == {"value": Decimal(49), "before": Decimal(50), "unit": "所", "period": "2021-Q1"}
    form.put(ONE, v1="50")
    assert form.of(Code.VALUE_FELL) == []


def test_behind_without_a_word_on_problems(form: Form) -> None:
    form.put(ONE, v1="1", status=Status.IN_PROGRESS)
    (finding,) = form.of(Code.BEHIND_WITHOUT_PROBLEMS)
    assert (finding.field, finding.facts) == (Field.PROBLEMS, {"light": "red"})
    form.put(ONE, problems="资金不足")
    assert form.of(Code.BEHIND_WITHOUT_PROBLEMS) == []


def test_a_value_without_a_status(form: Form) -> None:
    form.put(ONE, v1="60")
    assert [(f.task_id, f.field) for f in form.of(Code.VALUE_WITHOUT_STATUS)] == [(ONE, Field.STATUS)]
