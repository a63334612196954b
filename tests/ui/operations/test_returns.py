"""Sign-off and export as an operation: real keys, real files, and what happens when a step fails."""

import hashlib
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.core.errors import DiskFull, FolderMissing
from models.signing.identity import WrongPassphrase
from models.signing.trust import Trust
from models.store import exports as exports_module
from models.store.exports import exports
from models.store.records import Field, FieldEdit
from models.work.keys import identity_path
from models.work.return_content import SignOff
from models.workbooks.examine import Standing, examine
from tests.ui.conftest import NOW, Office
from ui.operations.examine import examine_file
from ui.operations.returns import ErrorsLeft, Exported, Preparation, export_return, prepare_return
from ui.operations.runner import Runner

WORDS, OTHER_WORDS = "济宁的春天来得早", "济宁的春天来得晚"


def prepare(runner: Runner, qtbot: QtBot) -> Preparation:
    with qtbot.waitCallback(timeout=10_000) as done:
        prepare_return(runner, done=done, failed=pytest.fail)
    return done.args[0]


def export(
    runner: Runner, office: Office, qtbot: QtBot, *, folder: Path | None = None, passphrase: str | None = None
) -> Exported | Exception:
    with qtbot.waitCallback(timeout=30_000) as ended:
        export_return(
            runner,
            sign_off=SignOff(filled_by="王敏", phone="0537-1234567"),
            folder=folder or office.places.documents,
            places=office.places,
            passphrase=passphrase,
            at=NOW,
            done=ended,
            failed=ended,
        )
    return ended.args[0]


def type_text(runner: Runner, qtbot: QtBot, text: str) -> None:
    from models.store.entries import record

    board = prepare(runner, qtbot).board
    edit = FieldEdit(period=board.period, task_id=board.tasks[0].task.id, field=Field.NARRATIVE, new=text)
    runner.commit(lambda workspace: record(workspace, [edit], operator="王敏", at=NOW))


def test_the_preparation_knows_the_period_and_the_next_number(opened: Runner, office: Office, qtbot: QtBot) -> None:
    told = prepare(opened, qtbot)
    assert (told.board.period.id, told.sequence, told.supersedes) == ("2021-Q2", 1, "")
    assert (told.unit_name, told.operator, told.needs_passphrase) == ("示例区教育和体育局", "王敏", False)
    assert told.board.total == len(told.board.tasks) > 150


def test_an_export_is_a_good_return_and_is_on_record(opened: Runner, office: Office, qtbot: QtBot) -> None:
    type_text(opened, qtbot, "=SUM(A1) 已完成摸底")
    exported = export(opened, office, qtbot)
    assert isinstance(exported, Exported)
    assert exported.path.parent == office.places.documents
    assert exported.path.name == "示例区教育和体育局_2021_第二季度_1.xlsx"
    data = exported.path.read_bytes()
    found = examine(data, Trust())
    assert found.standing is Standing.GOOD
    assert (found.check_code, found.fingerprint) == (exported.check_code, exported.fingerprint)
    with qtbot.waitCallback() as done:
        opened.read(exports, done=done)
    (kept,) = done.args[0]
    assert (kept.check_code, kept.sequence, kept.file_name) == (exported.check_code, 1, exported.path.name)
    assert kept.sha256 == hashlib.sha256(data).hexdigest()
    assert kept.operator == "王敏"


def test_the_next_export_supersedes_the_one_before(opened: Runner, office: Office, qtbot: QtBot) -> None:
    first = export(opened, office, qtbot)
    assert isinstance(first, Exported)
    told = prepare(opened, qtbot)
    assert (told.sequence, told.supersedes) == (2, first.check_code)
    second = export(opened, office, qtbot)
    assert isinstance(second, Exported)
    assert (second.sequence, second.path.name) == (2, "示例区教育和体育局_2021_第二季度_2.xlsx")


def test_a_name_that_is_taken_gets_the_next_free_one(opened: Runner, office: Office, qtbot: QtBot) -> None:
    office.places.documents.mkdir(exist_ok=True)
    taken = office.places.documents / "示例区教育和体育局_2021_第二季度_1.xlsx"
    taken.write_bytes(b"somebody else's")
    exported = export(opened, office, qtbot)
    assert isinstance(exported, Exported)
    assert exported.path.name == "示例区教育和体育局_2021_第二季度_1 (2).xlsx"
    assert taken.read_bytes() == b"somebody else's"


def test_errors_stop_the_signature(opened: Runner, office: Office, qtbot: QtBot) -> None:
    type_text(opened, qtbot, "长" * 501)
    assert isinstance(export(opened, office, qtbot), ErrorsLeft)
    assert not office.places.documents.exists()


def test_a_pulled_stick_leaves_no_record(opened: Runner, office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    assert isinstance(export(opened, office, qtbot, folder=tmp_path / "U盘" / "季报"), FolderMissing)
    assert prepare(opened, qtbot).sequence == 1


def test_a_file_that_cannot_be_recorded_does_not_stay(
    opened: Runner, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Else the next return would bear the same number and say something else.
    def full(*_: object) -> None:
        raise DiskFull(office.workspace)

    monkeypatch.setattr(exports_module, "add_export", full)
    assert isinstance(export(opened, office, qtbot), DiskFull)
    assert list(office.places.documents.glob("*")) == []


def test_a_missing_identity_is_made_on_first_use(opened: Runner, office: Office, qtbot: QtBot) -> None:
    identity_path(office.workspace).unlink()
    assert isinstance(export(opened, office, qtbot), Exported)
    assert identity_path(office.workspace).exists()


def test_a_locked_identity_wants_its_passphrase(opened: Runner, office: Office, qtbot: QtBot) -> None:
    from models.work.keys import ensure_identity

    identity_path(office.workspace).unlink()
    ensure_identity(
        office.workspace,
        places=office.places,
        unit_name="示例区教育和体育局",
        unit_code="370800",
        at=NOW,
        passphrase=WORDS,
    )
    assert prepare(opened, qtbot).needs_passphrase
    assert isinstance(export(opened, office, qtbot, passphrase=OTHER_WORDS), WrongPassphrase)
    assert isinstance(export(opened, office, qtbot, passphrase=WORDS), Exported)


def test_the_units_own_return_is_examined_as_trusted(opened: Runner, office: Office, qtbot: QtBot) -> None:
    exported = export(opened, office, qtbot)
    assert isinstance(exported, Exported)
    with qtbot.waitCallback(timeout=10_000) as done:
        examine_file(opened, path=exported.path, done=done, failed=pytest.fail)
    assert done.args[0].outcome == "trusted"


@pytest.mark.parametrize(("name", "kind"), [("没有.xlsx", "FileMissing"), (".", "NotAFile")])
def test_what_is_no_file_is_named(opened: Runner, qtbot: QtBot, tmp_path: Path, name: str, kind: str) -> None:
    with qtbot.waitCallback(timeout=10_000) as told:
        examine_file(opened, path=tmp_path / name, done=pytest.fail, failed=told)
    assert type(told.args[0]).__name__ == kind
