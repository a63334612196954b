"""What can be said of a file that somebody holds up: what is it, is it unaltered, and whose is it?

An examination lets nothing in; it describes. ``receive`` is what lets in.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar

from models.core.periods import Period
from models.core.vocabulary import Decision
from models.signing.findings import Outcome
from models.signing.findings import Refused as PackageRefused
from models.signing.package import read_package
from models.signing.trust import Trust
from models.signing.verify import Signer, Verdict
from models.work.return_content import ReturnContent
from models.workbooks.closed_language import NotOurForm
from models.workbooks.evidence import EvidenceFinding, Fate, check_folder, open_bundle
from models.workbooks.glance import Glimpse, glance, is_blank_form, kind_of
from models.workbooks.kinds import Kind
from models.workbooks.receive import (
    Step,
    Verified,
    VerifiedAssignment,
    VerifiedReceipt,
    VerifiedReturn,
    WorkbookRefused,
    codes_of,
    look_at,
    look_at_assignment,
    look_at_receipt,
)

Content = TypeVar("Content")


class Standing(StrEnum):
    """The three things that a file can be; the command's exit codes are their order."""

    GOOD = "good"  # 0: unaltered since it was signed, and by the expected signer where one is expected
    NOT_GOOD = "not-good"  # 1: altered, unsigned or by another
    NO_RETURN = "no-return"  # 2: not readable as a return, nor as another workbook of this program


class Problem(StrEnum):
    """What an examination finds besides the findings of the signature."""

    FORM = "form"  # the sheet is not what this program writes; where: a cell or part; with a reason
    FINGERPRINT = "fingerprint"  # the sheet names another signer than the signature
    UNIT = "unit"  # the sheet names another unit than the certificate
    CHECK_CODE = "check-code"  # the data are not those of the check code on the sheet
    DATA_CHANGED = "data-changed"  # as CHECK_CODE, in a file whose signature no longer holds
    DRAFT = "draft"  # the file is in order, but a draft: nobody stands for its figures yet
    EVIDENCE_ALTERED = "evidence-altered"  # where: a file beside the return that is not the one it lists
    EVIDENCE_MISSING = "evidence-missing"  # where: a file that it lists and that is not there
    EVIDENCE_EXTRA = "evidence-extra"  # where: a file among the evidence that it doesn't list
    BLANK_FORM = "blank-form"  # the file is a form that is filled by hand, which nobody signs
    DATA_KEPT = "data-kept"  # the signature no longer holds, but the data are those of the check code on the sheet


