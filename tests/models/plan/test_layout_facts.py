"""Layout by fact: the same plan in every layout, and every fact of it read in each."""

from pathlib import Path

import pytest

from models.plan.model import DoubtKind, Plan
from tests.models.plan.layouts import CONTENT, EXPECTED, LAYOUTS, TITLE, facts_of
from tests.models.plan.tiling import assert_nothing_lost, assert_tiled


@pytest.fixture(params=LAYOUTS, scope="module")
def plan(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """Read the plan in one of the layouts."""
    folder: Path = tmp_path_factory.mktemp("layout")
    return LAYOUTS[request.param](folder)


def test_wordings_and_items(plan: Plan) -> None:
    assert [fact[:2] for fact in facts_of(plan)] == [fact[:2] for fact in EXPECTED]


def test_units(plan: Plan) -> None:
    assert [fact[1:4] for fact in facts_of(plan)] == [fact[1:4] for fact in EXPECTED]


def test_deadlines(plan: Plan) -> None:
    assert [(fact[1], fact[4]) for fact in facts_of(plan)] == [(fact[1], fact[4]) for fact in EXPECTED]


def test_kinds(plan: Plan) -> None:
    assert [(fact[1], fact[5]) for fact in facts_of(plan)] == [(fact[1], fact[5]) for fact in EXPECTED]


def test_indicators(plan: Plan) -> None:
    assert [(fact[1], fact[6]) for fact in facts_of(plan)] == [(fact[1], fact[6]) for fact in EXPECTED]


def test_parts_title_and_year(plan: Plan) -> None:
    assert [part.title for part in plan.parts] == [title for title, _ in CONTENT]
    assert plan.title.removesuffix("任务分解表") == TITLE
    assert (plan.year, plan.issuer) == (2024, "青山区教育和体育局")


def test_nothing_is_lost_and_the_two_doubts_are_told(plan: Plan) -> None:
    assert_tiled(plan)
    assert_nothing_lost(plan)
    assert [(doubt.kind, "".join(doubt.text.split())) for doubt in plan.doubts] == [
        (DoubtKind.DEADLINE_AMBIGUOUS, "9月前"),
        (DoubtKind.TARGET_UNCERTAIN, "2万人次"),
    ]
