"""What a reviewer is asked to look at, in words."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from models.work.review import Flag, Remark
from ui.wording import amount

translate = QCoreApplication.translate


def flag_words(remark: Remark) -> str:
    """Say one flag with its facts."""
    facts = {
        name: amount(value) if isinstance(value, Decimal) else value for name, value in (remark.facts or {}).items()
    }
    return _pattern(remark.flag).format(**facts)


def _pattern(flag: Flag) -> str:
    return {
        Flag.FELL: translate("flags", "累计完成比上期少：{before} → {now}"),
        Flag.JUMPED: translate("flags", "一期之内增加很多：{before} → {now}"),
        Flag.REACHED_NOT_STARTED: translate("flags", "已达到目标，状态却是“未启动”"),
        Flag.COMPLETED_BELOW_TARGET: translate("flags", "状态是“已完成”，累计完成却没有达到目标"),
        Flag.SAME_AS_LAST: translate("flags", "进展情况与上期一字不差"),
        Flag.SAME_AS_OTHER: translate("flags", "进展情况与{unit}的相同"),
        Flag.EVIDENCE_MISSING: translate("flags", "佐证材料没有随表送来：{name}"),
        Flag.EVIDENCE_ALTERED: translate("flags", "佐证材料与表上列的不符：{name}"),
        Flag.TARGET_DIFFERS: translate("flags", "表上的目标是 {stated}，现在下达的是 {assigned}"),
        Flag.NOTHING_SAID: translate("flags", "什么都没有填"),
    }[flag]
