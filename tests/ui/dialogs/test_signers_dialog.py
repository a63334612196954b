"""Trust at the keyboard: a signer is compared and confirmed, another one is seen beside it, one is revoked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from models.core.clock import FixedClock
from models.signing.certificate import Algorithm
from models.signing.identity import Identity, create_identity
from models.signing.succession import announce
from models.store.signers import How, KnownSigner, known_signers
from models.work import signers
from models.work.keys import identity_path
from models.work.own_identity import describe
from models.work.signers import NotOurSignature
from models.workbooks.export import export_return
from tests.models.signing.authority import Order, issued_identity, rsa_key
from tests.models.workbooks.samples import HEAD, SIGNED_AT, small_content
from tests.ui.conftest import NOW, UNIT, Office
from tests.ui.dialogs.test_fit import complaints, visible
from ui.dialogs.confirm_signer_dialog import ConfirmSignerDialog
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.notice_dialog import NoticeDialog
from ui.dialogs.signers_dialog import SignersDialog
from ui.dialogs.step_dialog import StepDialog
from ui.dialogs.verify_dialog import VerifyDialog
from ui.language import speak
from ui.operations.runner import Runner
from ui.theme import apply_theme

GROUPS = ("group1", "group2", "group3", "group4")


@cache
def signer(twin: int, name: str = HEAD.unit_name) -> Identity:
    return create_identity(unit_name=name, unit_code=HEAD.unit_code, at=SIGNED_AT, algorithm=Algorithm.P_256)


def returned(folder: Path, identity: Identity, name: str = "填报表.xlsx") -> Path:
    path = folder / name
    path.write_bytes(export_return(small_content(), identity, at=SIGNED_AT).data)
    return path


@pytest.fixture
def dialog(opened: Runner, office: Office, qtbot: QtBot) -> VerifyDialog:
    made = VerifyDialog(opened, clock=FixedClock(NOW))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def examined(dialog: VerifyDialog, path: Path, qtbot: QtBot) -> str:
    dialog.findChild(QLabel, "verdictTitle").clear()
    dialog.examine(path)
    qtbot.waitUntil(lambda: dialog.findChild(QLabel, "verdictTitle").text() != "", timeout=10_000)
    return dialog.findChild(QLabel, "verdictTitle").text()


def button(dialog: QDialog, name: str) -> QPushButton:
    return dialog.findChild(QPushButton, name)


def compare(dialog: VerifyDialog, qtbot: QtBot, *, how: str = "howPhone") -> ConfirmSignerDialog:
    """Open the comparison and do all of it but the last step."""
    button(dialog, "confirmSigner").click()
    asked = dialog.findChildren(ConfirmSignerDialog)[-1]
    for name in (*GROUPS, how):
        assert not button(asked, "confirmButton").isEnabled()
        button(asked, name).click()
    asked.findChild(QLineEdit, "confirmRemark").setText("李主任")
    return asked


def confirm(dialog: VerifyDialog, qtbot: QtBot) -> None:
    asked = compare(dialog, qtbot)
    dialog.findChild(QLabel, "verdictTitle").clear()
    button(asked, "confirmButton").click()
    qtbot.waitUntil(lambda: dialog.findChild(QLabel, "verdictTitle").text() != "", timeout=10_000)


def known(runner: Runner, qtbot: QtBot) -> tuple[KnownSigner, ...]:
    with qtbot.waitCallback() as done:
        runner.read(known_signers, done=done)
    return done.args[0]


def test_an_unknown_signer_is_compared_group_by_group_and_then_trusted(
    dialog: VerifyDialog, opened: Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    path = returned(tmp_path, signer(0))
    assert examined(dialog, path, qtbot).startswith("▲")
    assert button(dialog, "confirmSigner").isVisible()
    assert not button(dialog, "refuseSigner").isVisible()
    confirm(dialog, qtbot)
    assert dialog.findChild(QLabel, "verdictTitle").text() == "● 签名有效，文件没有改动"
    assert not button(dialog, "confirmSigner").isVisible()
    (one,) = known(opened, qtbot)
    event = one.confirmed
    assert (event.how, event.operator, event.at, event.remark) == (How.PHONE, "王敏", NOW, "李主任")
    assert (event.unit_name, event.unit_code) == (HEAD.unit_name, HEAD.unit_code)
    assert event.digest == signer(0).certificate.digest


def test_without_all_four_groups_nothing_can_be_confirmed(
    dialog: VerifyDialog, opened: Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    examined(dialog, returned(tmp_path, signer(0)), qtbot)
    asked = compare(dialog, qtbot, how="howInPerson")
    assert button(asked, "confirmButton").isEnabled()
    button(asked, "group3").click()
    assert not button(asked, "confirmButton").isEnabled()
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert known(opened, qtbot) == ()


def test_another_signer_of_a_known_unit_is_shown_beside_the_one_that_is_known(
    dialog: VerifyDialog, opened: Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    examined(dialog, returned(tmp_path, signer(0)), qtbot)
    confirm(dialog, qtbot)
    stranger = returned(tmp_path, signer(1), "另一份.xlsx")
    assert examined(dialog, stranger, qtbot).startswith("■")
    assert dialog.findChild(QLabel, "knownFingerprint1").text() == signer(0).fingerprint
    assert dialog.findChild(QLabel, "fileFingerprint").text() == signer(1).fingerprint
    assert button(dialog, "confirmSigner").text() == "确认新签名…"
    refused = QSignalSpy(dialog.rejected)
    button(dialog, "refuseSigner").click()
    assert refused.count() == 1
    assert len(known(opened, qtbot)) == 1
    dialog.show()
    examined(dialog, stranger, qtbot)
    button(dialog, "confirmSigner").click()
    asked = dialog.findChildren(ConfirmSignerDialog)[-1]
    assert asked.findChild(QLabel, "confirmBeforeText").isVisible()
    asked.close()
    confirm(dialog, qtbot)
    for path in (stranger, tmp_path / "填报表.xlsx"):
        assert examined(dialog, path, qtbot).startswith("●")


@pytest.fixture(params=["there", "lost"])
def our_fingerprint(request: pytest.FixtureRequest, office: Office) -> str:
    """What stands for the unit's own fingerprint while its identity is there, and after it was lost."""
    if request.param == "lost":
        identity_path(office.workspace).unlink()
        return "（读不出）"
    return describe(office.workspace).certificate.fingerprint


