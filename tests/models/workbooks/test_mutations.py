"""Sheets with something changed at random: refused in one way, or read as something that can be written."""

import io
import zipfile
from collections.abc import Callable, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.core.errors import UserError
from models.signing.package import read_package
from models.workbooks.assignment_form import write_assignment
from models.workbooks.assignment_printable import assignment_as_printed
from models.workbooks.assignment_read import read_assignment
from models.workbooks.blank_form_read import read_blank_form
from models.workbooks.closed_language import NotOurForm
from models.workbooks.kinds import Kind
from models.workbooks.printable import as_printed
from models.workbooks.receipt_form import write_receipt
from models.workbooks.receipt_printable import receipt_as_printed
from models.workbooks.receipt_read import read_receipt
from models.workbooks.return_form import write_return
from models.workbooks.return_read import read_return
from tests.models.workbooks.exchange_samples import small_assignment, small_receipt
from tests.models.workbooks.filled_forms import filled
from tests.models.workbooks.samples import FINGERPRINT, full_content

WRITTEN: Mapping[Kind, dict[str, bytes]] = {
    Kind.RETURN: read_package(write_return(full_content(), fingerprint=FINGERPRINT)),
    Kind.ASSIGNMENT: read_package(write_assignment(small_assignment(remark="请确认。"), fingerprint=FINGERPRINT)),
    Kind.RECEIPT: read_package(write_receipt(small_receipt(), fingerprint=FINGERPRINT)),
}
READ: Mapping[Kind, tuple[Callable, Callable]] = {  # type: ignore[type-arg]  # of whatever content
    Kind.RETURN: (read_return, as_printed),
    Kind.ASSIGNMENT: (read_assignment, assignment_as_printed),
    Kind.RECEIPT: (read_receipt, receipt_as_printed),
}
FILLED = filled()
PARTS = ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml")
MUCH = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_ODD = ("", "0", "-1", "9" * 30, '"', "<", "</c>", "<v>1</v>", ' hidden="1"', "<f>1+1</f>", "&lt;", "\n", "<!--", "A1")
SNIPPETS = st.sampled_from([piece.encode() for piece in _ODD]) | st.binary(max_size=3)


@st.composite
def changed(draw: st.DrawFn, raw: bytes) -> bytes:
    """Draw a text with one piece cut out, put in, doubled or moved."""
    start = draw(st.integers(0, len(raw)))
    end = min(len(raw), start + draw(st.integers(0, 60)))
    piece = draw(SNIPPETS | st.just(raw[start:end] * 2))
    return raw[:start] + piece + raw[end:]


@pytest.mark.parametrize("kind", list(Kind))
@MUCH
@given(st.data())
def test_a_changed_sheet_is_refused_or_says_what_can_be_written(kind: Kind, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(PARTS))
    parts = WRITTEN[kind] | {name: data.draw(changed(WRITTEN[kind][name]))}
    read, printed = READ[kind]
    try:
        content = read(parts).content
    except NotOurForm:
        return
    assert printed(content) == content


@MUCH
@given(st.data())
def test_a_changed_form_is_refused_or_read(data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(FILLED)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    parts[name] = data.draw(changed(parts[name]))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for one, raw in parts.items():
            target.writestr(one, raw)
    try:
        form = read_blank_form(stream.getvalue())
    except UserError:
        return
    assert as_printed(form.content) == form.content or form.findings


@MUCH
@given(st.integers(0, len(FILLED)), st.integers(0, 40), SNIPPETS)
def test_changed_bytes_are_refused_or_read(start: int, length: int, piece: bytes) -> None:
    try:
        read_blank_form(FILLED[:start] + piece + FILLED[start + length :])
    except UserError:
        return
