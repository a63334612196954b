"""Where sentences and their clauses end, whatever stands in quotes and brackets.

Spans tile the text they were asked for: each begins where the one before ended, so no character is lost. A mark inside
a closed pair of quotes or brackets ends nothing (“深化学案导学，促进深度学习”课堂教学改革 is one clause); an opening
mark without its closing one protects nothing, so a typing error does not swallow the rest of a paragraph. Every
function is linear in the length of the text.
"""

from collections.abc import Mapping
from itertools import pairwise

from models.plan.clauses import ORDINAL
from models.plan.duty_labels import strong_label
from models.plan.duty_places import Placement, find_statements
from models.plan.model import Span

_PAIRS = {"（": "）", "(": ")", "《": "》", "〈": "〉", "“": "”", "‘": "’", "「": "」", "『": "』", "【": "】"}
_PAIRS |= {"[": "]", "〔": "〕"}
_OPENERS = {closer: opener for opener, closer in _PAIRS.items()}
_WIDE = {"(": "（", ")": "）"}  # typists close a bracket with one of the other width
_LONGEST_ASIDE = 120  # characters of a bracket that is looked into
_ANY_YEAR = 2024  # whether a day is stated is asked, not which
_AHEAD = {Placement.BEFORE, Placement.HEAD}
_STOPS = "。！？；!?;"
_COMMAS = "，,"
_SPACE = " \t\n\v\f\r\u00a0\u200b\u3000\ufeff"


class Enclosures:
    """Which characters of a text stand inside a closed pair of quotes or brackets (the marks themselves included)."""

    def __init__(self, source: str) -> None:
        """Match the pairs, line by line."""
        self._source = source
        self._partner: dict[int, int] = {}
        open_marks: list[int] = []
        waiting = dict.fromkeys(_PAIRS, 0)
        straight_quote = -1
        for index, typed in enumerate(source):
            c = _WIDE.get(typed, typed)
            if c in _PAIRS:
                open_marks.append(index)
                waiting[c] += 1
            elif c in _OPENERS and waiting[_OPENERS[c]]:
                # What was opened since and never closed is a typing error.
                while (opener := _WIDE.get(source[open_marks[-1]], source[open_marks[-1]])) != _OPENERS[c]:
                    waiting[opener] -= 1
                    open_marks.pop()
                waiting[_OPENERS[c]] -= 1
                self._partner[open_marks.pop()] = index
            elif c == '"':
                if straight_quote >= 0:
                    self._partner[straight_quote] = index
                straight_quote = -1 if straight_quote >= 0 else index
            elif c == "\n":
                open_marks.clear()
                waiting = dict.fromkeys(_PAIRS, 0)
                straight_quote = -1
        self._depth_before = _depths(self._partner, len(source))

    def protects(self, index: int) -> bool:
        """Tell whether the character is one of, or between, a closed pair."""
        return self._depth_before[index] > 0

    def in_bracket_only(self, index: int) -> bool:
        """Tell whether the character stands inside brackets that stand in no quotes and no 《》."""
        at = index
        while at > max(0, index - _LONGEST_ASIDE) and self.protects(at - 1):
            at -= 1
        closer = self.partner(at)
        return closer is not None and at < index < closer and self._source[at] in "（(" and not self._quoted(at, index)

    def _quoted(self, start: int, index: int) -> bool:
        inner = (at for at in range(start + 1, index) if self.partner(at) is not None)
        return any((self.partner(at) or 0) > index and self._source[at] not in "（(" for at in inner)

    def partner(self, index: int) -> int | None:
        """Return where the pair that opens at ``index`` closes."""
        return self._partner.get(index)


def _depths(partner: dict[int, int], length: int) -> bytearray:
    depths = bytearray(length)
    reached = 0
    for opener in sorted(partner):
        closer = partner[opener]
        if closer >= reached:
            first = max(opener, reached)
            depths[first : closer + 1] = b"\1" * (closer + 1 - first)
            reached = closer + 1
    return depths


