"""Opens every window in one scale, in both languages and schemes, and writes down what does not fit.

    python fit_report.py HOME OUT.json [PICTURES]

A process of its own, because a scale holds for a whole process. HOME is the folder of an office (tests/ui/conftest.py).
"""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QRect, QTimer
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitterHandle,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from models.core.clock import FixedClock  # noqa: E402
from tests.ui.clerk import Clerk  # noqa: E402
from tests.ui.conftest import NOW, Office, folders  # noqa: E402
from tests.ui.dialogs.test_fit import DIALOGS  # noqa: E402
from tests.ui.filled import STAGES, TEXT  # noqa: E402
from tests.ui.on_screen import HAN, plain_text, shown_parts, words  # noqa: E402
from tests.ui.pages.assigning import ASSIGN_STAGES, NAMES  # noqa: E402
from tests.ui.pages.summarizing import SUMMARY_STAGES  # noqa: E402
from ui.app import make_application  # noqa: E402
from ui.dialogs.about_dialog import AboutDialog  # noqa: E402
from ui.dialogs.shortcuts_dialog import ShortcutsDialog  # noqa: E402
from ui.language import speak  # noqa: E402
from ui.main_window import MainWindow  # noqa: E402
from ui.operations.runner import Runner  # noqa: E402
from ui.operations.workspace import open_existing  # noqa: E402
from ui.settings import load_settings  # noqa: E402
from ui.theme import apply_theme, choose_scheme  # noqa: E402

# What the windows are given to show: names of files and folders, and texts that the callers have translated.
INVENTED = ("_第二季度_", "家 home", "文档", "新建工作区…", "正在签名并导出…", "制表、签名")
SIZES = ((1152, 640), (1366, 768))
_SLACK = 1  # a pixel of rounding


class Waiter:
    """Waits as qtbot does, without pytest."""

    def waitUntil(self, happened: Callable[[], bool], timeout: int = 10_000) -> None:
        deadline = QDeadlineTimer(timeout)
        while not happened():
            if deadline.hasExpired():
                raise TimeoutError
            loop = QEventLoop()
            QTimer.singleShot(5, loop.quit)
            loop.exec()


def complaints(window: QWidget) -> Iterator[str]:
    """Say what is cut off, lies over something else, or leaves its place."""
    for part in shown_parts(window):
        if part.width() and part is not window and not part.isWindow():
            yield from (f"{_name(part)}: {problem}" for problem in _problems(part))
    parts = [part for part in shown_parts(window) if part.width() and not part.isWindow()]
    families: dict[QWidget | None, list[QWidget]] = {}
    for part in parts:
        if not isinstance(part, QSplitterHandle):
            families.setdefault(part.parentWidget(), []).append(part)
    for siblings in families.values():
        for at, first in enumerate(siblings):
            for second in siblings[at + 1 :]:
                if not first.geometry().intersected(second.geometry()).isEmpty():
                    yield f"{_name(first)} lies over {_name(second)}"


def _problems(part: QWidget) -> Iterator[str]:
    parent = part.parentWidget()
    if parent is not None and not isinstance(part, QSplitterHandle) and not _inside(part.geometry(), parent):
        yield f"leaves its parent {_name(parent)}"
    match part:
        case QLabel():
            text = plain_text(part)
            if text and part.wordWrap():
                widest = max(_width(part, word) for word in _pieces(text))
                if part.heightForWidth(part.width()) > part.height() + _SLACK or widest > part.contentsRect().width():
                    yield f"is cut off: {text[:60]}"
            elif text and part.sizeHint().width() > part.width() + _SLACK:
                yield f"is cut off: {text[:60]}"
        case QPushButton():
            if _width(part, part.text().replace("&", ""), bold=part.isCheckable()) > _room(part) + _SLACK:
                yield f"is cut off: {part.text()}"
        case QLineEdit():
            text = part.text() or part.placeholderText()
            if _width(part, text) > part.width() - 20 and not part.objectName().startswith(("path", "folder")):
                yield f"is cut off: {text}"
        case QComboBox():
            if _width(part, part.currentText()) > part.width() - 44:
                yield f"is cut off: {part.currentText()}"


def _inside(place: QRect, parent: QWidget) -> bool:
    room = parent.rect()
    if isinstance(parent.parentWidget(), QScrollArea):  # a page may be longer than its viewport, never wider
        return place.left() >= 0 and place.right() <= room.right()
    return room.contains(place)


def _pieces(text: str) -> list[str]:
    """Cut a text into what a line break cannot part: words of letters, single Chinese characters."""
    return [piece for word in text.split() for piece in HAN.sub(" ", word).split()] or [""]


