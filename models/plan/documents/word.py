"""A .docx file to its lines and tables: what a reader of the page sees, with Word's own numbers put back.

Read are paragraphs, also those in content controls, text boxes, links and accepted or pending insertions; not what is
deleted, hidden, or a field's instruction. Macros, pictures and embedded files are never opened. python-docx opens the
package; its parser resolves no entities.
"""

import io
from collections.abc import Iterator
from typing import Any

from models.plan.documents.blocks import Cell, Document, Table
from models.plan.documents.container import BROKEN, Container
from models.plan.documents.numbering import Numbering, W
from models.plan.documents.problems import DamagedDocument, OversizedDocument

_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MAX_CELLS = 60_000
_MAX_COLUMNS = 63  # as Word allows
_DEEPEST = 12  # tables in tables, boxes in boxes
_UNSEEN = {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "delInstrText", "rPr", "pPr", "sectPr")}
_UNSEEN |= {_FALLBACK}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_CONTENTS_STYLES = ("toc", "目录")


def read_word(raw: bytes) -> Document:
    """Read a .docx or .docm file.

    Raises:
        DamagedDocument, OversizedDocument, ProtectedDocument, UnsafeMarkup: see ``container``.
    """
    container = Container(raw, "docx")
    container.check_markup()
    body, numbering, styles = _open(raw)
    return _Reader(Numbering(numbering, styles), _contents_styles(styles)).read(body)


def _open(raw: bytes) -> tuple[Any, Any, Any]:
    """Return the roots of the document's body, its lists and its styles; the last two may be missing."""
    from docx.opc.package import OpcPackage
    from docx.oxml.parser import parse_xml

    try:
        main = OpcPackage.open(io.BytesIO(raw)).main_document_part
        roots = {
            kind: parse_xml(part.blob)
            for kind in ("numbering", "styles")
            for relation in main.rels.values()
            if not relation.is_external and relation.reltype == f"{_RELATED}{kind}" and (part := relation.target_part)
        }
        body = parse_xml(main.blob).find(f"{W}body")
    except BROKEN as error:
        raise DamagedDocument("docx") from error
    if body is None:
        raise DamagedDocument("docx")
    return body, roots.get("numbering"), roots.get("styles")


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


class _Reader:
    def __init__(self, numbering: Numbering, contents_styles: frozenset[str]) -> None:
        self._numbering = numbering
        self._contents_styles = contents_styles
        self._furniture: list[str] = []
        self._cells = 0

    def read(self, body: Any) -> Document:
        return Document(tuple(self._blocks(body, 0)), tuple(self._furniture))

    def _blocks(self, element: Any, depth: int) -> Iterator[str | Table]:
        if depth > _DEEPEST:
            return
        for child in element:
            if child.tag == f"{W}p":
                yield from self._paragraph(child, depth)
            elif child.tag == f"{W}tbl":
                yield self._table(child, depth)
            elif child.tag not in _UNSEEN and isinstance(child.tag, str):
                yield from self._blocks(child, depth + 1)  # content controls, insertions, custom markup

    def _paragraph(self, paragraph: Any, depth: int) -> Iterator[str]:
        properties = paragraph.find(f"{W}pPr")
        boxes: list[Any] = []
        text = "".join(_text_of(paragraph, boxes))
        for box in boxes:
            yield from (line for block in self._blocks(box, depth + 1) for line in _lines_of(block))
        if text.strip():  # a list gives no number to a paragraph without words
            text = self._numbering.number_of(properties) + text
        style = properties.find(f"{W}pStyle") if properties is not None else None
        if style is not None and style.get(f"{W}val") in self._contents_styles:
            self._furniture += [line for line in text.split("\n") if line.strip()]
        else:
            yield from text.split("\n")

    def _table(self, table: Any, depth: int) -> Table:
        rows: list[list[Cell]] = []
        for element in _children(table, "tr"):
            row: list[Cell] = []
            properties = element.find(f"{W}trPr")
            self._fill(row, _count(properties, "gridBefore", 0), len(rows))
            for cell in _children(element, "tc"):
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
        lines = [line for block in self._blocks(cell, depth + 1) for line in _lines_of(block)]
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
        elif child.tag == f"{W}t":
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
