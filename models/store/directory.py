"""名录: the units that this one assigns to and collects from.

The workspace's own unit is never among them. A unit is known by its code, or by its name where it has none; it is never
deleted, only retired, for assignments and returns refer to it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from models.core.changes import Changes
from models.core.errors import UserError
from models.core.texts import clean_unit
from models.store.columns import to_instant
from models.store.database import Workspace
from models.store.names import checked_unit_code, checked_unit_name, checked_words
from models.store.problems import DuplicateUnit
from models.store.units import own_unit

MAX_WORDS: Final = 20  # characters of a short name, a level, a kind
MAX_CONTACT: Final = 100

_COLUMNS: Final = "id, code, name, short_name, level, kind, contact, position, retired_at, has_program"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFacts:
    """What is said of a unit, typed or from a table; all but the name may be blank.

    ``level`` (县级), ``kind`` (县区局, 学校) and ``contact`` are a person's own words. ``has_program`` is False for a
    unit that is given a blank form to fill in; None says nothing of it.
    """

    name: str
    code: str = ""
    short_name: str = ""
    level: str = ""
    kind: str = ""
    contact: str = ""
    has_program: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryUnit:
    """A unit of the directory. ``position`` is its place in the list; a ``retired`` one is not used any more."""

    id: int
    code: str
    name: str
    short_name: str = ""
    level: str = ""
    kind: str = ""
    contact: str = ""
    position: int = 0
    retired: bool = False
    has_program: bool = True

    @property
    def label(self) -> str:
        """How the unit is called where there is little room."""
        return self.short_name or self.name


@dataclass(eq=False)
class OwnUnitListed(UserError):
    """The workspace's own unit was named as one of its subordinates."""

    name: str


def subordinates(workspace: Workspace, *, retired: bool = False) -> tuple[DirectoryUnit, ...]:
    """List the units in their order, in one query; the retired ones only if asked for."""
    rows = workspace.rows(
        f"SELECT {_COLUMNS} FROM units WHERE is_own = 0 AND (retired_at IS NULL OR ?) ORDER BY position, id",  # noqa: S608
        (int(retired),),
    )
    return tuple(map(_unit, rows))


def unit_of(workspace: Workspace, *, code: str, name: str) -> DirectoryUnit | None:
    """Return the unit that a sheet means, retired or not, or None.

    1. Where the sheet states a code, the unit that has it.
    2. Else the one unit of that name, provided that the sheet or the directory knows no code of it: two codes that
       differ are two units, whatever they are called.
    """
    return find_unit(subordinates(workspace, retired=True), code=clean_unit(code), name=clean_unit(name))


def find_unit(units: Iterable[DirectoryUnit], *, code: str, name: str) -> DirectoryUnit | None:
    """Find among units the one that is meant, as ``unit_of`` does, or return None."""
    units = tuple(units)
    if code:
        for unit in units:
            if unit.code == code:
                return unit
    named = [unit for unit in units if unit.name == name and not (code and unit.code)]
    return named[0] if len(named) == 1 else None


def put_units(workspace: Workspace, units: Sequence[UnitFacts], *, at: datetime) -> Changes:
    """Take units into the directory: known ones are brought up to date, the others stand behind them.

    What is blank in the facts leaves what is known. A retired unit that is named again comes back.

    Args:
        workspace: whose directory.
        units: in the order in which they should stand; all of them are taken, or none.
        at: now, with its time zone.

    Raises:
        NameMissing, NameTooLong: what is said of a unit can't be kept.
        DuplicateUnit: two of them are the same, or one could be either of two that are known.
        OwnUnitListed: one of them is this unit itself.
    """
    wanted = [checked_facts(facts) for facts in units]
    with workspace.transaction():
        own = own_unit(workspace)
        known = list(subordinates(workspace, retired=True))
        before = {unit.id: unit for unit in known}
        taken: set[int] = set()
        added: list[DirectoryUnit] = []
        for facts in wanted:
            if own and is_same_unit(own.code, own.name, facts):
                raise OwnUnitListed(facts.name)
            found = find_unit([*known, *added], code=facts.code, name=facts.name)
            if found is None:
                added.append(merged_with(DirectoryUnit(id=-len(added) - 1, code="", name=""), facts))
            elif found.id in taken or found.id < 0:
                raise DuplicateUnit(facts.code, facts.name)
            else:
                taken.add(found.id)
                known[known.index(found)] = replace(merged_with(found, facts), retired=False)
        _require_distinct([*known, *added])
        changed = [unit for unit in known if unit != before[unit.id]]
        end = max((unit.position for unit in known), default=-1) + 1
        _write(workspace, changed, at=at)
        _append(workspace, added, start=end, at=at)
    return Changes(units=bool(changed or added))


def change_unit(workspace: Workspace, unit_id: int, facts: UnitFacts, *, at: datetime) -> Changes:
    """Say anew what is known of one unit; what is blank in the facts is blank from then on.

    Raises:
        NameMissing, NameTooLong, DuplicateUnit, OwnUnitListed: it can't be kept; nothing was changed.
    """
    facts = checked_facts(facts)
    with workspace.transaction():
        own = own_unit(workspace)
        if own and is_same_unit(own.code, own.name, facts):
            raise OwnUnitListed(facts.name)
        units = {unit.id: unit for unit in subordinates(workspace, retired=True)}
        before = units.pop(unit_id)
        after = replace(
            before,
            name=facts.name,
            code=facts.code,
            short_name=facts.short_name,
            level=facts.level,
            kind=facts.kind,
            contact=facts.contact,
            has_program=before.has_program if facts.has_program is None else facts.has_program,
        )
        if after == before:
            return Changes()
        _require_distinct([*units.values(), after])
        _write(workspace, [after], at=at)
    return Changes(units=True)


