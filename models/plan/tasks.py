"""An item's body to its tasks: sentences cut into jobs, each with kind, targets, units responsible and deadline.

A task's kind, in this order: quantified if it has a target; milestone if one of its jobs ends with something that
exists or has taken place (制定, 成立, 召开); ongoing otherwise.

A bracket with duties at the end of a paragraph speaks for all tasks since the bracket before it; one inside a paragraph
for its own sentence; behind the stop, for what stands between it and the bracket before; one in the item's title for
every task that has none of its own.
"""

from bisect import bisect_left
from collections.abc import Set
from dataclasses import dataclass

from models.core.vocabulary import TaskKind
from models.plan.clauses import Clause
from models.plan.deadlines import find_deadline
from models.plan.duties import Duties, read_duties
from models.plan.ids import TaskIds
from models.plan.indicators import NamedFigure, read_indicators
from models.plan.jobs import split_jobs, topic_given_by
from models.plan.model import Indicator, Span, Task
from models.plan.sentences import Enclosures, sentences
from models.plan.structure import ItemText

_EDGE_MARKS = "。；，、！？;,!?. \t\n\v\f\r\u00a0\u200b\u3000\ufeff"
_BULLETS = "•·●○◆◇■□★☆▲△-—－*"
_OPENERS = "（(【["
_LONGEST_BRACKET = 400  # characters; a longer one states no duties


@dataclass(frozen=True, slots=True)
class _Job:
    sentence: Span
    span: Span
    clauses: list[Clause]
    figures: list[NamedFigure]


@dataclass(frozen=True, slots=True)
class _Bracket:
    start: int
    end: int
    duties: Duties


class TaskBuilder:
    """Builds the tasks of one document, item by item, in the order of the document."""

    def __init__(
        self, source: str, enclosures: Enclosures, *, numbered: dict[int, int], document_number: str, year: int
    ) -> None:
        """Begin a document; ``numbered`` maps where a deeper number begins to where its words begin."""
        self._source = source
        self._enclosures = enclosures
        self._numbered = numbered
        self._year = year
        self._ids = TaskIds(document_number)

    def build(self, item: ItemText) -> tuple[Task, ...]:
        """Return the tasks of an item; their spans tile its body."""
        given_topic = topic_given_by(item.title)
        spans = sentences(self._source, self._enclosures, item.body)
        jobs = [job for sentence in spans for job in self._jobs(sentence, given_topic)]
        brackets = self._brackets(item.body)
        in_title = next((each.duties for each in self._brackets(item.title_span)), Duties())
        return tuple(self._task(item, job, brackets, in_title) for job in jobs)

    def _jobs(self, sentence: Span, given_topic: Set[str]) -> list[_Job]:
        words = Span(self._first_word(sentence), sentence.end)  # without a deeper number (⒈), which is no word
        named = read_indicators(self._source, self._enclosures, words)
        starts = [each.figure.span.start for each in named]
        (first, first_parts), *others = split_jobs(
            self._source, self._enclosures, words, given_topic=given_topic, figures=starts
        )
        jobs = [(Span(sentence.start, first.end), first_parts), *others]
        return [
            _Job(sentence, span, parts, named[bisect_left(starts, span.start) : bisect_left(starts, span.end)])
            for span, parts in jobs
        ]

    def _task(self, item: ItemText, job: _Job, brackets: list[_Bracket], in_title: Duties) -> Task:
        text = self._wording(job.span, brackets)
        duties = self._duties_of(job, brackets) or in_title
        task_id = self._ids.next_id(item.number, item_title=item.title, wording=text)
        return Task(
            id=task_id,
            text=text,
            span=job.span,
            kind=_kind_of(job),
            lead=duties.lead,
            support=duties.support,
            due=duties.due or find_deadline(text, self._year),
            indicators=tuple(
                Indicator(
                    id=f"{task_id}/{position}",
                    name=each.name,
                    target=each.figure.value,
                    unit=each.figure.unit,
                    direction=each.figure.direction,
                    span=each.figure.span,
                )
                for position, each in enumerate(job.figures, start=1)
            ),
        )

    def _wording(self, span: Span, brackets: list[_Bracket]) -> str:
        """Return a task's words on one line, without number, closing mark and duties."""
        pieces = []
        start = self._first_word(span)
        for bracket in brackets[_first_behind(brackets, span.start) : _first_behind(brackets, span.end)]:
            pieces.append(self._source[start : bracket.start])
            start = bracket.end
        pieces.append(self._source[start : span.end])
        text = "".join(piece.rstrip(_EDGE_MARKS) for piece in pieces if piece.strip(_EDGE_MARKS))
        text = "".join(line.strip() for line in text.split("\n"))
        return text.lstrip(_EDGE_MARKS + _BULLETS) or self._source[span.start : span.end].strip()

    def _first_word(self, span: Span) -> int:
        start = span.start
        while start < span.end and self._source[start] in _EDGE_MARKS:
            start += 1
        return self._numbered.get(start, start)

    def _brackets(self, span: Span) -> list[_Bracket]:
        brackets = []
        for index in range(span.start, span.end):
            closer = self._enclosures.partner(index) if self._source[index] in _OPENERS else None
            if closer is None or closer >= min(span.end, index + _LONGEST_BRACKET):
                continue
            duties = read_duties(self._source[index + 1 : closer], self._year)
            if duties:
                brackets.append(_Bracket(index, closer + 1, duties))
        return brackets

    def _duties_of(self, job: _Job, brackets: list[_Bracket]) -> Duties:
        # The bracket that speaks for a job is the first one behind its beginning …
        found = _first_behind(brackets, job.span.start)
        if found == len(brackets):
            return Duties()
        bracket = brackets[found]
        in_sentence = job.sentence.start <= bracket.start < job.sentence.end
        # … but one inside a paragraph, before the stop, speaks for its own sentence only.
        speaks_backwards = self._ends_paragraph(bracket) or self._source[bracket.start - 1] in "。；.;"
        return bracket.duties if in_sentence or speaks_backwards else Duties()

    def _ends_paragraph(self, bracket: _Bracket) -> bool:
        index = bracket.end
        while index < len(self._source) and self._source[index] in _EDGE_MARKS:
            if self._source[index] == "\n":
                return True
            index += 1
        return index == len(self._source)


def _first_behind(brackets: list[_Bracket], offset: int) -> int:
    return bisect_left(brackets, offset, key=lambda bracket: bracket.start)


def _kind_of(job: _Job) -> TaskKind:
    if job.figures:
        return TaskKind.QUANTIFIED
    return TaskKind.MILESTONE if any(clause.finishes for clause in job.clauses) else TaskKind.ONGOING
