"""A finished return: written, read back, signed, named. Bytes in memory; where they go is the caller's to say."""

from dataclasses import dataclass
from datetime import datetime

from models.core.paths import file_name
from models.signing.identity import Identity, require_unit
from models.signing.package import read_package
from models.signing.sign import sign
from models.work.return_content import ReturnContent, ReturnHead
from models.workbooks import wording
from models.workbooks.printable import as_printed
from models.workbooks.return_form import write_return
from models.workbooks.return_read import read_return

_LONGEST_UNIT = 40  # characters of a file name; mail programs cut long ones


@dataclass(frozen=True, slots=True)
class SignedWorkbook:
    """A signed 进展填报表 and what a person notes of it. ``file_name`` is a proposal, safe on every system."""

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
    fingerprint = identity.fingerprint
    package = write_return(content, fingerprint=fingerprint)
    # The receiver will have nothing but the cells. What they say must be what was meant, and it is cheap to make sure.
    back = read_return(read_package(package))
    if back.content != as_printed(content):
        raise ValueError("the sheet does not say what the content says")
    data = sign(
        package,
        identity,
        at=at,
        purpose=f"{head.period.official_name}{wording.SHEET_NAME}" + (f"（{wording.DRAFT}）" if head.draft else ""),
        role=f"{wording.UNIT_NAME}{head.unit_name}",
    )
    return SignedWorkbook(data, back.check_code, fingerprint, return_file_name(head))


def return_file_name(head: ReturnHead) -> str:
    """Name a return's file: 单位_年_期_次, so that the newest is seen at once; a draft has 草稿 in place of its number.

    示例区教育局 for the second quarter of 2021, the first time: 示例区教育局_2021_第二季度_1.xlsx
    """
    unit = file_name(head.unit_name)[:_LONGEST_UNIT].rstrip(" .")
    period = head.period.official_name.removeprefix(f"{head.period.year}年")
    return file_name(f"{unit}_{head.period.year}_{period}_{wording.DRAFT if head.draft else head.sequence}.xlsx")
