"""The door for signed workbooks from outside: bytes in, a verified object out, or a refusal that names the step.

Nothing else may reach the rules of the trade with a workbook that came in a file. Each kind has two functions, one for
signers who are known and one for showing a file to the person who has to decide; all of them make the same checks.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final, Generic, TypeVar

from models.core.errors import UserError
from models.signing.check_code import check_code
from models.signing.findings import Code, Finding, Outcome
from models.signing.trust import Standing, Trust
from models.signing.verify import Signer, Verdict, VerifiedPackage, verify
from models.work.assignment_content import AssignmentContent
from models.work.receipt_content import ReceiptContent
from models.work.return_content import ReturnContent
from models.workbooks import assignment_canonical, receipt_canonical
from models.workbooks.assignment_read import read_assignment
from models.workbooks.canonical import canonical_of_printed
from models.workbooks.closed_language import NotOurForm
from models.workbooks.kinds import Kind
from models.workbooks.receipt_read import read_receipt
from models.workbooks.return_read import read_return
from models.workbooks.sheet_reader import ReadForm

Content = TypeVar("Content")


class Step(StrEnum):
    """The checks of ``receive`` by their order; a refusal names the one that failed."""

    SIGNATURE = "signature"  # 1
    FORM = "form"  # 2
    FINGERPRINT = "fingerprint"  # 3
    UNIT = "unit"  # 4
    CHECK_CODE = "check-code"  # 5
    DRAFT = "draft"  # 6


@dataclass(eq=False)
class WorkbookRefused(UserError):
    """A file was not let in.

    ``step``: the check that failed. ``verdict``: what is known of the signature. ``problem``: for ``FORM``, what the
    form is not. ``stated`` and ``actual``: for the next three, what the sheet says and what holds. ``kind``: as what it
    was to be let in.
    """

    step: Step
    verdict: Verdict
    problem: NotOurForm | None = None
    stated: str = ""
    actual: str = ""
    kind: Kind = Kind.RETURN


@dataclass(frozen=True, slots=True)
class Verified(Generic[Content]):
    """What a workbook says, as its unit signed it.

    ``signed_at`` is a claim of the signer's clock. ``is_confirmed`` tells whether the signer is one whom the reader
    knows; where it is False a person has to confirm the fingerprint before anything of it is used.
    """

    content: Content
    check_code: str
    signer: Signer
    signed_at: datetime
    is_confirmed: bool
    verdict: Verdict


class VerifiedReturn(Verified[ReturnContent]):
    """A 进展填报表 as the unit that reports signed it."""

    __slots__ = ()


class VerifiedAssignment(Verified[AssignmentContent]):
    """A 任务下达表 as the superior signed it."""

    __slots__ = ()


class VerifiedReceipt(Verified[ReceiptContent]):
    """An 审核回执 as the superior signed it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class _Door(Generic[Content]):
    """What differs between the kinds: how a sheet is read, the canonical bytes of its data, and who has to sign it."""

    kind: Kind
    read: Callable[[Mapping[str, bytes]], ReadForm[Content]]
    canonical: Callable[[ReadForm[Content]], bytes]
    signing_unit: Callable[[Content], tuple[str, str]]  # its name and its code


_RETURN: Final = _Door(
    Kind.RETURN,
    read_return,
    lambda read: canonical_of_printed(read.content, form=read.form),
    lambda content: (content.head.unit_name, content.head.unit_code),
)
_ASSIGNMENT: Final = _Door(
    Kind.ASSIGNMENT,
    read_assignment,
    lambda read: assignment_canonical.canonical_of_printed(read.content),
    lambda content: (content.head.superior_name, content.head.superior_code),
)
_RECEIPT: Final = _Door(
    Kind.RECEIPT,
    read_receipt,
    lambda read: receipt_canonical.canonical_of_printed(read.content),
    lambda content: (content.head.superior_name, content.head.superior_code),
)


def receive(data: bytes, trust: Trust) -> VerifiedReturn:
    """Let a return in from a signer who is known.

    The checks, in order:

    1. The signature holds, covers everything, and is by a signer whom ``trust`` knows (``signing.verify``, ten checks).
    2. The sheet is exactly what the writer of this form makes of some content; read into that content.
    3. The fingerprint printed on the sheet is the signer's.
    4. The unit on the sheet is the signer's unit: by the code in the certificate, or by the name where that has none;
       of a certificate that names no unit (some authority issued it), by what a person confirmed it for.
    5. The check code printed on the sheet is that of the content.
    6. It is no draft: the unit's people have signed it off.

    Raises:
        WorkbookRefused: a check failed.
    """
    verified = VerifiedReturn(*_let_in(_RETURN, data, trust, strangers=False))
    if verified.content.head.draft:  # 6
        raise WorkbookRefused(Step.DRAFT, verified.verdict)
    return verified


def look_at(data: bytes, trust: Trust) -> VerifiedReturn:
    """Read a return also where nobody has confirmed its signer yet: to show it to the person who has to decide.

    The checks are those of ``receive``, but for who the signer is where ``trust`` says nothing of this unit, and for
    drafts: their head says what they are, and their figures count for nothing.

    Raises:
        WorkbookRefused: a check failed.
    """
    return VerifiedReturn(*_let_in(_RETURN, data, trust, strangers=True))


