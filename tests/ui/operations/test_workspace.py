"""The first start as an operation: whole or not at all, and what it leaves in which folder."""

import uuid
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.core.errors import FileMissing, FolderMissing
from models.plan.documents.problems import UnsupportedFormat
from models.signing.findings import Outcome
from models.signing.identity import PassphraseTooShort, Protection, WrongPassphrase, protection_of
from models.store.database import open_workspace
from models.store.operators import current_operator
from models.store.plans import tasks
from models.store.problems import NotAWorkspace, WorkspaceExists
from models.store.units import own_unit
from models.work.keys import identity_path, load_identity, own_certificate
from models.work.return_content import SignOff
from tests.ui.conftest import NOW, UNIT, Office
from ui.operations.examine import examine_file
from ui.operations.returns import export_return
from ui.operations.runner import Runner
from ui.operations.workspace import BUNDLED_PLAN, Answers, open_existing, start_new
from ui.resources import resource

WORDS, OTHER_WORDS = "济宁的春天来得早", "济宁的春天来得晚"


def answers(**other: object) -> Answers:
    told: dict[str, object] = {
        "operator": "王敏",
        "unit_name": UNIT,
        "unit_code": "370800",
        "plan": resource(BUNDLED_PLAN),
        "passphrase": None,
    }
    return Answers(**(told | other))  # type: ignore[arg-type]


def start(runner: Runner, office: Office, qtbot: QtBot, **other: object) -> Exception | None:
    """Start a workspace and return what went wrong."""
    ended: list[Exception | None] = []
    start_new(
        runner,
        answers=answers(**other),
        path=office.workspace,
        places=office.places,
        at=NOW,
        done=lambda: ended.append(None),
        failed=ended.append,
    )
    qtbot.waitUntil(lambda: bool(ended), timeout=30_000)
    return ended[0]


def test_it_makes_a_workspace_and_an_identity(runner: Runner, empty_office: Office, qtbot: QtBot) -> None:
    assert start(runner, empty_office, qtbot) is None
    runner.close()
    with open_workspace(empty_office.workspace) as workspace:
        unit, operator = own_unit(workspace), current_operator(workspace)
        assert (unit.name, unit.code, operator.name) == (UNIT, "370800", "王敏")
        assert len(tasks(workspace)) > 150
    assert own_certificate(empty_office.workspace).unit_name == UNIT


def test_a_unit_may_have_no_code_yet_and_still_export(runner: Runner, empty_office: Office, qtbot: QtBot) -> None:
    assert start(runner, empty_office, qtbot, unit_code="", unit_name=" 示例区　教育\u200b局 ") is None
    assert own_certificate(empty_office.workspace).unit_code == ""
    with qtbot.waitCallback(timeout=30_000) as ended:
        export_return(
            runner,
            sign_off=SignOff(filled_by="王敏"),
            folder=empty_office.places.documents,
            places=empty_office.places,
            passphrase=None,
            at=NOW,
            done=ended,
            failed=ended,
        )
    with qtbot.waitCallback(timeout=10_000) as found:
        examine_file(runner, path=ended.args[0].path, done=found, failed=pytest.fail)
    assert (found.args[0].outcome, found.args[0].unit_name) == (Outcome.TRUSTED, "示例区 教育局")


def test_a_passphrase_locks_the_identity(runner: Runner, empty_office: Office, qtbot: QtBot) -> None:
    assert start(runner, empty_office, qtbot, passphrase=WORDS) is None
    path = empty_office.workspace
    assert protection_of(identity_path(path).read_bytes()) is Protection.PASSPHRASE
    assert load_identity(path, places=empty_office.places, passphrase=WORDS).unit_name == UNIT
    with pytest.raises(WrongPassphrase):
        load_identity(path, places=empty_office.places, passphrase=OTHER_WORDS)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({"plan": Path("没有这样的文件.txt")}, FileMissing),
        ({"plan": resource("icons/application.svg")}, UnsupportedFormat),
        ({"passphrase": "short"}, PassphraseTooShort),
    ],
)
def test_what_fails_leaves_nothing(
    runner: Runner, empty_office: Office, qtbot: QtBot, other: dict[str, object], expected: type[Exception]
) -> None:
    assert isinstance(start(runner, empty_office, qtbot, **other), expected)
    folder = empty_office.places.data
    left = [path.name for path in folder.rglob("*")] if folder.exists() else []
    assert not any(name.endswith((".yaodian", ".identity", ".part")) for name in left)


def test_a_workspace_that_exists_is_not_touched(runner: Runner, office: Office, qtbot: QtBot) -> None:
    before = office.workspace.read_bytes(), identity_path(office.workspace).read_bytes()
    assert isinstance(start(runner, office, qtbot), WorkspaceExists)
    assert (office.workspace.read_bytes(), identity_path(office.workspace).read_bytes()) == before


def test_a_folder_that_is_gone_is_named(runner: Runner, empty_office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    ended: list[Exception] = []
    start_new(
        runner,
        answers=answers(),
        path=tmp_path / "拔掉的U盘" / "w.yaodian",
        places=empty_office.places,
        at=NOW,
        done=lambda: pytest.fail("there is no such folder"),
        failed=ended.append,
    )
    qtbot.waitUntil(lambda: bool(ended), timeout=30_000)
    assert isinstance(ended[0], FolderMissing)


def test_an_installation_is_named_once(runner: Runner, empty_office: Office, qtbot: QtBot) -> None:
    assert start(runner, empty_office, qtbot) is None
    first = (empty_office.places.data / "installation.id").read_text()
    assert uuid.UUID(first)
    other = Office(
        empty_office.places, empty_office.clock, empty_office.places.data / "第二个.yaodian", empty_office.settings
    )
    assert start(runner, other, qtbot) is None
    assert (empty_office.places.data / "installation.id").read_text() == first


def test_opening_what_is_no_workspace_says_so(runner: Runner, qtbot: QtBot, tmp_path: Path) -> None:
    wrong = tmp_path / "笔记.yaodian"
    wrong.write_text("not a database" * 20, encoding="utf-8")
    told: list[Exception] = []
    open_existing(runner, path=wrong, done=lambda: pytest.fail("opened"), failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], NotAWorkspace)
