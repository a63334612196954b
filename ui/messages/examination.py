"""What an examined file is: the verdict as a message with its tone, and each reason as a sentence."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from models.signing.findings import Code, Outcome
from models.workbooks.examine import Examination, Problem, Remark
from models.workbooks.kinds import Kind
from ui.messages.form_reason import form_reason
from ui.messages.message import Message, translate
from ui.wording import decision_word, workbook_word

if TYPE_CHECKING:
    from models.workbooks.receive import WorkbookRefused

_CLOCKS_DIFFER = timedelta(hours=1)  # as much as two computers' clocks may without anybody being told
_ODD_PACKAGE = {
    Code.ARCHIVE_COMMENT,
    Code.BYTES_AFTER,
    Code.BYTES_BETWEEN,
    Code.SEVERAL_DISKS,
    Code.DIRECTORY,
    Code.ZIP64,
    Code.EXTRA_FIELD,
    Code.FLAGS,
    Code.COMPRESSION_METHOD,
    Code.HEADERS_DIFFER,
    Code.NAME_NOT_ALLOWED,
    Code.DUPLICATE_NAME,
    Code.CASE_VARIANT,
}
_ODD_PARTS = {
    Code.PART_NOT_ALLOWED,
    Code.CONTENT_TYPES_FORM,
    Code.CONTENT_TYPE,
    Code.RELATIONSHIPS_FORM,
    Code.RELATIONSHIP,
    Code.PART_NOT_RELATED,
    Code.XML_NOT_PLAIN,
}
_ODD_SIGNATURE = {
    Code.SIGNATURE_INCOMPLETE,
    Code.SIGNATURE_SHAPE,
    Code.ALGORITHM,
    Code.CERTIFICATE_REFERENCE,
    Code.SIGNED_OBJECT_CHANGED,
}
_TOO_MUCH = {Code.TOO_LARGE, Code.TOO_MANY_PARTS, Code.PART_TOO_LARGE, Code.COMPRESSION_RATIO}

TONES = {
    Outcome.TRUSTED: "green",
    Outcome.SIGNER_UNKNOWN: "yellow",
    Outcome.SIGNER_DIFFERS: "red",
    Outcome.ALTERED: "red",
    Outcome.UNSIGNED: "red",
    Outcome.NOT_OURS: "red",
    Outcome.DAMAGED: "red",
}
SIGNS = {"green": "●", "yellow": "▲", "red": "■"}


def verdict(examination: Examination, *, imitates_us: bool = False) -> Message:
    """Say what a file is, what that means and what to do; the reasons stand in ``details``.

    Args:
        examination: what was found.
        imitates_us: it bears the name of the reader's own unit, and a signature that is not that unit's.
    """
    reasons = "\n".join(remark_sentence(remark) for remark in examination.findings)
    if any(remark.code == Code.SIGNER_REVOKED for remark in examination.findings):
        return Message(*_revoked(), reasons)
    if imitates_us:
        return Message(*_imitation(), reasons)
    happened, meaning, advice = _verdict(examination.outcome)
    if examination.kind in {Kind.ASSIGNMENT, Kind.RECEIPT}:
        happened = translate("examination", "{kind}：{happened}").format(kind=_kind(examination), happened=happened)
    if _has(examination, Problem.BLANK_FORM):
        happened, meaning, advice = _blank_form()
    elif _has(examination, Problem.DRAFT):
        happened, meaning, advice = _draft()
    elif _has(examination, Problem.EVIDENCE_ALTERED):
        happened, meaning, advice = _altered_evidence()
    elif _lacks_evidence(examination):
        happened, meaning, advice = _missing_evidence()
    return Message(happened, meaning + _evidence_notes(examination), advice, reasons)


def _kind(examination: Examination) -> str:
    """Say what a file that a superior signed is; of an assignment its version, of a receipt what was decided."""
    if examination.kind is None:
        return ""
    kind = workbook_word(examination.kind)
    if examination.kind is Kind.ASSIGNMENT and examination.number:
        return translate("examination", "{kind}（第 {number} 版）").format(kind=kind, number=examination.number)
    if examination.decision:
        decision = decision_word(examination.decision)
        return translate("examination", "{kind}（{decision}）").format(kind=kind, decision=decision)
    return kind


def tone(examination: Examination, *, imitates_us: bool = False) -> str:
    """Return the tone of the verdict: green, yellow or red; arguments as ``verdict``."""
    if imitates_us or _has(examination, Problem.EVIDENCE_ALTERED):
        return "red"
    usual = TONES[examination.outcome]
    if _has(examination, Problem.BLANK_FORM):
        return "yellow"
    doubtful = _has(examination, Problem.DRAFT) or _lacks_evidence(examination)
    return "yellow" if usual == "green" and doubtful else usual


def _lacks_evidence(examination: Examination) -> bool:
    """Whether the figures of a return are good, and evidence that it lists is not there to be looked at."""
    return examination.outcome is Outcome.TRUSTED and _has(examination, Problem.EVIDENCE_MISSING)


def ahead_words(signed_at: datetime | None, now: datetime) -> str:
    """Say that a signature was made ahead of now, by the two clocks, either of which may be wrong; else blank."""
    if signed_at is None or signed_at - now < _CLOCKS_DIFFER:
        return ""
    return translate("examination", "比这台电脑现在的时间还晚，有一台的日期不对")


def _has(examination: Examination, problem: Problem) -> bool:
    return any(remark.code == problem for remark in examination.findings)


def _draft() -> tuple[str, str, str]:
    return (
        translate("examination", "这是草稿，不是正式的填报表"),
        translate("examination", "内容没有被改动，但单位还没有按要求签批；草稿只供核对，不能收入。"),
        translate("examination", "请单位完成签批后导出正式的填报表。"),
    )


def _blank_form() -> tuple[str, str, str]:
    return (
        translate("examination", "这是手填表，没有签名"),
        translate("examination", "手填表给没有装本程序的单位用，不签名，所以校验不出有没有改动、是谁填的。"),
        translate("examination", "收表时由人核对，确认以后才收入；有疑问，打电话问填表的人。"),
    )


def _altered_evidence() -> tuple[str, str, str]:
    return (
        translate("examination", "填报表没有改动，佐证材料被改动过"),
        translate("examination", "旁边的文件不是签名时附上的那一份，不能作为依据。"),
        translate("examination", "请对方把整个文件夹或压缩包原样再发一次。"),
    )


def _missing_evidence() -> tuple[str, str, str]:
    return (
        translate("examination", "填报表有效，列出的佐证材料不齐"),
        translate("examination", "从签名到现在，表里一个字都没有变，签名人也对得上；缺的材料没有核对过。"),
        translate("examination", "数字可以使用；请对方把佐证材料补来，与填报表放在一起再校验。"),
    )


def _imitation() -> tuple[str, str, str]:
    return (
        translate("examination", "写的是本单位，签名却不是本单位的"),
        translate(
            "examination", "文件完好，但签名的指纹与本单位的不同：有人冒用本单位的名称，或者是在别的电脑上另建的签名。"
        ),
        translate(
            "examination",
            "不要采信，也不要上报；请查清文件的来历。真是本单位在别处签的，请把那里的签名身份导入到这里。",
        ),
    )


def _evidence_notes(examination: Examination) -> str:
    """Say how much of the evidence is not beside the return, and how much is that it doesn't list."""
    codes = [remark.code for remark in examination.findings]
    missing, extra = codes.count(Problem.EVIDENCE_MISSING), codes.count(Problem.EVIDENCE_EXTRA)
    notes = ""
    if missing:
        notes += translate("examination", "有 {count} 个佐证材料不在旁边。").format(count=missing)
    if extra:
        notes += translate("examination", "旁边另有 {count} 个没有列出的文件。").format(count=extra)
    return f" {notes}" if notes else ""


