"""A dialog is just as high as what it shows, and scrolls only where the screen is too low for that."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from ui.dialogs.parts import label
from ui.dialogs.sheet import Sheet
from ui.theme import apply_theme

WIDTH, MARGIN = 520, 24


def shown(qtbot: QtBot, *texts: str) -> Sheet:
    sheet = Sheet(None, name="sheet", title="", width=WIDTH, margin=MARGIN)
    for text in texts:
        sheet.column.addWidget(label(text, wrap=True))
    qtbot.addWidget(sheet)
    with qtbot.waitExposed(sheet):
        sheet.show()
    QApplication.processEvents()
    return sheet


def scrolls(sheet: Sheet) -> bool:
    return sheet.findChild(QScrollArea, "sheet").verticalScrollBar().isVisible()


def test_a_line_that_just_fits_brings_no_scroll_bar_that_would_break_it(qtbot: QtBot, qapp: QApplication) -> None:
    """A bar takes width, so that the line breaks, so that the bar is needed: that must not begin."""
    apply_theme(qapp)
    metrics = QFontMetrics(qapp.font())
    line = "il"
    while metrics.horizontalAdvance(f"{line} il") < WIDTH - 2 * MARGIN - 2:
        line += " il"
    for count in (1, 2, 5):
        assert not scrolls(shown(qtbot, *[line] * count, *["一" * 60] * count))


def test_a_screen_that_is_too_low_scrolls(qtbot: QtBot, qapp: QApplication) -> None:
    sheet = shown(qtbot, *["一" * 60] * 60)
    assert scrolls(sheet)
    assert sheet.height() <= sheet.screen().availableGeometry().height()
