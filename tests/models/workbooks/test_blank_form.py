"""The form that is filled by hand: what people and programs do to it is read, or refused by the cell's address."""

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest

from models.core.vocabulary import Light, Status
from models.plan.documents.problems import DamagedDocument, OversizedDocument, UnsafeMarkup
from models.signing.findings import Outcome
from models.signing.package import read_package
from models.signing.trust import Trust
from models.work.return_content import ReturnRow, SignOff
from models.workbooks.blank_form import write_blank_form
from models.workbooks.blank_form_cells import MAX_FILE, NotABlankForm
from models.workbooks.blank_form_read import FilledForm, read_blank_form
from models.workbooks.blank_form_values import Problem
from models.workbooks.examine import examine
from models.workbooks.glance import is_blank_form, kind_of
from models.workbooks.printable import as_printed
from models.workbooks.return_form import write_return
from models.workbooks.return_read import read_return
from tests.models.workbooks.exchange_samples import small_assignment, year_assignment
from tests.models.workbooks.filled_forms import PERIOD, Change, as_wps_saves, blank, filled, with_cached, with_part
from tests.models.workbooks.samples import small_content


def rows_of(form: FilledForm) -> list[ReturnRow]:
    return [row for group in form.content.groups for row in group.rows]


def findings(data: bytes) -> list[tuple[str, Problem]]:
    return [(finding.cell, finding.problem) for finding in read_blank_form(data).findings]


def test_what_was_filled_in_is_read_as_a_return() -> None:
    form = read_blank_form(filled())
    assert (form.findings, form.version) == ((), 1)
    head = form.content.head
    assert (head.plan_id, head.unit_name, head.unit_code, head.period) == (
        "P7K3QXM9RT",
        "示例区教育和体育局",
        "370899",
        PERIOD,
    )
    assert (head.year, head.document_number, head.sequence) == (2021, "济教字〔2021〕1号", 2)
    assert head.plan_title == "济宁市教育局（中共济宁市委教育工委）2021年工作要点"
    assert head.sign_off == SignOff(filled_by="王小明", phone="0537-1234567", reviewed_by="李华", unit_head="赵强")
    assert head.filled_on == date(2021, 6, 24)
    first, second, third, sight, last = rows_of(form)
    assert (first.task_id, first.indicator_id, first.amount) == ("06-7K3QXM", "06-7K3QXM/1", Decimal(6))
    assert (first.narrative, first.problems) == ("6所完成改造。\n已验收。", "资金有缺口")
    assert (first.status, first.light) == (Status.IN_PROGRESS, Light.GREEN)
    assert first.completion == Decimal("0.6667")
    assert (second.indicator_id, second.amount, second.no_data_reason) == ("06-7K3QXM/3", None, "未统计")
    assert (second.task_text, second.status, second.narrative) == (first.task_text, first.status, "")
    assert (third.amount, third.completion) == (Decimal(3), Decimal("0.375"))
    assert (sight.unit, sight.amount, sight.completion, sight.light) == ("%", Decimal("45.5"), None, Light.YELLOW)
    assert (last.indicator_id, last.status, last.light) == (None, Status.BEHIND, Light.YELLOW)
    assert form.content == as_printed(form.content)
    assert read_return(read_package(write_return(form.content, fingerprint=""))).content == form.content


def test_what_was_left_blank_is_blank() -> None:
    day_only = filled(dict.fromkeys(["G9", "H9", "I9", "G10", "G11", "H11", "L2", "D16"]))
    form = read_blank_form(day_only)
    assert not form.findings and form.content.head.sequence == 1 and not form.content.head.sign_off.filled_by
    assert [(row.amount, row.no_data_reason) for row in rows_of(form)[:3]] == [(None, "")] * 3
    assert rows_of(form)[2].light is Light.NONE


@pytest.mark.parametrize("save", [as_wps_saves, lambda data: filled(data=data)], ids=["dimension A1", "saved twice"])
def test_it_does_not_matter_which_program_saved_it(save) -> None:  # type: ignore[no-untyped-def]  # bytes to bytes
    assert read_blank_form(save(filled())) == read_blank_form(filled())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("6", "6"),
        ("２０００", "2000"),
        ("2,000", "2000"),
        ("２，０００", "2000"),
        ("2千", "2000"),
        ("1.2万所", "12000"),
        (" 6 所 ", "6"),
        (2000.5, "2000.5"),
        (0.1 + 0.2, "0.3"),
        (0, "0"),
        (123456789012345, "123456789012345"),
    ],
)
def test_numbers_are_read_however_they_are_typed(typed: object, meant: str) -> None:
    form = read_blank_form(filled({"G9": typed}))
    assert not form.findings
    assert rows_of(form)[0].amount == Decimal(meant)


def test_a_percentage_counts_as_it_shows() -> None:
    def shown_as_percent(sheet) -> None:  # type: ignore[no-untyped-def]  # a Worksheet
        sheet["G13"].number_format = "0.0%"

    form = read_blank_form(filled({"G13": 0.455}, change=shown_as_percent))
    assert (form.findings, rows_of(form)[3].amount) == ((), Decimal("45.5"))
    assert findings(filled({"G9": 0.455}, change=lambda sheet: setattr(sheet["G9"], "number_format", "0%"))) == [
        ("G9", Problem.MEASURE)
    ]