def remark_sentence(remark: Remark) -> str:
    """Say one reason."""
    special = _problem(remark) or _named(remark)
    if special:
        return special
    code = Code(remark.code)
    if code in _TOO_MUCH:
        return translate("examination", "文件大得不像要点填报的表，没有打开")
    if code in _ODD_PACKAGE:
        return translate("examination", "文件的包装被别的程序重写过，或者夹带了别的内容")
    if code in _ODD_SIGNATURE:
        return translate("examination", "签名本身不完整，或者被改动过")
    return translate("examination", "{where}不是本程序写出来的样子").format(where=part_name(remark.where))


def part_name(where: str) -> str:
    """Say which part of a workbook is meant."""
    if where.startswith("xl/worksheets/"):
        return translate("examination", "表格")
    if where.startswith("docProps/"):
        return translate("examination", "文件属性")
    if where.endswith(".rels") or where == "[Content_Types].xml":
        return translate("examination", "文件的内部目录")
    names = {
        "xl/sharedStrings.xml": translate("examination", "表格里的文字"),
        "xl/styles.xml": translate("examination", "表格的格式"),
        "xl/workbook.xml": translate("examination", "工作簿设置"),
        "xl/theme/theme1.xml": translate("examination", "配色"),
        "": translate("examination", "文件"),
    }
    return names.get(where) or translate("examination", "部件 {where} ").format(where=where)


