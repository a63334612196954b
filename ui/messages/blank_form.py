"""The messages about forms filled by hand: why a file is none, and what is wrong with one cell."""

from typing import TYPE_CHECKING

from ui.messages.message import Message, Table, translate

if TYPE_CHECKING:
    from models.workbooks.blank_form_cells import NotABlankForm
    from models.workbooks.blank_form_read import Finding


def finding_sentence(finding: "Finding") -> str:
    """Say what is wrong with a cell of a filled form, with its address and what stands there."""
    where = translate("blank_form", "{cell}：{problem}").format(cell=finding.cell, problem=_problem(finding.problem))
    if not finding.text:
        return where
    return translate("blank_form", "{sentence}（写的是“{text}”）").format(sentence=where, text=finding.text)


def _problem(code: str) -> str:
    problems = {
        "number": translate("blank_form", "不是数字"),
        "grouping": translate("blank_form", "数字里的逗号或空格位置不对"),
        "measure": translate("blank_form", "数字后面的单位与指标的不同"),
        "digits": translate("blank_form", "数字的位数太多"),
        "negative": translate("blank_form", "数字小于零"),
        "reason": translate("blank_form", "写了“无数据”，没有写原因"),
        "status": translate("blank_form", "进展状态不是下拉框里的词"),
        "length": translate("blank_form", "字数太多"),
        "sequence": translate("blank_form", "看不出是第几次填报"),
        "day": translate("blank_form", "填报日期没有写，或者不是日期"),
        "formula": translate("blank_form", "公式没有算出结果"),
        "merged": translate("blank_form", "与旁边的格子合并了，看不出属于哪一行"),
        "extra": translate("blank_form", "这里不该有内容"),
        "repeated": translate("blank_form", "这一行的任务编号已经出现过"),
        "printed": translate("blank_form", "表上预先印好的内容改动过，例如删了行、改了目标"),
    }
    return problems.get(code, problems["printed"])


def _not_a_blank_form(error: "NotABlankForm") -> Message:
    reasons = {
        "form": translate("blank_form", "文件里没有“表号”这一行，不是要点填报发出的手填表。"),
        "version": translate("blank_form", "它用的是这个版本不认识的手填表格式，可能来自更新的程序。"),
        "columns": translate("blank_form", "手填表缺了一栏，或者有一栏出现了两次。"),
    }
    return Message(
        translate("blank_form", "这不是一份能读的手填表"),
        reasons.get(error.reason, reasons["form"]),
        translate("blank_form", "请单位用下发的手填表重新填写，只填黄色的格子，存成 .xlsx 发来。"),
        error.where,
    )


TABLE: Table = {"NotABlankForm": _not_a_blank_form}
