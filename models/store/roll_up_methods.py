"""How each indicator's figures roll up, where a person chose otherwise than the rule."""

from dataclasses import dataclass

from models.core.changes import Changes
from models.core.vocabulary import RollUp
from models.store.database import Workspace


@dataclass(frozen=True, slots=True)
class Method:
    """One way of rolling up; ``weight`` names the column of the directory that a weighted mean counts by."""

    kind: RollUp
    weight: str = ""

    def __post_init__(self) -> None:
        """Refuse a weighted mean without its weight, and a weight without a mean."""
        if (self.kind is RollUp.WEIGHTED) != bool(self.weight):
            raise ValueError("a weight belongs to a weighted mean")


def chosen_methods(workspace: Workspace) -> dict[str, Method]:
    """Return the methods that people chose, by indicator."""
    rows = workspace.rows("SELECT indicator_id, method, weight FROM roll_up_methods")
    return {indicator_id: Method(RollUp(kind), weight) for indicator_id, kind, weight in rows}


def choose_method(workspace: Workspace, indicator_id: str, method: Method | None) -> Changes:
    """Choose how an indicator rolls up; None goes back to the rule."""
    with workspace.transaction() as connection:
        before = chosen_methods(workspace).get(indicator_id)
        if before == method:
            return Changes()
        connection.execute("DELETE FROM roll_up_methods WHERE indicator_id = ?", (indicator_id,))
        if method is not None:
            connection.execute(
                "INSERT INTO roll_up_methods (indicator_id, method, weight) VALUES (?, ?, ?)",
                (indicator_id, method.kind.value, method.weight),
            )
    return Changes(received=True)
