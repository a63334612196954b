"""The dialogs of 汇总 with as much in them as there ever is, for the tests that look at every dialog."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QListWidget
from pytestqt.qtbot import QtBot

from models.work.taking import blank_ones
from tests.ui.conftest import NOW, Office
from tests.ui.pages.summarizing import Q2, put_returns
from ui.dialogs.closures_dialog import ClosuresDialog
from ui.dialogs.take_all_dialog import TakeAllDialog
from ui.operations.runner import Runner
from ui.operations.summary import SummaryRead, read_summary


def _raise(error: Exception) -> None:
    raise error


def _take_all(opened: Runner, _: Office, qtbot: QtBot) -> QDialog:
    opened.commit(put_returns)
    read: list[SummaryRead] = []
    read_summary(opened, period=Q2, today=NOW.date(), before=None, done=read.append, failed=_raise)
    qtbot.waitUntil(lambda: bool(read))
    return TakeAllDialog(blank_ones(read[0].summary.indicators))


def _closures(opened: Runner, office: Office, qtbot: QtBot) -> QDialog:
    opened.commit(put_returns)
    dialog = ClosuresDialog(opened, operator="王敏", clock=office.clock)
    qtbot.waitUntil(lambda: dialog.findChild(QListWidget, "closuresList").count() > 0)
    return dialog


SUMMARY_DIALOGS: dict[str, Callable[[Runner, Office, QtBot], QDialog]] = {
    "take all": _take_all,
    "closures": _closures,
}
