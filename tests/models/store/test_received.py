"""Returns of subordinates as they are kept: what went in comes out, nothing of it can be changed, the latest counts."""

import sqlite3
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from models.core.periods import Period
from models.core.vocabulary import Decision, Light, Status
from models.store.database import Workspace
from models.store.problems import TextTooLong
from models.store.received import (
    EvidenceFate,
    ReceivedContent,
    ReceivedEntry,
    ReceivedEvidence,
    ReceivedReturn,
    ReceivedValue,
    ReturnForm,
    add_received,
    content_of,
    contents_of,
    current_return,
    file_of,
    note_evidence,
    received,
    received_return,
)
from models.store.reviews import MAX_COMMENT, add_review, latest_reviews, reviews_of

CONTENT = ReceivedContent(
    entries={
        "01-AAAAAA": ReceivedEntry(
            task_id="01-AAAAAA", status=Status.IN_PROGRESS, light=Light.GREEN, narrative="已开班3期", problems="缺经费"
        )
    },
    values={
        "01-AAAAAA/1": ReceivedValue(
            task_id="01-AAAAAA",
            indicator_id="01-AAAAAA/1",
            target=Decimal(40),
            amount=Decimal("3.5"),
            no_data_reason="",
            light=Light.GREEN,
        ),
        "01-AAAAAA/2": ReceivedValue(
            task_id="01-AAAAAA",
            indicator_id="01-AAAAAA/2",
            target=Decimal(10000),
            amount=None,
            no_data_reason="年底统计",
            light=Light.NONE,
        ),
    },
    evidence=(ReceivedEvidence(task_id="01-AAAAAA", name="名单.pdf", size=12, sha256="a" * 64),),
)

COLUMNS = {
    "received_returns": "check_code",
    "received_files": "data",
    "received_entries": "narrative",
    "received_values": "amount",
    "received_evidence": "sha256",
    "reviews": "act",
}


@pytest.fixture
def unit_id(workspace: Workspace, at: datetime) -> int:
    """Return the id of a subordinate."""
    with workspace.transaction() as connection:
        cursor = connection.execute(
            "INSERT INTO units (code, name, is_own, since) VALUES ('370811', '任城区教育和体育局', 0, ?)",
            (at.isoformat(timespec="seconds"),),
        )
    return int(cursor.lastrowid or 0)


@pytest.fixture
def one(unit_id: int, period: Period, at: datetime) -> ReceivedReturn:
    """Return a return that is not kept yet."""
    return ReceivedReturn(
        unit_id=unit_id,
        period=period,
        sequence=1,
        form=ReturnForm.SIGNED,
        plan_id="2021-0123456789ab",
        check_code="4F7K-9QXM-2RTC",
        supersedes="",
        file_name="任城区教育和体育局_2021_第二季度_1.xlsx",
        sha256="b" * 64,
        signer="c" * 64,
        fingerprint="K7QM 2XHD 9PTA VW4E",
        signed_at=at,
        filled_on=at.date(),
        filled_by="李四",
        phone="0537-1234567",
        at=at,
        operator="张三",
    )


def test_a_return_comes_back_as_it_was_with_its_file(workspace: Workspace, one: ReceivedReturn) -> None:
    return_id = add_received(workspace, one, CONTENT, b"the very bytes")
    assert received(workspace) == (replace(one, id=return_id),)
    assert received_return(workspace, return_id) == replace(one, id=return_id)
    assert content_of(workspace, return_id) == CONTENT
    assert file_of(workspace, return_id) == b"the very bytes"


def test_the_highest_sequence_is_the_current_one_whatever_came_first(workspace: Workspace, one: ReceivedReturn) -> None:
    add_received(workspace, replace(one, sequence=3), CONTENT, b"3")
    add_received(workspace, replace(one, sequence=2), CONTENT, b"2")
    current = current_return(workspace, one.unit_id, one.period)
    assert current is not None and current.sequence == 3
    assert [each.sequence for each in received(workspace, unit_id=one.unit_id)] == [2, 3]
    assert received(workspace, unit_id=one.unit_id + 1) == ()


def test_one_number_is_taken_once(workspace: Workspace, one: ReceivedReturn) -> None:
    add_received(workspace, one, CONTENT, b"1")
    with pytest.raises(Exception, match="UNIQUE"):
        add_received(workspace, replace(one, sha256="d" * 64), CONTENT, b"another")
    assert len(received(workspace)) == 1


@pytest.mark.parametrize(
    "table", ["received_returns", "received_files", "received_entries", "received_values", "reviews"]
)
def test_nothing_that_came_in_can_be_changed_or_removed(workspace: Workspace, one: ReceivedReturn, table: str) -> None:
    return_id = add_received(workspace, one, CONTENT, b"1")
    add_review(workspace, return_id, Decision.ACCEPTED, comment="", comments={}, operator="王五", at=one.at)
    for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET {COLUMNS[table]} = NULL"):  # noqa: S608
        with pytest.raises(sqlite3.IntegrityError, match="append-only"), workspace.transaction() as connection:
            connection.execute(statement)


def test_evidence_that_comes_later_is_noted(workspace: Workspace, one: ReceivedReturn, later: datetime) -> None:
    return_id = add_received(workspace, one, CONTENT, b"1")
    (file,) = content_of(workspace, return_id).evidence
    assert file.fate is None
    for fate in (EvidenceFate.MISSING, EvidenceFate.PRESENT):
        assert note_evidence(workspace, return_id, [replace(file, fate=fate)], at=later)
        assert not note_evidence(workspace, return_id, [replace(file, fate=fate)], at=later)
        assert content_of(workspace, return_id).evidence == (replace(file, fate=fate),)


def test_the_latest_decision_holds_and_the_others_stay(
    workspace: Workspace, one: ReceivedReturn, later: datetime, period: Period
) -> None:
    return_id = add_received(workspace, one, CONTENT, b"1")
    assert latest_reviews(workspace, period=period) == {}
    add_review(workspace, return_id, Decision.ACCEPTED, comment="", comments={}, operator="王五", at=one.at)
    returned = add_review(
        workspace,
        return_id,
        Decision.RETURNED,
        comment="请核对",
        comments={"01-AAAAAA": " 数字与附件不符，请按名单更正 ", "01-BBBBBB": "  "},
        operator="王五",
        at=later,
    )
    assert returned.comments == {"01-AAAAAA": "数字与附件不符，请按名单更正"}
    assert latest_reviews(workspace, period=period) == latest_reviews(workspace) == {return_id: returned}
    assert [each.decision for each in reviews_of(workspace, return_id)] == [Decision.ACCEPTED, Decision.RETURNED]


def test_a_comment_has_an_end(workspace: Workspace, one: ReceivedReturn) -> None:
    return_id = add_received(workspace, one, CONTENT, b"1")
    with pytest.raises(TextTooLong):
        add_review(
            workspace,
            return_id,
            Decision.RETURNED,
            comment="长" * (MAX_COMMENT + 1),
            comments={},
            operator="王五",
            at=one.at,
        )
    assert reviews_of(workspace, return_id) == ()


def test_contents_of_many_cost_three_queries(workspace: Workspace, one: ReceivedReturn) -> None:
    ids = [add_received(workspace, replace(one, sequence=n), CONTENT, b"x") for n in range(1, 30)]
    asked: list[str] = []
    workspace.db.conn.set_trace_callback(asked.append)
    found = contents_of(workspace, ids)
    workspace.db.conn.set_trace_callback(None)
    assert len(asked) == 3
    assert all(content == CONTENT for content in found.values()) and len(found) == 29
