"""The promise that no character of an item is lost or told twice, for tests that parse something."""

from models.plan.model import Plan


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

    def use(start: int, end: int) -> None:
        used[start:end] = [True] * (end - start)

    for part in plan.parts:
        for item in part.items:
            use(item.span.start, item.span.end)
    for span in plan.left_over:
        use(span.start, span.end)
    said = "".join(
        (plan.title, plan.notice, plan.preamble, plan.issuer, "文件", plan.document_number, *plan.addressees)
    )
    said += "".join(f"{part.title}" for part in plan.parts)
    compact = "".join(said.split())
    start = 0
    for line in plan.source.split("\n"):
        rest = "".join(c for at, c in enumerate(line, start=start) if not used[at])
        words = "".join(c for c in rest if c.isalnum())
        for known in (plan.title, *(part.title for part in plan.parts)):
            words = words.replace("".join(c for c in known if c.isalnum()), "")
        lost = "".join(
            c for c in words if c not in compact and c not in "一二三四五六七八九十第部分章篇年月日0123456789"
        )
        assert not lost, line
        start += len(line) + 1
