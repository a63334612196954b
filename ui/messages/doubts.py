"""What the parser of a plan is not sure of, as a question to a person and what to do about it."""

from models.plan.documents.blocks import Why
from models.plan.model import Doubt, DoubtKind
from ui.messages.message import translate
from ui.messages.numbers import number_sentence

_LONGEST = 30  # characters of the document's words that a line has room for


def doubt_sentence(doubt: Doubt) -> str:
    """Say what is doubtful, on one line."""
    sentences = {
        DoubtKind.YEAR_MISSING: translate("doubts", "看不出是哪一年的要点，时限没有换算成日期"),
        DoubtKind.NUMBERS_MISSING: translate("doubts", "“{text}”前面缺编号{missing}"),
        DoubtKind.NUMBER_REPEATED: translate("doubts", "编号 {number} 出现了两次：“{text}”"),
        DoubtKind.LEFT_OVER: translate("doubts", "这段话没有归入任务：“{text}”"),
        DoubtKind.TABLE_LEFT: _table_left(doubt),
        DoubtKind.HIDDEN_LEFT: _hidden_left(doubt),
        DoubtKind.PAGE_UNCERTAIN: _page_uncertain(doubt),
        DoubtKind.CLAUSE_MAY_BE_TASK: translate("doubts", "“{text}”也许是单独一项任务"),
        DoubtKind.TASK_MAY_BE_CLAUSE: translate("doubts", "“{text}”也许应并入前一项任务"),
        DoubtKind.NUMBER_MAY_BE_TARGET: number_sentence(doubt),
        DoubtKind.TARGET_UNCERTAIN: number_sentence(doubt),
        DoubtKind.BRACKET_UNKNOWN: translate("doubts", "“{text}”像是责任单位，但没有写明"),
        DoubtKind.DEADLINE_AMBIGUOUS: _deadline(doubt),
    }
    facts = {"sheet": "", "place": ""} | {name: _shown(value) for name, value in doubt.facts}
    return sentences[doubt.kind].format(text=_shown(doubt.text), **facts)


def doubt_advice(doubt: Doubt) -> str:
    """Say what a person can do about it."""
    advice = {
        DoubtKind.YEAR_MISSING: translate("doubts", "请填上年份。"),
        DoubtKind.NUMBERS_MISSING: translate("doubts", "请对照原文，看是不是漏了内容。"),
        DoubtKind.NUMBER_REPEATED: translate("doubts", "请对照原文，看是不是编号有误。"),
        DoubtKind.LEFT_OVER: translate("doubts", "是工作任务的，请增加为任务；不是的，不用管它。"),
        DoubtKind.TABLE_LEFT: translate("doubts", "里面有工作任务的，请增加为任务，或者把那张表单独另存，再读一次。"),
        DoubtKind.HIDDEN_LEFT: translate("doubts", "请用 Excel 或 WPS 打开原件，保存一次，再读一次。")
        if doubt.fact("why") == Why.UNCOMPUTED
        else translate("doubts", "还有用的，请在原件里取消隐藏，再读一次。"),
        DoubtKind.PAGE_UNCERTAIN: translate("doubts", "请对照原件检查；有 Word 或 Excel 原件的，改读原件更准确。"),
        DoubtKind.CLAUSE_MAY_BE_TASK: translate("doubts", "要分给别人办的，就从这里拆分。"),
        DoubtKind.TASK_MAY_BE_CLAUSE: translate("doubts", "由同一个人办的，就与前一项合并。"),
        DoubtKind.NUMBER_MAY_BE_TARGET: translate("doubts", "要考核这个数的，请增加指标。"),
        DoubtKind.TARGET_UNCERTAIN: translate("doubts", "请看指标的名称和数值，不对的改过来。"),
        DoubtKind.BRACKET_UNKNOWN: translate("doubts", "是责任单位的，请填到牵头单位和配合单位里。"),
        DoubtKind.DEADLINE_AMBIGUOUS: translate("doubts", "请定下完成时限。"),
    }
    return advice[doubt.kind]


def _deadline(doubt: Doubt) -> str:
    if doubt.fact("taken"):
        return translate("doubts", "写有时限“{text}”，现在按 {taken} 算")
    if doubt.fact("proposed"):
        return translate("doubts", "时限“{text}”没有写明日期，也许是 {proposed}")
    return translate("doubts", "时限“{text}”说不准是哪一天")


def _table_left(doubt: Doubt) -> str:
    match doubt.fact("why"):
        case Why.OTHER_YEAR:
            return translate("doubts", "工作表“{sheet}”像是往年的或者样表，没有读取")
        case Why.REPEATED:
            return translate("doubts", "工作表“{sheet}”里的任务在别的工作表里已经有了，没有重复读取")
        case Why.OTHER_SHEET:
            return translate("doubts", "工作表“{sheet}”不是任务表，没有读取")
    return translate("doubts", "有一张表没有当作任务表读取：“{text}”")


def _hidden_left(doubt: Doubt) -> str:
    match doubt.fact("why"):
        case Why.UNCOMPUTED:
            return translate("doubts", "工作表“{sheet}”的 {place} 是公式，没有存下结果，没有读取")
        case Why.HIDDEN_ROWS:
            return translate("doubts", "工作表“{sheet}”第 {place} 行是隐藏的，没有读取：“{text}”")
        case Why.HIDDEN_COLUMNS:
            return translate("doubts", "工作表“{sheet}”的 {place} 列是隐藏的，没有读取：“{text}”")
    return translate("doubts", "工作表“{sheet}”是隐藏的，没有读取")


def _page_uncertain(doubt: Doubt) -> str:
    match doubt.fact("why"):
        case Why.COLUMNS:
            return translate("doubts", "第 {place} 页分栏排印，文字的先后也许有误")
        case Why.PAGE_TABLE:
            return translate("doubts", "第 {place} 页的表格是按表格线还原的")
    return translate("doubts", "这张表没有表格线，是当作文字读取的：“{text}”")


def _shown(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
