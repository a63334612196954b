"""Whatever a return may say is written, read back and the same."""

import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.core.vocabulary import Direction, Light, Status
from models.signing.check_code import check_code
from models.signing.package import read_package
from models.work.evidence import safe_name
from models.work.return_content import ReturnContent, ReturnEvidence, ReturnGroup, ReturnHead, ReturnRow, SignOff
from models.workbooks.canonical import return_check_code
from models.workbooks.printable import as_printed
from models.workbooks.return_form import write_return
from models.workbooks.return_read import read_return
from tests.models.workbooks.samples import FINGERPRINT, year_content
from tests.models.workbooks.strategies import AMOUNTS, LINES, MEASURES, NAMES, PERIODS, SHORT, TEXTS

MOMENTS = st.none() | st.builds(
    datetime.datetime.combine,
    st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)),
    st.times(timezones=st.none() | st.just(datetime.UTC)),
)


@st.composite
def attached(draw: st.DrawFn, tasks: list[tuple[str, int]]) -> tuple[ReturnEvidence, ...]:
    """Draw evidence for some of the tasks, in any order."""
    found: dict[tuple[str, str], ReturnEvidence] = {}
    for _ in range(draw(st.integers(0, 5)) if tasks else 0):
        task_id, number = draw(st.sampled_from(tasks))
        name = safe_name(draw(LINES) + draw(st.sampled_from(["", ".pdf", ".JPG"])))
        digest = draw(st.binary(min_size=32, max_size=32)).hex()
        size = draw(st.integers(1, 20_000_000))
        found[task_id, name.casefold()] = ReturnEvidence(
            number=number, task_id=task_id, name=name, size=size, sha256=digest
        )
    return tuple(draw(st.permutations(list(found.values()))))


@st.composite
def rows_of_a_task(draw: st.DrawFn, task_id: str) -> list[ReturnRow]:
    """Draw the rows of one task: none, one or several indicators."""
    number, text, status = draw(st.integers(1, 9999)), draw(LINES), draw(st.none() | st.sampled_from(Status))
    positions = draw(st.sampled_from([(None,), (1,), (1, 2), (2,), (1, 3)]))
    rows = []
    for position in positions:
        has_data = draw(st.booleans())
        is_indicator = position is not None
        rows.append(
            ReturnRow(
                number=number,
                task_id=task_id,
                task_text=text,
                indicator_id=f"{task_id}/{position}" if is_indicator else None,
                indicator_name=draw(LINES) if is_indicator else "",
                unit=draw(MEASURES) if is_indicator else "",
                direction=draw(st.sampled_from(Direction)) if is_indicator else None,
                target=draw(st.none() | AMOUNTS) if is_indicator else None,
                amount=draw(st.none() | AMOUNTS) if is_indicator and has_data else None,
                no_data_reason=draw(LINES) if is_indicator and not has_data else "",
                completion=draw(st.none() | st.decimals(0, 20, places=6)) if is_indicator and has_data else None,
                status=status,
                light=draw(st.sampled_from(Light)),
                narrative=draw(TEXTS),
                problems=draw(TEXTS),
                next_steps=draw(TEXTS),
                remark=draw(TEXTS),
            )
        )
    return rows


@st.composite
def contents(draw: st.DrawFn) -> ReturnContent:
    """Draw a whole return."""
    groups = []
    for number in range(draw(st.integers(0, 3))):
        count = draw(st.integers(0, 2))
        rows = [row for task in range(count) for row in draw(rows_of_a_task(f"{number:02d}-TASK{task}"))]
        groups.append(
            ReturnGroup(
                part_number=draw(st.integers(0, 99)),
                part_title=draw(LINES),
                item_number=number,
                item_title=draw(LINES),
                rows=tuple(rows),
            )
        )
    supersedes = draw(st.sampled_from(["", "HCM4-M3WE-KJT5"]))
    tasks = sorted({(row.task_id, row.number) for group in groups for row in group.rows})
    head = ReturnHead(
        plan_id=draw(LINES),
        plan_title=draw(LINES),
        document_number=draw(LINES),
        year=2021,
        unit_name=draw(LINES),
        unit_code=draw(SHORT),
        period=draw(PERIODS),
        sequence=draw(st.integers(1, 999)),
        supersedes=supersedes,
        supersedes_sequence=draw(st.integers(0, 998)) if supersedes else 0,
        sign_off=SignOff(
            filled_by=draw(NAMES),
            phone=draw(SHORT),
            reviewed_by=draw(SHORT),
            unit_head=draw(NAMES),
            filled_at=draw(MOMENTS),
            reviewed_at=draw(MOMENTS),
            approved_at=draw(MOMENTS),
        ),
        draft=draw(st.booleans()),
        filled_on=draw(st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 31))),
    )
    return ReturnContent(head=head, groups=tuple(groups), evidence=draw(attached(tasks)))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(contents())
def test_what_is_written_is_read_back_the_same(content: ReturnContent) -> None:
    package = write_return(content, fingerprint=FINGERPRINT)
    read = read_return(read_package(package))
    assert read.content == as_printed(content)
    assert read.fingerprint == FINGERPRINT
    assert read.check_code == return_check_code(content) == return_check_code(read.content)
    assert write_return(read.content, fingerprint=FINGERPRINT) == package


@given(contents())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_what_is_printed_is_printed_the_same_again(content: ReturnContent) -> None:
    assert as_printed(as_printed(content)) == as_printed(content)


def test_a_whole_year_is_read_back_the_same() -> None:
    content = year_content()
    read = read_return(read_package(write_return(content, fingerprint="")))
    assert read.content == as_printed(content)
    assert read.fingerprint == ""
    assert check_code(b"") != read.check_code
