"""A finished workbook of each kind: written, read back, signed, named. Bytes in memory; where they go is for others."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from models.core.paths import file_name
from models.core.periods import Period
from models.core.vocabulary import Decision
from models.signing.identity import Identity, require_unit
from models.signing.package import read_package
from models.signing.sign import sign
from models.work.assignment_content import AssignmentContent, AssignmentHead
from models.work.receipt_content import ReceiptContent, ReceiptHead
from models.work.return_content import ReturnContent, ReturnHead
from models.workbooks import assignment_wording, receipt_wording, wording
from models.workbooks.assignment_form import write_assignment
from models.workbooks.assignment_printable import assignment_as_printed
from models.workbooks.assignment_read import read_assignment
from models.workbooks.kinds import ASSIGNMENT, RECEIPT, RETURN
from models.workbooks.printable import as_printed
from models.workbooks.receipt_form import write_receipt
from models.workbooks.receipt_printable import receipt_as_printed
from models.workbooks.receipt_read import read_receipt
from models.workbooks.return_form import write_return
from models.workbooks.return_read import read_return
from models.workbooks.sheet_reader import ReadForm

Content = TypeVar("Content")

_LONGEST_UNIT = 40  # characters of a file name; mail programs cut long ones


@dataclass(frozen=True, slots=True)
class SignedWorkbook:
    """A signed workbook and what a person notes of it. ``file_name`` is a proposal, safe on every system."""

    data: bytes
    check_code: str
    fingerprint: str
    file_name: str


def export_return(content: ReturnContent, identity: Identity, *, at: datetime) -> SignedWorkbook:
    """Write a return and sign it.

    The same content gives the same check code whenever it is exported, and the same parts; only the signature differs.

    Args:
        content: what the return says.
        identity: the unit's; its code must be the content's, or its name where there is no code.
        at: now, aware of its time zone; it is stated in the signature.

    Raises:
        IdentityOfAnotherUnit: the identity is not this unit's.
        NotPrintable: something in the content can't stand on the sheet.
        IdentityNotValid: the identity's certificate does not hold now.
    """
    head = content.head
    require_unit(identity, unit_name=head.unit_name, unit_code=head.unit_code)
    package = write_return(content, fingerprint=identity.fingerprint)
    draft = f"（{wording.DRAFT}）" if head.draft else ""
    return _signed(
        package,
        read_return(read_package(package)),
        as_printed(content),
        identity,
        at=at,
        purpose=f"{head.period.official_name}{RETURN.sheet_name}{draft}",
        role=f"{wording.UNIT_NAME}{head.unit_name}",
        name=return_file_name(head),
    )


def export_assignment(content: AssignmentContent, identity: Identity, *, at: datetime) -> SignedWorkbook:
    """Write an assignment and sign it; see ``export_return``.

    Args:
        content: what the assignment says.
        identity: the superior's; its code must be the content's, or its name where there is no code.
        at: now, aware of its time zone.

    Raises:
        IdentityOfAnotherUnit: the identity is not this superior's.
        NotPrintable: something in the content can't stand on the sheet.
        IdentityNotValid: the identity's certificate does not hold now.
    """
    head = content.head
    require_unit(identity, unit_name=head.superior_name, unit_code=head.superior_code)
    package = write_assignment(content, fingerprint=identity.fingerprint)
    return _signed(
        package,
        read_assignment(read_package(package)),
        assignment_as_printed(content),
        identity,
        at=at,
        purpose=f"{head.year}年{ASSIGNMENT.sheet_name} 第{head.version}版",
        role=f"{assignment_wording.SUPERIOR_NAME}{head.superior_name}",
        name=assignment_file_name(head),
    )


def export_receipt(content: ReceiptContent, identity: Identity, *, at: datetime) -> SignedWorkbook:
    """Write a receipt and sign it; see ``export_return``.

    Args:
        content: what the receipt says.
        identity: the superior's; its code must be the content's, or its name where there is no code.
        at: now, aware of its time zone.

    Raises:
        IdentityOfAnotherUnit: the identity is not this superior's.
        NotPrintable: something in the content can't stand on the sheet.
        IdentityNotValid: the identity's certificate does not hold now.
    """
    head = content.head
    require_unit(identity, unit_name=head.superior_name, unit_code=head.superior_code)
    package = write_receipt(content, fingerprint=identity.fingerprint)
    return _signed(
        package,
        read_receipt(read_package(package)),
        receipt_as_printed(content),
        identity,
        at=at,
        purpose=f"{head.period.official_name}{RECEIPT.sheet_name}（{receipt_wording.DECISION[head.decision]}）",
        role=f"{receipt_wording.SUPERIOR}{head.superior_name}",
        name=receipt_file_name(head),
    )


def _signed(
    package: bytes,
    back: ReadForm[Content],
    meant: Content,
    identity: Identity,
    *,
    at: datetime,
    purpose: str,
    role: str,
    name: str,
) -> SignedWorkbook:
    """Sign a package that says what was meant.

    The receiver will have nothing but the cells, and it is cheap to make sure.
    """
    if back.content != meant:
        raise ValueError("the sheet does not say what the content says")
    data = sign(package, identity, at=at, purpose=purpose, role=role)
    return SignedWorkbook(data, back.check_code, identity.fingerprint, name)


def return_file_name(head: ReturnHead) -> str:
    """Name a return's file: 单位_年_期_次, so that the newest is seen at once; a draft has 草稿 in place of its number.

    示例区教育局 for the second quarter of 2021, the first time: 示例区教育局_2021_第二季度_1.xlsx
    """
    number = wording.DRAFT if head.draft else str(head.sequence)
    return _named(_short(head.unit_name), str(head.period.year), _within_year(head.period), number)


def assignment_file_name(head: AssignmentHead) -> str:
    """Name an assignment's file: 任务下达表_示例区教育局_2021_第1版.xlsx."""
    return _named(ASSIGNMENT.sheet_name, _short(head.unit_name), str(head.year), f"第{head.version}版")


def receipt_file_name(head: ReceiptHead) -> str:
    """Name a receipt's file: 审核回执_单位_年_期_次_通过或退回_号.

    For the first receipt for the first return of a quarter: 审核回执_示例区教育局_2021_第二季度_1_退回_1.xlsx
    """
    decision = "通过" if head.decision is Decision.ACCEPTED else "退回"
    which = (str(head.period.year), _within_year(head.period), str(head.sequence))
    return _named(RECEIPT.sheet_name, _short(head.unit_name), *which, decision, str(head.number))


def _named(*words: str) -> str:
    return file_name("_".join(words) + ".xlsx")


def _short(unit: str) -> str:
    return file_name(unit)[:_LONGEST_UNIT].rstrip(" .")


def _within_year(period: Period) -> str:
    return period.official_name.removeprefix(f"{period.year}年")
