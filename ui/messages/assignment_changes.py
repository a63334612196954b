"""What a 任务下达表 changes, line by line: old beside new."""

from PySide6.QtCore import QCoreApplication

from models.store.records import IndicatorRecord, TaskRecord
from models.work.assignment_preview import AssignmentPreview, TargetMove, TaskChange
from ui.wording import amount

translate = QCoreApplication.translate


def change_lines(seen: AssignmentPreview) -> list[str]:
    """Say each change: targets first, then wordings, what is new, what is gone."""
    lines = [_target(change, move) for change in seen.changed for move in change.targets]
    lines += [
        translate("assignment_changes", "≈ {before} → {after}").format(
            before=change.before.text, after=change.after.text
        )
        for change in seen.changed
        if change.reworded
    ]
    if seen.version_before is not None:
        lines += [translate("assignment_changes", "＋ {task}").format(task=_named(task)) for task in seen.added]
    for task in seen.gone:
        kept = translate("assignment_changes", "－ {task}（填过的内容留在记录里）")
        plain = translate("assignment_changes", "－ {task}")
        lines.append((kept if task.id in seen.recorded else plain).format(task=_named(task)))
    return lines


def _target(change: TaskChange, move: TargetMove) -> str:
    one = move.after or move.before
    return translate("assignment_changes", "◆ {task}：{name} {before} → {after}").format(
        task=_named(change.after), name=one.name if one else "", before=_said(move.before), after=_said(move.after)
    )


def _said(indicator: IndicatorRecord | None) -> str:
    if indicator is None:
        return translate("assignment_changes", "无")
    return f"{amount(indicator.target)}{indicator.unit}"


def _named(task: TaskRecord) -> str:
    return f"{task.number}．{task.text}"