def _verdict(outcome: Outcome) -> tuple[str, str, str]:
    return {
        Outcome.TRUSTED: (
            translate("examination", "签名有效，文件没有改动"),
            translate("examination", "从签名到现在，表里一个字都没有变，签名人也对得上。"),
            translate("examination", "可以放心使用。"),
        ),
        Outcome.SIGNER_UNKNOWN: (
            translate("examination", "文件没有改动，签名人还没有核对"),
            translate("examination", "从签名到现在，表里一个字都没有变；只是还没有人核对过这个签名是谁的。"),
            translate("examination", "打电话与对方核对下面的指纹，一致就可以相信。"),
        ),
        Outcome.SIGNER_DIFFERS: (
            translate("examination", "签名人不是预期的那一位"),
            translate("examination", "文件完好，但签名的指纹与预期的不同：可能换了电脑，也可能是别人代签。"),
            translate("examination", "打电话核对指纹；不一致，请对方重新导出。"),
        ),
        Outcome.ALTERED: (
            translate("examination", "文件在签名之后被改动过"),
            translate("examination", "它已经不是签名时的样子，里面的数字和文字不能采信。"),
            translate("examination", "请对方重新导出，把原文件发来；不要用 Excel 或 WPS 另存。"),
        ),
        Outcome.UNSIGNED: (
            translate("examination", "文件没有签名"),
            translate("examination", "它从来没有签过名，或者被别的程序另存过，签名就丢了。"),
            translate("examination", "请对方用要点填报导出，把原文件发来；不要另存。"),
        ),
        Outcome.NOT_OURS: (
            translate("examination", "这不是要点填报的表"),
            translate("examination", "文件里没有填报表、下达表或回执的内容，程序没有打开它。"),
            translate("examination", "请确认选对了文件：要点填报导出的 .xlsx。"),
        ),
        Outcome.DAMAGED: (
            translate("examination", "文件残缺，读不出来"),
            translate("examination", "复制或传送时断了一截，里面的内容不全。"),
            translate("examination", "请重新复制一次；还不行，请对方再发一份。"),
        ),
    }[outcome]


def _revoked() -> tuple[str, str, str]:
    return (
        translate("examination", "签名已经撤销，不予采信"),
        translate("examination", "文件没有改动，但这个签名已在“已确认的签名”里撤销，例如因为密钥遗失或被盗。"),
        translate("examination", "请对方用现在的签名重新导出。"),
    )


