"""The note of an export under way: what it settles at the next opening, and what it leaves alone."""

import hashlib
from datetime import datetime
from pathlib import Path

import pytest

from models.core.periods import Period
from models.core.vocabulary import Role
from models.store.database import Workspace
from models.store.exports import exported_evidence, last_export
from models.store.outbox import Fate, Paper, outbox
from models.store.period_events import closing_of, period_events
from models.store.records import ExportRecord
from models.work.closing import close_by_export, reopen
from models.work.export_note import ExportNote, drop_note, note_path, settle_export, write_note

DATA = b"a signed return"


@pytest.fixture
def note(small: Workspace, period: Period, at: datetime, tmp_path: Path) -> ExportNote:
    """What is noted of an export into a folder, whose file is not there yet."""
    stick = tmp_path / "U盘"
    stick.mkdir()
    record = ExportRecord(
        period=period,
        sequence=1,
        check_code="4F7K-9QXM-2RTC",
        fingerprint="K7QM 2XHD 9PTA VW4E",
        file_name="某县_1.xlsx",
        sha256=hashlib.sha256(DATA).hexdigest(),
        at=at,
        operator="张三",
    )
    file = stick / "某县_1.xlsx"
    made = ExportNote(made=file, path=file, record=record, signs="王敏", evidence=("ab" * 32,))
    write_note(small.path, made)
    return made


def test_a_file_that_is_there_is_recorded_with_all_that_belongs_to_it(
    small: Workspace, period: Period, note: ExportNote
) -> None:
    note.made.write_bytes(DATA)
    assert settle_export(small)
    assert last_export(small, period) == note.record
    signed, closed = period_events(small, period)
    assert (signed.role, signed.name, signed.check_code) == (Role.FILLER, "王敏", note.record.check_code)
    assert closing_of(small, period) == closed
    assert exported_evidence(small) == {"ab" * 32}
    (sent,) = outbox(small)
    assert (sent.paper, sent.path, sent.number, sent.fate) == (Paper.RETURN, note.path, 1, Fate.WRITTEN)
    assert not note_path(small.path).exists()
    assert not settle_export(small)


def test_a_file_that_is_not_there_or_is_another_never_went_out(
    small: Workspace, period: Period, note: ExportNote
) -> None:
    for content in (None, b"something else"):
        write_note(small.path, note)
        if content is not None:
            note.made.write_bytes(content)
        assert not settle_export(small)
        assert not note_path(small.path).exists()
    assert (period_events(small, period), last_export(small, period)) == ((), None)


def test_a_stick_that_is_not_plugged_in_keeps_the_question_open(
    small: Workspace, period: Period, note: ExportNote
) -> None:
    note.made.parent.rmdir()
    assert not settle_export(small)
    assert note_path(small.path).exists()
    note.made.parent.mkdir()
    note.made.write_bytes(DATA)
    assert settle_export(small)
    assert closing_of(small, period) is not None


@pytest.mark.parametrize("then", ["closed", "corrected"])
def test_what_is_on_record_is_not_recorded_again(
    small: Workspace, period: Period, note: ExportNote, at: datetime, then: str
) -> None:
    note.made.write_bytes(DATA)
    close_by_export(small, note.record, signs="王敏")
    if then == "corrected":
        reopen(small, period, reason="数字有误", operator="张三", at=at)
    before = period_events(small, period)
    assert not settle_export(small)
    assert (period_events(small, period), note_path(small.path).exists()) == (before, False)


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b"{}", b'{"format": 2}', b'{"format": 1, "record": {}}'])
def test_a_note_that_cannot_be_read_keeps_nobody_from_working(
    small: Workspace, period: Period, note: ExportNote, content: bytes
) -> None:
    note_path(small.path).write_bytes(content)
    assert not settle_export(small)
    assert period_events(small, period) == ()
    drop_note(small.path)
    drop_note(small.path)
