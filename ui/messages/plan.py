"""The messages about documents that should be work points, and about what a report needs."""

from pathlib import Path
from typing import TYPE_CHECKING

from ui.messages.message import Message, Table, name, translate

if TYPE_CHECKING:
    from models.plan.decode import DamagedText, NotText
    from models.plan.parse import EmptyPlan, NotAPlan
    from models.work.adopt_plan import PlanWithoutTasks, PlanYearUnknown
    from models.work.board import NothingToReport


def _file(path: Path | None) -> str:
    return name(path) if path else translate("messages", "这份文件")


def _as_text() -> str:
    return translate("messages", "请在 Word 或 WPS 里打开原件，另存为“纯文本 (*.txt)”，再选它。")


def _not_text(error: "NotText") -> Message:
    kinds = {
        "zip": translate("messages", "它是 Word、Excel 或压缩包一类的文件，这里只读纯文本。"),
        "ole": translate("messages", "它是旧版 Word、Excel 或 WPS 文件，这里只读纯文本。"),
        "pdf": translate("messages", "它是 PDF 文件，这里只读纯文本。"),
        "rtf": translate("messages", "它是带格式的 RTF 文件，这里只读纯文本。"),
        "image": translate("messages", "它是图片，里面没有可以读取的文字。"),
        "binary": translate("messages", "里面不是文字，看不出是什么文件。"),
    }
    return Message(
        translate("messages", "“{name}”不是文本文件").format(name=_file(error.path)),
        kinds.get(error.found, kinds["binary"]),
        _as_text(),
    )


def _damaged_text(error: "DamagedText") -> Message:
    return Message(
        translate("messages", "“{name}”里有读不出的字").format(name=_file(error.path)),
        translate("messages", "文件像是 {encoding} 编码，但第 {offset} 个字节处断了，多半是复制时损坏。").format(
            encoding=error.encoding, offset=error.offset
        ),
        translate("messages", "请重新复制一份原件，或另存为 UTF-8 编码的纯文本。"),
    )


def _empty_plan(error: "EmptyPlan") -> Message:
    return Message(
        translate("messages", "“{name}”是空的").format(name=_file(error.path)),
        translate("messages", "里面一个字也没有。"),
        translate("messages", "请确认选对了文件。"),
    )


def _not_a_plan(error: "NotAPlan") -> Message:
    reasons = {
        "language": translate("messages", "里面几乎没有中文。"),
        "numbering": translate("messages", "没有找到“一、”“1．”这样编号的部分和条目。"),
        "title": translate("messages", "有编号的段落，但标题和层次不像工作要点。"),
    }
    return Message(
        translate("messages", "“{name}”不像一份工作要点").format(name=_file(error.path)),
        reasons.get(error.reason, reasons["title"]),
        translate("messages", "请选择印发的工作要点全文，保留标题和编号。"),
    )


def _plan_without_tasks(error: "PlanWithoutTasks") -> Message:
    return Message(
        translate("messages", "在“{title}”里没有找到任务").format(title=error.title[:40]),
        translate("messages", "各条下面没有可以拆成任务的句子，所以没有建立工作区。"),
        translate("messages", "请确认选的是工作要点全文，而不是目录或通知。"),
    )


def _plan_year_unknown(error: "PlanYearUnknown") -> Message:
    return Message(
        translate("messages", "看不出“{title}”是哪一年的").format(title=error.title[:40]),
        translate("messages", "标题、文号和落款里都没有年份。"),
        translate("messages", "请在标题里补上年份，再选一次。"),
    )


def _nothing_to_report(error: "NothingToReport") -> Message:
    missing = {
        "plan": translate("messages", "工作区里还没有工作要点。"),
        "unit": translate("messages", "工作区还没有写明是哪个单位的。"),
        "period": translate("messages", "工作区里还没有填报期。"),
    }
    return Message(
        translate("messages", "还不能填报"),
        missing.get(error.missing, missing["plan"]),
        translate("messages", "请新建一个工作区，按欢迎页的提示填好。"),
    )


TABLE: Table = {
    "NotText": _not_text,
    "DamagedText": _damaged_text,
    "EmptyPlan": _empty_plan,
    "NotAPlan": _not_a_plan,
    "PlanWithoutTasks": _plan_without_tasks,
    "PlanYearUnknown": _plan_year_unknown,
    "NothingToReport": _nothing_to_report,
}
