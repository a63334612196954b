"""``identity show|export|import --workspace FILE``: the signing identity of a workspace, without a window.

``show`` says whose it is, its fingerprint, until when it holds, how it is protected. ``export`` writes it for another
computer, always under a passphrase; ``import`` takes such a file, whole or not at all. Passphrases are asked for, or
read from the standard input line by line: first the present one (where the identity is locked with one), then the
file's. Exit codes: 0 done; 1 (``show``) there is no identity to read, it has run out, or names the unit otherwise; 2
refused. The JSON of ``show``: ``unit, unit_code, fingerprint, digest, valid_from, valid_until, days_left,
renewal_is_due, protection, issuer, announcements, problem``; of the others ``file, fingerprint, kept``.
"""

import argparse
import json
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from models.core.clock import SystemClock
from models.core.paths import user_places
from models.signing.identity import Protection
from models.store.database import Workspace, open_workspace
from models.store.units import own_unit
from models.work.own_identity import describe, export_identity, import_identity
from ui.commands.passphrases import ask_passphrase, own_passphrase_prompt
from ui.commands.subject import require_subject
from ui.messages import explain
from ui.messages.message import Counting
from ui.operations.identity import IdentityState, identity_state, take_change

translate = QCoreApplication.translate
identity_command = Counting("identity_command")


def summary() -> str:
    """Say in one line what the command is for."""
    return translate("identity_command", "签名身份：查看、导出到文件、从文件导入")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument(
        "action",
        choices=("show", "export", "import"),
        metavar=translate("identity_command", "动作"),
        help=translate("identity_command", "show 查看，export 导出，import 导入"),
    )
    parser.add_argument(
        "file",
        type=Path,
        nargs="?",
        metavar=_file_word(),
        help=translate("identity_command", "导出到、导入自的 .identity 文件"),
    )
    parser.add_argument(
        "--workspace",
        type=Path,
        required=True,
        metavar=translate("identity_command", "工作区"),
        help=translate("identity_command", "哪个工作区（.yaodian）"),
    )
    parser.add_argument(
        "--keep-passphrase",
        action="store_true",
        help=translate("identity_command", "导入后也用文件的口令锁住；不写就由账户保护"),
    )
    parser.add_argument("--json", action="store_true", help=translate("identity_command", "以 JSON 打印结果"))
    parser.set_defaults(refuse=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked.

    Raises:
        SystemExit: a file is missing, or one is named that is not wanted.
        UserError, EnvironmentProblem: it could not be done; nothing was changed.
    """
    require_subject(arguments, arguments.file, wanted=arguments.action != "show", name=_file_word())
    at = SystemClock().now()
    with open_workspace(arguments.workspace) as workspace:
        match arguments.action:
            case "show":
                return _show(identity_state(workspace, at), as_json=arguments.json)
            case "export":
                facts = _export(workspace, arguments.file)
            case _:
                facts = _import(workspace, arguments.file, keep=arguments.keep_passphrase, at=at)
    if arguments.json:
        print(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        for label, value in _labels(facts):
            print(translate("identity_command", "{label}：{value}").format(label=label, value=value))
    return 0


def _file_word() -> str:
    return translate("identity_command", "文件")


def _show(state: IdentityState, *, as_json: bool) -> int:
    found = state.identity
    good = found is not None and state.days_left >= 0 and not state.is_renamed
    if as_json:
        print(json.dumps(_as_json(state), ensure_ascii=False, indent=2))
        return 0 if good else 1
    if found is None:
        message = explain(state.problem) if state.problem else None
        print(message.happened if message else "")
        return 1
    locked = found.protection is Protection.PASSPHRASE
    by_passphrase, by_account = (
        translate("identity_command", "口令"),
        translate("identity_command", "这台电脑上的账户"),
    )
    own = translate("identity_command", "自建，不是《电子签名法》所说的认证证书")
    until = identity_command.tr("{day}（还有 %n 天）", "", state.days_left).format(
        day=found.certificate.valid_until.date().isoformat()
    )
    lines = [
        (translate("identity_command", "单位"), f"{found.unit_name} {found.unit_code}".strip()),
        (translate("identity_command", "签名指纹"), found.certificate.fingerprint),
        (translate("identity_command", "有效期至"), until),
        (translate("identity_command", "保护方式"), by_passphrase if locked else by_account),
        (translate("identity_command", "证书"), found.certificate.issuer if found.certificate.is_issued else own),
    ]
    for label, value in lines:
        print(translate("identity_command", "{label}：{value}").format(label=label, value=value))
    if state.is_renamed:
        print(translate("identity_command", "签名上写的是旧名称或旧代码，请在窗口的“签名身份”里改名。"))
    if state.is_due:
        print(translate("identity_command", "请在窗口的“签名身份”里续期。"))
    return 0 if good else 1


def _as_json(state: IdentityState) -> dict[str, Any]:
    found = state.identity
    certificate = found.certificate if found else None
    return {
        "unit": found.unit_name if found else None,
        "unit_code": found.unit_code if found else None,
        "fingerprint": certificate.fingerprint if certificate else None,
        "digest": certificate.digest if certificate else None,
        "valid_from": certificate.valid_from.isoformat() if certificate else None,
        "valid_until": certificate.valid_until.isoformat() if certificate else None,
        "days_left": state.days_left if found else None,
        "renewal_is_due": state.is_due,
        "protection": found.protection.value if found else None,
        "issuer": certificate.issuer if certificate and certificate.is_issued else None,
        "announcements": len(found.announcements) if found else 0,
        "problem": type(state.problem).__name__ if state.problem else "renamed" if state.is_renamed else None,
    }


def _export(workspace: Workspace, target: Path) -> dict[str, Any]:
    found = describe(workspace.path)
    locked = found.protection is Protection.PASSPHRASE
    current = ask_passphrase(own_passphrase_prompt()) if locked else None
    words = ask_passphrase(translate("identity_command", "给导出文件设的口令："))
    path = export_identity(workspace.path, target, places=user_places(), current=current, passphrase=words)
    return {"file": str(path), "fingerprint": found.certificate.fingerprint, "kept": None}


def _import(workspace: Workspace, source: Path, *, keep: bool, at: datetime) -> dict[str, Any]:
    words = ask_passphrase(translate("identity_command", "文件的口令："))
    own = own_unit(workspace)
    unit = (own.name, own.code) if own else ("", "")
    changed = take_change(
        workspace,
        lambda ws, _: import_identity(
            ws.path, source, places=user_places(), passphrase=words, unit=unit, at=at, keep_passphrase=keep
        ),
        at,
    )
    return {
        "file": str(source),
        "fingerprint": changed.fingerprint,
        "kept": str(changed.kept) if changed.kept else None,
    }


def _labels(facts: dict[str, Any]) -> list[tuple[str, str]]:
    names = {
        "file": translate("identity_command", "文件"),
        "fingerprint": translate("identity_command", "签名指纹"),
        "kept": translate("identity_command", "原来的签名另存为"),
    }
    return [(names[key], value) for key, value in facts.items() if value]
