"""Word files: numbers that Word keeps out of the text, and what of a page is text at all."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from models.plan import read_plan
from models.plan.documents.blocks import Table
from models.plan.documents.number_formats import write_number
from models.plan.documents.word import read_word
from tests.models.plan.office_files import docx_bytes, level, numbered_docx, paragraph_of, strict, with_part, write

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"

CHINESE = [
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3．"),
    level(3, "decimal", "（%4）"),
    level(4, "decimalEnclosedCircle", "%5"),
]


def lines(raw: bytes) -> list[str]:
    """Return the lines of a file that are not blank."""
    return [block for block in read_word(raw).blocks if isinstance(block, str) and block.strip()]


def test_levels_count_and_start_anew_below_a_higher_one() -> None:
    paragraphs = [
        ("甲", 0, 1),
        ("乙", 1, 1),
        ("丙", 2, 1),
        ("丁", 2, 1),
        ("戊", 1, 1),
        ("己", 2, 1),
        ("庚", 0, 1),
        ("辛", 1, 1),
    ]
    assert lines(numbered_docx(paragraphs, CHINESE)) == [
        "一、甲", "（一）乙", "1．丙", "2．丁", "（二）戊", "1．己", "二、庚", "（一）辛",
    ]  # fmt: skip


def test_an_item_that_counts_through_the_parts() -> None:
    levels = [CHINESE[0], level(1, "decimal", "%2．", more='<w:lvlRestart w:val="0"/>')]
    paragraphs = [("甲", 0, 1), ("乙", 1, 1), ("丙", 1, 1), ("丁", 0, 1), ("戊", 1, 1)]
    assert lines(numbered_docx(paragraphs, levels)) == ["一、甲", "1．乙", "2．丙", "二、丁", "3．戊"]


def test_numbers_of_several_levels_in_one() -> None:
    levels = [level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", more="<w:isLgl/>")]
    assert lines(numbered_docx([("甲", 0, 1), ("乙", 1, 1), ("丙", 1, 1), ("丁", 0, 1), ("戊", 1, 1)], levels)) == [
        "第一章甲", "1.1 乙", "1.2 丙", "第二章丁", "2.1 戊",
    ]  # fmt: skip


def test_a_level_above_that_was_never_used_shows_its_start() -> None:
    assert lines(
        numbered_docx([("甲", 1, 1)], [level(0, "decimal", "%1.", start=3), level(1, "decimal", "%1.%2")])
    ) == ["3.1 甲"]


def test_two_lists_of_one_kind_count_on_unless_one_starts_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    paragraphs = [("甲", 0, 1), ("乙", 0, 1), ("丙", 0, 2), ("丁", 0, 3), ("戊", 0, 3), ("己", 0, 1)]
    assert lines(numbered_docx(paragraphs, CHINESE, lists={2: "", 3: anew})) == [
        "一、甲", "二、乙", "三、丙", "一、丁", "二、戊", "三、己",
    ]  # fmt: skip


def test_a_list_can_have_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1.", start=4)}</w:lvlOverride>'
    assert lines(numbered_docx([("甲", 0, 2), ("乙", 0, 2)], CHINESE, lists={2: own})) == ["IV.甲", "V.乙"]


def test_a_style_numbers_its_paragraphs() -> None:
    def style_them(document: WordDocument) -> None:
        for name, numbers in (("标题甲", '<w:numId w:val="1"/>'), ("标题乙", "")):
            style = document.styles.add_style(name, 1)
            style.element.get_or_add_pPr().append(parse_xml(f"<w:numPr {nsdecls('w')}>{numbers}</w:numPr>"))
        document.styles["标题乙"].base_style = document.styles["标题甲"]
        document.styles["标题乙"].element.pPr.find(
            "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}numPr"
        ).append(parse_xml(f'<w:ilvl {nsdecls("w")} w:val="1"/>'))
        for paragraph, name in zip(document.paragraphs, ("标题甲", "标题乙", "标题乙", "标题甲"), strict=True):
            paragraph.style = document.styles[name]

    raw = numbered_docx(
        [("甲", None, 1), ("乙", None, 1), ("丙", None, 1), ("丁", None, 1)], CHINESE, prepare=style_them
    )
    assert lines(raw) == ["一、甲", "（一）乙", "（二）丙", "二、丁"]


def test_a_list_switched_off_and_a_bullet_have_no_number() -> None:
    levels = [CHINESE[0], level(1, "bullet", "\uf06c")]
    assert lines(numbered_docx([("甲", 0, 1), ("乙", 1, 1), ("丙", 0, 0), ("丁", 0, 1)], levels)) == [
        "一、甲", "乙", "丙", "二、丁",
    ]  # fmt: skip


def test_an_empty_paragraph_takes_a_number_as_it_does_on_the_page() -> None:
    assert lines(numbered_docx([("甲", 0, 1), ("", 0, 1), ("乙", 0, 1)], CHINESE)) == ["一、甲", "三、乙"]


@pytest.mark.parametrize(
    ("form", "numbers", "written"),
    [
        ("chineseCounting", (1, 10, 11, 20, 21, 105, 110), "一 十 十一 二十 二十一 一百零五 一百一十"),
        ("chineseCountingThousand", (2, 12, 1001), "二 十二 一千零一"),
        ("japaneseCounting", (3, 13), "三 十三"),
        ("ideographDigital", (2, 12, 20), "二 一二 二〇"),
        ("chineseLegalSimplified", (1, 12), "壹 壹拾贰"),
        ("decimalEnclosedCircleChinese", (1, 20, 21), "① ⑳ 21"),
        ("decimalEnclosedFullstop", (1, 12), "⒈ ⒓"),
        ("decimalEnclosedParen", (3,), "⑶"),
        ("decimalFullWidth", (12,), "１２"),
        ("decimalZero", (1, 12), "01 12"),
        ("lowerLetter", (1, 26, 27, 53), "a z aa aaa"),
        ("upperRoman", (4, 9, 14, 49), "IV IX XIV XLIX"),
        ("ideographTraditional", (1, 10, 11), "甲 癸 甲"),
        ("ideographZodiac", (12,), "亥"),
        ("none", (5,), ""),
        ("something", (5,), "5"),
        ("decimal", (0,), "0"),
    ],
)
def test_number_formats(form: str, numbers: tuple[int, ...], written: str) -> None:
    assert " ".join(write_number(number, form) for number in numbers) == written


def test_what_is_not_on_the_page_is_not_read() -> None:
    document = docx.Document()
    for words in ("看得见的", "甲", "乙", "丙", "丁"):
        document.add_paragraph(words)
    w = nsdecls("w")
    paragraph_of(document, "甲").append(parse_xml(f"<w:del {w}><w:r><w:delText>删去的</w:delText></w:r></w:del>"))
    paragraph_of(document, "乙").append(parse_xml(f"<w:ins {w}><w:r><w:t>插入的</w:t></w:r></w:ins>"))
    paragraph_of(document, "丙").append(parse_xml(f"<w:r {w}><w:rPr><w:vanish/></w:rPr><w:t>隐藏的</w:t></w:r>"))
    paragraph_of(document, "丁").append(
        parse_xml(
            f"<w:hyperlink {w}><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:t>链接的</w:t><w:tab/>"
            "<w:t>制表</w:t><w:br/><w:t>换行</w:t></w:r></w:hyperlink>"
        )
    )
    assert lines(docx_bytes(document)) == ["看得见的", "甲", "乙插入的", "丙", "丁链接的\t制表", "换行"]


def test_content_controls_and_text_boxes_are_read() -> None:
    document = docx.Document()
    document.add_paragraph("正文")
    w = nsdecls("w")
    document.element.body.insert(
        0, parse_xml(f"<w:sdt {w}><w:sdtContent><w:p><w:r><w:t>控件里的</w:t></w:r></w:p></w:sdtContent></w:sdt>")
    )
    paragraph_of(document, "正文").append(
        parse_xml(
            f"<w:r {w}><w:pict><w:txbxContent><w:p><w:r><w:t>文本框里的</w:t></w:r></w:p></w:txbxContent>"
            "</w:pict></w:r>"
        )
    )
    assert lines(docx_bytes(document)) == ["控件里的", "文本框里的", "正文"]


def test_a_table_of_contents_says_nothing_new(tmp_path: Path) -> None:
    document = docx.Document()
    style = document.styles.add_style("toc 1", 1)
    for words in ("某局2024年工作要点",):
        document.add_paragraph(words)
    for words in ("一、抓安全\t1", "二、抓质量\t2"):
        document.add_paragraph(words).style = style
    for words in ("一、抓安全", "（一）校车", "检查校车100辆。", "二、抓质量", "（一）教学", "举办比赛30场。"):
        document.add_paragraph(words)
    plan = read_plan(write(tmp_path, "a.docx", docx_bytes(document)))
    assert [part.title for part in plan.parts] == ["抓安全", "抓质量"]
    assert [plan.source[span.start : span.end] for span in plan.left_over] == ["一、抓安全\t1", "二、抓质量\t2"]
    assert not plan.doubts


def test_merged_cells_know_where_they_began() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    for r in range(3):
        for c in range(3):
            table.cell(r, c).text = f"{r}{c}"
    table.cell(0, 0).merge(table.cell(0, 2)).text = "上"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "左"
    (read,) = [block for block in read_word(docx_bytes(document)).blocks if isinstance(block, Table)]
    assert [[cell.text for cell in row] for row in read.rows] == [["上"] * 3, ["左", "11", "12"], ["左", "21", "22"]]
    assert read.rows[2][0].origin == (1, 0)
    assert read.lines() == ["上", "左\t11\t12", "21\t22"]


W = nsdecls("w")


def run(words: str, more: str = "") -> str:
    return f"<w:r>{more}<w:t>{words}</w:t></w:r>"


def body_of(*paragraphs: str) -> bytes:
    """Return a document whose paragraphs are this markup."""
    document = docx.Document()
    for markup in reversed(paragraphs):
        document.element.body.insert(0, parse_xml(markup.replace("<w:p>", f"<w:p {W}>", 1)))
    return docx_bytes(document)


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next_one() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    assert lines(
        body_of(
            paragraph(run("开展检查，"), gone),
            paragraph(f'<w:del w:id="2" w:author="a">{run("旧的")}</w:del>', gone),
            paragraph(run("召开会议。")),
            paragraph(f'<w:moveTo w:id="3" w:author="a">{run("移来的。")}</w:moveTo>'),
            paragraph(f'<w:moveFrom w:id="4" w:author="a">{run("移走的。")}</w:moveFrom>'),
        )
    ) == ["开展检查，召开会议。", "移来的。"]


def test_deleted_rows_and_numbered_cells_of_a_table() -> None:
    document = docx.Document(io.BytesIO(numbered_docx([("某局2024年工作要点", None, 1)], CHINESE)))
    table = document.add_table(4, 2)
    for at, words in enumerate(("工作任务", "开展检查", "废止的", "召开会议")):
        table.cell(at, 1).text = words
    for at in (1, 2, 3):
        table.cell(at, 0).paragraphs[0]._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {W}><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>')
        )
    table.cell(0, 0).text = "序号"
    table.rows[2]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {W} w:id="1" w:author="a"/>'))
    (read,) = [block for block in read_word(docx_bytes(document)).blocks if isinstance(block, Table)]
    assert [[cell.text for cell in row] for row in read.rows] == [
        ["序号", "工作任务"],
        ["1．", "开展检查"],
        ["2．", "召开会议"],
    ]


def test_a_frame_of_one_cell_is_looked_through() -> None:
    document = docx.Document()
    frame = document.add_table(1, 1).cell(0, 0)
    frame.text = "一、抓安全"
    frame.add_paragraph("（一）校车")
    inner = frame.add_table(2, 2)
    for at, words in enumerate(("序号", "工作任务", "1", "开展检查")):
        inner.cell(at // 2, at % 2).text = words
    blocks = [block for block in read_word(docx_bytes(document)).blocks if block]
    assert blocks[:2] == ["一、抓安全", "（一）校车"]
    assert isinstance(blocks[2], Table)


def test_footnotes_are_left_over_and_comments_are_nobodys_words(tmp_path: Path) -> None:
    document = docx.Document()
    for words in ("某局2024年工作要点", "一、抓安全", "（一）校车", "开展检查。"):
        document.add_paragraph(words)
    document.paragraphs[3]._p.append(parse_xml(f'<w:r {W}><w:footnoteReference w:id="2"/></w:r>'))
    document.add_comment(document.paragraphs[3].runs, text="这里要改", author="某人")
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>校车指接送学生的车辆。</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, notes.encode(), document.part.package)
    document.part.relate_to(part, f"{OFFICE}/footnotes")
    plan = read_plan(write(tmp_path, "a.docx", docx_bytes(document)))
    assert [task.text for task in plan.tasks] == ["开展检查"]
    assert [plan.source[span.start : span.end] for span in plan.left_over] == ["校车指接送学生的车辆。"]
    assert "这里要改" not in plan.source
    assert not plan.doubts


def test_fields_ruby_formulas_and_breaks() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("2024年")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    ruby = f"<w:r><w:ruby><w:rt>{run('hàn')}</w:rt><w:rubyBase>{run('汉')}</w:rubyBase></w:ruby></w:r>"
    formula = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>≥95%</m:t></m:r></m:oMath>'
    control = f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{run('选定')}</w:sdtContent></w:sdt>"
    assert lines(
        body_of(
            paragraph(field + ruby + formula + control),
            paragraph(f"{run('一、抓安全')}<w:r><w:br/></w:r>{run('（一）校车')}"),
            paragraph(f"{run('1.')}<w:r><w:tab/></w:r>{run('开展检查')}"),
        )
    ) == ["2024年汉≥95%选定", "一、抓安全", "（一）校车", "1.\t开展检查"]


def test_the_strict_form_is_read(tmp_path: Path) -> None:
    raw = numbered_docx(
        [("某局2024年工作要点", None, 1), ("抓安全", 0, 1), ("校车", 1, 1), ("开展检查。", None, 1)], CHINESE
    )
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        parts = [name for name in file.namelist() if name.endswith((".xml", ".rels")) and name != "[Content_Types].xml"]
    for part in parts:
        raw = with_part(raw, part, strict)
    plan = read_plan(write(tmp_path, "a.docx", raw))
    assert [(part.title, item.title) for part in plan.parts for item in part.items] == [("抓安全", "校车")]


def test_macros_are_left_alone(tmp_path: Path) -> None:
    raw = numbered_docx([("某局2024年工作要点", None, 1), ("甲", 0, 1), ("乙", 1, 1), ("检查。", None, 1)], CHINESE)
    plain, macros = (f"application/vnd.{kind}.main+xml".encode() for kind in (
        "openxmlformats-officedocument.wordprocessingml.document", "ms-word.document.macroEnabled",
    ))  # fmt: skip
    raw = with_part(raw, "[Content_Types].xml", lambda data: data.replace(plain, macros))
    raw = with_part(raw, "word/vbaProject.bin", lambda _: b"\xd0\xcf\x11\xe0macro")
    assert [task.text for task in read_plan(write(tmp_path, "a.docm", raw)).tasks] == ["检查"]


def test_a_word_file_with_another_ending_is_one(tmp_path: Path) -> None:
    raw = numbered_docx([("某局2024年工作要点", None, 1), ("甲", 0, 1), ("乙", 1, 1), ("检查。", None, 1)], CHINESE)
    assert [task.text for task in read_plan(write(tmp_path, "a.txt", raw)).tasks] == ["检查"]