def retire_unit(workspace: Workspace, unit_id: int, *, at: datetime) -> Changes:
    """Take a unit out of use. What was assigned to it and received from it stays, and so does its part in the grid."""
    with workspace.transaction() as connection:
        done = connection.execute(
            "UPDATE units SET retired_at = ? WHERE id = ? AND is_own = 0 AND retired_at IS NULL",
            (to_instant(at), unit_id),
        ).rowcount
    return Changes(units=bool(done), assignments=bool(done))


def restore_unit(workspace: Workspace, unit_id: int) -> Changes:
    """Bring a unit back into use, with all that is known of it."""
    with workspace.transaction() as connection:
        done = connection.execute(
            "UPDATE units SET retired_at = NULL WHERE id = ? AND retired_at IS NOT NULL", (unit_id,)
        ).rowcount
    return Changes(units=bool(done), assignments=bool(done))


def move_units(workspace: Workspace, order: Sequence[int]) -> Changes:
    """Put the units in another order; those that are not named stand behind the others, as they stood."""
    with workspace.transaction() as connection:
        units = subordinates(workspace, retired=True)
        place = {unit_id: number for number, unit_id in enumerate(order)}
        wanted = sorted(units, key=lambda unit: place.get(unit.id, len(place)))
        moved = [(number, unit.id) for number, unit in enumerate(wanted) if unit.position != number]
        connection.executemany("UPDATE units SET position = ? WHERE id = ?", moved)
    return Changes(units=bool(moved))


def _unit(row: Any) -> DirectoryUnit:
    return DirectoryUnit(
        id=row[0],
        code=row[1],
        name=row[2],
        short_name=row[3],
        level=row[4],
        kind=row[5],
        contact=row[6],
        position=row[7],
        retired=row[8] is not None,
        has_program=bool(row[9]),
    )


def checked_facts(facts: UnitFacts) -> UnitFacts:
    """Return what is said of a unit in its one form.

    Raises:
        NameMissing, NameTooLong: it can't be kept.
    """
    return UnitFacts(
        name=checked_unit_name(facts.name),
        code=checked_unit_code(facts.code),
        short_name=checked_words(facts.short_name, what="short_name", limit=MAX_WORDS),
        level=checked_words(facts.level, what="level", limit=MAX_WORDS),
        kind=checked_words(facts.kind, what="kind", limit=MAX_WORDS),
        contact=checked_words(facts.contact, what="contact", limit=MAX_CONTACT),
        has_program=facts.has_program,
    )


def is_same_unit(code: str, name: str, facts: UnitFacts) -> bool:
    """Tell whether a unit and what is said of one are the same unit: by code where both have one, else by name."""
    return code == facts.code if code and facts.code else name == facts.name


def _require_distinct(units: Iterable[DirectoryUnit]) -> None:
    """See to it that each unit can be told from the others: by its code, or by its name where it has none."""
    codes: set[str] = set()
    names: dict[str, bool] = {}  # by name, whether a unit of that name goes without a code
    for unit in units:
        if unit.code in codes or (unit.name in names and (names[unit.name] or not unit.code)):
            raise DuplicateUnit(unit.code, unit.name)
        codes |= {unit.code} - {""}
        names[unit.name] = not unit.code


def merged_with(unit: DirectoryUnit, facts: UnitFacts) -> DirectoryUnit:
    """Return a unit with what is newly said of it; what is blank there leaves what is known."""
    return replace(
        unit,
        name=facts.name,
        code=facts.code or unit.code,
        short_name=facts.short_name or unit.short_name,
        level=facts.level or unit.level,
        kind=facts.kind or unit.kind,
        contact=facts.contact or unit.contact,
        has_program=unit.has_program if facts.has_program is None else facts.has_program,
    )


def _write(workspace: Workspace, units: Iterable[DirectoryUnit], *, at: datetime) -> None:
    """Bring known units up to date. Codes are let go first: two units may swap theirs."""
    rows = tuple(units)
    connection = workspace.db.conn
    connection.executemany("UPDATE units SET code = '' WHERE id = ?", [(unit.id,) for unit in rows])
    connection.executemany(
        "UPDATE units SET code = ?, name = ?, short_name = ?, level = ?, kind = ?, contact = ?, has_program = ?,"
        " retired_at = CASE WHEN ? THEN coalesce(retired_at, ?) END WHERE id = ?",
        [
            (
                unit.code,
                unit.name,
                unit.short_name,
                unit.level,
                unit.kind,
                unit.contact,
                int(unit.has_program),
                int(unit.retired),
                to_instant(at),
                unit.id,
            )
            for unit in rows
        ],
    )


def _append(workspace: Workspace, units: Iterable[DirectoryUnit], *, start: int, at: datetime) -> None:
    workspace.db.conn.executemany(
        "INSERT INTO units (code, name, short_name, level, kind, contact, has_program, position, is_own, since)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
        [
            (
                unit.code,
                unit.name,
                unit.short_name,
                unit.level,
                unit.kind,
                unit.contact,
                int(unit.has_program),
                position,
                to_instant(at),
            )
            for position, unit in enumerate(units, start=start)
        ],
    )
