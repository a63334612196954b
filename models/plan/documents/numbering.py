"""The numbers that Word shows before paragraphs and keeps out of the text: worked out as Word does.

A paragraph names a list (``numId``) and a level; the list points to an abstract one, which says for each level with
what it counts, where it starts and how the number is written (``%1、``, ``（%2）``, ``%1.%2``). The rules (ECMA-376
part 1, 17.9):

1. A paragraph has its own list and level, else those of its style or of a style that this is based on; list 0 is none.
2. Lists with the same abstract list count on together, unless a list starts anew (``startOverride``): then it does so
   where it is first used.
3. A number at one level starts the deeper ones anew, unless such a level says after which it restarts.
4. A level may be replaced in one list (``lvlOverride``); an abstract list may be the one of a style
   (``numStyleLink``).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from models.plan.documents.number_formats import write_number

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 9
_LONGEST_CHAIN = 20  # styles based on one another; more is a circle


@dataclass(slots=True)
class _Level:
    number_format: str = "decimal"
    text: str = ""
    start: int = 1
    restart_after: int | None = None
    legal: bool = False


@dataclass(slots=True)
class _Abstract:
    levels: dict[int, _Level] = field(default_factory=dict)
    style_link: str = ""


@dataclass(slots=True)
class _List:
    abstract: str
    overrides: dict[int, _Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Gives each paragraph its number; ask in the order of the document, once each."""

    def __init__(self, numbering: Any | None, styles: Any | None) -> None:
        """Read ``numbering.xml`` and ``styles.xml``, as parsed; either may be missing."""
        self._abstracts: dict[str, _Abstract] = {}
        self._lists: dict[str, _List] = {}
        self._styles: dict[str, tuple[str, str, str]] = {}  # based on, list, level
        self._default_style = ""
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        if styles is not None:
            self._read_styles(styles)
        if numbering is not None:
            self._read_lists(numbering)

    def number_of(self, properties: Any | None) -> str:
        """Return the number of the next paragraph as Word shows it; empty if it has none or a bullet."""
        number_id, level_name = self._list_of(properties)
        chosen = self._lists.get(number_id)
        if chosen is None:
            return ""
        level = min(int(level_name), _DEEPEST - 1) if level_name.isdecimal() else 0
        counts = self._count(number_id, chosen, level)
        definition = self._level(chosen, level)
        if definition.number_format == "bullet":
            return ""
        text = definition.text
        for index in range(level, -1, -1):
            if f"%{index + 1}" in text:
                shown = self._level(chosen, index)
                count = counts[index]
                number = shown.start if count is None else count
                form = "decimal" if definition.legal else shown.number_format
                text = text.replace(f"%{index + 1}", write_number(number, form))
        return text

    def _list_of(self, properties: Any | None) -> tuple[str, str]:
        """Return list and level: the paragraph's own, else those of its style (rule 1)."""
        own = properties.find(f"{W}numPr") if properties is not None else None
        number_id, level = _value(own, "numId"), _value(own, "ilvl")
        style = _value(properties, "pStyle") or self._default_style
        for _ in range(_LONGEST_CHAIN):
            if (number_id and level) or style not in self._styles:
                break
            style, styled_id, styled_level = self._styles[style]
            number_id, level = number_id or styled_id, level or styled_level
        return ("" if number_id == "0" else number_id), level or "0"

    def _count(self, number_id: str, chosen: _List, level: int) -> list[int | None]:
        counts = self._counts.setdefault(chosen.abstract, [None] * _DEEPEST)
        if number_id not in self._begun:  # rule 2
            self._begun.add(number_id)
            for index in chosen.starts:
                counts[index] = None
        start = chosen.starts.get(level, self._level(chosen, level).start)
        before = counts[level]
        counts[level] = start if before is None else before + 1
        for deeper in range(level + 1, _DEEPEST):  # rule 3
            after = self._level(chosen, deeper).restart_after
            if after is None or (after > level and after != 0):
                counts[deeper] = None
        return counts

    def _level(self, chosen: _List, index: int) -> _Level:
        return chosen.overrides.get(index) or self._abstract(chosen).levels.get(index) or _Level()

    def _abstract(self, chosen: _List) -> _Abstract:
        abstract = self._abstracts.get(chosen.abstract, _Abstract())
        if abstract.style_link and not abstract.levels:  # rule 4
            linked = self._lists.get(self._styles.get(abstract.style_link, ("", "", ""))[1])
            return self._abstracts.get(linked.abstract, abstract) if linked else abstract
        return abstract

    def _read_styles(self, styles: Any) -> None:
        for style in styles.iter(f"{W}style"):
            if style.get(f"{W}type") not in {"paragraph", "numbering", None}:
                continue
            name = style.get(f"{W}styleId", "")
            properties = style.find(f"{W}pPr")
            own = properties.find(f"{W}numPr") if properties is not None else None
            self._styles[name] = (_value(style, "basedOn"), _value(own, "numId"), _value(own, "ilvl"))
            if style.get(f"{W}default") in {"1", "true"} and style.get(f"{W}type") == "paragraph":
                self._default_style = name

    def _read_lists(self, numbering: Any) -> None:
        for element in numbering.iterchildren(f"{W}abstractNum"):
            abstract = _Abstract(style_link=_value(element, "numStyleLink"))
            for index, level, linked_style in _levels_in(element):
                abstract.levels[index] = level
                self._link_style(linked_style, element.get(f"{W}abstractNumId", ""), index)
            self._abstracts[element.get(f"{W}abstractNumId", "")] = abstract
        for element in numbering.iterchildren(f"{W}num"):
            chosen = _List(_value(element, "abstractNumId"))
            for override in element.iterchildren(f"{W}lvlOverride"):
                index = _integer(override.get(f"{W}ilvl"), 0)
                start = _value(override, "startOverride")
                if start:
                    chosen.starts[index] = _integer(start, 1)
                chosen.overrides.update({at: level for at, level, _ in _levels_in(override)})
            self._lists[element.get(f"{W}numId", "")] = chosen

    def _link_style(self, style: str, _abstract: str, index: int) -> None:
        """A style that names a list but no level has the level that names the style."""
        if style in self._styles:
            based_on, number_id, level = self._styles[style]
            if number_id and not level:
                self._styles[style] = (based_on, number_id, str(index))


def _levels_in(element: Any) -> Iterator[tuple[int, _Level, str]]:
    for level in element.iterchildren(f"{W}lvl"):
        restart = _value(level, "lvlRestart")
        legal = level.find(f"{W}isLgl")
        yield (
            _integer(level.get(f"{W}ilvl"), 0),
            _Level(
                number_format=_value(level, "numFmt") or "decimal",
                text=_value(level, "lvlText"),
                start=_integer(_value(level, "start"), 0 if level.find(f"{W}start") is None else 1),
                restart_after=_integer(restart, 0) if restart else None,
                legal=legal is not None and legal.get(f"{W}val") not in {"0", "false", "off"},
            ),
            _value(level, "pStyle"),
        )


def _value(element: Any | None, name: str) -> str:
    """Return the value of a child element; empty if there is none."""
    child = element.find(f"{W}{name}") if element is not None else None
    return child.get(f"{W}val", "") if child is not None else ""


def _integer(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else otherwise
