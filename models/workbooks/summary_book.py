"""汇总表: a period in one workbook for the meeting, with charts that Excel and WPS draw from the cells. Writes only.

It is a working paper: unsigned, unlocked, to be sorted, filtered and edited. Text is written as text and numbers as
numbers; no cell has a formula.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final

from models.core.numbers import plain
from models.core.vocabulary import Light
from models.work.collect_board import CellState
from models.work.summary import Summary, UnitLine
from models.workbooks import layout, wording
from models.workbooks.summary_words import brought, method_word, state_word

Cell = str | int | Decimal | None

PERCENT: Final = "0.0%"
_LIGHT_FILLS: Final = {
    Light.GREEN: (layout.GREEN, layout.GREEN_WASH),
    Light.YELLOW: (layout.YELLOW, layout.YELLOW_WASH),
    Light.RED: (layout.RED, layout.RED_WASH),
}
_BAR: Final = "#1F5FA6"
_HEADER_ROW: Final = 2
_SIZE: Final = 10.5  # points of the type
_DIGIT_WIDTH: Final = 5.25  # points that Excel takes for a character of a column's width
_CELL_PADDING: Final = 6.0  # points
_HIGHEST_CHART: Final = 480  # pixels, which fit a page
_FIRST_PAGE: Final = 14  # rows, below which a chart gets a page of its own
_CHARTED: Final = 40  # units that a bar chart can show legibly


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet: its heading, its width in characters, and how its numbers are shown."""

    heading: str
    width: float
    format: str = ""
    wrap: bool = False


def write_summary(summary: Summary) -> bytes:
    """Write the workbook: 总体情况, 指标汇总, 单位排名, 红黄灯, 问题清单, 未报单位."""
    book = _Book(summary)
    book.overview()
    book.indicators()
    book.ranking()
    book.behind()
    book.problems()
    book.missing()
    return book.finish()


