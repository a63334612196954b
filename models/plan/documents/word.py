"""A .docx file to its lines and tables: what a reader of the page sees, with Word's own numbers put back.

Read are paragraphs, also those in content controls, text boxes, links and accepted or pending insertions; not what is
deleted, hidden, or a field's instruction. A paragraph whose end is deleted goes on in the next one. Footnotes stand at
the foot of a page, so they are furniture; comments are somebody's talk about the text. A table of one cell is a frame,
and what stands in it is read as if it had none. Macros, pictures and embedded files are never opened. python-docx
opens the package; its parser resolves no entities.
"""

import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from models.plan.documents.blocks import Cell, Document, Table
from models.plan.documents.container import BROKEN, Container
from models.plan.documents.numbering import Numbering, W
from models.plan.documents.problems import DamagedDocument, OversizedDocument

_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_MAX_CELLS = 60_000
_MAX_COLUMNS = 63  # as Word allows
_DEEPEST = 12  # tables in tables, boxes in boxes
_UNSEEN = {
    f"{W}{name}"
    for name in ("del", "moveFrom", "instrText", "delText", "delInstrText", "rPr", "pPr", "sectPr", "rt", "sdtPr")
}
_UNSEEN |= {_FALLBACK}
_NOTES = ("footnotes", "endnotes")
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_BODY_LEVEL = 9  # of what is no title
_CONTENTS_STYLES = ("toc", "目录")


def read_word(raw: bytes) -> Document:
    """Read a .docx or .docm file.

    Raises:
        DamagedDocument, OversizedDocument, ProtectedDocument, UnsafeMarkup: see ``container``.
    """
    container = Container(raw, "docx")
    container.check_markup()
    body, roots = _open(container.transitional())
    styles = roots.get("styles")
    reader = _Reader(Numbering(roots.get("numbering"), styles), _contents_styles(styles), _title_styles(styles))
    return reader.read(body, [roots[name] for name in _NOTES if name in roots])


def _open(raw: bytes) -> tuple[Any, dict[str, Any]]:
    """Return the roots of the document's body, and of its lists, styles and notes where it has them."""
    from docx.opc.package import OpcPackage
    from docx.oxml.parser import parse_xml

    try:
        main = OpcPackage.open(io.BytesIO(raw)).main_document_part
        roots = {
            kind: parse_xml(part.blob)
            for kind in ("numbering", "styles", *_NOTES)
            for relation in main.rels.values()
            if not relation.is_external and relation.reltype == f"{_RELATED}{kind}" and (part := relation.target_part)
        }
        body = parse_xml(main.blob).find(f"{W}body")
    except BROKEN as error:
        raise DamagedDocument("docx") from error
    if body is None:
        raise DamagedDocument("docx")
    return body, roots


def _contents_styles(styles: Any | None) -> frozenset[str]:
    """Return the styles of a table of contents, whose lines say again what the headings say."""
    if styles is None:
        return frozenset()
    named = ((style.get(f"{W}styleId", ""), style.find(f"{W}name")) for style in styles.iter(f"{W}style"))
    return frozenset(
        style
        for style, name in named
        if name is not None and name.get(f"{W}val", "").lower().startswith(_CONTENTS_STYLES)
    )


def _title_styles(styles: Any | None) -> dict[str, int]:
    """Map the styles of titles to their level; a style has that of the one it is based on."""
    if styles is None:
        return {}
    levels: dict[str, str] = {}
    based: dict[str, str] = {}
    for style in styles.iter(f"{W}style"):
        name = style.get(f"{W}styleId", "")
        level, base = style.find(f"{W}pPr/{W}outlineLvl"), style.find(f"{W}basedOn")
        if level is not None:
            levels[name] = level.get(f"{W}val", "")
        if base is not None:
            based[name] = base.get(f"{W}val", "")
    found = {}
    for name in {*levels, *based}:
        at = name
        for _ in range(_DEEPEST):
            if at in levels or at not in based:
                break
            at = based[at]
        if levels.get(at, "").isdecimal() and int(levels[at]) < _BODY_LEVEL:
            found[name] = int(levels[at])
    return found


