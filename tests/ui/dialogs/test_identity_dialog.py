"""签名身份 at the keyboard: seen, locked, moved, renewed, renamed, replaced; refusals change nothing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.core.clock import FixedClock
from models.signing.certificate import Algorithm
from models.signing.findings import Outcome
from models.signing.identity import IdentityOfAnotherUnit, Protection, create_identity
from models.signing.succession import announce, verify_successions
from models.signing.trust import Trust
from models.store.signers import How, known_signers
from models.store.units import own_unit, set_own_unit
from models.work import own_identity
from models.work.keys import identity_path, load_identity
from models.work.own_identity import describe
from models.workbooks.export import export_return
from tests.models.signing.authority import PASSPHRASE as PFX_WORDS
from tests.models.signing.authority import Order, pfx
from tests.models.workbooks.samples import HEAD, small_content
from tests.ui.conftest import NOW, UNIT, Office
from tests.ui.dialogs.test_fit import complaints, visible
from ui.dialogs.identity_dialog import IdentityDialog
from ui.dialogs.identity_warning import OPEN, identity_warning
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.signers_dialog import SignersDialog
from ui.dialogs.step_dialog import StepDialog
from ui.language import speak
from ui.main_window import MainWindow
from ui.operations.examine import examine_file
from ui.operations.identity import read_identity
from ui.operations.runner import Runner
from ui.theme import apply_theme

WORDS = "济宁的春天来得早"


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    def create(**options: object) -> object:
        return create_identity(**{**options, "algorithm": Algorithm.P_256})  # type: ignore[arg-type]

    monkeypatch.setattr(own_identity, "create_identity", create)


def show(runner: Runner, office: Office, qtbot: QtBot, *, days: int = 0) -> IdentityDialog:
    made = IdentityDialog(runner, places=office.places, clock=FixedClock(NOW + timedelta(days=days)))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.findChild(QLabel, "identityUnit").text() != "", timeout=10_000)
    return made


@pytest.fixture
def dialog(opened: Runner, office: Office, qtbot: QtBot) -> IdentityDialog:
    return show(opened, office, qtbot)


def press(dialog: IdentityDialog | StepDialog, name: str) -> None:
    dialog.findChild(QPushButton, name).click()


def step(dialog: IdentityDialog, button: str) -> StepDialog:
    press(dialog, button)
    return dialog.findChildren(StepDialog)[-1]


def write(step: StepDialog, **fields: str) -> None:
    for name, text in fields.items():
        step.findChild(QLineEdit, name).setText(text)


def finish(step: StepDialog, dialog: IdentityDialog, qtbot: QtBot) -> MessageDialog:
    """Press the button, wait until the step is done, and return what was said."""
    before = len(dialog.findChildren(MessageDialog))
    press(step, "doButton")
    qtbot.waitUntil(lambda: len(dialog.findChildren(MessageDialog)) > before, timeout=20_000)
    return dialog.findChildren(MessageDialog)[-1]


def text(dialog: IdentityDialog | MessageDialog, name: str) -> str:
    return dialog.findChild(QLabel, name).text()


def settle(runner: Runner, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not runner.busy, timeout=10_000)


def kept(office: Office) -> list[str]:
    return sorted(one.name for one in office.workspace.parent.glob("*.identity"))


def test_it_says_whose_it_is_and_how_long_it_holds(dialog: IdentityDialog, office: Office) -> None:
    certificate = describe(office.workspace).certificate
    assert text(dialog, "identityUnit") == f"{UNIT}（370800）"
    groups = [text(dialog, f"identityFingerprintGroup{at}") for at in (1, 2, 3, 4)]
    assert " ".join(groups) == certificate.fingerprint
    assert text(dialog, "identityUntil") == "2026年6月13日，还有 1826 天"
    assert "账户" in text(dialog, "identityProtection")
    assert "电子签名法" in text(dialog, "identityIssuer")
    press(dialog, "copyFingerprint")
    assert QApplication.clipboard().text() == certificate.fingerprint


@pytest.mark.parametrize(("days", "warned"), [(1766 - 1, False), (1766, True), (1827, True)])
def test_sixty_days_ahead_it_warns(opened: Runner, office: Office, qtbot: QtBot, days: int, warned: bool) -> None:
    shown = show(opened, office, qtbot, days=days)
    settle(opened, qtbot)
    assert shown.findChild(QLabel, "identityUntil").property("tone") == (
        ("red" if days > 1826 else "yellow") if warned else ""
    )


def test_a_passphrase_is_set_and_taken_off(dialog: IdentityDialog, office: Office, qtbot: QtBot) -> None:
    asked = step(dialog, "changePassphrase")
    write(asked, passphrase="short", passphraseAgain="short")  # noqa: S106
    press(asked, "doButton")
    assert "8" in asked.findChild(QLabel, "stepObjection").text()
    write(asked, passphrase=WORDS, passphraseAgain=WORDS)
    finish(asked, dialog, qtbot)
    assert describe(office.workspace).protection is Protection.PASSPHRASE
    qtbot.waitUntil(lambda: dialog.findChild(QPushButton, "dropPassphrase").isVisible(), timeout=5000)
    asked = step(dialog, "dropPassphrase")
    write(asked, currentPassphrase="wrong one")
    before = identity_path(office.workspace).read_bytes()
    press(asked, "doButton")
    qtbot.waitUntil(lambda: asked.findChild(MessageDialog) is not None, timeout=10_000)
    assert "口令不对" in text(asked.findChild(MessageDialog), "messageHappened")
    assert identity_path(office.workspace).read_bytes() == before
    asked.findChild(MessageDialog).accept()
    write(asked, currentPassphrase=WORDS)
    finish(asked, dialog, qtbot)
    assert describe(office.workspace).protection is Protection.ACCOUNT


def test_it_goes_to_a_file_and_comes_back(dialog: IdentityDialog, office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "U盘" / "身份.identity"
    target.parent.mkdir()
    asked = step(dialog, "exportIdentity")
    assert asked.findChild(QLineEdit, "stepPath").text().endswith(f"{UNIT}_签名身份.identity")
    write(asked, stepPath=str(target), passphrase=WORDS, passphraseAgain=WORDS)
    finish(asked, dialog, qtbot)
    fingerprint = describe(office.workspace).certificate.fingerprint
    finish(step(dialog, "replaceIdentity"), dialog, qtbot)
    assert describe(office.workspace).certificate.fingerprint != fingerprint
    asked = step(dialog, "importIdentity")
    press(asked, "doButton")
    assert asked.findChild(QLabel, "stepObjection").isVisible()
    write(asked, stepPath=str(target), filePassphrase=WORDS)
    asked.findChild(QCheckBox, "keepPassphrase").setChecked(True)
    said = finish(asked, dialog, qtbot)
    assert fingerprint in text(said, "messageMeaning")
    found = describe(office.workspace)
    assert (found.certificate.fingerprint, found.protection) == (fingerprint, Protection.PASSPHRASE)
    assert len(kept(office)) == 3


def test_a_renewal_is_announced_and_its_notice_saved(
    dialog: IdentityDialog, opened: Runner, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    old = describe(office.workspace).certificate
    assert not dialog.findChild(QPushButton, "saveNotice").isVisible()
    said = finish(step(dialog, "renewIdentity"), dialog, qtbot)
    now = describe(office.workspace)
    assert now.certificate.fingerprint in text(said, "messageMeaning")
    assert old.fingerprint[:4] in text(said, "messageMeaning")  # the name under which the old one is kept
    said.findChild(QPushButton, "saveNotice").click()
    asked = dialog.findChildren(StepDialog)[-1]
    target = tmp_path / "通知.notice"
    write(asked, stepPath=str(target))
    finish(asked, dialog, qtbot)
    assert target.read_bytes() == now.announcements[-1]
    trust = Trust(pinned={old.unit_code: frozenset({old.digest})})
    (succession,) = verify_successions(target.read_bytes(), trust)
    assert (succession.old.digest, succession.new.digest) == (old.digest, now.certificate.digest)
    with qtbot.waitCallback() as done:
        opened.read(known_signers, done=done)
    assert {one.confirmed.how for one in done.args[0]} == {How.OWN}


def test_two_renewals_in_a_row_are_saved_in_one_file_that_a_superior_follows(
    dialog: IdentityDialog, opened: Runner, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    """Also one who was never told of the first."""
    first = describe(office.workspace)
    finish(step(dialog, "renewIdentity"), dialog, qtbot).accept()
    second = describe(office.workspace).certificate
    said = finish(step(dialog, "renewIdentity"), dialog, qtbot)
    third = describe(office.workspace).certificate
    said.findChild(QPushButton, "saveNotice").click()
    asked = dialog.findChildren(StepDialog)[-1]
    target = tmp_path / "通知.notice"
    write(asked, stepPath=str(target))
    finish(asked, dialog, qtbot)
    before = first.certificate
    trust = Trust(pinned={before.unit_code: frozenset({before.digest})})
    found = verify_successions(target.read_bytes(), trust)
    assert [(one.old, one.new) for one in found] == [(before, second), (second, third)]


def test_ones_own_notice_is_for_the_superior_and_anothers_under_ones_name_is_refused(
    dialog: IdentityDialog, opened: Runner, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    old = load_identity(office.workspace, places=office.places)
    said = finish(step(dialog, "renewIdentity"), dialog, qtbot)
    said.accept()
    ours = tmp_path / "自己的.notice"
    ours.write_bytes(describe(office.workspace).announcements[-1])
    stolen = tmp_path / "盗用.notice"
    thief = create_identity(unit_name=UNIT, unit_code="370800", at=NOW, algorithm=Algorithm.P_256)
    stolen.write_bytes(announce(old, thief, at=NOW))
    signers = SignersDialog(opened, clock=FixedClock(NOW))
    qtbot.addWidget(signers)
    for path, happened, meaning in (
        (ours, "! 这份换签通知要交给上级", "这是本单位自己的换签通知"),
        (stolen, "! 换签通知不能采信", "旧密钥可能被盗用"),
    ):
        before = len(signers.findChildren(MessageDialog))
        signers.open_notice(path)
        qtbot.waitUntil(lambda n=before: len(signers.findChildren(MessageDialog)) > n, timeout=10_000)
        told = signers.findChildren(MessageDialog)[-1]
        assert text(told, "messageHappened") == happened
        assert meaning in text(told, "messageMeaning")
        told.accept()
    with qtbot.waitCallback() as done:
        opened.read(known_signers, done=done)
    assert thief.certificate.digest not in {one.confirmed.digest for one in done.args[0]}


def test_a_new_name_changes_workspace_and_signature_together(
    dialog: IdentityDialog, opened: Runner, office: Office, qtbot: QtBot
) -> None:
    asked = step(dialog, "renameUnit")
    write(asked, newUnitName=" ")
    press(asked, "doButton")
    assert asked.findChild(QLabel, "stepObjection").isVisible()
    write(asked, newUnitName="示例区教育局", newUnitCode="370801")
    finish(asked, dialog, qtbot)
    with qtbot.waitCallback() as done:
        opened.read(own_unit, done=done)
    found = describe(office.workspace)
    assert (done.args[0].name, done.args[0].code) == (found.unit_name, found.unit_code) == ("示例区教育局", "370801")
    assert len(found.announcements) == 1
    qtbot.waitUntil(lambda: text(dialog, "identityUnit") == "示例区教育局（370801）", timeout=5000)


def test_a_rename_that_is_refused_leaves_both(
    opened: Runner, office: Office, qtbot: QtBot, dialog: IdentityDialog
) -> None:
    """The name is taken back where the certificate has run out."""
    late = show(opened, office, qtbot, days=2000)
    before = identity_path(office.workspace).read_bytes()
    asked = step(late, "renameUnit")
    write(asked, newUnitName="示例区教育局")
    press(asked, "doButton")
    qtbot.waitUntil(lambda: asked.findChild(MessageDialog) is not None, timeout=10_000)
    with qtbot.waitCallback() as done:
        opened.read(own_unit, done=done)
    assert done.args[0].name == UNIT
    assert identity_path(office.workspace).read_bytes() == before
    assert len(kept(office)) == 1


def test_a_lost_one_is_replaced_under_a_passphrase(dialog: IdentityDialog, office: Office, qtbot: QtBot) -> None:
    identity_path(office.workspace).write_bytes(b"rubbish")
    asked = step(dialog, "replaceIdentity")
    asked.findChild(QCheckBox, "lockNew").click()
    write(asked, passphrase=WORDS, passphraseAgain=WORDS)
    finish(asked, dialog, qtbot)
    assert describe(office.workspace).protection is Protection.PASSPHRASE
    assert "工作区.damaged.identity" in kept(office)


def test_a_certificate_of_an_authority_is_taken_or_refused(
    dialog: IdentityDialog, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tmp_path / "unit.pfx"
    source.write_bytes(pfx(Order(until=NOW - timedelta(days=1), from_=NOW - timedelta(days=9))))
    before = identity_path(office.workspace).read_bytes()
    asked = step(dialog, "usePfx")
    write(asked, stepPath=str(source), pfxPassphrase=PFX_WORDS)
    press(asked, "doButton")
    qtbot.waitUntil(lambda: asked.findChild(MessageDialog) is not None, timeout=10_000)
    assert "过期" in text(asked.findChild(MessageDialog), "messageMeaning")
    assert identity_path(office.workspace).read_bytes() == before
    asked.findChild(MessageDialog).accept()
    source.write_bytes(pfx())
    finish(asked, dialog, qtbot)
    assert describe(office.workspace).certificate.is_issued
    qtbot.waitUntil(lambda: "教育系统签名 CA 2" in text(dialog, "identityIssuer"), timeout=5000)


def test_a_file_is_put_back_where_the_list_cannot_be_written(
    dialog: IdentityDialog, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from models.core.errors import DiskFull
    from models.work import signers

    def full(*_: object, **__: object) -> None:
        raise DiskFull(office.workspace)

    monkeypatch.setattr(signers, "remember_own", full)
    before = identity_path(office.workspace).read_bytes()
    asked = step(dialog, "renewIdentity")
    press(asked, "doButton")
    qtbot.waitUntil(lambda: asked.findChild(MessageDialog) is not None, timeout=20_000)
    assert identity_path(office.workspace).read_bytes() == before


def test_tab_reaches_every_step(dialog: IdentityDialog, qtbot: QtBot) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    reached = set()
    for _ in range(14):
        reached.add(QApplication.focusWidget().objectName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    wanted = {"changePassphrase", "exportIdentity", "importIdentity", "renewIdentity", "renameUnit", "usePfx"}
    assert wanted | {"replaceIdentity", "copyFingerprint", "closeButton"} <= reached


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    speak(qapp, request.param)
    apply_theme(qapp)
    yield request.param
    speak(qapp, "zh")


STEPS = [
    "changePassphrase",
    "exportIdentity",
    "importIdentity",
    "renewIdentity",
    "renameUnit",
    "usePfx",
    "replaceIdentity",
]


def test_everything_is_shown_whole_in_both_languages(
    language: str, opened: Runner, office: Office, qtbot: QtBot
) -> None:
    for days in (0, 1790, 2000):
        shown = show(opened, office, qtbot, days=days)
        settle(opened, qtbot)
        QApplication.processEvents()
        assert [one for widget in visible(shown) for one in complaints(widget)] == []
        for name in STEPS:
            asked = step(shown, name)
            with qtbot.waitExposed(asked):
                asked.show()
            QApplication.processEvents()
            assert [one for widget in visible(asked) for one in complaints(widget)] == [], name
            asked.close()
        shown.close()


def returned(office: Office, folder: Path, code: str) -> Path:
    """Sign a return as the unit does, with what identity it has."""
    head = replace(HEAD, unit_name=UNIT, unit_code=code)
    identity = load_identity(office.workspace, places=office.places)
    path = folder / f"{code}.xlsx"
    path.write_bytes(export_return(replace(small_content(), head=head), identity, at=NOW).data)
    return path


def outcome(runner: Runner, path: Path, qtbot: QtBot) -> Outcome:
    with qtbot.waitCallback(timeout=10_000) as done:
        examine_file(runner, path=path, done=done, failed=pytest.fail)
    return done.args[0].outcome


def test_returns_from_before_and_after_a_new_code_are_the_units_own(
    dialog: IdentityDialog, opened: Runner, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    """And where only the workspace was renamed, nothing is signed, and it is said what to do."""
    before = returned(office, tmp_path, "370800")
    opened.commit(lambda workspace: set_own_unit(workspace, name=UNIT, code="370899", at=NOW))
    with pytest.raises(IdentityOfAnotherUnit):
        returned(office, tmp_path, "370899")
    with qtbot.waitCallback() as read:
        read_identity(opened, at=NOW, done=read)
    assert read.args[0].is_renamed
    dialog._read()
    qtbot.waitUntil(lambda: text(dialog, "identityUnit").endswith("（370899）"), timeout=5000)
    finish(step(dialog, "renameUnit"), dialog, qtbot)
    after = returned(office, tmp_path, "370899")
    assert [outcome(opened, path, qtbot) for path in (before, after)] == [Outcome.TRUSTED, Outcome.TRUSTED]


@pytest.mark.parametrize(("days", "word"), [(0, ""), (1790, "到期"), (2000, "过期")])
def test_the_window_warns_when_it_opens(opened: Runner, office: Office, qtbot: QtBot, days: int, word: str) -> None:
    at = NOW + timedelta(days=days)
    with qtbot.waitCallback() as read:
        read_identity(opened, at=at, done=read)
    parent = QWidget()
    qtbot.addWidget(parent)
    warning = identity_warning(read.args[0], parent)
    assert (warning is None) == (word == "")
    if warning is not None:
        assert word in text(warning, "messageHappened")
        warning.findChild(QPushButton, OPEN).click()
        assert warning.chosen == OPEN


@pytest.mark.parametrize(("action", "name"), [("identity", "identityDialog"), ("signers", "signersDialog")])
def test_the_menu_leads_there(window: MainWindow, qtbot: QtBot, action: str, name: str) -> None:
    window.findChild(QAction, action).trigger()
    qtbot.waitUntil(lambda: window.findChild(QDialog, name) is not None, timeout=5000)
    assert window.findChild(QDialog, name).isVisible()
    qtbot.keyClick(window.findChild(QDialog, name), Qt.Key.Key_Escape)
    assert not window.findChild(QDialog, name).isVisible()
