"""Any plan that is rendered is read back, and no damage ends in anything but a plan or a refusal."""

import contextlib
from collections import Counter
from dataclasses import dataclass

from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.core.errors import UserError
from models.plan import parse_plan, read_pasted
from models.plan.decode import decode
from models.plan.documents.blocks import Document, Table
from models.plan.model import Plan
from models.plan.parse import plan_of
from tests.models.plan.test_real_document import DOCUMENT
from tests.models.plan.tiling import assert_nothing_lost, assert_tiled

# Plain characters: none that numbers, closes a document or names a time.
_WORDS = st.text("学校教师课程安全开展建立制定加强推进召开活动培训机构管理山水花树", min_size=2, max_size=12)
_CLAUSES = st.lists(_WORDS, min_size=1, max_size=4)
_BODIES = st.lists(_CLAUSES, min_size=1, max_size=4)


@dataclass(frozen=True)
class Layout:
    """How a plan is written down."""

    part: str
    item: str
    numbers: str
    own_line: bool
    stop: str
    comma: str


_LAYOUTS = st.builds(
    Layout,
    part=st.sampled_from(["{}、", "第{}部分 "]),
    item=st.sampled_from(["{}．", "{}.", "{}、", "（{}）", "({}) "]),
    numbers=st.sampled_from(["1234567890", "１２３４５６７８９０", "一二三四五六七八九十"]),
    own_line=st.booleans(),
    stop=st.sampled_from(["。", ".", "；"]),
    comma=st.sampled_from(["，", ","]),
).filter(lambda layout: layout.numbers != "一二三四五六七八九十" or layout.item in {"（{}）", "({}) "})


@given(
    layout=_LAYOUTS,
    parts=st.lists(
        st.tuples(_WORDS, st.lists(st.tuples(_WORDS, _BODIES), min_size=1, max_size=3)), min_size=2, max_size=4
    ),
)
@settings(max_examples=80, deadline=None)
def test_a_rendered_plan_is_read_back(
    layout: Layout, parts: list[tuple[str, list[tuple[str, list[list[str]]]]]]
) -> None:
    lines = ["某市教育局2024年工作要点", "各科室：", "为做好今年工作，制定本要点。"]
    sentences: list[str] = []
    for part_number, (part_title, items) in enumerate(parts):
        lines.append(layout.part.format("一二三四"[part_number]) + part_title)
        for item_number, (title, body) in enumerate(items):
            sign = layout.item.format(layout.numbers[item_number])
            texts = [layout.comma.join(clauses) + layout.stop for clauses in body]
            sentences += texts
            lines.append(f"{sign}{title}" + ("\n" if layout.own_line else "。") + "".join(texts))
    plan = parse_plan("\n".join(lines) + "\n")
    assert [part.title for part in plan.parts] == [title for title, _ in parts]
    assert [item.title for item in plan.items] == [title for _, items in parts for title, _ in items]
    assert [item.number for item in plan.items] == [n + 1 for _, items in parts for n in range(len(items))]
    assert_tiled(plan)
    read = "".join(plan.source[task.span.start : task.span.end].strip("\n") for task in plan.tasks)
    assert read == "".join(sentences)
    assert (plan.title, plan.addressees, plan.preamble) == (lines[0], ("各科室",), lines[2])


_DAMAGE = st.lists(
    st.tuples(
        st.integers(0, 3000),
        st.integers(0, 40),
        st.text("一二1．.、。，；（）“”《》\n \t万所名年月日前第\0a\ud800", max_size=6),
    ),
    min_size=1,
    max_size=12,
)


@given(damage=_DAMAGE)
@settings(max_examples=60, deadline=None)
def test_damage_ends_in_a_plan_or_a_refusal(damage: list[tuple[int, int, str]]) -> None:
    text = DOCUMENT.read_text("utf-8")[:3000]
    for start, length, put in damage:
        text = text[:start] + put + text[start + length :]
    with contextlib.suppress(UserError):
        plan = parse_plan(text)
        assert_tiled(plan)
        assert_nothing_lost(plan)
        assert_words_kept(plan, text)


