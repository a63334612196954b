"""Times in words: 6月底前, 年底前, 上半年, 12月31日前 as the last day on which a task may be done.

Only what states a deadline counts. 上半年 in the middle of a sentence (总结上半年工作) is a topic, so times without 前
count at the beginning of a clause or after 时限： only. Times without an end (全年, 长期坚持) are no deadlines.

>>> find_deadline("6月底前完成验收", 2024), find_deadline("总结上半年工作", 2024)
(datetime.date(2024, 6, 30), None)
"""

import calendar
import re
from datetime import date

from models.plan.numerals import arabic_number, chinese_number

_NUMBER = r"(?:\d{1,2}|[０-９]{1,2}|[一二三四五六七八九十]{1,3})"
_TIME = re.compile(
    rf"""
    (?:(?P<year>20\d\d|２０[０-９]{{2}})年|今年|本年|当年)?
    (?:
        (?P<month>{_NUMBER})月(?:(?P<day>{_NUMBER})日|(?P<month_end>底|末|份|中旬|上旬|下旬|初)?)
      | (?P<half>[上下])半年
      | 第?(?P<quarter>[一二三四1-4])季度[末底]?
      | (?P<year_end>年[底末终内])
    )
    (?P<before>之前|以前|前)?
    """,
    re.VERBOSE,
)
_END_MARKS = "，,。；;：:（( \t\n\u3000、"


def find_deadline(text: str, year: int) -> date | None:
    """Return the last of the deadlines that a wording states, or None.

    Args:
        text: the wording of one task, or what follows 完成时限：.
        year: the plan's year, for times that name none; 0 if the plan has no year.
    """
    found = [day for match in _TIME.finditer(text) if (day := _deadline_of(match, text, year))]
    return max(found, default=None)


def skip_time(text: str) -> int:
    """Return where the words behind a time at the beginning of a clause begin; 0 if it begins with none."""
    match = _TIME.match(text)
    return match.end() if match and (match["before"] or not text[match.end() :].startswith(("的", "工"))) else 0


def _deadline_of(match: re.Match[str], text: str, year: int) -> date | None:
    year = arabic_number(match["year"]) or year if match["year"] else year
    stands_first = match.start() == 0 or text[match.start() - 1] in _END_MARKS
    if not year or not (match["before"] or (stands_first and _is_adverb(match, text))):
        return None
    if match["half"]:
        return date(year, 6, 30) if match["half"] == "上" else date(year, 12, 31)
    if match["quarter"]:
        return _month_end(year, (_small(match["quarter"])) * 3)
    if match["year_end"]:
        return date(year, 12, 31)
    return _day_in_month(match, year)


def _is_adverb(match: re.Match[str], text: str) -> bool:
    """Tell a time that says when (上半年完成) from one that belongs to a name (2021年5月活动月)."""
    if match["month"] and not match["day"] and match["month_end"] not in {"底", "末"}:
        return False
    return not text[match.end() :].startswith(("的", "工作", "总结", "教育"))


def _day_in_month(match: re.Match[str], year: int) -> date | None:
    month = _small(match["month"])
    if not 1 <= month <= 12:
        return None
    if match["day"]:
        day = _small(match["day"])
        return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None
    if match["month_end"] in {"底", "末"}:
        return _month_end(year, month)
    # 9月前 may mean the end of August or of September: better no date than a guessed one.
    return None


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _small(text: str) -> int:
    return arabic_number(text) or chinese_number(text) or 0
