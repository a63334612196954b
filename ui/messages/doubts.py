"""What the parser of a plan is not sure of, as a question to a person and what to do about it."""

from models.plan.model import Doubt, DoubtKind
from ui.messages.message import translate

_LONGEST = 30  # characters of the document's words that a line has room for


def doubt_sentence(doubt: Doubt) -> str:
    """Say what is doubtful, on one line."""
    sentences = {
        DoubtKind.YEAR_MISSING: translate("doubts", "看不出是哪一年的要点，时限没有换算成日期"),
        DoubtKind.NUMBERS_MISSING: translate("doubts", "“{text}”前面缺编号{missing}"),
        DoubtKind.NUMBER_REPEATED: translate("doubts", "编号 {number} 出现了两次：“{text}”"),
        DoubtKind.LEFT_OVER: translate("doubts", "这段话没有归入任务：“{text}”"),
        DoubtKind.TABLE_LEFT: translate("doubts", "还有一张分解表没有读取：“{text}”"),
        DoubtKind.CLAUSE_MAY_BE_TASK: translate("doubts", "“{text}”也许是单独一项任务"),
        DoubtKind.TASK_MAY_BE_CLAUSE: translate("doubts", "“{text}”也许应并入前一项任务"),
        DoubtKind.NUMBER_MAY_BE_TARGET: translate("doubts", "“{text}”没有当作指标"),
        DoubtKind.TARGET_UNCERTAIN: translate("doubts", "“{text}”当作了指标，名称拿不准"),
        DoubtKind.BRACKET_UNKNOWN: translate("doubts", "“{text}”像是责任单位，但没有写明"),
        DoubtKind.DEADLINE_AMBIGUOUS: translate("doubts", "时限“{text}”说不准是哪一天"),
    }
    return sentences[doubt.kind].format(text=_shown(doubt.text), **dict(doubt.facts))


def doubt_advice(doubt: Doubt) -> str:
    """Say what a person can do about it."""
    advice = {
        DoubtKind.YEAR_MISSING: translate("doubts", "请填上年份。"),
        DoubtKind.NUMBERS_MISSING: translate("doubts", "请对照原文，看是不是漏了内容。"),
        DoubtKind.NUMBER_REPEATED: translate("doubts", "请对照原文，看是不是编号有误。"),
        DoubtKind.LEFT_OVER: translate("doubts", "是工作任务的，请增加为任务；不是的，不用管它。"),
        DoubtKind.TABLE_LEFT: translate("doubts", "需要的话，把那张表单独另存，再读一次。"),
        DoubtKind.CLAUSE_MAY_BE_TASK: translate("doubts", "要分给别人办的，就从这里拆分。"),
        DoubtKind.TASK_MAY_BE_CLAUSE: translate("doubts", "由同一个人办的，就与前一项合并。"),
        DoubtKind.NUMBER_MAY_BE_TARGET: translate("doubts", "要考核这个数的，请增加指标。"),
        DoubtKind.TARGET_UNCERTAIN: translate("doubts", "请看指标的名称和数值，不对的改过来。"),
        DoubtKind.BRACKET_UNKNOWN: translate("doubts", "是责任单位的，请填到牵头单位和配合单位里。"),
        DoubtKind.DEADLINE_AMBIGUOUS: translate("doubts", "请定下完成时限。"),
    }
    return advice[doubt.kind]


def _shown(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