@given(
    text=st.text(
        '一二三、1２．.（）()第章部分①⒈㈠。，；：“”"《》\n \u3000字开展校100%万所年月底前从到责任单位:牵头',
        max_size=200,
    )
)
@example("一、字\n1．开展\n（责任单位：）")
@example("一、。\n二、，")
@settings(max_examples=200, deadline=None)
def test_any_text_ends_in_a_plan_or_a_refusal(text: str) -> None:
    with contextlib.suppress(UserError):
        plan = parse_plan(text)
        assert_tiled(plan)
        assert_nothing_lost(plan)
        assert_words_kept(plan, text)


@given(text=st.text('一二、1．（）：\t\n"字开展校100万所月底前责任单位序号工作任务牵头完成时限', max_size=160))
@example("序号\t工作任务\t责任单位\n1\t开展\t甲科")
@settings(max_examples=150, deadline=None)
def test_anything_pasted_ends_in_a_plan_or_a_refusal(text: str) -> None:
    with contextlib.suppress(UserError):
        plan = read_pasted(text)
        assert_tiled(plan)
        assert_nothing_lost(plan)


def assert_words_kept(plan: Plan, text: str) -> None:
    """Check that the source has the words of the text, each as often."""
    assert Counter(c for c in plan.source if c.isalnum()) == Counter(c for c in text if c.isalnum())


_CELLS = st.text("校师课安全开展建立召开会议检查", min_size=2, max_size=8)
_UNITS = st.lists(st.sampled_from(["甲科", "乙科", "丙办公室", "各县（市、区）教育局"]), max_size=3, unique=True)
_DUES = st.sampled_from(
    [("", ""), ("6月底前", "2024-06-30"), ("年底", "2024-12-31"), ("长期坚持", ""), ("3月", "2024-03-31")]
)
_TASKS = st.lists(st.tuples(_CELLS, _UNITS, _DUES), min_size=1, max_size=4)


@given(
    parts=st.lists(st.lists(st.tuples(_CELLS, _TASKS), min_size=1, max_size=3), min_size=1, max_size=3),
    order=st.permutations(range(6)),
)
@settings(max_examples=80, deadline=None)
def test_a_breakdown_in_any_order_of_columns_is_read_back(
    parts: list[list[tuple[str, list[tuple[str, list[str], tuple[str, str]]]]]], order: list[int]
) -> None:
    header = ["序号", "重点任务", "具体措施", "牵头单位", "配合单位", "完成时限"]
    rows = [header]
    expected = []
    for number, items in enumerate(parts):
        rows.append([f"{'一二三'[number]}、部分{'甲乙丙'[number]}", *[""] * 5])
        for at, (title, tasks) in enumerate(items, start=1):
            for words, units, (due, day) in tasks:
                rows.append([str(at), title, words, "、".join(units[:1]), "、".join(units[1:]), due])
                expected.append((words, tuple(units[:1]), tuple(units[1:]), day))
    shown = [[row[i] for i in order] if any(row[1:]) else row for row in rows]
    table = Table.of([["某局2024年工作要点", *[""] * 5], *shown])
    plan = plan_of(Document((table,)))
    assert_tiled(plan)
    assert_nothing_lost(plan)
    read = [(task.text, task.lead, task.support, task.due.isoformat() if task.due else "") for task in plan.tasks]
    joined = "".join(words for words, *_ in expected)
    assert "".join(text for text, *_ in read) == joined
    for text, *duties in read:
        assert any(text in words and duties == list(rest) for words, *rest in expected)


@given(raw=st.binary(max_size=300) | st.text(max_size=80).map(lambda text: text.encode("gb18030", "replace")))
@settings(max_examples=200, deadline=None)
def test_any_bytes_end_in_text_or_a_refusal(raw: bytes) -> None:
    with contextlib.suppress(UserError):
        assert isinstance(decode(raw), str)
