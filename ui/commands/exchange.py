"""What the commands share that work with other units: who is at the keyboard, whose key signs, where to write."""

import argparse
import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from models.core.errors import from_os_error
from models.core.paths import user_places
from models.core.periods import Period, parse_period
from models.signing.identity import Identity, Protection
from models.store.database import Workspace
from models.store.operators import current_operator
from models.store.problems import NameMissing
from models.work.keys import load_identity
from models.work.own_identity import describe
from ui.commands.passphrases import ask_passphrase, own_passphrase_prompt

translate = QCoreApplication.translate


def add_workspace(parser: argparse.ArgumentParser) -> None:
    """Add the workspace, which comes first."""
    parser.add_argument(
        "workspace",
        type=Path,
        metavar=translate("exchange_command", "工作区"),
        help=translate("exchange_command", "工作区文件（.yaodian）"),
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add ``--json``."""
    parser.add_argument("--json", action="store_true", help=translate("exchange_command", "以 JSON 打印结果"))


def period_of(text: str) -> Period:
    """Read the period of an argument: 2021-Q2."""
    return parse_period(text)


def operator_of(workspace: Workspace) -> str:
    """Return who is at the keyboard.

    Raises:
        NameMissing: nobody was named yet.
    """
    operator = current_operator(workspace)
    if operator is None:
        raise NameMissing("operator")
    return operator.name


def signing_identity(workspace: Workspace) -> Identity:
    """Open the workspace's own identity; one that a passphrase locks is asked for it.

    Raises:
        UserError, EnvironmentProblem: it can't be opened.
    """
    locked = describe(workspace.path).protection is Protection.PASSPHRASE
    passphrase = ask_passphrase(own_passphrase_prompt()) if locked else None
    return load_identity(workspace.path, places=user_places(), passphrase=passphrase)


def made_folder(folder: Path) -> Path:
    """Make a folder, if it is not there yet.

    Raises:
        EnvironmentProblem: the system refuses.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise from_os_error(error, folder) from error
    return folder


def print_json(facts: Any) -> None:
    """Print what happened for another program."""
    print(json.dumps(facts, ensure_ascii=False, indent=2))