class _Reader:
    def __init__(self, numbering: Numbering, contents_styles: frozenset[str], title_styles: Mapping[str, int]) -> None:
        self._numbering = numbering
        self._contents_styles = contents_styles
        self._title_styles = title_styles
        self._titles: list[tuple[str, int]] = []
        self._furniture: list[str] = []
        self._cells = 0

    def read(self, body: Any, notes: Iterable[Any]) -> Document:
        blocks = tuple(self._blocks(body, 0))
        for root in notes:
            for note in root:
                if note.get(f"{W}type", "normal") == "normal":
                    lines = [line for block in self._blocks(note, 1) for line in _lines_of(block)]
                    self._furniture += [line.strip() for line in lines if line.strip()]
        return Document(blocks, tuple(self._furniture), titles=tuple(self._titles))

    def _blocks(self, element: Any, depth: int, *, in_cell: bool = False) -> Iterator[str | Table]:
        if depth > _DEEPEST:
            return
        waiting = ""  # of a paragraph whose end is deleted
        for child in element:
            if child.tag == f"{W}p":
                lines, waiting = self._paragraph(child, depth, waiting, in_cell=in_cell)
                yield from lines
            elif child.tag == f"{W}tbl":
                yield from self._framed(child, depth)
            elif child.tag not in _UNSEEN and isinstance(child.tag, str):
                # content controls, insertions, custom markup
                yield from self._blocks(child, depth + 1, in_cell=in_cell)
        if waiting.strip():
            yield from waiting.split("\n")

    def _paragraph(self, paragraph: Any, depth: int, before: str, *, in_cell: bool) -> tuple[list[str], str]:
        """Return the lines of a paragraph, or what is to stand before the next one because its end is deleted."""
        properties = paragraph.find(f"{W}pPr")
        boxes: list[Any] = []
        text = before + "".join(_text_of(paragraph, boxes))
        lines = [line for box in boxes for block in self._blocks(box, depth + 1) for line in _lines_of(block)]
        if _end_is_gone(properties):
            return lines, text
        number = self._numbering.number_of(properties)
        if number[-1:].isdecimal() and text[:1].isalnum():
            number += " "  # on the page there is a gap behind 1.1
        # A number without words is worth a line where it stands alone in a cell, as in a column of numbers.
        text = number + text if text.strip() or (in_cell and number) else ""
        style = properties.find(f"{W}pStyle") if properties is not None else None
        name = style.get(f"{W}val", "") if style is not None else ""
        if name in self._contents_styles:
            self._furniture += [line for line in text.split("\n") if line.strip()]
            return lines, ""
        level = self._level_of(properties, name)
        if level is not None and text.strip() and not in_cell and "\n" not in text:
            self._titles.append((text, level))
        return lines + text.split("\n"), ""

    def _level_of(self, properties: Any | None, style: str) -> int | None:
        own = properties.find(f"{W}outlineLvl") if properties is not None else None
        value = own.get(f"{W}val", "") if own is not None else ""
        if value.isdecimal():
            return int(value) if int(value) < _BODY_LEVEL else None
        return self._title_styles.get(style)

    def _framed(self, table: Any, depth: int) -> Iterator[str | Table]:
        """Read a table; a frame of one cell is looked through."""
        rows = [list(_children(row, "tc")) for row in _rows(table)]
        if len(rows) == 1 and len(rows[0]) == 1:
            yield from self._blocks(rows[0][0], depth + 1)
        else:
            yield self._table(table, depth)

    def _table(self, table: Any, depth: int) -> Table:
        rows: list[list[Cell]] = []
        for element in _rows(table):
            row: list[Cell] = []
            properties = element.find(f"{W}trPr")
            self._fill(row, _count(properties, "gridBefore", 0), len(rows))
            for cell in _children(element, "tc"):
                if cell.find(f"{W}tcPr/{W}cellDel") is None:
                    self._add_cell(row, cell, rows, depth)
            rows.append(row)
        width = max(map(len, rows), default=0)
        for index, row in enumerate(rows):
            self._fill(row, width - len(row), index)
        return Table(tuple(map(tuple, rows)))

    def _add_cell(self, row: list[Cell], cell: Any, rows: list[list[Cell]], depth: int) -> None:
        column = len(row)
        properties = cell.find(f"{W}tcPr")
        merge = properties.find(f"{W}vMerge") if properties is not None else None
        span = max(1, min(_count(properties, "gridSpan", 1), _MAX_COLUMNS - column))
        blocks = self._blocks(cell, depth + 1, in_cell=True)
        lines = [line for block in blocks for line in _lines_of(block)]
        own = Cell("\n".join(lines).strip(), (len(rows), column))
        continues = merge is not None and merge.get(f"{W}val", "continue") == "continue"
        if continues and rows and column < len(rows[-1]):
            own = rows[-1][column]
        row += [own] * span
        self._cells += span
        if self._cells > _MAX_CELLS or len(row) > _MAX_COLUMNS:
            raise OversizedDocument("cells")

    def _fill(self, row: list[Cell], count: int, index: int) -> None:
        for _ in range(min(count, _MAX_COLUMNS)):
            row.append(Cell("", (index, len(row))))
            self._cells += 1


def _rows(table: Any) -> Iterator[Any]:
    """Run through the rows of a table that are not deleted."""
    return (row for row in _children(table, "tr") if row.find(f"{W}trPr/{W}del") is None)


def _end_is_gone(properties: Any | None) -> bool:
    """Tell whether the end of a paragraph is deleted, or was moved away: then it goes on in the next one."""
    if properties is None:
        return False
    return any(properties.find(f"{W}rPr/{W}{name}") is not None for name in ("del", "moveFrom"))


def _children(element: Any, name: str) -> Iterator[Any]:
    """Run through the rows or cells of a table, also those in content controls; not those of tables inside."""
    for child in element:
        if child.tag == f"{W}{name}":
            yield child
        elif (
            child.tag not in _UNSEEN and child.tag not in {f"{W}tc", f"{W}tbl", f"{W}p"} and isinstance(child.tag, str)
        ):
            yield from _children(child, name)


def _text_of(element: Any, boxes: list[Any]) -> Iterator[str]:
    """Run through the visible text of a paragraph; put the text boxes in it aside, for they stand beside it."""
    waiting = [iter(element)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag in {f"{W}t", _MATH_TEXT}:
            yield child.text or ""
        elif child.tag == f"{W}txbxContent":
            boxes.append(child)
        elif isinstance(child.tag, str) and child.tag.startswith(W) and child.tag[len(W) :] in _SIGNS:
            yield _SIGNS[child.tag[len(W) :]]
        elif child.tag not in _UNSEEN and isinstance(child.tag, str) and not _is_hidden(child):
            waiting.append(iter(child))


def _is_hidden(run: Any) -> bool:
    properties = run.find(f"{W}rPr") if run.tag == f"{W}r" else None
    vanish = properties.find(f"{W}vanish") if properties is not None else None
    return vanish is not None and vanish.get(f"{W}val") not in {"0", "false", "off"}


def _lines_of(block: str | Table) -> list[str]:
    return [block] if isinstance(block, str) else block.lines()


def _count(properties: Any | None, name: str, otherwise: int) -> int:
    element = properties.find(f"{W}{name}") if properties is not None else None
    value = element.get(f"{W}val", "") if element is not None else ""
    return int(value) if value.isdecimal() and len(value) < 4 else otherwise
