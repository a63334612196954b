"""The messages about documents that should be work points, and about what a report needs."""

from pathlib import Path
from typing import TYPE_CHECKING

from ui.messages.message import Message, Table, name, translate

if TYPE_CHECKING:
    from models.plan.decode import DamagedText, NotText
    from models.plan.documents.problems import (
        DamagedDocument,
        OversizedDocument,
        OwnWorkbook,
        ProtectedDocument,
        ScannedPdf,
        UnsafeMarkup,
        UnsupportedFormat,
    )
    from models.plan.parse import EmptyPlan, NotAPlan
    from models.work.adopt_plan import PlanWithoutTasks, PlanYearUnknown
    from models.work.board import NothingToReport


def _file(path: Path | None) -> str:
    """Name what was read: a file, or the text that somebody pasted."""
    return name(path) if path else translate("messages", "粘贴的内容")


def _as_docx() -> str:
    return translate(
        "messages", "请在 Word 或 WPS 里打开原件，另存为“Word 文档 (*.docx)”再选它，或者把正文复制、粘贴进来。"
    )


def _as_xlsx() -> str:
    return translate(
        "messages", "请在 Excel 或 WPS 里打开原件，另存为“Excel 工作簿 (*.xlsx)”再选它，或者把表格复制、粘贴进来。"
    )


def _not_text(error: "NotText") -> Message:
    kinds = {
        "rtf": translate("messages", "它是带格式的 RTF 文件，这里不能读。"),
        "image": translate("messages", "它是图片，里面没有可以读取的文字。"),
        "binary": translate("messages", "里面不是文字，看不出是什么文件。"),
    }
    return Message(
        translate("messages", "“{name}”读不出文字").format(name=_file(error.path)),
        kinds.get(error.found, kinds["binary"]),
        _as_docx(),
    )


def _unsupported_format(error: "UnsupportedFormat") -> Message:
    kinds = {
        "doc": translate("messages", "它是旧版 Word 或 WPS 文字文件（.doc、.wps），这里读 .docx。"),
        "xls": translate("messages", "它是旧版 Excel 或 WPS 表格文件（.xls、.et），这里读 .xlsx。"),
        "ppt": translate("messages", "它是演示文稿，不是工作要点的正文或分解表。"),
        "ole": translate("messages", "它是别的程序的旧格式文件，看不出里面是什么。"),
        "ofd": translate("messages", "它是版式文件（.ofd），里面的文字不能直接读取。"),
        "odf": translate("messages", "它是 LibreOffice 一类的文件（.odt、.ods），这里读 .docx 和 .xlsx。"),
        "xlsb": translate("messages", "它是 Excel 二进制工作簿（.xlsb），这里读 .xlsx。"),
        "zip": translate("messages", "它是压缩包，不是一份文件。"),
        "archive": translate("messages", "它是压缩包（.rar、.7z、.gz），不是一份文件。"),
        "html": translate("messages", "它其实是网页文件（HTML），只是用了别的扩展名。"),
        "xml": translate("messages", "它是 XML 文件，或者 Office 2003 的 XML 文档，这里读 .docx 和 .xlsx。"),
    }
    advice = {
        "xls": _as_xlsx(),
        "xlsb": _as_xlsx(),
        "zip": translate("messages", "请先解压缩，再选里面的文件。"),
        "archive": translate("messages", "请先解压缩，再选里面的文件。"),
        "ofd": translate("messages", "请用版式阅读器打开，全选、复制正文，粘贴进来；或者向发文单位要 Word 文件。"),
    }
    return Message(
        translate("messages", "“{name}”的格式读不了").format(name=_file(error.path)),
        kinds.get(error.found, kinds["ole"]),
        advice.get(error.found, _as_docx()),
    )


def _scanned_pdf(error: "ScannedPdf") -> Message:
    return Message(
        translate("messages", "“{name}”是扫描件，里面没有文字").format(name=_file(error.path)),
        translate("messages", "共 {pages} 页，每一页都是图片。").format(pages=error.pages),
        translate("messages", "请向发文单位要 Word 文件；或者用识别软件转成文字，校对后粘贴进来。"),
    )


def _protected_document(error: "ProtectedDocument") -> Message:
    kinds = {
        "office": translate("messages", "打开它要密码，里面的内容是加密的。"),
        "pdf": translate("messages", "这份 PDF 打开要密码，里面的内容是加密的。"),
    }
    return Message(
        translate("messages", "“{name}”有密码").format(name=_file(error.path)),
        kinds.get(error.found, kinds["office"]),
        translate("messages", "请用原来的程序打开，取消密码后另存一份，再选它。"),
    )


