"""收表: real files of real units, sorted into piles; what is in order is taken in once, whatever the order."""

import itertools
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Decision, Duty, Status
from models.signing.certificate import Algorithm
from models.signing.identity import Identity, create_identity
from models.signing.trust import Trust
from models.signing.verify import verify
from models.store.assignments import GridEdit, edit_grid
from models.store.database import Workspace
from models.store.directory import UnitFacts, put_units, subordinates
from models.store.entries import record
from models.store.received import EvidenceFate, ReturnForm, content_of, file_of
from models.store.records import Field, FieldEdit
from models.store.reviews import add_review
from models.store.signers import How
from models.work.assign import Terms
from models.work.received_returns import ReturnState, judged_returns
from models.work.return_content import ReturnContent, SignOff, return_content
from models.work.signers import confirm
from models.work.start import start_workspace
from models.workbooks.collect import CollectReport, collect
from models.workbooks.evidence import write_in_folder, write_in_zip
from models.workbooks.export import SignedWorkbook, export_return
from models.workbooks.gather import Lot
from models.workbooks.issue_blank_forms import issue_blank_forms
from tests.models.work.example_plan import small_plan
from tests.models.workbooks.samples import EVIDENCE, listed

AT = datetime(2021, 6, 24, 9, tzinfo=UTC)
Q2 = Period(2021, PeriodKind.QUARTER, 2)
NAMES = {"370811": "任城区教育和体育局", "370812": "兖州区教育和体育局"}


@dataclass
class Reporter:
    """A unit with its own workspace and identity."""

    workspace: Workspace
    identity: Identity
    sequence: int = 0
    supersedes: str = ""

    def report(self, amount: str, *, period: Period = Q2, narrative: str = "", **head: object) -> SignedWorkbook:
        """Record and sign the next return."""
        edits = [
            FieldEdit(
                period=period, task_id="01-AAAAAA", field=Field.VALUE, new=Decimal(amount), indicator_id="01-AAAAAA/1"
            ),
            FieldEdit(period=period, task_id="01-AAAAAA", field=Field.STATUS, new=Status.IN_PROGRESS),
            FieldEdit(period=period, task_id="01-AAAAAA", field=Field.NARRATIVE, new=narrative),
        ]
        record(self.workspace, edits, operator="李四", at=AT)
        self.sequence += 1
        return export_return(self.content(period, **head), self.identity, at=AT)

    def content(self, period: Period = Q2, **head: object) -> ReturnContent:
        content = return_content(self.workspace, period, sign_off=SignOff(filled_by="李四"), at=AT)
        facts = {"sequence": self.sequence} | head
        return replace(content, head=replace(content.head, **facts))  # type: ignore[arg-type]  # facts of the head


@pytest.fixture
def superior(tmp_path: Path) -> Iterator[Workspace]:
    """Return the workspace that collects; it knows both units by code, and nobody's signature."""
    with _started(tmp_path, "某市教育局", "370800") as workspace:
        put_units(workspace, [UnitFacts(name=name, code=code) for code, name in NAMES.items()], at=AT)
        yield workspace


