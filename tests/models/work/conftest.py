"""A workspace with the real work points in it, made once and copied for each test; and one with a small plan."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from models.core.periods import Period, PeriodKind
from models.plan.model import Plan
from models.plan.read import read_plan
from models.store.database import Workspace, open_workspace
from models.work.start import start_workspace
from tests.models.work.example_plan import small_plan

AT = datetime(2021, 4, 6, 9, 30, tzinfo=timezone(timedelta(hours=8)))
DOCUMENT = Path(__file__).parents[3] / "resources" / "plans" / "jining-2021.txt"


@pytest.fixture
def at() -> datetime:
    """Return the moment at which everything happens."""
    return AT


@pytest.fixture
def period() -> Period:
    """Return the period that a workspace begins with."""
    return Period(2021, PeriodKind.QUARTER, 2)


@pytest.fixture(scope="session")
def real_plan() -> Plan:
    """Return the bundled document as read."""
    return read_plan(DOCUMENT)


@pytest.fixture(scope="session")
def real_file(real_plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a closed workspace of the bundled document; copy it, don't open it."""
    path = tmp_path_factory.mktemp("real") / "a.yaodian"
    start_workspace(
        path, plan=real_plan, unit_name="某县教育局", unit_code="370800", operator="张三", installation_id="t", at=AT
    ).close()
    return path


@pytest.fixture
def real(real_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    """Return an open workspace of the bundled document."""
    with open_workspace(Path(shutil.copy(real_file, tmp_path / "real.yaodian"))) as opened:
        yield opened


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Workspace]:
    """Return an open workspace with one task of each sort."""
    with start_workspace(
        tmp_path / "small.yaodian",
        plan=small_plan(),
        unit_name="某县教育局",
        unit_code="370800",
        operator="张三",
        installation_id="t",
        at=AT,
    ) as started:
        yield started
