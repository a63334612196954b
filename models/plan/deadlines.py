"""Until when a task is to be done, by the times in its words or where a form asks for one (完成时限：).

``times`` knows what a time is; here is told whether it is a deadline:

- It counts if it ends with 前, if it leads in a clause (上半年，…; 力争9月底…), or if what is done by then follows at
  once (项目9月底竣工). 上半年 in the middle of a clause (总结上半年工作) is a topic.
- It counts for the words it stands in. At the head of a sentence, before a comma (年底前，…), it counts for all of it.
- What recurs (每月25日前), begins (9月1日起), belongs to a thing (8月31日前年满6周岁儿童), stands in quotes or 《》, or
  lies before the plan's year is none; nor is what has no end (全年, 长期坚持) or no day to count from (30日内, 第13周).
- Of several in one task the last counts, and ``ambiguous_deadline`` tells the one that was passed over.
- A year beyond the plan's counts as it stands (到2025年 is 2025-12-31): the task is not late before then.
- A time whose last day cannot be told (9月前, 春节前) is told, too, and no day is taken for it.

>>> find_deadline("6月底前完成验收", 2024), find_deadline("总结上半年工作", 2024), ambiguous_deadline("9月前完成", 2024)
(datetime.date(2024, 6, 30), None, '9月前')
>>> read_due("2024.6", 2024), read_due("长期坚持", 2024)
(datetime.date(2024, 6, 30), None)
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from models.plan.times import Time, day_of, month_end, read_times
from models.plan.words import ADVERBS, VERBS

_BLANK = r"[ \u3000]?"
_WRITTEN = re.compile(
    rf"(?<![0-9])(20[0-9]{{2}}){_BLANK}[.\-/．－]{_BLANK}([0-9]{{1,2}})(?:{_BLANK}[.\-/．－]{_BLANK}([0-9]{{1,2}}))?(?![0-9])"
    r"|(?<![0-9])(20[0-9]{2})([01][0-9])([0-3][0-9])(?![0-9])"
)  # as forms are filled in
_MONTH_AND_DAY = re.compile(r"(?<![0-9.])([0-9]{1,2})[./．]([0-9]{1,2})(?![0-9.%])")
_ONLY_YEAR = re.compile(r"(20[0-9]{2})\s?年?(?:[以之]?前)?(?:完成|全年)?")
_FIVE_YEARS = re.compile(r"十([三四五六七八])五")
_QUOTED = re.compile(r"《[^《》]*》|“[^“”]*”|「[^「」]*」|\"[^\"\n]*\"")
_KEPT_IN_QUOTES = re.compile(r"[“\"](?:[一二三四五六七八九十]{2,3})[”\"]")
_LEADS_TO_TIME = (
    *"，,。；;：:（(【〔 \t\n\u3000、于在到至将拟并和及与须应需要",
    *(
        "力争",
        "争取",
        "确保",
        "计划",
        "原则上",
        "预计",
        "截至",
        "截止",
        "最迟",
        "务必",
        "保证",
        "力求",
        "约",
        "可",
        "不超过",
    ),
)
_DONE = re.compile(
    r"(?:全部|全面|基本|如期|顺利|正式|统一|建设|陆续|分批)*"
    r"(?:完成|建成|竣工|完工|交付|投用|投入使用|启用|验收|办结|到位|上报|报送|印发|出台|结束|达标|封顶|开工|启动|挂牌|试运行)(?!的|情况)"
)  # what is done by a time that does not lead in
_NO_END = re.compile(
    r"全年|长期|持续|常年|常态|经常|日常|平时|每|按[月季年周]|逐[月季年周]|随时|适时|即时|及时|实时|立即|马上|不定期|不间断|贯穿"
    r"|常抓不懈|立行立改|即知即改|视情|[月日年]起(?:$|[，,；;])|即日起|(?:按照?|根据)(?:上级|要求|规定|通知|计划|时|需要|工作|安排|省|市|国家)|年度"
)
_BEGINS = ("起", "开始", "以来", "以后", "之后", "后")
_OF_A_THING = re.compile(r"的|年满|满[0-9０-９一二三四五六七八九十]|出生|已|毕业|入职|参加工作|取得|在编|在岗")
_DATES_A_THING = re.compile(
    r"[^，,；;。的]{0,4}(?:印发|发布|下发|制定|召开|出台|颁布|公布|举办|成立|建成|开展|实施|施行|修订|投用|通过)的"
)
_RECURS = ("每", "每年", "每个", "每学年", "每学期", "每届", "历年", "逐年", "各年")
_IN_BRACKET = re.compile(r"[（(][^（()）]{2,8}[）)](?:[、，,；;。]|$)")  # 运动会（5月）、艺术展演（10月）
_SEVERAL = re.compile(r"前者|后者|分别|各|[前末底日月度]、|其中|其余|其他")
_LIST_MARKS = ("、", "和", "及", "与", "或")
_BY_TURNS = re.compile(r"[^，,；;。]{0,6}?(?:各|分别|均|依次|分两|两次)")
_STARTS = re.compile(r"[^，,；;。]{0,12}?(?:启动|开始|开工|着手|动工|起步|部署)")
_ACTS = tuple(VERBS)
_ONLY_THE_YEAR = re.compile(r"(?:20[0-9]{2}\s?年度?|[今本]年度?)(?=[，,]|$)")
_HEAD_OF_SENTENCE = re.compile(r"[^，,；;。]{1,24}[，,]")


def find_deadline(text: str, year: int) -> date | None:
    """Return the last of the deadlines that a wording states, or None.

    Args:
        text: the wording of one task.
        year: the plan's year, for times that name none; 0 if the plan has no year.
    """
    return max((time.last for time in _stated(text, year) if time.last), default=None)


def leading_deadline(sentence: str, year: int) -> date | None:
    """Return the deadline at the head of a sentence that counts for all of it: 年底前，完成改造，建立台账."""
    head = _HEAD_OF_SENTENCE.match(sentence.lstrip())
    if not head or skip_time(head[0][:-1]) != len(head[0]) - 1:
        return None
    return find_deadline(head[0], year)


def read_due(value: str, year: int) -> date | None:
    """Return the deadline that somebody wrote where a time is asked for: 6月, 2024.6.30, 年底, 第三季度, 2025年."""
    found = [_written(match) for match in _WRITTEN.finditer(value)]
    rest = _WRITTEN.sub("；", value)
    times = read_times(rest, year)
    for index, time in enumerate(times):
        if not rest.startswith(_BEGINS, time.end) and not _recurs(rest, times, index):
            found.append(time.last)
    five_years = _FIVE_YEARS.search(rest)
    only_year = _ONLY_YEAR.fullmatch(rest.strip())
    if not any(found) and not times:
        if only_year and "前" not in rest:
            found.append(date(int(only_year[1]), 12, 31))
        elif five_years:
            found += [time.last for time in read_times(f"{five_years[0]}末", year)]
        elif year and (match := _MONTH_AND_DAY.search(rest)):
            found.append(day_of(year, int(match[1]), int(match[2])))
    return max((day for day in found if day), default=None)


def is_unread_due(value: str, year: int) -> bool:
    """Tell whether a person should look at what stands where a time is asked for.

    That is so if it is neither a day nor said to have no end, if the day lies before the plan's year, or if there are
    several that are not stages of one piece of work (前者8月底前，后者12月底前).
    """
    due = read_due(value, year)
    if due is not None:
        return due.year < year or _names_several(value, year)
    return any(map(str.isalnum, value)) and not _NO_END.search(value)


def _names_several(value: str, year: int) -> bool:
    days = {time.last for time in read_times(value, year) if time.last}
    return len(days) > 1 and _SEVERAL.search(value) is not None


def has_no_end(text: str) -> bool:
    """Tell whether words say that work goes on without a last day: 全年, 长期坚持, 每月25日前."""
    return _NO_END.search(text) is not None


def ambiguous_deadline(text: str, year: int) -> str:
    """Return a time in a wording that a person has to decide on; nothing if all is plain.

    That is one whose last day cannot be told (9月前), or the earlier one of two that are not said to take turns.
    """
    if not year:
        return ""
    stated = list(_stated(text, year))
    days = sorted({time.last for time in stated if time.last})
    if not days:
        return next((time.text for time in stated if time.last is None), "")
    for time, following in pairwise(stated):
        listed = text[time.end : following.start] in _LIST_MARKS and _BY_TURNS.match(text, following.end)
        if time.last != following.last and not listed and not _STARTS.match(text, time.end):
            passed_over = min((time, following), key=lambda each: each.last or date.min)
            return passed_over.text
    return ""


def proposed_deadline(text: str, year: int) -> date | None:
    """Return a likely day for a time without one: the last before an autumn term begins is 31 August."""
    return next((time.proposed for time in read_times(text, year) if time.proposed), None)


def skip_time(text: str) -> int:
    """Return where the words behind a time at the beginning of a clause begin; 0 if it begins with none."""
    first = next(iter(read_times(text, 2024)), None)  # where it ends is the same in any year
    if first is None or first.start:
        year = _ONLY_THE_YEAR.match(text)
        return year.end() if year else 0
    return first.end if first.late or not text[first.end :].startswith(("的", "工")) else 0


def _stated(text: str, year: int) -> Iterator[Time]:
    """Run through the times in a wording that say until when."""
    shown = _QUOTED.sub(_covered, text)
    times = read_times(shown, year)
    for index, time in enumerate(times):
        if time.is_past or shown.startswith(_BEGINS, time.end) or _recurs(shown, times, index):
            continue
        if _is_of_a_part(shown, time):
            continue
        if time.late:
            if not _OF_A_THING.match(shown, time.end):
                yield time
        elif (_stands_first(shown, time) and _is_adverb(shown, time)) or _DONE.match(shown, time.end):
            yield time


def _is_of_a_part(text: str, time: Time) -> bool:
    """Tell whether a clause speaks of a part of the task only: 其中教师节、国庆节前各1次."""
    near = max(0, time.start - 60)
    start = max(near, *(text.rfind(mark, near, time.start) for mark in "，,；;。：:"))
    return text.find("其中", start, time.start) >= 0


def _covered(quoted: re.Match[str]) -> str:
    """Return as many characters without meaning; but “七一” and “十四五” are times, and are not covered."""
    return quoted[0] if _KEPT_IN_QUOTES.fullmatch(quoted[0]) else "＊" * len(quoted[0])


def _recurs(text: str, times: list[Time], index: int) -> bool:
    """Tell whether a time comes back: 每年6月、12月底前."""
    while index and text[times[index - 1].end : times[index].start] in _LIST_MARKS:
        index -= 1
    return text[max(0, times[index].start - 3) : times[index].start].endswith(_RECURS)


def _stands_first(text: str, time: Time) -> bool:
    return not time.start or text.endswith(_LEADS_TO_TIME, 0, time.start)


def _is_adverb(text: str, time: Time) -> bool:
    """Tell a time that says when (上半年完成) from one that belongs to a name (2021年5月活动月)."""
    if text.startswith(("的", "工作", "总结", "教育"), time.end) or _DATES_A_THING.match(text, time.end):
        return False
    if time.is_month:
        if _IN_BRACKET.match(text, max(0, time.start - 1)):
            return True
        leads_in = text.startswith((*_ACTS, *ADVERBS, "，", ",", "分别", "各"), time.end) or time.end == len(text)
        return leads_in or _DONE.match(text, time.end) is not None
    return True


def _written(match: re.Match[str]) -> date | None:
    year, month, day = (match[1], match[2], match[3]) if match[1] else (match[4], match[5], match[6])
    return day_of(int(year), int(month), int(day)) if day else month_end(int(year), int(month))
