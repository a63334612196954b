"""Sign-off and export as an operation: real keys, real files, and what happens when a step fails."""

import hashlib
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.core.errors import DiskFull, FolderMissing
from models.core.vocabulary import Role
from models.signing.identity import WrongPassphrase
from models.signing.trust import Trust
from models.store.exports import exports
from models.store.period_events import PeriodClosed, demand_roles
from models.store.records import Field, FieldEdit
from models.work import closing as closing_module
from models.work.evidence import EvidenceLost, evidence_folder
from models.work.keys import identity_path
from models.work.return_content import SignOff
from models.work.sign_off import PinNeeded, PinPaused, SignOffMissing, WrongPin
from models.workbooks.examine import Standing, examine
from models.workbooks.receive import look_at
from tests.ui.conftest import NOW, Office
from ui.operations.evidence import EvidenceOperations, Place
from ui.operations.examine import examine_file
from ui.operations.return_files import Packing
from ui.operations.return_preparation import ErrorsLeft, Preparation, prepare_return
from ui.operations.returns import Exported, export_return
from ui.operations.runner import Runner
from ui.operations.sign_off import change_pin, reopen_for_correction, sign_off_as
from ui.operations.undo import UndoStack

WORDS, OTHER_WORDS = "济宁的春天来得早", "济宁的春天来得晚"


def prepare(runner: Runner, qtbot: QtBot) -> Preparation:
    with qtbot.waitCallback(timeout=10_000) as done:
        prepare_return(runner, at=NOW, done=done, failed=pytest.fail)
    return done.args[0]


def export(
    runner: Runner,
    office: Office,
    qtbot: QtBot,
    *,
    folder: Path | None = None,
    passphrase: str | None = None,
    packing: Packing = Packing.FOLDER,
    draft: bool = False,
) -> Exported | Exception:
    with qtbot.waitCallback(timeout=30_000) as ended:
        export_return(
            runner,
            sign_off=SignOff(filled_by="王敏", phone="0537-1234567"),
            folder=folder or office.places.documents,
            places=office.places,
            passphrase=passphrase,
            at=NOW,
            packing=packing,
            draft=draft,
            done=ended,
            failed=ended,
        )
    return ended.args[0]


def correct(runner: Runner, qtbot: QtBot) -> None:
    with qtbot.waitCallback(timeout=10_000) as done:
        reopen_for_correction(
            runner, reason="数字有误", operator="王敏", at=NOW, done=lambda: done(None), failed=pytest.fail
        )


def sign(runner: Runner, qtbot: QtBot, role: Role, name: str, pin: str = "") -> Exception | None:
    with qtbot.waitCallback(timeout=10_000) as done:
        sign_off_as(runner, role=role, name=name, pin=pin, at=NOW, done=lambda: done(None), failed=done)
    return done.args[0]


def attach(runner: Runner, qtbot: QtBot, office: Office, **files: bytes) -> None:
    """Attach files to the first task."""
    board = prepare(runner, qtbot).board
    evidence = EvidenceOperations(runner, clock=office.clock, undo=UndoStack(), operator=lambda: "王敏")
    paths = []
    for name, content in files.items():
        paths.append(office.places.data / name.replace("_", "."))
        paths[-1].write_bytes(content)
    with qtbot.waitCallback(timeout=10_000) as done:
        place = Place(board.period, board.tasks[0].task.id)
        evidence.attach_files(place, paths, done=lambda: done(None), failed=pytest.fail)


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
    assert isinstance(export(opened, office, qtbot), PeriodClosed)
    correct(opened, qtbot)
    told = prepare(opened, qtbot)
    assert (told.sequence, told.supersedes, told.unchanged_since) == (2, first.check_code, 1)
    assert told.correction is not None and told.correction.reason == "数字有误"
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
    def full(*_: object, **__: object) -> None:
        raise DiskFull(office.workspace)

    monkeypatch.setattr(closing_module, "add_export", full)
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


def test_a_final_return_closes_its_period(opened: Runner, office: Office, qtbot: QtBot) -> None:
    type_text(opened, qtbot, "已部署。")
    assert isinstance(export(opened, office, qtbot), Exported)
    told = prepare(opened, qtbot)
    assert told.closing is not None and told.closing.sequence == 1
    with pytest.raises(PeriodClosed):
        type_text(opened, qtbot, "改一改")
    correct(opened, qtbot)
    type_text(opened, qtbot, "改一改")


def test_a_sheet_says_who_signed_and_a_correction_what_it_supersedes(
    opened: Runner, office: Office, qtbot: QtBot
) -> None:
    first = export(opened, office, qtbot)
    correct(opened, qtbot)
    type_text(opened, qtbot, "改一改")
    assert sign(opened, qtbot, Role.FILLER, "王敏") is None
    assert sign(opened, qtbot, Role.REVIEWER, "李华") is None
    second = export(opened, office, qtbot)
    assert isinstance(first, Exported) and isinstance(second, Exported)
    head = look_at(second.path.read_bytes(), Trust()).content.head
    assert (head.sequence, head.supersedes_sequence, head.supersedes) == (2, 1, first.check_code)
    signed = head.sign_off
    assert (signed.filled_by, signed.reviewed_by, signed.unit_head) == ("王敏", "李华", "")
    assert signed.filled_at == signed.reviewed_at == NOW.replace(tzinfo=None, second=0)
    assert signed.approved_at is None


