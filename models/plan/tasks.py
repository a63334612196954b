"""An item's body to its tasks: sentences cut into jobs, each with kind, targets, units responsible and deadline.

A task's kind, in this order: quantified if it has a target; milestone if one of its jobs ends with something that
exists or has taken place (制定, 成立, 召开); ongoing otherwise.

Duties stand in brackets, on lines or in sentences of their own; ``duty_scope`` says for which tasks. Those in the
item's title or in a table's row are for every task there that has none of its own. A deadline in the words of a task
goes before one that is stated for several.

What is no word of a task, and which sentences are none, is told by ``captions``.
"""

from bisect import bisect_left
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date

from models.core.vocabulary import TaskKind
from models.plan.captions import BULLETS, EDGE_MARKS, Captions
from models.plan.deadlines import (
    ambiguous_deadline,
    find_deadline,
    is_unread_due,
    leading_deadline,
    proposed_deadline,
    read_due,
)
from models.plan.duties import NO_DUTIES, Duties
from models.plan.duty_places import Statement, find_statements, joined_duties, lists_are_duties, unsure_bracket
from models.plan.duty_scope import DutyScopes
from models.plan.ids import TaskIds
from models.plan.indicators import Asked, NamedFigure, read_numbers
from models.plan.jobs import Job, split_jobs, topic_given_by
from models.plan.model import Doubt, DoubtKind, Indicator, Span, Task
from models.plan.numbered_duties import inherited_duties
from models.plan.sentences import Enclosures, sentences
from models.plan.structure import ItemText, Piece

_PER_TASK = 3  # doubts; who looks at one sees the others
_ABOUT_NUMBERS = frozenset({DoubtKind.NUMBER_MAY_BE_TARGET, DoubtKind.TARGET_UNCERTAIN})


@dataclass(frozen=True, slots=True)
class _Found:
    """A job with the sentence it stands in, the targets it names, and the numbers that may be more of them."""

    sentence: Span
    span: Span
    job: Job
    figures: list[NamedFigure]
    asked: list[Asked]


