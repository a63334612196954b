"""Duties and a deadline in a numbered line hold for what is numbered below it, the nearest first.

1．师德建设（责任科室：人事科） with （1） and （2） below it, or 10月底前完成3所村小围墙修缮： with a list. For a
sentence without a number only what announces it holds (1．师德建设（责任科室：人事科）。开展评选。表彰先进。).
"""

from bisect import bisect_left
from collections.abc import Sequence

from models.plan.captions import Sentence
from models.plan.deadlines import find_deadline
from models.plan.duties import Duties
from models.plan.duty_places import Statement
from models.plan.model import Span


def inherited_duties(
    source: str, sentences: Sequence[Sentence], statements: Sequence[Statement], year: int
) -> list[Duties]:
    """Return for each sentence what the numbered lines above it state; ``year`` is the plan's, or 0."""
    inherited = []
    above: list[tuple[float, Duties, bool]] = []
    for sentence in sentences:
        given = Duties()
        for head in sentence.heads:
            if head.level is not None:
                above = [each for each in above if each[0] < head.level]
            given = Duties()
            for _, duties, announces in reversed(above):
                if announces or head.level is not None:
                    given = given.or_else(duties)
            if head.level is not None and (duties := _stated_in(source, head.span, statements, year)):
                above.append((head.level, duties, head is not sentence.heads[-1]))
        inherited.append(given)
    return inherited


def _stated_in(source: str, span: Span, statements: Sequence[Statement], year: int) -> Duties:
    first = bisect_left(statements, span.start, key=lambda each: each.start)
    own = Duties(due=find_deadline(source[span.start : span.end], year))
    for statement in statements[first:]:
        if statement.start >= span.end:
            break
        own = own.or_else(statement.duties)
    return own
