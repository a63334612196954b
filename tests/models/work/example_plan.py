"""A small plan and a large one, built by hand, for tests that need no document."""

from datetime import date
from decimal import Decimal

from models.core.vocabulary import Direction, TaskKind
from models.plan.model import Indicator, Item, Part, Plan, Span, Task


def indicator(task_id: str, position: int, target: str, direction: Direction = Direction.AT_LEAST) -> Indicator:
    """Build an indicator with a target."""
    return Indicator(f"{task_id}/{position}", f"指标{position}", Decimal(target), "所", direction, Span(0, 1))


def task(
    task_id: str, *, targets: tuple[str, ...] = (), ceilings: tuple[str, ...] = (), due: date | None = None
) -> Task:
    """Build a task with targets to reach and ceilings to keep."""
    figures = [indicator(task_id, n, target) for n, target in enumerate(targets, start=1)]
    figures += [indicator(task_id, len(figures) + n, c, Direction.AT_MOST) for n, c in enumerate(ceilings, start=1)]
    return Task(
        id=task_id,
        text=f"工作{task_id}",
        span=Span(0, 1),
        kind=TaskKind.QUANTIFIED if figures else TaskKind.ONGOING,
        lead=("基础教育科",),
        support=(),
        due=due,
        indicators=tuple(figures),
    )


def plan(*tasks: Task, title: str = "2021年工作要点", year: int = 2021) -> Plan:
    """Build a plan of one part and one item with these tasks."""
    item = Item(1, "推进工作", Span(0, 20), tasks)
    return Plan(
        title=title,
        document_number="某教字〔2021〕1号",
        issuer="某市教育局",
        issued_on=date(2021, 3, 1),
        addressees=("各县市区教育局", "局属各学校"),
        preamble="",
        parts=(Part(1, "总体要求", (item,)),),
        source="一、推进工作。" * 5,
        year=year,
    )


def small_plan() -> Plan:
    """Build a plan with one task of each sort."""
    return plan(
        task("01-AAAAAA", targets=("100",)),
        task("01-BBBBBB", targets=("40", "10000")),
        task("01-CCCCCC", ceilings=("5",)),
        task("01-DDDDDD"),
        task("01-EEEEEE", due=date(2021, 6, 30)),
    )


def large_plan(tasks: int = 185) -> Plan:
    """Build a plan of the usual size: 20 items in 5 parts, one task in nine with a target."""
    made = [task(f"{n % 20:02d}-{n:06d}", targets=("100",) if n % 9 == 0 else ()) for n in range(tasks)]
    items = [Item(n + 1, f"项目{n + 1}", Span(n * 10, n * 10 + 10), tuple(made[n::20])) for n in range(20)]
    parts = tuple(Part(n + 1, f"部分{n + 1}", tuple(items[n * 4 : n * 4 + 4])) for n in range(5))
    whole = plan(title="某市教育局2021年工作要点")
    return Plan(
        title=whole.title,
        document_number=whole.document_number,
        issuer=whole.issuer,
        issued_on=whole.issued_on,
        addressees=whole.addressees,
        preamble="",
        parts=parts,
        source="字" * 200,
        year=2021,
    )
