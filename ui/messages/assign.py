"""The messages about the directory of units and about assigning to them."""

from typing import TYPE_CHECKING

from ui.messages.message import Message, Table, name, translate

if TYPE_CHECKING:
    from models.store.assignments import CellGone
    from models.store.directory import OwnUnitListed
    from models.store.problems import DuplicateUnit
    from models.work.directory import NoUnitsFound, TooManyUnits
    from models.work.distribute import NothingToDistributeBy
    from models.workbooks.issue import IssueOvertaken


def _duplicate_unit(error: "DuplicateUnit") -> Message:
    unit = f"{error.name}（{error.code}）" if error.code else error.name
    return Message(
        translate("messages", "“{unit}”重复了").format(unit=unit),
        translate("messages", "两个单位代码相同，或者名称相同又没有代码，收表时就分不清是谁的。名录没有改动。"),
        translate("messages", "请给同名的单位分别填上代码，或删去重复的一行。"),
    )


def _own_unit_listed(error: "OwnUnitListed") -> Message:
    return Message(
        translate("messages", "“{unit}”是本单位，不能列为下级").format(unit=error.name),
        translate("messages", "名录里只放要给它下达任务的单位。名录没有改动。"),
        translate("messages", "请从名单里删去这一行，再导入一次。"),
    )


def _cell_gone(_: "CellGone") -> Message:
    return Message(
        translate("messages", "这一格已经不在分解表里了"),
        translate("messages", "这个单位已停用，或者工作要点换了新版，不再有这项任务或这个指标。什么都没有改动。"),
        translate("messages", "请刷新分解表，再从现有的任务和单位里选。"),
    )


def _nothing_to_distribute_by(_: "NothingToDistributeBy") -> Message:
    return Message(
        translate("messages", "没有可以分解的依据"),
        translate("messages", "没有选中单位，或者选中的单位在这一列里都是空白或零。分解表没有改动。"),
        translate("messages", "请先选单位，或在名录里填上学生数一类的依据，再分解一次。"),
    )


def _no_units_found(error: "NoUnitsFound") -> Message:
    where = translate("messages", "“{name}”").format(name=name(error.path)) if error.path else ""
    return Message(
        translate("messages", "{where}里没有找到单位").format(where=where or translate("messages", "粘贴的内容")),
        translate("messages", "名单可以是一行一个单位名称，也可以是带“单位名称”一列的表。名录没有改动。"),
        translate("messages", "请给单位那一列写上标题“单位名称”，再导入一次。"),
    )


def _too_many_units(error: "TooManyUnits") -> Message:
    return Message(
        translate("messages", "名单太长：有 {count} 个单位").format(count=error.count),
        translate("messages", "一份名录最多放 {limit} 个单位。名录没有改动。").format(limit=error.limit),
        translate("messages", "请只导入由本单位直接下达任务的单位，其余的由下一级再分。"),
    )


def _issue_overtaken(error: "IssueOvertaken") -> Message:
    return Message(
        translate("messages", "“{unit}”的任务下达表刚刚另外下达过").format(unit=error.unit_name),
        translate("messages", "这一批文件没有写出，什么都没有登记。"),
        translate("messages", "请再下达一次，版次会接着往下排。"),
    )


TABLE: Table = {
    "DuplicateUnit": _duplicate_unit,
    "OwnUnitListed": _own_unit_listed,
    "CellGone": _cell_gone,
    "NothingToDistributeBy": _nothing_to_distribute_by,
    "IssueOvertaken": _issue_overtaken,
    "NoUnitsFound": _no_units_found,
    "TooManyUnits": _too_many_units,
}