@pytest.fixture
def units(tmp_path: Path) -> Iterator[dict[str, Reporter]]:
    """Return two units."""
    made = {
        code: Reporter(
            _started(tmp_path, name, code),
            create_identity(unit_name=name, unit_code=code, at=AT, algorithm=Algorithm.P_256),
        )
        for code, name in NAMES.items()
    }
    yield made
    for one in made.values():
        one.workspace.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Return the folder that things arrive in."""
    folder = tmp_path / "U 盘"
    folder.mkdir()
    return folder


def _started(folder: Path, name: str, code: str) -> Workspace:
    return start_workspace(
        folder / f"{name}.yaodian",
        plan=small_plan(),
        unit_name=name,
        unit_code=code,
        operator="张三",
        installation_id="test",
        at=AT,
    )


def know(superior: Workspace, one: SignedWorkbook) -> None:
    signer = verify(one.data, Trust()).signer
    assert signer is not None
    confirm(superior, signer, unit=(signer.name, signer.code), how=How.PHONE, operator="张三", at=AT)


def taken_in(superior: Workspace, *paths: Path, **options: object) -> CollectReport:
    return collect(superior, paths, operator="张三", at=AT, **options)  # type: ignore[arg-type]  # options of collect


def lots(report: CollectReport) -> list[Lot]:
    return [one.lot for one in report.filed]


def test_a_signer_is_confirmed_first_and_the_return_then_taken_once(
    superior: Workspace, units: dict[str, Reporter], stick: Path
) -> None:
    sent = units["370811"].report("30")
    (stick / sent.file_name).write_bytes(sent.data)
    first = taken_in(superior, stick)
    assert lots(first) == [Lot.SIGNER_UNKNOWN] and not first.changes
    assert first.filed[0].unit is not None and first.filed[0].unit.name == NAMES["370811"]
    know(superior, sent)
    second = taken_in(superior, stick)
    assert lots(second) == [Lot.TAKEN] and second.changes.received
    (kept,) = judged_returns(superior)
    assert (kept.state, kept.received.check_code) == (ReturnState.WAITING, sent.check_code)
    assert file_of(superior, kept.received.id) == sent.data
    assert content_of(superior, kept.received.id).values["01-AAAAAA/1"].amount == Decimal(30)
    third = taken_in(superior, stick)
    assert lots(third) == [Lot.DUPLICATE] and not third.changes
    assert len(judged_returns(superior)) == 1


def test_one_bad_file_stops_no_other(superior: Workspace, units: dict[str, Reporter], stick: Path) -> None:
    one, other = units["370811"], units["370812"]
    good, altered = one.report("30"), other.report("12")
    for sent in (good, altered):
        know(superior, sent)
    wrong_year = one.report("31", period=Period(2022, PeriodKind.QUARTER, 1))
    files = {
        "好.xlsx": good.data,
        "改.xlsx": altered.data.replace(altered.data[200:204], b"\0\0\0\0"),
        "断.xlsx": altered.data[:-700],
        "别的.xlsx": b"PK\x05\x06" + bytes(18),
        "去年.xlsx": wrong_year.data,
        "~$好.xlsx": b"lock",
        "说明.txt": b"text",
    }
    for name, data in files.items():
        (stick / name).write_bytes(data)
    found = {one.candidate.source.name: one.lot for one in taken_in(superior, stick).filed}
    assert found.pop("改.xlsx") in {Lot.ALTERED, Lot.DAMAGED}
    assert found == {
        "好.xlsx": Lot.TAKEN,
        "断.xlsx": Lot.DAMAGED,
        "别的.xlsx": Lot.NOT_OURS,
        "去年.xlsx": Lot.WRONG_PERIOD,
    }


def test_what_does_not_belong_is_put_aside_with_the_reason(
    superior: Workspace, units: dict[str, Reporter], stick: Path, tmp_path: Path
) -> None:
    reporter = units["370811"]
    know(superior, reporter.report("1"))
    stranger = create_identity(unit_name=NAMES["370811"], unit_code="370811", at=AT, algorithm=Algorithm.P_256)
    unknown = create_identity(unit_name="某镇中学", unit_code="37081101", at=AT, algorithm=Algorithm.P_256)
    content = reporter.content()
    forged = export_return(content, stranger, at=AT)
    foreign = export_return(
        replace(content, head=replace(content.head, unit_name="某镇中学", unit_code="37081101")), unknown, at=AT
    )
    know(superior, foreign)
    other_plan = export_return(reporter.content(plan_id="2021-ffffffffffff"), reporter.identity, at=AT)
    draft = export_return(reporter.content(draft=True), reporter.identity, at=AT)
    for name, sent in {"a": forged, "b": foreign, "c": other_plan, "d": draft}.items():
        (stick / f"{name}.xlsx").write_bytes(sent.data)
    report = taken_in(superior, stick)
    assert lots(report) == [Lot.SIGNER_DIFFERS, Lot.UNKNOWN_UNIT, Lot.OTHER_PLAN, Lot.DRAFT]
    assert judged_returns(superior) == ()


def test_another_period_than_is_collected_waits(superior: Workspace, units: dict[str, Reporter], stick: Path) -> None:
    sent = units["370811"].report("30", period=Period(2021, PeriodKind.QUARTER, 1))
    know(superior, sent)
    (stick / "一季度.xlsx").write_bytes(sent.data)
    assert lots(taken_in(superior, stick, period=Q2)) == [Lot.WRONG_PERIOD]
    assert lots(taken_in(superior, stick)) == [Lot.TAKEN]


def test_a_later_one_replaces_and_says_in_which_cells(
    superior: Workspace, units: dict[str, Reporter], stick: Path
) -> None:
    one = units["370811"]
    first, second = one.report("30", narrative="已开班"), one.report("45", narrative="已开班")
    know(superior, first)
    (stick / "1.xlsx").write_bytes(first.data)
    taken_in(superior, stick)
    (stick / "2.xlsx").write_bytes(second.data)
    report = taken_in(superior, stick)
    assert lots(report) == [Lot.DUPLICATE, Lot.TAKEN]
    (changed,) = report.filed[1].differences
    assert (changed.task_id, changed.indicator_id, changed.field) == ("01-AAAAAA", "01-AAAAAA/1", Field.VALUE)
    assert report.filed[1].replaces == 1
    assert [each.state for each in judged_returns(superior)] == [ReturnState.REPLACED, ReturnState.WAITING]


def test_an_accepted_one_that_is_replaced_counts_no_more(
    superior: Workspace, units: dict[str, Reporter], stick: Path
) -> None:
    one = units["370811"]
    first, second = one.report("30"), one.report("45")
    know(superior, first)
    (stick / "1.xlsx").write_bytes(first.data)
    (filed,) = taken_in(superior, stick).filed
    add_review(superior, filed.return_id, Decision.ACCEPTED, comment="", comments={}, operator="张三", at=AT)
    assert [each.state for each in judged_returns(superior)] == [ReturnState.ACCEPTED]
    (stick / "2.xlsx").write_bytes(second.data)
    taken_in(superior, stick)
    assert [each.state for each in judged_returns(superior)] == [ReturnState.REPLACED, ReturnState.WAITING]


def test_whatever_the_order_the_same_return_stands(
    superior: Workspace, units: dict[str, Reporter], stick: Path, tmp_path: Path
) -> None:
    one = units["370811"]
    sent = [one.report(amount) for amount in ("30", "45", "50")]
    know(superior, sent[0])
    standing = []
    for number, order in enumerate(itertools.permutations(range(3))):
        copy = tmp_path / f"{number}"
        copy.mkdir()
        with _started(copy, "某市教育局", "370800") as workspace:
            put_units(workspace, [UnitFacts(name=name, code=code) for code, name in NAMES.items()], at=AT)
            know(workspace, sent[0])
            for index in order:
                path = copy / "来.xlsx"
                path.write_bytes(sent[index].data)
                taken_in(workspace, path)
            (current,) = (each for each in judged_returns(workspace) if each.state is ReturnState.WAITING)
            standing.append((current.received.sequence, current.received.check_code))
    assert standing == [(3, sent[2].check_code)] * 6


def test_two_contents_under_one_number_are_a_conflict(
    superior: Workspace, units: dict[str, Reporter], stick: Path
) -> None:
    one = units["370811"]
    first = one.report("30")
    one.sequence = 0  # a PC that was cloned from an image counts on its own
    second = one.report("45")
    know(superior, first)
    (stick / "1.xlsx").write_bytes(first.data)
    (stick / "2.xlsx").write_bytes(second.data)
    assert lots(taken_in(superior, stick)) == [Lot.TAKEN, Lot.CONFLICT]


@pytest.mark.parametrize("packed", ["folder", "zip", "zip of zips", "zip of folders"])
def test_evidence_is_looked_at_where_it_lies(
    superior: Workspace, units: dict[str, Reporter], stick: Path, packed: str, tmp_path: Path
) -> None:
    one = units["370811"]
    know(superior, one.report("30"))
    content = one.content()
    files = [replace(listed(key), task_id="01-AAAAAA", number=1) for key in EVIDENCE][:2]
    data = {file.name: next(value for key, value in EVIDENCE.items() if key[2] == file.name) for file in files}
    sent = export_return(replace(content, evidence=tuple(files)), one.identity, at=AT)
    name = Path(sent.file_name).stem
    folder, bundle = tmp_path / name, tmp_path / f"{name}.zip"
    write_in_folder(folder, sent.file_name, sent.data, files, lambda file: data[file.name])
    write_in_zip(bundle, sent.file_name, sent.data, files, lambda file: data[file.name])
    match packed:
        case "folder":
            shutil.copytree(folder, stick / name)
        case "zip":
            shutil.copy(bundle, stick)
        case "zip of zips":
            with zipfile.ZipFile(stick / "全部.zip", "w") as outer:
                outer.write(bundle, f"附件/{bundle.name}")
        case _:
            with zipfile.ZipFile(stick / "全部.zip", "w") as outer:
                for path in folder.rglob("*"):
                    outer.write(path, str(Path("全部") / name / path.relative_to(folder)))
    (filed,) = taken_in(superior, stick).filed
    assert filed.lot is Lot.TAKEN
    fates = {file.name: file.fate for file in content_of(superior, filed.return_id).evidence}
    assert fates == {file.name: EvidenceFate.PRESENT for file in files}


def test_evidence_that_is_missing_or_altered_is_noted_and_may_come_later(
    superior: Workspace, units: dict[str, Reporter], stick: Path, tmp_path: Path
) -> None:
    one = units["370811"]
    know(superior, one.report("30"))
    files = [replace(listed(key), task_id="01-AAAAAA", number=1) for key in EVIDENCE][:2]
    data = {file.name: next(value for key, value in EVIDENCE.items() if key[2] == file.name) for file in files}
    sent = export_return(replace(one.content(), evidence=tuple(files)), one.identity, at=AT)
    folder = stick / "报表"
    write_in_folder(folder, sent.file_name, sent.data, files, lambda file: data[file.name])
    whole = tmp_path / "whole"
    shutil.copytree(folder, whole)
    (folder / "佐证材料" / "01-AAAAAA" / files[0].name).write_bytes(b"other")
    (folder / "佐证材料" / "01-AAAAAA" / files[1].name).unlink()
    (filed,) = taken_in(superior, stick).filed
    assert {file.name: file.fate for file in content_of(superior, filed.return_id).evidence} == {
        files[0].name: EvidenceFate.ALTERED,
        files[1].name: EvidenceFate.MISSING,
    }
    (again,) = taken_in(superior, whole).filed
    assert again.lot is Lot.DUPLICATE
    assert {file.fate for file in content_of(superior, filed.return_id).evidence} == {EvidenceFate.PRESENT}


def test_a_cancelled_collection_keeps_what_it_had_and_goes_on_next_time(
    superior: Workspace, units: dict[str, Reporter], stick: Path
) -> None:
    one = units["370811"]
    sent = [one.report(str(n)) for n in range(1, 4)]
    know(superior, sent[0])
    for number, each in enumerate(sent):
        (stick / f"{number}.xlsx").write_bytes(each.data)
    asked = iter([False, True])
    seen: list[tuple[int, int]] = []
    report = taken_in(
        superior, stick, cancelled=lambda: next(asked), progress=lambda done, total: seen.append((done, total))
    )
    assert report.cancelled and lots(report) == [Lot.TAKEN, Lot.TAKEN] and seen == [(1, 3), (2, 3)]
    assert lots(taken_in(superior, stick)) == [Lot.DUPLICATE, Lot.DUPLICATE, Lot.TAKEN]


def test_a_hostile_zip_is_one_refusal(superior: Workspace, units: dict[str, Reporter], stick: Path) -> None:
    with zipfile.ZipFile(stick / "坏.zip", "w") as archive:
        archive.writestr("../../外面.xlsx", b"x")
    (stick / "不是.zip").write_bytes(b"no zip at all")
    sent = units["370811"].report("3")
    know(superior, sent)
    (stick / "好.xlsx").write_bytes(sent.data)
    found = {one.candidate.source.name: one.lot for one in taken_in(superior, stick).filed}
    assert found == {"坏.zip": Lot.NOT_OURS, "不是.zip": Lot.NOT_OURS, "好.xlsx": Lot.TAKEN}


@pytest.fixture
def handwritten(superior: Workspace, tmp_path: Path) -> Path:
    """Return a blank form that the superior wrote for a unit without the program, for the second quarter."""
    put_units(superior, [UnitFacts(name=NAMES["370811"], code="370811", has_program=False)], at=AT)
    (unit, _) = subordinates(superior)
    edits = [
        GridEdit(unit_id=unit.id, task_id="01-AAAAAA", indicator_id="01-AAAAAA/1", new=Decimal(60)),
        GridEdit(unit_id=unit.id, task_id="01-DDDDDD", new=Duty.SUPPORT),
    ]
    edit_grid(superior, edits, operator="张三", at=AT)
    issued = issue_blank_forms(
        superior,
        tmp_path / "空白表",
        period=Q2,
        terms=Terms(period_kind=PeriodKind.QUARTER),
        operator="张三",
        at=AT,
        progress=lambda *_: None,
        cancelled=bool,
    )
    return issued.files[0][1]


def fill(path: Path, target: Path, amount: object) -> None:
    """Fill a form in as a person does in Excel: the first amount, and that the task is under way."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    (amounts,) = (cell.column for row in sheet.iter_rows() for cell in row if cell.value == "累计完成")
    (states,) = (cell.column for row in sheet.iter_rows() for cell in row if cell.value == "进展状态")
    row = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == "工作01-AAAAAA")
    sheet.cell(row, amounts).value = amount
    sheet.cell(row, states).value = "推进中"
    for label, said in (("填报日期", AT.date()), ("填报人", "李四")):
        at = next(cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith(label))
        open_cells = (cell for cell in sheet[at.row][at.column :] if not cell.protection.locked)
        next(open_cells).value = said
    book.save(target)


