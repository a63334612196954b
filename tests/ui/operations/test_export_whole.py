"""A final export is a sign-off, a file and a record together, or none of them: after errors, and after a power cut."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.core.changes import Changes
from models.core.errors import EnvironmentProblem, FolderMissing
from models.store.exports import exports
from models.store.period_events import period_events
from models.store.periods import current_period
from models.work.evidence import evidence_folder
from models.work.export_note import note_path
from models.work.return_content import SignOff
from tests.ui.conftest import NOW, Office
from tests.ui.operations.test_returns import attach, export, prepare, type_text
from ui.operations.return_files import Packing
from ui.operations.returns import ChangedMeanwhile, Exported, export_return
from ui.operations.runner import Runner
from ui.operations.sign_off import change_pin, reopen_for_correction
from ui.operations.workspace import open_existing

ROOT = Path(__file__).resolve().parents[3]


def trail(runner: Runner, qtbot: QtBot) -> list[tuple[str, int, str]]:
    """Say what happened to the current period, and check that as many returns went out as there were closings."""
    with qtbot.waitCallback() as read:
        runner.read(lambda ws: (period_events(ws, current_period(ws)), exports(ws)), done=read)
    events, sent = read.args[0]
    assert len(sent) == len([one for one in events if one.event == "closed"])
    return [(one.event.value, one.sequence, one.name) for one in events]


def refuse_writing(runner: Runner, *, refuse: bool) -> None:
    """Have the database refuse every change, as on a disk that has become read-only, or take that back."""

    def work(workspace: object) -> Changes:
        workspace.db.execute(f"PRAGMA query_only = {int(refuse)}")  # type: ignore[attr-defined]
        return Changes()

    runner.commit(work)


def left(office: Office) -> list[str]:
    """Name what an export left behind where it should have written, and the note beside the workspace."""
    written = [path.name for path in office.places.documents.glob("*")] if office.places.documents.is_dir() else []
    return [*written, *[note_path(office.workspace).name for _ in range(note_path(office.workspace).exists())]]


@pytest.mark.parametrize(
    "obstacle", ["folder gone", "folder is a file", "evidence lost", "no pin", "identity damaged", "record refused"]
)
def test_what_stops_an_export_leaves_no_sign_off_no_file_and_no_record(
    opened: Runner, office: Office, qtbot: QtBot, tmp_path: Path, obstacle: str
) -> None:
    attach(opened, qtbot, office, a_pdf=b"%PDF")
    (kept,) = evidence_folder(office.workspace).iterdir()
    content, identity = kept.read_bytes(), office.workspace.with_suffix(".identity")
    key = identity.read_bytes()
    folder = office.places.documents
    match obstacle:
        case "folder gone":
            folder = tmp_path / "U盘" / "季报"
        case "folder is a file":
            folder = tmp_path / "文件"
            folder.write_bytes(b"")
        case "evidence lost":
            kept.unlink()
        case "no pin":
            with qtbot.waitCallback() as done:
                change_pin(
                    opened,
                    name="王敏",
                    old="",
                    new="2468",
                    operator="王敏",
                    at=NOW,
                    done=lambda: done(0),
                    failed=pytest.fail,
                )
        case "identity damaged":
            identity.write_bytes(b"nonsense")
        case "record refused":
            refuse_writing(opened, refuse=True)
    refused = export(opened, office, qtbot, folder=folder)
    refuse_writing(opened, refuse=False)
    assert isinstance(refused, Exception), refused
    assert (trail(opened, qtbot), left(office)) == ([], [])
    assert not any(standing.holds for standing in prepare(opened, qtbot).standings)
    if obstacle == "no pin":
        return
    kept.write_bytes(content)
    identity.write_bytes(key)
    assert isinstance(export(opened, office, qtbot), Exported)
    assert trail(opened, qtbot) == [("signed_off", 1, "王敏"), ("closed", 1, "")]
    assert not note_path(office.workspace).exists()


def test_an_export_that_is_cancelled_leaves_nothing(opened: Runner, office: Office, qtbot: QtBot) -> None:
    shown: list[object] = []

    class Impatient:
        """Cancels whatever can be cancelled, as soon as it begins."""

        def begin(self, task: object) -> None:
            shown.append(task)
            task.cancel()  # type: ignore[attr-defined]

        def end(self, task: object) -> None:
            """Nothing is shown."""

    opened._progress = Impatient()
    cancelled = export(opened, office, qtbot)
    opened._progress = None
    assert type(cancelled).__name__ == "Cancelled" and shown
    assert (trail(opened, qtbot), left(office)) == ([], [])


def test_a_change_between_drawing_up_and_recording_takes_all_back(opened: Runner, office: Office, qtbot: QtBot) -> None:
    """What was signed would not be what the closed period says."""
    with qtbot.waitCallback(timeout=30_000) as ended:
        export_return(
            opened,
            sign_off=SignOff(filled_by="王敏"),
            folder=office.places.documents,
            places=office.places,
            passphrase=None,
            at=NOW,
            done=ended,
            failed=ended,
        )
        opened.commit(lambda workspace: _edit(workspace, "在制表之后写的"))  # waits behind the drawing up
    assert isinstance(ended.args[0], ChangedMeanwhile)
    assert (trail(opened, qtbot), left(office)) == ([], [])


def _edit(workspace: object, text: str) -> object:
    from models.store.entries import record
    from models.store.plans import tasks
    from models.store.records import Field, FieldEdit

    first = tasks(workspace)[0].id  # type: ignore[arg-type]
    edit = FieldEdit(period=current_period(workspace), task_id=first, field=Field.NARRATIVE, new=text)  # type: ignore[arg-type]
    return record(workspace, [edit], operator="王敏", at=NOW)  # type: ignore[arg-type]


# A process of its own that exports, and loses its power right before the file is written, or right after.
CUT = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from PySide6.QtCore import QCoreApplication
from models.core.paths import Places
from models.work import export_note
from models.work.return_content import SignOff
from ui.operations import return_files
from ui.operations.return_files import Packing
from ui.operations.returns import export_return
from ui.operations.runner import Runner
from ui.operations.workspace import open_existing
from datetime import datetime

def cut(*_, **__):
    os._exit(9)

workspace, home, when, packing, at = sys.argv[2:]
home = Path(home)
places = Places(data=home / "我的 数据", logs=home / "日志", documents=home / "文档")
note = export_note.write_note
if when == "before":
    export_note.write_note = lambda *given: (note(*given), cut())
else:
    export_note.record_export = cut
application = QCoreApplication([])
runner = Runner()

def export():
    export_return(
        runner, sign_off=SignOff(filled_by="王敏"), folder=places.documents, places=places, passphrase=None,
        at=datetime.fromisoformat(at), packing=Packing(packing), done=print, failed=print,
    )

open_existing(runner, path=Path(workspace), done=export, failed=print)
application.exec()
"""


