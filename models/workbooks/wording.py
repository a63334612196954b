"""The words of the sheets, and cells that hold more than one fact: how each is said, and how it is read back.

Every ``…_text`` has its ``parse_…`` beside it, which accepts exactly what the first one writes and returns None for
anything else. The sheets are Chinese whatever the language of the window.
"""

import re

from models.core.numbers import chinese_numeral
from models.core.periods import Period, PeriodKind, periods_of_year
from models.core.vocabulary import Direction, Light, Status

SHEET_NAME = "进展填报表"
ABSENT = "—"
NOTHING = "无"
PAGES = "第 &P 页，共 &N 页"  # &P and &N are the page and their number
SAME_TASK = "（同上）"
DRAFT = "草稿"
DRAFT_HEADER = "草　稿"  # at the top of each printed page of a draft
DRAFT_NOTE = "本表是草稿：没有完成签批，只供核对，不作为填报的依据；正式的填报表没有“草稿”字样。"
NOTE = "本表已加电子签名，改动任何一格或重新保存都会使签名失效；纸质件与电子件以数据校验码核对。"

UNIT_NAME = "填报单位："
UNIT_CODE = "单位代码："
PERIOD = "填报期："
DOCUMENT = "依据文件："
DOCUMENT_NUMBER = "文号："
SUPERSEDES = "代替："
CHECK_CODE = "数据校验码："
PLAN_ID = "要点编号："
FINGERPRINT = "签名指纹："
FILLED_BY = "填报人："
PHONE = "联系电话："
REVIEWED_BY = "审核人："
UNIT_HEAD = "单位负责人（签字）："
FILLED_ON = "填报日期："
SIGNED_AT = "签批时间："
SEAL = "单位（盖章）："

EVIDENCE_MARK = "序号"
EVIDENCE_NAME = "文件名"
EVIDENCE_SIZE = "大小"
EVIDENCE_TASK = "任务编号"
EVIDENCE_SUM = "SHA-256"

STATUS = {
    Status.NOT_STARTED: "未启动",
    Status.IN_PROGRESS: "推进中",
    Status.COMPLETED: "已完成",
    Status.BEHIND: "滞后",
    Status.DEFERRED: "暂缓",
}
LIGHT = {Light.GREEN: "● 绿", Light.YELLOW: "▲ 黄", Light.RED: "■ 红", Light.NONE: "○ 未报"}

_NO_DATA = "无数据："
_AT_MOST = "；上限"
_NO_PART = "〇"  # where the document has none
_GROUP = re.compile(r"([〇一二三四五六七八九十]+)、(.*)　·　(0|[1-9][0-9]{0,3})．(.*)")
_TITLE = re.compile(r"([1-9][0-9]{3})年工作要点进展填报表(（草稿）)?")
_FORM = re.compile(r"表式：(.+) 第([1-9][0-9]{0,2})版")
_EVIDENCE = re.compile(r"佐证材料　·　([1-9][0-9]{0,3})个文件")
_SEQUENCE = re.compile(r"第([1-9][0-9]{0,5})次填报(?:，代替第([1-9][0-9]{0,5})次)?")
_PERIOD = re.compile(r"([1-9][0-9]{3})年.+")


def title_text(year: int, *, draft: bool = False) -> str:
    """Say the title.

    >>> title_text(2021), title_text(2021, draft=True)
    ('2021年工作要点进展填报表', '2021年工作要点进展填报表（草稿）')
    """
    return f"{year}年工作要点进展填报表" + (f"（{DRAFT}）" if draft else "")


def parse_title(text: str) -> tuple[int, bool] | None:
    """Read the year of a title, and whether it is a draft's."""
    match = _TITLE.fullmatch(text)
    return (int(match[1]), match[2] is not None) if match else None


def form_text(version: int, *, sheet_name: str = SHEET_NAME) -> str:
    """Say the version of a format, in words; in the canonical form it is a line of its own."""
    return f"表式：{sheet_name} 第{version}版"


def parse_form(text: str, *, sheet_name: str = SHEET_NAME) -> int | None:
    """Read a version of a format."""
    match = _FORM.fullmatch(text)
    return int(match[2]) if match and match[1] == sheet_name else None


def evidence_text(count: int) -> str:
    """Say the heading above the list of evidence files."""
    return f"佐证材料　·　{count}个文件"