@pytest.mark.parametrize(
    ("cell", "typed", "problem"),
    [
        ("G9", "约30所", Problem.NUMBER),
        ("G9", "—", Problem.NUMBER),
        ("G9", "2,00", Problem.GROUPING),
        ("G9", "30人", Problem.MEASURE),
        ("G9", "1234567890123456", Problem.DIGITS),
        ("G9", -3, Problem.NEGATIVE),
        ("G9", date(2021, 3, 4), Problem.NUMBER),
        ("G9", True, Problem.NUMBER),
        ("G9", "#DIV/0!", Problem.FORMULA),
        ("G9", "无数据", Problem.REASON),
        ("G9", "无数据：" + "长" * 101, Problem.LENGTH),
        ("H9", "进行中", Problem.STATUS),
        ("I9", "长" * 501, Problem.LENGTH),
        ("J9", "长" * 301, Problem.LENGTH),
        ("L2", "零", Problem.SEQUENCE),
        ("L2", 0, Problem.SEQUENCE),
        ("L2", 1.5, Problem.SEQUENCE),
        ("K16", "六月底", Problem.DAY),
        ("K16", "2021-2-30", Problem.DAY),
        ("K16", None, Problem.DAY),
        ("D16", "长" * 41, Problem.LENGTH),
        ("G14", 5, Problem.EXTRA),
        ("H10", "推进中", Problem.EXTRA),
        ("I10", "写在了第二行", Problem.EXTRA),
        ("N9", "另有说明", Problem.EXTRA),
        ("I12", "写在了标题行", Problem.EXTRA),
    ],
)
def test_what_is_not_clearly_meant_is_told_by_its_cell(cell: str, typed: object, problem: Problem) -> None:
    assert findings(filled({cell: typed})) == [(cell, problem)]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2021年6月24日", date(2021, 6, 24)),
        ("2021/6/24", date(2021, 6, 24)),
        ("２０２１．６．４", date(2021, 6, 4)),
        (datetime(2021, 6, 24), date(2021, 6, 24)),  # noqa: DTZ001  # as a sheet holds it
    ],
)
def test_days_are_read_however_they_are_typed(typed: object, day: date) -> None:
    form = read_blank_form(filled({"K16": typed}))
    assert (form.findings, form.content.head.filled_on) == ((), day)


@pytest.mark.parametrize("typed", [3, "3", "第3次", "３"])
def test_the_number_of_a_return_is_read_however_it_is_typed(typed: object) -> None:
    form = read_blank_form(filled({"L2": typed}))
    assert (form.findings, form.content.head.sequence) == ((), 3)


def test_a_formula_counts_by_the_value_that_was_saved_with_it() -> None:
    without = filled({"G9": "=2+4"})
    assert findings(without) == [("G9", Problem.FORMULA)]
    form = read_blank_form(with_cached(without, "G9", "6"))
    assert (form.findings, rows_of(form)[0].amount) == ((), Decimal(6))


@pytest.mark.parametrize("text", ["=1+1", "+86-537", "-", "@x"])
def test_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    def as_text(sheet) -> None:  # type: ignore[no-untyped-def]  # a Worksheet
        sheet["I9"].value = text
        sheet["I9"].data_type = "s"

    form = read_blank_form(filled(change=as_text))
    assert (form.findings, rows_of(form)[0].narrative) == ((), text)


STRUCTURE: dict[str, tuple[Change, set[tuple[str, Problem]]]] = {
    "cells merged": (lambda sheet: sheet.merge_cells("I9:I10"), {("I9", Problem.MERGED)}),
    "a row deleted": (lambda sheet: sheet.delete_rows(11), {("A5", Problem.PRINTED)}),
    "a row repeated": (
        lambda sheet: sheet.insert_rows(12) or _copy(sheet, 11, 12),
        {("B12", Problem.REPEATED), ("A5", Problem.PRINTED)},
    ),
    "a target lowered": (lambda sheet: sheet.__setitem__("E9", 6), {("A5", Problem.PRINTED)}),
    "a wording changed": (lambda sheet: sheet.__setitem__("C9", "另一件事"), {("A5", Problem.PRINTED)}),
    "another unit's name": (lambda sheet: sheet.__setitem__("A2", "填报单位：别的局"), {("A5", Problem.PRINTED)}),
    "a row of notes added": (
        lambda sheet: sheet.insert_rows(12) or sheet.__setitem__("C12", "补充说明"),
        {("C12", Problem.EXTRA)},
    ),
    "an empty row added": (lambda sheet: sheet.insert_rows(12), set()),
    "a column of notes added": (lambda sheet: _widen(sheet, "说明"), {("H9", Problem.EXTRA)}),
    "an empty column added": (lambda sheet: _widen(sheet, ""), set()),
}


