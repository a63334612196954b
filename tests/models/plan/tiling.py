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
