"""A letter that is not sent yet: an .eml file with the workbook attached; a double click opens it in the mail program.

``X-Unsent: 1`` makes Outlook open it as a draft; Foxmail, Thunderbird and others open it as a letter that can be edited
and sent. Nothing here sends anything.
"""

import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import PurePath
from typing import Final

from models.core.errors import UserError
from models.core.texts import clean_name

MAX_ATTACHED: Final = 40_000_000  # bytes; most mail servers take no more
_WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(eq=False)
class LetterTooLarge(UserError):
    """The attachments are larger than a mail server takes; both are bytes."""

    size: int
    limit: int


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file as it is attached."""

    name: str
    data: bytes


def mail_draft(*, to: str, subject: str, body: str, attachments: Sequence[Attachment], at: datetime) -> bytes:
    """Write a letter.

    Args:
        to: the address, or blank: the person fills it in.
        subject: one line.
        body: plain text.
        attachments: what goes with it.
        at: now, with its time zone.

    Raises:
        LetterTooLarge: the attachments are.
    """
    size = sum(len(one.data) for one in attachments)
    if size > MAX_ATTACHED:
        raise LetterTooLarge(size, MAX_ATTACHED)
    letter = EmailMessage(policy=policy.SMTP.clone(max_line_length=998))
    letter["X-Unsent"] = "1"
    letter["Date"] = format_datetime(at)
    if to:
        letter["To"] = clean_name(to)
    letter["Subject"] = clean_name(subject)
    letter.set_content(body, charset="utf-8", cte="base64")
    for one in attachments:
        main, _, sub = _type_of(one.name).partition("/")
        letter.add_attachment(one.data, maintype=main, subtype=sub, filename=one.name)
    return letter.as_bytes()


def _type_of(name: str) -> str:
    if PurePath(name).suffix.lower() == ".xlsx":
        return _WORKBOOK
    return mimetypes.guess_type(name, strict=True)[0] or "application/octet-stream"