def sentences(source: str, enclosures: Enclosures, span: Span) -> list[Span]:
    """Cut a stretch of text into sentences; a line's end ends a sentence as well.

    Blanks after a sentence, and a bracket that names who is responsible for it, belong to it.
    """
    stated = {each.start: each for each in find_statements(source, span, _ANY_YEAR)}
    trailers = {each.start: each.end for each in stated.values() if each.placement not in _AHEAD}
    cuts: list[int] = []
    index = span.start
    has_words = False
    while index < span.end:
        if index in stated:
            index = stated[index].end
            continue
        has_words = has_words or source[index].isalnum()
        if _ends_sentence(source, enclosures, index, span.end):
            index = _skip_trailer(source, trailers, index + 1, span.end)
            if has_words:
                cuts.append(index)
                has_words = False
        else:
            index += 1
    return _tile(source, span, cuts)


def clauses(source: str, enclosures: Enclosures, sentence: Span) -> list[Span]:
    """Cut a sentence at its commas."""
    cuts = [
        index + 1
        for index in range(sentence.start, sentence.end)
        if source[index] in _COMMAS and not enclosures.protects(index) and not _parts_thousands(source, index)
    ]
    return _tile(source, sentence, cuts)


def _tile(source: str, span: Span, cuts: list[int]) -> list[Span]:
    edges = [span.start, *(cut for cut in cuts if cut < span.end), span.end]
    spans = [Span(a, b) for a, b in pairwise(edges) if a < b]
    if len(spans) > 1 and not _has_words(source, spans[-1].start, spans[-1].end):
        last = spans.pop()
        spans[-1] = Span(spans[-1].start, last.end)
    return spans


def _ends_sentence(source: str, enclosures: Enclosures, index: int, end: int) -> bool:
    c = source[index]
    if c == "\n":
        return True
    if enclosures.protects(index):
        return False
    announces = c in "：:" and ORDINAL.match(source, index + 1, end) is not None
    return announces or c in _STOPS or (c in ".．" and _is_full_stop(source, index, end))


def _is_full_stop(source: str, index: int, end: int) -> bool:
    """Tell a half-width full stop after a Chinese word from a decimal point, a version or a web address."""
    before = source[index - 1] if index else ""
    after = source[index + 1] if index + 1 < end else "\n"
    ends_word = "\u4e00" <= before <= "\u9fff" or before in _OPENERS or before in '"%％'
    return ends_word and not (after.isascii() and after.isalnum())


def _skip_trailer(source: str, trailers: Mapping[int, int], index: int, end: int) -> int:
    while index < end and (source[index] in _SPACE + _STOPS or index in trailers):
        index = trailers.get(index, index + 1)
    return index


def without_duties(source: str, span: Span, *, lists: bool = False) -> str:
    """Return a stretch of text without the brackets and lines that name duties."""
    rest, at = [], span.start
    for statement in find_statements(source, span, _ANY_YEAR, lists=lists):
        rest.append(source[at : statement.start])
        at = statement.end
    return "".join((*rest, source[at : span.end]))


def begins_with_duties(line: str) -> bool:
    """Tell whether a line without indent names duties: 责任单位：组干科.

    >>> [begins_with_duties(line) for line in ("责任单位：组干科", "（牵头单位：甲科）", "责任到人：")]
    [True, True, False]
    """
    return strong_label(line, 1 if line[:1] in _PAIRS else 0) > 0


def _parts_thousands(source: str, index: int) -> bool:
    # 1,000 and 1，000: a digit before, exactly three after.
    before, after, fourth = source[index - 1 : index], source[index + 1 : index + 4], source[index + 4 : index + 5]
    return before.isdecimal() and len(after) == 3 and after.isdecimal() and not fourth.isdecimal()


def _has_words(source: str, start: int, end: int) -> bool:
    return any(source[index].isalnum() for index in range(start, end))
