"""A breakdown of any shape, in a sheet, a Word table, on a PDF's page or as copied cells: the same facts are read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from models.plan import read_pasted, read_plan
from models.plan.model import Plan
from tests.models.plan.office_files import Merges, pdf_of, ruled_table, table_docx, write, written, xlsx
from tests.models.plan.tiling import assert_nothing_lost, assert_tiled

TITLE = "某局2024年重点工作任务分解表"
# Plain characters: none that numbers, names a time or begins another clause; each wording begins with a verb.
_WORDS = st.text("学校教师课程管理山水花树", min_size=2, max_size=9)
_UNITS = st.sampled_from(["基教科", "人事科", "安全科", "财务科", "办公室", "各学校"])
_DUES = st.sampled_from(
    [("6月底", date(2024, 6, 30)), ("2024.10.15", date(2024, 10, 15)), ("长期坚持", None), ("", None)]
)


@dataclass(frozen=True)
class Measure:
    """A row of the table."""

    text: str
    lead: str
    support: tuple[str, ...]
    due: tuple[str, date | None]


_MEASURES = st.builds(
    Measure,
    text=_WORDS.map("开展{}检查".format),
    lead=_UNITS,
    support=st.lists(_UNITS, max_size=2, unique=True).map(tuple),
    due=_DUES,
)
_ITEMS = st.lists(
    st.tuples(_WORDS.map("加强{}工作".format), st.lists(_MEASURES, min_size=1, max_size=3)),
    min_size=1,
    max_size=5,
    unique_by=lambda item: item[0],  # the same title again is the same item
)
_COLUMNS = {"序号": 40, "重点任务": 90, "具体举措": 140, "牵头科室": 70, "配合单位": 90, "完成时限": 80}


def rows_of(items: Sequence[tuple[str, Sequence[Measure]]], order: Sequence[str]) -> tuple[list[list[str]], Merges]:
    """Return the rows below the header, and which cells are merged over the measures of an item."""
    rows: list[list[str]] = []
    merged = []
    for number, (title, measures) in enumerate(items, start=1):
        first = len(rows) + 1
        for at, each in enumerate(measures):
            facts = {
                "序号": str(number) if at == 0 else "",
                "重点任务": title if at == 0 else "",
                "具体举措": each.text,
                "牵头科室": each.lead,
                "配合单位": "、".join(each.support),
                "完成时限": each.due[0],
            }
            rows.append([facts[name] for name in order])
        if len(measures) > 1:
            last = len(rows)
            merged += [(first, order.index(name), last, order.index(name)) for name in ("序号", "重点任务")]
    return rows, merged


def read(folder: Path, carrier: str, rows: list[list[str]], merged: Merges, order: Sequence[str]) -> Plan:
    match carrier:
        case "sheet":
            titled = [[TITLE], *rows]
            moved = [(top + 1, left, bottom + 1, right) for top, left, bottom, right in merged]
            return read_plan(write(folder, "a.xlsx", xlsx({"任务": (titled, moved)})))
        case "Word":
            return read_plan(write(folder, "a.docx", table_docx([TITLE], rows, merged)))
        case "page":
            drawn = written(TITLE, 150, 800) + ruled_table(rows, [_COLUMNS[name] for name in order], merged=merged)
            return read_plan(write(folder, "a.pdf", pdf_of([drawn])))
    return read_pasted("\n".join([TITLE, *("\t".join(row) for row in rows)]))


@pytest.mark.parametrize("carrier", ["sheet", "Word", "page", "clipboard"])
@given(items=_ITEMS, order=st.permutations(list(_COLUMNS)))
@settings(max_examples=12, deadline=None)
def test_a_breakdown_is_read_back(
    carrier: str,
    items: list[tuple[str, list[Measure]]],
    order: list[str],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    # Copied cells do not tell a blank deadline from a merged one.
    assume(carrier != "clipboard" or all(each.due[0] for _, measures in items for each in measures))
    rows, merged = rows_of(items, order)
    plan = read(tmp_path_factory.getbasetemp(), carrier, [order, *rows], merged, order)
    assert (plan.title, plan.year) == (TITLE, 2024)
    found = [
        (item.number, item.title, task.text, task.lead, task.support, task.due)
        for item in plan.items
        for task in item.tasks
    ]
    expected = [
        (
            number,
            title,
            each.text,
            (each.lead,),
            tuple(unit for unit in each.support if unit != each.lead),
            each.due[1],
        )
        for number, (title, measures) in enumerate(items, start=1)
        for each in measures
    ]
    assert found == expected
    assert_tiled(plan)
    assert_nothing_lost(plan)
