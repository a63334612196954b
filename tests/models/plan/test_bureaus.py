"""Bureau by fact: what a clerk reads in each of the invented plans is read, on paper of any width as well."""

import re

import pytest

from models.plan import parse_plan
from models.plan.model import Plan
from tests.models.plan.bureaus import Facts, facts_of, names, read_facts, text_of
from tests.models.plan.tiling import assert_each_character_once, assert_nothing_lost, assert_tiled
from tests.models.plan.typeset import Page, typeset


@pytest.fixture(params=names(), scope="module")
def name(request: pytest.FixtureRequest) -> str:
    """Name one of the bureaus."""
    return str(request.param)


@pytest.fixture(scope="module")
def plan(name: str) -> Plan:
    """Read its document."""
    return parse_plan(text_of(name))


@pytest.fixture(scope="module")
def expected(name: str) -> Facts:
    """Return what a clerk reads in it."""
    return facts_of(name)


def test_the_head(plan: Plan, expected: Facts) -> None:
    assert read_facts(plan).head == expected.head


def test_parts_and_items(plan: Plan, expected: Facts) -> None:
    assert read_facts(plan).skeleton == expected.skeleton


def test_wordings(plan: Plan, expected: Facts) -> None:
    assert read_facts(plan).wordings == expected.wordings


def test_units_and_deadlines(plan: Plan, expected: Facts) -> None:
    assert read_facts(plan).duties == expected.duties


def test_targets(plan: Plan, expected: Facts) -> None:
    assert read_facts(plan).targets == expected.targets


def test_what_is_left_over(plan: Plan, expected: Facts) -> None:
    assert read_facts(plan).left_over == expected.left_over


def test_each_character_is_in_one_place(plan: Plan) -> None:
    assert_tiled(plan)
    assert_nothing_lost(plan)
    assert_each_character_once(plan)


PAGES = {
    "28": Page(56),
    "34, no indents": Page(68, indent="lost"),
    "30 on pages": Page(60, rows=22, number="— {} —", indent="kept"),
    "38 on pages, no indents": Page(76, rows=25, number="- {} -", indent="lost"),
    "42 on pages": Page(84, rows=18, number="第{}页", indent="kept"),
}


@pytest.mark.parametrize("page", PAGES)
def test_the_same_is_read_from_a_page(name: str, expected: Facts, page: str) -> None:
    read = read_facts(parse_plan(typeset(text_of(name), PAGES[page])))
    assert read.skeleton == expected.skeleton
    assert _compact(read.duties) == _compact(expected.duties)
    assert _compact(read.targets) == _compact(expected.targets)
    assert read.head["title"] == expected.head["title"]


def _compact(lines: list[str]) -> list[str]:
    return [re.sub(r"\s", "", line) for line in lines]
