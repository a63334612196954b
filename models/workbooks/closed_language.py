"""XML that may hold only what is named: a grammar of elements, attributes and values, and the parse that keeps it.

The writer of this program emits a small part of what a workbook can say. Everything else, known or not, is refused by
not being named: there is no list of dangers to keep complete. ``forms`` holds the grammars of a workbook's parts.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from lxml import etree

from models.core.errors import UserError

MAX_PART = 16 * 1024 * 1024  # bytes; far above the largest sheet that this program writes
_SHEETS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SHORT = {_SPACE: "xml:space", _RELATION: "r:id"}


class Reason(StrEnum):
    """Why something is none of our forms, or not one that this program has written; each has its own sentence."""

    PARTS = "parts"  # there are other parts than a form has
    MARKUP = "markup"  # an element, an attribute or a value that this program does not write
    FORM = "form"  # title, headings or labels are other than those of the form
    VERSION = "version"  # the form's version is not one that this program knows
    CELL = "cell"  # a cell holds something that can't stand there
    FORMAT = "format"  # a number is shown otherwise than it is
    ROWS = "rows"  # the rows do not make up groups and tasks
    REPEATED = "repeated"  # the check code or the fingerprint in the footer is not that of the sheet


@dataclass(eq=False)
class NotOurForm(UserError):
    """A workbook is not a form as this program writes it.

    ``where``: a cell (``D7``), or a part and an element (``xl/styles.xml fill``).
    """

    reason: Reason
    where: str


@dataclass(frozen=True, slots=True)
class Shape:
    """What one element may be.

    ``attributes``: by name the pattern that its value must match; a name that ends in ``!`` must be there.
    ``children``: in the one order they may come in; a name that ends in ``*`` may come more than once.
    ``text``: the pattern of its text; an element without one holds none.
    """

    attributes: Mapping[str, str] = field(default_factory=dict)
    children: Sequence[str] = ()
    text: str | None = None


class Grammar:
    """The shapes of a part's elements by their names; a name means the same wherever it stands."""

    def __init__(self, part: str, root: str, shapes: Mapping[str, Shape]) -> None:
        """Prepare a grammar.

        Args:
            part: the name of the part, for refusals.
            root: the element that the part is.
            shapes: by element; one that is not named can't be.
        """
        self._part, self._root = part, root
        self._shapes = {
            _SHEETS + name: (
                {key.rstrip("!"): re.compile(pattern, re.DOTALL) for key, pattern in shape.attributes.items()},
                frozenset(key[:-1] for key in shape.attributes if key.endswith("!")),
                {
                    _SHEETS + child.rstrip("*"): (order, child.endswith("*"))
                    for order, child in enumerate(shape.children)
                },
                None if shape.text is None else re.compile(shape.text, re.DOTALL),
            )
            for name, shape in shapes.items()
        }

    def parse(self, raw: bytes) -> etree._Element:
        """Parse a part and hold every element of it against the grammar.

        Raises:
            NotOurForm: it is no XML, or says something that the grammar has no word for.
        """
        if len(raw) > MAX_PART or b"<!" in raw:  # no DTD, so no entity
            raise NotOurForm(Reason.MARKUP, self._part)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(raw, parser)
        except etree.XMLSyntaxError:
            raise NotOurForm(Reason.MARKUP, self._part) from None
        if root.tag != _SHEETS + self._root:
            raise NotOurForm(Reason.MARKUP, self._part)
        for element in root.iter():
            self._check(element)
        return root

    def _check(self, element: etree._Element) -> None:
        shape = self._shapes.get(element.tag) if isinstance(element.tag, str) else None
        if shape is None:
            raise self._refused(element)
        attributes, required, children, text = shape
        missing = len(required)
        for key, value in element.items():
            name = _SHORT.get(str(key), str(key))
            pattern = attributes.get(name)
            if pattern is None or not pattern.fullmatch(str(value)):
                raise self._refused(element)
            missing -= name in required
        if missing:
            raise self._refused(element)
        content = element.text or ""
        if (content if text is None else not text.fullmatch(content)) or element.tail:
            raise self._refused(element)
        last = -1
        for child in element:
            order, repeats = children.get(child.tag, (-1, False)) if isinstance(child.tag, str) else (-1, False)
            if order < last or (order == last and not repeats) or order < 0:
                raise self._refused(child)
            last = order

    def _refused(self, element: etree._Element) -> NotOurForm:
        name = etree.QName(element).localname if isinstance(element.tag, str) else "?"
        cell = element.get("r", "") if name in {"c", "row"} else ""
        return NotOurForm(Reason.MARKUP, cell if name == "c" and cell else f"{self._part} {name} {cell}".strip())


def found(root: etree._Element, path: str) -> list[etree._Element]:
    """Return the elements at a path of names of the spreadsheet language, such as ``fonts/font``."""
    return root.findall("/".join(_SHEETS + name for name in path.split("/")))


def text_at(root: etree._Element, path: str) -> str:
    """Return the text of the first element at a path, or nothing."""
    elements = found(root, path)
    return (elements[0].text or "") if elements else ""