def test_a_form_filled_by_hand_waits_for_a_person_and_then_counts_as_unsigned(
    superior: Workspace, handwritten: Path, stick: Path
) -> None:
    fill(handwritten, stick / "手填.xlsx", "４５.5")
    (first,) = taken_in(superior, stick).filed
    assert first.lot is Lot.UNSIGNED_FORM and first.unit is not None and judged_returns(superior) == ()
    (second,) = taken_in(superior, stick, confirmed_forms=frozenset({first.candidate.sha256})).filed
    assert second.lot is Lot.TAKEN
    (kept,) = judged_returns(superior)
    assert (kept.received.form, kept.received.signer, kept.received.signed_at) == (ReturnForm.BLANK_FORM, "", None)
    assert content_of(superior, kept.received.id).values["01-AAAAAA/1"].amount == Decimal("45.5")
    (again,) = taken_in(superior, stick, confirmed_forms=frozenset({first.candidate.sha256})).filed
    assert again.lot is Lot.DUPLICATE
    assert lots(taken_in(superior, stick)) == [Lot.DUPLICATE]  # once is enough: nobody is asked anew


def test_a_form_with_a_cell_that_can_not_be_read_is_put_aside_with_the_cell(
    superior: Workspace, handwritten: Path, stick: Path
) -> None:
    fill(handwritten, stick / "手填.xlsx", "大约五十")
    (filed,) = taken_in(superior, stick).filed
    assert filed.lot is Lot.UNREADABLE_FORM
    assert [(one.text, one.cell[0].isalpha()) for one in filed.candidate.unread] == [("大约五十", True)]
    forced = taken_in(superior, stick, confirmed_forms=frozenset({filed.candidate.sha256}))
    assert lots(forced) == [Lot.UNREADABLE_FORM] and judged_returns(superior) == ()
