"""``assign WORKSPACE FOLDER``: write the 任务下达表 of all units whose tasks or shares changed.

``--units TABLE`` takes a directory in first (.xlsx, .csv or .txt, see the window's 名录). ``--by equal`` or ``--by
COLUMN`` gives every task to every unit and divides each target that nobody has a share of yet: in equal parts, or by a
column of the directory. Exit codes: 0 written, or nothing new to write; 2 refused. The JSON: ``files`` (``unit, code,
file, version, novelty``), ``list``, ``unchanged`` and ``without_tasks`` (names), ``oddities`` (``oddity, unit, task,
indicator``).
"""

import argparse
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from models.core.clock import SystemClock
from models.core.periods import PeriodKind
from models.core.vocabulary import Duty, Role
from models.store.assignments import GridEdit, edit_grid, read_grid
from models.store.database import Workspace, open_workspace
from models.store.directory import subordinates
from models.store.plans import tasks
from models.store.unit_weights import weights
from models.work.assign import AssignProblem, Terms, problems
from models.work.directory import read_directory, take_directory
from models.work.distribute import NothingToDistributeBy, is_additive, share_edits, shares_of
from models.workbooks.issue import Issued, issue_assignments
from ui.commands.exchange import add_json, add_workspace, made_folder, operator_of, print_json, signing_identity

EQUAL = "equal"

translate = QCoreApplication.translate


def summary() -> str:
    """Say in one line what the command is for."""
    return translate("assign_command", "下达：给每个下级单位写一份签名的任务下达表")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_workspace(parser)
    parser.add_argument(
        "folder",
        type=Path,
        metavar=translate("assign_command", "文件夹"),
        help=translate("assign_command", "写到哪里，没有就新建"),
    )
    parser.add_argument(
        "--units",
        type=Path,
        metavar=translate("assign_command", "名录"),
        help=translate("assign_command", "先导入单位名录（.xlsx、.csv、.txt）"),
    )
    parser.add_argument(
        "--by",
        metavar=translate("assign_command", "依据"),
        help=translate("assign_command", "还没有分解的指标怎么分：equal 平均，或名录里一列的名称"),
    )
    parser.add_argument(
        "--period",
        choices=[kind.value for kind in PeriodKind],
        default=PeriodKind.QUARTER.value,
        help=translate("assign_command", "填报周期：month 月，quarter 季，half 半年，year 年"),
    )
    parser.add_argument(
        "--demand",
        action="append",
        choices=[Role.REVIEWER.value, Role.UNIT_HEAD.value],
        default=[],
        help=translate("assign_command", "要求签批：reviewer 审核人，unit_head 单位负责人"),
    )
    parser.add_argument("--contact", default="", help=translate("assign_command", "下达单位的联系人和电话"))
    parser.add_argument(
        "--all", action="store_true", help=translate("assign_command", "没有变化的也重新写一份（版本不变）")
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write what is to leave.

    Raises:
        UserError, EnvironmentProblem: nothing left, and nothing was recorded of it.
    """
    at = SystemClock().now()
    with open_workspace(arguments.workspace) as workspace:
        operator = operator_of(workspace)
        if arguments.units is not None:
            take_directory(workspace, read_directory(arguments.units), at=at)
        if arguments.by is not None:
            share_out(workspace, arguments.by, operator=operator, at=at)
        terms = Terms(
            period_kind=PeriodKind(arguments.period),
            roles=frozenset(map(Role, arguments.demand)),
            contact=arguments.contact,
        )
        issued = issue_assignments(
            workspace,
            signing_identity(workspace),
            made_folder(arguments.folder),
            terms=terms,
            operator=operator,
            at=at,
            progress=lambda *_: None,
            cancelled=bool,
            everything=arguments.all,
        )
        odd = problems(workspace)
    if arguments.json:
        print_json(_as_json(issued, odd))
    else:
        _tell(issued, odd)
    return 0


def share_out(workspace: Workspace, by: str, *, operator: str, at: datetime) -> None:
    """Give every task to every unit, and divide each target of which nobody has a share yet.

    Raises:
        NothingToDistributeBy: there are no units, or no such column.
    """
    units, grid = subordinates(workspace), read_grid(workspace)
    column = {unit.id: Decimal(1) for unit in units} if by == EQUAL else weights(workspace).get(by, {})
    if not any(column.values()):
        raise NothingToDistributeBy
    edits = []
    for task in tasks(workspace):
        edits += [
            GridEdit(unit_id=unit.id, task_id=task.id, new=Duty.LEAD)
            for unit in units
            if (unit.id, task.id) not in grid.duties
        ]
        for indicator in task.indicators:
            taken = any((unit.id, indicator.id) in grid.shares for unit in units)
            if is_additive(indicator) and not taken:
                edits += share_edits(indicator, shares_of(indicator, column))
    edit_grid(workspace, edits, operator=operator, at=at)


def _as_json(issued: Issued, odd: Iterable[AssignProblem]) -> dict[str, Any]:
    return {
        "files": [
            {
                "unit": one.unit.name,
                "code": one.unit.code,
                "file": str(one.path),
                "version": one.version,
                "novelty": one.novelty.value,
            }
            for one in issued.files
        ],
        "list": str(issued.list_path) if issued.list_path else None,
        "unchanged": [unit.name for unit, _ in issued.unchanged],
        "without_tasks": [unit.name for unit in issued.without_tasks],
        "oddities": [
            {
                "oddity": one.oddity.value,
                "unit": one.unit_id,
                "task": one.task_id,
                "indicator": one.indicator_id,
            }
            for one in odd
        ],
    }


def _tell(issued: Issued, odd: Iterable[AssignProblem]) -> None:
    for one in issued.files:
        print(
            translate("assign_command", "{unit}：第 {version} 版 {file}").format(
                unit=one.unit.name, version=one.version, file=one.path.name
            )
        )
    if not issued.files:
        print(translate("assign_command", "没有变化，没有写出文件。"))
    for unit in issued.without_tasks:
        print(translate("assign_command", "{unit}：还没有任务").format(unit=unit.name))
    count = sum(1 for _ in odd)
    if count:
        print(translate("assign_command", "分解表有 {count} 处要看一看，见窗口的“下达”页。").format(count=count))
