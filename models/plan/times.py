"""Times as documents write them: 6月底前, 第三季度, 3—5月, 国庆节前, 到2025年; each with its last day, if it has one.

Here a time is found and understood by itself; ``deadlines`` judges by the words around it whether something has to be
done until then. The last day of each form:

- A day is itself; a month, 底 or 末 is the month's end; 上旬, 中旬 and 下旬 are its 10th, its 20th and its end.
- Of a stretch (4月至6月, 9月至次年3月, 6月1日—8日) the end counts.
- 上半年, 三季度, 年内 end with what they name; “十四五” ends with 2025, each five-year plan five years after the last.
- Feasts that have a fixed day in the calendar are that day, as 6月30日前 includes the 30th. 元旦前 is the next year's.
- 明年, 次年 are the year after the plan's. 去年 and years before the plan's say when something was.

No day is taken (``last`` is None) where a clerk would ask: 9月前 and 9月中旬前 may mean a beginning or an end, 9月初
some days, 春节前 and 暑假前 another day each year, 2月30日 none. For 秋季学期开学前 a day is ``proposed``.

>>> [(time.text, str(time.last)) for time in read_times("3—5月试点，国庆节前验收，9月前公示", 2024)]
[('3—5月', '2024-05-31'), ('国庆节前', '2024-10-01'), ('9月前', 'None')]
"""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date

from models.plan.numerals import arabic_number, chinese_number, year_number

_S = r"[ \u00a0\u3000]?"  # figures stand between blanks in texts that Word set or a page was copied from
_NUMBER = r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})"
_DASH = rf"{_S}(?:起?至|起?到|[-—–－―~～]{{1,2}}){_S}"
_FULL_YEAR = r"(?:20[0-9]{2}|２０[０-９]{2}|二[〇零○][一二三四五六七八九〇零○]{2})"
_YEAR = (
    rf"(?:(?P<year>{_FULL_YEAR}){_S}(?:年{_S}|(?=年{_S}年?{_S}度?[底末终内]))"
    rf"|(?P<other>[今本当明次来翌去上前])(?:年度?{_S}|(?=年[底末终内])))"
)
_LATE = r"(?:之前|以前|前夕|前(?![后往期]))"
_PART = rf"(?:{_NUMBER}{_S}[日号]|初|[上中下]旬|[底末])"
_MONTH = re.compile(
    rf"""
    (?:(?:(?P<from_year>{_FULL_YEAR}){_S}年{_S})?(?P<from>(?<![0-9０-９.．]){_NUMBER}){_S}(?:月份?)?{_S}{_PART}?{_DASH})?
    {_YEAR}?
    (?P<month>(?<![0-9０-９]){_NUMBER}|元){_S}月{_S}
    (?: 份?(?:{_NUMBER}{_S}[日号]?{_DASH})?(?P<day>{_NUMBER}){_S}[日号](?!常)
      | 份?(?P<end>月?[底末](?![部层端]))
      | (?P<part>[上中]中旬|中[上下]旬|[上中下]旬|初(?![中级步一二三])|中(?![考小学等高医职专华国]))
      | (?P<within>内)
      | (?P<whole>份)
    )?
    (?P<around>{_S}(?:前后|左右))?(?P<late>{_S}{_LATE})?
    """,
    re.VERBOSE,
)
_SPAN_OF_YEAR = re.compile(
    rf"""
    (?:{_YEAR}|(?<![0-9])(?P<short>[2-6][0-9])(?=年[底末])|(?P<counted>[0-9０-９一二三四五六七八九十两几多数半]){_S})?
    (?: (?P<half>[上下])半年度?(?P<half_end>[底末])?
      | (?:(?:第{_S})?[一二三1-4]{_S}(?:季度)?{_S}(?:[-—–－~～至到]|、第?){_S})?
        (?:[前第]{_S})?(?P<quarter>[一二三四1-4１-４]){_S}季度{_S}(?P<quarter_end>[底末](?!月)|结束)?
      | (?P<year_end>年{_S}度?[底末内](?!年初)|年度?终(?!总结|考核|奖|评|述|绩效|决算|盘点))
      | (?P<before_year>年(?={_LATE})|(?<=[0-9０-９〇零○一二三四五六七八九]年)(?={_LATE}))
    )
    (?P<late>{_S}{_LATE})?
    """,
    re.VERBOSE,
)
_YEARS = re.compile(
    rf"(?P<ahead>(?<![0-9]){_FULL_YEAR}){_S}年(?=[，,]|(?:全面|基本|初步|率先)*(?:实现|达到|完成|建成|建立|形成|普及))"
    rf"|(?<![年0-9])(?:到|至)(?P<year>{_FULL_YEAR}){_S}年(?!{_S}(?:度?[底末终内]|{_NUMBER}{_S}月|[度春秋]))"
    rf"|[“\"]?十(?P<five>[三四五六七八])五[”\"]?(?:规划|计划)?(?:时期|期间|期)?(?:末期?|收官)(?P<late>{_LATE})?"
)
_FEASTS = {
    "元旦": (1, 1), "三八": (3, 8), "妇女节": (3, 8), "植树节": (3, 12), "五一": (5, 1), "劳动节": (5, 1),
    "五四": (5, 4), "青年节": (5, 4), "六一": (6, 1), "儿童节": (6, 1), "七一": (7, 1), "建党节": (7, 1),
    "八一": (8, 1), "建军节": (8, 1), "教师节": (9, 10), "十一": (10, 1), "国庆": (10, 1), "宪法日": (12, 4),
}  # fmt: skip
_FEAST = re.compile(
    rf"{_YEAR}?[“\"]?(?P<feast>{'|'.join(_FEASTS)})[”\"]?"
    rf"(?:节|国际劳动节|劳动节|国际儿童节|儿童节|建党节|建军节|青年节|妇女节)?(?:假期?)?(?P<late>到来{_LATE}|{_LATE})"
)
# Of these everybody knows the season, and nobody the day.
_TERM = "(?:学期|(?<![中小大开])学年)"  # 实验中学年底前 ends no school year
_EVENT = re.compile(
    rf"(?:{_YEAR}|(?P<every>每|各))?(?:"
    rf"(?:(?:(?P<term>[春秋])季?(?:学期)?|新学[期年]|下学期|[寒暑]假|学校|学生)?开学"
    rf"|(?:[春秋]季|[本下上新])?{_TERM}(?:结束|末)?|期[中末](?:考试)?"
    rf"|[寒暑]假(?:开始|到来|放假)?|[寒暑]期|放假|[中高会]考|春节|元宵节?|清明节?|端午节?|中秋节?|重阳节?|除夕"
    rf"|(?:主?汛期?|雨季|冬季|入冬|入汛|供[暖热](?:季|期)?|采暖(?:季|期)?|三夏|麦收)(?:到来|来临|开始)?|年中"
    rf"|(?:全国|省|市)?两会(?:召开)?){_LATE}"
    rf"|(?:[春秋]季|[本下上]|第[一二]|(?<=每))?{_TERM}[末底](?:{_LATE})?|本学[期年]内|本月[底末]?{_LATE})"
)
_TENTHS = {"上旬": 10, "中旬": 20, "上中旬": 20, "中上旬": 20}
_IN_EVERY_TIME = re.compile(r"[年月季前末底官]|学期内")
_NEXT, _PAST = "明次来翌", "去上前"


