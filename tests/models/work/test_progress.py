"""完成率 and 红黄绿灯: the table of the rules, and what must hold whatever is typed."""

import ast
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.core.periods import Period, PeriodKind, periods_of_year
from models.core.vocabulary import Direction, Light, Status, TaskKind
from models.store.records import Entry, IndicatorRecord, TaskRecord, Value
from models.work.progress import (
    completion,
    group_progress,
    indicator_light,
    is_reported,
    light,
    task_completion,
    task_progress,
    worst,
)

Q2 = Period(2021, PeriodKind.QUARTER, 2)  # half of the year has passed
LEAST, MOST = Direction.AT_LEAST, Direction.AT_MOST
AMOUNTS = st.integers(min_value=0, max_value=10**6).map(lambda n: Decimal(n) / 8)
TARGETS = st.integers(min_value=1, max_value=10**6).map(lambda n: Decimal(n) / 8)


def task(*figures: tuple[str, Direction], due: date | None = None) -> TaskRecord:
    return TaskRecord(
        id="t",
        number=1,
        part_number=1,
        part_title="",
        item_number=1,
        item_title="",
        item_start=0,
        item_end=1,
        text="工作",
        start=0,
        end=1,
        kind=TaskKind.QUANTIFIED if figures else TaskKind.ONGOING,
        lead=(),
        support=(),
        due=due,
        indicators=tuple(
            IndicatorRecord(
                id=f"t/{n}", task_id="t", position=n, name="", target=Decimal(target), unit="所", direction=direction
            )
            for n, (target, direction) in enumerate(figures, start=1)
        ),
    )


def entry(status: Status | None = None, narrative: str = "", **values: str | None) -> Entry:
    """Build an entry; v1="5" is a value of the first indicator, v1=None says that there is no data."""
    kept = {
        f"t/{name[1:]}": Value(Decimal(v)) if v is not None else Value(None, "未统计") for name, v in values.items()
    }
    return Entry(task_id="t", period=Q2, status=status, narrative=narrative, values=kept)


GREEN, YELLOW, RED, NONE = Light.GREEN, Light.YELLOW, Light.RED, Light.NONE
TEN = ("100", LEAST)
CEILING = ("5", MOST)
PAST, SOON = date(2021, 5, 31), date(2021, 8, 31)

