"""Whole documents as Word files: a notice with its table, a text with the same tasks as a table, bare headings."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import docx
from docx.document import Document as WordDocument

from models.plan import read_plan
from models.plan.model import DoubtKind, Plan
from tests.models.plan.office_files import docx_bytes, write
from tests.models.plan.tiling import assert_nothing_lost, assert_tiled

Rows = Sequence[Sequence[str]]
HEADER = ["序号", "重点任务", "具体举措", "牵头科室", "配合单位", "完成时限"]
LETTER = [
    "青山区教育局文件",
    "青教字〔2024〕3号",
    "关于印发《青山区教育局2024年重点工作任务分解表》的通知",
    "各科室，各学校：",
    "现将《青山区教育局2024年重点工作任务分解表》印发给你们，请认真抓好落实。",
    "青山区教育局",
    "2024年3月5日",
]


def add_table(document: WordDocument, rows: Rows, *, merged: Sequence[tuple[int, int, int]] = ()) -> None:
    """Add a table; ``merged`` are column, first and last row of cells merged downwards."""
    table = document.add_table(len(rows), len(rows[0]))
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            table.cell(r, c).text = words
    for column, top, bottom in merged:
        words = table.cell(top, column).text
        table.cell(top, column).merge(table.cell(bottom, column)).text = words


def read(folder: Path, document: WordDocument) -> Plan:
    plan = read_plan(write(folder, "要点.docx", docx_bytes(document)))
    assert_nothing_lost(plan)
    return plan


def test_a_notice_with_its_breakdown_table(tmp_path: Path) -> None:
    document = docx.Document()
    for line in (*LETTER, "附件", "青山区教育局2024年重点工作任务分解表"):
        document.add_paragraph(line)
    rows = [
        HEADER,
        ["1", "加强校车管理", "开展校车检查", "安全科", "办公室", "6月底前"],
        ["", "", "约谈司机20人", "安全科", "", "年底前"],
        ["2", "办好食堂", "1.检查食堂50所\n2.公布检查结果", "总务科", "各学校", "长期坚持"],
    ]
    add_table(document, rows, merged=[(0, 1, 2), (1, 1, 2)])
    document.add_paragraph("抄送：市教育局。")
    plan = read(tmp_path, document)
    assert (plan.title, plan.document_number) == ("青山区教育局2024年重点工作任务分解表", "青教字〔2024〕3号")
    assert (plan.issuer, plan.issued_on, plan.addressees) == ("青山区教育局", date(2024, 3, 5), ("各科室", "各学校"))
    assert [(item.number, item.title, [task.text for task in item.tasks]) for item in plan.items] == [
        (1, "加强校车管理", ["开展校车检查", "约谈司机20人"]),
        (2, "办好食堂", ["检查食堂50所", "公布检查结果"]),
    ]
    assert [(task.lead, task.due) for task in plan.tasks][:2] == [
        (("安全科",), date(2024, 6, 30)),
        (("安全科",), date(2024, 12, 31)),
    ]
    assert_tiled(plan)


TEXT = [
    "青山区教育局2024年工作要点",
    "一、抓安全",
    "（一）管好校车。开展校车检查，约谈司机20人。",
    "（二）管好食堂。检查食堂50所。公布检查结果。（责任单位：食安办）",
    "二、抓质量",
    "（三）管好课堂。组织教师培训。",
    "附件：青山区教育局2024年重点工作任务分解表",
]
SAME = [
    ["序号", "工作任务", "牵头科室", "完成时限"],
    ["1", "开展校车检查，约谈司机20人", "安全科", "6月底前"],
    ["2", "检查食堂50所", "总务科", "9月底"],
    ["3", "组织教师培训", "人事科", "年底"],
]


def test_a_text_with_a_table_that_says_its_tasks_again(tmp_path: Path) -> None:
    document = docx.Document()
    for line in TEXT:
        document.add_paragraph(line)
    add_table(document, SAME)
    plan = read(tmp_path, document)
    assert [(part.title, [item.title for item in part.items]) for part in plan.parts] == [
        ("抓安全", ["管好校车", "管好食堂"]),
        ("抓质量", ["管好课堂"]),
    ]
    assert [(task.text, task.lead, task.due) for task in plan.tasks] == [
        ("开展校车检查", ("安全科",), date(2024, 6, 30)),
        ("约谈司机20人", ("安全科",), date(2024, 6, 30)),
        ("检查食堂50所", ("食安办",), date(2024, 9, 30)),
        ("公布检查结果", ("食安办",), None),
        ("组织教师培训", ("人事科",), date(2024, 12, 31)),
    ]
    assert plan.doubts == ()
    assert "2\t检查食堂50所\t总务科\t9月底" in "".join(plan.source[s.start : s.end] for s in plan.left_over)
    assert_tiled(plan)


def test_what_only_the_table_says_is_asked_about(tmp_path: Path) -> None:
    document = docx.Document()
    for line in TEXT:
        document.add_paragraph(line)
    add_table(document, [*SAME, ["4", "建设智慧校园平台", "电教馆", "10月"]])
    plan = read(tmp_path, document)
    assert [(doubt.kind, doubt.text) for doubt in plan.doubts] == [(DoubtKind.TABLE_LEFT, "建设智慧校园平台")]


def test_headings_without_any_number(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("青山区教育局2024年工作要点", 0)
    document.add_paragraph("为做好全年工作，制定本要点。")
    for words, level in (("抓安全", 1), ("校车", 2), ("开展检查。", 0), ("抓质量", 1), ("教学", 2), ("组织培训。", 0)):
        document.add_heading(words, level) if level else document.add_paragraph(words)
    plan = read(tmp_path, document)
    assert plan.title == "青山区教育局2024年工作要点"
    assert [(part.title, [item.title for item in part.items]) for part in plan.parts] == [
        ("抓安全", ["校车"]),
        ("抓质量", ["教学"]),
    ]


def test_tables_with_other_columns_below_the_headings_of_their_parts(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("青山区教育局2024年重点工作任务清单")
    document.add_paragraph("一、抓安全")
    add_table(document, [["序号", "工作任务", "责任科室", "完成时限"], ["1", "开展检查", "安全科", "6月底"]])
    document.add_paragraph("二、抓质量")
    add_table(document, [["工作任务", "目标值", "责任科室"], ["组织培训", "500人次", "人事科"]])
    document.add_paragraph("附：责任人名单")
    add_table(document, [["姓名", "电话"], ["张三", "123"]])
    plan = read(tmp_path, document)
    assert [(part.number, part.title) for part in plan.parts] == [(1, "抓安全"), (2, "抓质量")]
    assert [(task.text, task.lead) for task in plan.tasks] == [
        ("开展检查", ("安全科",)),
        ("组织培训，500人次", ("人事科",)),
    ]
    assert [plan.source[span.start : span.end] for span in plan.left_over] == [
        "附：责任人名单",
        "姓名\t电话",
        "张三\t123",
    ]
