"""Numbers that are amounts to be reached, told from the many that are not.

A figure counts if it is written in digits and followed by a unit: a measure word (所, 名, 场), a measure (元, 亩), a
percent sign, or, behind 万 or 亿, by people (100万中小学生), whom Chinese may count without a measure word. A number in
Chinese numerals counts only from ten on, and directly behind its verb or at the clause's end (举办三十场, 举办宣讲
三十场), because smaller ones make names and set phrases (两案九制, 四种形态, 三个课堂). None of these is a figure, and
the reason is a rule of writing each time:

1. in quotes, 《》 or brackets: part of a name, or an aside;
2. an ordinal (第二届), a rank (前100名) or part of a code (IPV6, 5G, V2.0);
3. followed by no unit (1155工程, 7大联赛), or by a unit of the calendar or of rank (年, 月, 届, 级, 周年, 小时);
4. a rate (每校2名, 各1名, 每季度2次), which is not a sum to be reached;
5. where something starts from (从71%), is already (已建成, 现有), or one end of a range (3至5个).
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from models.core.numbers import NotANumber, parse_amount
from models.core.vocabulary import Direction
from models.plan.clauses import skip_opening, verbs_at
from models.plan.model import Span
from models.plan.numerals import chinese_number
from models.plan.sentences import Enclosures
from models.plan.words import word_list

# Longer ones first: 人次 before 人.
_UNITS = word_list("""
    个百分点 百分点 平方公里 平方米 立方米 公里 公斤 千瓦 人次 场次 班次 课时 学时 门次 件次 家次 台套 人 个 所
    名 期 场 次 套 口 种 项 件 家 辆 台 间 处 座 条 篇 门 节 部 册 本 批 支 对 户 亩 米 元 吨 张 份 幅 例 组 类
    片 株 棵 只 头 班 位 轮 校 县 镇 村 站 园 堂 块 首 把 艘 架 栋 幢 盏 枚
""")
_PEOPLE = word_list("""
    学生 教师 师生 职工 干部 党员 群众 居民 村民 人员 儿童 青少年 家长 校长 员工 农民 老人 老年人 志愿者 毕业生
    劳动力 市民 考生 幼儿 人才 适龄人口
""")
# Bounded, so that a line of a million digits costs no more than any other.
_DIGITS = (
    r"(?<![0-9０-９])[0-9０-９]{1,16}(?![0-9０-９])(?:[,，][0-9０-９]{3}(?![0-9０-９])){0,5}(?:[.．][0-9０-９]{1,8})?"
)
_FIGURE = re.compile(
    rf"(?P<digits>{_DIGITS})\s?(?P<scale>[百千万亿]{{0,2}})[余多]?\s?"
    rf"(?:(?P<unit>[%％]|{'|'.join(_UNITS)})|(?=[\u4e00-\u9fff]{{0,6}}?(?P<people>{'|'.join(_PEOPLE)})))"
)
_SPELLED = re.compile(
    r"(?P<digits>[一二两三四五六七八九十][一二三四五六七八九十百千]*)(?P<unit>人次|场次|场|次|期|名|所|家|套|台|篇|件)"
)
# Units that begin another word: 3个月, 5人大代表, 2期间, 1次性.
_OTHER_WORD = re.compile(
    r"(?<=个)(?:月|小时|工作日|学期|年)|(?<=人)(?:大|民|均|才|工|类)|(?<=期)间|(?<=次)性|(?<=名)[录单]|(?<=本)科|(?<=部)门"
)
_SET_PHRASE = "第、和与个百千万"
_END_MARKS = " \t\n\u3000，,。；;.．"
_BEFORE_CODE = re.compile(r"[A-Za-z0-9０-９.．\-－–—~～/×:：]\s?$")
_BEFORE_ORDINAL = re.compile(r"[第前]\s?$")
_BEFORE_RANGE = re.compile(r"[0-9０-９%％万亿人个名所场次][至到]$")
_RATE = re.compile(r"每[^，,。；;、]{0,8}$|人均$|校均$|年均$|平均$|各$")
_START = re.compile(r"[从由自]$")
_ALREADY = re.compile(r"已|现有|原有|去年|上年")
_AFTER_RANGE = re.compile(r"\s?[至到\-－~～—]\s?[0-9０-９]")
_AT_MOST_BEFORE = re.compile(
    r"(?:控制[在到至]|限[定制]在|不(?:得|能)?(?:超过|高于|多于|大于)|(?<!不)(?<!不得)(?:低于|少于|小于)|(?:下?降|降低|减少|压[减缩降])(?:到|至)|[≤<＜])"
    r"\s?[约近]?$"
)
_AT_MOST_AFTER = re.compile(r"(?:及|或|或者)?(?:以内|以下|之内|以里)")


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount: ``span`` is number and unit, ``value`` is in the base ``unit``."""

    span: Span
    value: Decimal
    unit: str
    direction: Direction


def find_figures(source: str, enclosures: Enclosures, clause: Span) -> list[Figure]:
    """List the amounts to be reached that one clause states, in order."""
    text = source[clause.start : clause.end]
    figures = []
    for match in _FIGURE.finditer(text):
        if not enclosures.protects(clause.start + match.start()) and _is_target(text, match):
            value = _value(match["digits"], match["scale"])
            unit = (match["unit"] or "人").replace("％", "%")
            if value is not None:
                figures.append(_figure(text, match, clause.start, value, unit))
    spelled = _find_spelled(text)
    if spelled and not figures and not enclosures.protects(clause.start + spelled.start()):
        value = Decimal(chinese_number(spelled["digits"]) or 0)
        figures.append(_figure(text, spelled, clause.start, value, spelled["unit"]))
    return figures


def _is_target(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 6]
    if match["unit"] is None and not match["scale"]:
        return False
    if _OTHER_WORD.match(text, match.end()) or _AFTER_RANGE.match(after):
        return False
    refusals = (_BEFORE_CODE, _BEFORE_ORDINAL, _BEFORE_RANGE, _RATE, _START)
    return not any(refusal.search(before) for refusal in refusals) and not _ALREADY.search(before)


def _value(digits: str, scale: str) -> Decimal | None:
    try:
        return parse_amount(digits + scale)
    except NotANumber:
        return None  # more digits than an amount can have: a serial number


def _find_spelled(text: str) -> re.Match[str] | None:
    verbs, verb_end = verbs_at(text, skip_opening(text))
    text_end = len(text.rstrip(_END_MARKS))
    for match in _SPELLED.finditer(text) if verbs else ():
        stands_free = match.start() == verb_end or (
            match.end() == text_end and text[match.start() - 1] not in _SET_PHRASE
        )
        number = chinese_number(match["digits"])
        if stands_free and number and number >= 10 and not _OTHER_WORD.match(text, match.end()):
            return match
    return None


def _figure(text: str, match: re.Match[str], offset: int, value: Decimal, unit: str) -> Figure:
    before = text[max(0, match.start() - 8) : match.start()]
    at_most = _AT_MOST_BEFORE.search(before) or _AT_MOST_AFTER.match(text, match.end())
    span = Span(offset + match.start(), offset + match.end())
    return Figure(span, value, unit, Direction.AT_MOST if at_most else Direction.AT_LEAST)
