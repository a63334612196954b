"""An item's body to its tasks: sentences cut into jobs, each with kind, targets, units responsible and deadline.

A task's kind, in this order: quantified if it has a target; milestone if one of its jobs ends with something that
exists or has taken place (制定, 成立, 召开); ongoing otherwise.

Duties stand in brackets or on lines of their own. At the end of a paragraph they speak for all tasks since the ones
before them; a bracket inside a paragraph for its own sentence; behind the stop, for what stands between it and the
bracket before; in the item's title, before the first task, or in a table's row, for every task there that has none of
its own. A deadline in the words of a task goes before one that is stated for several.

What is no word of a task, and which sentences are none, is told by ``captions``.
"""

from bisect import bisect_left
from collections.abc import Iterator, Set
from dataclasses import dataclass

from models.core.vocabulary import TaskKind
from models.plan.addressees import names_offices
from models.plan.captions import BULLETS, EDGE_MARKS, Captions
from models.plan.deadlines import ambiguous_deadline, find_deadline, is_unread_due, read_due
from models.plan.duties import Duties, read_duties
from models.plan.ids import TaskIds
from models.plan.indicators import Asked, NamedFigure, read_numbers
from models.plan.jobs import Job, split_jobs, topic_given_by
from models.plan.model import Doubt, DoubtKind, Indicator, Span, Task
from models.plan.sentences import Enclosures, begins_with_duties, duty_lines, sentences
from models.plan.structure import ItemText, Piece

_OPENERS = "（(【["
_LONGEST_BRACKET = 400  # characters; a longer one states no duties
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


