"""发件箱: each file that left, and what became of it, so that nobody wonders whether it arrived."""

from datetime import datetime
from pathlib import Path

import pytest

from models.core.changes import Changes
from models.core.periods import Period
from models.store.database import Workspace
from models.store.outbox import (
    Fate,
    OutboxItem,
    Paper,
    Way,
    add_outbox,
    note_outbox,
    outbox,
    outbox_events,
    outbox_item,
)


@pytest.fixture
def item(period: Period, at: datetime) -> OutboxItem:
    """Return a return that was written."""
    return OutboxItem(
        paper=Paper.RETURN,
        unit_id=None,
        period=period,
        label="某市教育局",
        number=1,
        file_name="某县教育局_2021_第二季度_1.xlsx",
        sha256="a" * 64,
        path=Path("导出/某县教育局_2021_第二季度_1.xlsx"),
        at=at,
        operator="张三",
    )


def test_a_file_goes_from_written_to_receipt_seen(
    workspace: Workspace, item: OutboxItem, at: datetime, later: datetime
) -> None:
    one = add_outbox(workspace, item)
    (written,) = outbox(workspace)
    assert (written.fate, written.fate_at, written.path) == (Fate.WRITTEN, at, item.path)
    changes = note_outbox(
        workspace, one, Fate.HANDED_OVER, way=Way.USB, detail="E: 办公室的盘", operator="张三", at=later
    )
    assert changes == Changes(outbox=True)
    note_outbox(workspace, one, Fate.RECEIPT_SEEN, operator="张三", at=later)
    (seen,) = outbox(workspace)
    assert (seen.fate, seen.way, seen.detail) == (Fate.RECEIPT_SEEN, Way.USB, "E: 办公室的盘")
    assert [event["fate"] for event in outbox_events(workspace, one)] == [
        Fate.WRITTEN,
        Fate.HANDED_OVER,
        Fate.RECEIPT_SEEN,
    ]
    assert outbox_item(workspace, sha256="a" * 64) == seen and outbox_item(workspace, sha256="b" * 64) is None


def test_a_way_belongs_to_a_handing_over(workspace: Workspace, item: OutboxItem, at: datetime) -> None:
    one = add_outbox(workspace, item)
    for fate, way in ((Fate.HANDED_OVER, None), (Fate.WITHDRAWN, Way.MAIL)):
        with pytest.raises(ValueError, match="handing over"):
            note_outbox(workspace, one, fate, way=way, operator="张三", at=at)


def test_the_list_costs_two_queries(workspace: Workspace, item: OutboxItem) -> None:
    for _ in range(50):
        add_outbox(workspace, item)
    asked: list[str] = []
    workspace.db.conn.set_trace_callback(asked.append)
    assert len(outbox(workspace, paper=Paper.RETURN, period=item.period)) == 50
    assert outbox(workspace, paper=Paper.RECEIPT) == ()
    workspace.db.conn.set_trace_callback(None)
    assert len(asked) == 3
