"""How long the lines of a page are, told by the lines alone: where one could not take up what the next begins with.

A line of a page is full if the first word of the next line had no room in it: a character, or a number or Latin word
with the marks around it, for these are not parted from one another (GB/T 15834, and every typesetting program). The
width is the one at which most lines are full that end within a sentence, and which hardly any line exceeds. Programs
that squeeze marks together, and fonts with narrow figures, make lines a little uneven, which is allowed for as far as
it explains more lines. Text copied out of a PDF has lost its indents, so the first line of a paragraph may be shorter
by two characters.

>>> page = page_of(["1．管好校车，检查车辆", "一百辆，约谈司机、园", "长和家长。", "召开会议。"], is_page=True)
>>> page is not None and (page.width, page.is_full("1．管好校车，检查车辆", "一百辆", first=True))
(21, True)
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from models.plan.clauses import verbs_at
from models.plan.outline import begins_with_number
from models.plan.paragraph_starts import begins_paragraph, ends_paragraph, ends_sentence, is_date, is_title
from models.plan.sentences import begins_with_duties

_WIDEST = 150  # columns of a page's line; a paragraph that is not broken soon has more
_NARROWEST = 20
_SHARE_OF_FULL = 0.5  # of the lines that end within a sentence; the others are titles and names
_SHARE_OF_KNOWN = 0.3  # the same where it is known that the text comes from pages
_HANGING = 2  # columns by which a closing mark may stand out
_SLACKS = (0, 1, 2, 4)
_EXPLAINS_MORE = 1.1  # lines, before another unevenness is believed
_INDENT = 2  # characters
_FIRST_WORD = re.compile(r"[（“《【〈‘(\[「]*(?:[0-9０-９A-Za-z.．%％]+|.)[，。；：、！？）”》’】〉」,.;:!?)\]%％]*")


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page: up to ``width``, in columns or in characters, and by how much they vary."""

    width: int
    slack: int
    indent: int
    measure: Callable[[str], int]

    def is_full(self, line: str, following: str, *, first: bool) -> bool:
        """Tell whether a line had no room for what the next one begins with; ``first``: it begins a paragraph."""
        reach = _reach(line, following, self.measure) + (self.indent if first else 0)
        # A title on a line of its own must reach the very edge to be a page's line.
        return reach > self.width - (min(1, self.slack) if is_title(line) else self.slack)


def page_of(lines: Sequence[str], *, is_page: bool) -> Page | None:
    """Return how long the lines are; None if they end where paragraphs do.

    Args:
        lines: the text, without page numbers.
        is_page: something else tells that the text comes from pages.
    """
    filled = [line.rstrip() for line in lines if line.strip()]
    body = next((at for at, line in enumerate(filled) if begins_with_number(line.strip())), 0)
    filled = filled[body:]  # the head has lines of every length
    first = [_is_first(filled, at) for at in range(len(filled))]
    within = [at for at in range(len(filled) - 1) if _ends_within(filled, at)]
    found: list[tuple[int, Page]] = []
    for measure, narrowest, widest in ((columns, _NARROWEST, _WIDEST), (len, _NARROWEST // 2, _WIDEST // 2)):
        reaches = [(_reach(filled[at], filled[at + 1], measure), first[at]) for at in within]
        lengths = sorted(map(measure, filled))
        found += _pages_by(lengths, reaches, measure, range(narrowest, widest + 1), is_page=is_page)
    found = [(full, page) for full, page in found if is_page or _flows(filled, first, page)]
    best: tuple[int, Page] | None = None
    for full, page in sorted(found, key=lambda each: (each[1].slack, each[1].indent)):
        if best is None or full > (best[0] if best[1].slack == page.slack else best[0] * _EXPLAINS_MORE + 1):
            best = full, page
    return best[1] if best else None


def _pages_by(
    lengths: Sequence[int],
    within: Sequence[tuple[int, bool]],
    measure: Callable[[str], int],
    widths: range,
    *,
    is_page: bool,
) -> list[tuple[int, Page]]:
    """Look for the length that hardly any line exceeds and that most lines have that end within a sentence.

    Args:
        lengths: how long the lines are, in order.
        within: of the lines that end within a sentence, how far they would reach and whether they begin a paragraph.
        measure: what lengths are measured by.
        widths: where to look.
        is_page: something else tells that the text comes from pages.
    """
    longest = max((reach for reach, _ in within), default=0) + _INDENT * 2
    pages = []
    for slack in _SLACKS:
        for indent in (0, _INDENT * (2 if measure is columns else 1)):
            reaches = sorted(reach + (indent if first else 0) for reach, first in within)
            best: tuple[int, Page] | None = None
            for width in range(min(longest, widths.stop - 1), widths.start - 1, -1):
                if _count_above(lengths, width + _HANGING) > len(lengths) // 20:
                    break
                full = _count_above(reaches, width - slack)
                reach = _count_above(lengths, width - slack - 1)
                share = _SHARE_OF_KNOWN if is_page else _SHARE_OF_FULL
                if full < max(2, share * len(within)) or full * 5 < reach * 2:
                    continue
                if best is None or full > best[0]:
                    best = full, Page(width, slack, indent, measure)
            pages += [best] if best else []
    return pages


def _count_above(ordered: Sequence[int], limit: int) -> int:
    """Count the numbers above a limit; they are in order."""
    low, high = 0, len(ordered)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if ordered[middle] <= limit else (low, middle)
    return len(ordered) - low


def _ends_within(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line ends within a sentence: it is no title, and what follows begins no paragraph."""
    words = lines[at].strip()
    if ends_sentence(words) or begins_with_duties(words) or ends_paragraph(words) or is_date(words):
        return False
    return not is_title(words) and not begins_paragraph(lines, at + 1)


def _is_first(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line is the first of its paragraph."""
    before = lines[at - 1].strip() if at else ""
    if not before or ends_sentence(before) or is_title(before) or ends_paragraph(before):
        return True
    return begins_paragraph(lines, at)


def _reach(line: str, following: str, measure: Callable[[str], int]) -> int:
    """Return how long a line would be with the first word of the next one."""
    if measure is not columns:
        return len(line) + 1
    word = _FIRST_WORD.match(following.strip())
    return columns(line) + columns(word[0] if word else "")


def _flows(lines: Sequence[str], first: Sequence[bool], page: Page) -> bool:
    """Tell whether full lines go on in the next one: a list has lines of one width as well."""
    followed = [
        at
        for at in range(len(lines) - 1)
        if not ends_sentence(lines[at])
        and not begins_with_number(lines[at + 1].strip())
        and page.is_full(lines[at], lines[at + 1], first=first[at])
    ]
    stopped = sum(1 for at in followed if any(mark in lines[at] or mark in lines[at + 1] for mark in "。；，"))
    # A page breaks lines anywhere; where each of the next ones begins with a verb, each is a piece of work by itself.
    begun = sum(1 for at in followed if verbs_at(lines[at + 1].strip(), 0)[0])
    return len(followed) >= 2 and stopped * 4 >= len(followed) * 3 and begun * 5 < len(followed) * 4


def columns(line: str) -> int:
    """Return how wide a line is where Chinese characters and their marks are two columns wide."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in line)
