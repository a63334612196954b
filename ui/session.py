"""One run of the window: which workspace is opened, the first start, and the dialog for whatever goes wrong."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog

from models.core.clock import Clock
from models.core.errors import Cancelled, EnvironmentProblem, UserError
from models.core.paths import Places
from models.core.safe_file import free_name
from models.work.beside import review_path
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.progress_dialog import DialogPresenter
from ui.language import speak
from ui.messages import explain, report
from ui.operations.runner import Runner
from ui.operations.workspace import open_existing, start_new
from ui.settings import Settings
from ui.theme import choose_scheme

if TYPE_CHECKING:
    from models.plan.model import Plan
    from ui.dialogs.welcome import WelcomeDialog
    from ui.main_window import MainWindow
    from ui.plan_intake import PlanIntake

DEFAULT_NAME = "工作区.yaodian"

_log = logging.getLogger(__name__)


class Session(QObject):
    """Holds the runner and the window, and leads from one to the other.

    Signals:
        ready(QWidget): the main window is on the screen with its workspace open.
        welcomed(QDialog): there was no workspace, so the welcome dialog is on the screen.
    """

    ready = Signal(object)
    welcomed = Signal(object)

    def __init__(self, *, places: Places, clock: Clock, settings: Settings) -> None:
        """Start the runner; nothing is shown before ``start``."""
        super().__init__()
        self._places = places
        self._clock = clock
        self._settings = settings
        self._shown_problem: MessageDialog | None = None
        self._welcome_dialog: WelcomeDialog | None = None
        self._intake: PlanIntake | None = None
        self._asked_file: Path | None = None
        self.window: MainWindow | None = None
        self.runner = Runner(progress=DialogPresenter(parent=self))
        self.runner.problem.connect(self.show_problem)

    def start(self, asked: Path | None, file: Path | None = None) -> None:
        """Open a workspace: the one asked for, else the last one, else the one at its usual place, else make one.

        Args:
            asked: the workspace, if one was named.
            file: another file that the person opened, to be led to where it belongs once there is a window.
        """
        self._asked_file = file
        path = self._choose(asked)
        if path.exists():
            self._open(path)
        else:
            self._welcome(path)

    def show_problem(self, error: Exception) -> None:
        """Show what went wrong; what is unexpected is logged, and while one is on the screen only logged."""
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, (UserError, EnvironmentProblem)):
            _log.error("unexpected\n%s", report(error))
        if self._shown_problem is None:
            self._show(MessageDialog(explain(error), QApplication.activeModalWidget() or self.window))

    @property
    def intake(self) -> "PlanIntake":
        """The ways of work points into a workspace."""
        if self._intake is None:
            from ui.plan_intake import PlanIntake

            self._intake = PlanIntake(self.runner, clock=self._clock, settings=self._settings, parent=self)
            self._intake.refused.connect(self.show_problem)
            self._intake.told.connect(self._tell)
        return self._intake

    def close(self) -> None:
        """Close the workspace and keep the settings."""
        self.runner.close()
        self._settings.save()

    def _choose(self, asked: Path | None) -> Path:
        if asked is not None:
            return asked.expanduser().absolute()
        last = Path(self._settings.workspace) if self._settings.workspace else None
        if last is not None and last.exists():
            return last
        return self._places.data / DEFAULT_NAME

    def _open(self, path: Path) -> None:
        if not self._leave_window():
            return

        def refused(error: Exception) -> None:
            self._return_to_window()
            dialog = MessageDialog(explain(error), self.window)
            dialog.add_action(self.tr("新建工作区…"), "newWorkspace")
            dialog.finished.connect(lambda: self._after_refusal(dialog, path))
            self._show(dialog)

        def opened() -> None:
            self._show_window(path)
            if self.window is not None and review_path(path).exists():
                self.intake.offer(self.window, path)

        open_existing(self.runner, path=path, done=opened, failed=refused)

    def _after_refusal(self, dialog: MessageDialog, path: Path) -> None:
        if dialog.chosen == "newWorkspace":
            self._welcome(free_name(path.with_suffix(".yaodian")))
        elif self.window is None:
            QApplication.quit()

    def _welcome(self, path: Path) -> None:
        from ui.assignment_start import AssignmentStart
        from ui.dialogs.welcome import WelcomeDialog

        if not self._leave_window():
            return
        dialog = WelcomeDialog(self.window)
        dialog.setWindowModality(Qt.WindowModality.ApplicationModal)

        def review(plan: "Plan", origin: str) -> None:
            dialog.take_plan(plan, origin)
            self.intake.review_first(
                dialog, plan=plan, origin=origin, workspace=path, adopted=adopted, aside=dialog.take_draft
            )

        def adopted(plan: "Plan") -> None:
            dialog.take_plan(plan, dialog.origin, reviewed=True)
            begin()

        def begin() -> None:
            if dialog.must_review:
                self.intake.review_plan(dialog, dialog.answers().plan, dialog.origin, review)
                return
            dialog.set_busy(True)
            if self._intake is not None:
                self._intake.set_busy(True)
            start_new(
                self.runner,
                answers=dialog.answers(),
                path=path,
                places=self._places,
                at=self._clock.now(),
                done=arrived,
                failed=refused,
            )

        def arrived() -> None:
            dialog.set_busy(False)
            if self._intake is not None or review_path(path).exists():
                self.intake.finish(path)
            self._show_window(path)
            plan = dialog.answers().plan
            if not isinstance(plan, Path):
                self.intake.tell_left_open(plan)
            dialog.accept()

        def refused(error: Exception) -> None:
            dialog.set_busy(False)
            if self._intake is not None:
                self._intake.set_busy(False)
            self.show_problem(error)

        above = AssignmentStart(
            self.runner,
            dialog,
            workspace=path,
            places=self._places,
            clock=self._clock,
            started=arrived,
            tell=self.show_problem,
        )
        dialog.assignment_wanted.connect(above.ask)
        dialog.start_requested.connect(begin)
        dialog.plan_wanted.connect(lambda: self.intake.ask_source(dialog, taken=dialog.take_plan))
        dialog.review_wanted.connect(
            lambda: self.intake.review_plan(dialog, dialog.answers().plan, dialog.origin, review)
        )
        dialog.rejected.connect(self._return_to_window)
        dialog.show()
        self._welcome_dialog = dialog
        self.welcomed.emit(dialog)
        if self._asked_file is not None:
            above.begin(self._asked_file)
            self._asked_file = None
        if review_path(path).exists():
            self.intake.offer(dialog, path, lambda kept: review(kept.plan, kept.origin))

    def _tell(self, words: str) -> None:
        if self.window is not None:
            self.window.tell(words)

    def _leave_window(self) -> bool:
        """Record what is still being typed before another workspace takes the place of this one."""
        if self.window is None:
            return True
        if not self.window.page.hand_over():
            return False
        self.window.setEnabled(False)
        return True

    def _return_to_window(self) -> None:
        if self.window is not None:
            self.window.setEnabled(True)

    def _show_window(self, path: Path) -> None:
        from ui.main_window import MainWindow

        self._settings.workspace = str(path)
        before = self.window
        window = MainWindow(self.runner, places=self._places, clock=self._clock, settings=self._settings)
        window.open_wanted.connect(self._ask_workspace)
        window.workspace_wanted.connect(self.start)
        window.ready.connect(self._open_asked_file)
        window.language_wanted.connect(self._change_language)
        window.theme_wanted.connect(self._change_theme)
        window.plan_wanted.connect(lambda: self.intake.correct(window))
        window.later_plan_wanted.connect(lambda: self.intake.take_later(window))
        self.window = window
        window.show()
        if before is not None:
            before.close()
            self._retire(before)
        self.ready.emit(window)

    def _open_asked_file(self) -> None:
        if self._asked_file is not None and self.window is not None:
            self.window.open_file(self._asked_file)
            self._asked_file = None

    def _retire(self, window: "MainWindow") -> None:
        """Delete a closed window once nothing is on its way to it any more."""

        def look(_: None) -> None:
            if self.runner.busy:
                self._retire(window)
            else:
                window.deleteLater()

        self.runner.read(lambda _: None, done=look)

    def _ask_workspace(self) -> None:
        """Let the person pick a workspace; a name that no file has yet becomes a new one."""
        folder = Path(self._settings.workspace).parent
        dialog = QFileDialog(self.window, self.tr("打开或新建工作区"), str(folder))
        dialog.setObjectName("workspaceFile")
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(self.tr("工作区 (*.yaodian)"))
        dialog.setDefaultSuffix("yaodian")
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("打开或新建"))
        dialog.fileSelected.connect(lambda name: self.start(Path(name)))
        dialog.open()

    def _change_language(self, language: str) -> None:
        if not self._leave_window():
            return
        self._settings.language = language
        speak(_application(), language)
        # Windows are built in one language; a new one over the same workspace takes the place of the old.
        self._show_window(Path(self._settings.workspace))

    def _change_theme(self, theme: str) -> None:
        self._settings.theme = theme
        choose_scheme(_application(), theme)

    def _show(self, dialog: MessageDialog) -> None:
        self._shown_problem = dialog
        dialog.finished.connect(self._forget_problem)
        dialog.open()

    def _forget_problem(self) -> None:
        self._shown_problem = None


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("there is no application with windows")
    return application
