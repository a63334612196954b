"""The messages about corrections of a plan that cannot be made."""

from typing import TYPE_CHECKING

from ui.messages.message import Message, Table, translate

if TYPE_CHECKING:
    from models.plan.draft import (
        ItemNotEmpty,
        KindContradictsTargets,
        NothingToSplit,
        NotInPlan,
        NotNeighbours,
        WordingMissing,
    )

_LONGEST = 40  # characters of a task's wording that a headline has room for


def _not_neighbours(_: "NotNeighbours") -> Message:
    return Message(
        translate("messages", "这几项任务不相邻，不能合并"),
        translate("messages", "在原文里它们之间还有别的任务或标题。"),
        translate("messages", "请选相邻的任务；确实要合在一起的，可以改写其中一项，再删去另一项。"),
    )


def _nothing_to_split(error: "NothingToSplit") -> Message:
    return Message(
        translate("messages", "这里不能拆分“{text}”").format(text=error.text[:_LONGEST]),
        translate("messages", "光标的一侧没有文字。"),
        translate("messages", "请把光标放在两项工作之间，再拆分。"),
    )


def _wording_missing(error: "WordingMissing") -> Message:
    missing = {
        "task": translate("messages", "任务没有内容"),
        "indicator": translate("messages", "指标没有名称"),
        "title": translate("messages", "标题是空的"),
    }
    return Message(
        missing.get(error.missing, missing["title"]),
        translate("messages", "修改没有生效，原来的文字还在。"),
        translate("messages", "请填写文字；不要这一项，就删除它。"),
    )


def _kind_contradicts_targets(error: "KindContradictsTargets") -> Message:
    return Message(
        translate("messages", "“{text}”的类型与它的指标不符").format(text=error.text[:_LONGEST]),
        translate("messages", "有指标的任务是量化任务，没有指标的不是。"),
        translate("messages", "请先增加或删除指标，类型会随着改变。"),
    )


def _item_not_empty(error: "ItemNotEmpty") -> Message:
    return Message(
        translate("messages", "“{title}”下面还有任务，不能删除").format(title=error.title[:_LONGEST]),
        translate("messages", "删除条目不会连同任务一起删除。"),
        translate("messages", "请先把其中的任务移走或删除。"),
    )


def _not_in_plan(error: "NotInPlan") -> Message:
    missing = {
        "task": translate("messages", "这项任务已经不在了"),
        "indicator": translate("messages", "这个指标已经不在了"),
        "item": translate("messages", "这一目已经不在了"),
        "part": translate("messages", "这个部分已经不在了"),
    }
    return Message(
        missing.get(error.missing, missing["task"]),
        translate("messages", "也许刚才已经删除、合并或者撤销了。什么都没有改动。"),
        translate("messages", "请在左边的列表里另选一项。"),
    )


TABLE: Table = {
    "NotInPlan": _not_in_plan,
    "NotNeighbours": _not_neighbours,
    "NothingToSplit": _nothing_to_split,
    "WordingMissing": _wording_missing,
    "KindContradictsTargets": _kind_contradicts_targets,
    "ItemNotEmpty": _item_not_empty,
}
