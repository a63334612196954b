"""The messages about signing identities, their secrets and their fingerprints."""

from typing import TYPE_CHECKING

from ui.messages.message import Message, Table, folder, messages, name, translate
from ui.wording import day

if TYPE_CHECKING:
    from models.core.account_secret import AccountSecretMissing, AccountSecretUnusable
    from models.signing.identity import (
        IdentityDamaged,
        IdentityOfAnotherUnit,
        PassphraseTooShort,
        UnitNameUnfit,
        WrongPassphrase,
    )
    from models.signing.pfx import PfxRefused
    from models.signing.sign import IdentityNotValid
    from models.signing.succession import SuccessionRefused
    from models.signing.trust import NotAFingerprint
    from models.store.signers import RevocationUnexplained
    from models.work.keys import PassphraseNeeded
    from models.work.own_identity import IdentityFileRefused, IdentityNotPortable, IdentityOutdated
    from models.work.signers import NotOurSignature


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
        messages.tr("现在有 %n 个字符，至少要 {minimum} 个。", "", error.length).format(minimum=error.minimum),
        translate("messages", "请换一个长一些的口令，例如一句只有您知道的话。"),
    )


def _wrong_passphrase(error: "WrongPassphrase") -> Message:
    if error.protection == "account":
        return Message(
            translate("messages", "打不开签名身份：钥匙对不上"),
            translate("messages", "签名身份不是用这个账户的钥匙锁上的。"),
            translate("messages", "请回到原来的电脑和账户导出。"),
        )
    if error.protection == "pfx":
        return Message(
            translate("messages", "口令不对，或者文件被改动过"),
            translate("messages", "用这个口令打不开证书文件，什么都没有改动。"),
            translate("messages", "请用发证机构给的口令；还不行，请机构重新导出证书文件。"),
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
        translate("messages", "单位改了名称或代码，请在“签名身份”里点“单位改名…”，换一个写着新名称的签名。"),
    )


def _identity_not_portable(_: "IdentityNotPortable") -> Message:
    return Message(
        translate("messages", "这份签名身份只能在原来的电脑上打开"),
        translate("messages", "它由原电脑的账户锁着，不是为换电脑导出的文件。什么都没有改动。"),
        translate("messages", "请在原电脑的“签名身份”里点“导出到文件…”，用口令锁好再拿来。"),
    )


def _identity_outdated(error: "IdentityOutdated") -> Message:
    return Message(
        translate("messages", "文件里是已经换下的旧签名"),
        translate("messages", "指纹 {fingerprint} 的签名早已由现在的签名接替。什么都没有改动。").format(
            fingerprint=error.fingerprint
        ),
        translate("messages", "请继续用现在的签名；要找回别的签名，请换一份更新的文件。"),
    )


def _identity_file_refused(error: "IdentityFileRefused") -> Message:
    reasons = {
        "format": translate("messages", "它不是从“签名身份”导出的文件，或者少了一截。"),
        "newer": translate("messages", "它由新版程序导出，这个版本认不得。"),
        "sum": translate("messages", "它在导出以后被改动过，或复制时损坏。"),
        "certificate": translate("messages", "它里面的证书不合要求。"),
        "key": translate("messages", "它里面的密钥与证书对不上。"),
        "other_unit": translate("messages", "它是“{unit}”的签名身份，不是本单位的。").format(unit=error.unit_name),
        "time": translate("messages", "它的有效期是{start}至{end}，今天不在其中。").format(
            start=day(error.valid_from.date()) if error.valid_from else "",
            end=day(error.valid_until.date()) if error.valid_until else "",
        ),
    }
    kept = translate("messages", "本单位现在的签名身份没有改动。")
    return Message(
        translate("messages", "“{name}”不能导入").format(name=name(error.path)),
        f"{reasons.get(error.reason, reasons['format'])} {kept}",
        translate("messages", "请选在原电脑的“签名身份”里点“导出到文件…”得到的 .identity 文件。"),
    )


