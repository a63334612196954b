"""The strict readers of assignments and receipts refuse what our writers do not write, with reason and place."""

import pytest

from models.signing.package import read_package
from models.workbooks.assignment_form import write_assignment
from models.workbooks.assignment_read import read_assignment
from models.workbooks.closed_language import NotOurForm, Reason
from models.workbooks.receipt_form import write_receipt
from models.workbooks.receipt_read import read_receipt
from tests.models.workbooks.altering import FRAME, SHEET, STRINGS, STYLES, WORKBOOK, Change, Parts, edit, odd
from tests.models.workbooks.exchange_samples import accepted_receipt, small_assignment, small_receipt
from tests.models.workbooks.samples import FINGERPRINT

Expected = tuple[Change, Reason, str]


def assignment_parts() -> Parts:
    content = small_assignment(remark="请于4月10日前确认。", version=2, supersedes="XKR6-F23N-EMYH")
    return read_package(write_assignment(content, fingerprint=FINGERPRINT))


def receipt_parts() -> Parts:
    return read_package(write_receipt(small_receipt(), fingerprint=FINGERPRINT))


ASSIGNMENT: dict[str, Expected] = FRAME | {
    "a return's sheet name": (edit(WORKBOOK, 'name="任务下达表"', 'name="进展填报表"'), Reason.MARKUP, ""),
    "another print title": (edit(WORKBOOK, "任务下达表!$6:$6", "任务下达表!$5:$5"), Reason.MARKUP, ""),
    "a formula": odd(SHEET, "<v>100</v>", "<f>50+50</f><v>100</v>", "f"),
    "a hidden row": odd(SHEET, 'r="9" spans', 'r="9" hidden="1" spans', "row 9"),
    "a flat remark": (edit(SHEET, 'r="14" spans="1:11" ht="22.5"', 'r="14" spans="1:11" ht="6"'), Reason.FORM, "A14"),
    "another row merged": (edit(SHEET, '"A14:K14"', '"A13:K13"'), Reason.MARKUP, "mergeCells"),
    "rows merged together": odd(SHEET, '"A14:K14"', '"A13:B14"', "mergeCell"),
    "a column more": (edit(SHEET, '<c r="K6"', '<c r="L6"'), Reason.MARKUP, "L6"),
    "the frame of a return": odd(SHEET, 'topLeftCell="A7"', 'topLeftCell="A6"', "pane"),
    "upright paper": odd(SHEET, 'orientation="landscape"', 'orientation="portrait"', "pageSetup"),
    "another title": (edit(STRINGS, "2021年工作要点任务下达表", "工作要点任务下达表"), Reason.FORM, "A1"),
    "another heading": (edit(STRINGS, "单位目标", "目标"), Reason.FORM, "H6"),
    "another label": (edit(STRINGS, "承担单位：", "填报单位："), Reason.FORM, "A3"),
    "version 0": (edit(STRINGS, "第2版</t>", "第0版</t>"), Reason.FORM, "J2"),
    "an unknown cycle": (edit(STRINGS, "填报周期：每季度", "填报周期：每旬"), Reason.FORM, "H2"),
    "an unknown sign-off": (edit(STRINGS, "签批要求：填报人、审核人", "签批要求：审核人"), Reason.FORM, "H3"),
    "a mark at the top": odd(SHEET, "<oddFooter>", "<oddHeader></oddHeader><oddFooter>", "oddHeader"),
    "another code in the footer": (edit(SHEET, "数据校验码：", "数据校验码：2"), Reason.REPEATED, "oddFooter"),
    "a newer form": (edit(STRINGS, "表式：任务下达表 第1版", "表式：任务下达表 第2版"), Reason.VERSION, "J17"),
    "a return's form": (edit(STRINGS, "表式：任务下达表 第1版", "表式：进展填报表 第1版"), Reason.VERSION, "J17"),
    "another note": (edit(STRINGS, "本表已加电子签名", "本表未加电子签名"), Reason.FORM, "A17"),
    "another seal": (edit(STRINGS, "下达单位（盖章）", "单位（盖章）"), Reason.FORM, "I16"),
    "another group": (edit(STRINGS, "三、推进发展", "推进发展"), Reason.ROWS, "A7"),
    "an unknown duty": (edit(STRINGS, "<t>配合</t>", "<t>协助</t>"), Reason.CELL, "D10"),
    "an unknown kind": (edit(STRINGS, "<t>节点</t>", "<t>其他</t>"), Reason.CELL, "K13"),
    "other words below": (edit(STRINGS, "（同上）", "同上"), Reason.ROWS, "C9"),
    "a task of two wordings": (edit(STRINGS, "06-AAAAAA", "06-7K3QXM"), Reason.ROWS, "C10"),
    "a derived id spelt out": (edit(STRINGS, "06-AAAAAA", "06-AAAAAA/1"), Reason.CELL, "B10"),
    "an indicator's id without indicator": (edit(STRINGS, "11-CCCCCC", "11-CCCCCC/2"), Reason.CELL, "B13"),
    "an indicator without unit": (edit(STRINGS, "视导（次；按季度）", "视导"), Reason.CELL, "G10"),
    "a baseline spelt otherwise": (edit(STRINGS, "基数45.5", "基数45.50"), Reason.CELL, "G12"),
    "a task in two places": (edit(STRINGS, "11-CCCCCC", "06-7K3QXM"), Reason.ROWS, "B13"),
    "a day as a number": (
        edit(STYLES, "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "#,##0.000_ "),
        Reason.FORMAT,
        "",
    ),
    "a day that is none": (edit(SHEET, "<v>44561</v>", "<v>44561.5</v>"), Reason.FORM, "J8"),
    "a target that is shown otherwise": (edit(STYLES, '"#,##0_ "', '"#,##0.0_ "'), Reason.FORMAT, "H8"),
    "an empty line among units": (
        edit(STRINGS, "教育和体育局\n任城区", "教育和体育局\n\n任城区"),
        Reason.CELL,
        "06-7K3QXM",
    ),
    "an unclean text": (edit(STRINGS, "强镇筑基", "强镇\u200b筑基"), Reason.CELL, ""),
    "a dash for no remark": (edit(STRINGS, "说明：请于4月10日前确认。", "说明：\u200b"), Reason.CELL, ""),
    "something beside the table": (
        edit(SHEET, '<c r="F8" s="', '<c r="E1" s="1"><v>1</v></c><c r="F8" s="'),
        Reason.CELL,
        "E1",
    ),
}

RECEIPT: dict[str, Expected] = FRAME | {
    "another print title": (edit(WORKBOOK, "审核回执!$12:$12", "审核回执!$5:$5"), Reason.MARKUP, ""),
    "a formula": odd(SHEET, "<v>33</v>", "<f>30+3</f><v>33</v>", "f"),
    "a hidden row": odd(SHEET, 'r="13" spans', 'r="13" hidden="1" spans', "row 13"),
    "a flat decision": (edit(SHEET, 'r="9" spans="1:4" ht="48"', 'r="9" spans="1:4" ht="6"'), Reason.FORM, "A9"),
    "a flat comment": (edit(SHEET, 'r="11" spans="1:4" ht="36.75"', 'r="11" spans="1:4" ht="6"'), Reason.FORM, "A11"),
    "one merge less": (edit(SHEET, '<mergeCell ref="A11:D11"/>', ""), Reason.MARKUP, "mergeCells"),
    "another merge": odd(SHEET, '"A11:D11"', '"A13:D13"', "mergeCell"),
    "merges in another order": (
        edit(SHEET, '<mergeCell ref="A9:D9"/><mergeCell ref="A10:D10"/>', '<mergeCell ref="A10:D10"/>' * 2),
        Reason.MARKUP,
        "mergeCells",
    ),
    "frozen rows": odd(SHEET, 'workbookViewId="0"/>', 'workbookViewId="0"><pane ySplit="5"/></sheetView>', ""),
    "paper turned": odd(SHEET, 'orientation="portrait"', 'orientation="landscape"', "pageSetup"),
    "another title": (edit(STRINGS, "审核回执</t>", "审核</t>"), Reason.FORM, "A1"),
    "another decision": (edit(STRINGS, "<t>退回修改</t>", "<t>原则通过</t>"), Reason.FORM, "A9"),
    "the other decision": (edit(STRINGS, "<t>退回修改</t>", "<t>审核通过</t>"), Reason.FORM, "A10"),
    "a unit without its code": (edit(STRINGS, "教育和体育局（代码：370899）", "教育和体育局"), Reason.FORM, "A3"),
    "sequence 0": (edit(STRINGS, "第1次填报", "第0次填报"), Reason.FORM, "D6"),
    "receipt 0": (edit(STRINGS, "第1号回执", "第0号回执"), Reason.FORM, "D7"),
    "an impossible period": (edit(STRINGS, "第二季度", "第五季度"), Reason.FORM, "A6"),
    "another heading": (edit(STRINGS, "<t>工作任务</t>", "<t>任务</t>"), Reason.FORM, "C12"),
    "a newer form": (edit(STRINGS, "表式：审核回执 第1版", "表式：审核回执 第2版"), Reason.VERSION, "A20"),
    "another note": (edit(STRINGS, "本表已加电子签名", "本表未加电子签名"), Reason.FORM, "A19"),
    "a task twice": (edit(STRINGS, "06-AAAAAA", "06-7K3QXM"), Reason.ROWS, "B14"),
    "an indicator's id": (edit(STRINGS, "06-AAAAAA", "06-AAAAAA/1"), Reason.CELL, "B14"),
    "a row without number": (edit(SHEET, "<v>34</v>", "<v>34.5</v>"), Reason.ROWS, "A14"),
    "an unclean comment": (edit(STRINGS, "没有佐证材料", "没有\u202e佐证材料"), Reason.CELL, ""),
    "a comment too long": (edit(STRINGS, "没有佐证材料", "长" * 501), Reason.CELL, "06-AAAAAA"),
}


def refused(parts: Parts, change: Change, kind: str) -> NotOurForm:
    change(parts)
    with pytest.raises(NotOurForm) as caught:
        if kind == "assignment":
            read_assignment(parts)
        else:
            read_receipt(parts)
    return caught.value


@pytest.mark.parametrize(("change", "reason", "where"), ASSIGNMENT.values(), ids=ASSIGNMENT.keys())
def test_every_departure_of_an_assignment_is_refused(change: Change, reason: Reason, where: str) -> None:
    found = refused(assignment_parts(), change, "assignment")
    assert found.reason is reason, found
    assert where.strip() in found.where, found


@pytest.mark.parametrize(("change", "reason", "where"), RECEIPT.values(), ids=RECEIPT.keys())
def test_every_departure_of_a_receipt_is_refused(change: Change, reason: Reason, where: str) -> None:
    found = refused(receipt_parts(), change, "receipt")
    assert found.reason is reason, found
    assert where.strip() in found.where, found


def test_an_accepted_return_has_no_comments_on_tasks() -> None:
    parts = receipt_parts()
    accepted = read_package(write_receipt(accepted_receipt(), fingerprint=FINGERPRINT))
    assert read_receipt(accepted).content.rows == ()
    for old, new in (
        ("退回修改", "审核通过"),
        ("请按下列意见修改，重新签批后再报；下一次填报代替本次。", "本期数据已经收下，这一填报期不再改动。"),
    ):
        edit(STRINGS, f"<t>{old}</t>", f"<t>{new}</t>")(parts)
    with pytest.raises(NotOurForm) as caught:
        read_receipt(parts)
    assert (caught.value.reason, caught.value.where) == (Reason.CELL, "comment")


def test_a_row_left_out_is_noticed() -> None:
    for parts, row in ((assignment_parts(), 9), (receipt_parts(), 14)):
        text = parts[SHEET].decode()
        start = text.index(f'<row r="{row}"')
        parts[SHEET] = (text[:start] + text[text.index(f'<row r="{row + 1}"') :]).encode()
        with pytest.raises(NotOurForm) as caught:
            (read_assignment if "任务下达表" in parts[WORKBOOK].decode() else read_receipt)(parts)
        assert (caught.value.reason, caught.value.where) == (Reason.ROWS, f"A{row}")
