"""The messages about signing identities, their secrets and their fingerprints."""

from typing import TYPE_CHECKING

from ui.messages.message import Message, Table, folder, translate
from ui.wording import day

if TYPE_CHECKING:
    from models.core.account_secret import AccountSecretMissing, AccountSecretUnusable
    from models.signing.identity import IdentityDamaged, PassphraseTooShort, UnitNameUnfit, WrongPassphrase
    from models.signing.sign import IdentityNotValid
    from models.signing.trust import NotAFingerprint
    from models.work.keys import PassphraseNeeded
    from models.workbooks.export import IdentityOfAnotherUnit


def _account_secret_missing(error: "AccountSecretMissing") -> Message:
    return Message(
        translate("messages", "打不开签名身份：这个账户没有它的钥匙"),
        translate("messages", "签名身份是在另一个账户或另一台电脑上建立的，也可能钥匙文件已被删除。"),
        translate("messages", "请回到原来的电脑和账户导出；钥匙应在“{folder}”里。").format(folder=folder(error.path)),
    )


def _account_secret_unusable(error: "AccountSecretUnusable") -> Message:
    reasons = {
        "damaged": translate("messages", "钥匙文件被截断或改动过。"),
        "wrapping": translate("messages", "钥匙是在另一种系统上保存的，这里认不得。"),
        "account": translate("messages", "Windows 说这把钥匙属于另一个账户。"),
    }
    return Message(
        translate("messages", "打不开签名身份：钥匙不能用"),
        reasons.get(error.reason, reasons["damaged"]),
        translate("messages", "请回到原来的账户，或从备份恢复“{folder}”。").format(folder=folder(error.path)),
    )


def _unit_name_unfit(error: "UnitNameUnfit") -> Message:
    what = translate("messages", "单位代码") if error.field == "code" else translate("messages", "单位名称")
    if error.reason == "empty":
        meaning = translate("messages", "签名里必须写明是哪个单位。")
    else:
        meaning = translate("messages", "它超过 {limit} 个字，或者含有看不见的字符。").format(limit=error.limit)
    return Message(
        translate("messages", "{what}不能用来签名").format(what=what),
        meaning,
        translate("messages", "请重新输入{what}。").format(what=what),
    )


def _passphrase_too_short(error: "PassphraseTooShort") -> Message:
    return Message(
        translate("messages", "口令太短"),
        translate("messages", "现在有 {length} 个字符，至少要 {minimum} 个。").format(
            length=error.length, minimum=error.minimum
        ),
        translate("messages", "请换一个长一些的口令，例如一句只有您知道的话。"),
    )


def _wrong_passphrase(error: "WrongPassphrase") -> Message:
    if error.protection == "account":
        return Message(
            translate("messages", "打不开签名身份：钥匙对不上"),
            translate("messages", "签名身份不是用这个账户的钥匙锁上的。"),
            translate("messages", "请回到原来的电脑和账户导出。"),
        )
    return Message(
        translate("messages", "口令不对"),
        translate("messages", "用这个口令打不开签名身份，什么都没有改动。"),
        translate("messages", "请检查大小写和输入法，再试一次。"),
    )


def _identity_damaged(error: "IdentityDamaged") -> Message:
    reasons = {
        "format": translate("messages", "签名身份文件的内容不是签名身份。"),
        "newer": translate("messages", "它由新版程序建立，这个版本认不得。"),
        "sum": translate("messages", "文件建立以后被改动过，或复制时损坏。"),
        "certificate": translate("messages", "里面的证书不合要求。"),
        "key": translate("messages", "里面的密钥与证书对不上。"),
    }
    return Message(
        translate("messages", "签名身份不能用"),
        reasons.get(error.reason, reasons["format"]),
        translate("messages", "请从备份恢复工作区旁边扩展名为 .identity 的文件。"),
    )


def _identity_not_valid(error: "IdentityNotValid") -> Message:
    return Message(
        translate("messages", "今天不在签名身份的有效期内"),
        translate("messages", "有效期是{start}至{end}，这台电脑的日期是{today}。").format(
            start=day(error.valid_from.date()), end=day(error.valid_until.date()), today=day(error.at.date())
        ),
        translate("messages", "请先核对电脑的日期；日期没错，就要重建签名身份。"),
    )


def _not_a_fingerprint(error: "NotAFingerprint") -> Message:
    return Message(
        translate("messages", "“{text}”不是指纹").format(text=error.text[:40]),
        translate("messages", "指纹是 16 个字母和数字，例如 K7QM 2XHD 9PTA VW4E。"),
        translate("messages", "请照着对方念的重新输入。"),
    )


def _passphrase_needed(_: "PassphraseNeeded") -> Message:
    return Message(
        translate("messages", "签名身份要用口令打开"),
        translate("messages", "建立工作区时为签名身份设了口令。"),
        translate("messages", "请输入口令后再导出。"),
    )


def _identity_of_another_unit(error: "IdentityOfAnotherUnit") -> Message:
    return Message(
        translate("messages", "签名身份属于另一个单位"),
        translate("messages", "签名身份写的是“{identity}”，填报表是“{unit}”的。").format(
            identity=error.identity_name, unit=error.unit_name
        ),
        translate("messages", "单位改了名称或代码，就要为它另建工作区和签名身份。"),
    )


TABLE: Table = {
    "AccountSecretMissing": _account_secret_missing,
    "AccountSecretUnusable": _account_secret_unusable,
    "UnitNameUnfit": _unit_name_unfit,
    "PassphraseTooShort": _passphrase_too_short,
    "WrongPassphrase": _wrong_passphrase,
    "IdentityDamaged": _identity_damaged,
    "IdentityNotValid": _identity_not_valid,
    "NotAFingerprint": _not_a_fingerprint,
    "PassphraseNeeded": _passphrase_needed,
    "IdentityOfAnotherUnit": _identity_of_another_unit,
}