def _pfx_refused(error: "PfxRefused") -> Message:
    reasons = {
        "format": translate("messages", "它不是 .pfx 或 .p12 证书文件，或者少了一截。"),
        "empty": translate("messages", "里面没有密钥和与它对应的证书。"),
        "key": translate("messages", "密钥不是 RSA（2048、3072、4096 位）或 P-256；国密 SM2 证书 Excel 也认不得。"),
        "usage": translate("messages", "这张证书的用途不含签名，或者它是发证机构自己的。"),
        "names": translate("messages", "证书上没有能印出来的单位名称。"),
        "unreadable": translate("messages", "证书的写法不合规范，别的程序也未必认得。"),
        "expired": translate("messages", "证书已经过期。"),
        "not_yet": translate("messages", "证书还没有生效，也可能这台电脑的日期不对。"),
        "other_unit": translate("messages", "证书是“{name}”的，不是本单位的。").format(name=error.shown_name),
    }
    return Message(
        translate("messages", "这张证书不能用来签名"),
        reasons.get(error.reason, reasons["unreadable"]) + " " + translate("messages", "什么都没有改动。"),
        translate("messages", "请向发证机构要一份能签文件的证书，连同密钥导出为 .pfx。"),
    )


def _succession_refused(error: "SuccessionRefused") -> Message:
    reasons = {
        "format": translate("messages", "它不是换签通知，或者少了一截。"),
        "newer": translate("messages", "它由新版程序写成，这个版本认不得。"),
        "certificate": translate("messages", "里面的证书不合要求，或者写的是另一个单位。"),
        "signature": translate("messages", "它在签名之后被改动过，或者不是由新旧两把密钥一起签的。"),
        "chain": translate("messages", "里面的几份通知前后接不上。"),
        "time": translate("messages", "宣布换签的时间不在证书的有效期内。"),
        "unknown": translate("messages", "还没有人核对过旧签名，所以它担保不了新签名。"),
        "withdrawn": translate("messages", "新旧签名里有一个已经撤销。"),
        "other_unit": translate("messages", "新的名称或代码属于另一个已经确认过签名的单位。"),
        "own": translate("messages", "这是本单位自己的换签通知，本单位早就认得。"),
        "imitated": translate("messages", "它宣布的新签名用本单位的名称，却不是本单位现在的签名：旧密钥可能被盗用。"),
    }
    who = ""
    if error.unit_name:
        who = translate("messages", "通知来自“{unit}”，旧指纹 {fingerprint}。").format(
            unit=error.unit_name, fingerprint=error.fingerprint
        )
        who += " "
    if error.reason == "own":
        return Message(
            translate("messages", "这份换签通知要交给上级"),
            reasons["own"],
            translate("messages", "请把它交给上级，由上级打开。"),
        )
    return Message(
        translate("messages", "换签通知不能采信"),
        who + reasons.get(error.reason, reasons["format"]),
        translate("messages", "请给对方打电话；要用新签名，就在它签的填报表上核对指纹并确认。"),
    )


def _revocation_unexplained(_: "RevocationUnexplained") -> Message:
    return Message(
        translate("messages", "没有写明为什么撤销"),
        translate("messages", "撤销会留下记录，以前用这个签名签的文件也一律不再采信。"),
        translate("messages", "请写一句原因，例如“电脑被盗”；命令行用 --reason。"),
    )


def _not_our_signature(error: "NotOurSignature") -> Message:
    return Message(
        translate("messages", "不能确认：这不是本单位的签名"),
        translate("messages", "指纹 {fingerprint} 的签名写着“{unit}”，却不是本单位的；本单位的签名不用确认。").format(
            fingerprint=error.fingerprint, unit=error.unit_name
        ),
        translate("messages", "请查清文件的来历；本单位在别的电脑上用的签名，请导出后导入到这里。"),
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
    "IdentityNotPortable": _identity_not_portable,
    "IdentityOutdated": _identity_outdated,
    "IdentityFileRefused": _identity_file_refused,
    "PfxRefused": _pfx_refused,
    "SuccessionRefused": _succession_refused,
    "RevocationUnexplained": _revocation_unexplained,
    "NotOurSignature": _not_our_signature,
}
