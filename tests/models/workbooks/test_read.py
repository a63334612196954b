"""The strict reader: whatever our writer does not write is refused, with the reason and the place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from models.signing.package import read_package
from models.signing.trust import Trust
from models.workbooks.canonical import return_check_code
from models.workbooks.closed_language import NotOurForm, Reason
from models.workbooks.printable import as_printed
from models.workbooks.receive import look_at
from models.workbooks.return_form import write_return
from models.workbooks.return_read import read_return
from tests.models.workbooks.altering import FRAME, SHEET, STRINGS, STYLES, WORKBOOK, Parts, edit, odd
from tests.models.workbooks.samples import FINGERPRINT, full_content, small_content


def parts() -> Parts:
    return read_package(write_return(small_content(), fingerprint=FINGERPRINT))


def listed_sum() -> str:
    """Return the sum of a file that the full content lists."""
    return next(file.sha256 for file in full_content().evidence if file.name == "验收意见.pdf")


CHANGES = FRAME | {
    "another sheet name": odd(WORKBOOK, 'name="进展填报表"', 'name="汇总表"', "definedName"),
    "a formula": odd(SHEET, "<v>6</v>", "<f>1+5</f><v>6</v>", "f"),
    "a hidden row": odd(SHEET, 'r="8" spans', 'r="8" hidden="1" spans', "row 8"),
    "an outline": odd(SHEET, 'r="8" spans', 'r="8" outlineLevel="1" spans', "row 8"),
    "a row of no height": odd(SHEET, 'ht="36.75"', 'ht="0"', "row 7"),
    "a flat row": (edit(SHEET, 'ht="36.75"', 'ht="6"'), Reason.FORM, "A7"),
    "a column of no width": odd(SHEET, '<col min="3" max="3" width="30"', '<col min="3" max="3" width="0"', "col"),
    "a merged row": odd(SHEET, '"A1:M1"/></mergeCells>', '"A7:M7"/></mergeCells>', "mergeCell"),
    "a second merge": odd(SHEET, "</mergeCells>", '<mergeCell ref="A1:M1"/></mergeCells>', "mergeCell"),
    "a filter": odd(SHEET, "<mergeCells", '<autoFilter ref="A5:M9"/><mergeCells', "autoFilter"),
    "rich text": odd(STRINGS, "<si><t>推进中</t></si>", "<si><r><t>推进中</t></r></si>", "r"),
    "an escape": odd(STRINGS, "推进中", "_x0041_", "t"),
    "another code in the footer": (edit(SHEET, "数据校验码：XKR6", "数据校验码：XKR7"), Reason.REPEATED, "oddFooter"),
    "another heading": (edit(STRINGS, "目标值", "实际值"), Reason.FORM, "E5"),
    "another title": (edit(STRINGS, "2021年工作要点进展填报表", "工作要点进展填报表"), Reason.FORM, "A1"),
    "another label": (edit(STRINGS, "填报单位：", "单位："), Reason.FORM, "A2"),
    "an impossible period": (edit(STRINGS, "第二季度", "第五季度"), Reason.FORM, "J2"),
    "another last day": (edit(STRINGS, "6月30日", "6月29日"), Reason.FORM, "J2"),
    "sequence 0": (edit(STRINGS, "第1次填报", "第0次填报"), Reason.FORM, "L2"),
    "a day as a plain number": (
        edit(STYLES, "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "#,##0.000_ "),
        Reason.FORMAT,
        "L12",
    ),
    "an impossible day": (edit(SHEET, "<v>44371</v>", "<v>12</v>"), Reason.FORM, "L12"),
    "half a day": (edit(SHEET, "<v>44371</v>", "<v>44371.5</v>"), Reason.FORM, "L12"),
    "a newer form": (edit(STRINGS, "第2版", "第3版"), Reason.VERSION, "L15"),
    "an older form's label": (edit(STRINGS, "第2版", "第1版"), Reason.FORM, ""),
    "another note": (edit(STRINGS, "本表已加电子签名", "本表未加电子签名"), Reason.FORM, "A15"),
    "another group": (edit(STRINGS, "三、推进发展", "推进发展"), Reason.ROWS, "A6"),
    "an unknown status": (edit(STRINGS, "推进中", "进行中"), Reason.CELL, "H7"),
    "an unknown light": (edit(STRINGS, "● 绿", "● 蓝"), Reason.CELL, "I7"),
    "an indicator without unit": (edit(STRINGS, "做强乡镇中心小学（所）", "做强乡镇中心小学"), Reason.CELL, "D7"),
    "no data without reason": (edit(STRINGS, "无数据：未统计", "无数据："), Reason.CELL, "F8"),
    "text for a number": (edit(STRINGS, "无数据：未统计", "7"), Reason.CELL, "F8"),
    "an unclean text": (edit(STRINGS, "资金有缺口", "资金\u200b有缺口"), Reason.CELL, ""),
    "a text too long": (edit(STRINGS, "资金有缺口", "长" * 301), Reason.CELL, "06-7K3QXM"),
    "a task of two wordings": (edit(STRINGS, "06-QQQQQQ", "06-7K3QXM"), Reason.ROWS, "C9"),
    "other wording below": (edit(STRINGS, "（同上）", "同上"), Reason.ROWS, "C8"),
    "a derived id spelt out": (edit(STRINGS, "06-QQQQQQ", "06-QQQQQQ/1"), Reason.CELL, "B9"),
    "no task id": (edit(STRINGS, "06-QQQQQQ", "/1"), Reason.ROWS, "B9"),
    "a format that hides digits": odd(STYLES, 'formatCode="#,##0_ "', 'formatCode="#,##0,_ "', "numFmt"),
    "a format for other digits": (edit(STYLES, 'formatCode="#,##0_ "', 'formatCode="#,##0.0_ "'), Reason.FORMAT, "F7"),
    "a format that shows nothing": odd(STYLES, 'formatCode="#,##0_ "', 'formatCode=";;;"', "numFmt"),
}


@pytest.mark.parametrize(("change", "reason", "where"), CHANGES.values(), ids=CHANGES.keys())
def test_every_departure_is_refused(change: Callable[[Parts], None], reason: Reason, where: str) -> None:
    given = parts()
    change(given)
    with pytest.raises(NotOurForm) as refused:
        read_return(given)
    assert refused.value.reason is reason
    if where:
        assert refused.value.where == where


FULL_CHANGES: dict[str, tuple[bool, Callable[[Parts], None], Reason, str]] = {
    "a draft's mark taken off the pages": (
        True,
        edit(SHEET, "<oddHeader>", "<oddHeader>&amp;L"),
        Reason.REPEATED,
        "oddHeader",
    ),
    "a draft's title taken for a final one's": (True, edit(STRINGS, "（草稿）", ""), Reason.FORM, "A20"),
    "a final return marked as a draft": (False, edit(STRINGS, "填报表</t>", "填报表（草稿）</t>"), Reason.FORM, "A20"),
    "another number of files": (False, edit(STRINGS, "3个文件", "2个文件"), Reason.ROWS, "A10"),
    "a sum that is none": (False, edit(STRINGS, listed_sum()[:8], "ABCDEFGH"), Reason.CELL, "06-7K3QXM"),
    "a name that leaves the folder": (False, edit(STRINGS, "验收意见.pdf", "../意见.pdf"), Reason.CELL, "06-7K3QXM"),
    "two files of one name": (False, edit(STRINGS, "验收意见.pdf", "现场照片.JPG"), Reason.CELL, "06-7K3QXM"),
    "files in another order": (False, edit(STRINGS, "验收意见.pdf", "a.pdf"), Reason.CELL, ""),
    "a size that is shown otherwise": (
        False,
        edit(STYLES, "#,##0&quot; 字节&quot;_ ", "#,##0.0_ "),
        Reason.FORMAT,
        "D12",
    ),
    "files counted otherwise": (False, edit(STRINGS, "佐证2", "佐证4"), Reason.ROWS, "B13"),
    "half a minute": (False, edit(SHEET, "<v>44371.375</v>", "<v>44371.3753</v>"), Reason.FORM, "J17"),
    "a moment and no name": (False, edit(STRINGS, "<si><t>李华</t></si>", "<si><t> </t></si>"), Reason.MARKUP, ""),
    "a return that supersedes number 0": (False, edit(STRINGS, "代替第1次", "代替第0次"), Reason.FORM, "L2"),
}


@pytest.mark.parametrize(("draft", "change", "reason", "where"), FULL_CHANGES.values(), ids=FULL_CHANGES.keys())
def test_drafts_evidence_and_moments_are_read_as_strictly(
    draft: bool, change: Callable[[Parts], None], reason: Reason, where: str
) -> None:
    given = read_package(write_return(full_content(draft=draft), fingerprint=FINGERPRINT))
    assert read_return(given).content == as_printed(full_content(draft=draft))
    change(given)
    with pytest.raises(NotOurForm) as refused:
        read_return(given)
    assert refused.value.reason is reason
    if where:
        assert refused.value.where == where


def sheet_edit(pattern_row: str, old: str, new: str) -> Parts:
    """Edit within one row of the sheet."""
    given = parts()
    before, mark, after = given[SHEET].decode().partition(f'<row r="{pattern_row}"')
    assert old in after.partition("</row>")[0]
    given[SHEET] = (before + mark + after.replace(old, new, 1)).encode()
    return given


@pytest.mark.parametrize(
    ("row", "old", "new", "reason"),
    [
        ("7", "<v>6</v>", "<v>6.0</v>", Reason.CELL),  # a number has one spelling
        ("7", "<v>6</v>", "<v>06</v>", Reason.CELL),
        ("7", "<v>6</v>", "<v>6E0</v>", Reason.MARKUP),
        ("7", "<v>6</v>", "<v>-6</v>", Reason.CELL),
        ("7", "<v>6</v>", "<v>1234567890123456</v>", Reason.CELL),
        ("7", "<v>33</v>", "<v>33.5</v>", Reason.CELL),
        ("7", '"B7"', '"B8"', Reason.CELL),
        ("7", '"B7"', '"C7"', Reason.CELL),
        ("7", 't="s"><v>', 't="s"><v>9999</v></c><c r="M7" s="1"><v>', Reason.CELL),
        ("7", 't="s"', 't="str"', Reason.MARKUP),
        ("9", 'spans="1:13"', 'spans="1:13" dyDescent="1"', Reason.MARKUP),
    ],
)
def test_cells_have_one_spelling(row: str, old: str, new: str, reason: Reason) -> None:
    with pytest.raises(NotOurForm) as refused:
        read_return(sheet_edit(row, old, new))
    assert refused.value.reason is reason


def test_a_row_left_out_is_noticed() -> None:
    given = parts()
    text = given[SHEET].decode()
    start = text.index('<row r="8"')
    given[SHEET] = (text[:start] + text[text.index('<row r="9"') :]).encode()
    with pytest.raises(NotOurForm) as refused:
        read_return(given)
    assert (refused.value.reason, refused.value.where) == (Reason.ROWS, "A8")


def test_parts_outside_the_workbook_say_nothing() -> None:
    given = parts()
    given["docProps/core.xml"] = b"anything"
    assert read_return(given).content.head.unit_name == "示例区教育和体育局"


def test_a_return_of_form_1_stays_readable() -> None:
    kept = Path(__file__).resolve().parents[2] / "data" / "returns" / "form-1.xlsx"
    read = read_return(read_package(kept.read_bytes()))
    assert (read.content, read.form) == (as_printed(small_content()), 1)
    assert read.check_code == return_check_code(read.content, form=1) == "X6MN-PF35-D4JE"
    verified = look_at(kept.read_bytes(), Trust())
    assert verified.content.head.sign_off.filled_by == "王小明"
    assert not verified.content.evidence
