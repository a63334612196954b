"""``receipt WORKSPACE FOLDER``: decide on a return, and write the 审核回执 of decisions that have none yet.

``--unit NAME_OR_CODE --period ID`` with ``--accept``, or with ``--return`` and a ``--comment`` or ``--task ID=TEXT``,
decides on that unit's current return first. ``--accept-all`` accepts each waiting return on which nothing was found.
Exit codes: 0 done; 1 there is no such return; 2 refused. The JSON: ``receipts`` (``unit, period, sequence, decision,
number, file, check_code``).
"""

import argparse
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from models.core.clock import SystemClock
from models.core.vocabulary import Decision
from models.store.database import Workspace, open_workspace
from models.store.directory import DirectoryUnit, subordinates
from models.store.received import current_return, received_return
from models.store.reviews import reviews_without_receipt
from models.work.review import decide
from models.workbooks.issue_receipt import issue_receipt, receipt_content
from ui.commands.collect import accept_quiet_ones
from ui.commands.exchange import (
    add_json,
    add_workspace,
    made_folder,
    operator_of,
    period_of,
    print_json,
    signing_identity,
)

translate = QCoreApplication.translate


def summary() -> str:
    """Say in one line what the command is for."""
    return translate("receipt_command", "审核：通过或退回一份填报表，写出签名的审核回执")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_workspace(parser)
    parser.add_argument(
        "folder",
        type=Path,
        metavar=translate("receipt_command", "文件夹"),
        help=translate("receipt_command", "回执写到哪里，没有就新建"),
    )
    parser.add_argument(
        "--unit",
        default="",
        metavar=translate("receipt_command", "单位"),
        help=translate("receipt_command", "单位的名称、简称或代码"),
    )
    parser.add_argument(
        "--period",
        type=period_of,
        metavar=translate("receipt_command", "填报期"),
        help=translate("receipt_command", "哪一期，如 2021-Q2"),
    )
    decision = parser.add_mutually_exclusive_group()
    decision.add_argument("--accept", action="store_true", help=translate("receipt_command", "审核通过"))
    decision.add_argument(
        "--return", action="store_true", dest="send_back", help=translate("receipt_command", "退回修改")
    )
    decision.add_argument(
        "--accept-all", action="store_true", help=translate("receipt_command", "没有任何提示的，全部审核通过")
    )
    parser.add_argument(
        "--comment",
        default="",
        metavar=translate("receipt_command", "意见"),
        help=translate("receipt_command", "总的意见"),
    )
    parser.add_argument(
        "--task",
        action="append",
        default=[],
        metavar=translate("receipt_command", "编号=意见"),
        help=translate("receipt_command", "对一项任务的意见，可以写几次"),
    )
    add_json(parser)
    parser.set_defaults(refuse=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Decide and write.

    Raises:
        SystemExit: the arguments contradict one another.
        UserError, EnvironmentProblem: what was decided until then stays; receipts can be written later.
    """
    decides = arguments.accept or arguments.send_back
    if decides != bool(arguments.unit and arguments.period):
        arguments.refuse(translate("receipt_command", "--unit、--period 要和 --accept 或 --return 一起写"))
    at = SystemClock().now()
    with open_workspace(arguments.workspace) as workspace:
        operator = operator_of(workspace)
        if decides and not _decide(workspace, arguments, operator=operator, at=at):
            return 1
        if arguments.accept_all:
            accept_quiet_ones(workspace, operator=operator, at=at)
        written = write_receipts(workspace, arguments.folder, operator=operator, at=at)
    if arguments.json:
        print_json({"receipts": written})
    else:
        for one in written:
            print(f"{one['unit']}  {one['file']}")
        if not written:
            print(translate("receipt_command", "没有要写的回执。"))
    return 0


def write_receipts(workspace: Workspace, folder: Path, *, operator: str, at: datetime) -> list[dict[str, Any]]:
    """Write a receipt for each decision that has none, and tell of each."""
    open_ones = reviews_without_receipt(workspace)
    if not open_ones:
        return []
    identity = signing_identity(workspace)
    made_folder(folder)
    written = []
    for review in open_ones:
        head = receipt_content(workspace, review).head
        issued = issue_receipt(workspace, review, identity, folder, operator=operator, at=at)
        written.append(
            {
                "unit": head.unit_name,
                "period": head.period.id,
                "sequence": head.sequence,
                "decision": head.decision.value,
                "number": head.number,
                "file": str(issued.path),
                "check_code": issued.check_code,
            }
        )
    return written


def _decide(workspace: Workspace, arguments: argparse.Namespace, *, operator: str, at: datetime) -> bool:
    unit = _unit(workspace, arguments.unit)
    one = current_return(workspace, unit.id, arguments.period) if unit else None
    if one is None:
        print(translate("receipt_command", "没有收到过这个单位这一期的填报表。"))
        return False
    comments = dict(text.partition("=")[::2] for text in arguments.task)
    decide(
        workspace,
        received_return(workspace, one.id).id,
        Decision.ACCEPTED if arguments.accept else Decision.RETURNED,
        comment=arguments.comment,
        comments=comments,
        operator=operator,
        at=at,
    )
    return True


def _unit(workspace: Workspace, said: str) -> DirectoryUnit | None:
    return next((one for one in subordinates(workspace) if said in {one.code, one.name, one.short_name}), None)
