"""Where the words of a sentence begin that become a task, and which sentences only announce the next one.

What stands before the words and is none of them: marks and bullets, a deeper number (1．, ①, 一是), and what names the
work before a colon or in 【】 (1．【强师工程】招聘…, 学前教育：新建…).

A sentence that only announces others is no task: the caption of a numbered paragraph, which is a demand without a deed
that has a sentence or a deeper list for itself behind it (1．加强师德建设。开展…), and what ends in a colon
(具体措施：). If it states a target or names a deed it stays one, for nobody else tells of it.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from models.plan.clauses import ORDINAL, Role, understand
from models.plan.deadlines import find_deadline
from models.plan.indicators import read_indicators
from models.plan.model import Span
from models.plan.sentences import Enclosures, without_duties
from models.plan.signs import COUNTING_OFF
from models.plan.titles import Titles

EDGE_MARKS = "*#。；，、！？;,!?.． \t\n\v\f\r\u00a0\u200b\u3000\ufeff"
BULLETS = "•·●○◆◇■□★☆▲△►▶➢✓√-—－–*"
_LONGEST_CAPTION = 20  # characters
_ANNOUNCES = re.compile(r"以下|如下|下列|具体|几个?方面|[一二三四五六七八九十]个?方面|主要")
# What a list of tasks asks for in each: 目标任务：新建…
_FIELD = re.compile(
    r"(?:(?:总体|工作|年度|主要|重点|具体|预期|建设|实施|任务)?(?:目标|任务|内容|措施|举措|做法|成效)(?:任务|要求|与措施)?|即)\s?[:：]\s*(?=\S)"
)
_ANY_YEAR = 2024  # whether a day is stated is asked, not which


def _is_mark(c: str) -> bool:
    """Tell whether a character is a mark or a bullet, of whatever font."""
    return c in BULLETS + EDGE_MARKS or unicodedata.category(c) in {"So", "Co"}


@dataclass(frozen=True, slots=True)
class Head:
    """What a sentence begins with: a stretch and the level of its number, if it has one."""

    span: Span
    level: float | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence from its first character to its last; ``heads`` are what announces it, and its own words last."""

    span: Span
    heads: tuple[Head, ...]


class Captions:
    """Knows the numbers of one document; ``joined`` notes which sentences became the beginning of another."""

    def __init__(
        self, source: str, enclosures: Enclosures, numbered: Mapping[int, int], levels: Mapping[int, int]
    ) -> None:
        """Begin a document.

        Args:
            source: its text.
            enclosures: its quotes and brackets.
            numbered: where a deeper number begins, and where its words do.
            levels: where a deeper number begins, and its level.
        """
        self._source = source
        self._enclosures = enclosures
        self._begins = dict(numbered)
        self._levels = levels
        self._titles = Titles(source, enclosures)

    def first_word(self, span: Span) -> int:
        """Return where the words of a sentence begin."""
        start = self._opening(span)
        begins_line = start == 0 or self._source[self._line_edge(start) - 1 : self._line_edge(start)] in {"", "\n"}
        numbered = self._begins.get(start)
        start = numbered or start
        words = start
        while numbered is None and begins_line and start < span.end and _is_mark(self._source[start]):
            start += 1
        ordinal = ORDINAL.match(self._source, start, span.end)
        start = ordinal.end() if ordinal else start
        if numbered or ordinal or start > words:
            start = self._titles.caption_end(Span(start, span.end))
        elif begins_line and (label := _FIELD.match(self._source, start, span.end)):
            start = label.end()
        return start if self._has_words(start, span.end) else self._opening(span)

    def joined(self, spans: list[Span]) -> list[Sentence]:
        """Join what only announces to the sentence that it announces."""
        joined: list[Sentence] = []
        heads: list[Head] = []
        for index, span in enumerate(spans):
            behind = spans[index + 1] if index + 1 < len(spans) else None
            if behind is not None and self._announces(span, behind):
                heads.append(Head(span, self._level_of(span, behind)))
                continue
            whole = Span(heads[0].span.start if heads else span.start, span.end)
            if heads:
                self._begins[self._opening(whole)] = self.first_word(span)
            joined.append(Sentence(whole, (*heads, Head(span, self._level_of(span, None)))))
            heads = []
        return joined

    def _level_of(self, span: Span, behind: Span | None) -> float | None:
        """Return the level of a sentence's number; what announces a list without one stands just above it."""
        level = self._levels.get(self._opening(span))
        if level is not None or behind is None:
            return level
        below = self._levels.get(self._opening(behind))
        return below - 0.5 if below is not None else None

    def _announces(self, span: Span, behind: Span) -> bool:
        start = self.first_word(span)
        words = without_duties(self._source, Span(start, span.end)).strip(EDGE_MARKS + "\n")
        has_colon = words.endswith(("：", ":"))
        has_list = self._has_list(span, behind)
        if not words or not (has_colon or has_list or self._has_sentence(span, behind)):
            return False
        clause = understand(words)
        names_work = clause.finishes if has_list else clause.role is Role.DEED
        if names_work and not (has_colon and _ANNOUNCES.search(words)):
            return False
        ends = self._source[start : span.end].rstrip()[-1:]
        is_long = len(words) > _LONGEST_CAPTION or any(mark in words for mark in "，,；：")
        if not has_colon and (is_long or ends in {"；", ";"}):
            return False
        return not (any(map(str.isdecimal, words)) or find_deadline(words, _ANY_YEAR) or self._states_target(span))

    def _has_list(self, span: Span, behind: Span) -> bool:
        """Tell whether what stands behind a numbered sentence is numbered below it."""
        level = self._levels.get(self._opening(span))
        below = self._levels.get(self._opening(behind))
        return level is not None and below is not None and below > level

    def _has_sentence(self, span: Span, behind: Span) -> bool:
        """Tell whether what stands behind a numbered sentence has no number, and so belongs to it."""
        opening, next_opening = self._opening(span), self._opening(behind)
        if opening not in self._begins and not COUNTING_OFF.match(self._source, opening):
            return False
        if next_opening in self._begins:
            return False
        is_ordinal = ORDINAL.match(self._source, opening) is not None
        return not is_ordinal or ORDINAL.match(self._source, next_opening) is None

    def _states_target(self, span: Span) -> bool:
        return bool(read_indicators(self._source, self._enclosures, span))

    def _opening(self, span: Span) -> int:
        start = span.start
        while start < span.end and self._source[start] in EDGE_MARKS:
            start += 1
        return start

    def _line_edge(self, start: int) -> int:
        while start > 0 and self._source[start - 1] in " \t\u3000":
            start -= 1
        return start

    def _has_words(self, start: int, end: int) -> bool:
        return any(map(str.isalnum, self._source[start:end]))
