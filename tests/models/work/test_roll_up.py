"""汇总: what accepted figures amount to; what was refused, replaced or not decided on never enters."""

from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Decision, RollUp
from models.store.assignments import GridEdit, edit_grid
from models.store.database import Workspace
from models.store.plans import tasks
from models.store.roll_up_methods import Method, choose_method, chosen_methods
from models.store.unit_weights import put_weights
from models.work import roll_up
from models.work.roll_up import NeverSummed, Part, methods_for, narratives, proposals, set_method
from tests.models.work.received_example import reported, units

Q1, Q2, Q3 = (Period(2021, PeriodKind.QUARTER, n) for n in (1, 2, 3))
SUM, CEILING = "01-AAAAAA/1", "01-CCCCCC/1"


@pytest.fixture
def of(small: Workspace, at: datetime) -> dict[str, int]:
    """Return the ids of three units."""
    return units(small, at, "甲县", "乙县", "丙县")


def test_only_accepted_figures_are_summed(small: Workspace, of: dict[str, int], at: datetime) -> None:
    reported(small, of["甲县"], Q2, at, amounts={SUM: "10.25"}, decision=Decision.ACCEPTED)
    reported(small, of["乙县"], Q2, at, amounts={SUM: "7"}, decision=Decision.RETURNED)
    reported(small, of["丙县"], Q2, at, amounts={SUM: "5"})
    found = proposals(small, Q2)[SUM]
    assert (found.amount, found.method.kind) == (Decimal("10.25"), RollUp.SUM)
    assert [one.part for one in found.contributions] == [Part.FIGURE, Part.RETURNED, Part.WAITING]
    assert [one.unit.name for one in found.missing] == ["乙县", "丙县"]


def test_a_replaced_return_leaves_the_sum_until_the_next_is_accepted(
    small: Workspace, of: dict[str, int], at: datetime
) -> None:
    reported(small, of["甲县"], Q2, at, amounts={SUM: "10"}, decision=Decision.ACCEPTED)
    reported(small, of["甲县"], Q2, at, sequence=2, amounts={SUM: "12"})
    assert proposals(small, Q2)[SUM].amount is None
    reported(small, of["甲县"], Q2, at, sequence=3, amounts={SUM: "13"}, decision=Decision.ACCEPTED)
    assert proposals(small, Q2)[SUM].amount == Decimal(13)


def test_ceilings_are_never_summed(small: Workspace, of: dict[str, int], at: datetime) -> None:
    reported(small, of["甲县"], Q2, at, amounts={CEILING: "3"}, decision=Decision.ACCEPTED)
    found = proposals(small, Q2)[CEILING]
    assert (found.method.kind, found.amount) == (RollUp.BY_HAND, None)
    assert found.contributions[0].amount == Decimal(3)


def test_a_weighted_mean_counts_by_the_column_and_leaves_out_who_has_no_weight(
    small: Workspace, of: dict[str, int], at: datetime
) -> None:
    put_weights(small, "学生数", {of["甲县"]: Decimal(3000), of["乙县"]: Decimal(1000)})
    choose_method(small, CEILING, Method(RollUp.WEIGHTED, "学生数"))
    for name, amount in {"甲县": "2", "乙县": "4", "丙县": "100"}.items():
        reported(small, of[name], Q2, at, amounts={CEILING: amount}, decision=Decision.ACCEPTED)
    found = proposals(small, Q2)[CEILING]
    assert found.amount == Decimal("2.50")
    assert [one.part for one in found.missing] == [Part.WITHOUT_WEIGHT]
    choose_method(small, CEILING, None)
    assert proposals(small, Q2)[CEILING].method.kind is RollUp.BY_HAND


def test_a_ceiling_can_be_weighted_but_never_summed(small: Workspace, of: dict[str, int], at: datetime) -> None:
    by_id = {indicator.id: indicator for task in tasks(small) for indicator in task.indicators}
    assert [one.kind for one in methods_for(by_id[CEILING], ["学生数"])] == [RollUp.BY_HAND, RollUp.WEIGHTED]
    assert [one.kind for one in methods_for(by_id[SUM], [])] == [RollUp.SUM, RollUp.LATEST, RollUp.BY_HAND]
    for kind in (RollUp.SUM, RollUp.LATEST):
        with pytest.raises(NeverSummed):
            set_method(small, CEILING, Method(kind))
    assert set_method(small, SUM, Method(RollUp.BY_HAND))
    assert set_method(small, SUM, Method(RollUp.SUM))
    assert chosen_methods(small) == {}, "what the rule says anyhow is no choice"


