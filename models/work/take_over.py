"""Taking over what stood in an earlier period: ordinary edits of this period's entry, with their history and undo."""

from datetime import datetime

from models.core.changes import Changes
from models.core.periods import Period
from models.store.database import Workspace
from models.store.entries import entry, record
from models.store.records import Entry, Field, FieldEdit, Recorded
from models.work.carry_forward import Suggestion, suggestion


def take_over(workspace: Workspace, period: Period, task_id: str, *, operator: str, at: datetime) -> Recorded:
    """Fill the blank fields of a task's entry from the last earlier period; what is typed already stays.

    Raises:
        EnvironmentProblem: the machine refuses; nothing was changed.
    """
    with workspace.transaction():
        offered = suggestion(workspace, period, task_id)
        if offered is None:
            return Recorded(Changes(), ())
        edits = edits_to_take(entry(workspace, period, task_id), offered)
        return record(workspace, edits, operator=operator, at=at)


def take_over_field(
    workspace: Workspace,
    period: Period,
    task_id: str,
    *,
    field: Field,
    indicator_id: str | None = None,
    operator: str,
    at: datetime,
) -> Recorded:
    """Set one field to what stood there in the last earlier period, whatever stands there now; blank offers nothing.

    Raises:
        EnvironmentProblem: the machine refuses; nothing was changed.
    """
    with workspace.transaction():
        offered = suggestion(workspace, period, task_id)
        if offered is None or not offered.entry.get(field, indicator_id):
            return Recorded(Changes(), ())
        new = offered.entry.get(field, indicator_id)
        edit = FieldEdit(period=period, task_id=task_id, field=field, new=new, indicator_id=indicator_id)
        return record(workspace, [edit], operator=operator, at=at)


def edits_to_take(standing: Entry, offered: Suggestion) -> tuple[FieldEdit, ...]:
    """List the edits that fill what is blank in an entry from what is offered."""
    places: list[tuple[Field, str | None]] = [(Field.VALUE, indicator_id) for indicator_id in offered.entry.values]
    places += [(field, None) for field in Field if field is not Field.VALUE]
    return tuple(
        FieldEdit(
            period=standing.period,
            task_id=standing.task_id,
            field=field,
            new=offered.entry.get(field, indicator_id),
            indicator_id=indicator_id,
        )
        for field, indicator_id in places
        if not standing.get(field, indicator_id) and offered.entry.get(field, indicator_id)
    )