class TaskBuilder:
    """Builds the tasks of one document, item by item, in the order of the document; ``doubts`` grows meanwhile."""

    def __init__(
        self, source: str, enclosures: Enclosures, captions: Captions, *, document_number: str, year: int
    ) -> None:
        """Begin a document, whose sentences begin where ``captions`` says."""
        self._source = source
        self._enclosures = enclosures
        self._captions = captions
        self._year = year
        self._ids = TaskIds(document_number)
        self._lists = lists_are_duties(source)
        self.doubts: list[Doubt] = []

    def build(self, item: ItemText, in_part: Duties = NO_DUTIES) -> tuple[Task, ...]:
        """Return the tasks of an item; their spans tile its body, and ``in_part`` is said for all items of its part."""
        title = item.title_span if item.title_span.end <= item.body.start else None  # else it is work itself
        in_title = joined_duties(self.statements(title)).or_else(in_part)
        pieces = item.pieces or (Piece(item.body, item.body.end, Duties()),)
        return tuple(task for piece in pieces for task in self._build_piece(item, piece, in_title))

    def statements(self, span: Span | None) -> list[Statement]:
        """List what states duties in a stretch of the document, in order."""
        return find_statements(self._source, span, self._year, lists=self._lists) if span else []

    def _build_piece(self, item: ItemText, piece: Piece, in_title: Duties) -> Iterator[Task]:
        words = Span(piece.span.start, piece.words_end)
        brackets = self.statements(words)
        given = self._given(piece).or_else(in_title)
        start = words.start
        if brackets and brackets[0].start == self._captions.first_word(words) and brackets[0].end < piece.words_end:
            start = brackets[0].end  # before the first task
        if not any(map(str.isalnum, self._source[start : words.end])):
            start = words.start  # there is nothing but duties: a person has to say what they are for
        given_topic = topic_given_by(item.title)
        told = self._captions.joined(sentences(self._source, self._enclosures, Span(start, words.end)) or [words])
        scopes = DutyScopes(self._source, words, brackets, is_given=bool(given.lead or given.support))
        inherited = inherited_duties(self._source, told, brackets, self._year)
        found = [
            (each, above)
            for sentence, above in zip(told, inherited, strict=True)
            for each in self._jobs(sentence.span, given_topic, brackets)
        ]
        for index, (each, above) in enumerate(found):
            start = piece.span.start if index == 0 else each.span.start
            end = piece.span.end if index == len(found) - 1 else each.span.end
            stated = scopes.of(each.span, each.sentence)
            has_own = _first_behind(brackets, each.span.start) < _first_behind(brackets, each.sentence.end)
            duties = (stated.or_else(above) if has_own else above.or_else(stated)).or_else(given)
            yield self._task(item, each, Span(start, end), brackets, duties)

    def _given(self, piece: Piece) -> Duties:
        unread = piece.due_text if piece.due_text and is_unread_due(piece.due_text, self._year) else ""
        due = read_due(piece.due_text, self._year) if piece.due_text else None
        return Duties(piece.duties.lead, piece.duties.support, due, unread)

    def _jobs(self, sentence: Span, given_topic: Set[str], brackets: list[Statement]) -> Iterator[_Found]:
        # Without a deeper number (⒈) before it and duties behind it, which are no words of it.
        words = Span(self._behind_statements(sentence, brackets), self._last_word(sentence, brackets))
        named, asked = read_numbers(self._source, self._enclosures, words)
        starts = [each.figure.span.start for each in named]
        asks = [each.span.start for each in asked]
        jobs = split_jobs(self._source, self._enclosures, words, given_topic=given_topic, figures=starts)
        for index, job in enumerate(jobs):
            last = index == len(jobs) - 1
            span = Span(sentence.start if index == 0 else job.span.start, sentence.end if last else job.span.end)
            figures = named[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            inside = asked[bisect_left(asks, span.start) : bisect_left(asks, span.end)]
            yield _Found(sentence, span, job, figures, inside)

    def _task(self, item: ItemText, found: _Found, span: Span, brackets: list[Statement], duties: Duties) -> Task:
        text = self._wording(found.span, brackets)
        task_id = self._ids.next_id(item.number, item_title=item.title, wording=text)
        said = self._source[self._captions.first_word(found.sentence) : found.sentence.end]
        own_due = find_deadline(text, self._year) or leading_deadline(said, self._year)
        unread_due = "" if own_due else duties.unread_due
        due = own_due or duties.due
        self.doubts += _few(self._doubts(found, text, task_id, brackets, unread_due, due=due))
        return Task(
            id=task_id,
            text=text,
            span=span,
            kind=_kind_of(found),
            lead=duties.lead,
            support=duties.support,
            due=due,
            indicators=tuple(
                Indicator(
                    id=f"{task_id}/{position}",
                    name=each.name,
                    target=each.figure.value,
                    unit=each.figure.unit,
                    direction=each.figure.direction,
                    span=each.figure.span,
                    baseline=each.figure.baseline,
                    per=each.figure.per,
                )
                for position, each in enumerate(found.figures, start=1)
            ),
        )

    def _doubts(
        self,
        found: _Found,
        text: str,
        task_id: str,
        brackets: list[Statement],
        unread_due: str,
        *,
        due: date | None,
    ) -> Iterator[Doubt]:
        def doubt(kind: DoubtKind, span: Span, words: str = "", **told: str) -> Doubt:
            facts = tuple((name, fact) for name, fact in told.items() if fact)
            return Doubt(kind, span, words or self._source[span.start : span.end].strip(EDGE_MARKS), task_id, facts)

        for kind, span in found.job.doubts:
            yield doubt(kind, span)
        ambiguous = unread_due or ambiguous_deadline(text, self._year)
        if ambiguous:
            at = self._source.find(ambiguous, found.span.start)
            span = Span(at, at + len(ambiguous)) if at >= 0 else found.span
            likely = proposed_deadline(ambiguous, self._year) if due is None else None
            taken, proposed = (day.isoformat() if day else "" for day in (due, likely))
            yield doubt(DoubtKind.DEADLINE_AMBIGUOUS, span, ambiguous, taken=taken, proposed=proposed)
        for each in found.figures:
            if each.unsure:
                yield doubt(DoubtKind.TARGET_UNCERTAIN, each.figure.span, why=each.unsure)
        for one in found.asked:
            if not any(bracket.start <= one.span.start < bracket.end for bracket in brackets):
                yield doubt(DoubtKind.NUMBER_MAY_BE_TARGET, one.span, why=one.why)
        for bracket in brackets[_first_behind(brackets, found.span.start) : _first_behind(brackets, found.span.end)]:
            if bracket.duties.unread:
                yield doubt(DoubtKind.BRACKET_UNKNOWN, Span(bracket.start, bracket.end))
        unsure = unsure_bracket(self._source, Span(found.span.start, self._last_word(found.span, brackets)))
        if unsure:
            yield doubt(DoubtKind.BRACKET_UNKNOWN, unsure)

    def _wording(self, span: Span, brackets: list[Statement]) -> str:
        """Return a task's words on one line, without number, closing mark and duties."""
        pieces = []
        start = self._captions.first_word(span)
        for bracket in brackets[_first_behind(brackets, span.start) : _first_behind(brackets, span.end)]:
            pieces.append(self._source[start : bracket.start])
            start = max(start, bracket.end)
        pieces.append(self._source[start : span.end])
        text = "".join(piece.rstrip(EDGE_MARKS) for piece in pieces if piece.strip(EDGE_MARKS))
        text = "".join(line.strip() for line in text.split("\n"))
        text = text.rstrip(EDGE_MARKS + "：:").lstrip(EDGE_MARKS + BULLETS)
        return text or self._source[span.start : span.end].strip()

    def _behind_statements(self, sentence: Span, brackets: list[Statement]) -> int:
        start = self._captions.first_word(sentence)
        for bracket in brackets[_first_behind(brackets, start) :]:
            if bracket.start != start or bracket.end >= sentence.end:
                break
            start = bracket.end
        return start

    def _last_word(self, span: Span, brackets: list[Statement]) -> int:
        end = span.end
        for bracket in reversed(brackets[_first_behind(brackets, span.start + 1) : _first_behind(brackets, span.end)]):
            if self._source[bracket.end : end].strip(EDGE_MARKS):
                break
            end = bracket.start
        return end


def _few(doubts: Iterator[Doubt]) -> Iterator[Doubt]:
    """Keep the first few doubts of a task, but each one about a number: none is passed over in silence."""
    room = _PER_TASK
    for doubt in doubts:
        room -= doubt.kind not in _ABOUT_NUMBERS
        if doubt.kind in _ABOUT_NUMBERS or room >= 0:
            yield doubt


def _first_behind(brackets: list[Statement], offset: int) -> int:
    return bisect_left(brackets, offset, key=lambda bracket: bracket.start)


def _kind_of(found: _Found) -> TaskKind:
    if found.figures:
        return TaskKind.QUANTIFIED
    return TaskKind.MILESTONE if any(clause.finishes for clause in found.job.clauses) else TaskKind.ONGOING
