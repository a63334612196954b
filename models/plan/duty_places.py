"""Where in a text duties are stated: in brackets of any kind, behind a name of a field, in a sentence of their own.

- A bracket counts if what stands in it is a statement of duties (``duties``). Units without a word on what they are
  to do count in 【】 and 〔〕, which hold no asides, and in round brackets behind a stop; before the stop only in a
  document that does so at least twice (``lists_are_duties``), and once is a question. A time without 前 or 底 counts at
  the end of a sentence only. The closing bracket may be of another width, or be forgotten.
- A name of a field (责任单位：) counts at the beginning of a line, behind a mark or a blank. It runs to the stop, and
  on where a further field, more units or a time follow.
- A sentence counts that says nothing else: 该项工作由基教科牵头，人事科配合。 So do the clauses at its head that do:
  由基教科牵头，人事科配合，完成…

What stands in quotes or in 《》 states nothing. All is linear in the length of the text.

>>> found = find_statements("检查（甲科牵头）。\\n责任单位：乙科", Span(0, 17), 0)
>>> [(each.placement.value, each.duties.lead) for each in found]
[('within', ('甲科',)), ('alone', ('乙科',))]
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import reduce

from models.plan.duties import Duties, is_mere_list, is_mere_time, read_statement
from models.plan.duty_labels import label_in_square, strong_label
from models.plan.model import Span

_ROUND = {"（": "）", "(": "）"}
_SQUARE = {"【": "】", "〔": "〕", "[": "]", "［": "］", "〖": "〗"}
OPENERS = "".join((*_ROUND, *_SQUARE))
_A_BRACKET = re.compile(rf"[{re.escape(OPENERS)}）)】〕\]］〗]")
_CLOSER = {")": "）"}
_QUOTES = {"《": "》", "“": "”", "「": "」", "『": "』", "〈": "〉"}
_STOPS = "。；;！!？?"
_BLANKS = " \t\v\f\r\u00a0\u200b\u3000\ufeff"
_LONGEST = 400  # characters of a bracket; a longer one states no duties
# Where a statement may begin: at a bracket, or behind a mark or a blank.
_CANDIDATE = re.compile(
    rf"[{re.escape(OPENERS)}{''.join(_QUOTES)}]|(?<![^\n{_BLANKS}{_STOPS}，,、.．）)\-—*★●])[^{_BLANKS}]"
)
_LONGEST_FIELDS = 2_000  # characters
_NUMBERING = re.compile(
    r"[\s\u200b\ufeff•·●○◆◇■□★☆▲△*＊\-—－]*"
    r"(?:[（(]?[0-9０-９一二三四五六七八九十]{1,3}[)）]?[．.、)）]?|[①-⑳⒈-⒛⑴-⒇㈠-㈩])?[\s、．.]*"
)
_NEXT_WORDS = re.compile(r"[^。；;\n]{1,120}")
_TIME_IN_LIST = re.compile(
    r"[（(][^（()）。；]{0,12}[0-9０-９一二三四五六七八九十上下][月半季][^（()）。；]{0,6}[)）][、和及]"
)
_FIELD_IN_IT = re.compile(r"[:：【〔\[［〖]")
_A_SAYING = re.compile(r"牵头|负责|主办|承办|配合|协办")
_UNSURE = re.compile(
    r"(?:牵头|负责|主办|承办|配合|协办)(?:落实|实施|完成|推进)?$|^(?:责任|牵头|配合|主办|承办)(?:单位|科室|部门|股室|处室)"
)
_ASIDES = re.compile(r"含|不含|如|包括|其中|即|以下简称|注|简称|下同|详见|附")


class Placement(Enum):
    """Where a statement stands: in its sentence, behind the stop, alone on its line, before the words, or at the head
    of a sentence that goes on with what is to be done.
    """

    WITHIN = "within"
    BEHIND = "behind"
    ALONE = "alone"
    BEFORE = "before"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of the text that states duties; ``ends_line`` tells that no words follow on its line."""

    start: int
    end: int
    duties: Duties
    placement: Placement
    ends_line: bool


def find_statements(source: str, span: Span, year: int, *, lists: bool = False) -> list[Statement]:
    """List the statements of duties in a stretch of text, in order; none overlaps another.

    Args:
        source: the document.
        span: where to look.
        year: the plan's year, 0 if it has none.
        lists: units in round brackets before a stop are responsible (``lists_are_duties``).
    """
    found: list[Statement] = []
    start = span.start
    while start < span.end:
        end = source.find("\n", start, span.end)
        end = span.end if end < 0 else end
        found += _Line(source, start, end, span.end, year, lists=lists).statements()
        start = max(end, found[-1].end if found else 0) + 1
    return found