def test_demanded_sign_offs_stand_in_the_way_of_a_final_return_and_not_of_a_draft(
    opened: Runner, office: Office, qtbot: QtBot
) -> None:
    opened.commit(lambda ws: demand_roles(ws, frozenset({Role.REVIEWER}), operator="王敏", at=NOW))
    refused = export(opened, office, qtbot)
    assert isinstance(refused, SignOffMissing) and refused.roles == (Role.REVIEWER,)
    draft = export(opened, office, qtbot, draft=True)
    assert isinstance(draft, Exported) and draft.draft
    assert draft.path.name == "示例区教育和体育局_2021_第二季度_草稿.xlsx"
    found = examine(draft.path.read_bytes(), Trust())
    assert (found.standing, found.is_draft) == (Standing.NOT_GOOD, True)
    assert (prepare(opened, qtbot).sequence, prepare(opened, qtbot).closing) == (1, None)
    assert isinstance(sign(opened, qtbot, Role.REVIEWER, "李华"), SignOffMissing)
    assert sign(opened, qtbot, Role.FILLER, "王敏") is None
    assert sign(opened, qtbot, Role.REVIEWER, "李华") is None
    final = export(opened, office, qtbot)
    assert isinstance(final, Exported) and final.check_code == draft.check_code


def test_what_is_changed_after_the_signing_takes_it_out_of_force(opened: Runner, office: Office, qtbot: QtBot) -> None:
    sign(opened, qtbot, Role.FILLER, "王敏")
    assert prepare(opened, qtbot).standings[0].holds
    type_text(opened, qtbot, "又改了")
    assert prepare(opened, qtbot).standings[0].out_of_date
    attach(opened, qtbot, office, a_pdf=b"%PDF")
    assert prepare(opened, qtbot).standings[0].out_of_date
    sign(opened, qtbot, Role.FILLER, "王敏")
    assert prepare(opened, qtbot).standings[0].holds


def test_a_pin_is_asked_for_at_the_export_too(opened: Runner, office: Office, qtbot: QtBot) -> None:
    with qtbot.waitCallback(timeout=10_000) as done:
        change_pin(
            opened,
            name="王敏",
            old="",
            new="2468",
            operator="王敏",
            at=NOW,
            done=lambda: done(None),
            failed=pytest.fail,
        )
    assert isinstance(export(opened, office, qtbot), PinNeeded)
    assert isinstance(sign(opened, qtbot, Role.FILLER, "王敏", "1357"), WrongPin)
    assert isinstance(sign(opened, qtbot, Role.FILLER, "王敏", "2468"), PinPaused)


@pytest.mark.parametrize("packing", Packing)
def test_evidence_travels_beside_the_return(opened: Runner, office: Office, qtbot: QtBot, packing: Packing) -> None:
    attach(opened, qtbot, office, a_pdf=b"%PDF", b_jpg=b"JPEG")
    told = prepare(opened, qtbot)
    assert (told.evidence, told.evidence_size) == (2, 8)
    exported = export(opened, office, qtbot, packing=packing)
    assert isinstance(exported, Exported) and exported.evidence == 2
    stem = "示例区教育和体育局_2021_第二季度_1"
    expected = f"{stem}/{stem}.xlsx" if packing is Packing.FOLDER else f"{stem}.zip"
    assert exported.path.relative_to(office.places.documents).as_posix() == expected
    with qtbot.waitCallback(timeout=10_000) as done:
        examine_file(opened, path=exported.path, done=done, failed=pytest.fail)
    found = done.args[0]
    assert (found.standing, found.outcome, found.findings) == (Standing.GOOD, "trusted", ())
    assert len(found.content.evidence) == 2


def test_a_lost_file_stops_the_export_and_leaves_nothing(opened: Runner, office: Office, qtbot: QtBot) -> None:
    attach(opened, qtbot, office, a_pdf=b"%PDF")
    for file in evidence_folder(office.workspace).iterdir():
        file.unlink()
    assert isinstance(export(opened, office, qtbot), EvidenceLost)
    assert list(office.places.documents.glob("*")) == []
    assert prepare(opened, qtbot).closing is None


def test_a_folder_that_cannot_be_recorded_does_not_stay(
    opened: Runner, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFull(office.workspace)

    attach(opened, qtbot, office, a_pdf=b"%PDF")
    monkeypatch.setattr(closing_module, "add_export", full)
    assert isinstance(export(opened, office, qtbot), DiskFull)
    assert list(office.places.documents.glob("*")) == []
