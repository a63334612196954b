"""收表: files from subordinates sorted into piles, and those in order taken in. Nothing blocks the others.

What is here already is left alone, so collecting the same folder twice changes nothing, and the order in which files
come makes no difference to the figures that count: of each unit and period the highest sequence stands.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Final

from models.core.changes import Changes
from models.core.periods import Period
from models.store.database import Workspace
from models.store.directory import DirectoryUnit, unit_of
from models.store.plans import current_plan
from models.store.received import (
    EvidenceFate,
    ReceivedReturn,
    ReturnForm,
    add_received,
    content_of,
    note_evidence,
    received,
)
from models.store.records import PlanRecord
from models.work.board import NothingToReport
from models.work.received_returns import Difference, differences, kept_content
from models.work.return_content import ReturnContent, ReturnHead
from models.work.signers import workspace_trust
from models.workbooks.evidence import Fate, place_of
from models.workbooks.gather import Candidate, Lot, examine_sources, find_sources

BATCH: Final = 50  # files that are kept in one transaction, and so lost together if the power goes

_FATES: Final = {Fate.MISSING: EvidenceFate.MISSING, Fate.ALTERED: EvidenceFate.ALTERED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What became of one file.

    ``unit`` is the one of the directory that the file is of, or says it is of; None where there is none such.
    ``replaces`` is the sequence that stood until now, and ``differences`` how the two differ; both only of what was
    TAKEN over an earlier one. ``return_id`` is the kept return's, of what was TAKEN or is a DUPLICATE.
    """

    candidate: Candidate
    lot: Lot
    unit: DirectoryUnit | None = None
    return_id: int = 0
    replaces: int = 0
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class CollectReport:
    """What became of all files of one collection, in the order in which they were found.

    ``cancelled`` tells that a person stopped it: what is not listed was not looked at, and comes with the next one.
    """

    filed: tuple[Filed, ...]
    changes: Changes
    cancelled: bool = False

    @property
    def counts(self) -> Mapping[Lot, int]:
        """How many files there are in each pile that has any."""
        return Counter(one.lot for one in self.filed)


def collect(
    workspace: Workspace,
    paths: Sequence[Path],
    *,
    operator: str,
    at: datetime,
    period: Period | None = None,
    confirmed_forms: frozenset[str] = frozenset(),
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] = bool,
) -> CollectReport:
    """Take in whatever lies in some files, folders and zips.

    Args:
        workspace: of the superior.
        paths: where to look.
        operator: who collects.
        at: now, with its time zone.
        period: the one that is being collected; files of others are put aside. None takes all of the plan's year.
        confirmed_forms: the SHA-256 of forms filled by hand that a person has confirmed.
        progress: is told how many files are done, and of how many.
        cancelled: is asked between files; never, by default.

    Raises:
        NothingToReport: the workspace has no plan yet.
        EnvironmentProblem: a folder can't be read, or the workspace not be written; what was kept until then stays.
    """
    sources = find_sources(paths)
    candidates = examine_sources(sources, workspace_trust(workspace))
    filed: list[Filed] = []
    changes = Changes()
    stopped = False
    while not stopped:
        batch: list[Candidate] = []
        for candidate in islice(candidates, BATCH):
            batch.append(candidate)
            if progress is not None:
                progress(len(filed) + len(batch), len(sources))
            if cancelled():
                stopped = True
                break
        if not batch:
            break
        done = file_candidates(
            workspace, batch, operator=operator, at=at, period=period, confirmed_forms=confirmed_forms
        )
        filed += done.filed
        changes |= done.changes
    return CollectReport(tuple(filed), changes, cancelled=stopped and len(filed) < len(sources))


def file_candidates(
    workspace: Workspace,
    candidates: Iterable[Candidate],
    *,
    operator: str,
    at: datetime,
    period: Period | None = None,
    confirmed_forms: frozenset[str] = frozenset(),
) -> CollectReport:
    """Sort examined files, and keep those in order, in one transaction; arguments as of ``collect``.

    Of a file that is in order, in this sequence:

    1. its unit is in the directory;
    2. it is on the plan of the workspace;
    3. its period lies in the plan's year, and is the one that is being collected;
    4. its number is not here yet: the same content is a duplicate, another one a conflict that a person has to look at;
    5. no later number of this unit and period is here.

    Raises:
        NothingToReport: the workspace has no plan yet.
        EnvironmentProblem: the workspace can't be written; nothing of these was kept.
    """
    plan = current_plan(workspace)
    if plan is None:
        raise NothingToReport("plan")
    with workspace.transaction():
        desk = _Desk(workspace, plan, operator, at, period, confirmed_forms)
        filed = tuple(map(desk.file, candidates))
    return CollectReport(filed, Changes(received=desk.changed, periods=desk.changed))


