"""Assignments and receipts: what is exported is let in, and what is not as it should be is refused by its step."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from models.signing.findings import Outcome
from models.signing.identity import Identity, IdentityOfAnotherUnit
from models.signing.package import read_package, write_package
from models.signing.sign import sign
from models.signing.trust import Trust
from models.workbooks.assignment_canonical import assignment_check_code
from models.workbooks.assignment_form import write_assignment
from models.workbooks.assignment_printable import assignment_as_printed
from models.workbooks.export import SignedWorkbook, export_assignment, export_receipt, export_return
from models.workbooks.kinds import Kind
from models.workbooks.receipt_canonical import receipt_check_code
from models.workbooks.receipt_form import write_receipt
from models.workbooks.receipt_printable import receipt_as_printed
from models.workbooks.receive import (
    Step,
    Verified,
    WorkbookRefused,
    look_at,
    look_at_assignment,
    look_at_receipt,
    receive,
    receive_assignment,
    receive_receipt,
)
from tests.models.workbooks.exchange_samples import accepted_receipt, small_assignment, small_receipt, superior
from tests.models.workbooks.samples import SIGNED_AT, make_identity, small_content

US = superior()
TRUST = Trust(expected=US.fingerprint)
Door = Callable[[bytes, Trust], Verified]

EXPORTED = {
    Kind.ASSIGNMENT: export_assignment(small_assignment(), US, at=SIGNED_AT),
    Kind.RECEIPT: export_receipt(small_receipt(), US, at=SIGNED_AT),
}
RECEIVE: dict[Kind, Door] = {
    Kind.RETURN: receive,
    Kind.ASSIGNMENT: receive_assignment,
    Kind.RECEIPT: receive_receipt,
}
LOOK_AT: dict[Kind, Door] = {
    Kind.RETURN: look_at,
    Kind.ASSIGNMENT: look_at_assignment,
    Kind.RECEIPT: look_at_receipt,
}
KINDS = list(EXPORTED)


def written(kind: Kind, identity: Identity = US, **head: object) -> bytes:
    """Write a workbook of a kind whose head was changed by ``head``, unsigned."""
    if kind is Kind.ASSIGNMENT:
        return write_assignment(small_assignment(**head), fingerprint=identity.fingerprint)
    return write_receipt(small_receipt(**head), fingerprint=identity.fingerprint)


def deceiving(kind: Kind, old: str, new: str) -> bytes:
    """Sign a workbook that was changed before it was signed: a superior that deceives with its own key."""
    parts = read_package(written(kind))
    for name in ("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"):
        parts[name] = parts[name].replace(old.encode(), new.encode())
    return sign(write_package(parts), US, at=SIGNED_AT)


def test_an_assignment_of_a_known_superior_is_let_in() -> None:
    exported = EXPORTED[Kind.ASSIGNMENT]
    received = receive_assignment(exported.data, TRUST)
    assert received.content == assignment_as_printed(small_assignment())
    assert received.check_code == exported.check_code == assignment_check_code(small_assignment())
    assert (received.signer.fingerprint, received.signed_at) == (US.fingerprint, SIGNED_AT)
    assert received.is_confirmed
    assert exported.file_name == "任务下达表_示例区教育和体育局_2021_第1版.xlsx"


@pytest.mark.parametrize("content", [small_receipt(), accepted_receipt()], ids=["returned", "accepted"])
def test_a_receipt_of_a_known_superior_is_let_in(content: object) -> None:
    exported = export_receipt(content, US, at=SIGNED_AT)  # type: ignore[arg-type]
    received = receive_receipt(exported.data, TRUST)
    assert received.content == receipt_as_printed(content)  # type: ignore[arg-type]
    assert received.check_code == exported.check_code == receipt_check_code(content)  # type: ignore[arg-type]
    assert received.is_confirmed


def test_a_receipt_is_named_for_what_was_decided() -> None:
    assert EXPORTED[Kind.RECEIPT].file_name == "审核回执_示例区教育和体育局_2021_第二季度_1_退回_1.xlsx"
    accepted = export_receipt(accepted_receipt(sequence=3), US, at=SIGNED_AT)
    assert accepted.file_name == "审核回执_示例区教育和体育局_2021_第二季度_3_通过_2.xlsx"


@pytest.mark.parametrize("kind", KINDS)
def test_an_unknown_superior_is_only_looked_at(kind: Kind) -> None:
    data = EXPORTED[kind].data
    with pytest.raises(WorkbookRefused) as refused:
        RECEIVE[kind](data, Trust())
    assert (refused.value.step, refused.value.verdict.outcome) == (Step.SIGNATURE, Outcome.SIGNER_UNKNOWN)
    assert refused.value.kind is kind
    assert not LOOK_AT[kind](data, Trust()).is_confirmed


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_passes_for_another(kind: Kind) -> None:
    unit = make_identity()
    returned: SignedWorkbook = export_return(small_content(), unit, at=SIGNED_AT)
    trust = Trust(expected=unit.fingerprint)
    with pytest.raises(WorkbookRefused) as refused:
        RECEIVE[kind](returned.data, trust)
    assert (refused.value.step, refused.value.kind) == (Step.FORM, kind)
    for other in Kind:
        if other is not kind:
            with pytest.raises(WorkbookRefused) as refused:
                LOOK_AT[other](EXPORTED[kind].data, TRUST)
            assert (refused.value.step, refused.value.kind) == (Step.FORM, other)


@pytest.mark.parametrize("kind", KINDS)
def test_step_1_refuses_what_is_not_signed_or_not_as_it_was(kind: Kind) -> None:
    data = EXPORTED[kind].data
    for odd, outcome in (
        (b"", Outcome.NOT_OURS),
        (data[:-500], Outcome.DAMAGED),
        (data + b"x", Outcome.ALTERED),
        (written(kind), Outcome.UNSIGNED),
    ):
        for door in (RECEIVE[kind], LOOK_AT[kind]):
            with pytest.raises(WorkbookRefused) as refused:
                door(odd, TRUST)
            assert (refused.value.step, refused.value.verdict.outcome) == (Step.SIGNATURE, outcome)


@pytest.mark.parametrize("kind", KINDS)
def test_step_3_refuses_the_fingerprint_of_another(kind: Kind) -> None:
    with pytest.raises(WorkbookRefused) as refused:
        RECEIVE[kind](deceiving(kind, US.fingerprint, "K7QM 2XHD 9PTA VW4E"), TRUST)
    assert (refused.value.step, refused.value.actual) == (Step.FINGERPRINT, US.fingerprint)


@pytest.mark.parametrize("kind", KINDS)
def test_step_4_refuses_what_a_unit_signs_in_the_name_of_its_superior(kind: Kind) -> None:
    unit = make_identity()
    package = written(kind, unit)
    with pytest.raises(WorkbookRefused) as refused:
        LOOK_AT[kind](sign(package, unit, at=SIGNED_AT), Trust())
    assert (refused.value.step, refused.value.stated, refused.value.actual) == (Step.UNIT, "370800", "370899")


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [(Kind.ASSIGNMENT, "强镇筑基行动", "强镇筑基工程"), (Kind.RECEIPT, "没有佐证材料", "佐证材料不全")],
)
def test_step_5_refuses_data_that_are_not_those_of_the_code(kind: Kind, old: str, new: str) -> None:
    with pytest.raises(WorkbookRefused) as refused:
        RECEIVE[kind](deceiving(kind, old, new), TRUST)
    assert (refused.value.step, refused.value.stated) == (Step.CHECK_CODE, EXPORTED[kind].check_code)


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_signs_for_another_superior(kind: Kind) -> None:
    other = superior(unit_code="370900")
    with pytest.raises(IdentityOfAnotherUnit):
        if kind is Kind.ASSIGNMENT:
            export_assignment(small_assignment(), other, at=SIGNED_AT)
        else:
            export_receipt(small_receipt(), other, at=SIGNED_AT)


def test_a_superior_without_a_code_is_known_by_its_name() -> None:
    signer = superior(unit_code="")
    content = small_assignment(superior_code="")
    data = export_assignment(content, signer, at=SIGNED_AT).data
    assert receive_assignment(data, Trust(expected=signer.fingerprint)).content == assignment_as_printed(content)
    renamed = replace(content, head=replace(content.head, superior_name="济宁市教育局基础教育科"))
    package = write_assignment(renamed, fingerprint=signer.fingerprint)
    with pytest.raises(WorkbookRefused) as refused:
        look_at_assignment(sign(package, signer, at=SIGNED_AT), Trust())
    assert refused.value.step is Step.UNIT
