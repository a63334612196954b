"""The whole loop from a terminal: assign, take in, report, collect, review, receipt, summary, data; all as JSON."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication

from models.core.clock import SystemClock
from models.core.paths import user_places
from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Status
from models.plan.read import read_plan
from models.store.database import open_workspace
from models.store.entries import record
from models.store.period_events import closing_of
from models.store.plans import tasks
from models.store.records import Field, FieldEdit
from models.work.keys import ensure_identity
from models.work.start import start_workspace
from tests.models.workbooks.samples import PLAN
from ui.commands.run import run_command

UNITS = "单位名称,单位代码,学生数\n任城区教育和体育局,370811,3000\n兖州区教育和体育局,370812,1000\n"


@dataclass
class Terminal:
    """A person at a terminal in a folder of their own."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    def run(self, *words: object, code: int = 0) -> Any:
        """Run a command and return its JSON."""
        got = run_command(["--language", "zh", *map(str, words), "--json"])
        printed = self.capsys.readouterr()
        assert got == code, printed.err
        return json.loads(printed.out) if printed.out else printed.err

    @property
    def city(self) -> Path:
        return self.folder / "市.yaodian"


@pytest.fixture
def terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> Iterator[Terminal]:
    """A terminal with a city bureau's workspace of this year's plan, whose units are in a table.

    The command takes the application that is there; one of its own would be in the way of the windows' tests.
    """
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "家"))
    at = SystemClock().now()
    city = tmp_path / "市.yaodian"
    ensure_identity(city, places=user_places(), unit_name="济宁市教育局", unit_code="3708", at=at)
    start_workspace(
        city,
        plan=read_plan(PLAN),
        unit_name="济宁市教育局",
        unit_code="3708",
        operator="王五",
        installation_id="t",
        at=at,
    ).close()
    (tmp_path / "名录.csv").write_text(UNITS, encoding="utf-8")
    yield Terminal(tmp_path, capsys)


def assigned(terminal: Terminal) -> dict[str, Path]:
    told = terminal.run(
        "assign", terminal.city, terminal.folder / "下达", "--units", terminal.folder / "名录.csv", "--by", "学生数"
    )
    return {one["unit"][:2]: Path(one["file"]) for one in told["files"]}


def begun(terminal: Terminal, name: str, sheet: Path) -> Path:
    """Let a unit begin with its assignment, and report one figure for the first quarter."""
    workspace = terminal.folder / f"{name}.yaodian"
    (seen,) = terminal.run("take-in", workspace, sheet, "--operator", "李四", code=1)
    assert seen["effect"] == "unconfirmed" and not workspace.exists()
    (taken,) = terminal.run("take-in", workspace, sheet, "--operator", "李四", "--confirm", seen["fingerprint"])
    assert taken["effect"] == "started"
    return workspace


def figure(workspace: Path, amount: str) -> tuple[str, Decimal]:
    """Report a figure on the first indicator and say which target it has."""
    with open_workspace(workspace) as opened:
        task = next(task for task in tasks(opened) if task.indicators)
        (indicator, *_) = task.indicators
        period = Period(2021, PeriodKind.QUARTER, 1)
        edits = [
            FieldEdit(
                period=period, task_id=task.id, field=Field.VALUE, new=Decimal(amount), indicator_id=indicator.id
            ),
            FieldEdit(period=period, task_id=task.id, field=Field.STATUS, new=Status.IN_PROGRESS),
        ]
        record(opened, edits, operator="李四", at=datetime.now(UTC))
        return indicator.id, indicator.target


def test_a_target_is_shared_out_by_a_column_and_each_unit_gets_its_own_sheet(terminal: Terminal) -> None:
    sheets = assigned(terminal)
    shares = {}
    for name, sheet in sheets.items():
        _, shares[name] = figure(begun(terminal, name, sheet), "1")
    assert shares == {"任城": Decimal(75), "兖州": Decimal(25)}
    again = terminal.run("assign", terminal.city, terminal.folder / "下达")
    assert again["files"] == [] and len(again["unchanged"]) == 2


def test_the_loop_goes_round(terminal: Terminal) -> None:
    sheets = assigned(terminal)
    workspaces = {name: begun(terminal, name, sheet) for name, sheet in sheets.items()}
    sent = terminal.folder / "上报"
    for name, amount in (("任城", "30"), ("兖州", "12.5")):
        figure(workspaces[name], amount)
        told = terminal.run("export", workspaces[name], sent, "return", "--period", "2021-Q1")
        assert told["sequence"] == 1
    first = terminal.run("collect", terminal.city, sent, code=1)
    assert first["counts"] == {"signer-unknown": 2}
    confirm = [word for one in first["files"] for word in ("--confirm", one["fingerprint"])]
    summary = terminal.folder / "汇总.xlsx"
    done = terminal.run(
        "collect", terminal.city, sent, *confirm, "--period", "2021-Q1", "--accept", "--summary", summary
    )
    assert done["counts"] == {"taken": 2}
    sheet = openpyxl.load_workbook(summary)["指标汇总"]
    assert done["accepted"] in {0, 2}
    receipts = terminal.run(
        "receipt", terminal.city, terminal.folder / "回执", "--unit", "370812", "--period", "2021-Q1",
        "--return", "--comment", "请附佐证材料",
    )["receipts"]  # fmt: skip
    assert sheet["A3"].value == "目"
    back = next(one for one in receipts if one["decision"] == "returned")
    (taken,) = terminal.run("take-in", workspaces["兖州"], back["file"])
    assert (taken["effect"], taken["period"]) == ("reopened", "2021-Q1")
    with open_workspace(workspaces["兖州"]) as opened:
        assert closing_of(opened, Period(2021, PeriodKind.QUARTER, 1)) is None
    again = terminal.run("collect", terminal.city, sent)
    assert again["counts"] == {"duplicate": 2}


def test_data_leaves_as_csv_and_json(terminal: Terminal) -> None:
    told = terminal.run("export", terminal.city, terminal.folder / "数据", "data")
    assert told["tables"]["tasks"] == 189 and len(told["files"]) == len(told["tables"]) + 1
    told = terminal.run("export", terminal.city, terminal.folder / "数据", "bulletin")
    assert told["files"][0].endswith("通报.docx")


@pytest.mark.parametrize(
    "words",
    [
        ("assign", "没有.yaodian", "out"),
        ("collect", "没有.yaodian", "out"),
        ("receipt", "没有.yaodian", "out"),
        ("export", "没有.yaodian", "out", "data"),
        ("take-in", "没有.yaodian", "没有.xlsx", "--operator", "李四"),
    ],
)
def test_what_is_not_there_is_said(terminal: Terminal, words: tuple[str, ...]) -> None:
    said = terminal.run(
        words[0],
        *(terminal.folder / word if word in {"out", "没有.yaodian", "没有.xlsx"} else word for word in words[1:]),
        code=2,
    )
    assert "没有" in said


def test_a_receipt_needs_its_return(terminal: Terminal) -> None:
    assigned(terminal)
    words = ("receipt", terminal.city, terminal.folder / "回执", "--unit", "370811", "--period", "2021-Q1", "--accept")
    assert run_command(["--language", "zh", *map(str, words)]) == 1
    assert "没有收到过" in terminal.capsys.readouterr().out
    with pytest.raises(SystemExit) as left:
        run_command(["--language", "zh", *map(str, words[:5]), "--accept"])
    assert left.value.code == 2
