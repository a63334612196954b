"""汇总 in words: how figures roll up, what each unit brings, and how the own figure stands to the proposal."""

from models.core.vocabulary import RollUp
from models.store.roll_up_methods import Method
from models.work.roll_up import Contribution, Part
from models.work.summary import IndicatorLine
from models.work.taking import Match, match_of
from ui.messages.message import messages, translate
from ui.wording import amount

SIGNS = {Match.NOTHING: "", Match.BLANK: "→", Match.SAME: "＝", Match.DIFFERENT: "≠"}
TONES = {Match.NOTHING: "faint", Match.BLANK: "accent", Match.SAME: "green", Match.DIFFERENT: "yellow"}
PART_TONES = {
    Part.FIGURE: "text",
    Part.EARLIER: "secondary",
    Part.NO_DATA: "secondary",
    Part.WAITING: "accent",
    Part.RETURNED: "yellow",
    Part.MISSING: "secondary",
    Part.WITHOUT_WEIGHT: "yellow",
}


def method_word(method: Method) -> str:
    """Say how figures roll up."""
    match method.kind:
        case RollUp.SUM:
            return translate("roll_up", "合计")
        case RollUp.LATEST:
            return translate("roll_up", "合计（未报取最近一期）")
        case RollUp.WEIGHTED:
            return translate("roll_up", "按{column}加权平均").format(column=method.weight)
        case RollUp.BY_HAND:
            return translate("roll_up", "不汇总，自己填")


def short_method_word(method: Method) -> str:
    """Say the same in a narrow column."""
    match method.kind:
        case RollUp.SUM:
            return translate("roll_up", "合计")
        case RollUp.LATEST:
            return translate("roll_up", "合计＋上期")
        case RollUp.WEIGHTED:
            return translate("roll_up", "加权平均")
        case RollUp.BY_HAND:
            return translate("roll_up", "不汇总")


def part_words(one: Contribution) -> str:
    """Say what a unit brings: its figure, or why there is none that counts."""
    if one.amount is not None:
        shown = amount(one.amount)
        return translate("roll_up", "{amount}（上期）").format(amount=shown) if one.part is Part.EARLIER else shown
    return {
        Part.WAITING: translate("roll_up", "◔ 待审核"),
        Part.RETURNED: translate("roll_up", "↩ 退回修改"),
        Part.MISSING: translate("roll_up", "○ 未报"),
        Part.WITHOUT_WEIGHT: translate("roll_up", "▲ 无权重"),
    }.get(one.part, translate("roll_up", "○ 无数据"))


def match_words(line: IndicatorLine) -> str:
    """Say how the own figure stands to the proposal, for a tip and for those who can't see the sign."""
    found = match_of(line)
    words = {
        Match.NOTHING: translate("roll_up", "没有可采用的下级汇总"),
        Match.BLANK: translate("roll_up", "本级未填，可采用下级汇总"),
        Match.SAME: translate("roll_up", "本级与下级汇总一致"),
        Match.DIFFERENT: translate("roll_up", "本级与下级汇总不一致"),
    }[found]
    lacking = len(line.proposal.missing)
    if lacking and line.proposal.amount is not None:
        words += messages.tr("；%n 个单位未计入", "", lacking)
    return words
