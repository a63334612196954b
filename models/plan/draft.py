"""A plan that a person puts right: merge, split, reword, add, delete, and what else a review asks for.

A ``PlanDraft`` never changes; each operation returns a new one, so undo is keeping the older draft. What it holds is a
valid ``Plan`` at every moment. What names something that is not there, a task or a place, is refused as ``NotInPlan``.
The promises, kept by a test that applies random operations:

1. The id of a task that an operation does not touch never changes; nor do the ids of its indicators.
2. A task that is reworded, moved or given other facts keeps its id; of merged or split ones the first keeps it.
3. Each character of the source that was in a task or left over is afterwards in exactly one task or left over.
4. A task with a target is quantified, and only such a one is.
5. Parts, items and tasks that an operation does not touch are the same objects afterwards, not equal ones.

>>> from models.plan.parse import parse_plan
>>> draft = PlanDraft(parse_plan("某局2024年工作要点\\n一、抓安全\\n1．管好校车。加强值守，约谈司机。召开会议。\\n"))
>>> [task.text for task in draft.plan.tasks]
['加强值守', '约谈司机', '召开会议']
>>> [task.text for task in draft.merge([task.id for task in draft.plan.tasks][:2]).plan.tasks]
['加强值守，约谈司机', '召开会议']
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypedDict, Unpack

from models.core.errors import UserError
from models.core.numbers import checked_amount
from models.core.texts import clean_name
from models.core.vocabulary import Direction, Per, TaskKind
from models.plan import editing, extent
from models.plan.editing import NotInPlan, Place, WordingMissing
from models.plan.extent import NothingToSplit, NotNeighbours
from models.plan.jobs import kind_of_wording
from models.plan.model import Doubt, DoubtKind, Indicator, Item, Part, Plan, Span, Task
from models.plan.waiting_deadlines import read_waiting

__all__ = [
    "HeadFacts",
    "IndicatorFacts",
    "ItemNotEmpty",
    "KindContradictsTargets",
    "NotInPlan",
    "NotNeighbours",
    "NothingToSplit",
    "Place",
    "PlanDraft",
    "WordingMissing",
]

_ABOUT_TARGETS = frozenset({DoubtKind.NUMBER_MAY_BE_TARGET, DoubtKind.TARGET_UNCERTAIN})
_ABOUT_UNITS = frozenset({DoubtKind.BRACKET_UNKNOWN})
_ABOUT_DEADLINE = frozenset({DoubtKind.DEADLINE_AMBIGUOUS})


@dataclass(eq=False)
class KindContradictsTargets(UserError):
    """A task with a target is quantified, and only such a one: the target has to be added or taken away first."""

    text: str


@dataclass(eq=False)
class ItemNotEmpty(UserError):
    """An item can be deleted only when its tasks are gone."""

    title: str


class IndicatorFacts(TypedDict, total=False):
    """What can be changed of an indicator."""

    name: str
    target: Decimal
    unit: str
    direction: Direction
    baseline: Decimal | None
    per: Per | None


class HeadFacts(TypedDict, total=False):
    """What can be changed of a plan's head."""

    title: str
    document_number: str
    issuer: str
    issued_on: date | None
    year: int


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """A plan under review; ``plan`` is how it stands."""

    plan: Plan

    @classmethod
    def blank(cls, *, title: str, year: int) -> "PlanDraft":
        """Begin a plan that is typed by hand: one part with one item, and no task yet."""
        part = Part(1, "", (Item(1, editing.required("title", title), Span(0, 0), ()),))
        return cls(Plan(editing.required("title", title), "", "", None, (), "", (part,), "", year))

    def to_plan(self) -> Plan:
        """Return the plan as it stands."""
        return self.plan

    @property
    def open_doubts(self) -> tuple[Doubt, ...]:
        """The doubts that nobody has answered yet."""
        return self.plan.doubts

    def settle(self, doubt: Doubt) -> "PlanDraft":
        """Answer a doubt: what the parser made of it stays as it is."""
        return PlanDraft(replace(self.plan, doubts=tuple(each for each in self.plan.doubts if each != doubt)))

    def task(self, task_id: str) -> Task:
        """Return a task."""
        return editing.task_at(self.plan, self.place_of(task_id))

    def place_of(self, task_id: str) -> Place:
        """Return where a task stands."""
        return editing.place_of(self.plan, task_id)

    def merge(self, task_ids: Sequence[str]) -> "PlanDraft":
        """Make one task of several that stand side by side in the document; a task added by hand goes with any.

        Raises:
            NotNeighbours: other words that are in use stand between them.
        """
        return PlanDraft(extent.merge_tasks(self.plan, task_ids))

    def split(self, task_id: str, offset: int) -> "PlanDraft":
        """Cut a task in two where the cursor stands in its ``text``; each half keeps the targets whose words it has.

        Raises:
            NothingToSplit: there are no words on one side.
        """
        return PlanDraft(extent.split_task(self.plan, task_id, offset))

    def text_offset(self, task_id: str, source_offset: int) -> int:
        """Return which place in a task's ``text`` a place in the document is, to split it where somebody clicked."""
        return extent.text_offset(self.plan, self.task(task_id), source_offset)

    def reword(self, task_id: str, text: str) -> "PlanDraft":
        """Give a task other words; the original wording stays attached by its span.

        Raises:
            WordingMissing: they are blank.
        """
        words = editing.required("task", text)
        return self._change(task_id, lambda task: replace(task, text=words), _ABOUT_UNITS)

    def set_kind(self, task_id: str, kind: TaskKind) -> "PlanDraft":
        """Make a task a milestone or an ongoing one; a quantified one is made by adding a target.

        Raises:
            KindContradictsTargets: it has a target and would not be quantified, or the other way round.
        """
        task = self.task(task_id)
        if (kind is TaskKind.QUANTIFIED) != bool(task.indicators):
            raise KindContradictsTargets(task.text)
        return self._change(task_id, lambda each: replace(each, kind=kind))

    def set_lead(self, task_id: str, units: Sequence[str]) -> "PlanDraft":
        """Say which units lead."""
        return self._change(task_id, lambda task: replace(task, lead=editing.names(units)), _ABOUT_UNITS)

    def set_support(self, task_id: str, units: Sequence[str]) -> "PlanDraft":
        """Say which units support."""
        return self._change(task_id, lambda task: replace(task, support=editing.names(units)), _ABOUT_UNITS)

    def set_due(self, task_id: str, due: date | None) -> "PlanDraft":
        """Give a task its last day, or none."""
        return self._change(task_id, lambda task: replace(task, due=due), _ABOUT_DEADLINE)

    def add_indicator(
        self,
        task_id: str,
        *,
        name: str,
        target: Decimal,
        unit: str,
        direction: Direction,
        baseline: Decimal | None = None,
        per: Per | None = None,
    ) -> "PlanDraft":
        """Give a task one more target, for the year.

        Raises:
            WordingMissing: the name is blank.
            NotANumber: the target is no amount that can be kept.
        """
        task = self.task(task_id)
        added = Indicator(
            id=editing.next_indicator_id(task_id, task.indicators),
            name=editing.required("indicator", name),
            target=checked_amount(target),
            unit=clean_name(unit),
            direction=direction,
            span=Span(task.span.start, task.span.start),
            baseline=baseline,
            per=per,
        )
        return self._with_targets(task, (*task.indicators, added))

    def change_indicator(self, indicator_id: str, **facts: Unpack[IndicatorFacts]) -> "PlanDraft":
        """Change the named facts of a target.

        Raises:
            WordingMissing: the name is blank.
            NotANumber: the target is no amount that can be kept.
        """
        if "name" in facts:
            facts["name"] = editing.required("indicator", facts["name"])
        if "target" in facts:
            facts["target"] = checked_amount(facts["target"])
        if "unit" in facts:
            facts["unit"] = clean_name(facts["unit"])
        task = self._task_with_indicator(indicator_id)
        changed = (replace(each, **facts) if each.id == indicator_id else each for each in task.indicators)
        return self._with_targets(task, tuple(changed))

    def remove_indicator(self, indicator_id: str) -> "PlanDraft":
        """Take a target away; a task without any is a milestone or ongoing, as its words say."""
        task = self._task_with_indicator(indicator_id)
        return self._with_targets(task, tuple(each for each in task.indicators if each.id != indicator_id))

    def add_task(self, place: Place, text: str) -> "PlanDraft":
        """Put a task that the document does not state at a place of an item.

        Raises:
            WordingMissing: it has no words.
        """
        words = editing.required("task", text)
        end = editing.item_at(self.plan, place).span.end
        task_id = editing.new_id(self.plan, place, words)
        task = Task(task_id, words, Span(end, end), kind_of_wording(words), (), (), None, ())
        return PlanDraft(editing.insert_task(self.plan, place, task))

    def delete(self, task_id: str) -> "PlanDraft":
        """Take a task out; its words are left over."""
        return PlanDraft(editing.without_task(self.plan, task_id))

    def move(self, task_id: str, place: Place) -> "PlanDraft":
        """Put a task elsewhere; ``place.position`` is counted without it."""
        at = self.place_of(task_id)
        task = editing.task_at(self.plan, at)
        return PlanDraft(editing.insert_task(editing.with_tasks(self.plan, {at: ()}), place, task))

    def set_head(self, **facts: Unpack[HeadFacts]) -> "PlanDraft":
        """Change the named facts of the head; deadlines that were waiting for a year are read then.

        Raises:
            WordingMissing: the title is blank.
        """
        if "title" in facts:
            facts["title"] = editing.required("title", facts["title"])
        plan = replace(self.plan, **facts)
        return PlanDraft(read_waiting(plan) if plan.year and not self.plan.year else plan)

    def add_part(self, title: str) -> "PlanDraft":
        """Put an empty part behind the others."""
        number = max((part.number for part in self.plan.parts), default=0) + 1
        part = Part(number, editing.required("title", title), ())
        return PlanDraft(replace(self.plan, parts=(*self.plan.parts, part)))

    def add_item(self, part: int, title: str) -> "PlanDraft":
        """Put an empty item at the end of a part."""
        items = editing.part_at(self.plan, part).items
        number = max((item.number for item in items or tuple(self.plan.items)), default=0) + 1
        end = items[-1].span.end if items else len(self.plan.source)
        item = Item(number, editing.required("title", title), Span(end, end), ())
        return PlanDraft(editing.with_items(self.plan, part, (*items, item)))

    def retitle_part(self, part: int, title: str) -> "PlanDraft":
        """Give a part another title."""
        parts = list(self.plan.parts)
        parts[part] = replace(editing.part_at(self.plan, part), title=editing.required("title", title))
        return PlanDraft(replace(self.plan, parts=tuple(parts)))

    def retitle_item(self, part: int, item: int, title: str) -> "PlanDraft":
        """Give an item another title; the ids of its tasks stay."""
        named = replace(editing.item_in(self.plan, part, item), title=editing.required("title", title))
        return PlanDraft(editing.with_item(self.plan, part, item, named))

    def delete_item(self, part: int, item: int) -> "PlanDraft":
        """Take out an item whose tasks are gone; the words of its title are left over.

        Raises:
            ItemNotEmpty: it still has tasks.
        """
        empty = editing.item_in(self.plan, part, item)
        if empty.tasks:
            raise ItemNotEmpty(empty.title)
        items = self.plan.parts[part].items
        plan = editing.leave_over(self.plan, editing.unused_in(self.plan, empty.span))
        return PlanDraft(editing.with_items(plan, part, (*items[:item], *items[item + 1 :])))

    def _task_with_indicator(self, indicator_id: str) -> Task:
        for task in self.plan.tasks:
            if any(each.id == indicator_id for each in task.indicators):
                return task
        raise NotInPlan("indicator")

    def _with_targets(self, task: Task, indicators: tuple[Indicator, ...]) -> "PlanDraft":
        return self._change(task.id, lambda each: editing.with_targets(each, indicators), _ABOUT_TARGETS)

    def _change(
        self, task_id: str, change: Callable[[Task], Task], settles: Collection[DoubtKind] = frozenset()
    ) -> "PlanDraft":
        place = self.place_of(task_id)
        task = editing.task_at(self.plan, place)
        changed = change(task)
        plan = self.plan if changed == task else editing.with_tasks(self.plan, {place: (changed,)})
        return PlanDraft(editing.answered(plan, settles, {task_id}, [changed]))
