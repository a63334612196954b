"""通报: a period as an official paper in Word, ready to be edited and put under a red head. Writes only.

The layout is that of GB/T 9704-2012 as far as a template can go: A4, margins 37/35/28/26 mm, title in 方正小标宋
22 pt, headings in 黑体, the body in 仿宋 16 pt with 28 pt lines and two characters of indentation. What only people can
write (praise, demands) stands as a line in brackets to be replaced.
"""

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

from models.core.numbers import plain
from models.core.vocabulary import Light
from models.work.collect_board import CellState
from models.work.progress import completion
from models.work.summary import IndicatorLine, Summary, UnitLine
from models.workbooks.summary_words import state_word

TITLE: Final = ("方正小标宋简体", 22.0)
BODY: Final = ("仿宋_GB2312", 16.0)
HEADING: Final = ("黑体", 16.0)
SUBHEADING: Final = ("楷体_GB2312", 16.0)
TABLE: Final = ("仿宋_GB2312", 10.5)
_LINE: Final = 28.0  # points between the lines
_INDENT: Final = 32.0  # points, two characters
_INDICATOR_WIDTHS: Final = (72, 30, 30, 24)  # millimetres; 156 are there
_UNIT_WIDTHS: Final = (14, 62, 22, 14, 14, 30)
_FEW: Final = 5  # units that are named in the text; the table has all


def write_bulletin(summary: Summary) -> bytes:
    """Write the bulletin of a period as a .docx file."""
    paper = _Paper(summary.made_on)
    paper.title(f"关于{summary.period.official_name}工作要点", "进展情况的通报")
    paper.body(
        f"为推动《{summary.plan_title}》"
        + (f"（{summary.document_number}）" if summary.document_number else "")
        + f"各项任务落实，现将{summary.period.official_name}进展情况通报如下。"
    )
    paper.heading("一、总体情况")
    paper.body(_overall(summary))
    paper.heading("二、指标完成情况")
    if summary.indicators:
        rows = [_indicator(line) for line in summary.indicators]
        paper.table(("指标", "目标值", "完成", "完成率"), rows, widths=_INDICATOR_WIDTHS)
    else:
        paper.body("本期没有定量指标。")
    paper.heading("三、各单位进展情况")
    paper.body(_leaders(summary))
    if summary.units:
        ordered = (*summary.ranking, *(line for line in summary.units if not line.rank))
        paper.table(
            ("名次", "单位", "完成率", "红灯", "黄灯", "报送情况"),
            [_unit(line) for line in ordered],
            widths=_UNIT_WIDTHS,
        )
    paper.heading("四、存在的问题")
    paper.body(_late(summary))
    for number, line in enumerate(summary.problems, start=1):
        paper.body(f"{number}．{line.unit.label}（第{line.task.item_number}目）：{_flat(line.problems)}")
    paper.heading("五、下一步要求")
    paper.body("〔请在此写明下一步工作要求。〕")
    paper.signature(summary.unit_name, summary.made_on)
    return paper.finish()


def _overall(summary: Summary) -> str:
    progress = summary.board.progress
    lights = [one.light for one in summary.board.tasks]
    schedule = _percent(summary.period.schedule)
    accepted = sum(line.cell.state is CellState.ACCEPTED for line in summary.units)
    text = f"工作要点共分解任务{progress.total}项，本期已填报{progress.reported}项"
    if progress.completion is not None:
        text += f"，定量任务平均完成率{_percent(progress.completion)}，序时进度{schedule}"
    text += (
        f"；达进度{lights.count(Light.GREEN)}项、偏慢{lights.count(Light.YELLOW)}项、滞后{lights.count(Light.RED)}项。"
    )
    if summary.units:
        text += f"应报送单位{len(summary.units)}个，审核通过{accepted}个，未报送{len(summary.missing)}个。"
    return text


def _leaders(summary: Summary) -> str:
    ranking = summary.ranking
    if not ranking:
        return "本期尚无审核通过的单位数据。"
    first = "、".join(f"{line.unit.label}（{_percent(line.completion)}）" for line in ranking[:_FEW])
    text = f"完成率居前的单位：{first}。"
    behind = ranking[_FEW:][-_FEW:]
    if behind:
        last = "、".join(f"{line.unit.label}（{_percent(line.completion)}）" for line in behind)
        text += f"完成率靠后的单位：{last}。"
    return text


def _late(summary: Summary) -> str:
    missing = [line.unit.label for line in summary.missing]
    late = [line.unit.label for line in summary.units if line.cell.is_late]
    returned = [line.unit.label for line in summary.units if line.cell.state is CellState.RETURNED]
    sentences = [
        f"{said}：{'、'.join(names)}。"
        for said, names in (("未报送的单位", missing), ("迟报的单位", late), ("退回待修改的单位", returned))
        if names
    ]
    return "".join(sentences) or "各单位均按时报送。"


