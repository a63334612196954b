"""审核回执 as it leaves: what was decided is what the unit reads, under the superior's signature."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from models.core.errors import EnvironmentProblem
from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Decision
from models.signing.certificate import Algorithm
from models.signing.identity import Identity, create_identity
from models.signing.trust import Trust
from models.store.database import Workspace
from models.store.outbox import Paper, outbox
from models.store.reviews import Review, reviews_without_receipt
from models.work.review import decide
from models.work.start import start_workspace
from models.workbooks.issue_receipt import issue_receipt
from models.workbooks.receive import receive_receipt
from tests.models.work.example_plan import small_plan
from tests.models.work.received_example import reported, units

AT = datetime(2021, 6, 24, 9, tzinfo=UTC)
Q2 = Period(2021, PeriodKind.QUARTER, 2)


@pytest.fixture
def superior(tmp_path: Path) -> Iterator[Workspace]:
    """Return the workspace of a superior with one subordinate."""
    with start_workspace(
        tmp_path / "市.yaodian",
        plan=small_plan(),
        unit_name="某市教育局",
        unit_code="3708",
        operator="王五",
        installation_id="test",
        at=AT,
    ) as workspace:
        units(workspace, AT, "任城区教育和体育局")
        yield workspace


@pytest.fixture
def identity() -> Identity:
    """Return the superior's identity."""
    return create_identity(unit_name="某市教育局", unit_code="3708", at=AT, algorithm=Algorithm.P_256)


def decided(superior: Workspace, decision: Decision, **words: object) -> Review:
    """Decide on a return that has just come in."""
    sequence = 1 + len(reviews_without_receipt(superior))
    (unit_id,) = (row[0] for row in superior.rows("SELECT id FROM units WHERE is_own = 0"))
    one = reported(superior, unit_id, Q2, AT, sequence=sequence, amounts={})
    said = {"comments": {}} | words
    return decide(superior, one, decision, operator="王五", at=AT, **said)[0]  # type: ignore[arg-type]


def test_what_was_decided_is_what_the_unit_reads(superior: Workspace, identity: Identity, tmp_path: Path) -> None:
    review = decided(
        superior,
        Decision.RETURNED,
        comment="请核对后重报",
        comments={"01-CCCCCC": "超过上限，请说明原因", "01-AAAAAA": "数字与附件不符"},
    )
    issued = issue_receipt(superior, review, identity, tmp_path, operator="王五", at=AT)
    assert issued.path.name == "审核回执_任城区教育和体育局_2021_第二季度_1_退回_1.xlsx"
    received = receive_receipt(issued.path.read_bytes(), Trust(expected=identity.fingerprint))
    head = received.content.head
    assert (head.unit_name, head.unit_code, head.superior_name) == ("任城区教育和体育局", "370810", "某市教育局")
    assert (head.decision, head.comment, head.sequence) == (Decision.RETURNED, "请核对后重报", 1)
    assert head.return_check_code == "4F7K-9QXM-0001"
    assert [(row.task_id, row.comment) for row in received.content.rows] == [
        ("01-AAAAAA", "数字与附件不符"),
        ("01-CCCCCC", "超过上限，请说明原因"),
    ]
    (left,) = outbox(superior)
    assert (left.paper, left.label, left.path) == (Paper.RECEIPT, "任城区教育和体育局", issued.path)
    assert reviews_without_receipt(superior) == ()


def test_a_second_decision_has_the_next_number(superior: Workspace, identity: Identity, tmp_path: Path) -> None:
    first = decided(superior, Decision.ACCEPTED)
    issue_receipt(superior, first, identity, tmp_path, operator="王五", at=AT)
    second, _ = decide(
        superior, first.return_id, Decision.RETURNED, comment="发现错误", comments={}, operator="王五", at=AT
    )
    issued = issue_receipt(superior, second, identity, tmp_path, operator="王五", at=AT)
    head = receive_receipt(issued.path.read_bytes(), Trust(expected=identity.fingerprint)).content.head
    assert (head.number, head.decision) == (2, Decision.RETURNED)


def test_writing_the_same_receipt_again_is_the_same_receipt(
    superior: Workspace, identity: Identity, tmp_path: Path
) -> None:
    review = decided(superior, Decision.ACCEPTED)
    one, again = (issue_receipt(superior, review, identity, tmp_path, operator="王五", at=AT) for _ in range(2))
    assert one.check_code == again.check_code and one.path != again.path
    assert len(outbox(superior)) == 2


def test_a_receipt_that_can_not_be_written_is_not_noted(
    superior: Workspace, identity: Identity, tmp_path: Path
) -> None:
    review = decided(superior, Decision.ACCEPTED)
    folder = tmp_path / "拔掉的盘"
    folder.mkdir()
    shutil.rmtree(folder)
    with pytest.raises(EnvironmentProblem):
        issue_receipt(superior, review, identity, folder, operator="王五", at=AT)
    assert outbox(superior) == () and reviews_without_receipt(superior) == (review,)