@dataclass(frozen=True, slots=True)
class _Bracket:
    start: int
    end: int
    duties: Duties


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
        self.doubts: list[Doubt] = []

    def build(self, item: ItemText) -> tuple[Task, ...]:
        """Return the tasks of an item; their spans tile its body."""
        in_title = next((each.duties for each in self._brackets(item.title_span)), Duties())
        pieces = item.pieces or (Piece(item.body, item.body.end, Duties()),)
        return tuple(task for piece in pieces for task in self._build_piece(item, piece, in_title))

    def _build_piece(self, item: ItemText, piece: Piece, in_title: Duties) -> Iterator[Task]:
        words = Span(piece.span.start, piece.words_end)
        brackets = self._brackets(words)
        given = self._given(piece).or_else(in_title)
        start = words.start
        if brackets and brackets[0].start == self._captions.first_word(words) and brackets[0].end < piece.words_end:
            given = given.or_else(brackets[0].duties)  # before the first task
            start = brackets[0].end
        if not any(map(str.isalnum, self._source[start : words.end])):
            start = words.start  # there is nothing but duties: a person has to say what they are for
        given_topic = topic_given_by(item.title)
        spans = sentences(self._source, self._enclosures, Span(start, words.end)) or [words]
        spans = self._captions.joined(spans)
        stating = [bracket for bracket in brackets if bracket.duties]
        found = [each for sentence in spans for each in self._jobs(sentence, given_topic, brackets)]
        for index, each in enumerate(found):
            start = piece.span.start if index == 0 else each.span.start
            end = piece.span.end if index == len(found) - 1 else each.span.end
            yield self._task(item, each, Span(start, end), brackets, self._duties_of(each, stating).or_else(given))

    def _given(self, piece: Piece) -> Duties:
        unread = piece.due_text if piece.due_text and is_unread_due(piece.due_text, self._year) else ""
        due = read_due(piece.due_text, self._year) if piece.due_text else None
        return Duties(piece.duties.lead, piece.duties.support, due, unread)

    def _jobs(self, sentence: Span, given_topic: Set[str], brackets: list[_Bracket]) -> Iterator[_Found]:
        # Without a deeper number (⒈) before it and duties behind it, which are no words of it.
        words = Span(self._captions.first_word(sentence), self._last_word(sentence, brackets))
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

    def _task(self, item: ItemText, found: _Found, span: Span, brackets: list[_Bracket], duties: Duties) -> Task:
        text = self._wording(found.span, brackets)
        task_id = self._ids.next_id(item.number, item_title=item.title, wording=text)
        own_due = find_deadline(text, self._year)
        unread_due = "" if own_due else duties.unread_due
        self.doubts += _few(self._doubts(found, text, task_id, brackets, unread_due))
        return Task(
            id=task_id,
            text=text,
            span=span,
            kind=_kind_of(found),
            lead=duties.lead,
            support=duties.support,
            due=own_due or duties.due,
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
        self, found: _Found, text: str, task_id: str, brackets: list[_Bracket], unread_due: str
    ) -> Iterator[Doubt]:
        def doubt(kind: DoubtKind, span: Span, words: str = "", why: str = "") -> Doubt:
            facts = (("why", why),) if why else ()
            return Doubt(kind, span, words or self._source[span.start : span.end].strip(EDGE_MARKS), task_id, facts)

        for kind, span in found.job.doubts:
            yield doubt(kind, span)
        ambiguous = unread_due or ambiguous_deadline(text, self._year)
        if ambiguous:
            at = self._source.find(ambiguous, found.span.start)
            yield doubt(
                DoubtKind.DEADLINE_AMBIGUOUS, Span(at, at + len(ambiguous)) if at >= 0 else found.span, ambiguous
            )
        for each in found.figures:
            if each.unsure:
                yield doubt(DoubtKind.TARGET_UNCERTAIN, each.figure.span, why=each.unsure)
        for one in found.asked:
            if not any(bracket.start <= one.span.start < bracket.end for bracket in brackets):
                yield doubt(DoubtKind.NUMBER_MAY_BE_TARGET, one.span, why=one.why)
        unknown = self._unknown_bracket(found.span)
        if unknown:
            yield doubt(DoubtKind.BRACKET_UNKNOWN, unknown)

    def _unknown_bracket(self, span: Span) -> Span | None:
        """Return a bracket at the end of the words that lists offices without saying what they are to do."""
        end = span.start + len(self._source[span.start : span.end].rstrip(EDGE_MARKS))
        start = max(self._source.rfind(opener, span.start, end) for opener in "（(")
        if start < 0 or self._enclosures.partner(start) != end - 1:
            return None
        content = self._source[start + 1 : end - 1]
        return Span(start, end) if names_offices(content) and not read_duties(content, self._year) else None

    def _wording(self, span: Span, brackets: list[_Bracket]) -> str:
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

    def _last_word(self, span: Span, brackets: list[_Bracket]) -> int:
        end = span.end
        for bracket in reversed(brackets[_first_behind(brackets, span.start + 1) : _first_behind(brackets, span.end)]):
            if self._source[bracket.end : end].strip(EDGE_MARKS):
                break
            end = bracket.start
        return end

    def _brackets(self, span: Span) -> list[_Bracket]:
        """List the brackets and lines that state duties, in order; those of persons state none that is kept."""
        lines = [
            _Bracket(line.start, line.end, read_duties(self._source[line.start : line.end].strip(_OPENERS), self._year))
            for line in duty_lines(self._source, span)
            if self._enclosures.partner(line.start) is None  # a closed bracket on a line of its own is found below
        ]
        brackets = []
        index = span.start
        while index < span.end:
            inside = next((line for line in lines if line.start <= index < line.end), None) if lines else None
            if inside:
                index = inside.end
                continue
            closer = self._enclosures.partner(index) if self._source[index] in _OPENERS else None
            if closer is not None and closer < min(span.end, index + _LONGEST_BRACKET):
                duties = read_duties(self._source[index + 1 : closer], self._year)
                if duties or begins_with_duties(self._source[index : closer + 1]):
                    brackets.append(_Bracket(index, closer + 1, duties))
            index += 1
        return sorted((*brackets, *lines), key=lambda bracket: bracket.start)

    def _duties_of(self, found: _Found, brackets: list[_Bracket]) -> Duties:
        # The bracket that speaks for a job is the first one behind its beginning …
        first = _first_behind(brackets, found.span.start)
        if first == len(brackets):
            return Duties()
        bracket = brackets[first]
        in_sentence = found.sentence.start <= bracket.start < found.sentence.end
        # … but one inside a paragraph, before the stop, speaks for its own sentence only.
        speaks_backwards = self._ends_paragraph(bracket) or self._source[bracket.start - 1] in "。；.;"
        return bracket.duties if in_sentence or speaks_backwards else Duties()

    def _ends_paragraph(self, bracket: _Bracket) -> bool:
        index = bracket.end
        while index < len(self._source) and self._source[index] in EDGE_MARKS:
            if self._source[index] == "\n":
                return True
            index += 1
        return index == len(self._source)


def _few(doubts: Iterator[Doubt]) -> Iterator[Doubt]:
    """Keep the first few doubts of a task, but each one about a number: none is passed over in silence."""
    room = _PER_TASK
    for doubt in doubts:
        room -= doubt.kind not in _ABOUT_NUMBERS
        if doubt.kind in _ABOUT_NUMBERS or room >= 0:
            yield doubt


def _first_behind(brackets: list[_Bracket], offset: int) -> int:
    return bisect_left(brackets, offset, key=lambda bracket: bracket.start)


def _kind_of(found: _Found) -> TaskKind:
    if found.figures:
        return TaskKind.QUANTIFIED
    return TaskKind.MILESTONE if any(clause.finishes for clause in found.job.clauses) else TaskKind.ONGOING
