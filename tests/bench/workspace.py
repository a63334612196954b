"""A workspace with the bundled plan and a quarter's progress in it, the same each time."""

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Status
from models.plan.read import read_plan
from models.store.database import Workspace
from models.store.entries import Field, FieldEdit, record
from models.store.plans import tasks
from models.work.start import start_workspace

PLAN = Path(__file__).resolve().parents[2] / "resources" / "plans" / "jining-2021.txt"
PERIOD = Period(2021, PeriodKind.QUARTER, 2)
AT = datetime(2021, 6, 24, 9, 30, tzinfo=UTC)
NARRATIVE = "已按方案推进，完成前期摸底和任务分解，召开调度会两次，各责任单位按月报送进度，整体进展符合序时要求。"


def make_workspace(path: Path) -> Workspace:
    """Make it, with an amount for each indicator and a status and a text for each task."""
    workspace = start_workspace(
        path,
        plan=read_plan(PLAN),
        unit_name="济宁市第一中学",
        unit_code="370800-101",
        operator="张三",
        installation_id="bench",
        at=AT,
    )
    edits = []
    for task in tasks(workspace):
        edits += [
            FieldEdit(period=PERIOD, task_id=task.id, field=Field.STATUS, new=Status.IN_PROGRESS),
            FieldEdit(period=PERIOD, task_id=task.id, field=Field.NARRATIVE, new=NARRATIVE),
        ]
        edits += [
            FieldEdit(
                period=PERIOD,
                task_id=task.id,
                field=Field.VALUE,
                indicator_id=indicator.id,
                new=(indicator.target / 2).quantize(Decimal("0.1")),
            )
            for indicator in task.indicators
        ]
    record(workspace, edits, operator="张三", at=AT)
    return workspace
