"""One unit in a year that is played: its workspace, its identity, and each thing that its people do, by the real rules.

No windows; everything else is what the window does: the same workbooks, the same doors, the same database.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from models.core.errors import UserError
from models.core.periods import Period, PeriodKind
from models.core.safe_file import replace_file
from models.core.vocabulary import Decision, Duty, RollUp, Status
from models.plan.model import Plan
from models.signing.certificate import Algorithm
from models.signing.identity import Identity, create_identity
from models.signing.trust import Trust
from models.store.assignments import GridEdit, edit_grid
from models.store.database import Workspace, open_workspace
from models.store.directory import UnitFacts, put_units, subordinates
from models.store.entries import record
from models.store.exports import next_sequence
from models.store.period_events import closing_of
from models.store.plans import tasks
from models.store.records import ExportRecord, Field, FieldEdit
from models.store.reviews import reviews_without_receipt
from models.store.roll_up_methods import Method, choose_method
from models.store.signers import How
from models.work.assign import Terms
from models.work.closing import reopen
from models.work.export_note import ExportNote, record_export
from models.work.from_above import SheetFile
from models.work.received_returns import ReturnState, judged_returns
from models.work.return_content import SignOff, return_content
from models.work.review import decide
from models.work.roll_up import proposals
from models.work.signers import confirm, workspace_trust
from models.work.start import start_workspace
from models.work.take_assignment import start_from_assignment, take_assignment
from models.work.take_receipt import take_receipt
from models.workbooks.collect import CollectReport, collect
from models.workbooks.export import export_return
from models.workbooks.gather import Lot
from models.workbooks.glance import kind_of
from models.workbooks.issue import issue_assignments
from models.workbooks.issue_receipt import issue_receipt
from models.workbooks.kinds import Kind
from models.workbooks.receive import look_at_assignment, receive_assignment, receive_receipt

OPERATOR = "李明"


@dataclass(slots=True)
class Member:
    """One unit. ``now`` is its clock, which is set by whoever plays the year."""

    name: str
    code: str
    folder: Path
    now: datetime
    identity: Identity = field(init=False)

    def __post_init__(self) -> None:
        """Make the unit's folder and its identity."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.identity = create_identity(
            unit_name=self.name, unit_code=self.code, at=self.now, algorithm=Algorithm.P_256
        )

    @property
    def path(self) -> Path:
        """Where the workspace lies."""
        return self.folder / f"{self.name}.yaodian"

    def open(self) -> Workspace:
        """Open the workspace."""
        return open_workspace(self.path)

    def start(self, plan: Plan) -> None:
        """Begin at the top of the tree, with the document."""
        start_workspace(
            self.path,
            plan=plan,
            unit_name=self.name,
            unit_code=self.code,
            operator=OPERATOR,
            installation_id=self.code,
            at=self.now,
        ).close()

    def assign(
        self,
        units: Sequence[UnitFacts],
        shares: Mapping[str, Mapping[str, Decimal]],
        *,
        folder: Path,
        every_task: bool = True,
    ) -> dict[str, Path]:
        """Assign and write what changed; return the files by the code of their units.

        Args:
            units: the directory.
            shares: by the unit's code and the indicator's id.
            folder: where the files go.
            every_task: give each unit a part in every task.
        """
        with self.open() as workspace:
            put_units(workspace, units, at=self.now)
            known = {unit.code: unit for unit in subordinates(workspace)}
            task_of = {one.id: task.id for task in tasks(workspace) for one in task.indicators}
            edits = [
                GridEdit(unit_id=unit.id, task_id=task.id, new=Duty.LEAD)
                for unit in known.values()
                for task in (tasks(workspace) if every_task else ())
            ]
            edits += [
                GridEdit(unit_id=known[code].id, task_id=task_of[indicator_id], indicator_id=indicator_id, new=amount)
                for code, amounts in shares.items()
                for indicator_id, amount in amounts.items()
            ]
            edit_grid(workspace, edits, operator=OPERATOR, at=self.now)
            issued = issue_assignments(
                workspace,
                self.identity,
                folder,
                terms=Terms(period_kind=PeriodKind.QUARTER),
                operator=OPERATOR,
                at=self.now,
                progress=lambda *_: None,
                cancelled=bool,
            )
        return {file.unit.code: file.path for file in issued.files}

    def take(self, path: Path) -> str:
        """Take in what came from above; return what that did, or why it was refused, in one word."""
        data = path.read_bytes()
        file = SheetFile(path.name, hashlib.sha256(data).hexdigest())
        if not self.path.exists():
            if kind_of(data) is not Kind.ASSIGNMENT:
                return "nothing-yet"
            start_from_assignment(
                self.path,
                look_at_assignment(data, Trust()),
                file=file,
                how=How.PHONE,
                operator=OPERATOR,
                installation_id=self.code,
                at=self.now,
            ).close()
            return "started"
        with self.open() as workspace:
            trust = workspace_trust(workspace)
            try:
                if kind_of(data) is Kind.RECEIPT:
                    sheet = receive_receipt(data, trust)
                    return take_receipt(workspace, sheet, file=file, operator=OPERATOR, at=self.now).effect.value
                changes = take_assignment(
                    workspace, receive_assignment(data, trust), file=file, operator=OPERATOR, at=self.now
                )
                return "taken" if changes else "known"
            except UserError as refused:
                return type(refused).__name__

    def record(
        self,
        period: Period,
        amounts: Mapping[str, Decimal],
        *,
        narratives: Mapping[str, str] | None = None,
        status: Status = Status.IN_PROGRESS,
    ) -> None:
        """Record figures by indicator and words by task; those that this unit has no part in are left out."""
        with self.open() as workspace:
            known = {one.id: task.id for task in tasks(workspace) for one in task.indicators}
            own = {task.id for task in tasks(workspace)}
            edits = [
                FieldEdit(
                    period=period,
                    task_id=known[indicator_id],
                    field=Field.VALUE,
                    new=amount,
                    indicator_id=indicator_id,
                )
                for indicator_id, amount in amounts.items()
                if indicator_id in known
            ]
            reported = {edit.task_id for edit in edits} | {one for one in narratives or {} if one in own}
            edits += [FieldEdit(period=period, task_id=one, field=Field.STATUS, new=status) for one in sorted(reported)]
            edits += [
                FieldEdit(period=period, task_id=task_id, field=Field.NARRATIVE, new=text)
                for task_id, text in (narratives or {}).items()
                if task_id in own
            ]
            record(workspace, edits, operator=OPERATOR, at=self.now)

    def report(self, period: Period, folder: Path) -> Path:
        """Sign the return of a period off, export it, and close the period."""
        folder.mkdir(parents=True, exist_ok=True)
        with self.open() as workspace:
            sign_off = SignOff(filled_by=OPERATOR, filled_at=self.now)
            content = return_content(workspace, period, sign_off=sign_off, at=self.now)
            signed = export_return(content, self.identity, at=self.now)
            path = folder / signed.file_name
            replace_file(path, signed.data)
            kept = ExportRecord(
                period=period,
                sequence=next_sequence(workspace, period),
                check_code=signed.check_code,
                fingerprint=signed.fingerprint,
                file_name=path.name,
                sha256=hashlib.sha256(signed.data).hexdigest(),
                at=self.now,
                operator=OPERATOR,
            )
            record_export(workspace, ExportNote(made=path, path=path, record=kept, signs=OPERATOR, evidence=()))
        return path

    def correct(self, period: Period, reason: str) -> None:
        """Open a closed period for a correction."""
        with self.open() as workspace:
            reopen(workspace, period, reason=reason, operator=OPERATOR, at=self.now)

    def is_open(self, period: Period) -> bool:
        """Tell whether a period can be changed."""
        with self.open() as workspace:
            return closing_of(workspace, period) is None

    def collect(self, *paths: Path, take_forms: bool = False) -> CollectReport:
        """Collect; signers who are new are confirmed, as if on the telephone, and their files then taken in."""
        with self.open() as workspace:
            report = collect(workspace, paths, operator=OPERATOR, at=self.now)
            fresh = [one.candidate for one in report.filed if one.lot is Lot.SIGNER_UNKNOWN]
            for candidate in fresh:
                if candidate.signer is not None:
                    unit = (candidate.unit_name, candidate.unit_code)
                    confirm(workspace, candidate.signer, unit=unit, how=How.PHONE, operator=OPERATOR, at=self.now)
            forms = {one.candidate.sha256 for one in report.filed if one.lot is Lot.UNSIGNED_FORM} if take_forms else ()
            if not fresh and not forms:
                return report
            again = collect(workspace, paths, operator=OPERATOR, at=self.now, confirmed_forms=frozenset(forms))
        first = {one.candidate.source: one for one in report.filed if one.lot is Lot.TAKEN}
        return replace(again, filed=tuple(first.get(one.candidate.source, one) for one in again.filed))

    def review(self, decisions: Mapping[str, tuple[Decision, str]], period: Period, folder: Path) -> dict[str, Path]:
        """Decide on the waiting returns of units by their code, and write receipts; return them by code.

        Units that are not named are accepted.
        """
        folder.mkdir(parents=True, exist_ok=True)
        with self.open() as workspace:
            codes = {unit.id: unit.code for unit in subordinates(workspace, retired=True)}
            for judged in judged_returns(workspace, period=period):
                if judged.state is not ReturnState.WAITING:
                    continue
                code = codes[judged.received.unit_id]
                decision, comment = decisions.get(code, (Decision.ACCEPTED, ""))
                decide(
                    workspace,
                    judged.received.id,
                    decision,
                    comment=comment,
                    comments={},
                    operator=OPERATOR,
                    at=self.now,
                )
            written = {}
            by_return = {judged.received.id: judged.received for judged in judged_returns(workspace)}
            for review in reviews_without_receipt(workspace):
                issued = issue_receipt(workspace, review, self.identity, folder, operator=OPERATOR, at=self.now)
                written[codes[by_return[review.return_id].unit_id]] = issued.path
        return written

    def choose(self, indicator_id: str, method: RollUp, weight: str = "") -> None:
        """Choose how an indicator rolls up."""
        with self.open() as workspace:
            choose_method(workspace, indicator_id, Method(method, weight))

    def rolled_up(self, period: Period) -> dict[str, Decimal | None]:
        """Return what is proposed for each indicator."""
        with self.open() as workspace:
            return {one: proposal.amount for one, proposal in proposals(workspace, period).items()}
