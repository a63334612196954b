"""One plan, written down in every layout that bureaus use: what is read back must be the same facts each time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.plan import parse_plan, read_pasted, read_plan
from models.plan.model import Plan
from tests.models.plan.office_files import (
    level,
    numbered_docx,
    plain_docx,
    printed_pages,
    table_docx,
    text_pdf,
    write,
    xlsx,
)

TITLE = "青山区教育和体育局2024年工作要点"
OFFICE = "青山区教育和体育局"


@dataclass(frozen=True)
class Sentence:
    """A sentence with its duties; ``tasks`` are the wordings that should come out of it."""

    words: str
    lead: str
    support: tuple[str, ...]
    due: str  # as a form would have it

    @property
    def stated(self) -> str:
        """The duties in words."""
        fields = [f"牵头单位：{self.lead}"]
        if self.support:
            fields.append(f"配合单位：{'、'.join(self.support)}")
        if self.due:
            fields.append(f"完成时限：{self.due}")
        return "；".join(fields)


@dataclass(frozen=True)
class Entry:
    """An item: its title and its sentences."""

    title: str
    sentences: tuple[Sentence, ...]


CONTENT: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (
        "坚持党的全面领导",
        (
            Entry(
                "加强党组织建设",
                (
                    Sentence("召开全区教育系统党建工作会议", "组干科", ("机关党委",), "3月底前"),
                    Sentence("6月底前完成8个基层党支部换届工作", "组干科", (), "年底前"),
                    Sentence("开展“学理论，强技能”主题活动，确保党员教育取得实效", "机关党委", ("各中心学校",), ""),
                ),
            ),
            Entry(
                "加强廉政教育",
                (
                    Sentence("每季度开展1次警示教育", "派驻纪检组", ("办公室",), "长期坚持"),
                    Sentence("签订党风廉政建设责任书120份", "办公室", (), "上半年"),
                ),
            ),
        ),
    ),
    (
        "推进各类教育协调发展",
        (
            Entry(
                "发展学前教育",
                (
                    Sentence("新改扩建公办幼儿园12所、小学3所", "项目办", ("学前教育科", "财务科"), "第三季度"),
                    Sentence("学前三年毛入园率从92%提高到95%以上", "学前教育科", (), "12月31日前"),
                ),
            ),
            Entry(
                "发展义务教育",
                (
                    Sentence("小学、初中巩固率分别达到100%、99.5%", "基教科", ("督导室",), ""),
                    Sentence("大班额比例控制在3%以内", "基教科", (), "9月前"),
                    Sentence("举办师德师风宣讲三十场，培训教师2万人次左右", "人事科", ("教师发展中心",), "9月底"),
                ),
            ),
        ),
    ),
)

# (item title, wording, lead, support, due, kind, indicators), as they should be read in every layout.
Facts = list[tuple[str, str, str, tuple[str, ...], str, str, tuple[str, ...]]]
EXPECTED: Facts = [
    ("加强党组织建设", "召开全区教育系统党建工作会议", "组干科", ("机关党委",), "2024-03-31", "milestone", ()),
    (
        "加强党组织建设", "6月底前完成8个基层党支部换届工作", "组干科", (), "2024-06-30", "quantified",
        ("完成基层党支部换届工作 at_least 8 个",),
    ),
    (
        "加强党组织建设", "开展“学理论，强技能”主题活动，确保党员教育取得实效", "机关党委", ("各中心学校",), "",
        "ongoing", (),
    ),
    (
        "加强廉政教育", "每季度开展1次警示教育", "派驻纪检组", ("办公室",), "", "quantified",
        ("开展警示教育 at_least 4 次 quarter",),
    ),
    (
        "加强廉政教育", "签订党风廉政建设责任书120份", "办公室", (), "2024-06-30", "quantified",
        ("签订党风廉政建设责任书 at_least 120 份",),
    ),
    (
        "发展学前教育", "新改扩建公办幼儿园12所、小学3所", "项目办", ("学前教育科", "财务科"), "2024-09-30",
        "quantified", ("新改扩建公办幼儿园 at_least 12 所", "新改扩建小学 at_least 3 所"),
    ),
    (
        "发展学前教育", "学前三年毛入园率从92%提高到95%以上", "学前教育科", (), "2024-12-31", "quantified",
        ("学前三年毛入园率 at_least 95 % from 92",),
    ),
    (
        "发展义务教育", "小学、初中巩固率分别达到100%、99.5%", "基教科", ("督导室",), "", "quantified",
        ("小学巩固率 at_least 100 %", "初中巩固率 at_least 99.5 %"),
    ),
    ("发展义务教育", "大班额比例控制在3%以内", "基教科", (), "", "quantified", ("大班额比例 at_most 3 %",)),
    (
        "发展义务教育", "举办师德师风宣讲三十场", "人事科", ("教师发展中心",), "2024-09-30", "quantified",
        ("举办师德师风宣讲 at_least 30 场",),
    ),
    (
        "发展义务教育", "培训教师2万人次左右", "人事科", ("教师发展中心",), "2024-09-30", "quantified",
        ("培训教师 at_least 20000 人次",),
    ),
]  # fmt: skip


def facts_of(plan: Plan) -> Facts:
    """Return what was read, in the form of ``EXPECTED``."""
    return [
        (
            item.title,
            "".join(task.text.split()).replace(",", "，"),
            "、".join(task.lead),
            task.support,
            task.due.isoformat() if task.due else "",
            task.kind.value,
            tuple(
                f"{each.name} {each.direction.value} {each.target} {each.unit}"
                + (f" from {each.baseline}" if each.baseline is not None else "")
                + (f" {each.per.value}" if each.per else "")
                for each in task.indicators
            ),
        )
        for item in plan.items
        for task in item.tasks
    ]


def prose(
    *,
    part: str = "{}、{}",
    item: str = "（{}）{}",
    item_digits: str = "一二三四五六",
    title_ends: str = "\n",
    runs_on: bool = False,
    duty: Callable[[Sentence], str] = lambda sentence: f"{sentence.words}。（{sentence.stated}）\n",
    half_width: bool = False,
    blank_lines: bool = False,
    indent: str = "",
) -> str:
    """Write the plan as a text.

    Args:
        part: number and title of a part.
        item: number and title of an item.
        item_digits: what items are numbered with.
        title_ends: what stands between an item's title and its text.
        runs_on: items are numbered through the whole document.
        duty: writes a sentence with its duties.
        half_width: commas, stops, colons and brackets are those of an English keyboard.
        blank_lines: between paragraphs.
        indent: before each line of the body.
    """
    lines = [TITLE, "各中心学校，局机关各科室：", "为做好今年工作，制定本要点。"]
    number = 0
    for p, (part_title, items) in enumerate(CONTENT):
        lines.append(indent + part.format("一二三"[p], part_title))
        number = number if runs_on else 0
        for entry in items:
            head = indent + item.format(item_digits[number], entry.title)
            number += 1
            body = "".join(map(duty, entry.sentences))
            body = "\n".join(indent * bool(title_ends == "\n") + line for line in body.rstrip("\n").split("\n"))
            lines.append(head + title_ends + body)
    lines += [OFFICE, "2024年3月5日"]
    text = ("\n\n" if blank_lines else "\n").join(lines) + "\n"
    return text.translate(str.maketrans("，。；：（）", ",.;:()")) if half_width else text


def counted(text: str, sign: str) -> str:
    """Number the lines that begin with #, anew under each item."""
    lines, number = [], 0
    for line in text.split("\n"):
        number = number + 1 if line.startswith("#") else 0
        lines.append(sign.format(number) + line[1:] if number else line)
    return "\n".join(lines)


