"""``verify FILE [--expect FINGERPRINT] [--against COPY] [--json]``: tell whether a file is as it was signed, by whom.

Returns, assignments and receipts are examined alike. A return with evidence is examined with what lies beside it; a zip
of both may be given as well. Exit codes: 0 unaltered since it was signed (and by the expected signer), though evidence
may be missing; 1 altered, unsigned, by another, a draft, or with an altered file of evidence; 2 not readable as any of
them, or not examined at all. The shape of the JSON is a promise, and one object is printed in each of these cases:

- ``file, outcome, exit_code, unit, unit_code, fingerprint, signed_at, check_code, period, sequence, findings, kind,
  addressee, addressee_code, number, decision``; what a file does not say is null. ``unit`` is the one that signs;
  ``addressee`` whom an assignment or a receipt is for, and ``number`` its version, or which receipt for its return it
  is. ``outcome`` speaks of the signature alone; ``unreadable``: the file could not be read; ``not-examined``: something
  else that was given (the workspace, the fingerprint, the copy) is wrong.
- ``evidence``: a list of ``name`` (task/file) and ``state`` (``good``, ``altered``, ``missing``, or ``extra``: there,
  and not listed) of a return that is unaltered; empty where it lists none. ``draft``: whether it is a draft.
- ``accepted``: whether it would be let in as it is: unaltered, from a signer who is known, final, and none of its
  evidence altered. Missing evidence does not hinder that; ``evidence`` tells of it.
- ``error``: null, or ``kind`` and ``text`` of what went wrong where nothing was examined.

``--against`` adds ``differences``, the cells that do not say what the sender's copy says.
"""

import argparse
import contextlib
import json
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from models.core.clock import SystemClock
from models.core.errors import EnvironmentProblem, FileMissing, FileTooLarge, NotAFile, UserError, from_os_error
from models.signing.findings import Outcome
from models.signing.package import MAX_FILE
from models.signing.trust import Trust
from models.store.database import Workspace, open_workspace
from models.work.signers import is_own_unit, own_identity, workspace_trust
from models.workbooks.differences import CellDifference, cell_differences
from models.workbooks.evidence import place_of
from models.workbooks.examine import Examination, Problem, Standing, examine, examine_with_evidence
from models.workbooks.kinds import Kind
from ui.messages import explain
from ui.messages.examination import ahead_words, remark_sentence, verdict
from ui.wording import decision_word, period_name, workbook_word

UNREADABLE, NOT_EXAMINED = "unreadable", "not-examined"  # outcomes besides those of a signature
_STATES = {
    Problem.EVIDENCE_ALTERED: "altered",
    Problem.EVIDENCE_MISSING: "missing",
    Problem.EVIDENCE_EXTRA: "extra",
}
EXIT_CODES = {Standing.GOOD: 0, Standing.NOT_GOOD: 1, Standing.NO_RETURN: 2}

translate = QCoreApplication.translate


def summary() -> str:
    """Say in one line what the command is for."""
    return translate("verify_command", "校验一份填报表、下达表或回执：签名之后有没有改动过，是谁签的")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument(
        "file",
        type=Path,
        metavar=translate("verify_command", "文件"),
        help=translate("verify_command", "签过名的表（.xlsx），或填报表连同佐证材料的压缩包（.zip）"),
    )
    parser.add_argument(
        "--expect",
        metavar=translate("verify_command", "指纹"),
        help=translate("verify_command", "签名人应有的指纹，空格和大小写随意"),
    )
    parser.add_argument(
        "--workspace",
        type=Path,
        metavar=translate("verify_command", "工作区"),
        help=translate("verify_command", "按这个工作区里已确认的签名来判断"),
    )
    parser.add_argument(
        "--against",
        type=Path,
        metavar=translate("verify_command", "原件"),
        help=translate("verify_command", "与没有改动过的原件逐格比较，列出不同的单元格"),
    )
    parser.add_argument("--json", action="store_true", help=translate("verify_command", "以 JSON 打印结果"))


