"""The shape of a message, and how the facts in it are written."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Message:
    """One thing that went wrong.

    Attributes:
        happened: a short line without full stop that names the thing: the headline, and enough by itself.
        meaning: what that means for the person's work, in one or two sentences.
        advice: what to do now, in one or two sentences.
        details: for the IT person; blank where the three lines say it all.
    """

    happened: str
    meaning: str
    advice: str
    details: str = ""


class Counting:
    """A context whose texts count: ``%n`` in a text becomes the number, and English gets its singular or plural.

    ``lupdate`` takes the name before ``.tr`` for the context, so an instance is called like the context it is made of:
    ``messages = Counting("messages")``. It reads no number in a call of ``translate``.
    """

    def __init__(self, context: str) -> None:
        """Speak within a context."""
        self._context = context

    def tr(self, text: str, comment: str, count: int) -> str:
        """Translate a text for a number; the comment tells two of one wording apart, and may be blank."""
        return QCoreApplication.translate(self._context, text, comment, count)


messages = Counting("messages")

Table = dict[str, Callable[[Any], Message]]


def name(path: Path) -> str:
    """Write a file's name as people see it in their folders."""
    return path.name or str(path)


def folder(path: Path) -> str:
    """Write the folder that a file is in."""
    return str(path.parent)


def size(count: int) -> str:
    """Write a number of bytes as people read it.

    >>> size(512), size(3_400_000), size(105_000_000)
    ('512 B', '3.4 MB', '105 MB')
    """
    amount = float(count)
    for unit in ("B", "KB", "MB"):
        if amount < 1000:
            return f"{amount:.3g} {unit}"
        amount /= 1000
    return f"{amount:.3g} GB"