def joined_duties(statements: Iterable[Statement]) -> Duties:
    """Return what statements say together, the first before the others."""
    return reduce(Duties.joined, (statement.duties for statement in statements), Duties())


def lists_are_duties(source: str) -> bool:
    """Tell whether a document names who is responsible by units in round brackets and no more: …检查（基教科）。"""
    seen = 0
    for line in source.split("\n"):
        words = line.rstrip(_BLANKS + _STOPS)
        if words.endswith((")", "）")):
            start = max(words.rfind("（"), words.rfind("("))
            seen += start > 0 and is_mere_list(words[start + 1 : -1])
            if seen > 1:
                return True
    return False


def unsure_bracket(source: str, span: Span) -> Span | None:
    """Return a bracket at the end of some words that seems to name units, but does not say so."""
    end = span.start + len(source[span.start : span.end].rstrip(_BLANKS + _STOPS + "，,\n"))
    start = max(source.rfind(opener, span.start, end) for opener in OPENERS)
    line_start = source.rfind("\n", span.start, end) + 1
    if start < line_start or matched_brackets(source, start, end).get(start) != end - 1:
        return None
    content = source[start + 1 : end - 1].strip()
    doubtful = is_mere_list(content) or (len(content) <= 40 and _UNSURE.search(content) and not _ASIDES.match(content))
    return Span(start, end) if doubtful else None


def matched_brackets(source: str, start: int, end: int) -> dict[int, int]:
    """Map where the brackets of a line open to where they close, whatever the width; those not closed are left out."""
    closers: dict[int, int] = {}
    waiting: dict[str, list[int]] = {}
    for found in _A_BRACKET.finditer(source, start, end):
        index, c = found.start(), found[0]
        if c in OPENERS:
            waiting.setdefault(_ROUND.get(c) or _SQUARE[c], []).append(index)
        elif opened := waiting.get(_CLOSER.get(c, c)):
            opener = opened.pop()
            closers[opener] = index
            for others in waiting.values():  # what was opened since and never closed is a typing error
                while others and others[-1] > opener:
                    others.pop()
    return {opener: closer for opener, closer in closers.items() if closer - opener < _LONGEST}


