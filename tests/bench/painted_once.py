"""Starts the program (`program …`) or a bare window (`bare`), and ends the process at the first paint of a window."""

import os
import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class FirstPaint(QObject):
    """Ends the process once the first main window and all in it was painted."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every event before it is delivered."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
            QTimer.singleShot(0, lambda: os._exit(0))  # after what this paint is a part of
        return False


def _bare() -> int:
    application = QApplication(["bare"])
    watcher = FirstPaint()
    application.installEventFilter(watcher)
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    return application.exec()


def _program(words: list[str]) -> int:
    import main
    from ui import app

    make_application = app.make_application
    watcher = FirstPaint()

    def watched_application() -> QApplication:
        application = make_application()
        application.installEventFilter(watcher)
        return application

    app.make_application = watched_application
    return main.main(words)


if __name__ == "__main__":
    ended_by_itself = _program(sys.argv[2:]) if sys.argv[1] == "program" else _bare()
    sys.exit(f"ended without painting a window ({ended_by_itself})")