def _copy(sheet, source: int, target: int) -> None:  # type: ignore[no-untyped-def]  # a Worksheet
    for column in range(1, 13):
        sheet.cell(target, column).value = sheet.cell(source, column).value


def _widen(sheet, note: str) -> None:  # type: ignore[no-untyped-def]  # a Worksheet
    """Insert a column in the middle of the table, and leave what stands above and below it where it was."""
    sheet.unmerge_cells("A1:L1")
    sheet.unmerge_cells("A6:L6")
    for row in range(7, 15):
        for column in range(13, 8, -1):
            sheet.cell(row, column).value = sheet.cell(row, column - 1).value
        sheet.cell(row, 8).value = None
    sheet["H9"] = note or None


@pytest.mark.parametrize(("change", "found"), STRUCTURE.values(), ids=STRUCTURE.keys())
def test_a_form_that_was_taken_apart_is_told_or_read(change: Change, found: set[tuple[str, Problem]]) -> None:
    form = read_blank_form(filled(change=change))
    assert {(finding.cell, finding.problem) for finding in form.findings} == found
    if not found:
        assert rows_of(form) == rows_of(read_blank_form(filled()))


def test_a_finding_says_what_stands_there() -> None:
    (finding,) = read_blank_form(filled({"G9": "约30所"})).findings
    assert finding.text == "约30所"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (lambda: write_return(small_content(), fingerprint=""), "form"),
        (lambda: filled({"A19": "表式：进展填报表（手填） 第2版"}), "version"),
        (lambda: filled({"G7": "本期完成"}), "columns"),
        (lambda: filled({"L7": "存在问题"}), "columns"),
        (lambda: filled({"C16": "填表人"}), "columns"),
        (lambda: filled({"A5": "表号：P7K3QXM9RT / 370899 / 2021-Q2 / 第1版 / AAAA-AAAA-AAAA"}), "form"),
    ],
)
def test_what_is_no_such_form_is_refused(data, reason: str) -> None:  # type: ignore[no-untyped-def]  # makes bytes
    with pytest.raises(NotABlankForm) as refused:
        read_blank_form(data())
    assert refused.value.reason == reason


def test_hostile_files_are_refused() -> None:
    with pytest.raises(OversizedDocument):
        read_blank_form(b"PK\x03\x04" + bytes(MAX_FILE))
    with pytest.raises(DamagedDocument):
        read_blank_form(b"")
    with pytest.raises(DamagedDocument):
        read_blank_form(filled()[:-500])
    with pytest.raises(UnsafeMarkup):
        read_blank_form(
            with_part(filled(), lambda raw: raw.replace(b"<worksheet", b"<!DOCTYPE worksheet><worksheet", 1))
        )
    stream = io.BytesIO(filled())
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/bomb.xml", bytes(11_000_000))
    with pytest.raises(OversizedDocument):
        read_blank_form(stream.getvalue())


def test_rows_without_end_cost_nothing() -> None:
    far = b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    assert findings(with_part(filled(), lambda raw: raw.replace(b"</sheetData>", far))) == []


def test_it_is_told_apart_from_what_is_signed() -> None:
    assert is_blank_form(blank()) and is_blank_form(filled())
    assert kind_of(blank()) is None
    assert not is_blank_form(write_return(small_content(), fingerprint="")) and not is_blank_form(b"x")
    found = examine(filled(), Trust())
    assert (found.outcome, found.kind) == (Outcome.UNSIGNED, None)
    assert [remark.code for remark in found.findings] == ["blank-form"]


def test_only_what_is_to_be_filled_in_is_open() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(blank())).active
    assert sheet is not None and sheet.protection.sheet
    assert sheet.sheet_state == "visible"
    unlocked = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    columns = {"G": (9, 10, 11, 13), "H": (9, 11, 13, 14)} | dict.fromkeys("IJKL", (9, 11, 13, 14))
    table = {f"{column}{row}" for column, rows in columns.items() for row in rows}
    assert unlocked == table | {"L2", "D16", "I16", "K16", "D17", "I17"}
    checked = {str(area) for rule in sheet.data_validations.dataValidation for area in rule.sqref.ranges}
    assert table | {"L2", "K16"} <= {cell for area in checked for cell in _cells(area)}
    assert not any(one.hidden for one in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values()))


def _cells(area: str) -> list[str]:
    first, _, last = area.partition(":")
    if not last:
        return [first]
    return [f"{first[0]}{row}" for row in range(int(first[1:]), int(last[1:]) + 1)]


def test_the_same_assignment_gives_the_same_form() -> None:
    assert blank() == blank()
    assert write_blank_form(small_assignment(version=2), PERIOD) != blank()


def test_a_year_of_tasks_comes_back_whole() -> None:
    content = year_assignment(rows=500)
    form = read_blank_form(write_blank_form(content, PERIOD))
    assert [finding.problem for finding in form.findings] == [Problem.DAY]
    meant = [(row.task_id, row.indicator_id, row.target) for group in content.groups for row in group.rows]
    assert [(row.task_id, row.indicator_id, row.target) for row in rows_of(form)] == meant
