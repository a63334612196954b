"""What the checks found before a sign-off, each as one sentence, and the task that it concerns."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from models.core.periods import parse_period
from models.work.checks import Code, Finding
from ui.messages.store import field_word
from ui.wording import amount, period_name

if TYPE_CHECKING:
    from models.store.records import TaskRecord

translate = QCoreApplication.translate


def finding_sentence(finding: Finding) -> str:  # noqa: PLR0911  one return for each code
    """Say what was found."""
    facts: Mapping[str, Any] = finding.facts
    match finding.code:
        case Code.TEXT_TOO_LONG:
            return translate("findings", "“{field}”有 {length} 个字，印在表上最多 {limit} 个").format(
                field=field_word(finding.field or ""), length=facts["length"], limit=facts["limit"]
            )
        case Code.COMPLETED_BELOW_TARGET:
            return translate("findings", "状态是已完成，累计 {value}{unit}，没有到目标 {target}{unit}").format(
                value=amount(facts["value"]), target=amount(facts["target"]), unit=facts["unit"]
            )
        case Code.NOT_STARTED_AT_TARGET:
            return translate("findings", "状态是未启动，累计 {value}{unit}，已经到了目标 {target}{unit}").format(
                value=amount(facts["value"]), target=amount(facts["target"]), unit=facts["unit"]
            )
        case Code.VALUE_FELL:
            return translate("findings", "累计 {value}{unit}，比{period}的 {before}{unit} 少了").format(
                value=amount(facts["value"]),
                before=amount(facts["before"]),
                unit=facts["unit"],
                period=period_name(parse_period(facts["period"])),
            )
        case Code.BEHIND_WITHOUT_PROBLEMS:
            return translate("findings", "落后于序时进度，还没有写存在问题")
        case Code.VALUE_WITHOUT_STATUS:
            return translate("findings", "填了累计数，还没有选进展状态")
        case Code.TASKS_UNREPORTED:
            return translate("findings", "还有 {count} 项定量任务没有填报").format(count=facts["count"])


def finding_place(finding: Finding, tasks: "Mapping[str, TaskRecord]") -> str:
    """Say which task it concerns."""
    task = tasks.get(finding_task(finding) or "")
    if task is None:
        return ""
    return translate("findings", "第 {item} 目 · {task}").format(item=task.item_number, task=task.text)


def finding_task(finding: Finding) -> str | None:
    """Return the task to turn to: its own, or the first of those that it lists."""
    if finding.task_id:
        return finding.task_id
    listed = finding.facts.get("task_ids")
    return listed[0] if isinstance(listed, tuple) and listed else None
