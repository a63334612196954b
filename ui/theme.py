"""The look of the program: fonts, palette and style sheet made from the tokens, in the scheme that the system asks for.

The scheme in use is the one that the person chose, else Qt's own (``QStyleHints.colorScheme``). The choice is kept on
the application, because some platforms don't pass it on to Qt.
"""

from pathlib import Path
from string import Template

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.resources import resource
from ui.tokens import CODE_FAMILIES, DARK, LIGHT, TEXT_FAMILIES, Tokens, Type

_CHOICE = "scheme"  # the application's property
_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def tokens() -> Tokens:
    """Return the colours of the scheme in use."""
    application = QCoreApplication.instance()
    chosen = application.property(_CHOICE) if application else None
    if chosen in _SCHEMES:
        return DARK if chosen == "dark" else LIGHT
    return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT


def choose_scheme(application: QApplication, name: str) -> None:
    """Wear ``light`` or ``dark``, or follow the system with ``system``; a dressed application changes at once."""
    application.setProperty(_CHOICE, name)
    QGuiApplication.styleHints().setColorScheme(_SCHEMES.get(name, Qt.ColorScheme.Unknown))
    if application.styleSheet():
        _dress(application)


def text_font(size: int = Type.BASE, *, bold: bool = False) -> QFont:
    """Return the interface's typeface at a pixel size of the type scale."""
    font = QFont(QGuiApplication.font())
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def code_font(size: int = Type.BASE) -> QFont:
    """Return the monospaced face for check codes and fingerprints."""
    font = QFont()
    font.setFamilies(_installed(CODE_FAMILIES))
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(size)
    return font


def apply_theme(application: QApplication) -> None:
    """Dress the application, and dress it anew whenever the system changes between light and dark."""
    application.setStyle("Fusion")
    base = QFont()
    # An explicit Chinese face: without one Qt searches its fallbacks for every text that it measures.
    base.setFamilies(_installed(TEXT_FAMILIES))
    base.setPixelSize(Type.BASE)
    base.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    application.setFont(base)
    _dress(application)
    QGuiApplication.styleHints().colorSchemeChanged.connect(lambda: _dress(application))


def scheme_colour(name: str) -> QColor:
    """Return one token of the scheme in use as a colour to paint with."""
    return QColor(getattr(tokens(), name))


def line_height(font: QFont) -> int:
    """Return the height of a line of running text: half as much again as the type."""
    return round(QFontMetrics(font).height() * 1.15)


def _dress(application: QApplication) -> None:
    colours = tokens()
    application.setPalette(_palette(colours))
    template = Template(resource("style/main.qss").read_text(encoding="utf-8"))
    images = Path(resource("style")).as_posix()
    scheme = "dark" if colours is DARK else "light"
    application.setStyleSheet(template.substitute(colours.as_dict(), images=images, scheme=scheme))


def _palette(colours: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for target, colour in {
        role.Window: colours.background,
        role.WindowText: colours.text,
        role.Base: colours.panel,
        role.AlternateBase: colours.raised,
        role.Text: colours.text,
        role.Button: colours.panel,
        role.ButtonText: colours.text,
        role.BrightText: colours.red,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.PlaceholderText: colours.faint,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
        role.Mid: colours.line,
        role.Accent: colours.accent,
    }.items():
        palette.setColor(target, QColor(colour))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(colours.faint))
    return palette


def _installed(wanted: tuple[str, ...]) -> list[str]:
    present = set(QFontDatabase.families())
    return [family for family in wanted if family in present] or [wanted[-1]]
