"""The language of the interface: Chinese stands in the source, English comes from ``resources/translations``.

>>> choose_language(asked="", remembered="", system="en_GB"), choose_language(asked="", remembered="", system="C")
('en', 'zh')
"""

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from ui.resources import resource

LANGUAGES = ("zh", "en")

_log = logging.getLogger(__name__)


def choose_language(*, asked: str, remembered: str, system: str) -> str:
    """Decide on a language: the one asked for, else the one of the settings, else the system's.

    Args:
        asked: what the command line says, or blank.
        remembered: what the settings say, or blank.
        system: the name of the system's locale; all but the English ones (C and POSIX too) mean Chinese.
    """
    for wish in (asked, remembered):
        if wish in LANGUAGES:
            return wish
    return "en" if system.split("_", maxsplit=1)[0] == "en" else "zh"


def system_locale() -> str:
    """Return the name of the locale that the system is set to, such as ``zh_CN`` or ``C``."""
    return QLocale.system().name()


def speak(application: QCoreApplication, language: str) -> None:
    """Have the application speak ``zh`` or ``en`` from now on, Qt's own buttons and formats included."""
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale("zh_CN" if language == "zh" else "en_GB"))
    if language == "zh":
        own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        _install(application, "qtbase_zh_CN", own)
    else:
        _install(application, "yaodian_en", str(resource("translations")))
    if isinstance(application, QGuiApplication):
        application.setApplicationDisplayName(QCoreApplication.translate("application", "要点填报"))


def _install(application: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(application)
    if translator.load(name, folder):
        application.installTranslator(translator)
    else:
        translator.deleteLater()
        _log.warning("no translation %s", name)
