"""What the parser is not sure of, gathered from all its steps and put in the order of the document.

A doubt is worth a person's glance, so there are few: each kind is raised only where a clerk who knows the rules would
hesitate too. What concerns one task is found where tasks are made (``tasks``); here are those of the whole.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from models.core.numbers import chinese_numeral
from models.plan.indicators import read_indicators
from models.plan.model import Doubt, DoubtKind, Plan, Span
from models.plan.outline import Gap
from models.plan.sections import TAIL
from models.plan.sentences import Enclosures
from models.plan.signs import CHINESE_SIGNS, kind_of
from models.plan.structure import Structure

_SENTENCE = 16  # characters of what may be a task
_FEW_WORDS = 8  # characters; what is shorter is a mark or a leftover number


def collect_doubts(plan: Plan, structure: Structure, of_tasks: Sequence[Doubt]) -> Plan:
    """Return the plan with its doubts."""
    doubts = list(of_tasks)
    if not plan.year:
        doubts.append(Doubt(DoubtKind.YEAR_MISSING, Span(0, 0)))
    doubts += [_of_gap(plan, gap) for gap in structure.gaps]
    doubts += _of_left_over(plan, structure.left_over)
    return replace(plan, doubts=tuple(sorted(doubts, key=lambda doubt: (doubt.span.start, doubt.kind))))


def sentences_outside(source: str, spans: Iterable[Span]) -> Iterator[Doubt]:
    """Run through the sentences around the plan that are no field of it: no attachment, no copy, no page's line."""
    for span in spans:
        text = source[span.start : span.end]
        if sum(map(str.isalnum, text)) >= _SENTENCE and "。" in text and not TAIL.match(text):
            yield Doubt(DoubtKind.LEFT_OVER, span, text.strip())


def figures_outside(source: str, enclosures: Enclosures, spans: Iterable[Span]) -> Iterator[Doubt]:
    """Run through the targets that stand in titles of parts and in the preamble, where no task is made of them."""
    for span in spans:
        for each in read_indicators(source, enclosures, span):
            at = each.figure.span
            yield Doubt(DoubtKind.NUMBER_MAY_BE_TARGET, at, source[at.start : at.end])


def _of_gap(plan: Plan, gap: Gap) -> Doubt:
    heading = gap.heading
    span = Span(heading.start, heading.end)
    text = plan.source[span.start : min(span.end, span.start + 40)]
    if not gap.missing:
        return Doubt(DoubtKind.NUMBER_REPEATED, span, text, facts=(("number", str(heading.number)),))
    write = chinese_numeral if kind_of(heading.sign) in CHINESE_SIGNS and heading.number < 100 else str
    return Doubt(DoubtKind.NUMBERS_MISSING, span, text, facts=(("missing", "、".join(map(write, gap.missing))),))


def _of_left_over(plan: Plan, spans: Iterable[Span]) -> Iterator[Doubt]:
    for span in spans:
        text = plan.source[span.start : span.end].strip()
        if sum(map(str.isalnum, text)) >= _FEW_WORDS:
            yield Doubt(DoubtKind.LEFT_OVER, span, text)
