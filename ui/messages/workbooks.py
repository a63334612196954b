"""The messages about returns: what can't be printed, what stands in the way, what is no return of this program."""

from typing import TYPE_CHECKING

from ui.messages.form_reason import form_reason
from ui.messages.message import Message, Table, translate
from ui.messages.store import field_word

if TYPE_CHECKING:
    from models.workbooks.closed_language import NotOurForm
    from models.workbooks.printable import NotPrintable
    from models.workbooks.receive import WorkbookRefused
    from ui.operations.return_preparation import ErrorsLeft


def _not_printable(error: "NotPrintable") -> Message:
    reasons = {
        "length": translate("messages", "它超过 {limit} 个字，一格放不下。").format(limit=error.limit),
        "height": translate("messages", "它的行数太多，一格放不下。"),
        "digits": translate("messages", "数字超过 15 位，表格里会存不准。"),
        "wording": translate("messages", "它与表格自己的用语相同，读回来会被当成别的意思。"),
    }
    is_note = error.field == "remark" and not error.task_id  # an assignment has one as a whole
    where = translate("messages", "说明") if is_note else _printed_field(error.field)
    if error.task_id:
        happened = translate("messages", "任务 {task} 的“{field}”印不到表上").format(task=error.task_id, field=where)
    else:
        happened = translate("messages", "“{field}”印不到表上").format(field=where)
    return Message(
        happened,
        reasons.get(error.reason, reasons["wording"]),
        translate("messages", "请改短或换个写法，再导出一次。"),
    )


def _printed_field(code: str) -> str:
    words = {
        "task_text": translate("messages", "工作任务"),
        "indicator_name": translate("messages", "指标"),
        "unit": translate("messages", "单位"),
        "amount": translate("messages", "累计完成"),
        "target": translate("messages", "目标值"),
        "unit_name": translate("messages", "单位名称"),
        "unit_code": translate("messages", "单位代码"),
        "plan_title": translate("messages", "工作要点"),
        "document_number": translate("messages", "文号"),
        "filled_by": translate("messages", "填报人"),
        "phone": translate("messages", "联系电话"),
        "reviewed_by": translate("messages", "审核人"),
        "unit_head": translate("messages", "单位负责人"),
        "item_title": translate("messages", "目"),
        "part_title": translate("messages", "部分"),
        "superior_name": translate("messages", "上级单位的名称"),
        "superior_code": translate("messages", "上级单位的代码"),
        "contact": translate("messages", "联系人"),
        "roles": translate("messages", "签批要求"),
        "lead": translate("messages", "牵头单位"),
        "support": translate("messages", "配合单位"),
        "whole": translate("messages", "总目标"),
        "baseline": translate("messages", "基数"),
        "due": translate("messages", "完成时限"),
        "comment": translate("messages", "审核意见"),
        "plan_id": translate("messages", "要点编号"),
        "task_id": translate("messages", "任务编号"),
        "indicator_id": translate("messages", "指标编号"),
        "evidence": translate("messages", "佐证材料"),
        "return_check_code": translate("messages", "校验码"),
        "supersedes": translate("messages", "校验码"),
    }
    return words.get(code) or field_word(code)


def _not_a_return(error: "NotOurForm") -> Message:
    return Message(
        translate("messages", "这不是一份完好的表"),
        form_reason(error.reason.value),
        translate("messages", "请对方用要点填报重新导出，把原文件发来，不要另存。"),
        error.where,
    )


def _return_refused(error: "WorkbookRefused") -> Message:
    from ui.messages.examination import refusal  # it needs the signing room, which takes long to import

    return refusal(error)


def _errors_left(error: "ErrorsLeft") -> Message:
    return Message(
        translate("messages", "还有 {count} 处必须改正，没有导出").format(count=error.count),
        translate("messages", "签名以后就不能再改，所以有错误时不签。"),
        translate("messages", "请在“签批并导出”里逐条点开改正。"),
    )


TABLE: Table = {
    "NotPrintable": _not_printable,
    "NotOurForm": _not_a_return,
    "WorkbookRefused": _return_refused,
    "ErrorsLeft": _errors_left,
}
