"""What is odd about the grid of 下达, in sentences. Nothing of it stops an assignment."""

from PySide6.QtCore import QCoreApplication

from models.store.records import TaskRecord
from models.work.assign import Assigning, AssignProblem, Oddity
from ui.wording import amount

translate = QCoreApplication.translate

_LONGEST = 36  # characters of a wording


def oddity_sentence(problem: AssignProblem, basis: Assigning) -> str:
    """Say one thing to look at.

    Args:
        problem: what was found.
        basis: what it was found in.
    """
    unit = next((unit.name for unit in basis.units if unit.id == problem.unit_id), "")
    task = next((task for task in basis.tasks if task.id == problem.task_id), None)
    where = _task_words(task) if task else ""
    match problem.oddity:
        case Oddity.UNIT_WITHOUT_TASKS:
            return translate("oddities", "{unit}没有任务").format(unit=unit)
        case Oddity.TASK_UNASSIGNED:
            return translate("oddities", "没有交给任何单位：{task}").format(task=where)
        case Oddity.TASK_WITHOUT_LEAD:
            return translate("oddities", "只有配合、没有牵头：{task}").format(task=where)
        case Oddity.LEAD_WITHOUT_SHARE:
            return translate("oddities", "{unit}牵头，但没有分解指标：{task}").format(unit=unit, task=where)
        case Oddity.SHARES_BELOW:
            return _sums(
                problem, task, translate("oddities", "分解少了 {left}（目标 {target}，已分解 {given}）：{what}")
            )
        case Oddity.SHARES_ABOVE:
            return _sums(
                problem, task, translate("oddities", "分解多了 {left}（目标 {target}，已分解 {given}）：{what}")
            )


def _sums(problem: AssignProblem, task: TaskRecord | None, pattern: str) -> str:
    indicators = task.indicators if task else ()
    one = next((one for one in indicators if one.id == problem.indicator_id), None)
    allocation = problem.allocation
    if task is None or one is None or allocation is None:
        raise ValueError("a sum belongs to a target")
    return pattern.format(
        left=f"{amount(abs(allocation.remainder))} {one.unit}".rstrip(),
        target=amount(allocation.target),
        given=amount(allocation.assigned),
        what=f"{task.number}．{one.name}",
    )


def _task_words(task: TaskRecord) -> str:
    text = task.text if len(task.text) <= _LONGEST else f"{task.text[: _LONGEST - 1]}…"
    return f"{task.number}．{text}"
