"""Export: a signed file under a telling name, the same state under the same check code."""

import re
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from models.core.periods import PeriodKind, periods_of_year
from models.signing.findings import Outcome
from models.signing.identity import IdentityOfAnotherUnit
from models.signing.package import read_package
from models.signing.trust import Trust
from models.signing.verify import verify
from models.work.return_content import ReturnContent
from models.workbooks.export import export_return, return_file_name
from tests.models.workbooks.samples import HEAD, SIGNED_AT, make_identity, small_content


def test_exported_return_is_signed_by_the_unit() -> None:
    identity = make_identity()
    exported = export_return(small_content(), identity, at=SIGNED_AT)
    verdict = verify(exported.data, Trust(expected=exported.fingerprint))
    assert verdict.outcome is Outcome.TRUSTED
    assert verdict.signer is not None and verdict.signer.name == "示例区教育和体育局"
    assert verdict.purpose == "2021年第二季度进展填报表"
    assert exported.fingerprint == identity.fingerprint
    assert exported.file_name == "示例区教育和体育局_2021_第二季度_1.xlsx"


def test_same_state_has_the_same_code_and_the_same_parts_whenever_it_is_exported() -> None:
    identity = make_identity()
    first = export_return(small_content(), identity, at=SIGNED_AT)
    later = export_return(small_content(), identity, at=SIGNED_AT + timedelta(days=3))
    assert first.check_code == later.check_code
    before, after = read_package(first.data), read_package(later.data)
    assert {name for name in before if before[name] != after[name]} == {"_xmlsignatures/sig1.xml"}


def test_next_sequence_has_the_same_code_too() -> None:
    identity = make_identity()
    first = export_return(small_content(), identity, at=SIGNED_AT)
    again = replace(small_content(), head=replace(HEAD, sequence=2, supersedes=first.check_code))
    second = export_return(again, identity, at=SIGNED_AT)
    assert second.check_code == first.check_code
    assert second.file_name.endswith("_2.xlsx")


def test_another_figure_has_another_code() -> None:
    identity = make_identity()
    content = small_content()
    group = content.groups[0]
    changed = replace(group, rows=(replace(group.rows[0], amount=Decimal(7)), *group.rows[1:]))
    codes = {
        export_return(given, identity, at=SIGNED_AT).check_code
        for given in (content, ReturnContent(head=content.head, groups=(changed,)))
    }
    assert len(codes) == 2


def test_another_units_identity_cannot_sign() -> None:
    with pytest.raises(IdentityOfAnotherUnit) as refused:
        export_return(small_content(), make_identity(unit_name="别的局", unit_code="370800"), at=SIGNED_AT)
    assert (refused.value.identity_code, refused.value.unit_code) == ("370800", "370899")


@pytest.mark.parametrize("period", [period for kind in PeriodKind for period in periods_of_year(2021, kind)], ids=str)
def test_file_names_say_unit_year_period_and_sequence(period: object) -> None:
    name = return_file_name(replace(HEAD, period=period, sequence=12))  # type: ignore[arg-type]
    assert re.fullmatch(r"示例区教育和体育局_2021_(\d+月|第[一二三四]季度|[上下]半年|全年)_12\.xlsx", name)


@pytest.mark.parametrize("unit", ["a/b:c*?", "CON", "..", "长" * 100, "\u202e局", ""])
def test_no_unit_name_makes_a_file_name_that_a_system_refuses(unit: str) -> None:
    name = return_file_name(replace(HEAD, unit_name=unit))
    assert name.endswith("_2021_第二季度_1.xlsx") and len(name) <= 80
    assert not set(name) & set('<>:"/\\|?*\u202e')
