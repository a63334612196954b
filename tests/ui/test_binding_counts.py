"""The Qt binding keeps Python's own objects: a long day of clicking must not end the process."""

import sys

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot


def test_clicks_leave_true_and_false_as_they_were(qtbot: QtBot) -> None:
    """PySide6 6.12.0 loses one reference to the bool with every click, and Python aborts at zero."""
    button = QPushButton()
    qtbot.addWidget(button)
    button.setCheckable(True)
    button.clicked.connect(lambda checked: checked)
    before = sys.getrefcount(True), sys.getrefcount(False)
    for _ in range(100):
        button.click()
    after = sys.getrefcount(True), sys.getrefcount(False)
    assert all(abs(now - then) < 20 for now, then in zip(after, before, strict=True))
