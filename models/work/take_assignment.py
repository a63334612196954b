"""Taking an assignment in. Nothing that was recorded is lost (``revise_plan``).

1. It may be taken in (``assignment_checks``), and a person confirmed its signer.
2. Targets and wordings are the superior's from then on. A task that is gone is retired with its records, and comes back
   when it is assigned again.
   Tasks that the unit itself added to an assignment stay.
3. Sign-offs that the superior demands are added to those that the unit itself demands.
4. A unit that has no code yet takes the one that its superior gave it, unless it has an identity already, which is
   bound to what the unit is called: then the code is taken when the identity is renewed.
"""

from datetime import datetime
from pathlib import Path

from models.core.changes import Changes
from models.core.vocabulary import Role
from models.store.database import Workspace, create_workspace
from models.store.operators import add_operator
from models.store.period_events import demand_roles, demanded_roles
from models.store.periods import choose_period, current_period
from models.store.plan_revision import revise_plan
from models.store.signers import How
from models.store.superior import TakenAssignment, add_taken
from models.store.units import own_unit, set_own_unit
from models.work.adopt_plan import PlanWithoutTasks
from models.work.assigned_plan import merged_plan
from models.work.assignment_checks import is_known, require_same_plan, sender_of
from models.work.assignment_content import AssignmentContent, AssignmentHead
from models.work.from_above import SheetFile, SignedSheet, require_confirmed
from models.work.signers import confirm, own_identity
from models.work.start import first_period


def take_assignment(
    workspace: Workspace,
    sheet: SignedSheet[AssignmentContent],
    *,
    file: SheetFile,
    operator: str,
    at: datetime,
    superior_may_change: bool = False,
) -> Changes:
    """Take an assignment in, in one transaction; the same one again changes nothing.

    Args:
        workspace: whose.
        sheet: the assignment, let in by ``models/workbooks/receive``.
        file: what it came in.
        operator: who takes it in.
        at: now, with its time zone.
        superior_may_change: a person said that another superior assigns from now on.

    Raises:
        SignerUnconfirmed, SheetOfAnotherUnit, NotASuperior, SuperiorDiffers: see ``from_above``.
        AssignmentOlder, AssignmentConflict, AssignmentOfAnotherPlan: it can't be taken in.
        EnvironmentProblem: the machine refuses. In each case nothing was changed.
    """
    require_confirmed(sheet, sender_of(sheet.content.head))
    return _take(workspace, sheet, file=file, operator=operator, at=at, superior_may_change=superior_may_change)


def start_from_assignment(
    path: Path,
    sheet: SignedSheet[AssignmentContent],
    *,
    file: SheetFile,
    how: How,
    operator: str,
    installation_id: str,
    at: datetime,
    remark: str = "",
) -> Workspace:
    """Make and open the workspace of a unit out of what its superior assigned.

    Args:
        path: where; the folder must exist and the file must not.
        sheet: the assignment, let in by ``models/workbooks/receive``, also where its signer is not known yet.
        file: what it came in.
        how: in which way a person made sure of the superior's fingerprint.
        operator: who begins.
        installation_id: which installation of the program makes it.
        at: now, with its time zone.
        remark: with whom they spoke, for one.

    Raises:
        WorkspaceExists: something stands there already.
        PlanWithoutTasks: nothing is assigned.
        NameMissing, NameTooLong, TextTooLong: what was given can't be kept.
        EnvironmentProblem: the machine refuses. In each case no file is left.
    """
    head = sheet.content.head
    if not sheet.content.groups:
        raise PlanWithoutTasks(head.plan_title)

    def fill(workspace: Workspace) -> None:
        with workspace.transaction():
            set_own_unit(workspace, name=head.unit_name, code=head.unit_code, at=at)
            add_operator(workspace, name=operator, at=at)
            sender = (head.superior_name, head.superior_code)
            confirm(workspace, sheet.signer, unit=sender, how=how, operator=operator, at=at, remark=remark)
            _take(workspace, sheet, file=file, operator=operator, at=at)

    return create_workspace(path, installation_id=installation_id, created_at=at, fill=fill)


def _take(
    workspace: Workspace,
    sheet: SignedSheet[AssignmentContent],
    *,
    file: SheetFile,
    operator: str,
    at: datetime,
    superior_may_change: bool = False,
) -> Changes:
    head = sheet.content.head
    with workspace.transaction():
        if is_known(workspace, sheet, superior_may_change=superior_may_change):
            return Changes()
        plan, rows = merged_plan(workspace, sheet.content)
        require_same_plan(workspace, plan, rows)
        changes = _take_code(workspace, head, at=at)
        changes |= revise_plan(workspace, plan, rows, operator=operator, at=at)
        changes |= demand_roles(workspace, _roles(workspace, head), operator=operator, at=at)
        if current_period(workspace) is None:
            changes |= choose_period(workspace, first_period(head.year, at.date(), head.period_kind))
        return changes | add_taken(
            workspace,
            TakenAssignment(
                plan_id=head.plan_id,
                version=head.version,
                check_code=sheet.check_code,
                superior=sender_of(head),
                signer=sheet.signer.digest,
                period_kind=head.period_kind,
                file_name=file.name,
                sha256=file.sha256,
                at=at,
                operator=operator,
            ),
        )


def _take_code(workspace: Workspace, head: AssignmentHead, *, at: datetime) -> Changes:
    own = own_unit(workspace)
    if own is None:
        return set_own_unit(workspace, name=head.unit_name, code=head.unit_code, at=at)
    if own.code or not head.unit_code or own_identity(workspace) is not None:
        return Changes()
    return set_own_unit(workspace, name=own.name, code=head.unit_code, at=at)


def _roles(workspace: Workspace, head: AssignmentHead) -> frozenset[Role]:
    wanted = {Role.REVIEWER: head.reviewer, Role.UNIT_HEAD: head.unit_head}
    return frozenset(demanded_roles(workspace)) | {role for role, demanded in wanted.items() if demanded}