_PROBLEM_OF: Final = {
    Fate.ALTERED: Problem.EVIDENCE_ALTERED,
    Fate.MISSING: Problem.EVIDENCE_MISSING,
    Fate.EXTRA: Problem.EVIDENCE_EXTRA,
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding: a code of the signature's (``signing.findings.Code``) or a ``Problem``, where, and its facts."""

    code: str
    where: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Examination:
    """What is known of a file.

    Of one that is not GOOD, everything but ``outcome``, ``findings`` and ``signer`` is only claimed. ``signer``: whose
    key made the signature, where its value holds. ``kind``: what it is, or sets out to be. ``unit_name`` and
    ``unit_code``: of the unit that signs such a file; ``addressee_name`` and ``addressee_code``: of the one that an
    assignment or a receipt is for. ``number``: the version of an assignment, or the how-manieth receipt for its return;
    ``decision``: a receipt's. ``content``: what the sheet says, of a return that is unaltered.
    """

    standing: Standing
    outcome: Outcome
    kind: Kind | None = None
    unit_name: str = ""
    unit_code: str = ""
    addressee_name: str = ""
    addressee_code: str = ""
    number: int | None = None
    decision: Decision | None = None
    fingerprint: str = ""
    signed_at: datetime | None = None
    check_code: str = ""
    period: Period | None = None
    sequence: int | None = None
    findings: tuple[Remark, ...] = ()
    signer: Signer | None = None
    content: ReturnContent | None = None

    @property
    def signing_unit(self) -> tuple[str, str]:
        """Name and code of the unit that the signer stands for: as its certificate states, else as the sheet says."""
        if self.signer is not None and self.signer.states_unit:
            return self.signer.name, self.signer.code
        return self.unit_name, self.unit_code

    @property
    def is_draft(self) -> bool:
        """Whether the file is in order but for being a draft."""
        return any(remark.code == Problem.DRAFT for remark in self.findings)


def examine(data: bytes, trust: Trust) -> Examination:
    """Examine a file. Never raises, whatever the bytes."""
    try:
        match kind_of(data):
            case Kind.ASSIGNMENT:
                return _good_assignment(look_at_assignment(data, trust))
            case Kind.RECEIPT:
                return _good_receipt(look_at_receipt(data, trust))
            case _:
                return _good_return(look_at(data, trust))
    except WorkbookRefused as refused:
        return _not_good(data, refused)


def examine_with_evidence(
    path: Path, *, judge: Callable[[bytes], Examination], read: Callable[[Path], bytes]
) -> Examination:
    """Examine a return together with the evidence beside it, or a zip of both.

    An altered file makes the whole not good; a missing one, and one more, is only said.

    Args:
        path: the return, or the zip.
        judge: what to say of a return's bytes: ``examine``, by whatever trust there is.
        read: how to read a file that is no zip.

    Raises:
        BundleRefused: the zip is not one of a return with its evidence.
        EnvironmentProblem: a file can't be read, and whatever ``read`` raises.
    """
    if path.suffix.lower() == ".zip":
        with open_bundle(path) as bundle:
            found = judge(bundle.return_data())
            return found if found.content is None else _with(found, bundle.check(found.content))
    found = judge(read(path))
    if found.content is None or not found.content.evidence:
        return found
    return _with(found, check_folder(found.content, path.parent))


def _with(found: Examination, evidence: tuple[EvidenceFinding, ...]) -> Examination:
    remarks = tuple(Remark(_PROBLEM_OF[finding.fate], finding.where) for finding in evidence)
    altered = any(finding.fate is Fate.ALTERED for finding in evidence)
    standing = Standing.NOT_GOOD if altered and found.standing is Standing.GOOD else found.standing
    return replace(found, standing=standing, findings=found.findings + remarks)


def _good_return(verified: VerifiedReturn) -> Examination:
    head = verified.content.head
    draft = (Remark(Problem.DRAFT),) if head.draft else ()
    found = _good(verified, Kind.RETURN)
    return replace(
        found,
        standing=Standing.NOT_GOOD if draft else Standing.GOOD,
        unit_name=head.unit_name,
        unit_code=head.unit_code,
        period=head.period,
        sequence=head.sequence,
        findings=draft + found.findings,
        content=verified.content,
    )


def _good_assignment(verified: VerifiedAssignment) -> Examination:
    head = verified.content.head
    return replace(
        _good(verified, Kind.ASSIGNMENT),
        unit_name=head.superior_name,
        unit_code=head.superior_code,
        addressee_name=head.unit_name,
        addressee_code=head.unit_code,
        number=head.version,
    )


def _good_receipt(verified: VerifiedReceipt) -> Examination:
    head = verified.content.head
    return replace(
        _good(verified, Kind.RECEIPT),
        unit_name=head.superior_name,
        unit_code=head.superior_code,
        addressee_name=head.unit_name,
        addressee_code=head.unit_code,
        period=head.period,
        sequence=head.sequence,
        number=head.number,
        decision=head.decision,
    )


def _good(verified: Verified[Content], kind: Kind) -> Examination:
    """Say what can be said of every kind."""
    return Examination(
        standing=Standing.GOOD,
        outcome=verified.verdict.outcome,
        kind=kind,
        fingerprint=verified.signer.fingerprint,
        signed_at=verified.signed_at,
        check_code=verified.check_code,
        findings=_of_signature(verified.verdict),
        signer=verified.signer,
    )


def _not_good(data: bytes, refused: WorkbookRefused) -> Examination:
    verdict = refused.verdict
    glimpse = None if verdict.outcome is Outcome.DAMAGED else glance(data)
    if glimpse is None and is_blank_form(data):
        return Examination(Standing.NOT_GOOD, Outcome.UNSIGNED, findings=(Remark(Problem.BLANK_FORM),))
    outcome = verdict.outcome
    findings = _of_signature(verdict)
    if refused.step is not Step.SIGNATURE:
        # Signed, and yet not in order: by a program that is not this one.
        outcome = Outcome.ALTERED if glimpse else Outcome.NOT_OURS
        findings = (_of_refusal(refused),)
    elif glimpse:
        outcome = Outcome.ALTERED if outcome is Outcome.NOT_OURS else outcome
        findings += _of_data(data, glimpse.kind) if outcome is Outcome.ALTERED else ()
    elif outcome is not Outcome.DAMAGED:
        outcome = Outcome.NOT_OURS
    claimed = glimpse or Glimpse()
    signer = verdict.signer if glimpse else None
    return Examination(
        standing=Standing.NOT_GOOD if glimpse else Standing.NO_RETURN,
        outcome=outcome,
        kind=claimed.kind if glimpse else None,
        unit_name=claimed.unit_name,
        unit_code=claimed.unit_code,
        addressee_name=claimed.addressee_name,
        addressee_code=claimed.addressee_code,
        number=claimed.number,
        fingerprint=signer.fingerprint if signer else "",
        signed_at=verdict.signed_at if glimpse else None,
        check_code=claimed.check_code,
        period=claimed.period,
        sequence=claimed.sequence,
        findings=findings,
        signer=signer,
    )


def _of_signature(verdict: Verdict) -> tuple[Remark, ...]:
    return tuple(Remark(finding.code, finding.where.removeprefix("/")) for finding in verdict.findings)


def _of_refusal(refused: WorkbookRefused) -> Remark:
    if refused.problem:
        return Remark(Problem.FORM, refused.problem.where, {"reason": refused.problem.reason})
    return Remark(Problem(refused.step.value), "", {"stated": refused.stated, "actual": refused.actual})


def _of_data(data: bytes, kind: Kind) -> tuple[Remark, ...]:
    """Say of a file whose signature no longer holds whether its data do: read as any file is, believing nothing."""
    try:
        stated, actual = codes_of(read_package(data), kind)
    except NotOurForm as problem:
        return (Remark(Problem.FORM, problem.where, {"reason": problem.reason}),)
    except PackageRefused:
        return ()
    code = Problem.DATA_KEPT if actual == stated else Problem.DATA_CHANGED
    return (Remark(code, "", {"stated": stated, "actual": actual}),)
