"""``trust list|revoke|accept --workspace FILE``: whose signatures a workspace knows.

``list`` prints what was ever confirmed and whether it holds. ``revoke FINGERPRINT --reason TEXT`` withdraws one.
``accept NOTICE`` takes in the notices of new keys that a known one announced. Confirming a signer for the first time is
done in the window, by a person who compared the fingerprint. Exit codes: 0 done; 1 no such fingerprint is confirmed;
2 refused. The JSON of ``list`` is a list of ``unit, unit_code, fingerprint, digest, valid_until, how, confirmed_by,
confirmed_at, remark, announced_by, revoked_by, revoked_at, reason``.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from models.core.clock import SystemClock
from models.signing.trust import parse_fingerprint
from models.store.database import Workspace, open_workspace
from models.store.operators import current_operator
from models.store.problems import NameMissing
from models.store.signers import KnownSigner, known_signers, revoke_signer
from models.work.own_identity import read_chosen
from models.work.signers import accept_notice, read_notice
from ui.commands.subject import require_subject
from ui.wording import how_word

translate = QCoreApplication.translate


def summary() -> str:
    """Say in one line what the command is for."""
    return translate("trust_command", "已确认的签名：列出、撤销、收下换签通知")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument(
        "action",
        choices=("list", "revoke", "accept"),
        metavar=translate("trust_command", "动作"),
        help=translate("trust_command", "list 列出，revoke 撤销，accept 收下换签通知"),
    )
    parser.add_argument(
        "subject",
        nargs="?",
        default="",
        metavar=_subject_word(),
        help=translate("trust_command", "要撤销的指纹，或换签通知文件"),
    )
    parser.add_argument(
        "--workspace",
        type=Path,
        required=True,
        metavar=translate("trust_command", "工作区"),
        help=translate("trust_command", "哪个工作区（.yaodian）"),
    )
    parser.add_argument(
        "--reason",
        default="",
        metavar=translate("trust_command", "原因"),
        help=translate("trust_command", "为什么撤销"),
    )
    parser.add_argument("--json", action="store_true", help=translate("trust_command", "以 JSON 打印结果"))
    parser.set_defaults(refuse=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked.

    Raises:
        SystemExit: a fingerprint or a file is missing, or something is named that is not wanted.
        UserError, EnvironmentProblem: it could not be done; nothing was changed.
    """
    require_subject(arguments, arguments.subject, wanted=arguments.action != "list", name=_subject_word())
    with open_workspace(arguments.workspace) as workspace:
        match arguments.action:
            case "list":
                _list(known_signers(workspace), as_json=arguments.json)
                return 0
            case "revoke":
                return _revoke(workspace, arguments.subject, arguments.reason)
            case _:
                return _accept(workspace, Path(arguments.subject))


def _subject_word() -> str:
    return translate("trust_command", "对象")


def _list(known: tuple[KnownSigner, ...], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps([_as_json(one) for one in known], ensure_ascii=False, indent=2))
        return
    if not known:
        print(
            translate("trust_command", "还没有确认过任何签名。在窗口里校验一份填报表，核对指纹并确认，就会列在这里。")
        )
    for one in known:
        event = one.confirmed
        line = f"{event.fingerprint}  {event.unit_name} {event.unit_code}".rstrip()
        how = translate("trust_command", "{how}，{who}，{day}").format(
            how=how_word(event.how), who=event.operator, day=event.at.date().isoformat()
        )
        revoked = ""
        if one.revoked is not None:
            revoked = translate("trust_command", "；已撤销：{reason}").format(reason=one.revoked.remark)
        print(f"{line}  {how}{revoked}")


def _as_json(known: KnownSigner) -> dict[str, Any]:
    one, ended = known.confirmed, known.revoked
    return {
        "unit": one.unit_name,
        "unit_code": one.unit_code,
        "fingerprint": one.fingerprint,
        "digest": one.digest,
        "valid_until": one.valid_until.isoformat(),
        "how": one.how.value if one.how else None,
        "confirmed_by": one.operator,
        "confirmed_at": one.at.isoformat(),
        "remark": one.remark,
        "announced_by": one.announced_by or None,
        "revoked_by": ended.operator if ended else None,
        "revoked_at": ended.at.isoformat() if ended else None,
        "reason": ended.remark if ended else None,
    }


def _revoke(workspace: Workspace, fingerprint: str, reason: str) -> int:
    wanted = parse_fingerprint(fingerprint)
    digests = {
        one.confirmed.digest
        for one in known_signers(workspace)
        if one.confirmed.fingerprint == wanted and one.revoked is None
    }
    for digest in digests:
        revoke_signer(workspace, digest=digest, reason=reason, operator=_operator(workspace), at=SystemClock().now())
    if not digests:
        print(translate("trust_command", "没有确认过这个指纹。"))
        return 1
    print(translate("trust_command", "已撤销：{fingerprint}").format(fingerprint=wanted))
    return 0


def _accept(workspace: Workspace, path: Path) -> int:
    raw = read_chosen(path)
    steps = read_notice(workspace, raw)
    accept_notice(workspace, raw, operator=_operator(workspace), at=SystemClock().now())
    text = translate("trust_command", "{unit}：{old} 由 {new} 接替")
    for step in steps:
        print(text.format(unit=step.unit_name, old=step.old.fingerprint, new=step.new.fingerprint))
        if step.renames:
            print(translate("trust_command", "单位改名：原来是 {old}").format(old=" ".join(step.old_unit).strip()))
    return 0


def _operator(workspace: Workspace) -> str:
    operator = current_operator(workspace)
    if operator is None:
        raise NameMissing("operator")
    return operator.name
