"""The first start: a workspace with its unit, its operator, its plan and its first period, whole or not at all."""

from datetime import date, datetime
from pathlib import Path

from models.core.periods import Period, PeriodKind, period_containing
from models.plan.model import Plan
from models.store.database import Workspace, create_workspace
from models.store.operators import add_operator
from models.store.periods import choose_period
from models.store.plans import current_plan
from models.store.units import set_own_unit
from models.work.adopt_plan import adopt_plan


def start_workspace(
    path: Path,
    *,
    plan: Plan,
    unit_name: str,
    unit_code: str,
    operator: str,
    installation_id: str,
    at: datetime,
) -> Workspace:
    """Make and open a unit's workspace with all that a person needs to begin.

    Args:
        path: where; the folder must exist and the file must not.
        plan: the document; where it states no year, that of ``at`` is taken.
        unit_name: whose workspace it is.
        unit_code: the unit's code in its superior's list.
        operator: who begins.
        installation_id: which installation of the program makes it.
        at: now, with its time zone.

    Raises:
        WorkspaceExists: something stands there already.
        NameMissing, NameTooLong, PlanWithoutTasks: what was given is not enough.
        EnvironmentProblem: the machine refuses. In each case no file is left.
    """

    def fill(workspace: Workspace) -> None:
        with workspace.transaction():
            set_own_unit(workspace, name=unit_name, code=unit_code, at=at)
            add_operator(workspace, name=operator, at=at)
            adopt_plan(workspace, plan, year=at.year)
            adopted = current_plan(workspace)
            choose_period(workspace, first_period(adopted.year if adopted else at.year, at.date()))

    return create_workspace(path, installation_id=installation_id, created_at=at, fill=fill)


def first_period(year: int, today: date, kind: PeriodKind = PeriodKind.QUARTER) -> Period:
    """Choose where to begin: today's period of that kind if it lies in the plan's year, else that year's first."""
    return period_containing(today, kind) if today.year == year else Period(year, kind, 1)
