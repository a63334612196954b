"""Numbers that are amounts to be reached, told from the many that are not.

A figure counts if it is written in digits and followed by a unit: a measure word (所, 名, 场), a measure (元, 亩), a
percent sign, or, behind 万 or 亿, by people (100万中小学生), whom Chinese may count without a measure word. A number in
Chinese numerals counts only from ten on, and directly behind its verb or at the clause's end (举办三十场, 举办宣讲
三十场), because smaller ones make names and set phrases (两案九制, 四种形态, 三个课堂); behind the noun that it counts
(新建幼儿园三所), in a rate (每月一次) and as 百分之 any does. None of these is a figure, and the reason is a rule of
writing each time:

1. in quotes, 《》 or brackets: part of a name, or an aside;
2. an ordinal (第二届), a rank (前100名) or part of a code (IPV6, 5G, V2.0);
3. followed by no unit (1155工程, 7大联赛), or by a unit of the calendar or of rank (年, 月, 届, 级, 周年, 小时);
4. a rate for each place or person (每校2名, 各1名, 人均), whose sum the document does not state;
5. where something starts from (从71%), is already (已建成, 现有, 全市11个), or one end of a range (3至5个);
6. the ground or the manner of other work (围绕5个方面, 按照3项原则).

A rate for a stretch of time (每季度2次) is a figure, for its sum over the year is certain. Where a figure starts from
is kept beside it (从71%提高到80%). Of 4 and 5, and of figures in brackets, ``doubtful_figures`` tells, for a person
may know better.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from models.core.numbers import NotANumber, checked_amount, parse_amount
from models.core.vocabulary import Direction, Per
from models.plan.clauses import skip_opening, verbs_at
from models.plan.model import Span
from models.plan.numerals import chinese_number
from models.plan.sentences import Enclosures
from models.plan.words import word_list

# Longer ones first: 人次 before 人.
_UNITS = word_list("""
    个百分点 百分点 微克/立方米 毫克/立方米 个工作日 工作日 美元 平方千米 千米 km ㎡ 岁 天
    平方公里 平方米 立方米 万平方米 公里 公斤 公顷 千瓦 人次 场次 班次 批次 课时 学时 学分 门次 件次
    家次 台套 人 个 所 名 期 场 次 套 口 种 项 件 家 辆 台 间 处 座 条 篇 门 节 部 册 本 批 支 对 户 亩 米 元 吨 张 份
    幅 例 组 类 片 株 棵 只 头 班 位 轮 校 县 镇 村 站 园 堂 块 首 把 艘 架 栋 幢 盏 枚 倍 分 顶 床 尾
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
    rf"(?P<digits>{_DIGITS})\s?[余多]?(?P<scale>[百千万亿]{{0,2}})[余多]?\s?"
    rf"(?:(?P<unit>[%％‰]|{'|'.join(_UNITS)})|(?=[\u4e00-\u9fff]{{0,6}}?(?P<people>{'|'.join(_PEOPLE)})))"
)
_NUMERAL = r"[一二两三四五六七八九十百千][一二三四五六七八九十百千零]*"
_SPELLED = re.compile(
    rf"(?P<digits>{_NUMERAL})(?P<scale>[万亿]?)[余多]?(?P<unit>人次|场次|平方米|场|次|期|名|所|家|套|台|篇|件|个|人|项|辆|间|座|处|册|本|门|节|户|亩|元|部|条|班)"
)
# Neither a known unit nor one of the calendar, of rank, or of names (7大联赛).
_UNMEASURED = re.compile(
    rf"(?P<digits>{_DIGITS})\s?[百千万亿]{{0,2}}[余多]?(?P<word>(?![年月日号时点届级周岁季度大字条款版期世轮]|工程|行动|计划)[\u4e00-\u9fff℃])"
)
_SHARE = re.compile(rf"百分之(?P<digits>{_NUMERAL})(?:点(?P<places>[一二三四五六七八九零〇]+))?")
# Units that begin another word: 3个月, 5人大代表, 2期间, 1次性.
_OTHER_WORD = re.compile(
    r"(?<=天)[然气津文桥河山窗内前后]|(?<=工作日)[内前后]|(?<=岁)(?!以[上下内](?![\u4e00-\u9fff]))[\u4e00-\u9fff]"
    r"|(?<=个)(?:月|小时|工作日|学期|年|一(?![个所名家项场次]))|(?<=人)(?:大|民|均|才|工|类|员)|(?<=期)间|(?<=次)性"
    r"|(?<=名)[录单]|(?<=本)科|(?<=部)门|(?<=分)[别之钟类级析批期管享布工解局秒校院区层步]|(?<=县)级|(?<=位)一体"
    r"|(?<=项)?目标$|(?<=门)槛|(?<=节)[点假]|(?<=班)子|(?<=组)[织长]|(?<=类)别|(?<=园)区|(?<=站)位"
)
_SET_PHRASE = "第、和与个百千万"
# Behind its noun at the clause's end (新建幼儿园三所) such a measure counts things, however few; 个, 项 and 期 do not
# tell things from names there (迈上一个台阶, 二期).
_COUNTED = {"所", "名", "场", "场次", "人次", "家", "套", "台", "间", "座", "处", "册", "篇", "本"}
_END_MARKS = " \t\n\u3000，,。；;.．"
_BEFORE_CODE = re.compile(r"[A-Za-z0-9０-９.．\-－–—~～/×:：]\s?$")
_BEFORE_ORDINAL = re.compile(r"[第前]\s?$")
_BEFORE_RANGE = re.compile(r"[0-9０-９%％万亿人个名所场次][至到]$")
_PERIOD = r"每个?(?P<per>月|季度?|半年|年度?|学期|学年)"
_RATE = re.compile(r"每[^，,。；;、]{0,8}$|人均$|校均$|年均$|平均$|各$|各[^，,。；;、年]{0,3}不[少低]于$")
_PER_PERIOD = re.compile(rf"{_PERIOD}[^，,。；;、每]{{0,14}}$")
_PERIODS = {"月": Per.MONTH, "季": Per.QUARTER, "季度": Per.QUARTER, "半年": Per.HALF, "学期": Per.HALF}
_STARTED = r"(?:20\d\d年|去年|上年|目前|现在|原来|当前|上一年)?[底末初]?的?"
_START = re.compile(rf"[从由自]{_STARTED}$")
_BASELINE = re.compile(
    rf"[从由自]{_STARTED}(?P<digits>{_DIGITS})\s?(?P<scale>[百千万亿]{{0,2}})[余多]?(?P<unit>[^0-9０-９，,。；;]{{0,14}}?)[到至]$"
)
_ALREADY = re.compile(r"已(?!完)|现有|原有|去年|上年|[全][市县区省校国]$|[这该上述等]\s?$|其他$|其余$")
_GROUND = re.compile(r"(?:^|[，,])(?:紧紧|进一步)?(?:围绕|聚焦|按照|根据|依据|针对|瞄准|对照|紧扣|坚持)[^，,]{0,12}$")
_AFTER_RANGE = re.compile(r"\s?[至到\-－~～—]\s?[0-9０-９]")
_AT_MOST_BEFORE = re.compile(
    r"(?:控制[在到至]|限[定制]在|不(?:得|能)?(?:超过|高于|多于|大于)|(?<!不)(?<!不得)(?:低于|少于|小于)"
    r"|(?:下?降|降低|减少|压[减缩降]|缩[小减短])(?:到|至)|[≤<＜])"
    r"\s?[约近]?$"
)
_REACH = 40  # characters
_AT_MOST_AFTER = re.compile(r"(?:及|或|或者)?(?:以内|以下|之内|以里)")


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount for the year: ``span`` is number and unit, ``value`` is in the base ``unit``."""

    span: Span
    value: Decimal
    unit: str
    direction: Direction
    baseline: Decimal | None = None
    per: Per | None = None


def find_figures(source: str, enclosures: Enclosures, clause: Span) -> list[Figure]:
    """List the amounts to be reached that one clause states, in order."""
    text = source[clause.start : clause.end]
    if not any(c.isdecimal() or c in "一二两三四五六七八九十百千" for c in text):
        return []
    figures = []
    for match in _FIGURE.finditer(text):
        if not enclosures.protects(clause.start + match.start()) and _is_target(text, match):
            unit = (match["unit"] or "人").replace("％", "%")
            value = _value(match["digits"], match["scale"])
            if value is not None:
                figures.append(_figure(text, match, clause.start, value, unit))
    for match, value, unit in _spelled(text):
        if not enclosures.protects(clause.start + match.start()):
            figures.append(_figure(text, match, clause.start, value, unit))
    return sorted((each for each in figures if each), key=lambda each: each.span.start)


def doubtful_figures(source: str, enclosures: Enclosures, clause: Span) -> Iterator[Span]:
    """Run through the figures that are none by the rules 4 and 5, stand in a bracket, or have no known unit."""
    text = source[clause.start : clause.end]
    for match in _FIGURE.finditer(text):
        before, behind = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 6]
        if _BEFORE_CODE.search(before) and not re.search(r"[\d名个所场次人%][\-－–—~～]$", before):
            continue
        if match["unit"] is None or _OTHER_WORD.match(text, match.end()) or _BEFORE_ORDINAL.search(before):
            continue
        at = clause.start + match.start()
        is_range = bool(
            _AFTER_RANGE.match(behind) or re.search(r"[\d%％][\-－–—~～]$", before) or _BEFORE_RANGE.search(before)
        )
        is_rate = bool(_RATE.search(before)) and not _PER_PERIOD.search(_before(text, match))
        if enclosures.in_bracket_only(at) or (not enclosures.protects(at) and (is_range or is_rate)):
            if _AFTER_RANGE.match(behind):
                continue  # the other end of the range tells of both
            yield Span(at, clause.start + match.end())
    yield from _unmeasured(text, enclosures, clause.start)


def _unmeasured(text: str, enclosures: Enclosures, offset: int) -> Iterator[Span]:
    """Run through the numbers in front of a word that is no known unit and no word of the calendar or of rank."""
    measured = [match.span() for match in _FIGURE.finditer(text)]
    starts = [start for start, _ in measured]
    for match in _UNMEASURED.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        last = bisect_left(starts, match.end()) - 1
        known = last >= 0 and measured[last][1] > match.start()
        if known or enclosures.protects(offset + match.start()):
            continue
        if not (_BEFORE_CODE.search(before) or _BEFORE_ORDINAL.search(before)):
            yield Span(offset + match.start(), offset + match.end())


def _is_target(text: str, match: re.Match[str]) -> bool:
    before, after = _before(text, match), text[match.end() : match.end() + 6]
    if match["unit"] is None and not match["scale"]:
        return False
    if _OTHER_WORD.match(text, match.end()) or _AFTER_RANGE.match(after):
        return False
    if _RATE.search(before[-12:]) and not _PER_PERIOD.search(before):
        return False
    if _GROUND.search(before):
        return False  # 6
    refusals = [_BEFORE_CODE, _BEFORE_ORDINAL]
    if not _BASELINE.search(before):
        refusals += [_BEFORE_RANGE, _START]
    return not any(refusal.search(before[-12:]) for refusal in refusals) and not _ALREADY.search(before[-12:])


def _before(text: str, match: re.Match[str]) -> str:
    """Return the words before a figure that can say what it is; no more, so that a long clause costs no more."""
    return text[max(0, match.start() - _REACH) : match.start()]


def _value(digits: str, scale: str) -> Decimal | None:
    try:
        return parse_amount(digits + scale)
    except NotANumber:
        return None  # more digits than an amount can have: a serial number


def _spelled(text: str) -> Iterator[tuple[re.Match[str], Decimal, str]]:
    """Run through the amounts in Chinese numerals."""
    for match in _SHARE.finditer(text):
        whole = chinese_number(match["digits"])
        places = "".join(str("〇一二三四五六七八九".index(c.replace("零", "〇"))) for c in match["places"] or "")
        if whole is not None:
            yield match, Decimal(f"{whole}.{places or 0}"), "%"
    _, verb_end = verbs_at(text, skip_opening(text))
    text_end = len(text.rstrip(_END_MARKS))
    for match in _SPELLED.finditer(text):
        number = chinese_number(match["digits"].replace("两", "二"))
        before = _before(text, match)
        if not number or _OTHER_WORD.match(text, match.end()) or before.endswith("百分之"):
            continue
        value = Decimal(number) * {"": 1, "万": 10_000, "亿": 100_000_000}[match["scale"]]
        is_rate = bool(_PER_PERIOD.search(before))
        ends_clause = match.end() == text_end or text[match.end()] in "，,；;"
        stands_free = bool(verb_end) and (
            match.start() == verb_end
            or (ends_clause and text[match.start() - 1] not in _SET_PHRASE)
            or bool(re.search(r"(?:不(?:少|低|超过|高|多)于?|达到?|完成|共|约|近)$", before))
        )
        counts_things = match["unit"] in _COUNTED and 0 < verb_end <= match.start() and ends_clause
        if is_rate or (stands_free and (value >= 10 or counts_things)):
            yield match, value, match["unit"]


def _figure(text: str, match: re.Match[str], offset: int, value: Decimal, unit: str) -> Figure | None:
    before = _before(text, match)
    at_most = _AT_MOST_BEFORE.search(before[-8:]) or _AT_MOST_AFTER.match(text, match.end())
    start = _BASELINE.search(before)
    rate = _PER_PERIOD.search(before) if unit not in {"%", "‰", "元"} else None
    per = (_PERIODS.get(rate["per"], Per.YEAR)) if rate else None
    try:
        value = checked_amount(value * (per.times if per else 1))
    except NotANumber:
        return None
    return Figure(
        span=Span(offset + match.start(), offset + match.end()),
        value=value,
        unit=unit,
        direction=Direction.AT_MOST if at_most else Direction.AT_LEAST,
        baseline=_value(start["digits"], start["scale"]) if start else None,
        per=per,
    )
