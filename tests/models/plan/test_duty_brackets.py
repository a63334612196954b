"""Brackets that say who or when without naming the fields: （甲科、乙科按职责分工负责）, （2024年11月底前完成）."""

from datetime import date

import pytest

from models.plan import parse_plan


@pytest.mark.parametrize("stop_first", [True, False])
@pytest.mark.parametrize(
    ("bracket", "lead", "support", "due"),
    [
        ("财政局、教育局按职责分工负责", ("财政局",), ("教育局",), None),
        ("基建科牵头负责，财务科、办公室参与，9月底前", ("基建科",), ("财务科", "办公室"), date(2024, 9, 30)),
        ("水利局、各县区负责，6月底完成", ("水利局",), ("各县区",), date(2024, 6, 30)),
        ("2024年11月底前完成", (), (), date(2024, 11, 30)),
        ("甲科负责", ("甲科",), (), None),
    ],
)
def test_a_bracket_says_who_and_when_and_is_no_task(
    bracket: str, lead: tuple[str, ...], support: tuple[str, ...], due: date | None, *, stop_first: bool
) -> None:
    words = f"新建学校5所。（{bracket}）" if stop_first else f"新建学校5所（{bracket}）。"
    plan = parse_plan(f"某局2024年工作要点\n一、甲乙\n1．丙丁。{words}\n2．戊己。召开会议。\n")
    task, other = plan.tasks
    assert (task.text, task.lead, task.support, task.due) == ("新建学校5所", lead, support, due)
    assert (other.lead, other.due) == ((), None)


def test_a_stretch_of_years_in_a_bracket_is_content() -> None:
    plan = parse_plan("某局2024年工作要点\n一、甲乙\n1．丙丁。实施行动（2021-2023年）。\n2．戊己。召开会议。\n")
    assert next(iter(plan.tasks)).text == "实施行动（2021-2023年）"
