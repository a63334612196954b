"""The written sheet, read by another program: openpyxl sees each value, typed, and nothing that should not be there."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from models.core.vocabulary import Direction
from models.work.return_content import ReturnContent
from models.workbooks import wording
from models.workbooks.printable import NotPrintable, as_printed
from models.workbooks.return_form import COLUMNS, FIRST_ROW, HEADER_ROW, write_return
from models.workbooks.sign_off_block import CURRENT
from tests.models.workbooks.samples import FINGERPRINT, HEAD, full_content, row, small_content, year_content


def written(content: ReturnContent) -> bytes:
    return write_return(content, fingerprint=FINGERPRINT)


def opened(content: ReturnContent) -> Worksheet:
    book = openpyxl.load_workbook(io.BytesIO(written(content)))
    assert book.sheetnames == ["进展填报表"]
    return book["进展填报表"]


def with_first_row(**facts: object) -> ReturnContent:
    content = small_content()
    group = content.groups[0]
    return replace(content, groups=(replace(group, rows=(replace(group.rows[0], **facts), *group.rows[1:])),))


def number_in(cell: Cell) -> Decimal:
    assert cell.data_type == "n"
    return Decimal(repr(cell.value))


def test_each_value_stands_in_its_cell_with_its_type() -> None:
    content = as_printed(year_content())
    sheet = opened(content)
    line = FIRST_ROW + 1
    for group in content.groups:
        assert sheet.cell(line, 1).value == wording.group_text(
            group.part_number, group.part_title, group.item_number, group.item_title
        )
        for entry in group.rows:
            line += 1
            cells = [sheet.cell(line, column) for column in range(1, 14)]
            assert number_in(cells[0]) == entry.number
            assert cells[1].value == entry.task_id
            assert cells[2].value in {entry.task_text, "（同上）"}
            for cell, value in ((cells[4], entry.target), (cells[5], entry.amount), (cells[6], entry.completion)):
                if entry.indicator_id is None:
                    assert cell.value == "—"
                elif value is None:
                    assert cell.value is None
                else:
                    assert number_in(cell) == value
            texts = (entry.narrative, entry.problems, entry.next_steps, entry.remark)
            assert tuple(cell.value or "" for cell in cells[9:]) == texts
        line += 1


def test_head_says_whose_return_it_is() -> None:
    texts = {cell.value for line in opened(small_content()).iter_rows(max_row=4) for cell in line if cell.value}
    assert {
        "2021年工作要点进展填报表",
        "填报单位：示例区教育和体育局",
        "单位代码：370899",
        "填报期：2021年第二季度（截至6月30日）",
        "第1次填报",
        "文号：济教字〔2021〕1号",
        "代替：—",
        "数据校验码：XKR6-F23N-EMYH",
        f"签名指纹：{FINGERPRINT}",
    } <= texts


def test_second_return_says_what_it_supersedes() -> None:
    head = replace(HEAD, sequence=2, supersedes="X6MN-PF35-D4JE", supersedes_sequence=1)
    content = replace(small_content(), head=head)
    texts = {cell.value for line in opened(content).iter_rows(max_row=4) for cell in line}
    assert {"第2次填报，代替第1次", "代替：X6MN-PF35-D4JE"} <= texts


def test_sign_off_block_has_all_that_a_paper_needs() -> None:
    sheet = opened(small_content())
    start = sheet.max_row - len(CURRENT.heights)
    texts = [cell.value for line in sheet.iter_rows(min_row=start) for cell in line if cell.value]
    for label in ("填报人：", "联系电话：", "审核人：", "单位负责人（签字）：", "单位（盖章）：", "填报日期："):
        assert label in texts
    assert {"王小明", "0537-1234567", "李华"} <= set(texts)
    days = [cell for line in sheet.iter_rows(min_row=start) for cell in line if cell.is_date]
    assert [day.value.date() for day in days] == [date(2021, 6, 24)]


def test_who_signed_in_the_program_stands_with_the_moment() -> None:
    sheet = opened(full_content())
    start = sheet.max_row - len(CURRENT.heights)
    moments = {
        (sheet.cell(cell.row, 4).value, cell.value.isoformat(timespec="minutes"))
        for line in sheet.iter_rows(min_row=start, min_col=10, max_col=10)
        for cell in line
        if cell.is_date
    }
    assert moments == {("王小明", "2021-06-24T08:55"), ("李华", "2021-06-24T09:00")}


def test_each_evidence_file_has_a_row_with_its_size_and_sum() -> None:
    content = full_content()
    sheet = opened(content)
    rows = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=FIRST_ROW)]
    first = next(at for at, row in enumerate(rows) if row[0] == "佐证材料　·　3个文件")
    assert [word for word in rows[first + 1] if word] == ["序号", "文件名", "大小", "任务编号", "SHA-256"]
    listed = [[f"佐证{n}", f.name, f.size, f.task_id, f.sha256] for n, f in enumerate(content.evidence, start=1)]
    assert [[cell for cell in row if cell is not None] for row in rows[first + 2 : first + 5]] == listed
    # Who looks for the rows of a task finds none of these.
    ids = {row.task_id for group in content.groups for row in group.rows}
    assert not [row for row in rows[first:] if row[1] in ids or isinstance(row[0], int | float)]


def test_a_draft_is_marked_in_title_header_and_note() -> None:
    sheet = opened(full_content(draft=True))
    assert sheet["A1"].value == "2021年工作要点进展填报表（草稿）"
    assert sheet["A1"].font.color.rgb == "FFB42318"
    assert (sheet.oddHeader.center.text, sheet.oddHeader.center.size) == ("草　稿", 28)
    assert "草稿" in sheet.cell(sheet.max_row, 1).value
    assert opened(full_content()).oddHeader.center.text is None


def test_blank_is_blank_and_no_data_is_a_text() -> None:
    sheet = opened(small_content())
    second = FIRST_ROW + 3
    assert sheet.cell(second, 6).value == "无数据：未统计"
    assert sheet.cell(second, 7).value is None
    assert sheet.cell(second, 9).value == "○ 未报"


def test_completion_is_a_percentage_and_not_capped() -> None:
    sheet = opened(with_first_row(amount=Decimal("13.5"), completion=Decimal("1.5")))
    cell = sheet.cell(FIRST_ROW + 2, 7)
    assert (cell.value, cell.number_format) == (1.5, "0.00%_ ")
    assert sheet.cell(FIRST_ROW + 2, 6).number_format == "#,##0.0_ "


def test_a_ceiling_is_marked() -> None:
    sheet = opened(with_first_row(direction=Direction.AT_MOST, unit="%", indicator_name="近视率"))
    assert sheet.cell(FIRST_ROW + 2, 4).value == "近视率（%；上限）"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|'/c calc'!A1", "{=1}", "http://a.cn/?a&b", "'x", "007"]
)
def test_text_stays_text(text: str) -> None:
    cell = opened(with_first_row(narrative=text)).cell(FIRST_ROW + 2, 10)
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.hyperlink is None


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("一\x00二\x0b三\x1f", "一二\n三"),
        ("\ud83d坏\udc00", "坏"),
        ("好\ufffe\uffff", "好"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("假\u202e真", "假真"),
        ("<r><t>x</t></r>", "<r><t>x</t></r>"),
        ("]]>&amp;<!-- \"'", "]]>&amp;<!-- \"'"),
        ("　　首行", "　　首行"),
        ("𠮷👨‍👩‍👧", "𠮷👨‍👩‍👧"),
    ],
)
def test_odd_characters_never_break_the_sheet(typed: str, shown: str) -> None:
    assert opened(with_first_row(narrative=typed)).cell(FIRST_ROW + 2, 10).value == shown


def test_what_looks_like_an_escape_is_escaped() -> None:
    raw = zipfile.ZipFile(io.BytesIO(written(with_first_row(narrative="_x0041_x0042_")))).read("xl/sharedStrings.xml")
    assert b"<t>_x005F_x0041_x005F_x0042_</t>" in raw


def test_same_content_gives_the_same_bytes() -> None:
    assert written(year_content()) == written(year_content())


def test_the_page_is_set_up_for_paper() -> None:
    sheet = opened(small_content())
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToHeight) == ("landscape", 9, 0)
    assert setup.fitToWidth in {None, 1} and sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$5:$5" and sheet.freeze_panes == "A6"
    footer = sheet.oddFooter
    assert footer.right.text == "第 &P 页，共 &N 页"
    assert footer.left.text == f"数据校验码：XKR6-F23N-EMYH\n签名指纹：{FINGERPRINT}"
    assert sheet.print_area in {"", None}


def test_columns_fit_the_smallest_screen() -> None:
    assert sum(column.width for column in COLUMNS) <= 1366 - 60  # row numbers, scroll bar, frame


def test_sheet_is_locked_whole_and_nothing_is_hidden_or_merged() -> None:
    sheet = opened(year_content())
    assert sheet.protection.sheet and not sheet.protection.selectLockedCells
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:M1"]
    assert sheet.sheet_state == "visible"
    assert not any(dimension.hidden for dimension in sheet.column_dimensions.values())
    assert not any(dimension.hidden for dimension in sheet.row_dimensions.values())
    for line in sheet.iter_rows():
        for cell in line:
            assert cell.data_type != "f" and cell.comment is None and cell.hyperlink is None
            assert not hasattr(cell, "protection") or cell.protection.locked


def test_package_holds_one_sheet_and_nothing_that_acts() -> None:
    archive = zipfile.ZipFile(io.BytesIO(written(small_content())))
    assert sorted(archive.namelist()) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/theme/theme1.xml",
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
    ]
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    workbook = archive.read("xl/workbook.xml").decode()
    assert "fullCalcOnLoad" not in workbook  # or Excel asks to save, and saving takes the signature off
    assert not re.search("<f[ >]|TargetMode", archive.read("xl/worksheets/sheet1.xml").decode())


def test_lights_are_words_and_signs_beside_colours() -> None:
    content = small_content()
    for light, word in wording.LIGHT.items():
        group = content.groups[0]
        lit = replace(content, groups=(replace(group, rows=(replace(group.rows[2], light=light),)),))
        cell = opened(lit).cell(FIRST_ROW + 2, 9)
        assert cell.value == word
        assert (cell.fill.fill_type == "solid") == (light.value != "none")


def test_header_row_names_the_columns() -> None:
    sheet = opened(small_content())
    assert [sheet.cell(HEADER_ROW + 1, 1 + i).value for i in range(13)] == [column.heading for column in COLUMNS]


@pytest.mark.parametrize(
    ("facts", "field", "reason"),
    [
        ({"narrative": "字" * 501}, "narrative", "length"),
        ({"problems": "字" * 301}, "problems", "length"),
        ({"narrative": "\n字" * 200}, "narrative", "height"),
        ({"amount": Decimal("1234567890.1234567")}, "amount", "digits"),
        ({"unit": "所；上限"}, "indicator_name", "wording"),
        ({"unit": "所）（"}, "indicator_name", "wording"),
        ({"indicator_id": "other/1"}, "indicator_id", "wording"),
    ],
)
def test_what_would_not_print_whole_is_refused(facts: dict[str, object], field: str, reason: str) -> None:
    with pytest.raises(NotPrintable) as refused:
        written(with_first_row(**facts))
    assert (refused.value.task_id, refused.value.field, refused.value.reason) == ("06-7K3QXM", field, reason)


@pytest.mark.parametrize("field", ["unit_name", "unit_code", "plan_title", "document_number", "plan_id"])
def test_what_is_too_long_for_its_place_in_the_head_is_refused_and_never_cut(field: str) -> None:
    with pytest.raises(NotPrintable) as refused:
        written(replace(small_content(), head=replace(HEAD, **{field: "长" * 120})))
    assert (refused.value.field, refused.value.reason) == (field, "length")
    short = replace(small_content(), head=replace(HEAD, **{field: "长" * 18}))
    assert any("长" * 18 in str(cell.value) for line in opened(short).iter_rows(max_row=4) for cell in line)


def test_facts_of_an_indicator_without_indicator_are_a_bug() -> None:
    content = small_content()
    odd = replace(content.groups[0], rows=(row(1, "01-ABCDEF", "任务", amount=Decimal(1)),))
    with pytest.raises(ValueError, match="no indicator"):
        written(replace(content, groups=(odd,)))