def receive_assignment(data: bytes, trust: Trust) -> VerifiedAssignment:
    """Let an assignment in from a superior who is known.

    The checks are the first five of ``receive``, in the same order; the unit of check 4 is the superior on the sheet.

    Raises:
        WorkbookRefused: a check failed.
    """
    return VerifiedAssignment(*_let_in(_ASSIGNMENT, data, trust, strangers=False))


def look_at_assignment(data: bytes, trust: Trust) -> VerifiedAssignment:
    """Read an assignment also where nobody has confirmed its signer yet, as ``look_at`` does a return.

    Raises:
        WorkbookRefused: a check failed.
    """
    return VerifiedAssignment(*_let_in(_ASSIGNMENT, data, trust, strangers=True))


def receive_receipt(data: bytes, trust: Trust) -> VerifiedReceipt:
    """Let a receipt in from a superior who is known.

    The checks are the first five of ``receive``, in the same order; the unit of check 4 is the superior on the sheet.

    Raises:
        WorkbookRefused: a check failed.
    """
    return VerifiedReceipt(*_let_in(_RECEIPT, data, trust, strangers=False))


def look_at_receipt(data: bytes, trust: Trust) -> VerifiedReceipt:
    """Read a receipt also where nobody has confirmed its signer yet, as ``look_at`` does a return.

    Raises:
        WorkbookRefused: a check failed.
    """
    return VerifiedReceipt(*_let_in(_RECEIPT, data, trust, strangers=True))


_Facts = tuple[Content, str, Signer, datetime, bool, Verdict]


def _let_in(door: _Door[Content], data: bytes, trust: Trust, *, strangers: bool) -> _Facts[Content]:
    """Make the first five checks, and return the facts of a ``Verified`` in their order."""
    verdict = verify(data, trust)
    if verdict.outcome is not Outcome.TRUSTED and not (strangers and verdict.outcome is Outcome.SIGNER_UNKNOWN):  # 1
        raise WorkbookRefused(Step.SIGNATURE, verdict, kind=door.kind)
    package: VerifiedPackage = verdict.unconfirmed_package() if strangers else verdict.package()
    try:
        read = door.read(package.parts)  # 2
    except NotOurForm as problem:
        raise WorkbookRefused(Step.FORM, verdict, problem=problem, kind=door.kind) from problem
    signer = package.signer
    _require(door, Step.FINGERPRINT, verdict, read.fingerprint, signer.fingerprint)  # 3
    _require_unit(door, verdict, door.signing_unit(read.content), signer, trust)  # 4
    _require(door, Step.CHECK_CODE, verdict, read.check_code, check_code(door.canonical(read)))  # 5
    return read.content, read.check_code, signer, package.signed_at, package.is_confirmed, verdict


def codes_of(parts: Mapping[str, bytes], kind: Kind) -> tuple[str, str]:
    """Return the check code that a sheet states and the one that its data have, of parts of which nothing is believed.

    Raises:
        NotOurForm: the sheet is not what the writer of this kind writes.
    """
    match kind:
        case Kind.RETURN:
            return _codes_of(_RETURN, parts)
        case Kind.ASSIGNMENT:
            return _codes_of(_ASSIGNMENT, parts)
        case Kind.RECEIPT:
            return _codes_of(_RECEIPT, parts)


def _codes_of(door: _Door[Content], parts: Mapping[str, bytes]) -> tuple[str, str]:
    read = door.read(parts)
    return read.check_code, check_code(door.canonical(read))


def _require_unit(door: _Door[Content], verdict: Verdict, unit: tuple[str, str], signer: Signer, trust: Trust) -> None:
    """Check 4. Else a unit could hand in figures in another's name, under a signature that is known as its own."""
    name, code = unit
    if signer.states_unit:
        _require(door, Step.UNIT, verdict, code, signer.code)
        if not signer.code:
            _require(door, Step.UNIT, verdict, name, signer.name)
        return
    standing = trust.standing_for(unit_code=code, unit_name=name, digest=signer.digest)
    if standing is Standing.DIFFERS and verdict.outcome is Outcome.TRUSTED and trust.expected is None:
        raise WorkbookRefused(Step.UNIT, verdict, stated=code or name, actual=signer.name, kind=door.kind)
    if standing in {Standing.DIFFERS, Standing.REVOKED}:
        # The unit is known, and by another certificate: that is what the reader has to be told first.
        found = Finding(10, Code.SIGNER_IS_ANOTHER, signer.fingerprint)
        differs = replace(verdict, outcome=Outcome.SIGNER_DIFFERS, findings=(found,), _package=None)
        raise WorkbookRefused(Step.SIGNATURE, differs, kind=door.kind)


def _require(door: _Door[Content], step: Step, verdict: Verdict, stated: str, actual: str) -> None:
    if stated != actual:
        raise WorkbookRefused(step, verdict, stated=stated, actual=actual, kind=door.kind)
