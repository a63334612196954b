"""改动在哪里: the window names the cells in which an altered file departs from the copy that its sender kept."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from models.core.clock import FixedClock
from models.signing.package import read_package, write_package
from models.workbooks.export import export_return
from tests.models.workbooks.samples import SIGNED_AT, make_identity, small_content
from tests.ui.conftest import NOW
from ui.dialogs.differences_dialog import DifferencesDialog
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.verify_dialog import VerifyDialog
from ui.operations.runner import Runner


def files(folder: Path) -> tuple[Path, Path]:
    """Write a return, and what somebody made of it who changed a figure and a word."""
    copy, altered = folder / "留存.xlsx", folder / "收到.xlsx"
    data = export_return(small_content(), make_identity(), at=SIGNED_AT).data
    copy.write_bytes(data)
    parts = read_package(data)
    strings = parts["xl/sharedStrings.xml"]
    parts["xl/sharedStrings.xml"] = strings.replace("资金有缺口".encode(), "资金无缺口".encode())
    altered.write_bytes(write_package(parts))
    return copy, altered


def test_the_changed_cell_is_named(opened: Runner, qtbot: QtBot, tmp_path: Path) -> None:
    copy, altered = files(tmp_path)
    verify = VerifyDialog(opened, clock=FixedClock(NOW))
    qtbot.addWidget(verify)
    verify.open()
    verify.examine(altered)
    compare = verify.findChild(QPushButton, "compareCells")
    qtbot.waitUntil(compare.isVisible, timeout=10_000)
    compare.click()
    (dialog,) = verify.findChildren(DifferencesDialog)
    dialog.compare(copy)
    found = dialog.findChild(QTreeWidget, "signers")
    qtbot.waitUntil(lambda: found.topLevelItemCount() == 1, timeout=10_000)
    item = found.topLevelItem(0)
    assert (item.text(1), item.text(2)) == ("资金有缺口", "资金无缺口") and item.text(0)[0] == "K"


def test_a_copy_that_is_altered_itself_is_refused(opened: Runner, qtbot: QtBot, tmp_path: Path) -> None:
    _, altered = files(tmp_path)
    dialog = DifferencesDialog(opened, altered)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.compare(altered)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(MessageDialog)), timeout=10_000)
    assert dialog.findChild(MessageDialog).findChild(QLabel, "messageHappened").text().startswith("!")


def test_a_sound_file_offers_nothing_to_compare(opened: Runner, qtbot: QtBot, tmp_path: Path) -> None:
    copy, _ = files(tmp_path)
    verify = VerifyDialog(opened, clock=FixedClock(NOW))
    qtbot.addWidget(verify)
    verify.open()
    verify.examine(copy)
    qtbot.waitUntil(lambda: bool(verify.findChild(QLabel, "verdictTitle").text()), timeout=10_000)
    assert not verify.findChild(QPushButton, "compareCells").isVisible()
