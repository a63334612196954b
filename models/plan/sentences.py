"""Where sentences and their clauses end, whatever stands in quotes and brackets.

Spans tile the text they were asked for: each begins where the one before ended, so no character is lost. A mark inside
a closed pair of quotes or brackets ends nothing (“深化学案导学，促进深度学习”课堂教学改革 is one clause); an opening
mark without its closing one protects nothing, so a typing error does not swallow the rest of a paragraph. Every
function is linear in the length of the text.
"""

import re
from itertools import pairwise

from models.plan.duties import read_duties
from models.plan.model import Span

_PAIRS = {"（": "）", "(": ")", "《": "》", "〈": "〉", "“": "”", "‘": "’", "「": "」", "『": "』", "【": "】"}
_PAIRS |= {"[": "]", "〔": "〕"}
_OPENERS = {closer: opener for opener, closer in _PAIRS.items()}
_LONGEST_ASIDE = 120  # characters of a bracket that is looked into
_ANY_YEAR = 2024  # whether a day is stated is asked, not which
_STOPS = "。！？；!?;"
_COMMAS = "，,"
_DUTY_LINE = re.compile(
    r"[（(【\[]?\s?(?:责任|牵头|配合|主办|协办|承办|主责|参与|协同|分管|完成|时限|时间)"
    r"(?:责任)?(?:单位|科室|部门|股室|处室|领导|人|时限|时间|期限|节点|要求|主体)?\s?[:：]"
)
_DUTY_BRACKET = re.compile(
    r"[（(【\[]\s?(?:责任|牵头|配合|主办|协办|承办|主责|完成时|时限|分管)[\u4e00-\u9fff]{0,6}\s?[:：][^（()）]{0,300}"
    r"(?:[（(][^（()）]{0,40}[)）][^（()）]{0,300}){0,9}[)）】\]]"
)
_DUTY_BEHIND = re.compile(
    r"(?<=。)[ \t\u3000]*(?:责任|牵头|配合|主办|协办|承办|主责|完成时|时限)[\u4e00-\u9fff]{0,6}\s?[:：][^\n]*$",
    re.MULTILINE,
)
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
        for index, c in enumerate(source):
            if c in _PAIRS:
                open_marks.append(index)
                waiting[c] += 1
            elif c in _OPENERS and waiting[_OPENERS[c]]:
                # What was opened since and never closed is a typing error.
                while source[open_marks[-1]] != _OPENERS[c]:
                    waiting[source[open_marks.pop()]] -= 1
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
    cuts: list[int] = []
    index = span.start
    has_words = False
    while index < span.end:
        has_words = has_words or source[index].isalnum()
        if _ends_sentence(source, enclosures, index, span.end):
            index = _skip_trailer(source, enclosures, index + 1, span.end)
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
    return c in _STOPS or (c in ".．" and _is_full_stop(source, index, end))


def _is_full_stop(source: str, index: int, end: int) -> bool:
    """Tell a half-width full stop after a Chinese word from a decimal point, a version or a web address."""
    before = source[index - 1] if index else ""
    after = source[index + 1] if index + 1 < end else "\n"
    ends_word = "\u4e00" <= before <= "\u9fff" or before in _OPENERS or before in '"%％'
    return ends_word and not (after.isascii() and after.isalnum())


def _skip_trailer(source: str, enclosures: Enclosures, index: int, end: int) -> int:
    while index < end:
        if source[index] in _SPACE + _STOPS:
            index += 1
        elif source[index - 1 : index] in _SPACE + "。" and (line_end := _duty_line_end(source, index, end)):
            index = line_end
        elif (
            (closer := enclosures.partner(index)) is not None
            and closer < end
            and _names_duty(source, index + 1, closer)
        ):
            index = closer + 1
        else:
            break
    return index


def without_duties(source: str, span: Span) -> str:
    """Return a stretch of text without the brackets and lines that name duties."""
    text = _DUTY_BEHIND.sub("", _DUTY_BRACKET.sub("", source[span.start : span.end]))
    return "\n".join(line for line in text.split("\n") if not begins_with_duties(line.strip(_SPACE)))


def duty_lines(source: str, span: Span) -> list[Span]:
    """List the lines that name duties, neighbours together; a line that ``span`` begins within is none.

    What names duties behind a full stop, up to the end of its line, counts as a line of its own.
    """
    found: list[Span] = []
    start = span.start
    while start < span.end:
        end = source.find("\n", start, span.end)
        end = span.end if end < 0 else end
        line = source[start:end]
        if begins_with_duties(line.strip(_SPACE)) and (start == 0 or source[start - 1] == "\n"):
            first = start + len(line) - len(line.lstrip(_SPACE))
            if found and not source[found[-1].end : start].strip(_SPACE):
                first = found.pop().start
            found.append(Span(first, end))
        elif behind := _DUTY_BEHIND.search(line):
            found.append(Span(start + behind.start(), end))
        start = end + 1
    return found


def begins_with_duties(line: str) -> bool:
    """Tell whether a line without indent names duties: 责任单位：组干科.

    >>> [begins_with_duties(line) for line in ("责任单位：组干科", "（牵头单位：甲科）", "责任到人：")]
    [True, True, False]
    """
    return _DUTY_LINE.match(line) is not None


def _duty_line_end(source: str, index: int, end: int) -> int:
    """Return the end of the line that names duties and whose first word stands at ``index``; 0 if it is none."""
    at = index
    while at > 0 and source[at - 1] in _SPACE and source[at - 1] != "\n":
        at -= 1
    begins_line = at == 0 or source[at - 1] == "\n"
    behind_stop = not begins_line and _DUTY_BEHIND.match(source, at) is not None
    if not behind_stop and not (begins_line and begins_with_duties(source[index : index + 20])):
        return 0
    line_end = source.find("\n", index, end)
    return end if line_end < 0 else line_end


def _names_duty(source: str, start: int, end: int) -> bool:
    """Tell whether what stands in a bracket states duties: （责任单位：…）, （甲科牵头，9月底前）."""
    words = ("责任", "牵头", "配合", "主办", "协办", "承办", "完成时", "时限", "分管")
    if source[start : start + 9].lstrip().startswith(words):
        return True
    return end - start < _LONGEST_ASIDE and bool(read_duties(source[start:end], _ANY_YEAR))


def _parts_thousands(source: str, index: int) -> bool:
    # 1,000 and 1，000: a digit before, exactly three after.
    before, after, fourth = source[index - 1 : index], source[index + 1 : index + 4], source[index + 4 : index + 5]
    return before.isdecimal() and len(after) == 3 and after.isdecimal() and not fourth.isdecimal()


def _has_words(source: str, start: int, end: int) -> bool:
    return any(source[index].isalnum() for index in range(start, end))