class _Line:
    """One line of the text, or the part of it that is looked at."""

    def __init__(self, source: str, start: int, end: int, limit: int, year: int, *, lists: bool) -> None:
        self._source = source
        self._start = start
        self._end = end
        self._limit = limit  # a field without a value may have it on the next line
        self._year = year
        self._lists = lists
        self._begin = source.rfind("\n", 0, start) + 1
        numbering = _NUMBERING.match(source, self._begin, end)
        self._first = numbering.end() if numbering else self._begin
        self._words_end = start + len(source[start:end].rstrip(_BLANKS + _STOPS + "，,."))
        self._closers = matched_brackets(source, start, end)

    def statements(self) -> Iterator[Statement]:
        """Run through the statements of the line."""
        index = self._start
        while (found := _CANDIDATE.search(self._source, index, self._end)) is not None:
            start = found.start()
            if found[0] in _QUOTES and (closer := self._source.find(_QUOTES[found[0]], start, self._end)) > 0:
                index = closer + 1
                continue
            index, duties = self._statement_at(start)
            if duties is not None:
                yield Statement(start, index, duties, self._placement(start, index), index >= self._words_end)

    def _statement_at(self, index: int) -> tuple[int, Duties | None]:
        """Return where the statement at ``index`` ends and what it says, or how far may be skipped and None."""
        c = self._source[index]
        if c in OPENERS:
            closer = self._closers.get(index)
            if closer is not None and c in _SQUARE and (value := label_in_square(self._source, index)):
                end = self._end_of_fields(value)
                return end, read_statement(self._source[index:end], self._year)
            if closer is not None:
                return closer + 1, self._in_bracket(index, closer)
            begin = index + 1
        else:
            begin = index
        value = strong_label(self._source, begin)
        if value and value <= self._end and (value - begin > 3 or self._begins(index)):
            end = self._end_of_fields(value)
            return end, read_statement(self._source[begin:end], self._year)
        return self._saying(index) if begin == index and self._begins(index) else (index + 1, None)

    def _in_bracket(self, start: int, closer: int) -> Duties | None:
        content = self._source[start + 1 : closer]
        if content.startswith(("＊", "注")) or not content.strip():
            return None
        square = self._source[start] in _SQUARE
        ends = self._ends_words(closer + 1)
        begins = self._begins(start)
        bare = (square and (ends or begins)) or (begins and start > self._first and ends) or (self._lists and ends)
        bare = bare or (start == self._first and closer + 1 >= self._words_end)
        duties = read_statement(content, self._year, bare=bare)
        if duties is None or (is_mere_time(content) and (not ends or self._is_one_of_several(start))):
            return None
        return duties

    def _is_one_of_several(self, start: int) -> bool:
        """Tell whether a bracket with a time is the last of a list: 运动会（5月）、艺术展演（10月）."""
        since = max(self._source.rfind(stop, self._start, start) for stop in _STOPS)
        return _TIME_IN_LIST.search(self._source, max(since, self._start), start) is not None

    def _saying(self, index: int) -> tuple[int, Duties | None]:
        """Read a sentence that says who is responsible and nothing else."""
        match = _NEXT_WORDS.match(self._source, index, self._end)
        if not match or _FIELD_IN_IT.search(match[0]) or not _A_SAYING.search(match[0]):
            return index + 1, None
        if read_statement(match[0], self._year) is None:
            return self._opening_saying(index, match[0])
        end = self._end_of_fields(index)
        duties = read_statement(self._source[index:end], self._year)
        has_units = duties is not None and bool(duties.lead or duties.support)
        return (end, duties) if has_units else (index + 1, None)

    def _opening_saying(self, index: int, words: str) -> tuple[int, Duties | None]:
        """Read the clauses at the head of a sentence that say who does what follows: 由甲科牵头，乙科配合，…"""
        end = 0
        for comma in re.finditer("[，,]", words):
            clause = read_statement(words[end : comma.start()], self._year)
            if clause is None or not (clause.lead or clause.support):
                break
            end = comma.end()
        duties = read_statement(words[:end].rstrip("，,"), self._year) if end else None
        return (index + end, duties) if duties is not None and duties.lead else (index + 1, None)

    def _end_of_fields(self, value: int) -> int:
        """Return where the fields end whose first value begins at ``value``."""
        index = value
        if not self._source[value : self._end].strip(_BLANKS):
            return self._end_of_next_line(value)
        while index < min(self._end, value + _LONGEST_FIELDS):
            if index in self._closers:
                index = self._closers[index] + 1
                continue
            if self._source[index] in _STOPS and not self._goes_on(index + 1):
                return index
            index += 1
        return min(index, self._end)

    def _goes_on(self, index: int) -> bool:
        """Tell whether behind a stop a further field, more units or a time stand."""
        while index < self._end and self._source[index] in _BLANKS:
            index += 1
        if index == self._end or strong_label(self._source, index) or label_in_square(self._source, index):
            return True
        match = _NEXT_WORDS.match(self._source, index, self._end)
        return match is not None and read_statement(match[0], 0, bare=True) is not None

    def _end_of_next_line(self, value: int) -> int:
        following = self._source.find("\n", value, self._limit)
        if following < 0:
            return self._end
        end = self._source.find("\n", following + 1, self._limit)
        end = self._limit if end < 0 else end
        words = self._source[following + 1 : end].strip(_BLANKS)
        named = words and not strong_label(words, 0) and read_statement(words, 0, bare=True) is not None
        return end if named else self._end

    def _begins(self, index: int) -> bool:
        """Tell whether the place is the line's first, or stands behind a stop."""
        return index == self._first or self._is_behind_stop(index)

    def _is_behind_stop(self, index: int) -> bool:
        while index > self._begin and self._source[index - 1] in _BLANKS:
            index -= 1
        return index > self._begin and self._source[index - 1] in _STOPS + ".．"

    def _ends_words(self, index: int) -> bool:
        """Tell whether a bracket that ends at ``index`` stands at the end of a clause."""
        while index < self._end and self._source[index] in _BLANKS:
            index += 1
        return index >= self._end or self._source[index] in _STOPS + "，,." + OPENERS

    def _placement(self, start: int, end: int) -> Placement:
        if self._source[end - 1] in "，,":
            return Placement.HEAD
        if start <= self._first:
            return Placement.ALONE if end >= self._words_end else Placement.BEFORE
        return Placement.BEHIND if self._is_behind_stop(start) else Placement.WITHIN
