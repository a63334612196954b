"""One indicator: its promise, and how its value stands against target and schedule, in words and not by colour."""

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from models.core.vocabulary import Direction, Light
from models.store.records import IndicatorRecord
from ui.widgets.indicator_row import IndicatorRow
from ui.widgets.schedule_bar import ScheduleBar

HALF = Decimal("0.5")


def row(qtbot: QtBot, direction: Direction = Direction.AT_LEAST) -> IndicatorRow:
    indicator = IndicatorRecord(
        id="t/1", task_id="t", position=1, name="大班额比例", target=Decimal(20000), unit="人", direction=direction
    )
    made = IndicatorRow(indicator, save=lambda _: True)
    qtbot.addWidget(made)
    return made


def said(made: IndicatorRow) -> list[str]:
    return [label.text() for label in made.findChildren(QLabel) if label.text()]


@pytest.mark.parametrize(
    ("completion", "light", "words"),
    [
        (None, Light.NONE, "序时进度 50%"),
        (Decimal("0.6"), Light.GREEN, "完成率 60% · 序时进度 50%"),
        (Decimal("0.45"), Light.GREEN, "完成率 45% · 序时进度 50%"),
        (Decimal("0.333"), Light.YELLOW, "▲ 33.3% · 落后序时 16.7 个百分点"),
        (Decimal("0.1"), Light.RED, "■ 10% · 落后序时 40 个百分点"),
        (Decimal("1.2"), Light.GREEN, "完成率 120% · 序时进度 50%"),
    ],
)
def test_a_floor_says_how_far_it_is_behind(qtbot: QtBot, completion: Decimal | None, light: Light, words: str) -> None:
    made = row(qtbot)
    made.show_progress(completion, HALF, light)
    assert said(made)[:3] == ["大班额比例", "目标 20,000 人", words]
    assert made.findChild(ScheduleBar).isVisibleTo(made)


@pytest.mark.parametrize(
    ("light", "words"),
    [(Light.NONE, None), (Light.GREEN, "● 在上限以内"), (Light.YELLOW, "▲ 超出上限"), (Light.RED, "■ 超出上限")],
)
def test_a_ceiling_has_no_schedule(qtbot: QtBot, light: Light, words: str | None) -> None:
    made = row(qtbot, Direction.AT_MOST)
    made.show_progress(None, HALF, light)
    assert said(made) == ["大班额比例", "不超过 20,000 人", *([words] if words else [])]
    assert not made.findChild(ScheduleBar).isVisibleTo(made)


def test_the_field_is_read_aloud_with_its_indicator_and_unit(qtbot: QtBot) -> None:
    assert row(qtbot).field.accessibleName() == "大班额比例，累计完成，人"
