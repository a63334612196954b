"""``collect WORKSPACE PATH…``: take in the returns in folders, zips and files.

``--confirm FINGERPRINT`` confirms the signers who bear it, as somebody compared it on the telephone. ``--period ID``
puts returns of other periods aside. ``--forms`` takes forms that were filled by hand. ``--accept`` accepts each return
that is waiting and that nothing was found on; ``--summary FILE`` writes the 汇总表 of the period afterwards. Exit
codes: 0 all is in; 1 something was put aside; 2 refused. The JSON: ``files`` (``file, lot, unit, code, period,
sequence, check_code, fingerprint, replaces, differences, evidence, problem``), ``counts`` by lot, ``accepted`` (how
many), ``summary``.
"""

import argparse
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from models.core.clock import SystemClock
from models.core.periods import Period
from models.core.safe_file import replace_file
from models.core.vocabulary import Decision
from models.signing.trust import parse_fingerprint
from models.store.database import Workspace, open_workspace
from models.store.periods import current_period
from models.store.signers import How
from models.work.received_returns import ReturnState, judged_returns
from models.work.review import decide, review_sheet
from models.work.signers import confirm
from models.work.summary import read_summary
from models.workbooks.collect import CollectReport, Filed, collect
from models.workbooks.gather import Lot
from models.workbooks.summary_book import write_summary
from ui.commands.exchange import add_json, add_workspace, operator_of, period_of, print_json
from ui.messages import explain
from ui.messages.lots import lot_word
from ui.wording import period_name

IN_ORDER = {Lot.TAKEN, Lot.DUPLICATE}

translate = QCoreApplication.translate


def summary() -> str:
    """Say in one line what the command is for."""
    return translate("collect_command", "收表：校验并收取下级单位的进展填报表")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_workspace(parser)
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar=translate("collect_command", "文件夹"),
        help=translate("collect_command", "文件夹、压缩包或文件，可以有几个"),
    )
    parser.add_argument(
        "--period",
        type=period_of,
        metavar=translate("collect_command", "填报期"),
        help=translate("collect_command", "只收这一期，如 2021-Q2；不写就收全年各期"),
    )
    parser.add_argument(
        "--confirm",
        action="append",
        default=[],
        metavar=translate("collect_command", "指纹"),
        help=translate("collect_command", "确认签名的指纹（已在电话里或当面核对过），可以写几次"),
    )
    parser.add_argument("--forms", action="store_true", help=translate("collect_command", "手填的空白表也收"))
    parser.add_argument(
        "--accept", action="store_true", help=translate("collect_command", "没有任何提示的，直接审核通过")
    )
    parser.add_argument(
        "--summary",
        type=Path,
        metavar=translate("collect_command", "汇总表"),
        help=translate("collect_command", "收完写一份汇总表（.xlsx）"),
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Collect.

    Raises:
        UserError, EnvironmentProblem: what was kept until then stays.
    """
    at = SystemClock().now()
    wanted = frozenset(map(parse_fingerprint, arguments.confirm))
    with open_workspace(arguments.workspace) as workspace:
        operator = operator_of(workspace)
        report = collect(workspace, arguments.paths, operator=operator, at=at, period=arguments.period)
        if _confirm(workspace, report, wanted, operator=operator, at=at):
            report = collect(workspace, arguments.paths, operator=operator, at=at, period=arguments.period)
        if arguments.forms:
            forms = frozenset(one.candidate.sha256 for one in report.filed if one.lot is Lot.UNSIGNED_FORM)
            report = collect(
                workspace,
                arguments.paths,
                operator=operator,
                at=at,
                period=arguments.period,
                confirmed_forms=forms,
            )
        accepted = accept_quiet_ones(workspace, operator=operator, at=at) if arguments.accept else 0
        period = arguments.period or current_period(workspace)
        if arguments.summary is not None and period is not None:
            _summarise(workspace, period, arguments.summary, at)
    if arguments.json:
        print_json(_as_json(report, accepted, arguments.summary))
    else:
        _tell(report, accepted, arguments.summary)
    return 0 if all(one.lot in IN_ORDER for one in report.filed) else 1


def accept_quiet_ones(workspace: Workspace, *, operator: str, at: datetime) -> int:
    """Accept each waiting return on which nothing was found; return how many."""
    count = 0
    for judged in judged_returns(workspace):
        if judged.state is ReturnState.WAITING and not review_sheet(workspace, judged.received.id).remarks:
            decide(workspace, judged.received.id, Decision.ACCEPTED, comments={}, operator=operator, at=at)
            count += 1
    return count


def _confirm(
    workspace: Workspace, report: CollectReport, wanted: frozenset[str], *, operator: str, at: datetime
) -> bool:
    """Confirm the signers with a wanted fingerprint; tell whether there was one."""
    done = False
    for one in report.filed:
        signer = one.candidate.signer
        if one.lot is Lot.SIGNER_UNKNOWN and signer is not None and signer.fingerprint in wanted:
            unit = (one.candidate.unit_name, one.candidate.unit_code)
            confirm(workspace, signer, unit=unit, how=How.PHONE, operator=operator, at=at)
            done = True
    return done


def _summarise(workspace: Workspace, period: Period, path: Path, at: datetime) -> None:
    replace_file(path, write_summary(read_summary(workspace, period, today=at.date())))


def _as_json(report: CollectReport, accepted: int, summary_path: Path | None) -> dict[str, Any]:
    return {
        "files": [_filed_as_json(one) for one in report.filed],
        "counts": {lot.value: count for lot, count in sorted(report.counts.items())},
        "accepted": accepted,
        "summary": str(summary_path) if summary_path else None,
    }


def _filed_as_json(one: Filed) -> dict[str, Any]:
    candidate = one.candidate
    return {
        "file": candidate.source.where,
        "lot": one.lot.value,
        "unit": one.unit.name if one.unit else candidate.unit_name or None,
        "code": one.unit.code if one.unit else candidate.unit_code or None,
        "period": candidate.period.id if candidate.period else None,
        "sequence": candidate.sequence,
        "check_code": candidate.check_code or None,
        "fingerprint": candidate.signer.fingerprint if candidate.signer else None,
        "replaces": one.replaces or None,
        "differences": len(one.differences),
        "evidence": [{"fate": each.fate.value, "where": each.where} for each in candidate.evidence],
        "problem": explain(candidate.error).happened if candidate.error else None,
    }


def _tell(report: CollectReport, accepted: int, summary_path: Path | None) -> None:
    for one in report.filed:
        candidate = one.candidate
        who = one.unit.name if one.unit else candidate.unit_name
        of = period_name(candidate.period) if candidate.period else ""
        line = f"{candidate.source.name}  {lot_word(one.lot)}  {who} {of}".rstrip()
        print(f"{line}  {candidate.signer.fingerprint}" if one.lot is Lot.SIGNER_UNKNOWN and candidate.signer else line)
    print(" · ".join(f"{lot_word(lot)} {count}" for lot, count in report.counts.items()))
    if accepted:
        print(translate("collect_command", "审核通过 {count}").format(count=accepted))
    if summary_path:
        print(translate("collect_command", "汇总表：{file}").format(file=summary_path))
