"""The main window: the bar above, the page, the line below, and what its actions do."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QTimer, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QInputDialog, QMainWindow, QVBoxLayout, QWidget

from models.core.changes import Changes
from models.core.clock import Clock
from models.core.errors import Cancelled, EnvironmentProblem, UserError
from models.core.paths import Places
from models.core.periods import Period, PeriodKind, period_containing, periods_of_year
from models.store.assignments import CellGone
from models.store.period_events import PeriodClosed
from models.work.checks import Grade
from ui.actions import Actions
from ui.dialogs.message_dialog import MessageDialog
from ui.incoming import Incoming, is_incoming, paths_in
from ui.messages import explain
from ui.operations.entries import EntryOperations
from ui.operations.identity import read_identity
from ui.operations.overview import Overview, become_operator, read_overview, turn_to_period
from ui.operations.runner import Runner
from ui.operations.sign_off import demand_sign_offs
from ui.operations.undo import UndoStack
from ui.page_makers import page_makers
from ui.page_stack import PageName, PageStack
from ui.pages.report_page import ReportPage
from ui.pages.workplace import Page, Workplace
from ui.settings import Settings
from ui.side_dialogs import SideDialogs
from ui.widgets.foot_bar import FootBar
from ui.widgets.top_bar import TopBar

_SMALLEST = (1152, 640)
_FIRST = (1366, 768)


class MainWindow(QMainWindow):
    """Shows one workspace.

    Signals:
        ready(): the first board is on the screen.
        open_wanted(): the person asked for another workspace.
        workspace_wanted(Path): the person opened or dropped this one.
        language_wanted(str): the person asked for another language, by its code.
        theme_wanted(str): the person asked for ``light``, ``dark`` or ``system``.
        plan_wanted(): the person wants to see the work points and put them right.
        later_plan_wanted(): the person has a later version of the work points.
    """

    ready = Signal()
    open_wanted = Signal()
    workspace_wanted = Signal(object)
    language_wanted = Signal(str)
    theme_wanted = Signal(str)
    plan_wanted = Signal()
    later_plan_wanted = Signal()

    def __init__(self, runner: Runner, *, places: Places, clock: Clock, settings: Settings) -> None:
        """Build the window over the workspace that ``runner`` has open, and read that."""
        super().__init__()
        self._runner = runner
        self._places = places
        self._clock = clock
        self._settings = settings
        self._overview: Overview | None = None
        self._awaiting = Changes()
        self._problem: MessageDialog | None = None
        self._undo = UndoStack(self)
        self._entries = EntryOperations(runner, clock=clock, undo=self._undo, operator=self._operator_name)
        self._actions = Actions(self)
        self._dialogs = SideDialogs(runner, self, actions=self._actions, places=places, clock=clock)
        self._incoming = Incoming(
            runner,
            self,
            clock=clock,
            operator=self._operator_name,
            collects=lambda: self._overview is not None and self._overview.has_units,
            tell=self._tell,
        )
        self.setAcceptDrops(True)
        self._bar = TopBar(export=self._actions.export, menu=self._actions.menu(), parent=self)
        self._page = ReportPage(self._entries, self)
        self._pages = PageStack(self._page, page_makers(self._workplace()), self)
        hints = [self.tr("Ctrl+↓ 下一项"), self.tr("Ctrl+F 查找"), self.tr("Ctrl+Z 撤销"), self.tr("F1 快捷键")]
        self._foot = FootBar(hints, self)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._pages, 1)
        column.addWidget(self._foot)
        self.setCentralWidget(body)
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_FIRST)
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))

        # Several fields recorded in one turn of the event loop need one reading.
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.setInterval(0)
        self._reading.timeout.connect(self._read)
        self._connect()
        self._read()

    @property
    def page(self) -> ReportPage:
        """The reporting page."""
        return self._page

    @property
    def pages(self) -> PageStack:
        """All pages of the window."""
        return self._pages

    def tell(self, words: str) -> None:
        """Say something in the line below, until something else is saved."""
        self._foot.show_hint(words)

    def open_file(self, path: Path) -> None:
        """Lead a file that the person opened to where it belongs."""
        self._incoming.open_file(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if any(is_incoming(path) for path in paths_in(event.mimeData())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Lead what was dropped to where it belongs."""
        self._incoming.open_all([path for path in paths_in(event.mimeData()) if is_incoming(path)])
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Record what is still being typed; where that fails the window stays and says so."""
        if not self._pages.hand_over():
            event.ignore()
            return
        self._settings.geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self._settings.save()
        super().closeEvent(event)

    def _connect(self) -> None:
        actions, page = self._actions, self._page
        self._runner.changed.connect(self._on_changed)
        page.recorded.connect(lambda: self._foot.show_saved(self._clock.now()))
        page.refused.connect(self._on_refused)
        page.not_attached.connect(self._tell)
        page.correction_wanted.connect(self._correct)
        page.sign_off_wanted.connect(self._export)
        self._bar.period_chosen.connect(self._turn_to)
        self._bar.findings_wanted.connect(self._export)
        self._undo.moved.connect(self._name_undo)
        actions.undo.triggered.connect(lambda: self._undo_or_redo(redo=False))
        actions.redo.triggered.connect(lambda: self._undo_or_redo(redo=True))
        actions.next_task.triggered.connect(lambda: page.step(1))
        actions.previous_task.triggered.connect(lambda: page.step(-1))
        actions.next_unreported.triggered.connect(page.next_unreported)
        actions.find.triggered.connect(self._pages.search)
        self._pages.turned.connect(self._follow_page)
        actions.take_all.triggered.connect(page.take_all)
        actions.export.triggered.connect(self._export)
        actions.correct.triggered.connect(self._correct)
        actions.open_sent.triggered.connect(self._open_sent)
        actions.open.triggered.connect(self.open_wanted)
        actions.take_in.triggered.connect(self._incoming.ask_file)
        actions.from_stick.triggered.connect(self._incoming.look_on_sticks)
        actions.withdraw.triggered.connect(lambda: self._incoming.withdraw(self._page.board.period))
        self._incoming.workspace_wanted.connect(self.workspace_wanted)
        self._incoming.returns_arrived.connect(self._collect)
        actions.operator.triggered.connect(self._change_operator)
        actions.assign.triggered.connect(lambda: self._pages.turn_to(PageName.ASSIGN))
        actions.plan.triggered.connect(lambda: self._wish(self.plan_wanted))
        actions.later_plan.triggered.connect(lambda: self._wish(self.later_plan_wanted))
        actions.quit.triggered.connect(self.close)
        for kind, action in actions.period_kinds.items():
            action.triggered.connect(lambda _=False, k=kind: self._turn_to_kind(k))
        for action in actions.demands.values():
            action.triggered.connect(self._demand_sign_offs)
        for code, action in actions.languages.items():
            action.triggered.connect(lambda _=False, c=code: self._wish_language(c))
        for theme, action in actions.themes.items():
            action.triggered.connect(lambda _=False, t=theme: self.theme_wanted.emit(t))
        actions.languages[_spoken()].setChecked(True)
        actions.themes[self._settings.theme].setChecked(True)
        self._name_undo()

    def _on_changed(self, changes: Changes) -> None:
        if changes.plan:  # what could be undone may belong to a task that is no more
            self._undo.clear()
        if changes.periods:  # a page asks the window for its period, which has another one once the overview is read
            self._awaiting |= changes
        elif changes:
            self._pages.on_changed(changes)
        if changes:
            self._reading.start()

    def _read(self) -> None:
        read_overview(self._runner, done=self._show)

    def _show(self, overview: Overview) -> None:
        first = self._overview is None
        self._overview = overview
        board = overview.board
        self.setWindowTitle(self.tr("{unit} - 要点填报").format(unit=overview.unit_name))
        self._bar.show_unit(overview.unit_name)
        self._show_period(board.period)
        self._bar.show_progress(board.reported, board.total)
        grades = [finding.grade for finding in overview.findings]
        self._bar.show_findings(grades.count(Grade.ERROR), grades.count(Grade.WARNING))
        self._foot.show_operator(overview.operator)
        self._pages.show_pages(has_units=overview.has_units, is_assigned=overview.is_assigned)
        self._page.show_standing(overview)
        self._page.show_board(board, overview.closed)
        awaiting, self._awaiting = self._awaiting, Changes()
        self._pages.on_changed(awaiting)
        closed = overview.closing is not None
        for action in (self._actions.correct, self._actions.withdraw):
            action.setEnabled(closed and not overview.is_accepted)
        self._actions.open_sent.setEnabled(closed)
        self._bar.show_next(self._actions.open_sent if closed else self._actions.export)
        demanded = {standing.role for standing in overview.standings if standing.demanded}
        for role, action in self._actions.demands.items():
            action.setChecked(role in demanded)
        if first:
            self._page.form.focus_first()
            self.ready.emit()
            read_identity(self._runner, at=self._clock.now(), done=self._dialogs.warn_of_identity)

    def _show_period(self, period: Period) -> None:
        periods = periods_of_year(period.year, period.kind)
        closing = self._overview.closing if self._overview is not None else None
        closed_by = closing.sequence if closing is not None else 0
        self._bar.show_periods(periods, period, self._clock.now().date(), closed_by=closed_by)
        self._actions.period_kinds[period.kind].setChecked(True)

    def _workplace(self) -> Workplace:
        return Workplace(
            runner=self._runner,
            places=self._places,
            clock=self._clock,
            settings=self._settings,
            undo=self._undo,
            operator=self._operator_name,
            period=lambda: self._page.board.period,
            tell=self._tell,
            saved=lambda: self._foot.show_saved(self._clock.now()),
            go_to_task=self._go_to_task,
            turn_to=self._turn_to_page,
        )

    def _go_to_task(self, task_id: str) -> None:
        self._pages.turn_to(PageName.REPORT)
        self._page.go_to(task_id)

    def _operator_name(self) -> str:
        return self._overview.operator if self._overview else ""

    def _on_refused(self, problem: Exception) -> None:
        self._foot.show_unsaved()
        self._tell(problem)

    def _tell(self, problem: Exception) -> None:
        # A field that cannot be recorded is asked again on every way out of it; one message at a time is enough.
        if self._problem is None and not isinstance(problem, Cancelled):
            self._problem = MessageDialog(explain(problem), self)
            self._problem.finished.connect(self._forget_problem)
            self._problem.open()

    def _forget_problem(self) -> None:
        self._problem = None

    def _turn_to(self, period: Period) -> None:
        if self._pages.hand_over():
            turn_to_period(self._runner, period=period, label=self.tr("正在切换填报期…"))
        elif self._overview is not None:
            self._show_period(self._overview.board.period)

    def _turn_to_kind(self, kind: PeriodKind) -> None:
        if self._overview is not None:
            self._turn_to(period_containing(self._day_to_stay_at(self._overview.board.period), kind))

    def _day_to_stay_at(self, period: Period) -> date:
        """Return the day whose period of another length is turned to: today while it is in this one, else its first."""
        today = self._clock.now().date()
        return today if period.starts_on <= today <= period.ends_on else period.starts_on

    def _wish_language(self, code: str) -> None:
        spoken = _spoken()
        if code != spoken:
            self.language_wanted.emit(code)
        self._actions.languages[spoken].setChecked(True)  # a window keeps its language; another one takes its place

    def _undo_or_redo(self, *, redo: bool) -> None:
        if not self._pages.hand_over():
            return
        try:
            step = self._entries.redo() if redo else self._entries.undo()
        except (PeriodClosed, CellGone) as problem:
            self._tell(problem)  # nothing is unsaved
            return
        except (UserError, EnvironmentProblem) as problem:
            self._on_refused(problem)
            return
        if step is None:
            return
        if not self._pages.show_step(step):
            self._go_to_task(step.task_id)
            if step.period not in {None, self._page.board.period}:
                self._turn_to(step.period)
        self._foot.show_saved(self._clock.now())

    def _name_undo(self) -> None:
        for action, plain, name in (
            (self._actions.undo, self.tr("撤销"), self._undo.undo_name),
            (self._actions.redo, self.tr("重做"), self._undo.redo_name),
        ):
            action.setEnabled(bool(name))
            action.setText(self.tr("{action}：{name}").format(action=plain, name=name) if name else plain)

    def _follow_page(self, name: str) -> None:
        """Let nothing be done by keys to a task that is out of sight."""
        actions = self._actions
        for action in (actions.next_task, actions.previous_task, actions.next_unreported, actions.take_all):
            action.setEnabled(name == PageName.REPORT)

    def _turn_to_page(self, name: str) -> Page:
        self._pages.turn_to(PageName(name))
        return self._pages.page(PageName(name))

    def _collect(self, paths: list[Path]) -> None:
        self._turn_to_page(PageName.COLLECT).open_files(paths)

    def _change_operator(self) -> None:
        if self._overview is None or not self._page.hand_over():
            return
        names = list(self._overview.operators)
        at = names.index(self._overview.operator) if self._overview.operator in names else 0
        asked = self.tr("从现在起由谁填报？可以直接写新的姓名。")
        name, given = QInputDialog.getItem(self, self.tr("换填报人"), asked, names, at, editable=True)
        if given and name.strip():
            become_operator(self._runner, name=name.strip(), clock=self._clock, label=self.tr("正在换填报人…"))

    def _export(self) -> None:
        if self._overview is None or not self._page.hand_over():
            return
        if self._overview.closing is not None:
            self._correct()
            return
        from ui.dialogs.export_dialog import ExportDialog

        dialog = ExportDialog(
            self._runner, places=self._places, clock=self._clock, settings=self._settings, parent=self
        )
        dialog.field_wanted.connect(self._page.go_to)
        dialog.open()

    def _wish(self, signal: SignalInstance) -> None:
        if self._page.hand_over():
            signal.emit()

    def _correct(self) -> None:
        overview = self._overview
        if overview is None or overview.closing is None:
            return
        from ui.dialogs.correct_dialog import CorrectDialog

        CorrectDialog(
            self._runner, closing=overview.closing, operator=overview.operator, clock=self._clock, parent=self
        ).open()

    def _open_sent(self) -> None:
        if self._overview is not None and self._overview.closing is not None:
            from ui.dialogs.exported_folder import open_folder_of

            usual = Path(self._settings.folder or self._places.documents)
            open_folder_of(self._runner, self._overview.sent, usual=usual, parent=self)

    def _demand_sign_offs(self) -> None:
        wanted = frozenset(role for role, action in self._actions.demands.items() if action.isChecked())
        if self._overview is not None:
            demand_sign_offs(self._runner, roles=wanted, operator=self._operator_name(), at=self._clock.now())


def _spoken() -> str:
    return "en" if QLocale().language() == QLocale.Language.English else "zh"
