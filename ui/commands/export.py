"""``export WORKSPACE FOLDER WHAT``: write what a workspace holds for people and other programs.

``return`` writes the signed 进展填报表 of the current period, as the window does, signed off by the 填报人 (``--by
NAME``, else who typed last). ``data`` writes everything as one CSV a table and one JSON (docs/data-export.md),
``summary`` the 汇总表 and ``bulletin`` the 通报 of a period, ``--period ID`` or the current one. Exit codes: 0 written;
2 refused. The JSON: ``files``, of ``data`` also ``tables`` (rows by table), of ``return`` also ``period, sequence,
check_code, fingerprint``.
"""

import argparse
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop

from models.core.clock import SystemClock
from models.core.paths import file_name, user_places
from models.core.periods import Period
from models.core.safe_file import replace_file
from models.signing.identity import Protection
from models.store.database import Workspace, open_workspace
from models.store.periods import choose_period, current_period
from models.work.board import NothingToReport
from models.work.data_export import export_csv, export_json
from models.work.own_identity import describe
from models.work.return_content import SignOff
from models.work.summary import read_summary
from models.workbooks.bulletin import write_bulletin
from models.workbooks.summary_book import write_summary
from ui.commands.exchange import add_json, add_workspace, made_folder, operator_of, period_of, print_json
from ui.commands.passphrases import ask_passphrase, own_passphrase_prompt
from ui.operations.returns import Exported, export_return
from ui.operations.runner import Runner
from ui.operations.workspace import open_existing

translate = QCoreApplication.translate


def summary() -> str:
    """Say in one line what the command is for."""
    return translate("export_command", "导出：签名的填报表、全部数据（CSV、JSON）、汇总表、通报")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_workspace(parser)
    parser.add_argument(
        "folder",
        type=Path,
        metavar=translate("export_command", "文件夹"),
        help=translate("export_command", "写到哪里，没有就新建"),
    )
    parser.add_argument(
        "what",
        choices=("return", "data", "summary", "bulletin"),
        metavar=translate("export_command", "内容"),
        help=translate("export_command", "return 进展填报表，data 全部数据，summary 汇总表，bulletin 通报"),
    )
    parser.add_argument(
        "--by",
        default="",
        metavar=translate("export_command", "姓名"),
        help=translate("export_command", "填报人；不写就是最后填报的人"),
    )
    parser.add_argument(
        "--period",
        type=period_of,
        metavar=translate("export_command", "填报期"),
        help=translate("export_command", "哪一期，如 2021-Q2；不写就是当前期"),
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write it.

    Raises:
        UserError, EnvironmentProblem: it could not be written; no half file has a final name.
    """
    at = SystemClock().now()
    if arguments.what == "return":
        facts = _return(arguments.workspace, arguments.folder, arguments.period, arguments.by, at)
    else:
        with open_workspace(arguments.workspace) as workspace:
            folder = made_folder(arguments.folder)
            if arguments.what == "data":
                facts = _data(workspace, folder)
            else:
                facts = _paper(workspace, folder, arguments.what, arguments.period, at)
    if arguments.json:
        print_json(facts)
    else:
        for path in facts["files"]:
            print(path)
    return 0


def _data(workspace: Workspace, folder: Path) -> dict[str, Any]:
    written = export_csv(workspace, folder)
    whole = folder / "workspace.json"
    export_json(workspace, whole)
    return {
        "files": [*(str(one.path) for one in written), str(whole)],
        "tables": {one.table: one.rows for one in written},
    }


def _paper(workspace: Workspace, folder: Path, what: str, period: Period | None, at: datetime) -> dict[str, Any]:
    period = period or current_period(workspace)
    if period is None:
        raise NothingToReport("period")
    facts = read_summary(workspace, period, today=at.date())
    kind, ending, data = (
        ("汇总表", "xlsx", write_summary(facts)) if what == "summary" else ("通报", "docx", write_bulletin(facts))
    )
    path = folder / file_name(f"{facts.unit_name}_{period.official_name}_{kind}.{ending}")
    replace_file(path, data)
    return {"files": [str(path)]}


def _return(path: Path, folder: Path, period: Period | None, by: str, at: datetime) -> dict[str, Any]:
    """Export as the window does: by the same operation, which waits for an event loop."""
    with open_workspace(path) as workspace:
        made_folder(folder)
        if period is not None:
            choose_period(workspace, period)
        name = by or operator_of(workspace)
        locked = describe(path).protection is Protection.PASSPHRASE
    passphrase = ask_passphrase(own_passphrase_prompt()) if locked else None
    outcome: list[Exported | Exception] = []
    loop, runner = QEventLoop(), Runner()

    def ended(result: Exported | Exception) -> None:
        outcome.append(result)
        loop.quit()

    def opened() -> None:
        export_return(
            runner,
            sign_off=SignOff(filled_by=name),
            folder=folder,
            places=user_places(),
            passphrase=passphrase,
            at=at,
            done=ended,
            failed=ended,
        )

    open_existing(runner, path=path, done=opened, failed=ended)
    if not outcome:
        loop.exec()
    runner.close()
    (result,) = outcome
    if isinstance(result, Exception):
        raise result
    return {
        "files": [str(result.path)],
        "period": result.period.id,
        "sequence": result.sequence,
        "check_code": result.check_code,
        "fingerprint": result.fingerprint,
    }
