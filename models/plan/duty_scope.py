"""For which tasks a statement of duties speaks, by where it stands.

GB/T 15834-2011 (annex A) tells two kinds of brackets: one before the stop belongs to its sentence, one behind it to the
passage. Bureaus keep to that in the middle of a paragraph; at its end they write either and mean all of it. So:

1. In a sentence: for its jobs up to there, back to the statement before. If it stands at the end of a paragraph in
   which no other sentence has one, it names units for the whole paragraph, unless a title or a line names those for
   all; a mere time stays with its sentence.
2. Behind a stop: for the paragraph, back to the statement behind a stop before it.
3. The only one of an item, at the item's end: for the whole item, whatever its paragraphs.
4. Alone on its line: for all above it, back to the line of its kind before; where the first such line stands before
   all words and none behind them, each is a heading for what follows it.
5. Before the words on their line: for the line; the only one of an item, at its beginning: for the item. At the head
   of a sentence (由甲科牵头，…): for the sentence.

What a job says nearest goes before; what that leaves open (the time, the lead) is taken from farther away.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from models.plan.duties import Duties
from models.plan.duty_places import Placement, Statement
from models.plan.model import Span

_BETWEEN = " \t\n\v\f\r\u00a0\u200b\u3000\ufeff。；;，,.、"


@dataclass(slots=True)
class _Level:
    """Statements of one reach: stretches that do not overlap, and what is said for each."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    said: list[Duties] = field(default_factory=list)

    def add(self, start: int, end: int, duties: Duties) -> None:
        if start < end:
            self.starts.append(start)
            self.ends.append(end)
            self.said.append(duties)

    def at(self, offset: int) -> Duties:
        index = bisect_right(self.starts, offset) - 1
        return self.said[index] if index >= 0 and offset < self.ends[index] else Duties()


class DutyScopes:
    """The duties of each job in a stretch of text, by the statements in it."""

    def __init__(self, source: str, span: Span, statements: Sequence[Statement], *, is_given: bool = False) -> None:
        """Work out how far each statement speaks.

        Args:
            source: the document.
            span: the item, or the stretch of it that has duties of its own.
            statements: those in ``span``, in order.
            is_given: units are named for the whole stretch from outside, so that one in a sentence is an exception.
        """
        self._source = source
        self._groups = _joined(source, statements)
        if self._groups and not self._has_words(span.start, self._groups[0].start):
            first = self._groups[0]  # behind the title, on its line
            placement = Placement.ALONE if first.ends_line else Placement.BEFORE
            self._groups[0] = replace(first, placement=placement)
        self._starts = [group.start for group in self._groups]
        self._paragraph = _Level()
        self._lines = _Level()
        self._whole = _Level()
        self._is_given = is_given or any(
            group.placement is Placement.ALONE and group.duties.lead for group in self._groups
        )
        self._add_paragraphs(span)
        self._add_lines(span)
        self._add_whole(span)

    def of(self, job: Span, sentence: Span) -> Duties:
        """Return the duties of a job in its sentence; blanks and statements behind the stop belong to the sentence."""
        own = Duties()
        near = self._groups[bisect_left(self._starts, job.start) : bisect_left(self._starts, sentence.end)]
        said = [group for group in near if group.placement in {Placement.WITHIN, Placement.BEHIND}]
        inside = [group for group in said if group.start < job.end]
        for group in inside or [each for each in said[:1] if self._reaches_back(each, sentence)]:
            own = own.or_else(group.duties)
        for level in (self._paragraph, self._lines, self._whole):
            own = own.or_else(level.at(self._first_word(job)))
        return own

    def _reaches_back(self, group: Statement, sentence: Span) -> bool:
        """Tell whether a statement behind a job in its sentence speaks for it: a time inside it (5月) does not."""
        names_units = bool(group.duties.lead or group.duties.support)
        return names_units or not self._has_words(group.end, sentence.end)

    def _add_paragraphs(self, span: Span) -> None:
        line = since = -1
        other_named = False  # whether an earlier sentence of the line has units of its own
        for group in self._groups:
            start = max(span.start, self._source.rfind("\n", 0, group.start) + 1)
            if start != line:
                line = since = start
                other_named = False
            named = bool(group.duties.lead or group.duties.support)
            if group.placement is Placement.BEHIND or (
                group.placement is Placement.WITHIN
                and group.ends_line
                and named
                and not other_named
                and not self._is_given
            ):
                self._paragraph.add(since, group.start, group.duties)
            elif group.placement is Placement.BEFORE:
                end = self._source.find("\n", group.end, span.end)
                self._paragraph.add(start, span.end if end < 0 else end, group.duties)
            elif group.placement is Placement.HEAD:
                stop = self._source.find("。", group.end, span.end)
                self._paragraph.add(group.start, span.end if stop < 0 else stop, group.duties)
            if group.placement is Placement.BEHIND:
                since = group.end
            other_named = other_named or (group.placement is Placement.WITHIN and named)

    def _add_lines(self, span: Span) -> None:
        lines = [group for group in self._groups if group.placement is Placement.ALONE]
        if not lines:
            return
        if len(lines) == len(self._groups) == 1 and not self._has_words(lines[0].end, span.end):
            span_before = Span(span.start, lines[0].start)
            if not self._has_words(span_before.start, span_before.end):
                self._whole.add(span.start, span.end, lines[0].duties)  # there is nothing else
        first_is_before = not self._has_words(span.start, lines[0].start)
        if first_is_before and self._has_words(lines[-1].end, span.end):
            ends = [*(line.start for line in lines[1:]), span.end]
            for line, end in zip(lines, ends, strict=True):
                self._lines.add(line.end, end, line.duties)
            return
        since = span.start
        if first_is_before and len(lines) > 1:
            self._whole.add(lines[0].end, span.end, lines[0].duties)
            since, lines = lines[0].end, lines[1:]
        for line in lines:
            self._lines.add(since, line.start, line.duties)
            since = line.end

    def _add_whole(self, span: Span) -> None:
        with_units = [group for group in self._groups if group.duties.lead or group.duties.support]
        if len(with_units) != 1 or self._whole.starts or self._is_given:
            return
        (only,) = with_units
        at_end = only.ends_line and not self._has_words(only.end, span.end)
        at_start = only.placement is Placement.BEFORE and not self._has_words(span.start, only.start)
        if (at_end and only.placement is not Placement.ALONE) or at_start:
            self._whole.add(span.start, span.end, only.duties)

    def _first_word(self, job: Span) -> int:
        return next((index for index in range(job.start, job.end) if self._source[index].isalnum()), job.start)

    def _has_words(self, start: int, end: int) -> bool:
        return any(map(str.isalnum, self._source[start:end]))


def _joined(source: str, statements: Sequence[Statement]) -> list[Statement]:
    """Put statements together that stand side by side: （牵头单位：甲科）（配合单位：乙科）, a line for each field."""
    groups: list[Statement] = []
    for statement in statements:
        before = groups[-1] if groups else None
        if before and not source[before.end : statement.start].strip(_BETWEEN) and _belong_together(before, statement):
            together = before.duties.joined(statement.duties)
            groups[-1] = replace(before, end=statement.end, duties=together, ends_line=statement.ends_line)
        else:
            groups.append(statement)
    return groups


def _belong_together(before: Statement, statement: Statement) -> bool:
    if Placement.HEAD in {before.placement, statement.placement}:
        return False
    if before.placement is Placement.WITHIN:
        return statement.placement is Placement.WITHIN
    return statement.placement is not Placement.WITHIN or before.placement is Placement.BEFORE
