"""A later version of a document as the plan to go on with: nothing that was recorded or corrected is lost.

- A task that was reworded keeps the id it had, and each of its targets that goes on keeps its own, so that what is
  recorded on them stays with them.
- A task whose words did not change keeps a person's corrections: wording, kind, targets. Units and deadline are the
  later version's where it states any.
- What is gone is not in the plan; ``Comparison.of(Fate.GONE)`` lists it, for the workspace to retire.

>>> from models.plan.parse import parse_plan
>>> one = parse_plan("某局2024年工作要点\\n一、甲\\n1．抓安全。新建校车站点12个。召开会议。\\n")
>>> two = parse_plan("某局2024年工作要点\\n一、甲\\n1．抓安全。新建校车站点15个。召开会议。\\n")
>>> [a.id == b.id for a, b in zip(one.tasks, take_in(compare_plans(one, two)).tasks)]
[True, True]
"""

from dataclasses import replace

from models.plan.compare import Comparison, Fate, Pairing, compare_plans, pair_targets
from models.plan.editing import answered, map_tasks, with_targets
from models.plan.model import DoubtKind, Indicator, Plan, Span, Task

__all__ = ["compare_plans", "take_in"]


def take_in(comparison: Comparison) -> Plan:
    """Return the later version with what the earlier plan knew of its tasks."""
    pairing_of = {each.after.id: each for each in comparison.pairings if each.after}
    renamed = {name: each.before.id for name, each in pairing_of.items() if each.before and each.fate is Fate.REWORDED}
    plan = map_tasks(comparison.after, lambda task: (_continued(pairing_of[task.id]),))
    doubts = [replace(doubt, task_id=renamed.get(doubt.task_id, doubt.task_id)) for doubt in plan.doubts]
    plan = replace(plan, doubts=tuple(doubts))
    same = {name for name, each in pairing_of.items() if each.fate is Fate.SAME}
    settled = same - {doubt.task_id for doubt in comparison.before.doubts}
    return answered(plan, frozenset(DoubtKind), settled)


def _continued(pairing: Pairing) -> Task:
    before, after = pairing.before, pairing.after
    if after is None:
        raise ValueError("a task that is gone does not go on")
    if before is None:
        return after
    states_units = bool(after.lead or after.support)
    duties = {
        "lead": after.lead if states_units else before.lead,
        "support": after.support if states_units else before.support,
        "due": after.due or before.due,
    }
    if pairing.fate is Fate.SAME:
        shift = after.span.start - before.span.start
        indicators = tuple(_shifted(each, shift, after.span) for each in before.indicators)
        task = replace(after, text=before.text, kind=before.kind, indicators=indicators, **duties)  # type: ignore[arg-type]  # by name, of the fields' own types
        return with_targets(task, indicators)
    indicators = _with_known_ids(before, after)
    return replace(after, id=before.id, indicators=indicators, **duties)  # type: ignore[arg-type]  # by name, of the fields' own types


def _shifted(indicator: Indicator, shift: int, within: Span) -> Indicator:
    span = Span(indicator.span.start + shift, indicator.span.end + shift)
    inside = within.start <= span.start <= span.end <= within.end
    return replace(indicator, span=span if inside else Span(within.start, within.start))


def _with_known_ids(before: Task, after: Task) -> tuple[Indicator, ...]:
    """Return the later targets under the ids of the earlier ones they go on from; the others get free ones."""
    paired = [(one, other) for one, other in pair_targets(before, after) if other]
    taken = [int(one.id.rpartition("/")[2]) for one in before.indicators]
    number = max(taken, default=0)
    kept = []
    for one, other in paired:
        if one is None:
            number += 1
        kept.append(replace(other, id=one.id if one else f"{before.id}/{number}"))
    return tuple(kept)
