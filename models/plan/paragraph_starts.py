"""Which lines begin a paragraph, and which end one, whatever the length of lines: told by how they begin and end."""

import re
from collections.abc import Sequence

from models.plan.outline import begins_with_number
from models.plan.sections import TAIL
from models.plan.sentences import begins_with_duties
from models.plan.signs import COUNTING_OFF, names_period

_ENDS_SENTENCE = "。！？!?；;：:"
_HALF_WIDTH_STOP = re.compile(r"[一-龥”）)\"%％][.．]$")
_MARKS = re.compile(r"[，。；：,;:]|[一-龥][.．]")
_BULLETS = ("•", "●", "○", "◆", "◇", "■", "□", "★", "▲", "▶", "➢", "✓", "——")
_BARE_NUMBER = re.compile(r"(\d{1,2})\s+[一-龥“《]")
_DATE = re.compile(r"\s*[（(]?\s*(?:\d{4}|[〇零○一二三四五六七八九]{4})\s*年.{1,9}日\s*[)）]?\s*")
_DOCUMENT_NUMBER = re.compile(r"[一-龥]{2,15}\s?[〔\[（(【﹝]\s?\d{4}\s?[〕\]）)】﹞]\s?第?\s?\d{1,5}\s?号")
_ENDS_DUTIES = re.compile(
    r"[（(](?:责任|牵头|配合|主办|承办|完成时限)[^（()）]{0,8}[:：][^（()）]*[)）]$|[（(][^（()）]{2,40}(?:牵头|负责|配合)[)）]$"
)


def is_date(line: str) -> bool:
    """Tell whether a line is a date and nothing more."""
    return _DATE.fullmatch(line) is not None


def is_title(line: str) -> bool:
    """Tell whether a line is numbered and has no mark, as titles on lines of their own are."""
    words = line.strip()
    is_numbered = begins_with_number(words) or COUNTING_OFF.match(words) is not None
    return names_period(words) or (is_numbered and not _MARKS.search(words, 4))


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends with a stop or a colon.

    >>> [ends_sentence(line) for line in ("召开会议。", "召开会议.", "增长1.", "召开会议，", "")]
    [True, True, False, False, False]
    """
    words = line.rstrip()
    return words.endswith(tuple(_ENDS_SENTENCE)) or _HALF_WIDTH_STOP.search(words) is not None


def begins_paragraph(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line begins with a number of the outline, 一是, a bullet, duties, or what closes a document."""
    words = lines[at].strip()
    if "\t" in words or begins_with_number(words) or begins_with_duties(words) or words.startswith(_BULLETS):
        return True
    if (
        COUNTING_OFF.match(words)
        or names_period(words)
        or is_date(words)
        or TAIL.match(words)
        or _DOCUMENT_NUMBER.match(words)
    ):
        return True
    number = _BARE_NUMBER.match(words)  # 2 专业建设 with 2.1 below it
    below = next((line.strip() for line in lines[at + 1 : at + 4] if line.strip()), "")
    return number is not None and re.match(rf"{number[1]}[.．][1１]", below) is not None


def ends_paragraph(words: str) -> bool:
    """Tell whether words end with the duties of a paragraph."""
    return _ENDS_DUTIES.search(words) is not None
