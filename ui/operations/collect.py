"""收表, review and receipts from the window: each step off the window's thread, with progress that is true."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from models.core.changes import Changes
from models.core.paths import Places
from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Decision
from models.store.reviews import Review, reviews_without_receipt
from models.work.collect_board import CollectBoard, read_collect_board
from models.work.review import ReviewSheet, decide, review_sheet
from ui.operations.runner import Failed, Runner
from ui.operations.task import Task

if TYPE_CHECKING:
    from models.signing.trust import Trust
    from models.store.database import Workspace
    from models.workbooks.collect import CollectReport, Filed
    from models.workbooks.gather import Candidate, Source

translate = QCoreApplication.translate

CHUNK = 20  # files that are examined before the person is told and asked again


@dataclass(frozen=True, slots=True)
class CollectRead:
    """What the page shows: the board, and the decisions that no receipt was written for."""

    board: CollectBoard
    without_receipt: int


def read_collect(
    runner: Runner, *, kind: PeriodKind, today: date, done: Callable[[CollectRead], None], failed: Failed
) -> None:
    """Read the board."""
    begun = runner.revision

    def work(workspace: "Workspace") -> CollectRead:
        return CollectRead(read_collect_board(workspace, kind, today=today), len(reviews_without_receipt(workspace)))

    def deliver(read: CollectRead) -> None:
        if begun == runner.revision:
            done(read)

    runner.read(work, done=deliver, failed=failed)


class Collection(QObject):
    """One collection under way: files are found, then examined and kept by the handful, until all are done.

    Signals:
        progressed(int, int): how many files are done, and of how many.
        finished(CollectReport): all are done, or the person stopped; what was kept stays.
        failed(Exception): it could not go on; what was kept until then stays.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        runner: Runner,
        paths: Sequence[Path],
        *,
        period: Period | None,
        operator: str,
        at: datetime,
        confirmed_forms: frozenset[str] = frozenset(),
        parent: QObject | None = None,
    ) -> None:
        """Say what is to be collected; ``start`` begins. ``period`` None takes all periods of the year."""
        super().__init__(parent)
        self._runner, self._paths, self._period, self._operator, self._at = runner, tuple(paths), period, operator, at
        self._forms = confirmed_forms
        self._sources: tuple[Source, ...] = ()
        self._filed: list[Filed] = []
        self._changes = Changes()
        self._cancelled = False

    def start(self) -> None:
        """Find the files, and whom to believe."""
        from models.work.signers import workspace_trust

        self._runner.read(workspace_trust, done=self._find, failed=self.failed.emit)

    def cancel(self) -> None:
        """Stop after the handful that is being examined."""
        self._cancelled = True

    def _find(self, trust: "Trust") -> None:
        def look(_: Task) -> "tuple[Source, ...]":
            from models.workbooks.gather import find_sources

            return find_sources(self._paths)

        def found(sources: "tuple[Source, ...]") -> None:
            self._sources = sources
            self._go_on(trust)

        self._runner.files(look, done=found, failed=self.failed.emit)

    def _go_on(self, trust: "Trust") -> None:
        done, total = len(self._filed), len(self._sources)
        self.progressed.emit(done, total)
        if done >= total or self._cancelled:
            self._end()
            return
        chunk = self._sources[done : done + CHUNK]

        def examine(_: Task) -> "tuple[Candidate, ...]":
            from models.workbooks.gather import examine_sources

            return tuple(examine_sources(chunk, trust))

        self._runner.files(examine, done=lambda found: self._keep(found, trust), failed=self.failed.emit)

    def _keep(self, candidates: "Iterable[Candidate]", trust: "Trust") -> None:
        def work(workspace: "Workspace") -> "CollectReport":
            from models.workbooks.collect import file_candidates

            return file_candidates(
                workspace,
                candidates,
                operator=self._operator,
                at=self._at,
                period=self._period,
                confirmed_forms=self._forms,
            )

        def kept(report: "CollectReport") -> None:
            self._filed += report.filed
            self._changes |= report.changes
            self._go_on(trust)

        label = translate("operations", "正在收表…")
        self._runner.change(work, label=label, done=kept, failed=self.failed.emit)

    def _end(self) -> None:
        from models.workbooks.collect import CollectReport

        stopped = self._cancelled and len(self._filed) < len(self._sources)
        self.finished.emit(CollectReport(tuple(self._filed), self._changes, cancelled=stopped))


def read_review(runner: Runner, *, return_id: int, done: Callable[[ReviewSheet], None], failed: Failed) -> None:
    """Read one return as its reviewer sees it."""
    runner.read(lambda workspace: review_sheet(workspace, return_id), done=done, failed=failed)


def decide_on(
    runner: Runner,
    *,
    return_id: int,
    decision: Decision,
    comment: str,
    comments: Mapping[str, str],
    operator: str,
    at: datetime,
    done: Callable[[Changes], None],
    failed: Failed,
) -> None:
    """Accept a return, or send it back."""
    runner.change(
        lambda workspace: decide(
            workspace, return_id, decision, comment=comment, comments=comments, operator=operator, at=at
        )[1],
        label=translate("operations", "正在登记审核…"),
        done=done,
        failed=failed,
    )


@dataclass(frozen=True, slots=True)
class WrittenReceipts:
    """The receipts that were written, in one folder."""

    paths: tuple[Path, ...]
    folder: Path
    changes: Changes


def write_receipts(
    runner: Runner,
    *,
    folder: Path,
    places: Places,
    passphrase: str | None,
    operator: str,
    at: datetime,
    done: Callable[[WrittenReceipts], None],
    failed: Failed,
) -> None:
    """Write a receipt for each decision that has none; ``folder`` is made if it is not there."""

    def work(workspace: "Workspace") -> WrittenReceipts:
        from models.core.errors import from_os_error
        from models.work.keys import load_identity
        from models.workbooks.issue_receipt import issue_receipt

        identity = load_identity(workspace.path, places=places, passphrase=passphrase)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise from_os_error(error, folder) from error
        reviews: tuple[Review, ...] = reviews_without_receipt(workspace)
        issued = [issue_receipt(workspace, one, identity, folder, operator=operator, at=at) for one in reviews]
        changes = Changes()
        for one in issued:
            changes |= one.changes
        return WrittenReceipts(tuple(one.path for one in issued), folder, changes)

    runner.change(work, label=translate("operations", "正在写审核回执…"), done=done, failed=failed)


def save_received_file(
    runner: Runner, *, return_id: int, path: Path, done: Callable[[Path], None], failed: Failed
) -> None:
    """Save the very file that a return came in."""

    def write(data: bytes) -> None:
        def save(_: Task) -> Path:
            from models.core.safe_file import replace_file

            replace_file(path, data)
            return path

        runner.files(save, label=translate("operations", "正在保存…"), done=done, failed=failed)

    def work(workspace: "Workspace") -> bytes:
        from models.store.received import file_of

        return file_of(workspace, return_id)

    runner.read(work, done=write, failed=failed)
