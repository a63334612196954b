"""The door for returns from outside: bytes in, a ``VerifiedReturn`` out, or a refusal that names the step.

Nothing else may reach the rules of the trade with a return that came in a file.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from models.core.errors import UserError
from models.signing.findings import Code, Finding, Outcome
from models.signing.trust import Standing, Trust
from models.signing.verify import Signer, Verdict, VerifiedPackage, verify
from models.work.return_content import ReturnContent, ReturnHead
from models.workbooks.canonical import return_check_code
from models.workbooks.closed_language import NotOurForm
from models.workbooks.return_read import ReadReturn, read_return


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
    form is not. ``stated`` and ``actual``: for the last three, what the sheet says and what holds.
    """

    step: Step
    verdict: Verdict
    problem: NotOurForm | None = None
    stated: str = ""
    actual: str = ""


@dataclass(frozen=True, slots=True)
class VerifiedReturn:
    """A return as its unit signed it.

    ``signed_at`` is a claim of the signer's clock. ``is_confirmed`` tells whether the signer is one whom the reader
    knows; where it is False a person has to confirm the fingerprint before any figure is used.
    """

    content: ReturnContent
    check_code: str
    signer: Signer
    signed_at: datetime
    is_confirmed: bool
    verdict: Verdict


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
    verdict = verify(data, trust)
    if verdict.outcome is not Outcome.TRUSTED:  # 1
        raise WorkbookRefused(Step.SIGNATURE, verdict)
    verified = _let_in(verdict, verdict.package(), trust)
    if verified.content.head.draft:  # 6
        raise WorkbookRefused(Step.DRAFT, verdict)
    return verified


def look_at(data: bytes, trust: Trust) -> VerifiedReturn:
    """Read a return also where nobody has confirmed its signer yet: to show it to the person who has to decide.

    The checks are those of ``receive``, but for who the signer is where ``trust`` says nothing of this unit, and for
    drafts: their head says what they are, and their figures count for nothing.

    Raises:
        WorkbookRefused: a check failed.
    """
    verdict = verify(data, trust)
    if verdict.outcome not in {Outcome.TRUSTED, Outcome.SIGNER_UNKNOWN}:  # 1
        raise WorkbookRefused(Step.SIGNATURE, verdict)
    return _let_in(verdict, verdict.unconfirmed_package(), trust)


def _let_in(verdict: Verdict, package: VerifiedPackage, trust: Trust) -> VerifiedReturn:
    """Make the checks after the first."""
    try:
        read = read_return(package.parts)  # 2
    except NotOurForm as problem:
        raise WorkbookRefused(Step.FORM, verdict, problem=problem) from problem
    signer = package.signer
    _require(Step.FINGERPRINT, verdict, read.fingerprint, signer.fingerprint)  # 3
    _require_unit(verdict, read.content.head, signer, trust)  # 4
    _require(Step.CHECK_CODE, verdict, read.check_code, return_check_code(read.content, form=read.form))  # 5
    return _verified(read, verdict, package)


def _require_unit(verdict: Verdict, head: ReturnHead, signer: Signer, trust: Trust) -> None:
    """Check 4. Else a unit could hand in figures in another's name, under a signature that is known as its own."""
    if signer.states_unit:
        _require(Step.UNIT, verdict, head.unit_code, signer.code)
        if not signer.code:
            _require(Step.UNIT, verdict, head.unit_name, signer.name)
        return
    standing = trust.standing_for(unit_code=head.unit_code, unit_name=head.unit_name, digest=signer.digest)
    if standing is Standing.DIFFERS and verdict.outcome is Outcome.TRUSTED and trust.expected is None:
        raise WorkbookRefused(Step.UNIT, verdict, stated=head.unit_code or head.unit_name, actual=signer.name)
    if standing in {Standing.DIFFERS, Standing.REVOKED}:
        # The unit is known, and by another certificate: that is what the reader has to be told first.
        found = Finding(10, Code.SIGNER_IS_ANOTHER, signer.fingerprint)
        differs = replace(verdict, outcome=Outcome.SIGNER_DIFFERS, findings=(found,), _package=None)
        raise WorkbookRefused(Step.SIGNATURE, differs)


def _require(step: Step, verdict: Verdict, stated: str, actual: str) -> None:
    if stated != actual:
        raise WorkbookRefused(step, verdict, stated=stated, actual=actual)


def _verified(read: ReadReturn, verdict: Verdict, package: VerifiedPackage) -> VerifiedReturn:
    return VerifiedReturn(
        content=read.content,
        check_code=read.check_code,
        signer=package.signer,
        signed_at=package.signed_at,
        is_confirmed=package.is_confirmed,
        verdict=verdict,
    )
