"""What of a content can stand in a cell and be read there: texts cleaned, completion rounded, lengths bounded.

A sheet must say what was signed, no more and no less. So characters that nobody sees go before the check code is
computed and before anything is written, by the same function; a text that would not print whole is refused.

>>> clean_line(" 一行\\r\\n二\\u202e行")
'一行 二行'
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import ROUND_HALF_UP, Context, Decimal

from models.core.errors import UserError
from models.core.numbers import MAX_DIGITS, NotANumber, checked_amount, plain
from models.core.texts import clean_text
from models.work.evidence import MAX_FILES, safe_name
from models.work.return_content import (
    SIGNED_BY,
    ReturnContent,
    ReturnEvidence,
    ReturnGroup,
    ReturnHead,
    ReturnRow,
    SignOff,
)

NARRATIVE_LIMIT = 500
TEXT_LIMIT = 300  # problems, next steps, remark
ROW_LIMITS = {
    "narrative": NARRATIVE_LIMIT,
    "problems": TEXT_LIMIT,
    "next_steps": TEXT_LIMIT,
    "remark": TEXT_LIMIT,
    "no_data_reason": 100,
    "task_text": 600,
    "indicator_name": 200,
    "unit": 20,
    "task_id": 64,
}
_SEVERAL_LINES = frozenset({"narrative", "problems", "next_steps", "remark"})
HEAD_LIMITS = {
    "plan_id": 64,
    "plan_title": 120,
    "document_number": 60,
    "unit_name": 100,
    "unit_code": 64,
    "supersedes": 14,
}
SIGN_OFF_LIMIT = 40
GROUP_LIMITS = {"part_title": 200, "item_title": 200}
MAX_ROWS = 20_000  # far above any plan; a bound for readers
_SUM = re.compile("[0-9a-f]{64}")
_MOST_BYTES = 10**12  # of one file, in a list; far above what can be attached
_PERCENT_STEP = Decimal("0.0001")  # two decimals of a percentage
_LARGE_RATIO = Decimal("1E+8")


@dataclass(eq=False)
class NotPrintable(UserError):
    """Something can't stand on the sheet as it is.

    ``task_id``: of which row, blank for the head. ``field``: its name in the head, group, row or sign-off of the
    content. ``reason``: ``length`` (longer than about ``limit`` characters), ``height`` (too many lines for one
    row of a sheet), ``digits`` (more than a cell holds without loss), ``wording`` (it would be read back as something
    else).
    """

    task_id: str
    field: str
    reason: str
    limit: int = 0


def clean_line(text: str) -> str:
    """Return a text that takes one line, without blanks at its ends."""
    return clean_text(text).replace("\n", " ").strip()


def printed_completion(ratio: Decimal) -> Decimal:
    """Round a ratio to what the sheet shows: two decimals of a percentage. What is not complete never rounds to 100 %.

    From 10,000,000,000 % on, fifteen digits are kept, which is what a cell holds.

    >>> str(printed_completion(Decimal(2) / 3)), str(printed_completion(Decimal("0.999999")))
    ('0.6667', '0.9999')
    """
    if abs(ratio) >= _LARGE_RATIO:
        return Decimal(plain(Context(prec=MAX_DIGITS).plus(ratio)))
    rounded = ratio.quantize(_PERCENT_STEP, ROUND_HALF_UP)
    if ratio < 1 <= rounded:
        rounded = 1 - _PERCENT_STEP
    return Decimal(plain(rounded))


def as_printed(content: ReturnContent) -> ReturnContent:
    """Return the content as the sheet will say it; the check code and the cells are both made from this.

    Raises:
        NotPrintable: a text is too long, or a number has more digits than a cell holds.
    """
    groups = tuple(map(_group, content.groups))
    return ReturnContent(head=_head(content.head), groups=groups, evidence=_evidence(content, groups))


def _head(head: ReturnHead) -> ReturnHead:
    lines = printed_lines(head, HEAD_LIMITS)
    names = printed_lines(
        head.sign_off, dict.fromkeys(("filled_by", "phone", "reviewed_by", "unit_head"), SIGN_OFF_LIMIT)
    )
    times = {time: _minute(getattr(head.sign_off, time)) if names[name] else None for time, name in SIGNED_BY.items()}
    return replace(head, **lines, sign_off=SignOff(**names, **times))  # type: ignore[arg-type]


def _minute(moment: datetime | None) -> datetime | None:
    """Return a moment as a cell shows it: to the minute, on the clock that it was read from."""
    return None if moment is None else moment.replace(tzinfo=None, second=0, microsecond=0)


def _evidence(content: ReturnContent, groups: tuple[ReturnGroup, ...]) -> tuple[ReturnEvidence, ...]:
    """Return the evidence in its one order, having seen to it that each file has a task, a safe name and a sum."""
    places = {(row.task_id, row.number): at for at, row in enumerate(row for group in groups for row in group.rows)}
    if len(content.evidence) > MAX_FILES:
        raise NotPrintable("", "evidence", "length", MAX_FILES)
    known: set[tuple[str, str]] = set()
    for file in content.evidence:
        key = (file.task_id, file.name.casefold())
        sound = _SUM.fullmatch(file.sha256) and 0 < file.size < _MOST_BYTES and file.name == safe_name(file.name)
        if not sound or key in known or (file.task_id, file.number) not in places:
            raise NotPrintable(file.task_id, "evidence", "wording")
        known.add(key)
    return tuple(sorted(content.evidence, key=lambda file: (places[file.task_id, file.number], file.name)))


def _group(group: ReturnGroup) -> ReturnGroup:
    return replace(group, rows=tuple(map(_row, group.rows)), **printed_lines(group, GROUP_LIMITS))  # type: ignore[arg-type]


def _row(row: ReturnRow) -> ReturnRow:
    texts = {
        name: printed_text(row.task_id, name, getattr(row, name), limit, lines=name in _SEVERAL_LINES)
        for name, limit in ROW_LIMITS.items()
    }
    amounts = {name: printed_amount(row.task_id, name, getattr(row, name)) for name in ("target", "amount")}
    completion = None if row.completion is None else printed_completion(row.completion)
    return replace(row, **texts, **amounts, completion=completion)  # type: ignore[arg-type]


def printed_lines(facts: object, limits: Mapping[str, int]) -> dict[str, str]:
    """Return those texts of a head or a group that take one line each, as they are printed.

    Args:
        facts: whose texts.
        limits: for each, by its name, how many characters it may have.

    Raises:
        NotPrintable: one is too long.
    """
    return {name: printed_text("", name, getattr(facts, name), limit) for name, limit in limits.items()}


def printed_text(task_id: str, name: str, text: str, limit: int, *, lines: bool = False) -> str:
    """Return a text as it is printed: without what nobody sees, on one line unless it may have several.

    Args:
        task_id: of which row, blank for the head.
        name: what the text is called, for refusals.
        text: the text.
        limit: how many characters it may have.
        lines: whether it may have several lines.

    Raises:
        NotPrintable: it is too long.
    """
    clean = clean_text(text) if lines else clean_line(text)
    if len(clean) > limit:
        raise NotPrintable(task_id, name, "length", limit)
    return clean


def printed_amount(task_id: str, name: str, value: Decimal | None) -> Decimal | None:
    """Return an amount in its one form.

    Raises:
        NotPrintable: it has more digits than a cell holds.
    """
    if value is None:
        return None
    try:
        return checked_amount(value)
    except NotANumber:
        raise NotPrintable(task_id, name, "digits", MAX_DIGITS) from None
