"""The program with its window: what is set up once, the event loop, and the nets under everything that goes wrong."""

import argparse
import faulthandler
import logging
import platform
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from models.core.clock import Clock, SystemClock
from models.core.log import start_log
from models.core.paths import Places, user_places
from ui.icons import application_icon
from ui.language import choose_language, speak, system_locale
from ui.session import Session
from ui.settings import SETTINGS_FILE, load_settings
from ui.theme import apply_theme, choose_scheme
from ui.version import VERSION

_log = logging.getLogger(__name__)


def run_window(arguments: argparse.Namespace, *, places: Places | None = None, clock: Clock | None = None) -> int:
    """Open the window and return when it was closed.

    Args:
        arguments: ``workspace``, ``file``, ``language`` and ``theme``, each None where nothing was said.
        places: where things live; by default this user's folders.
        clock: the time; by default this computer's.
    """
    places = places or user_places()
    crashes = _start_logs(places)
    application = make_application()
    settings = load_settings(places.data / SETTINGS_FILE)
    speak(
        application,
        choose_language(asked=arguments.language or "", remembered=settings.language, system=system_locale()),
    )
    choose_scheme(application, arguments.theme or settings.theme)
    apply_theme(application)
    session = Session(places=places, clock=clock or SystemClock(), settings=settings)
    nets = Nets(session)
    nets.spread()
    try:
        asked, file = _asked(arguments)
        session.start(asked, file)
        return application.exec()
    finally:
        session.close()
        nets.fold()
        if crashes is not None:
            faulthandler.disable()
            crashes.close()


def _asked(arguments: argparse.Namespace) -> tuple[Path | None, Path | None]:
    """Return the workspace and the other file that were named; a double click names either as the one file."""
    workspace = Path(arguments.workspace) if arguments.workspace else None
    file = Path(arguments.file).absolute() if arguments.file else None
    if file is not None and file.suffix.lower() == ".yaodian":
        return workspace or file, None
    return workspace, file


def make_application() -> QApplication:
    """Make the application with its names; there can be only one in a process."""
    application = QApplication(["yaodian"])
    application.setApplicationName("要点填报")
    application.setApplicationDisplayName("要点填报")
    application.setApplicationVersion(VERSION)
    application.setWindowIcon(application_icon())
    return application


class Nets(QObject):
    """Catches what nobody else caught: in callbacks, in threads, and in Qt. Nothing of it closes the window.

    Signals:
        caught(Exception): something unexpected, from whichever thread.
    """

    caught = Signal(object)

    def __init__(self, session: Session) -> None:
        """Tell the session whatever is caught."""
        super().__init__()
        self.caught.connect(session.show_problem)

    def spread(self) -> None:
        """Begin to catch."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_on_qt_message)

    def fold(self) -> None:
        """Give everything back as it was."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        self.caught.emit(error.with_traceback(trace))

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.caught.emit(arguments.exc_value)


def _start_logs(places: Places) -> IO[str] | None:
    """Start the log, and the one that Python itself writes if it crashes; without a folder for them, do without."""
    try:
        start_log(places.logs)
        crashes = (places.logs / "crash.log").open("a", encoding="utf-8")
    except OSError:
        return None
    faulthandler.enable(crashes)
    _log.info("yaodian %s, Python %s, Qt %s, %s", VERSION, platform.python_version(), qVersion(), platform.platform())
    return crashes


_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category or "default", message)
