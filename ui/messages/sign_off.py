"""The messages about signing off, closed periods and evidence files."""

from typing import TYPE_CHECKING

from ui.messages.message import Message, Table, messages, name, size, translate
from ui.wording import listed, period_name, role_word

if TYPE_CHECKING:
    from models.core.pin import PinUnfit
    from models.store.period_events import PeriodClosed
    from models.work.closing import CorrectionReasonUnfit
    from models.work.evidence import AlreadyAttached, EmptyFile, EvidenceLost, NotEvidence, TooMuchEvidence
    from models.work.sign_off import PinNeeded, PinPaused, ResetReasonUnfit, SignOffMissing, WrongPin
    from models.workbooks.archive import BundleRefused
    from ui.operations.returns import ChangedMeanwhile


def _pin_unfit(error: "PinUnfit") -> Message:
    return Message(
        translate("messages", "PIN 的长度不对"),
        translate("messages", "PIN 要有 {minimum} 到 {maximum} 个字符。").format(
            minimum=error.minimum, maximum=error.maximum
        ),
        translate("messages", "请重新输入。"),
    )


def _wrong_pin(error: "WrongPin") -> Message:
    return Message(
        translate("messages", "{name}的 PIN 不对，没有签批").format(name=error.name),
        messages.tr("每错一次，下一次就要等得更久；现在要等 %n 秒。", "", error.seconds),
        translate("messages", "请{name}本人输入；忘了，可点“PIN…”重设，重设会留下记录。").format(name=error.name),
    )


def _pin_paused(error: "PinPaused") -> Message:
    return Message(
        translate("messages", "{name}的 PIN 输错过，还要等一会儿").format(name=error.name),
        messages.tr("还有 %n 秒不能再试。", "", error.seconds),
        translate("messages", "请到时再试；填报内容都在，可以先做别的。"),
    )


def _pin_needed(error: "PinNeeded") -> Message:
    return Message(
        translate("messages", "{name}要用 PIN 签批").format(name=error.name),
        translate("messages", "这个姓名设了 PIN，没有它就不能以这个姓名签批。"),
        translate("messages", "请{name}本人输入 PIN；忘了，可点“PIN…”重设，重设会留下记录。").format(name=error.name),
    )


def _reset_reason_unfit(error: "ResetReasonUnfit") -> Message:
    if not error.length:
        meaning = translate("messages", "重设别人的 PIN 会留下记录，要写明为什么。")
    else:
        meaning = translate("messages", "现在有 {length} 个字，最多 {limit} 个。").format(
            length=error.length, limit=error.limit
        )
    return Message(
        translate("messages", "重设的原因没有写好"),
        meaning,
        translate("messages", "请写一句原因，例如“本人忘了 PIN，已当面核实”。"),
    )


def _sign_off_missing(error: "SignOffMissing") -> Message:
    return Message(
        translate("messages", "还差{roles}签批").format(roles=listed([role_word(role) for role in error.roles])),
        translate("messages", "签批按填报人、审核人、单位负责人的顺序进行；缺一个必签的，就不能作为正式的填报表导出。"),
        translate("messages", "请补齐签批，或先存为草稿。"),
    )


def _period_closed(error: "PeriodClosed") -> Message:
    return Message(
        translate("messages", "{period}已经导出，不能再改").format(period=period_name(error.period)),
        translate(
            "messages", "第 {sequence} 次填报表已经签批导出，本期随之关闭；填写、撤销和重做都到不了这一期。"
        ).format(sequence=error.sequence),
        translate("messages", "确实要改，请转到这一期，按“更正…”并写明原因。"),
    )


def _changed_meanwhile(error: "ChangedMeanwhile") -> Message:
    return Message(
        translate("messages", "导出期间内容有改动，没有导出"),
        translate("messages", "{period}的内容在制表和登记之间变了，写好的文件已经收回，什么都没有登记。").format(
            period=period_name(error.period)
        ),
        translate("messages", "请再导出一次。"),
    )


