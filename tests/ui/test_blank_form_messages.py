"""What is said of a cell of a form filled by hand."""

import pytest

from models.workbooks.blank_form_read import Finding
from models.workbooks.blank_form_values import Problem
from ui.messages.blank_form import finding_sentence


@pytest.mark.parametrize("problem", list(Problem))
def test_each_problem_has_words_of_its_own(problem: Problem) -> None:
    said = finding_sentence(Finding("G12", problem))
    assert said.startswith("G12：") and len(said) > 6
    others = {finding_sentence(Finding("G12", other)) for other in Problem if other is not problem}
    assert said not in others


def test_what_stands_there_is_quoted() -> None:
    assert finding_sentence(Finding("G12", Problem.NUMBER, "约30所")) == "G12：不是数字（写的是“约30所”）"
