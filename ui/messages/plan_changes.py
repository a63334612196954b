"""What a later version of the work points did to a task, in a few words for the list of its changes."""

from models.store.records import PlanChange, PlanEvent
from ui.messages.message import translate


def plan_change_words(change: PlanChange) -> str:
    """Say what changed: 新版要点：更换照明灯 ≥ 5000 口 → ≥ 6000 口."""
    nothing = translate("plan_changes", "无")
    old, new = change.old or nothing, change.new or nothing
    match change.event:
        case PlanEvent.TARGET:
            text = translate("plan_changes", "要点改了目标：{name} {old} → {new}")
            return text.format(name=change.subject, old=old, new=new)
        case PlanEvent.DUTIES:
            names = {
                "lead": translate("plan_changes", "牵头单位"),
                "support": translate("plan_changes", "配合单位"),
                "due": translate("plan_changes", "完成时限"),
                "own_duty": translate("plan_changes", "本单位的分工"),
            }
            if change.subject == "own_duty":
                parts = {"lead": translate("plan_changes", "牵头"), "support": translate("plan_changes", "配合")}
                old, new = parts.get(old, old), parts.get(new, new)
            text = translate("plan_changes", "要点改了{name}：{old} → {new}")
            return text.format(name=names.get(change.subject, change.subject), old=old, new=new)
        case PlanEvent.REWORDED:
            return translate("plan_changes", "要点改了措辞，原来是“{old}”").format(old=old)
        case PlanEvent.ADDED:
            return translate("plan_changes", "要点增加了这项任务")
        case PlanEvent.RESTORED:
            return translate("plan_changes", "要点恢复了这项任务")
        case PlanEvent.RETIRED | PlanEvent.REMOVED:
            return translate("plan_changes", "要点取消了这项任务")
