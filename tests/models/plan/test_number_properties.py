"""Any amount in any of the usual phrases is read back equal, and no numeral of any text is passed over."""

from dataclasses import dataclass
from decimal import Decimal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.core.vocabulary import Direction, Per
from models.plan import parse_plan
from models.plan.figures import tell_numbers
from models.plan.model import Indicator, Span
from models.plan.numerals import chinese_number
from models.plan.sentences import Enclosures
from models.plan.words import word_list

_DIGITS = "零一二三四五六七八九"


def _below_ten_thousand(number: int) -> str:
    written, zero = "", False
    for power, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        zero = zero or (digit == 0 and bool(written))
        if digit:
            written += ("零" if zero else "") + _DIGITS[digit] + sign
            zero = False
    return written


def in_chinese(number: int) -> str:
    """Write a number as officials do: 10 is 十, 2300 is 两千三百 or 二千三百, 100500 is 十万零五百."""
    if number == 0:
        return "零"
    written, missing = "", False
    for size, sign in ((10**8, "亿"), (10**4, "万"), (1, "")):
        count = number // size % 10_000
        if count:
            gap = bool(written) and (missing or count < 1000)
            written += ("零" if gap else "") + _below_ten_thousand(count) + sign
        missing = bool(written) and not count
    return "十" + written[2:] if written.startswith("一十") else written


@given(number=st.integers(0, 10**9))
@example(10)
@example(100_050_000)
@example(110_000)
def test_chinese_numerals_are_read_back(number: int) -> None:
    written = in_chinese(number)
    assert chinese_number(written) == number
    assert chinese_number(written.replace("二千", "两千").replace("二万", "两万")) == number


@dataclass(frozen=True)
class Amount:
    """A value as written in one of its ways."""

    value: Decimal
    written: str
    unit: str


def _ways(value: int) -> list[str]:
    ways = [
        str(value),
        f"{value:,}",
        f"{value:,}".replace(",", "，"),
        str(value).translate(_FULL_WIDTH),
        in_chinese(value),
    ]
    if value % 1000 == 0 and value >= 10_000:
        ways.append(f"{Decimal(value) / 10_000:f}万")
    if value % 10_000 == 0 and value >= 10**8:
        ways += [
            f"{Decimal(value) / 10**8:f}亿",
            f"{value // 10**8}亿" + (f"{value % 10**8 // 10_000}万" * bool(value % 10**8)),
        ]
    return ways


_FULL_WIDTH = {ord("0") + digit: ord("０") + digit for digit in range(10)}
_UNITS = st.sampled_from(
    word_list("""
    所 个 人 人次 名 位 场 次 期 项 件 篇 套 台 间 平方米 亩 公里 学时 课时 节 门 本 册 支 户 家 条 类 种 分 元
    吨 千瓦 座 处 辆 张 份 笔
    """)
)
_VALUES = (
    st.integers(2, 999)
    | st.integers(1, 10**6).map(lambda n: n * 1000)
    | st.integers(1, 30_000).map(lambda n: n * 10**4)
)
_COUNTS = st.tuples(_VALUES, _UNITS).flatmap(
    lambda pair: st.sampled_from(_ways(pair[0])).map(lambda written: Amount(Decimal(pair[0]), written, pair[1]))
)
_SHARES = st.tuples(st.integers(1, 1000), st.sampled_from(["{}%", "{}％", "{} %"])).map(
    lambda pair: Amount(Decimal(pair[0]) / 10, pair[1].format(Decimal(pair[0]) / 10), "%")
) | st.integers(1, 100).map(lambda n: Amount(Decimal(n), f"百分之{in_chinese(n)}", "%"))
_NOUNS = st.sampled_from(["示范学校", "精品课程", "实践基地", "安全培训", "课后服务", "毛入园率"])
_VERBS = st.sampled_from(["建设", "组织", "开展", "完成", "新增", "培育"])
_FLOORS = st.sampled_from(
    word_list("""
    {noun}达到{n} {noun}达到{n}以上 {noun}不少于{n} {noun}不低于{n} {noun}不得低于{n} {noun}超过{n}
    力争{noun}突破{n} {noun}保持在{n}以上 {noun}稳定在{n} 确保{noun}达{n} {noun}至少{n} {noun}提高到{n}
    将{noun}增加到{n} {noun}≥{n} {verb}{noun}不少于{n} {verb}{noun}{n}以上 共{verb}{noun}达到{n}
    """)
)
_CEILINGS = st.sampled_from(
    word_list("""
    {noun}不超过{n} {noun}不得超过{n} {noun}不高于{n} {noun}不多于{n} 将{noun}控制在{n}以内 {noun}控制在{n}
    {noun}下降到{n}以下 {noun}降到{n} {noun}降至{n}以内 把{noun}压减到{n} {noun}低于{n} {noun}≤{n}
    {noun}减少到{n}
    """)
)
_RATES = st.sampled_from(
    ["每{per}{verb}{noun}{n}", "{verb}{noun}每{per}不少于{n}", "每{per}至少{verb}{n}{noun}", "{noun}每{per}{n}以上"]
)
_PERIODS = st.sampled_from(
    [
        ("月", Per.MONTH),
        ("个月", Per.MONTH),
        ("季度", Per.QUARTER),
        ("季", Per.QUARTER),
        ("半年", Per.HALF),
        ("学期", Per.HALF),
        ("年", Per.YEAR),
    ]
)
_STARTS = st.sampled_from(
    [
        "{noun}从{b}提高到{n}",
        "{noun}由{b}增加到{n}",
        "将{noun}由目前的{b}提升至{n}",
        "{noun}从2023年的{b}扩大到{n}",
        "{noun}自{b}增至{n}以上",
    ]
)


