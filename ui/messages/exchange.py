"""The messages about reviewing what came in, and about the ways out: sticks and letters."""

from typing import TYPE_CHECKING

from ui.messages.message import Message, Table, name, size, translate

if TYPE_CHECKING:
    from models.core.verified_copy import CopyDiffers
    from models.work.closures import NotCompleted
    from models.work.mail_draft import LetterTooLarge
    from models.work.review import NothingToCorrect, ReturnReplaced
    from models.work.roll_up import NeverSummed


def _copy_differs(error: "CopyDiffers") -> Message:
    return Message(
        translate("messages", "“{file}”写到 U 盘后读出来不一样").format(file=name(error.path)),
        translate("messages", "写进去的和读回来的内容不同，多半是 U 盘坏了或没有插好；这一份不能用。"),
        translate("messages", "请删掉 U 盘上的这个文件，换一个 U 盘或接口再复制。"),
    )


def _letter_too_large(error: "LetterTooLarge") -> Message:
    return Message(
        translate("messages", "附件太大，没有写成邮件"),
        translate("messages", "附件共 {size}，一般的邮箱最多收 {limit}。").format(
            size=size(error.size), limit=size(error.limit)
        ),
        translate("messages", "请用 U 盘报送，或把佐证材料分开寄。"),
    )


def _return_replaced(error: "ReturnReplaced") -> Message:
    return Message(
        translate("messages", "第 {sequence} 次上报已被第 {latest} 次替代，不能再审核").format(
            sequence=error.sequence, latest=error.latest
        ),
        translate("messages", "该单位后来又报了一份，以后一份为准。没有改动。"),
        translate("messages", "请打开最新的一份审核。"),
    )


def _nothing_to_correct(_: "NothingToCorrect") -> Message:
    return Message(
        translate("messages", "退回修改要写明意见"),
        translate("messages", "没有总的意见，也没有任何一项任务的意见，填报单位就不知道改什么。没有改动。"),
        translate("messages", "请写明哪里不对、为什么、怎么改，再退回。"),
    )


def _not_completed(error: "NotCompleted") -> Message:
    return Message(
        translate("messages", "这项任务还没有报“已完成”，不能销号"),
        translate("messages", "“{task}”最近一期的进展状态不是“已完成”。没有改动。").format(task=error.text),
        translate("messages", "请先在最近的填报期把它填为“已完成”并附上佐证材料，再销号。"),
    )


def _never_summed(error: "NeverSummed") -> Message:
    return Message(
        translate("messages", "“{name}”是上限或百分比，不能合计").format(name=error.name),
        translate("messages", "各单位的上限和百分比加起来没有意义。汇总方式没有改动。"),
        translate("messages", "请选按某一列加权平均，或自己填写。"),
    )


TABLE: Table = {
    "CopyDiffers": _copy_differs,
    "LetterTooLarge": _letter_too_large,
    "ReturnReplaced": _return_replaced,
    "NothingToCorrect": _nothing_to_correct,
    "NotCompleted": _not_completed,
    "NeverSummed": _never_summed,
}