@dataclass(frozen=True, slots=True)
class Time:
    """One time in a text.

    ``last`` is its last day, None where that cannot be told; then ``proposed`` may be a likely one. ``late`` tells that
    it ends with 前; ``is_month`` that it is a month and nothing else; ``is_past`` that it lies before the plan's year;
    ``is_event`` that it is named by what takes place then.
    """

    start: int
    end: int
    text: str
    last: date | None
    late: bool
    is_month: bool = False
    is_past: bool = False
    is_event: bool = False
    proposed: date | None = None


def read_times(text: str, year: int) -> list[Time]:
    """List the times in a text, in order; none overlaps another.

    Args:
        text: the words.
        year: the plan's year; 0 if it has none, and then only times with a year of their own have a last day.
    """
    if not _IN_EVERY_TIME.search(text):
        return []
    readers = (
        ("月", _MONTH, _of_month),
        ("年季", _SPAN_OF_YEAR, _of_span),
        ("年五", _YEARS, _of_years),
        ("前", _FEAST, _of_feast),
        ("前末底内", _EVENT, _of_event),
    )  # each time of a kind has one of these characters, and most texts have few of them
    found = [
        read(match, year)
        for characters, pattern, read in readers
        if any(character in text for character in characters)
        for match in pattern.finditer(text)
    ]
    times: list[Time] = []
    for time in sorted((each for each in found if each), key=lambda each: (each.start, -each.end)):
        before = times[-1] if times else None
        if before and time.start < before.end:
            continue
        if before and time.is_event and time.start == before.end:  # 9月1日开学前 is a day, 9月开学前 is none
            whole = text[before.start : time.end]
            kept = time if before.is_month else before
            times[-1] = replace(kept, start=before.start, end=time.end, text=whole, late=True)
            continue
        times.append(time)
    return times


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a day, or None if the calendar has none such."""
    end = month_end(year, month)
    return end.replace(day=day) if end and 1 <= day <= end.day else None


def month_end(year: int, month: int) -> date | None:
    """Return the last day of a month, or None if there is no such month."""
    if not MINYEAR <= year <= MAXYEAR or not 1 <= month <= 12:
        return None
    return date(year, month, calendar.monthrange(year, month)[1])


def _of_month(match: re.Match[str], year: int) -> Time | None:
    month = 1 if match["month"] == "元" else _small(match["month"])
    own = _year_of(match, year)
    if match["from_year"] and not match["year"] and not match["other"]:
        own = _full_year(match["from_year"])
    runs_over = match["from"] and not match["year"] and not match["other"] and _small(match["from"]) > month
    own = own + 1 if own and runs_over else own
    late, part = bool(match["late"]), match["part"]
    bare = not (match["day"] or match["end"] or part or match["within"])
    # 9月前 may mean the end of August or of September, 9月初 any of some days: better none than a guessed one.
    unclear = match["within"] or match["around"] or part in {"初", "中"} or (late and (bare or part))
    last = None
    if own and not unclear:
        last = day_of(own, month, _small(match["day"])) if match["day"] else month_end(own, month)
        if last and part in _TENTHS:
            last = last.replace(day=_TENTHS[part])
    alone = bare and not match["whole"]
    return _time(match, year, last, late=late, is_month=alone or bool(match["whole"]))


def _of_span(match: re.Match[str], year: int) -> Time | None:
    own = 2000 + int(match["short"]) if match["short"] else _year_of(match, year)
    late = bool(match["late"])
    if match["before_year"] == "" and not match["year"]:
        return None  # the end of 20年前
    if match["counted"] and (match["year_end"] or match["before_year"]):
        return None  # 三年内, 5年前
    if match["half"]:
        month = 6 if match["half"] == "上" else 12
        unclear = late and match["half"] == "下" and not match["half_end"]
    elif match["quarter"]:
        month = _small(match["quarter"]) * 3
        unclear = late and not match["quarter_end"] and month > 3
    else:
        month, unclear = 12, match["before_year"] is not None  # 2025年前, 年前
    last = month_end(own, month) if own and not unclear else None
    return _time(match, year, last, late=late, is_event=bool(match["before_year"]))


def _of_years(match: re.Match[str], year: int) -> Time | None:
    if match["ahead"]:  # 2025年，… in a plan of 2021 says until when; 2021年，… says nothing
        ahead = _full_year(match["ahead"])
        return _time(match, year, month_end(ahead, 12), late=False) if 0 < year < ahead else None
    own = _full_year(match["year"]) if match["year"] else 2005 + 5 * _small(match["five"])
    return _time(match, year, month_end(own, 12), late=True)


def _of_feast(match: re.Match[str], year: int) -> Time | None:
    month, day = _FEASTS[match["feast"]]
    own = _year_of(match, year)
    if own and (month, day) == (1, 1) and not match["year"] and not match["other"]:
        own += 1
    return _time(match, year, day_of(own, month, day) if own else None, late=True, is_event=True)


def _of_event(match: re.Match[str], year: int) -> Time | None:
    if match["every"]:
        return None
    own = _year_of(match, year)
    proposed = day_of(own, 8, 31) if own and match["term"] == "秋" else None
    return replace(_time(match, year, None, late=True, is_event=True), proposed=proposed)


def _time(
    match: re.Match[str],
    year: int,
    last: date | None,
    *,
    late: bool,
    is_month: bool = False,
    is_event: bool = False,
) -> Time:
    facts = match.groupdict()
    stated = facts.get("year") or facts.get("from_year")
    past = facts.get("other") in tuple(_PAST) or bool(stated and year and _full_year(stated) < year)
    past = past and not (last and year and last.year >= year)
    return Time(
        match.start(),
        match.end(),
        match[0],
        last,
        late,
        is_month=is_month,
        is_past=past,
        is_event=is_event,
    )


def _year_of(match: re.Match[str], year: int) -> int:
    if match["year"]:
        return _full_year(match["year"])
    other = match["other"] or ""
    if not year or not other:
        return year
    return year + 1 if other in _NEXT else year - 1 if other in _PAST else year


def _full_year(text: str) -> int:
    return arabic_number(text) or year_number(text.replace("○", "〇")) or 0


def _small(text: str) -> int:
    return arabic_number(text) or chinese_number(text) or 0