HEADER = ["序号", "目标与任务", "工作任务", "分管领导", "牵头责任单位", "配合单位", "完成时限"]


def table_rows() -> tuple[list[list[str]], list[tuple[int, int, int, int]]]:
    """Return the plan as a breakdown table under its header: parts as merged rows, items as merged cells."""
    rows, merges = [HEADER], []
    for p, (part_title, items) in enumerate(CONTENT):
        merges.append((len(rows), 0, len(rows), len(HEADER) - 1))
        rows.append([f"{'一二三'[p]}、{part_title}", *[""] * (len(HEADER) - 1)])
        for number, entry in enumerate(items, start=1):
            first = len(rows)
            for sentence in entry.sentences:
                support = "、".join(sentence.support)
                rows.append([str(number), entry.title, sentence.words, "李局长", sentence.lead, support, sentence.due])
            for column in (0, 1, 3):
                merges.append((first, column, len(rows) - 1, column))
    return rows, merges


def shuffled(rows: list[list[str]], order: Sequence[int]) -> list[list[str]]:
    """Return the rows with their columns in another order; a part's words stay in the first one."""
    return [[row[0], *[""] * (len(row) - 1)] if not any(row[1:]) else [row[i] for i in order] for row in rows]


def _titled(rows: list[list[str]], merges: Sequence[tuple[int, int, int, int]]) -> tuple[list[list[str]], list]:  # type: ignore[type-arg]
    width = len(rows[0])
    moved = [(top + 1, left, bottom + 1, right) for top, left, bottom, right in merges]
    return [[f"{TITLE}任务分解表", *[""] * (width - 1)], *rows], [(0, 0, 0, width - 1), *moved]


def _auto_numbered(folder: Path, levels: Sequence[str]) -> Plan:
    paragraphs: list[tuple[str, int | None, int]] = [(TITLE, None, 1)]
    for part_title, items in CONTENT:
        paragraphs.append((part_title, 0, 1))
        for entry in items:
            paragraphs.append((entry.title, 1, 1))
            paragraphs += [(f"{s.words}。（{s.stated}）", None, 1) for s in entry.sentences]
    return read_plan(write(folder, "自动编号.docx", numbered_docx(paragraphs, levels)))