def test_a_strangers_key_under_ones_own_name_is_shown_beside_ones_own_and_never_confirmed(
    our_fingerprint: str, dialog: VerifyDialog, opened: Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    stranger = create_identity(unit_name=UNIT, unit_code="370800", at=SIGNED_AT, algorithm=Algorithm.P_256)
    path = tmp_path / "冒名.xlsx"
    head = replace(HEAD, unit_name=UNIT, unit_code="370800")
    path.write_bytes(export_return(replace(small_content(), head=head), stranger, at=SIGNED_AT).data)
    assert examined(dialog, path, qtbot) == "■ 写的是本单位，签名却不是本单位的"
    assert dialog.findChild(QLabel, "ownFingerprint").text() == our_fingerprint
    assert dialog.findChild(QLabel, "fileFingerprint").text() == stranger.fingerprint
    for name in ("confirmSigner", "refuseSigner"):
        assert not button(dialog, name).isVisible()
    found = dialog._found
    assert found is not None and found.signer is not None
    with pytest.raises(NotOurSignature):
        opened.commit(
            lambda ws: signers.confirm(ws, found.signer, unit=(UNIT, "370800"), how=How.PHONE, operator="王敏", at=NOW)
        )


def test_a_signature_from_the_future_is_a_claim_to_be_doubted(
    dialog: VerifyDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    """And no more: one of the two clocks is wrong."""
    path = tmp_path / "明年.xlsx"
    path.write_bytes(export_return(small_content(), signer(0), at=NOW + timedelta(days=365)).data)
    assert examined(dialog, path, qtbot).startswith("▲ 文件没有改动")
    at = dialog.findChild(QLabel, "verdictSignedAt").text()
    assert at.startswith("2022年6月13日") and "比这台电脑现在的时间还晚" in at
    examined(dialog, returned(tmp_path, signer(0)), qtbot)
    assert "▲" in dialog.findChild(QLabel, "verdictSignedAt").text()  # eleven days ahead of this clock


def test_a_certificate_of_an_authority_is_confirmed_for_the_unit_on_the_sheet_and_no_other(
    dialog: VerifyDialog, opened: Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    issued = issued_identity(Order(key=rsa_key()), used_by=(HEAD.unit_name, HEAD.unit_code))
    assert examined(dialog, returned(tmp_path, issued), qtbot).startswith("▲")
    confirm(dialog, qtbot)
    assert dialog.findChild(QLabel, "verdictTitle").text().startswith("●")
    (one,) = known(opened, qtbot)
    assert (one.confirmed.unit_name, one.confirmed.unit_code) == (HEAD.unit_name, HEAD.unit_code)
    elsewhere = replace(issued, used_by=("微山县教育局", "370826"))
    content = replace(small_content(), head=replace(HEAD, unit_name="微山县教育局", unit_code="370826"))
    path = tmp_path / "冒名.xlsx"
    path.write_bytes(export_return(content, elsewhere, at=SIGNED_AT).data)
    assert examined(dialog, path, qtbot).startswith("■")


def test_an_authoritys_certificate_cannot_speak_for_a_unit_that_is_known_by_another(
    dialog: VerifyDialog, opened: Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    examined(dialog, returned(tmp_path, signer(0)), qtbot)
    confirm(dialog, qtbot)
    issued = issued_identity(Order(key=rsa_key()), used_by=(HEAD.unit_name, HEAD.unit_code))
    assert examined(dialog, returned(tmp_path, issued, "另一份.xlsx"), qtbot) == "■ 签名人不是预期的那一位"
    assert dialog.findChild(QLabel, "knownFingerprint1").text() == signer(0).fingerprint


def test_a_notice_is_opened_where_a_return_is(
    dialog: VerifyDialog, opened: Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    notice = tmp_path / "换签.notice"
    notice.write_bytes(announce(signer(0), signer(1, "示例区教育局"), at=SIGNED_AT))
    dialog.examine(notice)
    qtbot.waitUntil(lambda: dialog.findChild(MessageDialog) is not None, timeout=10_000)
    assert "不能采信" in dialog.findChild(MessageDialog).findChild(QLabel, "messageHappened").text()
    dialog.findChild(MessageDialog).accept()
    assert known(opened, qtbot) == ()
    examined(dialog, returned(tmp_path, signer(0)), qtbot)
    confirm(dialog, qtbot)
    dialog.examine(notice)
    qtbot.waitUntil(lambda: dialog.findChild(NoticeDialog) is not None, timeout=10_000)
    shown = dialog.findChild(NoticeDialog)
    assert "示例区教育局" in shown.findChild(QLabel, "noticeRenamedText").text()
    accepted = QSignalSpy(shown.accepted_notice)
    button(shown, "acceptButton").click()
    qtbot.waitUntil(lambda: accepted.count() == 1, timeout=10_000)
    assert {one.confirmed.how for one in known(opened, qtbot)} == {How.PHONE, How.ANNOUNCED}


def test_a_file_of_two_renewals_shows_each_and_takes_in_both(
    dialog: VerifyDialog, opened: Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    examined(dialog, returned(tmp_path, signer(0)), qtbot)
    confirm(dialog, qtbot)
    path = tmp_path / "两次换签.notice"
    renewals = ((signer(0), signer(1)), (signer(1), signer(2)))
    path.write_bytes(b"".join(announce(old, new, at=SIGNED_AT) for old, new in renewals))
    dialog.examine(path)
    qtbot.waitUntil(lambda: dialog.findChild(NoticeDialog) is not None, timeout=10_000)
    shown = dialog.findChild(NoticeDialog)
    assert "2 次" in shown.findChild(QLabel, "noticeMissed").text()
    names = ("noticeOld", "noticeBetween1", "noticeNew")
    assert [shown.findChild(QLabel, name).text() for name in names] == [signer(at).fingerprint for at in range(3)]
    accepted = QSignalSpy(shown.accepted_notice)
    button(shown, "acceptButton").click()
    qtbot.waitUntil(lambda: accepted.count() == 1, timeout=10_000)
    for twin in (1, 2):
        assert examined(dialog, returned(tmp_path, signer(twin), f"{twin}.xlsx"), qtbot).startswith("●")


@pytest.fixture
def listed(dialog: VerifyDialog, opened: Runner, qtbot: QtBot, tmp_path: Path) -> SignersDialog:
    examined(dialog, returned(tmp_path, signer(0)), qtbot)
    confirm(dialog, qtbot)
    made = SignersDialog(opened, clock=FixedClock(NOW))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.findChild(QTreeWidget, "signers").topLevelItemCount() == 1, timeout=10_000)
    return made


def test_the_list_is_filtered_and_tells_what_happened(listed: SignersDialog) -> None:
    rows = listed.findChild(QTreeWidget, "signers")
    history = listed.findChild(QLabel, "signerHistoryText").text()
    assert "王敏确认，电话里核对" in history
    assert "李主任" in history
    listed.findChild(QLineEdit, "signerFilter").setText("没有这个")
    assert rows.topLevelItemCount() == 0
    assert not button(listed, "revokeButton").isEnabled()
    listed.findChild(QLineEdit, "signerFilter").setText(signer(0).fingerprint.replace(" ", "").lower())
    assert rows.topLevelItem(0).text(3) == "● 有效"


def test_a_signer_is_revoked_with_a_reason_and_never_deleted(
    listed: SignersDialog, dialog: VerifyDialog, opened: Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    button(listed, "revokeButton").click()
    asked = listed.findChild(StepDialog)
    button(asked, "doButton").click()
    assert asked.findChild(QLabel, "stepObjection").isVisible()
    asked.findChild(QLineEdit, "revokeReason").setText("电脑被盗")
    button(asked, "doButton").click()
    rows = listed.findChild(QTreeWidget, "signers")
    qtbot.waitUntil(lambda: rows.topLevelItem(0) is not None and "撤销" in rows.topLevelItem(0).text(3), timeout=10_000)
    assert "王敏撤销：电脑被盗" in listed.findChild(QLabel, "signerHistoryText").text()
    assert not button(listed, "revokeButton").isEnabled()
    assert examined(dialog, tmp_path / "填报表.xlsx", qtbot) == "■ 签名已经撤销，不予采信"
    assert not button(dialog, "confirmSigner").isVisible()
    assert len(known(opened, qtbot)) == 1


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    speak(qapp, request.param)
    apply_theme(qapp)
    yield request.param
    speak(qapp, "zh")


def test_everything_is_shown_whole_in_both_languages(
    language: str, dialog: VerifyDialog, listed: SignersDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    examined(dialog, returned(tmp_path, signer(1), "另一份.xlsx"), qtbot)
    button(dialog, "confirmSigner").click()
    asked = dialog.findChildren(ConfirmSignerDialog)[-1]
    notice = tmp_path / "换签.notice"
    renamed = signer(2, "示例区教育局")
    notice.write_bytes(announce(signer(0), signer(1), at=SIGNED_AT) + announce(signer(1), renamed, at=SIGNED_AT))
    listed.open_notice(notice)
    qtbot.waitUntil(lambda: listed.findChild(NoticeDialog) is not None, timeout=10_000)
    button(listed, "revokeButton").click()
    for shown in (dialog, listed, asked, listed.findChild(NoticeDialog), listed.findChild(StepDialog)):
        with qtbot.waitExposed(shown):
            shown.show()
        QApplication.processEvents()
        assert shown.height() <= 728
        assert [one for widget in visible(shown) for one in complaints(widget)] == [], shown.objectName()
