"""The icons under ``resources/icons``: line drawings in SVG that take the text colour of the scheme in use."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.resources import resource
from ui.theme import scheme_colour

_SIZES = (16, 20, 24, 32, 40, 48)


def icon(name: str, *, colour: str = "secondary") -> QIcon:
    """Draw an icon by its file name without ending, in one of the tokens' colours, sharp at every scale."""
    drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", scheme_colour(colour).name()).encode()))
    result = QIcon()
    for size in _SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        result.addPixmap(pixmap)
    return result


def application_icon() -> QIcon:
    """Return the program's own icon, which keeps its colours."""
    return QIcon(str(resource("icons/application.svg")))
