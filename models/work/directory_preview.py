"""What taking a list of units into the directory would do, line by line, before anything is taken."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from models.core.errors import UserError
from models.store.database import Workspace
from models.store.directory import (
    DirectoryUnit,
    OwnUnitListed,
    UnitFacts,
    checked_facts,
    find_unit,
    is_same_unit,
    merged_with,
    subordinates,
)
from models.store.problems import DuplicateUnit
from models.store.unit_weights import weights
from models.store.units import own_unit
from models.work.directory import DirectoryTable

_FIELDS: Final = ("name", "code", "short_name", "level", "kind", "contact", "has_program")


class Effect(StrEnum):
    """What a line of a list does to the directory."""

    NEW = "new"
    CHANGED = "changed"
    RESTORED = "restored"  # it was retired
    SAME = "same"
    REFUSED = "refused"  # it can't be taken


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One line of a list: what it says, what it does, to which unit.

    ``changed`` names the fields that are said anew (``kind``), and columns of figures by their own names. ``problem``
    says why a line is refused.
    """

    facts: UnitFacts
    effect: Effect
    unit: DirectoryUnit | None = None
    changed: tuple[str, ...] = ()
    problem: UserError | None = None


@dataclass(frozen=True, slots=True)
class DirectoryPreview:
    """What a list would do; ``table`` holds what of it can be taken."""

    lines: tuple[PreviewLine, ...]
    table: DirectoryTable

    def count(self, effect: Effect) -> int:
        """Count the lines that do this."""
        return sum(line.effect is effect for line in self.lines)


def preview_directory(workspace: Workspace, table: DirectoryTable) -> DirectoryPreview:
    """Tell what taking a list of units would do, in three queries; nothing is changed."""
    own, known = own_unit(workspace), list(subordinates(workspace, retired=True))
    figures = weights(workspace)
    taken: set[int] = set()
    lines = []
    for number, said in enumerate(table.units):
        amounts = {name: column[number] for name, column in table.weights.items()}
        try:
            facts = checked_facts(said)
            if own and is_same_unit(own.code, own.name, facts):
                raise OwnUnitListed(facts.name)
            found = find_unit(known, code=facts.code, name=facts.name)
            if found is not None and found.id in taken:
                raise DuplicateUnit(facts.code, facts.name)
        except UserError as problem:
            lines.append(PreviewLine(said, Effect.REFUSED, problem=problem))
            continue
        stands = {name: column.get(found.id) for name, column in figures.items()} if found else {}
        after = merged_with(found or DirectoryUnit(id=-number - 1, code="", name=""), facts)
        taken.add(after.id)
        if found is None:
            known.append(after)
        else:
            known[known.index(found)] = after
        news = [name for name, one in amounts.items() if one not in {None, stands.get(name)}]
        lines.append(_line(facts, found, after, news))
    return DirectoryPreview(tuple(lines), _usable(table, lines))


def _line(facts: UnitFacts, found: DirectoryUnit | None, after: DirectoryUnit, figures: Sequence[str]) -> PreviewLine:
    if found is None:
        return PreviewLine(facts, Effect.NEW)
    changed = (*(name for name in _FIELDS if getattr(found, name) != getattr(after, name)), *figures)
    if found.retired:
        return PreviewLine(facts, Effect.RESTORED, found, changed)
    return PreviewLine(facts, Effect.CHANGED if changed else Effect.SAME, found, changed)


def _usable(table: DirectoryTable, lines: Sequence[PreviewLine]) -> DirectoryTable:
    kept = [number for number, line in enumerate(lines) if line.effect is not Effect.REFUSED]
    return replace(
        table,
        units=tuple(table.units[number] for number in kept),
        weights={name: tuple(column[number] for number in kept) for name, column in table.weights.items()},
    )
