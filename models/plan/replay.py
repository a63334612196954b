"""A person's corrections to an earlier plan, done again on a later version of its document.

What was corrected is not written down anywhere; it shows in the earlier plan beside its source:

1. A task whose original words are those of several neighbours in the later version was merged.
2. Neighbours whose original words are together those of one task in the later version were split.
3. A task of the later version whose words stand in the earlier source, but in no task, was deleted.
4. A task without original words was added; it goes to the item with the same title, or to the last one.

Merging and splitting give the same ids as they gave then. What was changed within a task (wording, units, deadline) is
no matter of this module; see ``compare.take_in``.
"""

from collections.abc import Iterator, Sequence

from models.plan import editing, extent
from models.plan.editing import Place
from models.plan.model import Plan, Span, Task

_LEAST_DELETED = 6  # characters; shorter words stand in many places
_LONGEST_RUN = 40  # tasks that were made one


def original_words(plan: Plan, task: Task) -> str:
    """Return a task's words in the document, without blanks; its wording if it has none there."""
    return _compact(plan.source[task.span.start : task.span.end]) or _compact(task.text)


def replay(before: Plan, after: Plan) -> Plan:
    """Return the later version with the corrections that the earlier plan shows."""
    for run in _runs(before, after):
        after = extent.merge_tasks(after, [task.id for task in run])
    for run in _runs(after, before):
        after = _split(before, after, run)
    after = _without_deleted(before, after)
    return _with_added(before, after)


def _runs(whole: Plan, parted: Plan) -> list[list[Task]]:
    """List the neighbours in one plan whose words are together those of one task in the other plan."""
    known = {original_words(parted, task) for task in parted.tasks}
    wanted = {original_words(whole, task) for task in whole.tasks} - known - {""}
    beginnings = {words[:_LEAST_DELETED] for words in wanted}
    found = []
    for item in parted.items:
        words = [original_words(parted, task) for task in item.tasks]
        start = 0
        while start < len(words):
            length = _run_at(words, start, wanted) if words[start][:_LEAST_DELETED] in beginnings else 0
            if length:
                found.append(list(item.tasks[start : start + length]))
            start += length or 1
    return found


def _run_at(words: Sequence[str], start: int, wanted: set[str]) -> int:
    joined = words[start]
    for index in range(start + 1, min(len(words), start + _LONGEST_RUN)):
        joined += words[index]
        if joined in wanted:
            return index - start + 1
    return 0


def _split(before: Plan, after: Plan, run: Sequence[Task]) -> Plan:
    """Cut the task of the later version where the earlier ones were cut."""
    words = [original_words(before, task) for task in run]
    whole = next((task for task in after.tasks if original_words(after, task) == "".join(words)), None)
    for behind in range(len(words) - 1, 0, -1):  # from the end, so that the first keeps its id and its places
        if whole is None:
            return after
        cut = _place_behind(after.source, whole.span, len("".join(words[:behind])))
        try:
            after = extent.split_task(after, whole.id, extent.text_offset(after, whole, cut))
        except extent.NothingToSplit:
            return after
        whole = editing.task_at(after, editing.place_of(after, whole.id))
    return after


def _place_behind(source: str, span: Span, count: int) -> int:
    """Return where the words go on behind so many that are no blanks."""
    for at in range(span.start, span.end):
        if not source[at].isspace():
            if count == 0:
                return at
            count -= 1
    return span.end


def _without_deleted(before: Plan, after: Plan) -> Plan:
    in_no_task = "\n".join(_compact(words) for words in _words_in_no_task(before))
    known = {task.id for task in before.tasks}
    for task in list(after.tasks):
        words = original_words(after, task)
        if task.id not in known and len(words) >= _LEAST_DELETED and words in in_no_task:
            after = editing.without_task(after, task.id)
    return after


def _words_in_no_task(plan: Plan) -> Iterator[str]:
    """Run through the stretches of the items that no task has."""
    for item in plan.items:
        if item.tasks or item.span.start < item.span.end:
            start = item.span.start
            inside = (t.span for t in plan.tasks if item.span.start <= t.span.start and t.span.end <= item.span.end)
            for span in sorted(inside, key=lambda span: span.start):
                yield plan.source[start : span.start]
                start = max(start, span.end)
            yield plan.source[start : item.span.end]
    for span in plan.left_over:
        yield plan.source[span.start : span.end]


def _with_added(before: Plan, after: Plan) -> Plan:
    known = {task.id for task in after.tasks}
    for part in before.parts:
        for item in part.items:
            for position, task in enumerate(item.tasks):
                if task.span.start == task.span.end and task.id not in known:
                    place = _place_in(after, part.title, item.title, position)
                    end = editing.item_at(after, place).span.end
                    after = editing.insert_task(after, place, editing.moved_to(task, end))
    return after


def _place_in(plan: Plan, part_title: str, item_title: str, position: int) -> Place:
    places = [
        (part.title == part_title, Place(p, i, position))
        for p, part in enumerate(plan.parts)
        for i, item in enumerate(part.items)
        if item.title == item_title
    ]
    if places:
        return max(places, key=lambda each: each[0])[1]
    last = max(index for index, part in enumerate(plan.parts) if part.items)
    return Place(last, len(plan.parts[last].items) - 1, len(plan.parts[last].items[-1].tasks))


def _compact(text: str) -> str:
    return "".join(text.split())
