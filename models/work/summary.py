"""汇总: all that the superior knows of a period, laid out for the meeting: by item, by unit, ranking, lights, problems.

Pure facts out of one reading of the workspace. Nothing here decides: the superior's own figures stand beside what the
units' accepted returns amount to, and who is missing is said.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from models.core.periods import Period
from models.core.vocabulary import Light, Status
from models.store.database import Workspace
from models.store.directory import DirectoryUnit
from models.store.plans import tasks
from models.store.received import ReceivedContent, contents_of
from models.store.records import IndicatorRecord, TaskRecord, Value
from models.store.units import own_unit
from models.work.board import Board, NothingToReport, read_board
from models.work.collect_board import BoardCell, CellState, read_collect_board
from models.work.progress import completion
from models.work.roll_up import Proposal, proposals


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorLine:
    """One indicator: the target, the superior's own figure, and what each unit brings (``proposal``).

    ``stated`` is all that the superior says: a figure, ``own``, or "no data" with its reason; None is blank.
    """

    task: TaskRecord
    indicator: IndicatorRecord
    stated: Value | None
    own: Decimal | None
    own_completion: Decimal | None
    proposal: Proposal
    light: Light


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """One item of the plan: how many tasks, how many reported on, how far, and how many of each light."""

    part_number: int
    part_title: str
    item_number: int
    item_title: str
    total: int
    reported: int
    completion: Decimal | None
    lights: Mapping[Light, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """One unit: its return, how many of its tasks it reported on, the mean of its completions, its lights.

    ``rank`` counts from 1 among the units whose return is accepted and has a completion; 0 has none. Equals share a
    rank. A waiting or refused return is told by ``cell``, and its figures are not used.
    """

    unit: DirectoryUnit
    cell: BoardCell
    total: int
    reported: int
    completion: Decimal | None
    lights: Mapping[Light, int]
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemLine:
    """What a unit says stands in its way in one task, and what it does about it."""

    unit: DirectoryUnit
    task: TaskRecord
    status: Status | None
    light: Light
    problems: str
    next_steps: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LightLine:
    """A task that a unit is behind with."""

    unit: DirectoryUnit
    task: TaskRecord
    status: Status | None
    light: Light
    narrative: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Everything of one period. ``units`` stand in the order of the directory."""

    plan_title: str
    document_number: str
    unit_name: str
    period: Period
    made_on: date
    board: Board
    indicators: tuple[IndicatorLine, ...]
    items: tuple[ItemLine, ...]
    units: tuple[UnitLine, ...]
    problems: tuple[ProblemLine, ...]
    behind: tuple[LightLine, ...]

    @property
    def missing(self) -> tuple[UnitLine, ...]:
        """The units whose return for the period is not here."""
        return tuple(one for one in self.units if one.cell.state in {CellState.NOT_YET, CellState.OVERDUE})

    @property
    def ranking(self) -> tuple[UnitLine, ...]:
        """The units that have a rank, the first first."""
        return tuple(sorted((one for one in self.units if one.rank), key=lambda one: one.rank))


def read_summary(workspace: Workspace, period: Period, *, today: date) -> Summary:
    """Read the summary of a period; a fixed number of queries whatever its size.

    Raises:
        NothingToReport: the workspace has no plan or no unit yet.
    """
    unit = own_unit(workspace)
    if unit is None:
        raise NothingToReport("unit")
    board = read_board(workspace, period)
    collected = read_collect_board(workspace, period.kind, today=today)
    column = collected.periods.index(period)
    cells = {row.unit.id: row.cells[column] for row in collected.rows}
    units = [row.unit for row in collected.rows]
    accepted = {
        unit_id: cell.judged.received.id
        for unit_id, cell in cells.items()
        if cell.judged is not None and cell.state is CellState.ACCEPTED
    }
    kept = contents_of(workspace, list(accepted.values()))
    contents = {unit_id: kept[return_id] for unit_id, return_id in accepted.items()}
    known = {task.id: task for task in tasks(workspace)}
    return Summary(
        plan_title=board.plan.title,
        document_number=board.plan.document_number,
        unit_name=unit.name,
        period=period,
        made_on=today,
        board=board,
        indicators=_indicators(board, proposals(workspace, period)),
        items=_items(board),
        units=_ranked([_unit(one, cells[one.id], contents.get(one.id), known) for one in units]),
        problems=tuple(_problems(units, contents, known)),
        behind=tuple(_behind(units, contents, known)),
    )


