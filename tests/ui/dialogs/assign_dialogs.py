"""The dialogs of 下达 with as much in them as there ever is, for the tests that look at every dialog."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QListWidget
from pytestqt.qtbot import QtBot

from models.core.periods import PeriodKind, parse_period
from models.store.directory import OwnUnitListed, UnitFacts
from models.work.directory import DirectoryTable
from models.work.directory_preview import DirectoryPreview, Effect, PreviewLine
from models.work.grid_paste import Pasted, Unfit, Unreadable
from tests.ui.conftest import UNIT, Office
from tests.ui.pages.assigning import NAMES, put_schools
from ui.dialogs.blank_forms_dialog import BlankFormsDialog
from ui.dialogs.directory_dialog import DirectoryDialog
from ui.dialogs.directory_preview_dialog import DirectoryPreviewDialog
from ui.dialogs.distribute_dialog import DistributeDialog
from ui.dialogs.issue_dialog import IssueDialog
from ui.dialogs.issue_terms import Desk
from ui.dialogs.issued_dialog import IssuedDialog
from ui.dialogs.paste_dialog import PasteDialog
from ui.operations.assign import AssignRead, read_assign
from ui.operations.runner import Runner
from ui.tables.assign_sheet import AssignSheet


def _raise(error: Exception) -> None:
    raise error


def _desk(office: Office) -> Desk:
    return Desk(office.places, office.clock, office.settings, "王敏", PeriodKind.QUARTER)


def _directory(opened: Runner, office: Office, qtbot: QtBot) -> QDialog:
    opened.commit(put_schools)
    dialog = DirectoryDialog(opened, clock=office.clock)
    qtbot.waitUntil(lambda: not opened.busy)
    return dialog


def _preview(opened: Runner, office: Office, _: QtBot) -> QDialog:
    lines = (
        PreviewLine(UnitFacts(name=UNIT, code="370800"), Effect.REFUSED, problem=OwnUnitListed(UNIT)),
        PreviewLine(UnitFacts(name=NAMES[0]), Effect.NEW),
        PreviewLine(UnitFacts(name=NAMES[1], code="370802"), Effect.SAME),
    )
    table = DirectoryTable((lines[1].facts, lines[2].facts), {"学生数": (None, None)}, ("学生数",))
    return DirectoryPreviewDialog(opened, DirectoryPreview(lines, table), clock=office.clock)


def _distribute(opened: Runner, _: Office, qtbot: QtBot) -> QDialog:
    opened.commit(put_schools)
    read: list[AssignRead] = []
    read_assign(opened, done=read.append, failed=_raise)
    qtbot.waitUntil(lambda: bool(read))
    sheet = AssignSheet(read[0].basis)
    dialog = DistributeDialog(opened, sheet=sheet, shown=sheet.rows, chosen=[(0, 0, 90, 2)], weights=read[0].weights)
    dialog._take_last_year({})
    return dialog


def _issue(opened: Runner, office: Office, qtbot: QtBot) -> QDialog:
    opened.commit(put_schools)
    dialog = IssueDialog(opened, _desk(office))
    dialog._target.ask_passphrase(needed=True)
    oddities = dialog.findChild(QListWidget, "oddities")
    qtbot.waitUntil(lambda: bool(oddities.count()))
    dialog._target.ask_passphrase(needed=True)
    return dialog


def _issued(opened: Runner, office: Office, _: QtBot) -> QDialog:
    folder = Path("文档") / "家 home"
    files = [folder / f"_第二季度_{number}.xlsx" for number in range(20)]
    return IssuedDialog(opened, files=files, listed=folder / "_第二季度_.xlsx", operator="王敏", clock=office.clock)


def _paste(_: Runner, __: Office, ___: QtBot) -> QDialog:
    unreadable = tuple(Unreadable(line, 2, "5oo" * 9, reason) for line, reason in enumerate(Unfit, start=1))
    return PasteDialog(Pasted((), unreadable), ())


def _forms(opened: Runner, office: Office, _: QtBot) -> QDialog:
    return BlankFormsDialog(opened, _desk(office), period=parse_period("2021-Q2"))


ASSIGN_DIALOGS: dict[str, Callable[[Runner, Office, QtBot], QDialog]] = {
    "directory": _directory,
    "directory preview": _preview,
    "distribute": _distribute,
    "issue": _issue,
    "issued": _issued,
    "paste": _paste,
    "blank forms": _forms,
}
