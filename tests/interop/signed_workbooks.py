"""Signed workbooks of each kind, algorithm, size and language, for the judges.

The language is that of what people write into them, the names of the units too; the forms themselves are in Chinese.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path

from models.signing.certificate import Algorithm
from models.signing.identity import Identity, create_identity
from models.work.assignment_content import AssignmentContent
from models.work.receipt_content import ReceiptContent
from models.work.return_content import ReturnContent
from models.workbooks.export import SignedWorkbook, export_assignment, export_receipt, export_return
from models.workbooks.kinds import Kind
from tests.models.workbooks.exchange_samples import superior, year_assignment, year_receipt
from tests.models.workbooks.samples import HEAD, MADE_AT, SIGNED_AT, full_content, year_content

SIZES = (1, 10, 500)
LANGUAGES = ("zh", "en")
FORMULA_LIKE = ("=1+1", "+86 537", "-3", "@all")
UNIT, ABOVE = "Shili District Bureau of Education & Sports", "Jining Education Bureau"  # in English
_WORDS = '{} "Strengthen" township schools & <renew> classrooms; report monthly, phase {}'


@dataclass(frozen=True)
class Signed:
    """One signed workbook, and by whom."""

    path: Path
    kind: Kind
    signer: Identity
    data: bytes

    @property
    def digest(self) -> str:
        """The digest of the certificate that signed it."""
        return self.signer.certificate.digest


def signed_workbooks(folder: Path) -> Iterator[Signed]:
    """Write each of them into a folder, and a draft of a return."""
    for kind, algorithm, rows, language in product(Kind, Algorithm, SIZES, LANGUAGES):
        signer = _signer(kind, algorithm, language)
        yield _written(folder / f"{kind} {algorithm} {rows} {language}.xlsx", kind, signer, _made(kind, rows, language))
    signer = _signer(Kind.RETURN, Algorithm.P_256, "zh")
    yield _written(folder / "return draft.xlsx", Kind.RETURN, signer, full_content(draft=True))


@cache
def _signer(kind: Kind, algorithm: Algorithm, language: str) -> Identity:
    english = language == "en"
    if kind is Kind.RETURN:
        name = UNIT if english else HEAD.unit_name
        return create_identity(unit_name=name, unit_code=HEAD.unit_code, at=MADE_AT, algorithm=algorithm)
    return superior(algorithm=algorithm, **({"unit_name": ABOVE} if english else {}))


def _written(
    path: Path, kind: Kind, signer: Identity, content: ReturnContent | AssignmentContent | ReceiptContent
) -> Signed:
    exported = _exported(content, signer)
    path.write_bytes(exported.data)
    return Signed(path, kind, signer, exported.data)


def _exported(content: ReturnContent | AssignmentContent | ReceiptContent, signer: Identity) -> SignedWorkbook:
    match content:
        case ReturnContent():
            return export_return(content, signer, at=SIGNED_AT)
        case AssignmentContent():
            return export_assignment(content, signer, at=SIGNED_AT)
        case ReceiptContent():
            return export_receipt(content, signer, at=SIGNED_AT)


def _made(kind: Kind, rows: int, language: str) -> ReturnContent | AssignmentContent | ReceiptContent:
    match kind:
        case Kind.RETURN:
            return _sized_return(rows, english=language == "en")
        case Kind.ASSIGNMENT:
            return _sized_assignment(rows, english=language == "en")
        case Kind.RECEIPT:
            return _sized_receipt(rows, english=language == "en")


def _sized_return(rows: int, *, english: bool) -> ReturnContent:
    """A return of just so many rows: years after years of tasks, cut off."""
    groups = []
    left, year = rows, 0
    while left:
        year += 1
        for group in year_content(seed=year).groups:
            taken = group.rows[:left]
            left -= len(taken)
            if taken:
                groups.append(replace(group, rows=taken))
    content = ReturnContent(head=HEAD, groups=tuple(groups))
    if not english:
        return content
    number = 0
    made = []
    for group in content.groups:
        told = []
        for row in group.rows:
            number += 1
            words = {"narrative": FORMULA_LIKE[number % 4], "problems": _words("Lack", number)} if row.narrative else {}
            name = {"indicator_name": f"Schools {number}", "unit": "schools"} if row.indicator_id else {}
            text = f"Task {row.number}: " + _words("To", row.number)
            told.append(replace(row, task_text=text, next_steps="", remark="", **words, **name))
        made.append(replace(group, part_title="Promote development", item_title="Basic education", rows=tuple(told)))
    title = "Work points of the Jining Education Bureau, 2021"
    head = replace(HEAD, unit_name=UNIT, plan_title=title, document_number="No. 1 [2021]")
    return ReturnContent(head=head, groups=tuple(made))


def _sized_assignment(rows: int, *, english: bool) -> AssignmentContent:
    content = year_assignment(rows=rows)
    if not english:
        return content
    groups = []
    for group in content.groups:
        told = tuple(
            replace(
                row,
                task_text=f"Task {row.number}: " + _words("To", row.number),
                lead=("=SUM(A1)", "Bureau of Education"),
                support=FORMULA_LIKE,
                **({"indicator_name": "Schools", "unit": "schools"} if row.indicator_id else {}),
            )
            for row in group.rows
        )
        groups.append(replace(group, part_title="Promote development", item_title="Basic education", rows=told))
    names = {"unit_name": UNIT, "superior_name": ABOVE}
    head = replace(
        content.head, plan_title="Work points, 2021", remark="=Please confirm.", contact="@Zhang Min", **names
    )
    return AssignmentContent(head=head, groups=tuple(groups))


def _sized_receipt(rows: int, *, english: bool) -> ReceiptContent:
    content = year_receipt(rows=rows)
    if not english:
        return content
    told = tuple(
        replace(row, task_text=_words("To", row.number), comment=FORMULA_LIKE[row.number % 4]) for row in content.rows
    )
    head = replace(content.head, unit_name=UNIT, superior_name=ABOVE, comment="=Check the ledger.")
    return ReceiptContent(head=head, rows=told)


def _words(verb: str, number: int) -> str:
    return _WORDS.format(verb, number)