def _damaged_document(error: "DamagedDocument") -> Message:
    kinds = {
        "docx": translate("messages", "它应当是 Word 文档，但内部结构不完整。"),
        "xlsx": translate("messages", "它应当是 Excel 工作簿，但内部结构不完整。"),
        "pdf": translate("messages", "它应当是 PDF 文件，但内部结构不完整。"),
        "zip": translate("messages", "它应当是 Word、Excel 文件或压缩包，但打不开。"),
    }
    return Message(
        translate("messages", "“{name}”已经损坏").format(name=_file(error.path)),
        kinds.get(error.found, kinds["zip"]),
        translate("messages", "请重新复制一份原件；原件能打开的，另存一次再选。"),
    )


def _oversized_document(error: "OversizedDocument") -> Message:
    kinds = {
        "parts": translate("messages", "它里面的部件太多。"),
        "unpacked": translate("messages", "它展开以后太大。"),
        "ratio": translate("messages", "它的压缩比高得不正常，可能是有人特意做的。"),
        "pages": translate("messages", "它的页数太多。"),
        "cells": translate("messages", "它的单元格或样式太多。"),
        "pasted": translate("messages", "它太长了，没有哪份工作要点有这么多字。"),
    }
    return Message(
        translate("messages", "“{name}”超出了工作要点的规模，没有读取").format(name=_file(error.path)),
        kinds.get(error.reason, kinds["unpacked"]),
        translate("messages", "请只粘贴工作要点的正文或表格。")
        if error.reason == "pasted"
        else translate("messages", "请确认选对了文件；内容没错的，把正文或表格复制、粘贴进来。"),
    )


def _own_workbook(error: "OwnWorkbook") -> Message:
    forms = {
        "return": translate("messages", "进展填报表"),
        "assignment": translate("messages", "任务下达表"),
        "receipt": translate("messages", "审核回执"),
        "other": translate("messages", "表格"),
    }
    form = forms.get(error.form, forms["other"])
    if error.form == "return":
        advice = translate(
            "messages",
            "要查看或校验它，请在主窗口的菜单里选“校验一份填报表”。新建工作区，请选印发的工作要点或任务分解表。",
        )
    else:
        advice = translate("messages", "请回到主窗口，从菜单里打开它；这里请选印发的工作要点或任务分解表。")
    return Message(
        translate("messages", "“{name}”是本程序做的{form}，不是工作要点").format(name=_file(error.path), form=form),
        translate("messages", "里面的任务来自另一份工作要点，已经有编号、进展和签名。"),
        advice,
    )


def _unsafe_markup(error: "UnsafeMarkup") -> Message:
    return Message(
        translate("messages", "“{name}”里有不安全的内容，没有读取").format(name=_file(error.path)),
        translate("messages", "部件 {part} 里有 Word 和 Excel 不会写的声明，可能是有人特意做的。").format(
            part=error.part[:60]
        ),
        translate("messages", "请向发文单位核实，另要一份文件。"),
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
        translate("messages", "请确认选对了文件。")
        if error.path
        else translate("messages", "请重新复制，再粘贴一次。"),
    )


def _not_a_plan(error: "NotAPlan") -> Message:
    reasons = {
        "language": translate("messages", "里面几乎没有中文。"),
        "numbering": translate("messages", "没有找到“一、”“1．”这样编号的部分和条目，也没有带表头的分解表。"),
        "title": translate("messages", "有编号的段落，但标题和层次不像工作要点。"),
    }
    return Message(
        translate("messages", "“{name}”不像一份工作要点").format(name=_file(error.path)),
        reasons.get(error.reason, reasons["title"]),
        translate("messages", "请选择印发的工作要点全文，保留标题和编号。")
        if error.path
        else translate("messages", "请复制印发的工作要点全文，连同标题和编号；分解表要连同表头。"),
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
    "UnsupportedFormat": _unsupported_format,
    "ScannedPdf": _scanned_pdf,
    "ProtectedDocument": _protected_document,
    "DamagedDocument": _damaged_document,
    "OversizedDocument": _oversized_document,
    "OwnWorkbook": _own_workbook,
    "UnsafeMarkup": _unsafe_markup,
    "DamagedText": _damaged_text,
    "EmptyPlan": _empty_plan,
    "NotAPlan": _not_a_plan,
    "PlanWithoutTasks": _plan_without_tasks,
    "PlanYearUnknown": _plan_year_unknown,
    "NothingToReport": _nothing_to_report,
}