def _only(sentence: str) -> Indicator:
    plan = parse_plan(f"某局2024年工作要点\n一、甲乙\n1．丙丁。{sentence}。\n2．戊己。召开会议。\n")
    (indicator,) = [each for task in plan.tasks for each in task.indicators]
    return indicator


@given(amount=_COUNTS | _SHARES, phrase=_FLOORS, noun=_NOUNS, verb=_VERBS)
@settings(max_examples=300, deadline=None)
def test_a_floor_is_read_back(amount: Amount, phrase: str, noun: str, verb: str) -> None:
    read = _only(phrase.format(n=amount.written + amount.unit * (amount.unit != "%"), noun=noun, verb=verb))
    assert (read.target, read.unit, read.direction) == (amount.value, amount.unit, Direction.AT_LEAST)
    assert (read.per, read.baseline) == (None, None)
    assert noun in read.name


@given(amount=_COUNTS | _SHARES, phrase=_CEILINGS, noun=_NOUNS)
@settings(max_examples=300, deadline=None)
def test_a_ceiling_is_read_back(amount: Amount, phrase: str, noun: str) -> None:
    read = _only(phrase.format(n=amount.written + amount.unit * (amount.unit != "%"), noun=noun))
    assert (read.target, read.unit, read.direction) == (amount.value, amount.unit, Direction.AT_MOST)
    assert read.name == noun


@given(
    value=st.integers(1, 60),
    unit=st.sampled_from(["次", "场", "期", "节", "篇", "件", "项", "所", "名"]),
    period=_PERIODS,
    phrase=_RATES,
    noun=_NOUNS,
    verb=_VERBS,
    spelled=st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_a_rate_is_read_back(
    *, value: int, unit: str, period: tuple[str, Per], phrase: str, noun: str, verb: str, spelled: bool
) -> None:
    word, per = period
    written = (in_chinese(value) if spelled else str(value)) + unit
    read = _only(phrase.format(n=written, noun=noun, verb=verb, per=word))
    assert (read.per, read.each, read.unit) == (per, value, unit)
    assert read.target == value * per.times


@given(
    both=st.lists(_COUNTS, min_size=2, max_size=2) | st.lists(_SHARES, min_size=2, max_size=2),
    phrase=_STARTS,
    noun=_NOUNS,
)
@settings(max_examples=300, deadline=None)
def test_a_start_is_read_back(both: list[Amount], phrase: str, noun: str) -> None:
    start, end = both
    unit = end.unit * (end.unit != "%")
    read = _only(phrase.format(b=start.written + unit, n=end.written + unit, noun=noun))
    assert (read.baseline, read.target, read.unit) == (start.value, end.value, end.unit)
    assert read.name == noun


_PIECES = st.lists(
    st.sampled_from(
        [
            *"0123456789０５一二三十百千万亿零两半所个名年月日次人元%％分成第每各约近余从到至由在不超过达以上内下",
            *"、，-～:：+/.（）“”《》 A",
            *word_list("IPv 百分之 新建 学校 开展 教师 分别 其中"),
        ]
    ),
    max_size=24,
)


@given(pieces=_PIECES)
@settings(max_examples=500, deadline=None)
def test_no_numeral_is_passed_over(pieces: list[str]) -> None:
    """Each digit stands in a figure, in a question, or in what a rule names; each number is one of the three."""
    text = "".join(pieces)
    told = tell_numbers(text, Enclosures(text), Span(0, len(text)))
    covered = {index for one in told for index in range(one.span.start, one.span.end)}
    assert [index for index, c in enumerate(text) if c.isdecimal() and index not in covered] == []
    for one in told:
        assert sum((one.figure is not None, one.rule is not None, one.figure is None and one.unsure is not None)) == 1