def run(arguments: argparse.Namespace) -> int:
    """Examine the file and say what was found.

    Raises:
        UserError, EnvironmentProblem: something that was given can't be used, and no JSON is asked for.
    """
    outcome = NOT_EXAMINED
    try:
        with contextlib.ExitStack() as opened:
            workspace = opened.enter_context(open_workspace(arguments.workspace)) if arguments.workspace else None
            expected = arguments.expect
            trust = workspace_trust(workspace, expected=expected) if workspace else Trust(expected=expected)
            outcome = UNREADABLE
            examination = examine_with_evidence(arguments.file, judge=lambda data: examine(data, trust), read=_read)
            outcome = NOT_EXAMINED
            ours = _imitated(workspace, examination) if workspace else None
        compared = _compare(arguments)
    except (UserError, EnvironmentProblem) as error:
        if not arguments.json:
            raise
        print(json.dumps(_not_examined(arguments.file, outcome, error), ensure_ascii=False, indent=2))
        return EXIT_CODES[Standing.NO_RETURN]
    if arguments.json:
        told = as_json(arguments.file, examination)
        if compared is not None:
            told["differences"] = [asdict(one) for one in compared]
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for line in (*_lines(arguments.file, examination, ours), *_difference_lines(arguments, compared)):
            print(line)
    return EXIT_CODES[examination.standing]


def as_json(path: Path, examination: Examination) -> dict[str, object]:
    """Return what was found as other programs read it."""
    return {
        "file": str(path),
        "outcome": examination.outcome.value,
        "exit_code": EXIT_CODES[examination.standing],
        "unit": examination.unit_name or None,
        "unit_code": examination.unit_code or None,
        "fingerprint": examination.fingerprint or None,
        "signed_at": examination.signed_at.isoformat() if examination.signed_at else None,
        "check_code": examination.check_code or None,
        "period": examination.period.id if examination.period else None,
        "sequence": examination.sequence,
        "findings": [
            {"code": str(remark.code), "where": remark.where, "text": remark_sentence(remark)}
            for remark in examination.findings
        ],
        "kind": examination.kind.value if examination.kind else None,
        "addressee": examination.addressee_name or None,
        "addressee_code": examination.addressee_code or None,
        "number": examination.number,
        "decision": examination.decision.value if examination.decision else None,
        "evidence": _evidence(examination),
        "draft": examination.is_draft,
        "accepted": examination.standing is Standing.GOOD and examination.outcome is Outcome.TRUSTED,
        "error": None,
    }


def _evidence(examination: Examination) -> list[dict[str, str]]:
    """Say of each listed file whether it is there and unaltered, and what is there besides."""
    if examination.content is None:
        return []
    states: dict[str, str] = {problem.value: state for problem, state in _STATES.items()}
    found = {remark.where: states[remark.code] for remark in examination.findings if remark.code in states}
    listed = [str(place_of(file)) for file in examination.content.evidence]
    extra = [where for where, state in found.items() if state == "extra"]
    return [
        {"name": where.partition("/")[2], "state": found.get(where, "good")} for where in dict.fromkeys(listed + extra)
    ]


def _not_examined(path: Path, outcome: str, error: UserError | EnvironmentProblem) -> dict[str, object]:
    """Return what is told of a file that nothing can be said of."""
    text = explain(error).happened
    keys = ("unit", "unit_code", "fingerprint", "signed_at", "check_code", "period", "sequence")
    more = ("kind", "addressee", "addressee_code", "number", "decision")
    return {
        "file": str(path),
        "outcome": outcome,
        "exit_code": EXIT_CODES[Standing.NO_RETURN],
        **dict.fromkeys(keys),
        "findings": [{"code": outcome, "where": "", "text": text}],
        **dict.fromkeys(more),
        "evidence": [],
        "draft": False,
        "accepted": False,
        "error": {"kind": type(error).__name__, "text": text},
    }


def _imitated(workspace: Workspace, examination: Examination) -> str | None:
    """Return the fingerprint of the workspace's own unit where a file bears its name and not its signature."""
    name, code = examination.signing_unit
    differs = examination.outcome in {Outcome.SIGNER_DIFFERS, Outcome.SIGNER_UNKNOWN}
    if examination.signer is None or not differs or not is_own_unit(workspace, unit_name=name, unit_code=code):
        return None
    own = own_identity(workspace)
    return own.certificate.fingerprint if own else ""