def test_a_sum_that_was_chosen_before_the_target_became_a_ceiling_ends(
    small: Workspace, of: dict[str, int], at: datetime
) -> None:
    reported(small, of["甲县"], Q2, at, amounts={CEILING: "3"}, decision=Decision.ACCEPTED)
    choose_method(small, CEILING, Method(RollUp.LATEST))
    assert proposals(small, Q2)[CEILING].amount is None


def test_latest_stands_in_for_a_unit_that_is_late(small: Workspace, of: dict[str, int], at: datetime) -> None:
    reported(small, of["甲县"], Q1, at, amounts={SUM: "4"}, decision=Decision.ACCEPTED)
    reported(small, of["甲县"], Q2, at, amounts={SUM: "6"}, decision=Decision.ACCEPTED)
    reported(small, of["乙县"], Q3, at, amounts={SUM: "9"}, decision=Decision.ACCEPTED)
    assert proposals(small, Q3)[SUM].amount == Decimal(9)
    choose_method(small, SUM, Method(RollUp.LATEST))
    found = proposals(small, Q3)[SUM]
    assert found.amount == Decimal(15)
    assert [one.part for one in found.contributions] == [Part.EARLIER, Part.FIGURE, Part.MISSING]
    assert proposals(small, Q1)[SUM].amount == Decimal(4), "what comes later says nothing of what was"


def test_who_has_no_part_in_a_task_is_not_missed(small: Workspace, of: dict[str, int], at: datetime) -> None:
    edit = GridEdit(unit_id=of["乙县"], task_id="01-AAAAAA", indicator_id=SUM, new=Decimal(40))
    edit_grid(small, [edit], operator="张三", at=at)
    assert [one.unit.name for one in proposals(small, Q2)[SUM].contributions] == ["乙县"]
    assert proposals(small, Q2)[CEILING].contributions == ()


def test_blank_is_not_zero(small: Workspace, of: dict[str, int], at: datetime) -> None:
    reported(small, of["甲县"], Q2, at, amounts={}, decision=Decision.ACCEPTED)
    found = proposals(small, Q2)[SUM]
    assert found.amount is None and found.contributions[0].part is Part.NO_DATA
    reported(small, of["乙县"], Q2, at, amounts={SUM: "0"}, decision=Decision.ACCEPTED)
    assert proposals(small, Q2)[SUM].amount == Decimal(0)


def test_narratives_of_accepted_returns_become_a_list(small: Workspace, of: dict[str, int], at: datetime) -> None:
    for name, text, decision in (
        ("丙县", "丙县已\n完成", Decision.ACCEPTED),
        ("甲县", "甲县已开班", Decision.ACCEPTED),
        ("乙县", "不算", Decision.RETURNED),
    ):
        reported(small, of[name], Q2, at, amounts={}, narratives={"01-DDDDDD": text}, decision=decision)
    assert narratives(small, Q2, "01-DDDDDD") == "1.甲县：甲县已开班\n2.丙县：丙县已 完成"


def test_the_number_of_queries_does_not_grow(small: Workspace, at: datetime) -> None:
    counts = []
    for size in (2, 30):
        of = units(small, at, *(f"单位{n}" for n in range(size)))
        for name, unit_id in of.items():
            if name not in {"单位0", "单位1"} or size == 2:
                reported(small, unit_id, Q2, at, amounts={SUM: "1"}, decision=Decision.ACCEPTED)
        asked: list[str] = []
        small.db.conn.set_trace_callback(asked.append)
        assert proposals(small, Q2)[SUM].amount == Decimal(size)
        small.db.conn.set_trace_callback(None)
        counts.append(len(asked))
    assert counts[0] == counts[1]


@given(st.lists(st.decimals(min_value=0, max_value=10**17, places=6), min_size=1, max_size=20))
def test_sums_are_exact_to_the_last_digit(amounts: list[Decimal]) -> None:
    exact = sum(int(amount.scaleb(6)) for amount in amounts)
    total = roll_up.added(amounts)
    assert int(total.scaleb(6)) == exact
