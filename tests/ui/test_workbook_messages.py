"""What is said of a cell of a form filled by hand, and of what can't be printed."""

import pytest

from models.workbooks.blank_form_read import Finding
from models.workbooks.blank_form_values import Problem
from models.workbooks.printable import HEAD_LIMITS, ROW_LIMITS, NotPrintable
from ui.messages import explain
from ui.messages.blank_form import finding_sentence


@pytest.mark.parametrize("problem", list(Problem))
def test_each_problem_has_words_of_its_own(problem: Problem) -> None:
    said = finding_sentence(Finding("G12", problem))
    assert said.startswith("G12：") and len(said) > 6
    others = {finding_sentence(Finding("G12", other)) for other in Problem if other is not problem}
    assert said not in others


def test_what_stands_there_is_quoted() -> None:
    assert finding_sentence(Finding("G12", Problem.NUMBER, "约30所")) == "G12：不是数字（写的是“约30所”）"


ASSIGNED = ("superior_name", "superior_code", "contact", "lead", "support", "whole", "baseline", "due")


@pytest.mark.parametrize("field", sorted({*HEAD_LIMITS, *ROW_LIMITS, *ASSIGNED, "comment", "evidence", "roles"}))
def test_each_field_that_may_not_print_is_called_by_its_name(field: str) -> None:
    said = explain(NotPrintable("06-7K3QXM", field, "length", 100)).happened
    reason = explain(NotPrintable("06-7K3QXM", "no_data_reason", "length", 100)).happened
    assert "06-7K3QXM" in said
    assert (said == reason) is (field == "no_data_reason")


def test_the_note_of_an_assignment_is_no_remark_on_a_task() -> None:
    assert "“说明”" in explain(NotPrintable("", "remark", "length", 500)).happened
    assert "“备注”" in explain(NotPrintable("06-7K3QXM", "remark", "length", 300)).happened
