"""Times in words: 6月底前, 年底前, 上半年, 12月31日前 as the last day on which a task may be done.

Only what states a deadline counts, and it counts for the words it stands in, not for their neighbours. 上半年 in the
middle of a sentence (总结上半年工作) is a topic, so times without 前 count at the beginning of a clause, or where a
form asks for a time (完成时限：), only. What recurs (每月25日前) or begins (9月1日起) is no deadline, nor is what has
no end (全年, 长期坚持). Of a stretch of time (3月至6月) the end counts, of several deadlines the last.

A month with 前 and nothing else may mean its beginning or its end: no day is taken, and ``ambiguous_deadline`` says so.

>>> find_deadline("6月底前完成验收", 2024), find_deadline("总结上半年工作", 2024), ambiguous_deadline("9月前完成", 2024)
(datetime.date(2024, 6, 30), None, '9月前')
>>> read_due("2024.6", 2024), read_due("长期坚持", 2024)
(datetime.date(2024, 6, 30), None)
"""

import calendar
import re
from collections.abc import Iterator
from datetime import date

from models.plan.numerals import arabic_number, chinese_number, year_number
from models.plan.words import ADVERBS, VERBS

_NUMBER = r"(?:\d{1,2}|[０-９]{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = (
    r"(?:(?P<year>20\d\d|２０[０-９]{2}|二[〇零][一二三四五六七八九〇零]{2})(?:年|(?=年[底末终内]))"
    r"|[今本当](?:年度?|(?=年[底末终内])))"
)
_RANGE = rf"(?:(?:20\d\d年)?{_NUMBER}月?(?:{_NUMBER}日|份|初|上旬|中旬|下旬|底)?\s?[至到\-－—–~～]+\s?)"
_TIME = re.compile(
    rf"""
    {_RANGE}?{_YEAR}?
    (?:
        (?P<month>{_NUMBER})月(?:(?P<day>{_NUMBER})[日号]|份?(?P<month_end>月?[底末]|中旬|上旬|下旬|初|中)|(?P<whole>份))?
      | (?P<half>[上下])半年
      | 第?(?P<quarter>[一二三四1-4])季度[末底]?
      | (?P<year_end>年[底末终内])
    )
    (?P<before>之前|以前|前)?
    """,
    re.VERBOSE,
)
_WRITTEN = re.compile(
    r"(20\d\d)\s?[.\-/．－]\s?(\d{1,2})(?:\s?[.\-/．－]\s?(\d{1,2}))?(?!\d)"
)  # as forms are filled in
_LEADS_TO_TIME = (*"，,。；;：:（( \t\n\u3000、于在到至将拟并", "力争", "争取", "确保", "计划", "原则上", "预计")
_NO_END = re.compile(
    r"全年|长期|持续|常年|常态|经常|每|随时|适时|即时|及时|实时|贯穿|按照?(?:上级|要求|规定|通知|计划|时)|年度"
)
_BEGINS = ("起", "开始", "以来", "以后", "之后", "后")
_LAST_OF_TEN_DAYS = {"上旬": 10, "中旬": 20, "中": 20, "下旬": 31}
_ACTS = tuple(VERBS)


def find_deadline(text: str, year: int) -> date | None:
    """Return the last of the deadlines that a wording states, or None.

    Args:
        text: the wording of one task.
        year: the plan's year, for times that name none; 0 if the plan has no year.
    """
    found = [day for match in _stated(text) if (day := _last_day(match, year))]
    return max(found, default=None)


def read_due(value: str, year: int) -> date | None:
    """Return the deadline that somebody wrote where a time is asked for: 6月, 2024.6.30, 年底, 第三季度."""
    written = [(arabic_number(match[1]) or 0, match[2], match[3]) for match in _WRITTEN.finditer(value)]
    found = [_day(y, _small(m), _small(d)) if d else _month_end(y, _small(m)) for y, m, d in written]
    rest = _WRITTEN.sub("", value)
    for match in _TIME.finditer(rest):
        if not rest.startswith(_BEGINS, match.end()) and not _recurs(match, rest):
            found.append(_last_day(match, year, form=True))
    return max((day for day in found if day), default=None)


def is_unread_due(value: str, year: int) -> bool:
    """Tell whether something stands where a time is asked for that is neither a day nor said to have no end."""
    return any(map(str.isalnum, value)) and not _NO_END.search(value) and read_due(value, year) is None


def ambiguous_deadline(text: str, year: int) -> str:
    """Return a time that may mean two days (9月前), if the wording states no other; otherwise nothing."""
    if not year or find_deadline(text, year):
        return ""
    return next((match[0] for match in _stated(text) if match["month"] and not _last_day(match, year)), "")


def skip_time(text: str) -> int:
    """Return where the words behind a time at the beginning of a clause begin; 0 if it begins with none."""
    match = _TIME.match(text)
    return match.end() if match and (match["before"] or not text[match.end() :].startswith(("的", "工"))) else 0


def _stated(text: str) -> Iterator[re.Match[str]]:
    """Run through the times in a wording that say until when."""
    for match in _TIME.finditer(text):
        before = text[max(0, match.start() - 2) : match.start()]
        stands_first = not before or before.endswith(_LEADS_TO_TIME)
        if _recurs(match, text) or text.startswith(_BEGINS, match.end()):
            continue
        if match["before"] or (stands_first and _is_adverb(match, text)):
            yield match


def _recurs(match: re.Match[str], text: str) -> bool:
    return text[max(0, match.start() - 2) : match.start()].endswith(("每", "每年", "每个"))


def _is_adverb(match: re.Match[str], text: str) -> bool:
    """Tell a time that says when (上半年完成) from one that belongs to a name (2021年5月活动月)."""
    behind = text[match.end() :]
    if behind.startswith(("的", "工作", "总结", "教育")):
        return False
    if match["month"] and not match["day"] and not match["month_end"]:
        return behind.startswith((*_ACTS, *ADVERBS, "，", ",")) or not behind
    return True


def _last_day(match: re.Match[str], year: int, *, form: bool = False) -> date | None:  # noqa: PLR0911 - one return a form
    """Return the last day of a time; in a form a bare month is meant whole."""
    year = _year_of(match["year"]) or year
    if not year:
        return None
    if match["half"]:
        return date(year, 6, 30) if match["half"] == "上" else date(year, 12, 31)
    if match["quarter"]:
        return _month_end(year, _small(match["quarter"]) * 3)
    if match["year_end"]:
        return date(year, 12, 31)
    month = _small(match["month"])
    if match["day"]:
        return _day(year, month, _small(match["day"]))
    part = (match["month_end"] or "").removeprefix("月")
    if part in {"底", "末"} or (match["whole"] and not match["before"]) or (not part and not match["before"]):
        return _month_end(year, month)
    if part in _LAST_OF_TEN_DAYS:
        end = _month_end(year, month)
        return end and end.replace(day=min(end.day, _LAST_OF_TEN_DAYS[part]))
    # 9月前 may mean the end of August or of September, 9月初 any of some days: better none than a guessed one.
    return _month_end(year, month) if form and not match["before"] and part != "初" else None


def _year_of(text: str | None) -> int:
    return (arabic_number(text) or year_number(text) or 0) if text else 0


def _day(year: int, month: int, day: int) -> date | None:
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def _month_end(year: int, month: int) -> date | None:
    return date(year, month, calendar.monthrange(year, month)[1]) if 1 <= month <= 12 else None


def _small(text: str) -> int:
    return arabic_number(text) or chinese_number(text) or 0
