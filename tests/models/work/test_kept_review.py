"""A review is read back as it was written; whatever else stands in its file is no review, and no traceback either."""

import json
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.core.errors import EnvironmentProblem
from models.core.vocabulary import Per
from models.plan.draft import PlanDraft
from models.plan.model import Doubt, DoubtKind, Plan, Span
from models.work.beside import review_path
from models.work.kept_review import KeptReview, Purpose, forget_review, keep_review, kept_review
from tests.models.work.example_plan import small_plan


def review(plan: Plan, at: datetime) -> KeptReview:
    return KeptReview(plan=plan, origin="要点.docx", purpose=Purpose.LATER, at=at)


def test_a_review_is_read_back_as_it_was(real_plan: Plan, tmp_path: Path, at: datetime) -> None:
    path = tmp_path / "工作 区.yaodian"
    doubt = Doubt(DoubtKind.NUMBERS_MISSING, Span(3, 9), "三、", "", (("missing", "二"),))
    plan = replace(real_plan, doubts=(doubt,), left_over=(Span(0, 4),))
    keep_review(path, review(plan, at))
    assert kept_review(path) == review(plan, at)
    rated = PlanDraft(small_plan()).change_indicator("01-AAAAAA/1", per=Per.QUARTER, baseline=Decimal("0.5")).plan
    keep_review(path, review(rated, at))
    assert kept_review(path) == review(rated, at)
    assert [one.name for one in tmp_path.iterdir()] == ["工作 区.review"]


def test_a_review_is_forgotten_and_may_be_so_twice(tmp_path: Path, at: datetime) -> None:
    path = tmp_path / "a.yaodian"
    keep_review(path, review(small_plan(), at))
    forget_review(path)
    forget_review(path)
    assert kept_review(path) is None


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"format": 2, "review": {}}', b'{"format": 1, "review": {"plan": 5}}'],
)
def test_what_is_no_review_is_not_offered(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.yaodian"
    review_path(path).write_bytes(content)
    assert kept_review(path) is None


def test_a_damaged_review_is_never_a_traceback(tmp_path_factory: pytest.TempPathFactory, at: datetime) -> None:
    path = tmp_path_factory.mktemp("reviews") / "a.yaodian"
    keep_review(path, review(small_plan(), at))
    whole = json.loads(review_path(path).read_text(encoding="utf-8"))
    places = list(_places(whole["review"]))

    @settings(max_examples=60, deadline=None)
    @given(st.sampled_from(places), st.one_of(st.none(), st.integers(), st.text(max_size=5), st.just([]), st.just({})))
    def damage(place: tuple[object, ...], value: object) -> None:
        content = json.loads(json.dumps(whole))
        at_place = content["review"]
        for step in place[:-1]:
            at_place = at_place[step]
        at_place[place[-1]] = value
        review_path(path).write_text(json.dumps(content), encoding="utf-8")
        kept_review(path)

    damage()


def test_a_folder_in_the_way_is_named(tmp_path: Path, at: datetime) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(EnvironmentProblem):
        keep_review(tmp_path / "file" / "a.yaodian", review(small_plan(), at))


def _places(value: object, here: tuple[object, ...] = ()):  # type: ignore[no-untyped-def]
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield (*here, step)
        yield from _places(inner, (*here, step))