def _problem(remark: Remark) -> str:
    facts = {"stated": remark.facts.get("stated", ""), "actual": remark.facts.get("actual", "")}
    match remark.code:
        case Problem.FORM:
            where = translate("examination", "（{where}）").format(where=remark.where) if remark.where else ""
            return form_reason(remark.facts.get("reason", "")).rstrip("。.") + where
        case Problem.FINGERPRINT:
            text = translate("examination", "表上印的指纹是 {stated}，签名人的是 {actual}")
        case Problem.UNIT:
            text = translate("examination", "表上的单位代码是 {stated}，签名人的是 {actual}")
        case Problem.CHECK_CODE | Problem.DATA_CHANGED:
            text = translate("examination", "数据被改过：表上的校验码是 {stated}，按数据算应是 {actual}")
        case Problem.DATA_KEPT:
            text = translate("examination", "数据与校验码 {stated} 仍然一致，改动在数据以外，但签名已经失效")
        case Problem.BLANK_FORM:
            text = translate("examination", "手填表不签名")
        case Problem.DRAFT:
            text = translate("examination", "表上标着“草稿”：还没有按要求签批")
        case Problem.EVIDENCE_ALTERED:
            return translate("examination", "佐证材料“{name}”被改动过").format(name=_file(remark.where))
        case Problem.EVIDENCE_MISSING:
            return translate("examination", "没有找到佐证材料“{name}”").format(name=_file(remark.where))
        case Problem.EVIDENCE_EXTRA:
            return translate("examination", "“{name}”不在填报表列出的佐证材料里").format(name=_file(remark.where))
        case _:
            return ""
    return text.format(**facts)


def _file(where: str) -> str:
    """Say a file of evidence by its task and its name."""
    return where.partition("/")[2] or where


def _named(remark: Remark) -> str:
    texts: dict[str, str] = {
        Code.NOT_A_PACKAGE: translate("examination", "它不是 Excel 工作簿"),
        Code.NO_WORKBOOK: translate("examination", "它不是 Excel 工作簿"),
        Code.TRUNCATED: translate("examination", "文件少了一截"),
        Code.CHECKSUM: translate("examination", "文件里有一部分读出来与存进去的不同"),
        Code.COMPRESSED_DATA: translate("examination", "文件里有一部分解不开"),
        Code.ENCRYPTED: translate("examination", "文件加了密码，读不到内容"),
        Code.NO_SIGNATURE: translate("examination", "文件里没有签名"),
        Code.SECOND_SIGNATURE: translate("examination", "除了单位的签名，还有另一个签名"),
        Code.EXTERNAL_TARGET: translate("examination", "文件里有指向外部的链接"),
        Code.CERTIFICATE: translate("examination", "签名证书不是本程序接受的那一种"),
        Code.SIGNATURE_VALUE: translate("examination", "签名与签名人的密钥对不上"),
        Code.PART_CHANGED: translate("examination", "{where}在签名之后被改动"),
        Code.PART_REMOVED: translate("examination", "{where}在签名之后被删掉"),
        Code.PART_NOT_COVERED: translate("examination", "{where}不在签名范围内，是后来加进去的"),
        Code.RELATIONSHIPS_CHANGED: translate("examination", "文件的内部目录在签名之后被改动"),
        Code.CERTIFICATE_NOT_VALID_THEN: translate("examination", "签名的时间不在证书的有效期内"),
        Code.SIGNER_NOT_CONFIRMED: translate("examination", "还没有人核对过签名人的指纹"),
        Code.SIGNER_IS_ANOTHER: translate("examination", "签名人的指纹与预期的不同"),
        Code.SIGNER_REVOKED: translate("examination", "这个签名已经撤销"),
        Code.INTERNAL: translate("examination", "程序没能看完这个文件，稳妥起见不予采信"),
    }
    return texts.get(remark.code, "").format(where=part_name(remark.where))


def refusal(error: "WorkbookRefused") -> Message:
    """Say why a file was not let in."""
    outcome = error.verdict.outcome if error.step == "signature" else Outcome.ALTERED
    happened, meaning, advice = _verdict(outcome)
    facts = {"stated": error.stated, "actual": error.actual}
    if error.problem:
        remarks = [Remark(Problem.FORM, error.problem.where, {"reason": error.problem.reason})]
    elif error.step == "signature":
        remarks = [Remark(finding.code, finding.where) for finding in error.verdict.findings]
    else:
        remarks = [Remark(Problem(error.step.value), "", facts)]
    if any(remark.code == Code.SIGNER_REVOKED for remark in remarks):
        happened, meaning, advice = _revoked()
    elif error.step == "draft":
        happened, meaning, advice = _draft()
    return Message(happened, meaning, advice, "\n".join(map(remark_sentence, remarks)))
