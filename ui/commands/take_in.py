"""``take-in WORKSPACE FILE…``: take in what the superior sent: a 任务下达表 or an 审核回执.

A workspace that is not there yet is made out of an assignment; ``--operator NAME`` says who begins. ``--confirm
FINGERPRINT`` confirms the superior's signature, as somebody compared it on the telephone. Exit codes: 0 taken in, or
known already; 1 the signer is not confirmed; 2 refused. The JSON is a list of ``file, kind, effect`` and, of an
assignment, ``version, added, changed, gone``; of a receipt, ``period, sequence, decision``; ``fingerprint`` and
``superior`` of both.
"""

import argparse
import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from models.core.clock import SystemClock
from models.core.paths import user_places
from models.signing.trust import Trust, parse_fingerprint
from models.store.database import Workspace, open_workspace
from models.store.problems import NameMissing
from models.store.signers import How
from models.work.assignment_preview import preview
from models.work.from_above import SheetFile
from models.work.keys import ensure_identity
from models.work.own_identity import read_chosen
from models.work.signers import confirm, workspace_trust
from models.work.take_assignment import start_from_assignment, take_assignment
from models.work.take_receipt import take_receipt
from models.workbooks.glance import kind_of
from models.workbooks.kinds import Kind
from models.workbooks.receive import look_at_assignment, look_at_receipt
from ui.commands.exchange import add_json, add_workspace, operator_of, print_json

translate = QCoreApplication.translate


def summary() -> str:
    """Say in one line what the command is for."""
    return translate("take_in_command", "收下上级的任务下达表、审核回执")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_workspace(parser)
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar=translate("take_in_command", "文件"),
        help=translate("take_in_command", "任务下达表或审核回执，可以有几个"),
    )
    parser.add_argument(
        "--confirm",
        default="",
        metavar=translate("take_in_command", "指纹"),
        help=translate("take_in_command", "上级单位签名的指纹（已在电话里或当面核对过）"),
    )
    parser.add_argument(
        "--operator",
        default="",
        metavar=translate("take_in_command", "姓名"),
        help=translate("take_in_command", "新建工作区时的填报人"),
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Take the files in, one after the other.

    Raises:
        UserError, EnvironmentProblem: a file can't be taken in; those before it are.
    """
    at = SystemClock().now()
    wanted = parse_fingerprint(arguments.confirm) if arguments.confirm else ""
    told: list[dict[str, Any]] = []
    files: Sequence[Path] = arguments.files
    if not arguments.workspace.exists():
        told.append(_start(arguments.workspace, files[0], wanted, arguments.operator, at))
        files = files[1:] if told[-1]["effect"] != "unconfirmed" else ()
    if files:
        with open_workspace(arguments.workspace) as workspace:
            told += [_take(workspace, path, wanted, at) for path in files]
    if arguments.json:
        print_json(told)
    else:
        for one in told:
            print(f"{Path(one['file']).name}  {_effect_word(one['effect'])}  {one['superior']}  {one['fingerprint']}")
    return 1 if any(one["effect"] == "unconfirmed" for one in told) else 0


def _start(workspace: Path, path: Path, wanted: str, operator: str, at: datetime) -> dict[str, Any]:
    if not operator.strip():
        raise NameMissing("operator")
    data = read_chosen(path)
    sheet = look_at_assignment(data, Trust())
    head = sheet.content.head
    facts = {
        "file": str(path),
        "kind": Kind.ASSIGNMENT.value,
        "superior": head.superior_name,
        "fingerprint": sheet.signer.fingerprint,
    }
    if sheet.signer.fingerprint != wanted:
        return facts | {"effect": "unconfirmed"}
    places = user_places()
    ensure_identity(workspace, places=places, unit_name=head.unit_name, unit_code=head.unit_code, at=at)
    start_from_assignment(
        workspace,
        sheet,
        file=_file(path, data),
        how=How.PHONE,
        operator=operator,
        installation_id=secrets.token_hex(16),
        at=at,
    ).close()
    return facts | {"effect": "started", "version": head.version}


def _take(workspace: Workspace, path: Path, wanted: str, at: datetime) -> dict[str, Any]:
    data = read_chosen(path)
    if kind_of(data) is Kind.RECEIPT:
        return _take_receipt(workspace, path, data, wanted, at)
    sheet = look_at_assignment(data, workspace_trust(workspace))
    head = sheet.content.head
    facts = {
        "file": str(path),
        "kind": Kind.ASSIGNMENT.value,
        "superior": head.superior_name,
        "fingerprint": sheet.signer.fingerprint,
        "version": head.version,
    }
    if not sheet.is_confirmed:
        if sheet.signer.fingerprint != wanted:
            return facts | {"effect": "unconfirmed"}
        unit = (head.superior_name, head.superior_code)
        confirm(workspace, sheet.signer, unit=unit, how=How.PHONE, operator=operator_of(workspace), at=at)
        sheet = look_at_assignment(data, workspace_trust(workspace))
    seen = preview(workspace, sheet)
    take_assignment(workspace, sheet, file=_file(path, data), operator=operator_of(workspace), at=at)
    return facts | {
        "effect": "known" if seen.known else "taken",
        "added": len(seen.added),
        "changed": len(seen.changed),
        "gone": len(seen.gone),
    }


def _take_receipt(workspace: Workspace, path: Path, data: bytes, wanted: str, at: datetime) -> dict[str, Any]:
    sheet = look_at_receipt(data, workspace_trust(workspace))
    head = sheet.content.head
    facts = {
        "file": str(path),
        "kind": Kind.RECEIPT.value,
        "superior": head.superior_name,
        "fingerprint": sheet.signer.fingerprint,
        "period": head.period.id,
        "sequence": head.sequence,
        "decision": head.decision.value,
    }
    if not sheet.is_confirmed:
        if sheet.signer.fingerprint != wanted:
            return facts | {"effect": "unconfirmed"}
        unit = (head.superior_name, head.superior_code)
        confirm(workspace, sheet.signer, unit=unit, how=How.PHONE, operator=operator_of(workspace), at=at)
        sheet = look_at_receipt(data, workspace_trust(workspace))
    taken = take_receipt(workspace, sheet, file=_file(path, data), operator=operator_of(workspace), at=at)
    return facts | {"effect": taken.effect.value}


def _file(path: Path, data: bytes) -> SheetFile:
    return SheetFile(path.name, hashlib.sha256(data).hexdigest())


def _effect_word(effect: str) -> str:
    return {
        "started": translate("take_in_command", "已新建工作区"),
        "taken": translate("take_in_command", "已收下"),
        "known": translate("take_in_command", "以前收过，没有变化"),
        "accepted": translate("take_in_command", "审核通过，本期锁定"),
        "reopened": translate("take_in_command", "退回修改，本期已打开"),
        "replaced": translate("take_in_command", "针对的那一次已被更正替代，没有变化"),
        "unconfirmed": translate("take_in_command", "没有收下：请先核对指纹，再用 --confirm 确认"),
    }[effect]
