"""The sitting itself: welcome, a quarter's entries, export, verify, alter a copy, verify again.

Every step goes through windows and input events. What is on the screen is believed only where the screen says it; the
figures in the signed file are compared with what was typed by whoever reads ``demo.json``.
"""

import json
import shutil
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTreeView, QWidget

from models.core.safe_file import replace_file
from models.core.vocabulary import Light, Status
from models.work.progress import TaskProgress
from ui.demo import values
from ui.demo.alter import alter_one_cell
from ui.demo.hand import DemoFailedError, Hand
from ui.main_window import MainWindow
from ui.tables.task_tree import ROW, Row

OTHERS = 10  # tasks without figures that are filled too


@dataclass(frozen=True, slots=True)
class TypedEntry:
    """What was typed for one indicator, or for a task without any."""

    task: str
    indicator: str | None
    value: str | None
    status: str
    narrative: str


class Sitting:
    """Plays the sitting and keeps what it did."""

    def __init__(self, folder: Path, hand: Hand) -> None:
        """Play into a folder that exists."""
        self._folder = folder
        self._hand = hand
        self._figures = 0
        self.entries: list[TypedEntry] = []
        self.check_code = ""
        self.fingerprint = ""
        self.file_name = ""

    def welcome(self) -> None:
        """Answer the questions of the first start."""
        hand = self._hand
        dialog = hand.window(QDialog, "welcomeDialog")
        hand.replace(hand.find(dialog, QLineEdit, "operatorName"), values.OPERATOR)
        hand.replace(hand.find(dialog, QLineEdit, "unitName"), values.UNIT)
        hand.replace(hand.find(dialog, QLineEdit, "unitCode"), values.UNIT_CODE)
        hand.picture(dialog, "welcome")
        hand.click(hand.find(dialog, QPushButton, "startButton"))

    def fill(self) -> None:
        """Turn to the second quarter and fill every quantified task and ten others."""
        hand = self._hand
        window = hand.window(MainWindow)
        hand.wait_for("the first board", lambda: bool(window.page.task_id))
        hand.picture(window, "window")
        periods = hand.find(window, QComboBox, "period")
        hand.pick(periods, periods.itemText(1))
        hand.wait_for("the second quarter", lambda: _period_id(window).endswith("Q2"))
        hand.click(hand.find(window, QPushButton, "filter_quantified"))
        tree = hand.find(window, QTreeView, "taskTree")
        hand.click_row(tree, _first_task(tree))
        quantified = sum(bool(progress.task.indicators) for progress in window.page.board.tasks)
        for place in range(quantified):
            before = window.page.task_id
            self._fill_task(window, place)
            if place == 3:
                self._attach(window)
                hand.wait_for("its history", lambda: _shows_history(window))
                hand.scroll_to_top(window.page.form)
                hand.picture(window, "form")
            if place + 1 < quantified:
                hand.key(_focused(window), "Ctrl+Down")
                hand.wait_for("the next task", lambda b=before: window.page.task_id != b)  # type: ignore[misc]
        hand.click(hand.find(window, QPushButton, "filter_all"))
        for place in range(OTHERS):
            before = window.page.task_id
            hand.key(_focused(window), "Ctrl+Shift+Down")
            hand.wait_for("an unreported task", lambda b=before: window.page.task_id != b)  # type: ignore[misc]
            self._fill_task(window, place)
        hand.wait_for("its history", lambda: _shows_history(window))
        hand.picture(window, "filled")

    def _attach(self, window: MainWindow) -> None:
        """Drop a file on the form."""
        hand = self._hand
        paper = self._folder / values.EVIDENCE
        replace_file(paper, values.EVIDENCE_TEXT.encode("utf-8"))
        hand.drop(window.page.form.viewport(), paper)
        hand.find(window.page.form, QPushButton, "evidence_1")
        paper.unlink()  # the workspace has its own copy

    def export(self) -> None:
        """Sign off and export, and read from the screen what came of it."""
        hand = self._hand
        window = hand.window(MainWindow)
        hand.click(hand.find(window, QPushButton, "exportButton"))
        dialog = hand.window(QDialog, "exportDialog")
        button = hand.find(dialog, QPushButton, "exportButton")
        hand.wait_for("the checks", button.isEnabled)
        for name, text in (
            ("filledBy", values.OPERATOR),
            ("phone", values.PHONE),
            ("reviewedBy", values.REVIEWER),
            ("unitHead", values.UNIT_HEAD),
            ("folder", str(self._folder)),
        ):
            hand.replace(hand.find(dialog, QLineEdit, name), text)
        hand.picture(dialog, "export")
        hand.click(button)
        done = hand.window(QDialog, "exportedDialog")
        self.check_code = hand.find(done, QLabel, "checkCode").text()
        self.fingerprint = hand.find(done, QLabel, "fingerprint").text()
        self.file_name = hand.find(done, QLabel, "fileName").text()
        hand.picture(done, "exported")
        hand.click(hand.find(done, QPushButton, "closeButton"))
        self._unpack()

    def _unpack(self) -> None:
        """Take the return and its evidence out of their folder, over those of an earlier run."""
        made = self._folder / self.file_name.removesuffix(".xlsx")
        for part in made.rglob("*"):
            if part.is_file():
                target = self._folder / part.relative_to(made)
                target.parent.mkdir(parents=True, exist_ok=True)
                part.replace(target)
        shutil.rmtree(made)

    def verify(self) -> None:
        """Verify the return in the window, then a copy of it in which one cell was changed."""
        signed = self._folder / self.file_name
        altered = self._folder / f"altered-{self.file_name}"
        replace_file(altered, alter_one_cell(signed.read_bytes()))
        self._verify_one(signed, "verified", sound=True)
        self._verify_one(altered, "altered", sound=False)

    @property
    def pictures(self) -> list[str]:
        """The names of the pictures that were taken."""
        return self._hand.pictures

    def write(self) -> None:
        """Write ``demo.json``."""
        told = {
            "return": self.file_name,
            "check_code": self.check_code,
            "fingerprint": self.fingerprint,
            "pictures": self.pictures,
            "entries": [asdict(entry) for entry in self.entries],
        }
        replace_file(self._folder / "demo.json", json.dumps(told, ensure_ascii=False, indent=2).encode())

    def _fill_task(self, window: MainWindow, place: int) -> None:
        hand, page = self._hand, window.page
        progress = next(one for one in page.board.tasks if one.task.id == page.task_id)
        typed = self._fill_values(window, progress)
        amounts = [Decimal(one.amount) for one in typed]
        chosen = values.status(place, amounts, [indicator.target for indicator in progress.task.indicators])
        segment = hand.find(page.form, QPushButton, f"status_{chosen.value}")
        hand.click(segment)
        narrative = hand.find(page.form, QPlainTextEdit, "narrative")
        text = values.narrative(place)
        self._write_text(narrative, text)
        hand.key(narrative, "Tab")
        hand.wait_for("the entry on the board", lambda: _stands(window, progress.task.id, chosen, text))
        behind = next(one for one in page.board.tasks if one.task.id == progress.task.id).light
        if trouble := values.problems(behind=behind in {Light.YELLOW, Light.RED}):
            problems = hand.find(page.form, QPlainTextEdit, "problems")
            self._write_text(problems, trouble)
            hand.key(problems, "Tab")
        for one, indicator in zip(typed, progress.task.indicators, strict=True):
            self.entries.append(TypedEntry(progress.task.id, indicator.id, one.amount, chosen.value, text))
        if not typed:
            self.entries.append(TypedEntry(progress.task.id, None, None, chosen.value, text))

    def _fill_values(self, window: MainWindow, progress: TaskProgress) -> list[values.Typed]:
        typed = []
        for indicator in progress.task.indicators:
            field = self._hand.find(window.page.form, QLineEdit, f"value_{indicator.position}")
            one = values.figure(self._figures, indicator.target)
            self._figures += 1
            self._hand.click(field)
            self._hand.type(field, one.keys)
            self._hand.key(field, "Tab")
            typed.append(one)
        return typed

    def _write_text(self, editor: QPlainTextEdit, text: str) -> None:
        self._hand.click(editor.viewport())
        self._hand.type(editor, text)

    def _verify_one(self, path: Path, picture: str, *, sound: bool) -> None:
        hand = self._hand
        window = hand.window(MainWindow)
        hand.bring_forward(window)
        hand.key(_focused(window), "Ctrl+Shift+V")
        dialog = hand.window(QDialog, "verifyDialog")
        hand.drop(dialog, path)
        title = hand.find(dialog, QLabel, "verdictTitle")
        if (title.property("tone") == "green") is not sound:
            raise DemoFailedError(f"the window says of {path.name}: {title.text()}")
        hand.picture(dialog, picture)
        hand.click(hand.find(dialog, QPushButton, "closeButton"))
        hand.wait_for("the dialog gone", lambda: not dialog.isVisible())


def _period_id(window: MainWindow) -> str:
    return window.page.board.period.id


def _shows_history(window: MainWindow) -> bool:
    changes = window.findChild(QWidget, "changes")
    return changes is not None and sum(label.isVisible() for label in changes.findChildren(QLabel)) > 2


def _focused(window: QWidget) -> QWidget:
    return window.focusWidget() or window


def _first_task(tree: QTreeView) -> QModelIndex:
    model = tree.model()
    index = model.index(0, 0)
    while True:
        row = index.data(ROW)
        if isinstance(row, Row) and row.task is not None:
            return index
        index = tree.indexBelow(index)


def _stands(window: MainWindow, task_id: str, status: Status, narrative: str) -> bool:
    entry = next(one.entry for one in window.page.board.tasks if one.task.id == task_id)
    return entry.status is status and entry.narrative == narrative