def with_own_entries(workspace: Workspace, summary: Summary) -> Summary:
    """Return a summary with the superior's own entries as they are now; of what units brought nothing is read again.

    It holds where nothing but own entries changed since the summary was read.
    """
    board = read_board(workspace, summary.period)
    proposed = {line.indicator.id: line.proposal for line in summary.indicators}
    return replace(summary, board=board, indicators=_indicators(board, proposed), items=_items(board))


def _indicators(board: Board, proposed: Mapping[str, Proposal]) -> tuple[IndicatorLine, ...]:
    lines = []
    for one in board.tasks:
        for indicator in one.task.indicators:
            value = one.entry.values.get(indicator.id)
            amount = value.amount if value else None
            lines.append(
                IndicatorLine(
                    task=one.task,
                    indicator=indicator,
                    stated=value,
                    own=amount,
                    own_completion=completion(amount, indicator.target, indicator.direction),
                    proposal=proposed[indicator.id],
                    light=one.light,
                )
            )
    return tuple(lines)


def _items(board: Board) -> tuple[ItemLine, ...]:
    return tuple(
        ItemLine(
            part_number=part.number,
            part_title=part.title,
            item_number=item.number,
            item_title=item.title,
            total=item.progress.total,
            reported=item.progress.reported,
            completion=item.progress.completion,
            lights=Counter(one.light for one in item.tasks),
        )
        for part in board.parts
        for item in part.items
    )


def _unit(
    unit: DirectoryUnit, cell: BoardCell, content: ReceivedContent | None, known: Mapping[str, TaskRecord]
) -> UnitLine:
    entries = list(content.entries.values()) if content else []
    said = [entry for entry in entries if entry.status is not None or entry.narrative or entry.light is not Light.NONE]
    ratios = _completions(content, known) if content else []
    return UnitLine(
        unit=unit,
        cell=cell,
        total=len(entries),
        reported=len(said),
        completion=sum(ratios, Decimal(0)) / len(ratios) if ratios else None,
        lights=Counter(entry.light for entry in entries),
        rank=0,
    )


def _completions(content: ReceivedContent, known: Mapping[str, TaskRecord]) -> list[Decimal]:
    """Return the completion of each indicator with a target to reach, of which a unit stated a figure."""
    directions = {one.id: one.direction for task in known.values() for one in task.indicators}
    ratios = (
        completion(value.amount, value.target, directions[value.indicator_id])
        for value in content.values.values()
        if value.target is not None and value.indicator_id in directions
    )
    return [ratio for ratio in ratios if ratio is not None]


def _ranked(lines: Iterable[UnitLine]) -> tuple[UnitLine, ...]:
    found = tuple(lines)
    order = sorted((line.completion for line in found if line.completion is not None), reverse=True)
    return tuple(
        line if line.completion is None else replace(line, rank=order.index(line.completion) + 1) for line in found
    )


def _problems(
    units: Iterable[DirectoryUnit], contents: Mapping[int, ReceivedContent], known: Mapping[str, TaskRecord]
) -> Iterable[ProblemLine]:
    for unit in units:
        for entry in contents[unit.id].entries.values() if unit.id in contents else ():
            if entry.problems and entry.task_id in known:
                yield ProblemLine(
                    unit=unit,
                    task=known[entry.task_id],
                    status=entry.status,
                    light=entry.light,
                    problems=entry.problems,
                    next_steps=entry.next_steps,
                )


def _behind(
    units: Iterable[DirectoryUnit], contents: Mapping[int, ReceivedContent], known: Mapping[str, TaskRecord]
) -> Iterable[LightLine]:
    found = [
        LightLine(
            unit=unit, task=known[entry.task_id], status=entry.status, light=entry.light, narrative=entry.narrative
        )
        for unit in units
        if unit.id in contents
        for entry in contents[unit.id].entries.values()
        if entry.light in {Light.RED, Light.YELLOW} and entry.task_id in known
    ]
    return sorted(found, key=lambda line: (line.light is Light.YELLOW, line.task.number))