def lose_power(office: Office, when: str, packing: Packing = Packing.FOLDER) -> None:
    home = office.places.data.parent
    words = [sys.executable, "-c", CUT, str(ROOT), str(office.workspace), str(home), when, packing.value]
    ended = subprocess.run([*words, NOW.isoformat()], capture_output=True, timeout=120, check=False)
    assert ended.returncode == 9, ended.stdout + ended.stderr
    assert note_path(office.workspace).exists()


def reopen(runner: Runner, office: Office, qtbot: QtBot) -> None:
    with qtbot.waitCallback(timeout=10_000) as done:
        open_existing(runner, path=office.workspace, done=lambda: done(0), failed=pytest.fail)


@pytest.mark.parametrize("attached", ["alone", "folder", "zip"])
def test_a_return_that_was_out_when_the_power_failed_is_on_record_at_the_next_opening(
    runner: Runner, office: Office, qtbot: QtBot, attached: str
) -> None:
    """Else the next one would bear its number and say something else."""
    reopen(runner, office, qtbot)
    if attached != "alone":
        attach(runner, qtbot, office, a_pdf=b"%PDF")
    lose_power(office, "after", Packing.ZIP if attached == "zip" else Packing.FOLDER)
    (written,) = office.places.documents.iterdir()
    assert written.suffix == {"alone": ".xlsx", "folder": "", "zip": ".zip"}[attached]
    reopen(runner, office, qtbot)
    assert trail(runner, qtbot) == [("signed_off", 1, "王敏"), ("closed", 1, "")]
    closing = prepare(runner, qtbot).closing
    assert closing is not None and closing.sequence == 1
    assert not note_path(office.workspace).exists()


def test_a_return_that_was_not_out_when_the_power_failed_never_was(
    runner: Runner, office: Office, qtbot: QtBot
) -> None:
    lose_power(office, "before")
    reopen(runner, office, qtbot)
    assert (trail(runner, qtbot), left(office)) == ([], [])
    type_text(runner, qtbot, "还能填")
    exported = export(runner, office, qtbot)
    assert isinstance(exported, Exported) and exported.sequence == 1


def test_a_file_that_cannot_be_taken_back_is_recorded_at_the_next_opening(
    opened: Runner, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick that was pulled in that moment: what is on it is out."""
    from ui.operations import returns

    monkeypatch.setattr(returns, "take_back", lambda made: None)
    refuse_writing(opened, refuse=True)
    refused = export(opened, office, qtbot)
    refuse_writing(opened, refuse=False)
    assert isinstance(refused, EnvironmentProblem) and not isinstance(refused, FolderMissing)
    reopen(opened, office, qtbot)
    assert trail(opened, qtbot) == [("signed_off", 1, "王敏"), ("closed", 1, "")]


def test_copies_of_evidence_go_at_the_next_opening_unless_a_return_that_went_out_lists_them(
    opened: Runner, office: Office, qtbot: QtBot
) -> None:
    """Until then what was taken off can be brought back."""
    folder = evidence_folder(office.workspace)
    attach(opened, qtbot, office, sent_pdf=b"sent", dropped_pdf=b"dropped before")
    take_off(opened, "dropped.pdf")
    assert isinstance(export(opened, office, qtbot), Exported)
    with qtbot.waitCallback() as done:
        reopen_for_correction(
            opened, reason="数字有误", operator="王敏", at=NOW, done=lambda: done(0), failed=pytest.fail
        )
    take_off(opened, "sent.pdf")
    attach(opened, qtbot, office, kept_pdf=b"kept")
    assert sorted(path.read_bytes() for path in folder.iterdir()) == [b"dropped before", b"kept", b"sent"]
    for path in folder.iterdir():
        os.utime(path, (0, 0))
    reopen(opened, office, qtbot)
    assert sorted(path.read_bytes() for path in folder.iterdir()) == [b"kept", b"sent"]


def take_off(runner: Runner, name: str) -> None:
    def work(workspace: object) -> object:
        from models.store.entries import record
        from models.store.evidence_records import EvidenceEdit
        from models.store.plans import tasks

        first = tasks(workspace)[0].id  # type: ignore[arg-type]
        edit = EvidenceEdit(period=current_period(workspace), task_id=first, name=name, new=None)  # type: ignore[arg-type]
        return record(workspace, [edit], operator="王敏", at=NOW)  # type: ignore[arg-type]

    runner.commit(work)