class _Book:
    """The workbook being written, sheet by sheet."""

    def __init__(self, summary: Summary) -> None:
        from models.workbooks.plain_book import PlainBook

        self._summary = summary
        self._buffer = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book: Any = PlainBook(self._buffer, options | {"strings_to_numbers": False})
        made = datetime.combine(summary.made_on, datetime.min.time(), UTC).replace(tzinfo=None)
        self._book.set_properties({"title": self._title(""), "author": summary.unit_name, "created": made})
        self._formats: dict[tuple[object, ...], Any] = {}

    def overview(self) -> None:
        """Write how each item stands, with two charts."""
        columns = (
            Column("部分", 22, wrap=True),
            Column("目", 5),
            Column("事项", 30, wrap=True),
            Column("任务数", 8),
            Column("已填报", 8),
            Column("完成率", 9, PERCENT),
            Column("● 绿", 7),
            Column("▲ 黄", 7),
            Column("■ 红", 7),
            Column("○ 未报", 8),
        )
        rows = [
            (
                line.part_title,
                line.item_number,
                line.item_title,
                line.total,
                line.reported,
                line.completion,
                *(line.lights.get(light, 0) for light in (Light.GREEN, Light.YELLOW, Light.RED, Light.NONE)),
            )
            for line in self._summary.items
        ]
        states = [line.cell.state for line in self._summary.units]
        facts = (
            f"应报 {len(states)} 个单位：审核通过 {states.count(CellState.ACCEPTED)}，待审核"
            f" {states.count(CellState.WAITING)}，退回修改 {states.count(CellState.RETURNED)}，未报"
            f" {len(self._summary.missing)}。"
        )
        sheet = self._sheet("总体情况", columns, rows, facts=facts)
        if rows:
            last = _HEADER_ROW + len(rows)
            lights = self._book.add_chart({"type": "bar", "subtype": "stacked"})
            for column, colour in ((6, layout.GREEN), (7, "#C98A00"), (8, layout.RED), (9, "#B8C0CA")):
                lights.add_series(
                    {
                        "name": ["总体情况", _HEADER_ROW, column],
                        "categories": ["总体情况", _HEADER_ROW + 1, 1, last, 1],
                        "values": ["总体情况", _HEADER_ROW + 1, column, last, column],
                        "fill": {"color": colour},
                        "gap": 40,
                    }
                )
            self._place(sheet, lights, "各目红黄绿灯", rows=len(rows))

    def indicators(self) -> None:
        """Write each indicator with the superior's own figure, what the units amount to, and each unit's figure."""
        units = [line.unit for line in self._summary.units]
        columns = (
            Column("目", 5),
            Column("任务", 34, wrap=True),
            Column("指标", 22, wrap=True),
            Column("单位", 7),
            Column("目标值", 11, "number"),
            Column("本级填报", 11, "number"),
            Column("本级完成率", 10, PERCENT),
            Column("下级汇总", 11, "number"),
            Column("汇总方式", 12, wrap=True),
            Column("未计入", 8),
            *(Column(unit.label, 11, "number", wrap=True) for unit in units),
        )
        rows: list[Sequence[Cell]] = []
        for line in self._summary.indicators:
            by_unit = {one.unit.id: one for one in line.proposal.contributions}
            rows.append(
                (
                    line.task.item_number,
                    line.task.text,
                    line.indicator.name,
                    line.indicator.unit,
                    line.indicator.target,
                    line.own,
                    line.own_completion,
                    line.proposal.amount,
                    method_word(line.proposal),
                    len(line.proposal.missing),
                    *(
                        brought(by_unit[unit.id].amount, by_unit[unit.id].part) if unit.id in by_unit else ""
                        for unit in units
                    ),
                )
            )
        self._sheet("指标汇总", columns, rows, frozen=3)

    def ranking(self) -> None:
        """Write the units in the order of their rank, with a chart."""
        columns = (
            Column("名次", 6),
            Column("单位", 26),
            Column("完成率（平均）", 12, PERCENT),
            Column("任务数", 8),
            Column("已填报", 8),
            Column("● 绿", 7),
            Column("▲ 黄", 7),
            Column("■ 红", 7),
            Column("报送情况", 16),
            Column("填报日期", 12),
        )
        ranked = [*self._summary.ranking, *(line for line in self._summary.units if not line.rank)]
        sheet = self._sheet("单位排名", columns, [_ranked_row(line) for line in ranked])
        charted = min(len(self._summary.ranking), _CHARTED)
        if charted:
            chart = self._book.add_chart({"type": "bar"})
            chart.add_series(
                {
                    "name": "完成率（平均）",
                    "categories": ["单位排名", _HEADER_ROW + 1, 1, _HEADER_ROW + charted, 1],
                    "values": ["单位排名", _HEADER_ROW + 1, 2, _HEADER_ROW + charted, 2],
                    "fill": {"color": _BAR},
                    "gap": 50,
                    "data_labels": {"value": True, "num_format": PERCENT},
                }
            )
            self._place(sheet, chart, "各单位完成率", rows=charted, below=len(ranked), shown=PERCENT)

    def behind(self) -> None:
        """Write what is red, then what is yellow."""
        columns = (
            Column("灯", 8),
            Column("单位", 22),
            Column("目", 5),
            Column("任务", 44, wrap=True),
            Column("进展状态", 10),
            Column("进展情况", 50, wrap=True),
        )
        rows = [
            (
                wording.LIGHT[line.light],
                line.unit.label,
                line.task.item_number,
                line.task.text,
                wording.STATUS[line.status] if line.status else "",
                line.narrative,
            )
            for line in self._summary.behind
        ]
        self._sheet("红黄灯", columns, rows)

    def problems(self) -> None:
        """Write what the units say stands in their way."""
        columns = (
            Column("单位", 22),
            Column("目", 5),
            Column("任务", 40, wrap=True),
            Column("灯", 8),
            Column("存在问题", 46, wrap=True),
            Column("下一步打算", 46, wrap=True),
        )
        rows = [
            (
                line.unit.label,
                line.task.item_number,
                line.task.text,
                wording.LIGHT[line.light],
                line.problems,
                line.next_steps,
            )
            for line in self._summary.problems
        ]
        self._sheet("问题清单", columns, rows)

    def missing(self) -> None:
        """Write who has not reported, or has to report again."""
        columns = (Column("单位", 28), Column("情况", 18), Column("联系人", 30))
        open_states = {CellState.NOT_YET, CellState.OVERDUE, CellState.RETURNED}
        rows = [
            (line.unit.name, state_word(line.cell), line.unit.contact)
            for line in self._summary.units
            if line.cell.state in open_states
        ]
        self._sheet("未报单位", columns, rows)

    def finish(self) -> bytes:
        """Return the file."""
        self._book.close()
        return self._buffer.getvalue()

    def _title(self, sheet: str) -> str:
        name = f"{self._summary.period.official_name}工作要点进展汇总"
        return f"{name} · {sheet}" if sheet else name

    def _sheet(
        self, name: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]], *, facts: str = "", frozen: int = 0
    ) -> Any:
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(layout.PAPER_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEADER_ROW)
        sheet.hide_gridlines(2)
        sheet.set_footer(f"&L{self._summary.unit_name.replace('&', '&&')}&R{wording.PAGES}")
        sheet.set_row(0, 30)
        sheet.write_string(0, 0, self._title(name), self._format(size=16, bold=True))
        made = f"{self._summary.document_number} {self._summary.plan_title}　制表：{self._summary.made_on.isoformat()}"
        sheet.write_string(1, 0, f"{made.strip()}　{facts}".rstrip(), self._format(size=10, colour=layout.SECONDARY))
        for at, column in enumerate(columns):
            sheet.set_column(at, at, column.width)
            heading = self._format(bold=True, fill=layout.HEADER_FILL, lines=True, wrap=True, align="center")
            sheet.write_string(_HEADER_ROW, at, column.heading, heading)
        count = 0
        for count, row in enumerate(rows, start=1):
            sheet.set_row(_HEADER_ROW + count, _height(columns, row))
            for at, (column, value) in enumerate(zip(columns, row, strict=True)):
                self._write(sheet, _HEADER_ROW + count, at, column, value)
        if not count:
            sheet.write_string(_HEADER_ROW + 1, 0, wording.NOTHING, self._format(colour=layout.SECONDARY))
        sheet.autofilter(_HEADER_ROW, 0, _HEADER_ROW + max(count, 1), len(columns) - 1)
        sheet.freeze_panes(_HEADER_ROW + 1, frozen)
        return sheet

    def _write(self, sheet: Any, row: int, at: int, column: Column, value: Cell) -> None:
        if value is None or value == "":
            sheet.write_blank(row, at, None, self._format(lines=True))
        elif isinstance(value, str):
            colour, fill = next(
                (looks for light, looks in _LIGHT_FILLS.items() if value == wording.LIGHT[light]), ("", "")
            )
            sheet.write_string(row, at, value, self._format(lines=True, wrap=column.wrap, colour=colour, fill=fill))
        else:
            shown = layout.number_format(Decimal(value)) if column.format == "number" else column.format or "0"
            align = "" if column.format else "center"
            # XlsxWriter formats what it is handed with 16 significant digits; a Decimal of 15 stays exact.
            sheet.write_number(
                row, at, Decimal(plain(Decimal(value))), self._format(lines=True, number=shown, align=align)
            )

    def _place(
        self, sheet: Any, chart: Any, title: str, *, rows: int, below: int | None = None, shown: str = "0"
    ) -> None:
        """Put a chart of ``rows`` bars under the table, which has ``below`` rows, as many by default."""
        chart.set_title({"name": title, "name_font": {"size": 12}})
        chart.set_y_axis({"reverse": True, "num_font": {"size": 9}})
        chart.set_x_axis({"num_format": shown, "major_gridlines": {"visible": True, "line": {"color": "#E1E5EA"}}})
        chart.set_legend({"position": "bottom"})
        chart.set_size({"width": 780, "height": min(_HIGHEST_CHART, 90 + max(rows, 8) * 24)})
        row = _HEADER_ROW + (rows if below is None else below) + 2
        if row > _FIRST_PAGE:
            sheet.set_h_pagebreaks([row])
        sheet.insert_chart(row, 0, chart, {"object_position": 3})

    def _format(
        self,
        *,
        size: float = 10.5,
        bold: bool = False,
        colour: str = "",
        fill: str = "",
        lines: bool = False,
        wrap: bool = False,
        align: str = "",
        number: str = "",
    ) -> Any:
        key = (size, bold, colour, fill, lines, wrap, align, number)
        if key not in self._formats:
            wanted: dict[str, object] = {"font_name": layout.FONT, "font_size": size, "valign": "vcenter"}
            wanted |= {"bold": True} if bold else {}
            wanted |= {"font_color": colour} if colour else {}
            wanted |= {"bg_color": fill} if fill else {}
            wanted |= {"border": 1, "border_color": layout.LINE} if lines else {}
            wanted |= {"text_wrap": True} if wrap else {}
            wanted |= {"align": align} if align else {}
            wanted |= {"num_format": number} if number else {}
            self._formats[key] = self._book.add_format(wanted)
        return self._formats[key]


def _height(columns: Sequence[Column], row: Sequence[Cell]) -> float:
    """Return the height in points in which the wrapped texts of a row show whole, up to what Excel allows."""
    lines = [
        layout.wrapped_lines(value, (column.width * _DIGIT_WIDTH - _CELL_PADDING) / _SIZE)
        for column, value in zip(columns, row, strict=True)
        if column.wrap and isinstance(value, str) and value
    ]
    return min(layout.MAX_ROW_HEIGHT, max(20.0, max(lines, default=1) * _SIZE * 1.45 + 6))


def _ranked_row(line: UnitLine) -> Sequence[Cell]:
    received = line.cell.judged.received if line.cell.judged else None
    return (
        line.rank or "",
        line.unit.name,
        line.completion,
        line.total,
        line.reported,
        *(line.lights.get(light, 0) for light in (Light.GREEN, Light.YELLOW, Light.RED)),
        state_word(line.cell),
        received.filled_on.isoformat() if received else "",
    )