def _lines(path: Path, examination: Examination, ours: str | None) -> list[str]:
    """Say what was found for reading: the verdict first, then the facts, the reasons and what to do.

    ``ours``: the fingerprint of the reader's unit, where the file bears its name and not its signature; else None.
    """
    signed_at = examination.signed_at
    facts = [
        (translate("verify_command", "文件", "before a file name"), path.name),
        (translate("verify_command", "种类"), workbook_word(examination.kind) if examination.kind else ""),
        (translate("verify_command", "单位"), _unit(examination.unit_name, examination.unit_code)),
        (
            translate("verify_command", "收表单位"),
            _unit(examination.addressee_name, examination.addressee_code),
        ),
        (translate("verify_command", "填报期"), period_name(examination.period) if examination.period else ""),
        (translate("verify_command", "次数"), str(examination.sequence) if examination.sequence else ""),
        (_number_label(examination.kind), str(examination.number) if examination.number else ""),
        (translate("verify_command", "审核结论"), decision_word(examination.decision) if examination.decision else ""),
        (translate("verify_command", "数据校验码"), examination.check_code),
        (translate("verify_command", "签名指纹"), examination.fingerprint),
        (translate("verify_command", "本单位的指纹"), ours or ""),
        (
            translate("verify_command", "签名时间"),
            translate("verify_command", "{time}（签名人电脑上的时间）").format(
                time=signed_at.astimezone().strftime("%Y-%m-%d %H:%M:%S %z")
            )
            if signed_at
            else "",
        ),
    ]
    message = verdict(examination, imitates_us=ours is not None)
    lines = [message.happened, message.meaning, message.advice]
    lines += [
        translate("verify_command", "{label}：{value}").format(label=label, value=value)
        for label, value in facts
        if value
    ]
    ahead = ahead_words(signed_at, SystemClock().now())
    if ahead:
        lines.append(translate("verify_command", "▲ 签名时间{ahead}。").format(ahead=ahead))
    if examination.outcome in {Outcome.ALTERED, Outcome.UNSIGNED} and examination.unit_name:
        lines.append(translate("verify_command", "以上是文件自己写的，没有有效的签名作证。"))
    return lines + [f"· {remark_sentence(remark)}" for remark in examination.findings]


def _unit(name: str, code: str) -> str:
    """Say a unit with its code, if there is one."""
    return translate("verify_command", "{name}（代码 {code}）").format(name=name, code=code) if name else ""


def _number_label(kind: Kind | None) -> str:
    """Say what the number of an assignment or of a receipt counts."""
    if kind is Kind.RECEIPT:
        return translate("verify_command", "回执号")
    return translate("verify_command", "版次")


def _compare(arguments: argparse.Namespace) -> tuple[CellDifference, ...] | None:
    if arguments.against is None:
        return None
    return cell_differences(_read(arguments.file), _read(arguments.against))


def _difference_lines(arguments: argparse.Namespace, compared: tuple[CellDifference, ...] | None) -> list[str]:
    if arguments.against is None:
        return []
    if compared is None:
        return [translate("verify_command", "· 文件的写法已经变了，不能与原件逐格比较。")]
    if not compared:
        return [translate("verify_command", "· 与原件逐格比较：内容都一样。")]
    return [
        translate("verify_command", "· 单元格 {cell}：原件“{copy}”，文件里“{file}”").format(
            cell=one.cell, copy=one.copy, file=one.file
        )
        for one in compared
    ]


def _read(path: Path) -> bytes:
    """Read a file that may be anything: whole, or not at all where it is larger than any return."""
    if not path.exists():
        raise FileMissing(path)
    if not path.is_file():
        raise NotAFile(path)
    try:
        size = path.stat().st_size
        if size > MAX_FILE:
            raise FileTooLarge(path, size, MAX_FILE)
        return path.read_bytes()
    except OSError as error:
        raise from_os_error(error, path) from error
