"""A workspace file of every version that there was opens today, with all that was in it and a copy beside it."""

import shutil
import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Role
from models.store.database import open_workspace
from models.store.entries import entries
from models.store.evidence import all_evidence
from models.store.exports import last_export
from models.store.history import task_history
from models.store.migrations import expected_shape, schema_version, shape_of
from models.store.period_events import closing_of, demanded_roles
from models.store.plans import tasks
from models.store.records import Value

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "databases"


def test_a_workspace_of_version_1_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "某县.yaodian"
    shutil.copy(SAMPLES / "version-1.yaodian", path)
    period = Period(2021, PeriodKind.QUARTER, 2)
    with open_workspace(path) as workspace:
        assert workspace.row("PRAGMA user_version") == (schema_version(),)
        assert shape_of(workspace.db.conn) == expected_shape(schema_version())
        found = entries(workspace, period)
        assert [found[task.id].narrative for task in tasks(workspace)] == [f"第{n}项已部署。" for n in range(1, 6)]
        assert found["01-AAAAAA"].values["01-AAAAAA/1"] == Value(Decimal(6))
        assert found["01-BBBBBB"].values["01-BBBBBB/2"] == Value(None, "年底统计")
        assert len(task_history(workspace, "01-BBBBBB")) == 4
        # A return that went out before there were closings closes nothing.
        export = last_export(workspace, period)
        assert export is not None and export.sequence == 1
        assert closing_of(workspace, period) is None
        assert (all_evidence(workspace, period), demanded_roles(workspace)) == ({}, (Role.FILLER,))
    copy = tmp_path / "某县.v1.yaodian"
    with closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("PRAGMA user_version").fetchone() == (1,)
        assert shape_of(kept) == expected_shape(1)
        assert kept.execute("SELECT count(*) FROM history").fetchone() == (14,)
