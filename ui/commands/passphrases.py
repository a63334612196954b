"""Asking for a passphrase in a terminal: unseen where there is one, else a line of the standard input."""

import getpass
import sys

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def ask_passphrase(prompt: str) -> str:
    """Ask for one passphrase; a script hands them in line by line, in the order in which they are asked for."""
    if sys.stdin.isatty():
        return getpass.getpass(f"{prompt} ")
    return sys.stdin.readline().rstrip("\r\n")


def own_passphrase_prompt() -> str:
    """Say that the passphrase of the present identity is wanted."""
    return translate("identity_command", "现在的口令：")
