"""A page's lines and signs at their places, through PDFium: its tables and columns, of which its text does not tell."""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from models.plan.documents.ruled_tables import Glyph, Line

_STRAIGHT = 1.0  # points that a straight line may stray
_SHORTEST = 4.0  # points; what is shorter is a sign or an ornament
_MOST_PATHS = 6000  # of a page; more are a drawing
_MOST_SEGMENTS = 20_000
_MOST_SIGNS = 20_000
_COLUMN_LINES = 8  # lines side by side that make columns
_GUTTER = (0.3, 0.7)  # where between the page's edges columns are parted


class PageLayout:
    """One page; ``close`` is the caller's."""

    def __init__(self, page: Any, text_page: Any) -> None:
        """Look at an open page."""
        self._page = page
        self._text_page = text_page
        self._rotation = page.get_rotation()
        width, height = page.get_size()
        self._size = (height, width) if self._rotation in {90, 270} else (width, height)

    def rules(self) -> tuple[list[Line], list[Line]]:
        """Return the straight lines across and down, as the page is seen; none where it holds a drawing."""
        across: list[Line] = []
        down: list[Line] = []
        for (x1, y1), (x2, y2) in self._segments():
            if abs(y1 - y2) <= _STRAIGHT and abs(x1 - x2) >= _SHORTEST:
                across.append(Line((y1 + y2) / 2, min(x1, x2), max(x1, x2)))
            elif abs(x1 - x2) <= _STRAIGHT and abs(y1 - y2) >= _SHORTEST:
                down.append(Line((x1 + x2) / 2, min(y1, y2), max(y1, y2)))
            if len(across) + len(down) > _MOST_SEGMENTS:
                return [], []
        return across, down

    def glyphs(self) -> list[Glyph]:
        """Return the signs that are seen, in no order."""
        import pypdfium2.raw as pdfium

        found = []
        box = pdfium.FS_RECTF()
        for index in range(min(self._text_page.count_chars(), _MOST_SIGNS)):
            code = pdfium.FPDFText_GetUnicode(self._text_page, index)
            text = chr(code) if 0 < code < 0x110000 else ""
            if not text.strip() or code == 0xFFFE:
                continue
            # The loose box is as high as the font, whatever the sign: lines stay lines with commas in them.
            if not pdfium.FPDFText_GetLooseCharBox(self._text_page, index, box):
                continue
            (x1, y1), (x2, y2) = self._seen(box.left, box.bottom), self._seen(box.right, box.top)
            found.append(Glyph(text, min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))
        return found

    def has_columns(self) -> bool:
        """Tell whether text stands in two columns side by side."""
        width = self._size[0]
        rows: dict[int, list[tuple[float, float]]] = {}
        for index in range(min(self._text_page.count_rects(), _MOST_SIGNS)):
            left, bottom, right, _ = self._text_page.get_rect(index)
            if right - left > width / 8:
                rows.setdefault(round(bottom / 4), []).append((left, right))
        beside = 0
        for spans in rows.values():
            spans.sort()
            for (_, end), (start, _) in pairwise(spans):
                if start - end > width / 60 and _GUTTER[0] * width < (start + end) / 2 < _GUTTER[1] * width:
                    beside += 1
        return beside >= _COLUMN_LINES

    def _segments(self) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
        import pypdfium2.raw as pdfium

        x, y = ctypes.c_float(), ctypes.c_float()
        for number, path in enumerate(self._page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])):
            if number > _MOST_PATHS:
                return
            matrix = path.get_matrix()
            first = before = None
            for index in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
                segment = pdfium.FPDFPath_GetPathSegment(path, index)
                if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
                    continue
                point = self._seen(*matrix.on_point(x.value, y.value))
                kind = pdfium.FPDFPathSegment_GetType(segment)
                if kind == pdfium.FPDF_SEGMENT_LINETO and before is not None:
                    yield before, point
                if kind == pdfium.FPDF_SEGMENT_MOVETO:
                    first = point
                before = point
                if pdfium.FPDFPathSegment_GetClose(segment) and first is not None:
                    yield point, first
                    before = first

    def _seen(self, x: float, y: float) -> tuple[float, float]:
        """Return where a place of the page is when the page is turned as it is shown."""
        width, height = self._size
        match self._rotation:
            case 90:
                return y, width - x
            case 180:
                return width - x, height - y
            case 270:
                return height - y, x
        return x, y