def _clipboard(rows: list[list[str]], merges: Sequence[tuple[int, int, int, int]]) -> str:
    texts = [list(row) for row in rows]
    for top, left, bottom, right in merges:
        for r in range(top, bottom + 1):
            for c in range(left, right + 1):
                if (r, c) != (top, left):
                    texts[r][c] = ""
    return "\n".join("\t".join(row) for row in texts)


def _wrapped(text: str, columns: int) -> str:
    pages = printed_pages(text, columns=columns, rows=20)
    return "\n".join(line for page in pages for line in (*page, ""))


def _xlsx(folder: Path, rows: list[list[str]], merges: Sequence[tuple[int, int, int, int]]) -> Plan:
    titled, moved = _titled(rows, merges)
    return read_plan(write(folder, "分解表.xlsx", xlsx({"说明": ([["填表说明"]], []), "分解表": (titled, moved)})))


LAYOUTS: dict[str, Callable[[Path], Plan]] = {
    "一、（一） titles on their lines": lambda _: parse_plan(prose()),
    "一、（一） runs on through the parts": lambda _: parse_plan(prose(runs_on=True)),
    "一、 1． title and text on one line": lambda _: parse_plan(
        prose(item="{}．{}", item_digits="123456", title_ends="。", duty=lambda s: f"{s.words}（{s.stated}）。")
    ),
    "一、 1、 brackets behind the stop": lambda _: parse_plan(
        prose(item="{}、{}", item_digits="123456", title_ends="。", duty=lambda s: f"{s.words}。（{s.stated}）")
    ),
    "第一部分 １．": lambda _: parse_plan(prose(part="第{}部分　{}", item="{}．{}", item_digits="１２３４５６")),
    "一、 ㈠": lambda _: parse_plan(prose(item="{}{}", item_digits="㈠㈡㈢㈣㈤㈥")),
    "一、 ⒈": lambda _: parse_plan(prose(item="{}{}", item_digits="⒈⒉⒊⒋⒌⒍", title_ends="。", runs_on=True)),
    "一、 (1)": lambda _: parse_plan(prose(item="({}){}", item_digits="123456")),
    "一、 ①": lambda _: parse_plan(prose(item="{}{}", item_digits="①②③④⑤⑥")),
    "half-width marks": lambda _: parse_plan(prose(item="{}.{}", item_digits="123456", half_width=True)),
    "blank lines and indents": lambda _: parse_plan(prose(blank_lines=True, indent="　　")),
    "duties on lines of their own": lambda _: parse_plan(
        prose(duty=lambda s: f"{s.words}。\n" + s.stated.replace("；", "\n") + "\n")
    ),
    "duties in one line of its own": lambda _: parse_plan(prose(duty=lambda s: f"{s.words}。\n{s.stated}\n")),
    "责任单位 only": lambda _: parse_plan(
        prose(
            duty=lambda s: (
                f"{s.words}。（责任单位：{'、'.join((s.lead, *s.support))}"
                + (f"；完成时限：{s.due}）\n" if s.due else "）\n")
            )
        )
    ),
    "deeper numbers": lambda _: parse_plan(counted(prose(duty=lambda s: f"#{s.words}。（{s.stated}）\n"), "{}．")),
    "deeper numbers in brackets": lambda _: parse_plan(
        counted(prose(duty=lambda s: f"#{s.words}。（{s.stated}）\n"), "（{}）")
    ),
    "copied out of a page of 20": lambda _: read_pasted(_wrapped(prose(), 20)),
    "copied out of a page of 28": lambda _: read_pasted(_wrapped(prose(), 28)),
    "copied out of a page of 37": lambda _: parse_plan(_wrapped(prose(), 37)),
    "Word, typed numbers": lambda folder: read_plan(write(folder, "a.docx", plain_docx(prose().split("\n")))),
    "Word, numbers of its own": lambda folder: _auto_numbered(
        folder, [level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）")]
    ),
    "Word, 1. and 1.1": lambda folder: _auto_numbered(
        folder, [level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")]
    ),
    "Word, 第一章 and ①": lambda folder: _auto_numbered(
        folder, [level(0, "chineseCountingThousand", "第%1章"), level(1, "decimalEnclosedCircle", "%2")]
    ),
    "PDF, 25 characters a line": lambda folder: read_plan(
        write(folder, "a.pdf", text_pdf(printed_pages(prose(), columns=25, rows=24)))
    ),
    "PDF, 34 characters a line, no page numbers": lambda folder: read_plan(
        write(folder, "a.pdf", text_pdf(printed_pages(prose(), columns=34, rows=30, numbers=False)))
    ),
    "table in Word": lambda folder: read_plan(
        write(folder, "a.docx", table_docx([f"{TITLE}任务分解表"], *table_rows(), [OFFICE, "2024年3月5日"]))
    ),
    "table in Excel": lambda folder: _xlsx(folder, *table_rows()),
    "table in Excel, other order": lambda folder: _xlsx(
        folder, shuffled(table_rows()[0], [0, 6, 1, 2, 4, 5, 3]), table_rows()[1][:1]
    ),
    "cells on the clipboard": lambda _: read_pasted(_clipboard(*_titled(*table_rows()))),
}
