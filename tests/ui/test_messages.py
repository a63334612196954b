"""Every error that the program names has its sentences, and no unexpected one shows what a person typed."""

import dataclasses
import importlib
import io
import pkgutil
import re
import typing
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path

import pytest

import models
from models.core.errors import Cancelled, DiskFull, EnvironmentProblem, FileMissing, UserError
from models.core.periods import Period, PeriodKind
from models.signing.findings import Code as SignatureCode
from models.signing.findings import Finding as SignatureFinding
from models.signing.findings import Outcome
from models.signing.identity import UnitNameUnfit
from models.signing.verify import Verdict
from models.store.records import Field
from models.work.checks import Code, Finding, Grade
from models.workbooks.closed_language import NotOurForm, Reason
from models.workbooks.examine import Examination, Problem, Remark, Standing
from models.workbooks.receive import Step, WorkbookRefused
from ui.messages import explain, print_error, report
from ui.messages.examination import TONES, remark_sentence, tone, verdict
from ui.messages.explain import TABLE
from ui.messages.findings import finding_place, finding_sentence, finding_task
from ui.messages.message import size
from ui.operations import return_preparation, returns


def import_everything() -> None:
    """Import each module below models, so that all its errors are known."""
    for module in pkgutil.walk_packages(models.__path__, "models."):
        if "windows" not in module.name:
            importlib.import_module(module.name)
    assert return_preparation.ErrorsLeft and returns.ChangedMeanwhile


def subclasses(kind: type[Exception]) -> Iterator[type[Exception]]:
    for one in kind.__subclasses__():
        if not one.__module__.startswith("tests") and "test_" not in one.__module__:
            yield one
            yield from subclasses(one)


import_everything()
ERRORS = sorted({*subclasses(UserError), *subclasses(EnvironmentProblem)}, key=lambda kind: kind.__qualname__)


def sample(kind: object) -> object:
    """Make up a fact of a type."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    if kind == NotOurForm | None:
        return NotOurForm(Reason.CELL, "D7")
    if typing.get_origin(kind) is tuple:
        return (sample(typing.get_args(kind)[0]),)
    if typing.get_args(kind):
        return sample(typing.get_args(kind)[0])
    samples: dict[object, object] = {
        Verdict: Verdict(Outcome.ALTERED, (SignatureFinding(8, SignatureCode.PART_CHANGED, "xl/sharedStrings.xml"),)),
        str: "示例",
        int: 12,
        bool: True,
        Path: Path("/媒体/U盘/示例.xlsx"),
        Decimal: Decimal("1200"),
        date: date(2021, 6, 25),
        datetime: datetime(2021, 6, 25, 9, 0, tzinfo=UTC),
        Period: Period(2021, PeriodKind.QUARTER, 2),
    }
    return samples[kind]


def make(kind: type[Exception]) -> Exception:
    if not dataclasses.is_dataclass(kind):
        return kind()
    hints = typing.get_type_hints(kind)
    facts = {one.name: sample(hints[one.name]) for one in dataclasses.fields(kind)}
    return kind(**facts)


@pytest.mark.parametrize("kind", [*ERRORS, Cancelled], ids=lambda kind: kind.__qualname__)
def test_every_error_has_its_sentences(kind: type[Exception]) -> None:
    assert kind.__name__ in TABLE, f"{kind.__module__}.{kind.__name__} has no entry in ui/messages"
    message = explain(make(kind))
    for text in (message.happened, message.meaning, message.advice):
        assert text.strip()
        assert "{" not in text, "a fact was not filled in"
    assert not message.happened.endswith("。"), "a headline has no full stop"
    assert message.advice.endswith(("。", "？")), "advice is a whole sentence"


def reason_codes(kind: type[Exception]) -> tuple[str, list[object]]:
    """Return the field that carries a reason, and its codes: of its enumeration, or as the docstring names them."""
    if not dataclasses.is_dataclass(kind):
        return "", []
    for name in ("reason", "found", "missing"):
        declared = typing.get_type_hints(kind).get(name)
        if isinstance(declared, type) and issubclass(declared, Enum):
            return name, list(declared)
        if declared is str:
            fields = {one.name for one in dataclasses.fields(kind)}
            return name, [code for code in re.findall(r"``([a-z_]+)``", kind.__doc__ or "") if code not in fields]
    return "", []


@pytest.mark.parametrize("kind", [kind for kind in ERRORS if reason_codes(kind)[1]], ids=lambda kind: kind.__qualname__)
def test_every_reason_has_its_own_words(kind: type[Exception]) -> None:
    name, codes = reason_codes(kind)
    facts = {one.name: getattr(make(kind), one.name) for one in dataclasses.fields(kind)}
    said = [explain(kind(**(facts | {name: code}))) for code in codes if not (kind is UnitNameUnfit and code == "name")]
    texts = {(message.happened, message.meaning) for message in said}
    assert len(texts) >= len(said) - (kind is UnitNameUnfit), codes


def test_no_two_errors_share_a_name() -> None:
    names = [kind.__name__ for kind in ERRORS]
    assert len(names) == len(set(names))


def test_the_table_has_no_entry_for_an_error_that_is_gone() -> None:
    assert set(TABLE) <= {kind.__name__ for kind in ERRORS} | {"Cancelled"}


def test_a_message_names_the_thing() -> None:
    message = explain(FileMissing(Path("/媒体/U盘/任城区_2021_第二季度_1.xlsx")))
    assert message.happened == "找不到文件“任城区_2021_第二季度_1.xlsx”"
    assert "/媒体/U盘" in message.meaning


def test_a_bug_is_explained_without_what_a_person_typed() -> None:
    try:
        int("王敏的电话 0537-1234567")
    except ValueError as error:
        message = explain(error)
    assert "程序" in message.happened
    assert "ValueError" in message.details
    assert "test_messages.py" in message.details
    for private in ("王敏", "1234567", str(Path.home())):
        assert private not in message.details


def test_a_report_follows_causes_and_survives_a_circle() -> None:
    first, second = ValueError("one"), KeyError("two")
    first.__cause__, second.__cause__ = second, first
    text = report(first)
    assert text.count("ValueError") == 1
    assert text.count("KeyError") == 1


def test_a_subclass_without_entry_speaks_as_its_parent() -> None:
    class QuotaFull(DiskFull):
        """Fuller than full."""

    assert explain(QuotaFull(Path("a.txt"))).happened.startswith("磁盘已满")


def test_a_foreign_error_of_the_same_name_is_not_mistaken() -> None:
    class FileInUse(Exception):
        """Somebody else's."""

    assert "意外" in explain(FileInUse()).happened