LIGHTS: list[tuple[str, TaskRecord, Entry, Light]] = [
    ("nothing said", task(TEN), entry(), NONE),
    ("on schedule", task(TEN), entry(v1="50"), GREEN),
    ("less than ten points behind", task(TEN), entry(v1="40.1"), GREEN),
    ("ten points behind", task(TEN), entry(v1="40"), YELLOW),
    ("thirty points behind", task(TEN), entry(v1="20"), YELLOW),
    ("more than thirty points behind", task(TEN), entry(v1="19.9"), RED),
    ("nothing done", task(TEN), entry(v1="0"), RED),
    ("far ahead", task(TEN), entry(v1="300"), GREEN),
    ("overdue and almost there", task(TEN, due=PAST), entry(v1="99"), RED),
    ("overdue and complete", task(TEN, due=PAST), entry(v1="100"), GREEN),
    ("due soon, so more should be done", task(TEN, due=SOON), entry(v1="50"), YELLOW),
    ("deferred", task(TEN), entry(Status.DEFERRED, v1="0"), NONE),
    ("not started counts as nothing done", task(TEN), entry(Status.NOT_STARTED), RED),
    ("not started, but a figure stands there", task(TEN), entry(Status.NOT_STARTED, v1="50"), GREEN),
    ("no data alone shows nothing", task(TEN), entry(v1=None), NONE),
    ("no data goes by the status", task(TEN), entry(Status.BEHIND, v1=None), YELLOW),
    ("a status alone goes by the status", task(TEN), entry(Status.IN_PROGRESS), GREEN),
    ("the worse of two", task(TEN, ("10", LEAST)), entry(v1="60", v2="1"), RED),
    ("one of two is blank", task(TEN, ("10", LEAST)), entry(Status.IN_PROGRESS, v1="40"), YELLOW),
    ("one of two is blank and no status", task(TEN, ("10", LEAST)), entry(v1="40"), NONE),
    ("a ceiling is kept", task(CEILING), entry(v1="5"), GREEN),
    ("a ceiling is passed by a tenth", task(CEILING), entry(v1="5.5"), YELLOW),
    ("a ceiling is passed by more", task(CEILING), entry(v1="5.51"), RED),
    ("a ceiling of nothing is kept", task(("0", MOST)), entry(v1="0"), GREEN),
    ("a ceiling of nothing is passed", task(("0", MOST)), entry(v1="1"), RED),
    ("a kept ceiling is never overdue", task(CEILING, due=PAST), entry(v1="4"), GREEN),
    ("a target of nothing is always reached", task(("0", LEAST)), entry(v1="0"), GREEN),
    ("not started says nothing of a ceiling", task(CEILING), entry(Status.NOT_STARTED), RED),
    ("no figures: completed", task(), entry(Status.COMPLETED), GREEN),
    ("no figures: completed late", task(due=PAST), entry(Status.COMPLETED), GREEN),
    ("no figures: in progress", task(), entry(Status.IN_PROGRESS), GREEN),
    ("no figures: in progress and overdue", task(due=PAST), entry(Status.IN_PROGRESS), RED),
    ("no figures: behind", task(), entry(Status.BEHIND), YELLOW),
    ("no figures: behind and overdue", task(due=PAST), entry(Status.BEHIND), RED),
    ("no figures: not started in the middle of the year", task(), entry(Status.NOT_STARTED), RED),
    ("no figures: deferred", task(due=PAST), entry(Status.DEFERRED), NONE),
    ("no figures: a narrative", task(), entry(narrative="已召开"), GREEN),
    ("no figures: a narrative and overdue", task(due=PAST), entry(narrative="已召开"), RED),
]


@pytest.mark.parametrize(
    ("given_task", "given_entry", "expected"), [row[1:] for row in LIGHTS], ids=[r[0] for r in LIGHTS]
)
def test_the_light_of_a_task(given_task: TaskRecord, given_entry: Entry, expected: Light) -> None:
    assert light(given_task, given_entry, Q2) is expected
    assert task_progress(given_task, given_entry, Q2).light is expected


@pytest.mark.parametrize(
    ("quarter", "expected"), [(1, YELLOW), (2, RED), (3, RED), (4, RED)], ids=["25 %", "50 %", "75 %", "100 %"]
)
def test_not_started_weighs_more_as_the_year_goes_on(quarter: int, expected: Light) -> None:
    assert light(task(), entry(Status.NOT_STARTED), Period(2021, PeriodKind.QUARTER, quarter)) is expected
    assert light(task(), entry(Status.NOT_STARTED), Period(2021, PeriodKind.MONTH, 1)) is GREEN


@pytest.mark.parametrize(
    ("value", "target", "direction", "expected"),
    [
        ("50", "100", LEAST, "0.5"),
        ("125", "100", LEAST, "1.25"),
        ("0", "100", LEAST, "0"),
        (None, "100", LEAST, None),
        ("3", "5", MOST, None),
        ("3", "0", LEAST, None),
    ],
)
def test_completion(value: str | None, target: str, direction: Direction, expected: str | None) -> None:
    found = completion(None if value is None else Decimal(value), Decimal(target), direction)
    assert found == (None if expected is None else Decimal(expected))


def test_a_task_is_as_far_as_its_weakest_indicator() -> None:
    two = task(TEN, ("10", LEAST), CEILING)
    assert task_completion(two, entry(v1="200", v2="1", v3="9")) == Decimal("0.1")
    assert task_completion(two, entry(v1="20")) == Decimal("0.2")
    assert task_completion(two, entry()) is None
    assert task_completion(two, entry(Status.NOT_STARTED, v1="20")) == 0
    assert task_completion(task(), entry(Status.COMPLETED)) is None


