"""The messages about files, folders, disks and numbers."""

from models.core.errors import (
    Cancelled,
    DiskFull,
    FileInUse,
    FileMissing,
    FileProblem,
    FileTooLarge,
    FolderMissing,
    NoPermission,
    NotAFile,
    PathTooLong,
)
from models.core.numbers import NotANumber
from ui.messages.message import Message, Table, folder, name, size, translate


def _cancelled(_: Cancelled) -> Message:
    return Message(
        translate("messages", "已取消"),
        translate("messages", "什么都没有改动。"),
        translate("messages", "需要时再做一次即可。"),
    )


def _file_missing(error: FileMissing) -> Message:
    return Message(
        translate("messages", "找不到文件“{name}”").format(name=name(error.path)),
        translate("messages", "“{folder}”里没有这个文件，可能已被移走或改名，也可能U盘已拔出。").format(
            folder=folder(error.path)
        ),
        translate("messages", "请核对文件名和位置，再试一次。"),
    )


def _not_a_file(error: NotAFile) -> Message:
    return Message(
        translate("messages", "“{name}”不是文件").format(name=name(error.path)),
        translate("messages", "这是一个文件夹或设备，里面的内容不能直接打开。"),
        translate("messages", "请选择其中的一个文件。"),
    )


def _file_too_large(error: FileTooLarge) -> Message:
    return Message(
        translate("messages", "文件“{name}”太大，没有打开").format(name=name(error.path)),
        translate("messages", "它有 {size}，这类文件不会超过 {limit}。").format(
            size=size(error.size), limit=size(error.limit)
        ),
        translate("messages", "请确认选对了文件。"),
    )


def _disk_full(error: DiskFull) -> Message:
    return Message(
        translate("messages", "磁盘已满，“{name}”没有写成").format(name=name(error.path)),
        translate("messages", "“{folder}”所在的磁盘没有空间了，或者您的配额已用完。原有文件没有变动。").format(
            folder=folder(error.path)
        ),
        translate("messages", "请腾出空间或换一个位置，再试一次。"),
    )


def _no_permission(error: NoPermission) -> Message:
    return Message(
        translate("messages", "没有权限读写“{name}”").format(name=name(error.path)),
        translate("messages", "您的账户不能在“{folder}”里读写，或者它是只读的。").format(folder=folder(error.path)),
        translate("messages", "请换到“文档”等自己的文件夹，或请技术人员开通权限。"),
    )


def _file_in_use(error: FileInUse) -> Message:
    return Message(
        translate("messages", "文件“{name}”正被别的程序占用").format(name=name(error.path)),
        translate("messages", "多半是它在 Excel 或 WPS 里开着，也可能是另一个窗口正在使用。"),
        translate("messages", "请关闭占用它的程序，再试一次。"),
    )


def _folder_missing(error: FolderMissing) -> Message:
    return Message(
        translate("messages", "找不到文件夹“{folder}”").format(folder=folder(error.path)),
        translate("messages", "U盘可能已拔出，或者共享文件夹没有连上。"),
        translate("messages", "请接好后再试，或者换一个位置。"),
    )


def _path_too_long(error: PathTooLong) -> Message:
    return Message(
        translate("messages", "路径太长，系统不接受“{name}”").format(name=name(error.path)),
        translate("messages", "文件夹一层套一层，加上文件名，超过了系统的上限。"),
        translate("messages", "请换到层级少的文件夹，例如“文档”。"),
    )


def _file_problem(error: FileProblem) -> Message:
    return Message(
        translate("messages", "系统不让读写“{name}”").format(name=name(error.path)),
        translate("messages", "操作系统拒绝了这一步，原有文件没有变动。"),
        translate("messages", "请再试一次，或换一个位置；还不行，就把详细信息给技术人员。"),
        error.detail,
    )


def _not_a_number(error: NotANumber) -> Message:
    reasons = {
        "text": translate("messages", "这里只能填数字，可以带“万”“亿”和单位，例如 1,200 或 1.2万。"),
        "grouping": translate("messages", "逗号只用来分隔千位，例如 12,000。"),
        "unit": translate("messages", "数字后面的单位与这个指标的单位不同。"),
        "digits": translate("messages", "数字最多 15 位，再多表格里就存不准了。"),
        "negative": translate("messages", "累计数不会小于零。"),
    }
    return Message(
        translate("messages", "“{text}”不是可以填的数").format(text=error.text[:40]),
        reasons.get(error.reason, reasons["text"]),
        translate("messages", "请改成数字；确实没有数据，请选“无数据”并说明原因。"),
    )


TABLE: Table = {
    "Cancelled": _cancelled,
    "FileMissing": _file_missing,
    "NotAFile": _not_a_file,
    "FileTooLarge": _file_too_large,
    "DiskFull": _disk_full,
    "NoPermission": _no_permission,
    "FileInUse": _file_in_use,
    "FolderMissing": _folder_missing,
    "PathTooLong": _path_too_long,
    "FileProblem": _file_problem,
    "NotANumber": _not_a_number,
}
