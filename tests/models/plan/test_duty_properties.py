"""Any units, roles and deadline, written in any usual form and place, are read back equal; any text is survived."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.plan import parse_plan
from models.plan.deadlines import ambiguous_deadline, find_deadline, is_unread_due, read_due
from models.plan.duties import read_statement
from models.plan.duty_places import find_statements
from models.plan.model import Span
from models.plan.unit_names import unit_names

_SUFFIXES = ["科", "股", "处", "室", "局", "办公室", "中心", "教育局", "委", "科学研究院", "中学", "大队"]
_NAMES = st.builds(
    "".join,
    st.tuples(st.sampled_from(["", "市", "县", "市教育局"]), st.text("甲乙丙丁卯辰巳午", min_size=2, max_size=3)),
)
_UNITS = st.one_of(
    st.builds(lambda name, suffix: name + suffix, _NAMES, st.sampled_from(_SUFFIXES)),
    st.sampled_from(
        [
            "各县（市、区）教育局", "各县市区教育局", "市直各学校", "机关各科室", "各中小学校", "市住房和城乡建设局",
            "组干科", "市人力资源和社会保障局", "市教育局（市委教育工委）", "机关党委", "经发办", "团委",
            "各县（市、区）", "高新区管委会",
            "驻局纪检监察组", "市文化和旅游局", "高等教育科", "规划与财务科", "局属各单位", "市总工会", "体卫艺科",
        ]
    ),
)  # fmt: skip
_LISTS = st.lists(_UNITS, min_size=1, max_size=5, unique=True)
_DAYS = st.dates(date(2021, 1, 1), date(2022, 12, 31))


@dataclass(frozen=True)
class Written:
    """Units and a deadline, and the marks that part them."""

    units: list[str]
    due: str
    comma: str
    stop: str
    colon: str

    @property
    def lead(self) -> str:
        return self.units[0]

    @property
    def support(self) -> str:
        return self.comma.join(self.units[1:])

    def fields(self, *pairs: tuple[str, str]) -> str:
        """Write fields; those without a value are left out."""
        return self.stop.join(f"{label}{self.colon}{value}" for label, value in pairs if value)


FORMS = {
    "责任单位": lambda w: w.fields(("责任单位", w.comma.join(w.units)), ("完成时限", w.due)),
    "责任科室": lambda w: w.fields(("完成时限", w.due), ("责任科室", w.comma.join(w.units))),
    "牵头单位": lambda w: w.fields(("牵头单位", w.lead), ("配合单位", w.support), ("完成时限", w.due)),
    "牵头科室, 责任科室": lambda w: w.fields(("牵头科室", w.lead), ("责任科室", w.support), ("时限", w.due)),
    "with persons": lambda w: w.fields(
        ("分管领导", "张三"), ("责任单位", w.comma.join(w.units)), ("责任人", "李四、王小明"), ("完成时间", w.due)
    ),
    "marked": lambda w: w.fields(("责任单位", w.comma.join([*w.units[1:], f"{w.lead}（牵头）"])), ("办结时限", w.due)),
    "等": lambda w: w.fields(("责任单位", "、".join(w.units) + "等"), ("完成时限", w.due)),
}
SAYINGS = {
    "负责": lambda w: f"{'、'.join(w.units)}负责" + (f"，{w.due}完成" if w.due else ""),
    "按职责分工负责": lambda w: f"{'、'.join(w.units)}按职责分工负责" + (f"，{w.due}" if w.due else ""),
    "牵头，配合": lambda w: (
        f"{w.lead}牵头" + (f"，{'、'.join(w.units[1:])}配合" if w.support else "") + (f"，{w.due}" if w.due else "")
    ),
    "由…牵头，…等参与": lambda w: (
        f"由{w.lead}牵头负责"
        + (f"，{'、'.join(w.units[1:])}等参与" if w.support else "")
        + (f"，{w.due}" if w.due else "")
    ),
}
BRACKETS = {
    "（）。": "开展检查（{}）。", "。（）": "开展检查。（{}）", "().": "开展检查({}).", "【】": "开展检查。【{}】",
    "〔〕": "开展检查〔{}〕。",
    "own line": "开展检查。\n　　（{}）", "before": "（{}）开展检查。", "not closed": "开展检查。（{}",
}  # fmt: skip
LINES = {"own line": "开展检查。\n{}", "behind": "开展检查。{}。", "before": "{}\n开展检查。"}
_WRITTEN = st.builds(
    Written,
    units=_LISTS,
    due=st.just(""),
    comma=st.sampled_from(["、", "，", "；", " ", "/", "　", ","]),
    stop=st.sampled_from(["；", "，", " ", "。", ";", "  "]),
    colon=st.sampled_from(["：", ":", "： "]),
)


@st.composite
def _dues(draw: st.DrawFn) -> tuple[str, date | None]:
    """Return a deadline in words, and its day."""
    day = draw(_DAYS)
    year = draw(st.sampled_from(["2021年", "2021 年 ", ""])) if day.year == 2021 else "2022年"
    end = day.replace(day=monthrange(day.year, day.month)[1])
    return draw(
        st.sampled_from(
            [
                ("", None),
                ("长期坚持", None),
                (f"{year}{day.month}月{day.day}日前", day),
                (f"{year}{day.month}月底前", end),
                (f"{year}{day.month}月底", end),
                (f"{day.year}.{day.month}.{day.day}", day),
                (f"{year}{'一二三四'[(day.month - 1) // 3]}季度末", _quarter_end(day)),
            ]
        )
    )


def _quarter_end(day: date) -> date:
    month = (day.month - 1) // 3 * 3 + 3
    return date(day.year, month, monthrange(day.year, month)[1])


def _facts(body: str) -> tuple[str, tuple[str, ...], tuple[str, ...], date | None]:
    plan = parse_plan(f"某局2021年工作要点\n一、子丑\n（一）寅申\n{body}\n（二）戊己\n召开会议。\n")
    task, other = plan.tasks
    assert (other.lead, other.support, other.due) == ((), (), None)
    assert plan.doubts == ()
    return task.text, task.lead, task.support, task.due


@given(written=_WRITTEN, due=_dues(), form=st.sampled_from(sorted(FORMS)), place=st.sampled_from(sorted(BRACKETS)))
@settings(max_examples=200, deadline=None)
def test_fields_in_a_bracket_are_read_back(
    written: Written, due: tuple[str, date | None], form: str, place: str
) -> None:
    stated = FORMS[form](Written(written.units, due[0], written.comma, written.stop, written.colon))
    expected = ("开展检查", tuple(written.units[:1]), tuple(written.units[1:]), due[1])
    assert _facts(BRACKETS[place].format(stated)) == expected


@given(written=_WRITTEN, due=_dues(), form=st.sampled_from(sorted(FORMS)), place=st.sampled_from(sorted(LINES)))
@settings(max_examples=200, deadline=None)
def test_fields_without_a_bracket_are_read_back(
    written: Written, due: tuple[str, date | None], form: str, place: str
) -> None:
    stated = FORMS[form](Written(written.units, due[0], written.comma, written.stop, written.colon))
    expected = ("开展检查", tuple(written.units[:1]), tuple(written.units[1:]), due[1])
    assert _facts(LINES[place].format(stated)) == expected


@given(units=_LISTS, due=_dues(), form=st.sampled_from(sorted(SAYINGS)), place=st.sampled_from(sorted(BRACKETS)))
@settings(max_examples=200, deadline=None)
def test_what_is_said_with_a_verb_is_read_back(
    units: list[str], due: tuple[str, date | None], form: str, place: str
) -> None:
    words, day = due if due[0] != "长期坚持" and "." not in due[0] else ("", None)
    if place == "not closed":
        place = "（）。"
    stated = SAYINGS[form](Written(units, words, "、", "；", "："))
    assert _facts(BRACKETS[place].format(stated)) == ("开展检查", tuple(units[:1]), tuple(units[1:]), day)


@given(units=_LISTS, separator=st.sampled_from(["、", "，", "；", "/", " ", "　", "\n", "和"]))
@settings(max_examples=200, deadline=None)
def test_a_list_of_units_is_parted_as_it_was_joined(units: list[str], separator: str) -> None:
    assert unit_names(separator.join(units)) == units


@given(day=_DAYS, digits=st.sampled_from(["half", "full", "chinese"]), late=st.sampled_from(["前", "之前", "以前"]))
@settings(max_examples=200, deadline=None)
def test_any_day_is_read_back(day: date, digits: str, late: str) -> None:
    def written(number: int) -> str:
        if digits == "chinese" and number < 100:
            tens = "十" if number < 20 else f"{'一二三'[number // 10 - 1]}十"
            return ("" if number < 10 else tens) + ("" if number % 10 == 0 else "一二三四五六七八九"[number % 10 - 1])
        return (
            str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
            if digits == "full"
            else str(number)
        )

    year = {"half": str(day.year), "full": written(day.year), "chinese": f"二〇二{'一二'[day.year - 2021]}"}[digits]
    words = f"{year}年{written(day.month)}月{written(day.day)}日{late}"
    assert find_deadline(f"{words}完成验收", 2021) == day
    assert find_deadline(f"组织验收，{words}全部完成", 2021) == day
    assert read_due(words, 2021) == day
    assert not is_unread_due(words, 2021)


@given(
    first=st.dates(date(2021, 1, 1), date(2021, 6, 30)), days=st.integers(1, 180), dash=st.sampled_from("-—–~～至到")
)
@settings(max_examples=200, deadline=None)
def test_of_a_stretch_the_end_is_read(first: date, days: int, dash: str) -> None:
    last = date.fromordinal(first.toordinal() + days)
    assert read_due(f"{first.month}月{first.day}日{dash}{last.month}月{last.day}日", 2021) == last
    if last.month > first.month:
        end = last.replace(day=monthrange(2021, last.month)[1])
        for words in (f"{first.month}{dash}{last.month}月", f"{first.month}月{dash}{last.month}月份"):
            assert read_due(words, 2021) == end
            assert find_deadline(f"{words}，开展排查", 2021) == end


_WORDS = """
    0 1 2 3 6 12 13 30 31 99 ２ 一 十 十二 二十 元 年 月 日 号 份 底 末 初 中 上旬 中旬 前 后 之前 以前 前夕 起 至
    - — 到 季度 上 下 半年 年底 年内 2021 2021年 2025年 明年 去年 今 每 春节 国庆 “七一” 开学 秋季 学期 学期末
    十四五 “十四五”末 ， 。 、 完成 开展 的 （ ） 责任单位： 完成时限： 甲科 乙科（牵头） 牵头 配合 负责 等 由
    各县（市、区） 《 》
"""
_PIECES = st.lists(
    st.sampled_from([*_WORDS.split(), "\n"]),
    max_size=24,
).map("".join)


@given(text=_PIECES, year=st.sampled_from([0, 2021, 2024, 9999]))
@example(text="2月30日前", year=2021)
@example(text="9999年12月底前", year=9999)
@example(text="2021年13月", year=2021)
@settings(max_examples=200, deadline=None)
def test_no_words_are_too_strange(text: str, year: int) -> None:
    due = find_deadline(text, year)
    assert due is None or due.year >= min(year, 2005)
    asked = ambiguous_deadline(text, year)
    assert asked in text
    assert any(map(str.isalnum, text)) or not is_unread_due(text, year)
    assert read_due(text, year) is None or any(map(str.isalnum, text))
    read_statement(text, year, bare=True)
    at = 0
    for statement in find_statements(text, Span(0, len(text)), year, lists=True):
        assert at <= statement.start < statement.end <= len(text)
        at = statement.end
