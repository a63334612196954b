"""The tamper table once more, on assignments and receipts: none of these files is let in."""

import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from models.signing.findings import Code, Outcome
from models.signing.trust import Trust
from models.workbooks.kinds import Kind
from models.workbooks.receive import (
    Step,
    Verified,
    WorkbookRefused,
    look_at_assignment,
    look_at_receipt,
    receive_assignment,
    receive_receipt,
)
from tests.interop.tamper_table import WAYS
from tests.interop.tampering import Way, trust
from tests.interop.tampering_exchange import ELSEWHERE, KINDS, SAME_AGAIN, sample, ways

SHARED = [way for way in WAYS if way.name not in ELSEWHERE]
OWN = [(kind, name) for kind in KINDS for name in ways(kind)]
DOORS: dict[Kind, tuple[Callable[[bytes, Trust], Verified], ...]] = {  # type: ignore[type-arg]  # of whatever content
    Kind.ASSIGNMENT: (receive_assignment, look_at_assignment),
    Kind.RECEIPT: (receive_receipt, look_at_receipt),
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_untampered_file_is_let_in(kind: Kind) -> None:
    """Without this the table would prove nothing."""
    assert all(door(sample(kind), trust()).is_confirmed for door in DOORS[kind])


def test_every_way_of_the_table_is_tried_here_too() -> None:
    """As it is, or by one of the same name or kind."""
    assert {way.name for way in WAYS} >= ELSEWHERE
    assert len(SHARED) + len(ways(Kind.ASSIGNMENT)) >= len(WAYS)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("way", SHARED, ids=lambda way: way.name)
def test_what_the_table_does_to_any_workbook_is_refused(way: Way, kind: Kind) -> None:
    """With the table's own outcome and code."""
    tampered = way.change(sample(kind))
    for door in DOORS[kind]:
        if way.outcome is Outcome.SIGNER_UNKNOWN and door is DOORS[kind][1]:
            continue  # that somebody nobody knows signed it is all that is to be said of it
        with pytest.raises(WorkbookRefused) as refused:
            door(tampered, trust())
        assert (refused.value.step, refused.value.kind) == (Step.SIGNATURE, kind)
        assert refused.value.verdict.outcome is way.outcome
        assert way.code in {None, refused.value.verdict.findings[0].code}


@pytest.mark.parametrize(("kind", "name"), OWN, ids=str)
def test_what_is_done_to_this_kind_is_refused(kind: Kind, name: str) -> None:
    """With the code and the place."""
    change, code, where = ways(kind)[name]
    for door in DOORS[kind]:
        with pytest.raises(WorkbookRefused) as refused:
            door(change(sample(kind)), trust())
        assert refused.value.step is Step.SIGNATURE
        first = refused.value.verdict.findings[0]
        assert (first.code, where in {None, first.where}) == (code, True), first
        assert first.code is not Code.INTERNAL


@pytest.mark.parametrize("judge", ["libreoffice", "apache_poi"])
def test_another_program_calls_no_more_of_them_valid_than_of_returns(
    judge: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """They call many valid, so they are no measure of safety."""
    files = []
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Duplicate name")
        for kind in KINDS:
            for number, way in enumerate(SHARED):
                path = tmp_path / f"{kind} {number}.xlsx"
                path.write_bytes(way.change(sample(kind)))
                files.append((path, way.name))
    known = {way.name for way in SHARED if (way.libreoffice if judge == "libreoffice" else way.poi)}
    opinions = request.getfixturevalue(judge).opinions([path for path, _ in files])
    valid = {name for (_, name), opinion in zip(files, opinions, strict=True) if opinion.valid}
    assert valid - SAME_AGAIN <= known