@pytest.mark.parametrize(
    ("figures", "said", "expected"),
    [
        ((TEN, TEN), entry(v1="1"), False),
        ((TEN, TEN), entry(v1="1", v2=None), True),
        ((TEN,), entry(Status.DEFERRED), True),
        ((TEN,), entry(narrative="文字"), False),
        ((), entry(narrative="文字"), True),
        ((), entry(), False),
    ],
)
def test_what_counts_as_reported(figures: tuple[tuple[str, Direction], ...], said: Entry, expected: bool) -> None:
    assert is_reported(task(*figures), said) is expected


def test_each_indicator_has_its_own_light() -> None:
    two = task(TEN, ("10", LEAST))
    said = entry(Status.IN_PROGRESS, v1="60", v2="1")
    assert [indicator_light(one, two, said, Q2) for one in two.indicators] == [GREEN, RED]
    partly = entry(Status.BEHIND, v1="60")
    assert [indicator_light(one, two, partly, Q2) for one in two.indicators] == [GREEN, YELLOW]
    assert [indicator_light(one, two, entry(v1="60"), Q2) for one in two.indicators] == [NONE, NONE]


@given(AMOUNTS, AMOUNTS, TARGETS, st.sampled_from(periods_of_year(2021, PeriodKind.MONTH)))
def test_more_done_is_never_a_worse_light(a: Decimal, b: Decimal, target: Decimal, period: Period) -> None:
    one = task((str(target), LEAST))
    less, more = (light(one, entry(v1=str(amount)), period) for amount in sorted((a, b)))
    assert worst([less, more]) is less


@given(AMOUNTS, TARGETS)
def test_a_completion_is_exact_and_never_capped(amount: Decimal, target: Decimal) -> None:
    ratio = completion(amount, target, LEAST)
    assert ratio is not None
    assert abs(ratio * target - amount) < Decimal("1E-15")
    assert (ratio >= 1) == (amount >= target)


STATUSES = st.none() | st.sampled_from(Status)
ENTRIES = st.builds(
    lambda status, narrative, values: Entry(
        task_id="t", period=Q2, status=status, narrative=narrative, values={f"t/{n}": v for n, v in values.items()}
    ),
    STATUSES,
    st.sampled_from(["", "文字"]),
    st.dictionaries(st.integers(1, 2), AMOUNTS.map(Value) | st.just(Value(None, "未统计")), max_size=2),
)
TASKS = st.sampled_from(
    [task(), task(TEN), task(CEILING), task(TEN, CEILING), task(due=PAST), task(TEN, TEN, due=PAST)]
)


@given(st.lists(st.tuples(TASKS, ENTRIES), max_size=6))
def test_a_group_is_made_of_its_reported_tasks_only(members: list[tuple[TaskRecord, Entry]]) -> None:
    measured = [task_progress(one, said, Q2) for one, said in members]
    group = group_progress(measured)
    reported = [one for one in measured if one.reported]
    assert (group.reported, group.total) == (len(reported), len(measured))
    assert group == group_progress(reversed(measured))
    assert all(one.light is NONE for one in measured if not one.reported)
    assert group.light is worst(one.light for one in reported)
    ratios = [one.completion for one in reported if one.completion is not None]
    if ratios:
        assert group.completion is not None
        assert min(ratios) - Decimal("1E-20") <= group.completion <= max(ratios) + Decimal("1E-20")
    else:
        assert group.completion is None


def test_no_figure_is_ever_a_float() -> None:
    root = Path(__file__).parents[3] / "models"
    for path in [*root.glob("work/*.py"), *root.glob("store/*.py"), root / "core" / "numbers.py"]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assert not (isinstance(node, ast.Name) and node.id in {"float", "round"}), (path.name, node.lineno)
