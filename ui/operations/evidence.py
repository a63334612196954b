"""佐证材料: attaching files and pictures to an entry, opening them, taking them off again."""

import shutil
import tempfile
import weakref
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, Qt
from PySide6.QtGui import QImage

from models.core.changes import Changes
from models.core.clock import Clock
from models.core.periods import Period
from models.store.evidence_records import EvidenceEdit, EvidenceFile
from models.store.records import Recorded
from models.work.evidence import AlreadyAttached
from ui.operations.runner import Failed, Runner
from ui.operations.task import Task
from ui.operations.undo import UndoStack

if TYPE_CHECKING:
    from models.store.database import Workspace

Source = Callable[[], tuple[str, bytes]]  # a name and the content, read on the thread of files
_LARGEST_SIDE = 4000  # pixels of a picture; what a scanner at 300 dpi makes of A4

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Place:
    """The entry that something is attached to."""

    period: Period
    task_id: str


@dataclass(frozen=True, slots=True)
class _Attached:
    """What came of attaching files: what was recorded, and the names of those that were there already."""

    recorded: Recorded
    known: tuple[str, ...]

    @property
    def changes(self) -> Changes:
        return self.recorded.changes


class EvidenceOperations:
    """Everything that a person does with evidence, as the operator who is at the keyboard."""

    def __init__(self, runner: Runner, *, clock: Clock, undo: UndoStack, operator: Callable[[], str]) -> None:
        """Bind the operations to a window: ``operator`` tells who is at it at the moment of a change."""
        self._runner = runner
        self._clock = clock
        self._undo = undo
        self._operator = operator
        self._copies: Path | None = None  # a folder that goes with this object

    def attach_files(self, place: Place, paths: Sequence[Path], *, done: Callable[[], None], failed: Failed) -> None:
        """Copy files into the workspace and attach them to an entry: all of them, or none.

        Those whose content is attached there already are left out, of which ``failed`` is told with AlreadyAttached.
        """

        def source(path: Path) -> Source:
            def read() -> tuple[str, bytes]:
                from models.work.evidence import read_evidence

                return path.name, read_evidence(path)

            return read

        self._attach(place, [source(path) for path in paths], done=done, failed=failed)

    def attach_picture(self, place: Place, picture: QImage, *, done: Callable[[], None], failed: Failed) -> None:
        """Attach a picture from the clipboard, as PNG."""
        at = self._clock.now()
        pattern = translate("operations", "粘贴的图片 {moment}.png")
        name = pattern.format(moment=at.strftime("%Y-%m-%d %H%M%S"))
        self._attach(place, [lambda: (name, _as_png(picture))], done=done, failed=failed)

    def remove(self, place: Place, file: EvidenceFile) -> Recorded:
        """Take a file off an entry; it stays in the workspace, so that this can be undone.

        Raises:
            UserError, EnvironmentProblem: what the workspace refused.
        """
        edit = EvidenceEdit(period=place.period, task_id=place.task_id, name=file.name, new=None)
        operator, at = self._operator(), self._clock.now()
        recorded = self._runner.commit(lambda workspace: _record(workspace, [edit], operator, at))
        self._undo.add(translate("operations", "移除佐证材料"), place.task_id, recorded)
        return recorded

    def open_copy(self, file: EvidenceFile, *, done: Callable[[Path], None], failed: Failed) -> None:
        """Make a copy to look at; what is done to it there never reaches the workspace, and it goes with the window."""
        if self._copies is None:
            self._copies = Path(tempfile.mkdtemp(prefix="yaodian-"))
            weakref.finalize(self, shutil.rmtree, self._copies, ignore_errors=True)
        folder = self._copies

        def copy(workspace: Path) -> None:
            self._runner.files(
                lambda _: _copy_out(workspace, file, folder),
                label=translate("operations", "正在打开佐证材料…"),
                done=done,
                failed=failed,
            )

        self._runner.read(lambda workspace: workspace.path, done=copy, failed=failed)

    def _attach(self, place: Place, sources: Sequence[Source], *, done: Callable[[], None], failed: Failed) -> None:
        def keep(workspace: Path) -> None:
            self._runner.files(
                lambda task: _keep(workspace, sources, task),
                label=translate("operations", "正在附上佐证材料…"),
                done=record,
                failed=failed,
            )

        def record(files: list[EvidenceFile]) -> None:
            operator, at = self._operator(), self._clock.now()
            self._runner.change(
                lambda workspace: _attach_all(workspace, place, files, operator, at),
                label=translate("operations", "正在附上佐证材料…"),
                done=attached,
                failed=failed,
            )

        def attached(outcome: _Attached) -> None:
            if outcome.changes:
                self._undo.add(translate("operations", "附上佐证材料"), place.task_id, outcome.recorded)
                done()
            if outcome.known:
                failed(AlreadyAttached(outcome.known))

        self._runner.read(lambda workspace: _require_open(workspace, place.period), done=keep, failed=failed)


def _require_open(workspace: "Workspace", period: Period) -> Path:
    """Return the workspace's file, if anything can be attached in that period at all."""
    from models.store.period_events import require_open

    require_open(workspace.db.conn, period)
    return workspace.path


def _keep(workspace: Path, sources: Sequence[Source], task: Task) -> list[EvidenceFile]:
    from models.work.evidence import evidence_folder, keep_evidence

    files = []
    for count, source in enumerate(sources):
        task.check_cancelled()
        task.progress(count, len(sources))
        name, content = source()
        files.append(keep_evidence(evidence_folder(workspace), name=name, content=content))
    return files


def _attach_all(
    workspace: "Workspace", place: Place, files: Sequence[EvidenceFile], operator: str, at: datetime
) -> _Attached:
    from models.store.evidence import all_evidence
    from models.work.evidence import named_freely, require_room

    with workspace.transaction():
        attached = all_evidence(workspace, place.period)
        new, known = named_freely(files, attached.get(place.task_id, ()))
        require_room(new, [file for of_task in attached.values() for file in of_task])
        edits = [EvidenceEdit(period=place.period, task_id=place.task_id, name=file.name, new=file) for file in new]
        return _Attached(_record(workspace, edits, operator, at), known)


def _record(workspace: "Workspace", edits: Sequence[EvidenceEdit], operator: str, at: datetime) -> Recorded:
    from models.store.entries import record

    return record(workspace, edits, operator=operator, at=at)


def _copy_out(workspace: Path, file: EvidenceFile, folder: Path) -> Path:
    from models.core.safe_file import replace_file
    from models.work.evidence import evidence_content, evidence_folder

    content = evidence_content(evidence_folder(workspace), file)
    target = folder / file.sha256[:16]
    target.mkdir(exist_ok=True)
    path = target / file.name
    if not path.exists():
        replace_file(path, content, mode=0o600)
    return path


def _as_png(picture: QImage) -> bytes:
    if max(picture.width(), picture.height()) > _LARGEST_SIDE:
        smooth = Qt.TransformationMode.SmoothTransformation
        picture = picture.scaled(_LARGEST_SIDE, _LARGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    stored = QByteArray()
    buffer = QBuffer(stored)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know text as bytes only
    return bytes(stored.data())
