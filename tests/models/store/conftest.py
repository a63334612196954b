"""A workspace file with a small plan in it, fresh for each test."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from models.core.periods import Period, PeriodKind
from models.store.database import Workspace
from models.work.start import start_workspace
from tests.models.work.example_plan import small_plan

AT = datetime(2021, 4, 6, 9, 30, tzinfo=timezone(timedelta(hours=8)))


@pytest.fixture
def at() -> datetime:
    """Return the moment at which everything happens."""
    return AT


@pytest.fixture
def later() -> datetime:
    """Return a later moment, written with another offset."""
    return datetime(2021, 4, 7, 1, 0, tzinfo=UTC)


@pytest.fixture
def period() -> Period:
    """Return the period that the workspace begins with."""
    return Period(2021, PeriodKind.QUARTER, 2)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Return an open workspace."""
    with start_workspace(
        tmp_path / "某县 教育局.yaodian",
        plan=small_plan(),
        unit_name="某县教育局",
        unit_code="370800",
        operator="张三",
        installation_id="test",
        at=AT,
    ) as started:
        yield started