def test_the_terminal_gets_one_line() -> None:
    stream = io.StringIO()
    print_error(DiskFull(Path("/媒体/U盘/表.xlsx")), stream)
    assert stream.getvalue() == "磁盘已满，“表.xlsx”没有写成 · 请腾出空间或换一个位置，再试一次。\n"


def test_sizes_are_written_as_people_read_them() -> None:
    assert [size(n) for n in (0, 999, 1000, 3_400_000, 2_000_000_000)] == ["0 B", "999 B", "1 KB", "3.4 MB", "2 GB"]


FACTS = {
    Code.TEXT_TOO_LONG: {"length": 612, "limit": 500},
    Code.COMPLETED_BELOW_TARGET: {"value": Decimal(2500), "target": Decimal(5000), "unit": "口"},
    Code.NOT_STARTED_AT_TARGET: {"value": Decimal(5000), "target": Decimal(5000), "unit": "口"},
    Code.VALUE_FELL: {"value": Decimal(3), "before": Decimal(6), "unit": "所", "period": "2021-Q1"},
    Code.BEHIND_WITHOUT_PROBLEMS: {"light": "red"},
    Code.VALUE_WITHOUT_STATUS: {},
    Code.TASKS_UNREPORTED: {"count": 3, "task_ids": ("06-AAAAAA", "07-BBBBBB")},
}


@pytest.mark.parametrize("code", list(Code))
def test_every_finding_has_its_sentence(code: Code) -> None:
    finding = Finding(grade=Grade.WARNING, code=code, task_id="06-AAAAAA", field=Field.NARRATIVE, facts=FACTS[code])
    text = finding_sentence(finding)
    assert text
    assert "{" not in text
    if code is Code.VALUE_FELL:
        assert text == "累计 3所，比2021年第一季度的 6所 少了"


def test_a_finding_over_several_tasks_leads_to_the_first() -> None:
    finding = Finding(grade=Grade.WARNING, code=Code.TASKS_UNREPORTED, facts=FACTS[Code.TASKS_UNREPORTED])
    assert finding_task(finding) == "06-AAAAAA"
    assert finding_place(finding, {}) == ""


@pytest.mark.parametrize("code", [*SignatureCode, *Problem])
def test_every_reason_of_an_examination_has_its_sentence(code: str) -> None:
    text = remark_sentence(Remark(code, "xl/styles.xml", {"reason": "cell", "stated": "甲", "actual": "乙"}))
    assert text
    assert "{" not in text
    assert not text.endswith("。")


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_has_its_verdict(outcome: Outcome) -> None:
    remarks = (Remark(SignatureCode.PART_CHANGED, "xl/worksheets/sheet1.xml"),)
    examination = Examination(standing=Standing.NOT_GOOD, outcome=outcome, findings=remarks)
    message = verdict(examination)
    assert message.happened
    assert message.details == "表格在签名之后被改动"
    assert tone(examination) == TONES[outcome]


@pytest.mark.parametrize("step", list(Step))
def test_a_refused_return_says_at_which_step(step: Step) -> None:
    problem = NotOurForm(Reason.CELL, "D7") if step is Step.FORM else None
    seen = Verdict(Outcome.UNSIGNED, (SignatureFinding(2, SignatureCode.NO_SIGNATURE),))
    message = explain(WorkbookRefused(step, seen, problem, "甲", "乙"))
    assert message.details
    assert ("没有签名" in message.happened) == (step is Step.SIGNATURE)
