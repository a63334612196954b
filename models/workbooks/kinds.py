"""The kinds of signed workbook that travel, and what tells one sheet from another before anything on it is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What a signed workbook is."""

    RETURN = "return"  # 进展填报表, a unit's figures for a period
    ASSIGNMENT = "assignment"  # 任务下达表, what a superior expects of a unit
    RECEIPT = "receipt"  # 审核回执, what a superior decided of a return


@dataclass(frozen=True, slots=True)
class SheetForm:
    """The frame of a kind's one sheet.

    ``columns``: how many it has. ``header_row``: the row of the headings, from 0, which is printed on each page; what
    is not ``portrait`` stays on the screen down to it as well. ``merged``: a pattern for each area that may be merged.
    """

    kind: Kind
    sheet_name: str
    columns: int
    header_row: int
    merged: tuple[str, ...]
    portrait: bool = False

    @property
    def last_column(self) -> int:
        """The last column, from 0."""
        return self.columns - 1

    @property
    def last_letter(self) -> str:
        """The last column as Excel names it."""
        return chr(ord("A") + self.last_column)

    def print_titles_of(self, sheet_name: str) -> str:
        """Return the rows that each page repeats, as a workbook with a sheet of this name says it."""
        return f"{sheet_name}!${self.header_row + 1}:${self.header_row + 1}"


RETURN: Final = SheetForm(Kind.RETURN, "进展填报表", columns=13, header_row=4, merged=("A1:M1",))
ASSIGNMENT: Final = SheetForm(
    Kind.ASSIGNMENT, "任务下达表", columns=11, header_row=5, merged=("A1:K1", "A[1-9][0-9]{0,4}:K[1-9][0-9]{0,4}")
)
RECEIPT: Final = SheetForm(
    Kind.RECEIPT, "审核回执", columns=4, header_row=11, merged=("A1:D1", "A9:D9", "A10:D10", "A11:D11"), portrait=True
)
BLANK_FORM_SHEET: Final = "进展填报表（手填）"  # of a form to be filled by hand, which nobody signs
FORMS: Final[Mapping[Kind, SheetForm]] = {form.kind: form for form in (RETURN, ASSIGNMENT, RECEIPT)}
