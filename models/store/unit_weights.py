"""The columns of figures that targets are distributed by: 学生数, 学校数. Named by people, one amount for each unit."""

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from models.core.changes import Changes
from models.core.numbers import checked_amount, plain
from models.store.database import Workspace
from models.store.names import checked_words
from models.store.problems import NameMissing

MAX_NAME: Final = 20  # characters


def weights(workspace: Workspace) -> dict[str, dict[int, Decimal]]:
    """Return the columns to distribute by (students, schools): for each its amounts by unit, in one query."""
    found: dict[str, dict[int, Decimal]] = defaultdict(dict)
    for name, unit_id, amount in workspace.rows("SELECT name, unit_id, amount FROM unit_weights ORDER BY name"):
        found[name][unit_id] = Decimal(amount)
    return dict(found)


def put_weights(workspace: Workspace, name: str, amounts: Mapping[int, Decimal | None]) -> Changes:
    """Set amounts of a column, which is made if it is new; those of units that are not named stay.

    Args:
        workspace: whose directory.
        name: of the column, at most 20 characters.
        amounts: by the unit's id; None takes an amount away.

    Raises:
        NameMissing, NameTooLong: the column's name is none.
        NotANumber: an amount is below zero or has too many digits.
    """
    name = _checked_weight(name)
    wanted = {unit_id: None if one is None else checked_amount(one) for unit_id, one in amounts.items()}
    with workspace.transaction() as connection:
        standing = weights(workspace).get(name, {})
        changed = {unit_id: one for unit_id, one in wanted.items() if standing.get(unit_id) != one}
        connection.executemany(
            "INSERT INTO unit_weights (name, unit_id, amount) VALUES (?, ?, ?)"
            " ON CONFLICT (name, unit_id) DO UPDATE SET amount = excluded.amount",
            [(name, unit_id, plain(one)) for unit_id, one in changed.items() if one is not None],
        )
        connection.executemany(
            "DELETE FROM unit_weights WHERE name = ? AND unit_id = ?",
            [(name, unit_id) for unit_id, one in changed.items() if one is None],
        )
    return Changes(units=bool(changed))


def drop_weight(workspace: Workspace, name: str) -> Changes:
    """Take a whole column away."""
    with workspace.transaction() as connection:
        gone = connection.execute("DELETE FROM unit_weights WHERE name = ?", (name,)).rowcount
    return Changes(units=bool(gone))


def _checked_weight(name: str) -> str:
    checked = checked_words(name, what="weight", limit=MAX_NAME)
    if not checked:
        raise NameMissing("weight")
    return checked
