"""The promise that no character of an item is lost or told twice, for tests that parse something."""

from itertools import pairwise

from models.plan.head_lines import read_date
from models.plan.model import Plan
from models.plan.sentences import begins_with_duties

_NUMERALS = "一二三四五六七八九十〇零第部分章篇年月日0123456789"
_LONGEST_NUMBER = 80  # characters of a title's number and of the duties beside it


def assert_tiled(plan: Plan) -> None:
    """Check that the tasks of each item lie end to end up to the item's end, and that figures lie inside them."""
    for item in plan.items:
        assert item.span.start <= item.tasks[0].span.start
        assert item.tasks[-1].span.end == item.span.end
        for before, after in zip(item.tasks, item.tasks[1:], strict=False):
            assert before.span.end == after.span.start
        for task in item.tasks:
            assert task.span.start < task.span.end
            assert all(task.span.start <= each.span.start < each.span.end <= task.span.end for each in task.indicators)
    ids = [task.id for task in plan.tasks]
    assert len(ids) == len(set(ids))


def assert_nothing_lost(plan: Plan) -> None:
    """Check that each word of the source is in a task, a title, a field of the head, or left over."""
    used = [False] * len(plan.source)
    for span in (*(item.span for item in plan.items), *plan.left_over):
        used[span.start : span.end] = [True] * (span.end - span.start)
    fields = (plan.title, plan.notice, plan.preamble, plan.issuer, "文件主送", plan.document_number, *plan.addressees)
    said = "".join("".join(fields).split())
    titles = [_words(part.title) for part in plan.parts if part.title]
    start = 0
    for line in plan.source.split("\n"):
        rest = _words("".join(c for at, c in enumerate(line, start=start) if not used[at]))
        start += len(line) + 1
        plain = _plain(rest)
        is_title = any(_plain(title) in plain or plain in _plain(title) for title in titles)
        if not rest or is_title or begins_with_duties(line.strip()) or read_date(line.strip()) is not None:
            continue
        for known in (plan.title, *titles):
            rest = rest.replace(_words(known), "")
        assert not [c for c in rest if c not in said and c not in _NUMERALS], line


def _plain(text: str) -> str:
    return "".join(c for c in text if c not in _NUMERALS)


def _words(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def assert_each_character_once(plan: Plan) -> None:
    """Check that tasks and what is left over lie apart, and that no title of an item is in either."""
    tasks = [task.span for task in plan.tasks]
    claimed = sorted((*tasks, *plan.left_over), key=lambda span: span.start)
    for before, after in pairwise(claimed):
        assert before.end <= after.start, plan.source[after.start : before.end]
    for item in plan.items:
        above = plan.source[item.span.start : item.tasks[0].span.start]
        left = sum(
            len(plan.source[span.start : span.end].strip())
            for span in plan.left_over
            if item.span.start <= span.start < item.tasks[0].span.start
        )
        assert len(above.strip()) - left <= len(item.title) + _LONGEST_NUMBER, above
