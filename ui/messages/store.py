"""The messages about workspaces and what is recorded in them."""

from typing import TYPE_CHECKING

from ui.messages.message import Message, Table, name, translate

if TYPE_CHECKING:
    from models.store.problems import (
        NameMissing,
        NameTooLong,
        NotAWorkspace,
        PlanInUse,
        ReasonMissing,
        TextTooLong,
        WorkspaceDamaged,
        WorkspaceExists,
        WorkspaceTooNew,
    )


def _what(code: str) -> str:
    words = {
        "unit": translate("messages", "单位名称"),
        "unit_code": translate("messages", "单位代码"),
        "short_name": translate("messages", "单位简称"),
        "level": translate("messages", "单位层级"),
        "kind": translate("messages", "单位类型"),
        "contact": translate("messages", "联系人"),
        "weight": translate("messages", "分解依据的名称"),
        "operator": translate("messages", "填报人"),
        "filler": translate("messages", "填报人"),
        "reviewer": translate("messages", "审核人"),
        "unit_head": translate("messages", "单位负责人"),
    }
    return words.get(code, code)


def field_word(code: str) -> str:
    """Say which field of an entry a code means."""
    words = {
        "narrative": translate("messages", "进展情况"),
        "problems": translate("messages", "存在问题"),
        "next_steps": translate("messages", "下一步打算"),
        "remark": translate("messages", "备注"),
    }
    return words.get(code, translate("messages", "无数据的原因"))


def _not_a_workspace(error: "NotAWorkspace") -> Message:
    reasons = {
        "no_database": translate("messages", "它是别的类型的文件，没有被改动。"),
        "other_program": translate("messages", "它是别的程序的数据库，没有被改动。"),
        "other_shape": translate("messages", "它像是工作区，但里面的结构被动过，所以没有打开。"),
    }
    return Message(
        translate("messages", "“{name}”不是要点填报的工作区").format(name=name(error.path)),
        reasons.get(error.reason, reasons["other_shape"]),
        translate("messages", "请选择扩展名为 .yaodian 的工作区文件，或新建一个。"),
    )


def _workspace_too_new(error: "WorkspaceTooNew") -> Message:
    return Message(
        translate("messages", "工作区“{name}”来自更新的版本").format(name=name(error.path)),
        translate("messages", "它的格式是第 {version} 版，这个程序只认到第 {supported} 版。文件没有改动。").format(
            version=error.version, supported=error.supported
        ),
        translate("messages", "请安装新版要点填报，再打开它。"),
    )


def _workspace_exists(error: "WorkspaceExists") -> Message:
    return Message(
        translate("messages", "已经有一个文件叫“{name}”").format(name=name(error.path)),
        translate("messages", "新工作区不会覆盖已有的文件。"),
        translate("messages", "请打开原来的工作区，或给新工作区换一个名字。"),
    )


def _workspace_damaged(error: "WorkspaceDamaged") -> Message:
    return Message(
        translate("messages", "工作区“{name}”已损坏").format(name=name(error.path)),
        translate("messages", "文件里的数据前后对不上，可能是磁盘出错或复制中断。程序没有改动它。"),
        translate("messages", "请先把这个文件另存一份，再用最近的备份；需要时把详细信息给技术人员。"),
        error.detail,
    )


def _name_missing(error: "NameMissing") -> Message:
    return Message(
        translate("messages", "{what}还没有填").format(what=_what(error.what)),
        translate("messages", "这一项会写进工作区和导出的填报表，不能空着。"),
        translate("messages", "请填写后再继续。"),
    )


def _name_too_long(error: "NameTooLong") -> Message:
    return Message(
        translate("messages", "{what}太长").format(what=_what(error.what)),
        translate("messages", "现在有 {length} 个字，最多 {limit} 个。").format(length=error.length, limit=error.limit),
        translate("messages", "请缩短后再继续。"),
    )


def _text_too_long(error: "TextTooLong") -> Message:
    return Message(
        translate("messages", "“{field}”太长，没有存下").format(field=field_word(error.field)),
        translate("messages", "现在有 {length} 个字，最多 {limit} 个。").format(length=error.length, limit=error.limit),
        translate("messages", "请删减一些；详细材料可以另附。"),
    )


def _reason_missing(_: "ReasonMissing") -> Message:
    return Message(
        translate("messages", "选了“无数据”，还没有说明原因"),
        translate("messages", "空白、零和无数据是三回事：无数据要写明为什么。"),
        translate("messages", "请写一句原因，例如“年底统计”。"),
    )


def _plan_in_use(error: "PlanInUse") -> Message:
    return Message(
        translate("messages", "工作要点没有更换"),
        translate("messages", "“{title}”与工作区里的不同，而原来的任务已经填过进展。").format(title=error.title),
        translate("messages", "请为新的工作要点另建一个工作区。"),
    )


TABLE: Table = {
    "NotAWorkspace": _not_a_workspace,
    "WorkspaceTooNew": _workspace_too_new,
    "WorkspaceExists": _workspace_exists,
    "WorkspaceDamaged": _workspace_damaged,
    "NameMissing": _name_missing,
    "NameTooLong": _name_too_long,
    "TextTooLong": _text_too_long,
    "ReasonMissing": _reason_missing,
    "PlanInUse": _plan_in_use,
}