@dataclass(slots=True)
class _Desk:
    """Where one batch is sorted."""

    workspace: Workspace
    plan: PlanRecord
    operator: str
    at: datetime
    period: Period | None
    confirmed_forms: frozenset[str]
    changed: bool = False

    def file(self, candidate: Candidate) -> Filed:
        unit = unit_of(self.workspace, code=candidate.unit_code, name=candidate.unit_name)
        confirmed = candidate.lot is Lot.UNSIGNED_FORM and self._is_confirmed(candidate, unit)
        if candidate.content is None or not (candidate.lot is None or confirmed):
            return Filed(candidate=candidate, lot=candidate.lot or Lot.NOT_OURS, unit=unit)
        return self._file_in_order(candidate, candidate.content, unit)

    def _is_confirmed(self, candidate: Candidate, unit: DirectoryUnit | None) -> bool:
        """Tell whether a person stands for a form, now or when it was taken in."""
        if candidate.sha256 in self.confirmed_forms or unit is None:
            return candidate.sha256 in self.confirmed_forms
        here = received(self.workspace, period=candidate.period, unit_id=unit.id)
        return candidate.sha256 in {one.sha256 for one in here}

    def _file_in_order(self, candidate: Candidate, content: ReturnContent, unit: DirectoryUnit | None) -> Filed:
        head = content.head
        if unit is None:  # 1
            return Filed(candidate=candidate, lot=Lot.UNKNOWN_UNIT)
        aside = self._lot_of(head)  # 2, 3
        if aside is not None:
            return Filed(candidate=candidate, lot=aside, unit=unit)
        here = received(self.workspace, period=head.period, unit_id=unit.id)
        same = next((one for one in here if one.sequence == head.sequence), None)
        if same is not None:  # 4
            if (same.check_code, same.signer) != (candidate.check_code, _signer(candidate)):
                return Filed(candidate=candidate, lot=Lot.CONFLICT, unit=unit)
            found = kept_content(content, _fates(candidate)).evidence
            self.changed |= bool(note_evidence(self.workspace, same.id, found, at=self.at))
            return Filed(candidate=candidate, lot=Lot.DUPLICATE, unit=unit, return_id=same.id)
        if here and here[-1].sequence > head.sequence:  # 5
            return Filed(candidate=candidate, lot=Lot.OLDER, unit=unit)
        return self._keep(candidate, content, unit, before=here[-1] if here else None)

    def _lot_of(self, head: ReturnHead) -> Lot | None:
        if head.plan_id != self.plan.id:
            return Lot.OTHER_PLAN
        in_year = head.period.year == self.plan.year
        return None if in_year and self.period in {None, head.period} else Lot.WRONG_PERIOD

    def _keep(
        self, candidate: Candidate, content: ReturnContent, unit: DirectoryUnit, *, before: ReceivedReturn | None
    ) -> Filed:
        kept = kept_content(content, _fates(candidate))
        return_id = add_received(self.workspace, self._received(candidate, content.head, unit), kept, candidate.data)
        self.changed = True
        return Filed(
            candidate=candidate,
            lot=Lot.TAKEN,
            unit=unit,
            return_id=return_id,
            replaces=before.sequence if before else 0,
            differences=differences(content_of(self.workspace, before.id), kept) if before else (),
        )

    def _received(self, candidate: Candidate, head: ReturnHead, unit: DirectoryUnit) -> ReceivedReturn:
        return ReceivedReturn(
            unit_id=unit.id,
            period=head.period,
            sequence=head.sequence,
            form=ReturnForm.SIGNED if candidate.signer else ReturnForm.BLANK_FORM,
            plan_id=head.plan_id,
            check_code=candidate.check_code,
            supersedes=head.supersedes,
            file_name=candidate.source.name[-255:],
            sha256=candidate.sha256,
            signer=_signer(candidate),
            fingerprint=candidate.signer.fingerprint if candidate.signer else "",
            signed_at=candidate.signed_at,
            filled_on=head.filled_on,
            filled_by=head.sign_off.filled_by,
            phone=head.sign_off.phone,
            at=self.at,
            operator=self.operator,
        )


def _signer(candidate: Candidate) -> str:
    return candidate.signer.digest if candidate.signer else ""


def _fates(candidate: Candidate) -> dict[tuple[str, str], EvidenceFate]:
    """Return what was found wrong with the evidence that the return lists; the rest is present."""
    by_place = {finding.where: _FATES[finding.fate] for finding in candidate.evidence if finding.fate in _FATES}
    listed = candidate.content.evidence if candidate.content else ()
    return {
        (file.task_id, file.name): by_place[str(place_of(file))] for file in listed if str(place_of(file)) in by_place
    }