def _width(part: QWidget, text: str, *, bold: bool = False) -> int:
    font = QFont(part.font())
    if bold:  # what can be chosen is written bold then
        font.setWeight(QFont.Weight.DemiBold)
    return QFontMetrics(font).horizontalAdvance(text)


def _room(button: QPushButton) -> int:
    option = QStyleOptionButton()
    option.initFrom(button)
    if button.isCheckable():
        option.state |= QStyle.StateFlag.State_On
    return button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button).width()


def _name(part: QWidget) -> str:
    said = part.text()[:20] if isinstance(part, QLabel | QAbstractButton) else ""
    return f"{type(part).__name__} {part.objectName() or said}".strip()


class Report:
    """Goes through the windows and collects."""

    def __init__(self, office: Office, runner: Runner, pictures: Path | None) -> None:
        self._office, self._runner, self._pictures = office, runner, pictures
        self.found: list[str] = []
        self.chinese: list[str] = []

    def look(self, window: QWidget, name: str, language: str) -> None:
        """Look at one window as it is now."""
        for _ in range(4):  # a layout that learns its width only now asks for its height in the next round
            QApplication.processEvents()
        self.found += [f"{name}: {complaint}" for complaint in complaints(window)]
        if language == "en":
            self.chinese += [f"{name}: {where}: {text}" for where, text in words(window) if self._foreign(text)]
        if self._pictures is not None:
            window.grab().save(str(self._pictures / f"{name}.png"))

    def window(self, language: str, theme: str) -> MainWindow:
        """Show the main window in its sizes and stages; it stays open."""
        office = self._office
        window = MainWindow(self._runner, places=office.places, clock=office.clock, settings=office.settings)
        window.show()
        window.activateWindow()
        clerk = Clerk(window, self._runner, office.workspace, Waiter())
        clerk.qtbot.waitUntil(lambda: bool(window.page.task_id))
        clerk.settle()
        self._data = data_of(window)
        for name, stage in (STAGES | ASSIGN_STAGES | SUMMARY_STAGES).items():
            stage(clerk)
            clerk.settle()
            for width, height in SIZES:
                window.resize(width, height)
                self.look(window, f"window {name} {language} {theme} {width}", language)
        return window

    def dialogs(self, window: MainWindow, language: str, theme: str) -> None:
        """Show every dialog."""
        made: dict[str, Callable[[], QDialog]] = {
            name: lambda make=make: make(self._runner, self._office, Waiter()) for name, make in DIALOGS.items()
        }
        made["shortcuts"] = lambda: ShortcutsDialog(window._actions.with_keys())
        made["about"] = lambda: AboutDialog(logs=Path("somewhere") / "logs")
        for name, make in made.items():
            dialog = make()
            dialog.show()
            self.look(dialog, f"{name} {language} {theme}", language)
            dialog.hide()
            dialog.deleteLater()

    def _foreign(self, text: str) -> bool:
        for known in self._data:
            text = text.replace(known, "")
        return bool(HAN.search(text))


def data_of(window: MainWindow) -> list[str]:
    """List what stands in the workspace and may be Chinese in an English window, the longest first."""
    board = window.page.board
    found = {board.plan.source, board.plan.title, "示例区教育和体育局", "王敏", "中文", TEXT, *INVENTED}
    for progress in board.tasks:
        task = progress.task
        paragraph = board.plan.source[task.item_start : task.item_end]
        found |= {task.text, paragraph, task.part_title, task.item_title, *task.lead, *task.support}
        found |= {word for one in task.indicators for word in (one.name, one.unit)}
    found |= {*NAMES, *board.plan.addressees, "学生数"}
    found |= {"一、", "二、", "三、", "四、", "五、", "六、", "．"}
    return sorted(found, key=len, reverse=True)


def main(home: Path, out: Path, pictures: Path | None) -> None:
    """Look at everything and write the report."""
    application = make_application()
    places = folders(home)
    office = Office(places, FixedClock(NOW), places.data / "工作区.yaodian", load_settings(home / "settings.json"))
    runner = Runner()
    opened: list[bool] = []
    open_existing(runner, path=office.workspace, done=lambda: opened.append(True), failed=_raise)
    Waiter().waitUntil(lambda: bool(opened))
    report = Report(office, runner, pictures)
    apply_theme(application)
    for language in ("zh", "en"):
        speak(application, language)
        for theme in ("light", "dark"):
            choose_scheme(application, theme)
            window = report.window(language, theme)
            report.dialogs(window, language, theme)
            window.hide()
            window.deleteLater()
    runner.close()
    told = {"scale": application.devicePixelRatio(), "found": report.found, "chinese": report.chinese}
    out.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")


def _raise(error: Exception) -> None:
    raise error


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else None)
