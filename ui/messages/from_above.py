"""The messages about what comes from the superior: assignments and receipts; and about taking a return back."""

from typing import TYPE_CHECKING

from ui.messages.message import Message, Table, translate

if TYPE_CHECKING:
    from models.work.assignment_checks import AssignmentConflict, AssignmentOfAnotherPlan, AssignmentOlder
    from models.work.closing import PeriodAccepted
    from models.work.from_above import NotASuperior, SheetOfAnotherUnit, SignerUnconfirmed, SuperiorDiffers
    from models.work.take_receipt import ReceiptConflict, ReceiptForUnknownReturn, ReceiptOlder
    from models.work.withdrawing import NothingToWithdraw


def _unit(name: str, code: str) -> str:
    return f"{name}（{code}）" if code else name


def _sheet_of_another_unit(error: "SheetOfAnotherUnit") -> Message:
    return Message(
        translate("messages", "这份文件是给“{unit}”的，不是给本单位的").format(
            unit=_unit(error.unit_name, error.unit_code)
        ),
        translate("messages", "这个工作区属于“{own}”。什么都没有改动。").format(
            own=_unit(error.own_name, error.own_code)
        ),
        translate("messages", "请向上级要本单位的那一份；如果打开错了工作区，请先换过来。"),
    )


def _superior_differs(error: "SuperiorDiffers") -> Message:
    return Message(
        translate("messages", "这份文件来自“{sender}”，不是原来的上级").format(sender=error.superior_name),
        translate("messages", "到现在为止，任务都由“{known}”下达。什么都没有改动。").format(known=error.known_name),
        translate("messages", "如果确实换了上级，请在导入时确认；否则请问清这份文件从哪里来。"),
    )


def _not_a_superior(error: "NotASuperior") -> Message:
    return Message(
        translate("messages", "“{sender}”不是本单位的上级").format(sender=error.unit_name),
        translate("messages", "任务下达表和审核回执只能由上级发来。什么都没有改动。"),
        translate("messages", "这份文件如果是本单位下发的，请发给下级单位；收到的，请问清从哪里来。"),
    )


def _signer_unconfirmed(error: "SignerUnconfirmed") -> Message:
    return Message(
        translate("messages", "还没有人核对过“{unit}”的签名指纹").format(unit=error.unit_name),
        translate("messages", "指纹是 {fingerprint}。核对之前，文件里的内容不会导入。").format(
            fingerprint=error.fingerprint
        ),
        translate("messages", "请打电话给对方读一遍指纹，一致的话在校验窗口里确认，再导入一次。"),
    )


def _assignment_older(error: "AssignmentOlder") -> Message:
    return Message(
        translate("messages", "这是第 {version} 版任务下达表，比现有的旧").format(version=error.version),
        translate("messages", "工作区里已经是第 {taken} 版。旧版没有导入，什么都没有改动。").format(taken=error.taken),
        translate("messages", "不需要再做什么；要核对内容，请看最新的一版。"),
    )


def _assignment_conflict(error: "AssignmentConflict") -> Message:
    return Message(
        translate("messages", "有两份不同的任务下达表都是第 {version} 版").format(version=error.version),
        translate("messages", "同一版的内容应当一样。后一份没有导入，什么都没有改动。"),
        translate("messages", "请告诉上级，由上级重新下达一版。"),
    )


def _assignment_of_another_plan(error: "AssignmentOfAnotherPlan") -> Message:
    return Message(
        translate("messages", "这份任务下达表属于另一份工作要点：“{title}”").format(title=error.plan_title),
        translate("messages", "这个工作区里已经按“{title}”填过进展。什么都没有改动。").format(title=error.own_title),
        translate("messages", "请用这份任务下达表新建一个工作区；原来的照样保留。"),
    )


def _period_accepted(error: "PeriodAccepted") -> Message:
    return Message(
        translate("messages", "{period}已经审核通过，不能再改").format(period=error.period.official_name),
        translate("messages", "上级已按第 {sequence} 次填报表汇总。填报内容没有改动。").format(sequence=error.sequence),
        translate("messages", "发现有误，请联系上级退回这份填报表；导入退回的回执后就能更正。"),
    )


def _receipt_for_unknown_return(error: "ReceiptForUnknownReturn") -> Message:
    return Message(
        translate("messages", "这份回执审核的填报表不是从这里报出的"),
        translate(
            "messages", "它说的是{period}第 {sequence} 次填报表，这个工作区没有导出过数据校验码相同的一份。"
        ).format(period=error.period.official_name, sequence=error.sequence),
        translate("messages", "如果是在别的电脑上填报的，请到那台电脑上导入；否则请把回执发回上级核对。"),
    )


def _receipt_older(error: "ReceiptOlder") -> Message:
    return Message(
        translate("messages", "这是第 {number} 号回执，比现有的旧").format(number=error.number),
        translate("messages", "同一份填报表已经导入过第 {taken} 号回执。旧的没有导入，什么都没有改动。").format(
            taken=error.taken
        ),
        translate("messages", "不需要再做什么；以号数大的回执为准。"),
    )


def _receipt_conflict(error: "ReceiptConflict") -> Message:
    return Message(
        translate("messages", "有两份不同的回执都是第 {number} 号").format(number=error.number),
        translate("messages", "同一号回执的内容应当一样。后一份没有导入，什么都没有改动。"),
        translate("messages", "请告诉上级，由上级重新发一份回执。"),
    )


def _nothing_to_withdraw(error: "NothingToWithdraw") -> Message:
    return Message(
        translate("messages", "{period}没有可以撤回的填报表").format(period=error.period.official_name),
        translate("messages", "这一期还没有正式导出，或者已经撤回、退回，正在更正。"),
        translate("messages", "请直接修改，再导出新的一次。"),
    )


TABLE: Table = {
    "SheetOfAnotherUnit": _sheet_of_another_unit,
    "SuperiorDiffers": _superior_differs,
    "NotASuperior": _not_a_superior,
    "SignerUnconfirmed": _signer_unconfirmed,
    "AssignmentOlder": _assignment_older,
    "AssignmentConflict": _assignment_conflict,
    "AssignmentOfAnotherPlan": _assignment_of_another_plan,
    "PeriodAccepted": _period_accepted,
    "ReceiptForUnknownReturn": _receipt_for_unknown_return,
    "ReceiptOlder": _receipt_older,
    "ReceiptConflict": _receipt_conflict,
    "NothingToWithdraw": _nothing_to_withdraw,
}
