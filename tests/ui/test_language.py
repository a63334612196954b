"""Which language the program speaks, and that Qt's own words follow."""

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.language import choose_language, speak


@pytest.mark.parametrize(
    ("asked", "remembered", "system", "expected"),
    [
        ("en", "zh", "zh_CN", "en"),
        ("", "en", "zh_CN", "en"),
        ("", "", "en_GB", "en"),
        ("", "", "en", "en"),
        ("", "", "zh_CN", "zh"),
        ("", "", "C", "zh"),
        ("", "", "POSIX", "zh"),
        ("", "", "de_DE", "zh"),
        ("", "", "", "zh"),
        ("fr", "", "en_US", "en"),
    ],
)
def test_the_order_of_wishes(asked: str, remembered: str, system: str, expected: str) -> None:
    assert choose_language(asked=asked, remembered=remembered, system=system) == expected


def test_chinese_brings_qts_own_buttons_and_chinese_dates(qtbot: QtBot, qapp: QApplication) -> None:
    speak(qapp, "zh")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert QLocale().name() == "zh_CN"


def test_changing_back_and_forth_leaves_one_translator(qtbot: QtBot, qapp: QApplication) -> None:
    for language in ("zh", "en", "zh"):
        speak(qapp, language)
    qapp.processEvents()
    qapp.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    assert len(qapp.findChildren(QTranslator)) == 1
