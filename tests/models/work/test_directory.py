"""Lists of units as offices have them: sheets, .csv files, pasted cells and names; and files that are none."""

import os
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from models.core.errors import FileMissing, FileTooLarge, NotAFile, UserError
from models.plan.documents.problems import DamagedDocument, UnsupportedFormat
from models.store.database import Workspace
from models.store.directory import OwnUnitListed, UnitFacts, put_units, subordinates
from models.store.unit_weights import weights
from models.work.directory import (
    MAX_FILE,
    MAX_UNITS,
    NoUnitsFound,
    TooManyUnits,
    offered_units,
    read_directory,
    read_directory_text,
    take_directory,
)


def sheet(path: Path, rows: Sequence[Sequence[object]], *, name: str = "名录") -> Path:
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet(name)
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                page.write(r, c, cell)
    return path


def found(text: str) -> list[str]:
    return [unit.name for unit in read_directory_text(text).units]


def test_a_sheet_with_a_title_and_columns_in_any_order(tmp_path: Path) -> None:
    table = read_directory(
        sheet(
            tmp_path / "名录.xlsx",
            [
                ["某县学校名录"],
                ["序号", "在校学生数", "学校名称", "学校标识码", "类型", "联系人", "联系电话", "校训", "填报方式"],
                [1, 1200, "实验小学", "3137000001", "小学", "王敏", "0537-1", "勤", "程序"],
                [2, "2,300", "第一中学", "3137000002", "中学", "", "0537-2", "学", "手填"],
                [3, None, "乡镇小学", "3137000003", None, None, None, None, None],
                ["", 3500, "合　计", "", "", "", "", ""],
            ],
        )
    )
    assert table.units == (
        UnitFacts(name="实验小学", code="3137000001", kind="小学", contact="王敏 0537-1", has_program=True),
        UnitFacts(name="第一中学", code="3137000002", kind="中学", contact="0537-2", has_program=False),
        UnitFacts(name="乡镇小学", code="3137000003"),
    )
    assert table.weights == {"在校学生数": (Decimal(1200), Decimal(2300), None)}
    assert table.ignored == ("校训",)


@pytest.mark.parametrize(
    "text",
    [
        "甲县教育局\n乙区教育局\n",
        "甲县教育局、乙区教育局",
        "1\t甲县教育局\n2\t乙区教育局",
        "甲县教育局\t370881\n乙区教育局\t370882",
        "单位代码,单位名称\n370881,甲县教育局\n370882,乙区教育局",
        "\ufeff单 位\n甲县教育局\n\n乙区教育局",
        "名称\t备注\r\n甲县教育局\t\r\n乙区教育局\t有附件",
        "县（市、区）\t责任单位\n甲\t甲县教育局\n乙\t乙区教育局",
    ],
)
def test_what_people_paste(text: str) -> None:
    assert found(text.lstrip("\ufeff")) == ["甲县教育局", "乙区教育局"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_file_in_the_encodings_of_offices(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text("单位名称,简称,学生数\n甲县教育局,甲县,3千\n乙区教育局,乙区,2500\n", encoding=encoding)
    table = read_directory(path)
    assert [unit.short_name for unit in table.units] == ["甲县", "乙区"]
    assert table.weights == {"学生数": (Decimal(3000), Decimal(2500))}


def test_codes_without_a_title_are_told_from_row_numbers() -> None:
    table = read_directory_text("1\t370881\t甲县教育局\n2\t370882\t乙区教育局")
    assert [(unit.code, unit.name) for unit in table.units] == [("370881", "甲县教育局"), ("370882", "乙区教育局")]


def test_a_list_is_taken_in_with_its_figures_and_again_without_doubling(small: Workspace, at: datetime) -> None:
    table = read_directory_text("名称\t代码\t学生数\n甲县教育局\t3708\t1200\n乙区教育局\t\t800")
    assert take_directory(small, table, at=at).units
    assert not take_directory(small, table, at=at)
    first, second = subordinates(small)
    assert weights(small) == {"学生数": {first.id: Decimal(1200), second.id: Decimal(800)}}
    by_name = read_directory_text("名称\t学生数\n甲县教育局\t1300")
    take_directory(small, by_name, at=at)
    assert weights(small)["学生数"][first.id] == 1300


def test_a_list_with_the_own_unit_is_refused_whole(small: Workspace, at: datetime) -> None:
    with pytest.raises(OwnUnitListed):
        take_directory(small, read_directory_text("名称\t学生数\n甲\t1\n某县教育局\t2"), at=at)
    assert subordinates(small) == ()
    assert weights(small) == {}


def test_the_addressees_of_the_plan_are_offered_but_for_groups(real: Workspace, at: datetime) -> None:
    offered = offered_units(real)
    names = [unit.name for unit in offered]
    assert names
    assert not [name for name in names if "各" in name]
    put_units(real, offered[:1], at=at)
    assert [unit.name for unit in offered_units(real)] == names[1:]


@pytest.mark.parametrize("text", ["", "\n\n", "123\n456", "单位名称\n", "合计", "\t\t\n", "x" * 200_000 + "\t1\n2\t3"])
def test_a_text_without_units_is_refused(text: str) -> None:
    with pytest.raises(NoUnitsFound):
        found("序号\n" + text if text[:3] == "123" else text)


def test_too_many_units_are_refused() -> None:
    with pytest.raises(TooManyUnits):
        found("\n".join(f"第{n}小学" for n in range(MAX_UNITS + 1)))


def test_files_that_are_no_list_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_directory(tmp_path / "无.xlsx")
    with pytest.raises(NotAFile):
        read_directory(tmp_path)
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04" + bytes(50))
    with pytest.raises(DamagedDocument) as damaged:
        read_directory(broken)
    assert damaged.value.path == broken
    pdf = tmp_path / "a.xlsx"
    pdf.write_bytes(b"%PDF-1.7\n")
    with pytest.raises(UnsupportedFormat):
        read_directory(pdf)
    empty = sheet(tmp_path / "空.xlsx", [["说明"], [5]])
    with pytest.raises(NoUnitsFound):
        read_directory(empty)
    large = tmp_path / "大.csv"
    with large.open("wb") as stream:
        os.truncate(stream.fileno(), MAX_FILE + 1)
    with pytest.raises(FileTooLarge):
        read_directory(large)


@given(st.text(alphabet='甲乙局单位名称代码1234,\t\n"、 \x00\u200b', max_size=80))
def test_whatever_is_pasted_is_a_list_or_refused(text: str) -> None:
    try:
        table = read_directory_text(text)
    except UserError:
        return
    assert all(unit.name for unit in table.units)
    assert all(len(column) == len(table.units) for column in table.weights.values())


def test_of_two_units_of_one_name_each_gets_its_own_figures(small: Workspace, at: datetime) -> None:
    put_units(small, [UnitFacts(name="甲小学", code="370101")], at=at)
    take_directory(small, read_directory_text("单位名称\t单位代码\t学生数\n甲小学\t\t900\n甲小学\t370202\t70"), at=at)
    first, second = subordinates(small)
    assert weights(small) == {"学生数": {first.id: Decimal(900), second.id: Decimal(70)}}
