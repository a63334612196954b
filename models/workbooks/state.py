"""The state of a period as people sign it off: the check code of what is recorded now, and who has signed for it."""

from datetime import datetime, time

from models.core.periods import Period
from models.core.vocabulary import Role
from models.store.database import Workspace
from models.store.exports import next_sequence
from models.work.return_content import SignOff, return_content
from models.work.sign_off import Standing, standings
from models.workbooks.canonical import return_check_code
from models.workbooks.printable import NotPrintable

Standings = tuple[Standing, Standing, Standing]


def state_code(workspace: Workspace, period: Period) -> str:
    """Return the check code of what is recorded for a period.

    Raises:
        NothingToReport: the workspace has no plan or no unit yet.
        NotPrintable: it can't stand on a sheet as it is.
    """
    some_day = datetime.combine(period.ends_on, time())  # when a return is drawn up doesn't enter its code
    return return_check_code(return_content(workspace, period, sign_off=SignOff(), at=some_day))


def standings_now(workspace: Workspace, period: Period) -> Standings:
    """Return how far the sign-offs of the return to come are, for what is recorded now."""
    sequence = next_sequence(workspace, period)
    found = standings(workspace, period, sequence=sequence, check_code=None)
    if all(standing.at is None for standing in found):
        return found  # nobody has signed, so nothing has to be drawn up to see for what
    try:
        code = state_code(workspace, period)
    except NotPrintable:
        return found
    return standings(workspace, period, sequence=sequence, check_code=code)


def signed_names(typed: SignOff, signed: Standings) -> SignOff:
    """Return who stands for the figures: those who signed, with the moment; else the names that were typed."""
    names = {Role.FILLER: typed.filled_by, Role.REVIEWER: typed.reviewed_by, Role.UNIT_HEAD: typed.unit_head}
    for standing in signed:
        if standing.holds:
            names[standing.role] = standing.name
    times = {standing.role: standing.at if standing.holds else None for standing in signed}
    return SignOff(
        filled_by=names[Role.FILLER],
        phone=typed.phone,
        reviewed_by=names[Role.REVIEWER],
        unit_head=names[Role.UNIT_HEAD],
        filled_at=times[Role.FILLER],
        reviewed_at=times[Role.REVIEWER],
        approved_at=times[Role.UNIT_HEAD],
    )
