"""A text as it looks when it was copied out of a page: lines broken to a width, with what stands on pages between."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[0-9A-Za-z.%]+|.")
_MAY_HANG = "，。；：、）》”"
_OPENING = "（《“"
_BEGINS_BODY = re.compile(r"[一1（(第Ⅰ★【]")


@dataclass(frozen=True)
class Page:
    """How wide a page is, in columns (a Chinese character has two), and what else it has.

    ``rows``: how many lines; 0: there are no pages. ``number``: how a page is numbered, with {} for the number.
    ``indent``: paragraphs of the body begin two characters in: ``kept`` with blanks, ``lost`` without, as programs that
    copy a page drop them; empty: they do not.
    """

    columns: int
    rows: int = 0
    number: str = ""
    indent: str = ""


def typeset(text: str, page: Page) -> str:
    """Break a text, a paragraph a line, over the lines of pages; numbers and Latin words are not broken."""
    lines: list[str] = []
    in_body = False
    for paragraph in text.split("\n"):
        in_body = in_body or _BEGINS_BODY.match(paragraph) is not None
        words = paragraph.rstrip().lstrip() if page.indent and in_body else paragraph.rstrip()
        lines += _broken(words, page.columns, page.indent if in_body else "") or [""]
    if not page.rows:
        return "\n".join(lines)
    pages = [lines[at : at + page.rows] for at in range(0, len(lines), page.rows)]
    return "\n".join(line for at, each in enumerate(pages, start=1) for line in (*each, "", page.number.format(at), ""))


def _broken(words: str, columns: int, indent: str) -> list[str]:
    return [line for line in _lines(words, columns, indent) if line]


def _lines(words: str, columns: int, indent: str) -> Iterator[str]:
    line = "\u3000\u3000" if indent == "kept" and words else ""
    width = 4 if indent else 0
    for word in _WORD.findall(words):
        wide = sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in word)
        if width + wide > columns and word not in _MAY_HANG:
            kept = line[-1:] if line[-1:] in _OPENING else ""
            yield line.removesuffix(kept) if kept else line
            line, width = kept, 2 * len(kept)
        line += word
        width += wide
    yield line