def evidence_mark(place: int) -> str:
    """Say the how-manieth file of the list it is."""
    return f"佐证{place}"


def parse_evidence(text: str) -> int | None:
    """Read how many files the list below has."""
    match = _EVIDENCE.fullmatch(text)
    return int(match[1]) if match else None


def period_text(period: Period) -> str:
    """Say a period with the day up to which it counts."""
    return f"{period.official_name}（截至{period.last_month}月{period.ends_on.day}日）"


def parse_period_text(text: str) -> Period | None:
    """Read a period."""
    match = _PERIOD.fullmatch(text)
    if not match or not 1900 <= int(match[1]) <= 9998:
        return None
    periods = (period for kind in PeriodKind for period in periods_of_year(int(match[1]), kind))
    return next((period for period in periods if period_text(period) == text), None)


def sequence_text(sequence: int, supersedes: int = 0) -> str:
    """Say the how-manieth return of its period this is, and which one it takes the place of.

    >>> sequence_text(1), sequence_text(3, 2)
    ('第1次填报', '第3次填报，代替第2次')
    """
    return f"第{sequence}次填报" + (f"，代替第{supersedes}次" if supersedes else "")


def parse_sequence(text: str) -> tuple[int, int] | None:
    """Read a sequence number and that of the return that was superseded, which may be 0: none."""
    match = _SEQUENCE.fullmatch(text)
    return (int(match[1]), int(match[2] or 0)) if match else None


def group_text(part_number: int, part_title: str, item_number: int, item_title: str) -> str:
    """Say a part and an item.

    >>> group_text(3, "推进发展", 6, "突破基础教育")
    '三、推进发展\\u3000·\\u30006．突破基础教育'
    """
    return f"{_part_numeral(part_number)}、{part_title}　·　{item_number}．{item_title}"


def parse_group(text: str) -> tuple[int, str, int, str] | None:
    """Read a part and an item."""
    match = _GROUP.fullmatch(text)
    if not match:
        return None
    part = next((number for number in range(100) if _part_numeral(number) == match[1]), None)
    return None if part is None else (part, match[2], int(match[3]), match[4])


def indicator_text(name: str, unit: str, direction: Direction) -> str:
    """Say an indicator with its unit; a ceiling is marked.

    >>> indicator_text("近视率", "%", Direction.AT_MOST), indicator_text("示范校", "", Direction.AT_LEAST)
    ('近视率（%；上限）', '示范校（—）')
    """
    return f"{name}（{unit or ABSENT}{_AT_MOST if direction is Direction.AT_MOST else ''}）"


def parse_indicator(text: str) -> tuple[str, str, Direction] | None:
    """Read an indicator; its unit stands in the last pair of brackets, which may hold others."""
    parts = parse_bracket(text)
    if parts is None:
        return None
    name, unit = parts
    direction = Direction.AT_MOST if unit.endswith(_AT_MOST) else Direction.AT_LEAST
    unit = unit.removesuffix(_AT_MOST)
    return name, "" if unit == ABSENT else unit, direction


def parse_bracket(text: str) -> tuple[str, str] | None:
    """Part a text from what stands in the pair of brackets at its end, which may hold others.

    >>> parse_bracket("示范校（所（个））")
    ('示范校', '所（个）')
    """
    if not text.endswith("）"):
        return None
    depth = 0
    for index in range(len(text) - 1, -1, -1):
        depth += {"）": 1, "（": -1}.get(text[index], 0)
        if depth == 0:
            return text[:index], text[index + 1 : -1]
    return None


def no_data_text(reason: str) -> str:
    """Say that there is no figure, and why."""
    return _NO_DATA + reason


def parse_no_data(text: str) -> str | None:
    """Read why there is no figure."""
    return text.removeprefix(_NO_DATA) or None if text.startswith(_NO_DATA) else None


def parse_status(text: str) -> Status | None:
    """Read a status; None also for what is none."""
    return next((status for status, word in STATUS.items() if word == text), None)


def parse_light(text: str) -> Light | None:
    """Read a light."""
    return next((light for light, word in LIGHT.items() if word == text), None)


def _part_numeral(number: int) -> str:
    if not 0 <= number <= 99:
        raise ValueError(f"no numeral for part {number}")
    return chinese_numeral(number) or _NO_PART
