"""What a file holds beside its text, brought into the plan: at the end of its source, left over, each with a doubt.

So nothing is dropped in silence: a hidden row, a sheet without tasks, last year's table stand where a person sees them.
A hidden sheet is only named, for it may hold anything.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from models.plan.documents.blocks import Aside, Why
from models.plan.model import Doubt, DoubtKind, Plan, Span
from models.plan.transcript import Transcript

_FEW_WORDS = 8  # characters; a sheet with fewer holds nothing to miss
_HIDDEN = {Why.HIDDEN_SHEET, Why.HIDDEN_ROWS, Why.HIDDEN_COLUMNS, Why.UNCOMPUTED}
_OF_PAGES = {Why.PAGE_TABLE, Why.TEXT_TABLE, Why.COLUMNS}


def with_asides(plan: Plan, asides: Iterable[Aside], table: Transcript | None = None) -> Plan:
    """Return the plan with what stands beside it, and with what the table that it was read from leaves open."""
    source = plan.source
    left_over, doubts = [*plan.left_over], [*plan.doubts]
    if table is not None:
        left_over += table.notes
        doubts += _of_bare_targets(plan, table.bare_targets)
        doubts.sort(key=lambda doubt: doubt.span.start)
    for aside in asides:
        text = "\n".join(aside.lines)
        span = Span(len(source), len(source))
        if text:
            source += "" if source.endswith("\n") or not source else "\n"
            span = Span(len(source), len(source) + len(text))
            source += f"{text}\n"
            left_over.append(span)
        if aside.why is Why.KNOWN_TABLE or (aside.why is Why.OTHER_SHEET and sum(map(str.isalnum, text)) < _FEW_WORDS):
            continue
        doubts.append(
            Doubt(
                _kind(aside.why),
                span,
                aside.place if aside.why is Why.OTHER_TABLE else "".join(aside.lines[:1]) or aside.place,
                facts=(("why", aside.why.value), ("place", aside.place), ("sheet", aside.sheet)),
            )
        )
    left_over.sort(key=lambda span: span.start)
    return replace(plan, source=source, left_over=tuple(left_over), doubts=tuple(doubts))


def _of_bare_targets(plan: Plan, spans: Iterable[Span]) -> Iterator[Doubt]:
    """Ask about a number in a column of targets that says of what."""
    tasks = list(plan.tasks)
    starts = [task.span.start for task in tasks]
    asked = {doubt.task_id for doubt in plan.doubts if doubt.kind is DoubtKind.NUMBER_MAY_BE_TARGET}
    for span in spans:
        at = bisect_right(starts, span.start) - 1
        if at >= 0 and not tasks[at].indicators and tasks[at].id not in asked:
            words = plan.source[span.start : span.end]
            yield Doubt(DoubtKind.NUMBER_MAY_BE_TARGET, span, words, tasks[at].id)


def _kind(why: Why) -> DoubtKind:
    if why in _HIDDEN:
        return DoubtKind.HIDDEN_LEFT
    return DoubtKind.PAGE_UNCERTAIN if why in _OF_PAGES else DoubtKind.TABLE_LEFT