def _correction_reason_unfit(error: "CorrectionReasonUnfit") -> Message:
    if not error.length:
        meaning = translate("messages", "更正会留下记录，要写明为什么。")
    else:
        meaning = translate("messages", "现在有 {length} 个字，最多 {limit} 个。").format(
            length=error.length, limit=error.limit
        )
    return Message(
        translate("messages", "更正的原因没有写好"),
        meaning,
        translate("messages", "请写一句原因，例如“上级退回，数字有误”。"),
    )


def _not_evidence(error: "NotEvidence") -> Message:
    return Message(
        translate("messages", "“{name}”是程序，不能作佐证材料").format(name=error.name),
        translate("messages", "这一类文件一打开就会运行，收到的人不敢打开它。"),
        translate("messages", "请附文档、图片或扫描件。"),
    )


def _empty_file(error: "EmptyFile") -> Message:
    return Message(
        translate("messages", "“{name}”是空文件").format(name=error.name),
        translate("messages", "里面没有内容，没有附上。"),
        translate("messages", "请核对是不是选错了文件。"),
    )


def _too_much_evidence(error: "TooMuchEvidence") -> Message:
    return Message(
        translate("messages", "“{name}”附不下了").format(name=error.name),
        messages.tr("一期的佐证材料合计最多 {limit}、%n 个文件。", "", error.most).format(limit=size(error.limit)),
        translate("messages", "请先移除不要的，或把图片压缩后再附。"),
    )


def _already_attached(error: "AlreadyAttached") -> Message:
    return Message(
        translate("messages", "{names}已经附在这项任务上").format(names=listed([f"“{one}”" for one in error.names])),
        translate("messages", "内容与已附的一模一样，没有再附一次；名称不同也算同一份。"),
        translate("messages", "要附别的文件，请另选；要换名称，请先移除再附。"),
    )


def _evidence_lost(error: "EvidenceLost") -> Message:
    return Message(
        translate("messages", "佐证材料“{name}”不见了").format(name=error.name),
        translate("messages", "工作区旁边的佐证材料文件夹里没有它，或者它被改动过。"),
        translate("messages", "请移除后重新附上，或从备份恢复那个文件夹。"),
    )


def _bundle_refused(error: "BundleRefused") -> Message:
    reasons = {
        "not_zip": translate("messages", "它不是压缩包。"),
        "too_large": translate("messages", "它大得不像一份填报表和它的佐证材料。"),
        "too_many": translate("messages", "里面的文件多得不像一份填报表和它的佐证材料。"),
        "name": translate("messages", "里面有通向别的文件夹、重复或不合规的文件名。"),
        "encrypted": translate("messages", "压缩包加了密码。"),
        "damaged": translate("messages", "压缩包残缺，或者被特意做成读不通的样子。"),
        "no_return": translate("messages", "里面没有进展填报表（.xlsx）。"),
        "several_returns": translate("messages", "里面不止一份 .xlsx，分不清哪一份是填报表。"),
    }
    return Message(
        translate("messages", "“{name}”不是填报表的压缩包，没有解开").format(name=name(error.path)),
        reasons.get(error.reason, reasons["damaged"]),
        translate("messages", "请对方用要点填报重新导出，把压缩包原样发来。"),
    )


TABLE: Table = {
    "PinUnfit": _pin_unfit,
    "WrongPin": _wrong_pin,
    "PinPaused": _pin_paused,
    "PinNeeded": _pin_needed,
    "ResetReasonUnfit": _reset_reason_unfit,
    "SignOffMissing": _sign_off_missing,
    "PeriodClosed": _period_closed,
    "ChangedMeanwhile": _changed_meanwhile,
    "CorrectionReasonUnfit": _correction_reason_unfit,
    "NotEvidence": _not_evidence,
    "EmptyFile": _empty_file,
    "TooMuchEvidence": _too_much_evidence,
    "AlreadyAttached": _already_attached,
    "EvidenceLost": _evidence_lost,
    "BundleRefused": _bundle_refused,
}
