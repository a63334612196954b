"""The door: a return gets in when all six checks hold, and is refused by the name of the one that does not."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from models.signing.findings import Outcome
from models.signing.identity import Identity
from models.signing.package import read_package, write_package
from models.signing.sign import sign
from models.signing.trust import Trust
from models.workbooks.examine import Problem, Standing, examine
from models.workbooks.export import export_return
from models.workbooks.printable import as_printed
from models.workbooks.receive import Step, WorkbookRefused, look_at, receive
from models.workbooks.return_form import write_return
from tests.models.workbooks.samples import HEAD, SIGNED_AT, full_content, make_identity, small_content

UNIT = make_identity()
EXPORTED = export_return(small_content(), UNIT, at=SIGNED_AT)
TRUST = Trust(expected=UNIT.fingerprint)


def signed(change: Callable[[dict[str, bytes]], None], identity: Identity = UNIT) -> bytes:
    """Sign a return that was changed before it was signed: a unit that deceives with its own key."""
    parts = read_package(write_return(small_content(), fingerprint=identity.fingerprint))
    change(parts)
    return sign(write_package(parts), identity, at=SIGNED_AT)


def edit(old: str, new: str) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        for name in ("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"):
            parts[name] = parts[name].replace(old.encode(), new.encode())

    return change


def test_a_return_of_a_known_signer_is_let_in() -> None:
    received = receive(EXPORTED.data, TRUST)
    assert received.content == as_printed(small_content())
    assert received.check_code == EXPORTED.check_code
    assert received.signer.fingerprint == UNIT.fingerprint
    assert received.signed_at == SIGNED_AT
    assert received.is_confirmed


def test_an_unknown_signer_is_only_looked_at() -> None:
    with pytest.raises(WorkbookRefused) as refused:
        receive(EXPORTED.data, Trust())
    assert (refused.value.step, refused.value.verdict.outcome) == (Step.SIGNATURE, Outcome.SIGNER_UNKNOWN)
    seen = look_at(EXPORTED.data, Trust())
    assert seen.content == as_printed(small_content()) and not seen.is_confirmed


@pytest.mark.parametrize(
    ("data", "outcome"),
    [
        (b"", Outcome.NOT_OURS),
        (b"hello", Outcome.NOT_OURS),
        (EXPORTED.data[:-500], Outcome.DAMAGED),
        (EXPORTED.data + b"x", Outcome.ALTERED),
        (write_return(small_content(), fingerprint=""), Outcome.UNSIGNED),
    ],
)
def test_step_1_refuses_what_is_not_signed_or_not_as_it_was(data: bytes, outcome: Outcome) -> None:
    for door in (receive, look_at):
        with pytest.raises(WorkbookRefused) as refused:
            door(data, TRUST)
        assert (refused.value.step, refused.value.verdict.outcome) == (Step.SIGNATURE, outcome)


def test_step_1_refuses_a_signer_who_is_not_the_expected_one() -> None:
    other = export_return(small_content(), make_identity(), at=SIGNED_AT)
    for door in (receive, look_at):
        with pytest.raises(WorkbookRefused) as refused:
            door(other.data, TRUST)
        assert refused.value.verdict.outcome is Outcome.SIGNER_DIFFERS


def test_step_2_refuses_a_signed_sheet_that_this_program_would_not_write() -> None:
    def hide(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet1.xml"
        parts[name] = parts[name].replace(b'<row r="8"', b'<row r="8" hidden="1"')

    with pytest.raises(WorkbookRefused) as refused:
        receive(signed(hide), TRUST)
    assert refused.value.step is Step.FORM
    assert refused.value.problem is not None and refused.value.problem.where == "xl/worksheets/sheet1.xml row 8"


def test_step_3_refuses_the_fingerprint_of_another() -> None:
    with pytest.raises(WorkbookRefused) as refused:
        receive(signed(edit(UNIT.fingerprint, "K7QM 2XHD 9PTA VW4E")), TRUST)
    assert (refused.value.step, refused.value.actual) == (Step.FINGERPRINT, UNIT.fingerprint)


def test_step_4_refuses_the_code_of_another_unit() -> None:
    content = replace(small_content(), head=replace(HEAD, unit_code="370800"))
    package = write_return(content, fingerprint=UNIT.fingerprint)
    with pytest.raises(WorkbookRefused) as refused:
        receive(sign(package, UNIT, at=SIGNED_AT), TRUST)
    assert (refused.value.step, refused.value.stated, refused.value.actual) == (Step.UNIT, "370800", "370899")


def test_step_5_refuses_data_that_are_not_those_of_the_code() -> None:
    with pytest.raises(WorkbookRefused) as refused:
        receive(signed(edit("资金有缺口", "资金已到位")), TRUST)
    assert (refused.value.step, refused.value.stated) == (Step.CHECK_CODE, EXPORTED.check_code)


def test_examination_of_a_good_return_says_all_about_it() -> None:
    found = examine(EXPORTED.data, TRUST)
    assert (found.standing, found.outcome) == (Standing.GOOD, Outcome.TRUSTED)
    assert (found.unit_name, found.unit_code, found.sequence) == ("示例区教育和体育局", "370899", 1)
    assert (found.check_code, found.fingerprint) == (EXPORTED.check_code, UNIT.fingerprint)
    assert found.period == HEAD.period and found.signed_at == SIGNED_AT
    assert examine(EXPORTED.data, Trust()).outcome is Outcome.SIGNER_UNKNOWN


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (edit("资金有缺口", "资金已到位"), Problem.CHECK_CODE),
        (edit(UNIT.fingerprint, "K7QM 2XHD 9PTA VW4E"), Problem.FINGERPRINT),
        (edit("目标值", "实际值"), Problem.FORM),
    ],
)
def test_examination_names_what_a_signer_did_to_his_own_return(change: Callable[..., None], problem: Problem) -> None:
    found = examine(signed(change), Trust())
    assert (found.standing, found.outcome) == (Standing.NOT_GOOD, Outcome.ALTERED)
    assert [remark.code for remark in found.findings] == [problem]


def test_examination_tells_changed_data_from_a_broken_seal() -> None:
    parts = read_package(EXPORTED.data)
    changed = write_package(parts | {"xl/sharedStrings.xml": parts["xl/sharedStrings.xml"].replace(b"7\xe6", b"8\xe6")})
    found = examine(changed, Trust())
    assert (found.standing, found.check_code) == (Standing.NOT_GOOD, EXPORTED.check_code)
    assert Problem.DATA_CHANGED in {remark.code for remark in found.findings}
    styles = parts["xl/styles.xml"].replace(b'<sz val="22"/>', b'<sz val="20"/>')
    found = examine(write_package(parts | {"xl/styles.xml": styles}), Trust())
    assert found.standing is Standing.NOT_GOOD
    assert Problem.DATA_KEPT in {remark.code for remark in found.findings}


def test_a_draft_is_never_let_in_and_says_what_it_is() -> None:
    draft = export_return(full_content(draft=True), UNIT, at=SIGNED_AT)
    assert draft.file_name == "示例区教育和体育局_2021_第二季度_草稿.xlsx"
    assert draft.check_code == export_return(full_content(), UNIT, at=SIGNED_AT).check_code
    with pytest.raises(WorkbookRefused) as refused:
        receive(draft.data, TRUST)
    assert (refused.value.step, refused.value.verdict.outcome) == (Step.DRAFT, Outcome.TRUSTED)
    assert look_at(draft.data, TRUST).content.head.draft
    found = examine(draft.data, TRUST)
    assert (found.standing, found.outcome, found.is_draft) == (Standing.NOT_GOOD, Outcome.TRUSTED, True)
    assert [remark.code for remark in found.findings] == [Problem.DRAFT]


def test_evidence_and_sign_offs_come_through_the_door() -> None:
    data = export_return(full_content(), UNIT, at=SIGNED_AT).data
    assert receive(data, TRUST).content == as_printed(full_content())
    found = examine(data, TRUST)
    assert found.standing is Standing.GOOD and found.content == as_printed(full_content())