def _indicator(line: IndicatorLine) -> Sequence[str]:
    unit = line.indicator.unit
    figure = line.own if line.own is not None else line.proposal.amount
    ratio = line.own_completion
    if line.own is None:
        ratio = completion(line.proposal.amount, line.indicator.target, line.indicator.direction)
    return (
        line.indicator.name,
        f"{plain(line.indicator.target)}{unit}",
        "—" if figure is None else f"{plain(figure)}{unit}",
        _percent(ratio),
    )


def _unit(line: UnitLine) -> Sequence[str]:
    return (
        str(line.rank) if line.rank else "—",
        line.unit.name,
        _percent(line.completion),
        str(line.lights.get(Light.RED, 0)),
        str(line.lights.get(Light.YELLOW, 0)),
        state_word(line.cell),
    )


def _percent(ratio: Decimal | None) -> str:
    return "—" if ratio is None else f"{plain((ratio * 100).quantize(Decimal('0.1'), ROUND_HALF_UP))}%"


def _flat(text: str) -> str:
    return " ".join(text.split())


class _Paper:
    """A document in official layout, being written from top to bottom."""

    def __init__(self, made_on: date) -> None:
        import docx
        from docx.shared import Mm

        self._paper: Any = docx.Document()
        section = self._paper.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        made = datetime.combine(made_on, datetime.min.time(), UTC).replace(tzinfo=None)
        properties = self._paper.core_properties
        properties.author, properties.created, properties.modified, properties.comments = "", made, made, ""
        self._page_number(section)

    def title(self, *lines: str) -> None:
        """Write a title whose lines end where its sense does."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        paragraph = self._paragraph(lines[0], TITLE, indent=False)
        for line in lines[1:]:
            paragraph.runs[-1].add_break()
            _set_face(paragraph.add_run(line), TITLE)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = _points(_LINE)

    def heading(self, text: str) -> None:
        self._paragraph(text, HEADING).paragraph_format.keep_with_next = True

    def body(self, text: str) -> None:
        self._paragraph(text, BODY)

    def table(self, headings: Sequence[str], rows: Sequence[Sequence[str]], *, widths: Sequence[int]) -> None:
        from docx.enum.table import WD_TABLE_ALIGNMENT
        from docx.oxml import OxmlElement
        from docx.shared import Mm

        table = self._paper.add_table(rows=0, cols=len(headings), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        for number, texts in enumerate((headings, *rows)):
            cells = table.add_row().cells
            for cell, text, width in zip(cells, texts, widths, strict=True):
                cell.width = Mm(width)
                paragraph = cell.paragraphs[0]
                _set_face(paragraph.add_run(text), TABLE if number else (HEADING[0], TABLE[1]))
        repeated = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeated)

    def signature(self, unit: str, day: date) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        self._paragraph("", BODY)
        for text in (unit, f"{day.year}年{day.month}月{day.day}日"):
            paragraph = self._paragraph(text, BODY, indent=False)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            paragraph.paragraph_format.right_indent = _points(_INDENT * 2)

    def finish(self) -> bytes:
        buffer = io.BytesIO()
        self._paper.save(buffer)
        return buffer.getvalue()

    def _paragraph(self, text: str, face: tuple[str, float], *, indent: bool = True) -> Any:
        paragraph = self._paper.add_paragraph()
        _set_face(paragraph.add_run(text), face)
        layout = paragraph.paragraph_format
        layout.line_spacing = _points(_LINE)
        layout.space_before = layout.space_after = _points(0)
        if indent:
            layout.first_line_indent = _points(_INDENT)
        return paragraph

    def _page_number(self, section: Any) -> None:
        """Put "— 1 —" at the foot of each page, as GB/T 9704 has it."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        paragraph = section.footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _set_face(paragraph.add_run("— "), ("宋体", 14.0))
        run = paragraph.add_run()
        _set_face(run, ("宋体", 14.0))
        for kind in ("begin", None, "end"):
            if kind is None:
                element = OxmlElement("w:instrText")
                element.text = "PAGE"
            else:
                element = OxmlElement("w:fldChar")
                element.set(qn("w:fldCharType"), kind)
            run._r.append(element)
        _set_face(paragraph.add_run(" —"), ("宋体", 14.0))


def _points(value: float) -> Any:
    from docx.shared import Pt

    return Pt(value)


def _set_face(run: Any, face: tuple[str, float]) -> None:
    """Name the typeface for Latin and Chinese alike; Word looks for the latter in an attribute of its own."""
    from docx.oxml.ns import qn

    name, size = face
    run.font.name, run.font.size = name, _points(size)
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)
