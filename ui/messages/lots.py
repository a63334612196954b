"""The piles that collected files are sorted into: what each is called, what it means for a file, and what to do."""

from PySide6.QtCore import QCoreApplication

from models.workbooks.gather import Lot

translate = QCoreApplication.translate


def lot_word(lot: Lot) -> str:
    """Say in a few words, with a sign, what became of a file."""
    return {
        Lot.TAKEN: translate("lots", "● 已收，待审核"),
        Lot.SIGNER_UNKNOWN: translate("lots", "? 签名待确认"),
        Lot.SIGNER_DIFFERS: translate("lots", "! 签名不符"),
        Lot.ALTERED: translate("lots", "! 被改动过"),
        Lot.WRONG_PERIOD: translate("lots", "▲ 不是这一期"),
        Lot.OLDER: translate("lots", "○ 已有更新的"),
        Lot.DUPLICATE: translate("lots", "○ 已经收过"),
        Lot.CONFLICT: translate("lots", "! 次数相同内容不同"),
        Lot.UNKNOWN_UNIT: translate("lots", "▲ 不在名录里"),
        Lot.OTHER_PLAN: translate("lots", "▲ 依据的不是这份要点"),
        Lot.UNSIGNED_FORM: translate("lots", "? 手填表，待确认"),
        Lot.UNREADABLE_FORM: translate("lots", "! 手填表有读不出的格"),
        Lot.DRAFT: translate("lots", "▲ 是草稿"),
        Lot.NOT_OURS: translate("lots", "○ 不是填报表"),
        Lot.DAMAGED: translate("lots", "! 文件损坏"),
        Lot.UNREADABLE: translate("lots", "! 打不开"),
    }[lot]


def lot_meaning(lot: Lot) -> tuple[str, str]:
    """Say what a pile means for a file in it, and what to do."""
    return {
        Lot.TAKEN: (
            translate("lots", "签名有效，数据校验码相符，已经收入，等待审核。"),
            translate("lots", "打开审核，通过或退回。"),
        ),
        Lot.SIGNER_UNKNOWN: (
            translate("lots", "文件完好，但还没有人确认过这个单位的签名，所以没有收入。"),
            translate("lots", "打电话核对指纹，一致就确认；确认后自动收入。"),
        ),
        Lot.SIGNER_DIFFERS: (
            translate("lots", "文件完好，但签名人不是以前确认过的那一位：可能换了电脑，也可能是别人代签。没有收入。"),
            translate("lots", "打电话核对两个指纹；换了签名的，请对方把换签通知一并送来。"),
        ),
        Lot.ALTERED: (
            translate("lots", "签名以后内容被改动过，或者签名已经去掉（用 Excel、WPS 另存也会这样）。没有收入。"),
            translate("lots", "请对方在程序里重新导出，不要打开另存。"),
        ),
        Lot.WRONG_PERIOD: (
            translate("lots", "文件完好，但填报期不是现在收的这一期，或者不是本年度的。没有收入。"),
            translate("lots", "要收其他填报期，请选“各期都收”再收一次。"),
        ),
        Lot.OLDER: (
            translate("lots", "这个单位这一期已经有次数更靠后的一份，以后一份为准。"),
            translate("lots", "不用处理。"),
        ),
        Lot.DUPLICATE: (translate("lots", "同一份已经收过，没有重复收入。"), translate("lots", "不用处理。")),
        Lot.CONFLICT: (
            translate("lots", "同一单位、同一期、同一次数，内容却不同：可能是两台电脑各报各的。没有收入。"),
            translate("lots", "请对方说明以哪一份为准，另一台电脑更正后重新导出。"),
        ),
        Lot.UNKNOWN_UNIT: (
            translate("lots", "文件完好，但名录里没有这个单位（按单位代码、再按名称找）。没有收入。"),
            translate("lots", "在名录里加上它，或核对代码，再收一次。"),
        ),
        Lot.OTHER_PLAN: (
            translate("lots", "文件完好，但依据的不是本工作区的工作要点。没有收入。"),
            translate("lots", "请对方核对是不是报错了文件，或导入本级的任务下达表再填。"),
        ),
        Lot.UNSIGNED_FORM: (
            translate("lots", "这是手填的空白表，没有签名，程序不能证明是谁填的。"),
            translate("lots", "和填表人核对后再确认收入；会一直标明“手填”。"),
        ),
        Lot.UNREADABLE_FORM: (
            translate("lots", "手填表里有读不出来的格，没有收入。"),
            translate("lots", "按列出的格改正后再收一次。"),
        ),
        Lot.DRAFT: (
            translate("lots", "这是一份草稿：还没有完成签批，数字不作数。没有收入。"),
            translate("lots", "请对方完成签批后正式导出。"),
        ),
        Lot.NOT_OURS: (
            translate("lots", "这个文件不是进展填报表。没有收入。"),
            translate("lots", "不用处理；如果应该是填报表，请对方用程序导出的原件。"),
        ),
        Lot.DAMAGED: (
            translate("lots", "文件在路上被截断或损坏，读不完整。没有收入。"),
            translate("lots", "请对方重新发送，或换一个 U 盘。"),
        ),
        Lot.UNREADABLE: (
            translate("lots", "这台电脑读不了这个文件：可能正被别的程序打开，或没有权限。"),
            translate("lots", "关掉占用它的程序，再收一次。"),
        ),
    }[lot]
