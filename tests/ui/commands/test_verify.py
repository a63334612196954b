"""``verify`` on a table of copies: each altered in one way, each with the exit code that it deserves."""

import argparse
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from models.core.errors import FileMissing, FileTooLarge, NotAFile, UserError
from models.signing.package import MAX_FILE, read_package, write_package
from models.signing.sign import sign
from models.signing.trust import NotAFingerprint
from models.work.return_content import ReturnEvidence
from models.workbooks.archive import BundleRefused
from models.workbooks.evidence import write_in_folder, write_in_zip
from models.workbooks.export import export_assignment, export_receipt, export_return
from models.workbooks.return_form import write_return
from tests.models.workbooks.exchange_samples import small_assignment, small_receipt, superior
from tests.models.workbooks.filled_forms import filled
from tests.models.workbooks.samples import EVIDENCE, SIGNED_AT, full_content, make_identity, small_content
from ui.commands import verify

UNIT = make_identity()
STRANGER = make_identity()
SUPERIOR = superior()
GOOD = export_return(small_content(), UNIT, at=SIGNED_AT)
KEYS = [
    "file", "outcome", "exit_code", "unit", "unit_code", "fingerprint", "signed_at", "check_code", "period", "sequence",
    "findings", "kind", "addressee", "addressee_code", "number", "decision", "evidence", "draft", "accepted", "error",
]  # fmt: skip


def run(path: Path, *options: str) -> int:
    parser = argparse.ArgumentParser()
    verify.configure(parser)
    return verify.run(parser.parse_args([str(path), *options]))


def judged(path: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, dict[str, object]]:
    code = run(path, "--json", *options)
    return code, json.loads(capsys.readouterr().out)


def edited(part: str, old: bytes, new: bytes) -> bytes:
    parts = read_package(GOOD.data)
    assert old in parts[part]
    return write_package(parts | {part: parts[part].replace(old, new, 1)})


def repacked(drop: Sequence[str] = (), **more: bytes) -> bytes:
    """Pack the parts anew, some left out, some put in, as a person with a zip program would."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in read_package(GOOD.data).items():
            if name not in drop:
                archive.writestr(name, raw)
        for name, raw in more.items():
            archive.writestr(name, raw)
    return stream.getvalue()


def resaved_by_openpyxl() -> bytes:
    stream = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(GOOD.data)).save(stream)
    return stream.getvalue()


def foreign_workbook() -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.add_worksheet("工资表").write_string(0, 0, "姓名")
    return stream.getvalue()


def _twice() -> bytes:
    with pytest.warns(UserWarning, match="Duplicate name"):
        return repacked(**{"xl/sharedStrings.xml": read_package(GOOD.data)["xl/sharedStrings.xml"]})


def _signed_with_other_data() -> bytes:
    parts = read_package(write_return(small_content(), fingerprint=UNIT.fingerprint))
    parts["xl/sharedStrings.xml"] = parts["xl/sharedStrings.xml"].replace("资金有缺口".encode(), "资金已到位".encode())
    return sign(write_package(parts), UNIT, at=SIGNED_AT)


COPIES: dict[str, tuple[Callable[[], bytes], int, str]] = {
    "as it was signed": (lambda: GOOD.data, 0, "signer-unknown"),
    "a text changed": (
        lambda: edited("xl/sharedStrings.xml", "资金有缺口".encode(), "资金已到位".encode()),
        1,
        "altered",
    ),
    "a figure changed": (
        lambda: edited("xl/worksheets/sheet1.xml", b'<v>6</v></c><c r="G7"', b'<v>8</v></c><c r="G7"'),
        1,
        "altered",
    ),
    "a format changed": (lambda: edited("xl/styles.xml", b"#,##0", b"#,##0,"), 1, "altered"),
    "a row hidden": (lambda: edited("xl/worksheets/sheet1.xml", b'<row r="8"', b'<row hidden="1" r="8"'), 1, "altered"),
    "the sheet renamed": (lambda: edited("xl/workbook.xml", "进展填报表".encode(), "汇总表".encode()), 1, "altered"),
    "a part added": (lambda: repacked(**{"xl/comments1.xml": b"<x/>"}), 1, "altered"),
    "strings removed": (lambda: repacked(drop=["xl/sharedStrings.xml"]), 1, "altered"),
    "a part twice": (_twice, 1, "altered"),
    "bytes behind": (lambda: GOOD.data + b"more", 1, "altered"),
    "bytes before": (lambda: b"more" + GOOD.data, 1, "altered"),
    "never signed": (lambda: write_return(small_content(), fingerprint=UNIT.fingerprint), 1, "unsigned"),
    "saved by openpyxl": (resaved_by_openpyxl, 1, "unsigned"),
    "the signature cut out": (lambda: repacked(drop=["_xmlsignatures/sig1.xml"]), 1, "altered"),
    "signed anew with other data": (_signed_with_other_data, 1, "altered"),
    "cut in half": (lambda: GOOD.data[: len(GOOD.data) // 2], 2, "damaged"),
    "the end missing": (lambda: GOOD.data[:-10], 2, "damaged"),
    "a text file": ("要点填报".encode, 2, "not-ours"),
    "empty": (lambda: b"", 2, "not-ours"),
    "another zip": (lambda: write_package({"a.txt": b"hello"}), 2, "not-ours"),
    "a form filled by hand": (filled, 1, "unsigned"),
    "another workbook": (foreign_workbook, 2, "not-ours"),
    "another workbook, signed": (lambda: sign(foreign_workbook(), STRANGER, at=SIGNED_AT), 2, "not-ours"),
}


@pytest.mark.parametrize(("make", "code", "outcome"), COPIES.values(), ids=COPIES.keys())
def test_each_copy_gets_the_exit_code_that_it_deserves(
    make: Callable[[], bytes], code: int, outcome: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "填报 表.xlsx"
    path.write_bytes(make())
    assert run(path) == code
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 4 and all(lines[:3])  # what happened, what it means, what to do
    given, facts = judged(path, capsys)
    assert (given, facts["outcome"], facts["exit_code"]) == (code, outcome, code)
    assert list(facts) == KEYS
    assert all(finding["text"] for finding in facts["findings"])  # type: ignore[attr-defined]


def test_facts_of_a_good_return(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / GOOD.file_name
    path.write_bytes(GOOD.data)
    code, facts = judged(path, capsys, "--expect", GOOD.fingerprint)
    assert code == 0
    assert facts == {
        "file": str(path),
        "outcome": "trusted",
        "exit_code": 0,
        "unit": "示例区教育和体育局",
        "unit_code": "370899",
        "fingerprint": GOOD.fingerprint,
        "signed_at": "2021-06-24T09:00:00+00:00",
        "check_code": GOOD.check_code,
        "period": "2021-Q2",
        "sequence": 1,
        "findings": [],
        "kind": "return",
        "addressee": None,
        "addressee_code": None,
        "number": None,
        "decision": None,
        "evidence": [],
        "draft": False,
        "accepted": True,
        "error": None,
    }
    code, facts = judged(path, capsys)  # unaltered, but by whom nobody has said
    assert (code, facts["outcome"], facts["accepted"]) == (0, "signer-unknown", False)


@pytest.mark.parametrize(
    ("make", "says", "facts"),
    [
        (
            lambda: export_assignment(small_assignment(version=2), SUPERIOR, at=SIGNED_AT).data,
            "任务下达表（第 2 版）：签名有效，文件没有改动",
            {"kind": "assignment", "number": 2, "period": None, "sequence": None, "decision": None},
        ),
        (
            lambda: export_receipt(small_receipt(), SUPERIOR, at=SIGNED_AT).data,
            "审核回执（退回修改）：签名有效，文件没有改动",
            {"kind": "receipt", "number": 1, "period": "2021-Q2", "sequence": 1, "decision": "returned"},
        ),
    ],
    ids=["assignment", "receipt"],
)
def test_what_a_superior_sends_is_told_by_its_kind(
    make: Callable[[], bytes],
    says: str,
    facts: dict[str, object],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(make())
    code, found = judged(path, capsys, "--expect", SUPERIOR.fingerprint)
    assert (code, found["unit"], found["addressee"]) == (0, "济宁市教育局", "示例区教育和体育局")
    assert {key: found[key] for key in facts} == facts
    assert run(path, "--expect", SUPERIOR.fingerprint) == 0
    assert capsys.readouterr().out.splitlines()[0] == says
    parts = read_package(make())
    strings = parts["xl/sharedStrings.xml"].replace("实施强镇筑基行动".encode(), "实施强镇筑基工程".encode())
    path.write_bytes(write_package(parts | {"xl/sharedStrings.xml": strings}))
    code, found = judged(path, capsys)
    assert (code, found["outcome"], found["kind"]) == (1, "altered", facts["kind"])
    assert {finding["code"] for finding in found["findings"]} == {"part-changed", "data-changed"}  # type: ignore[attr-defined]


def test_words_name_unit_period_code_and_fingerprint(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(GOOD.data)
    assert run(path) == 0
    said = capsys.readouterr().out
    for fact in ("示例区教育和体育局", "370899", "2021", GOOD.check_code, GOOD.fingerprint):
        assert fact in said


def test_a_signature_from_the_future_is_doubted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its time is a claim; whether the file holds doesn't depend on this computer's clock."""
    late = SIGNED_AT.replace(year=2190)
    path = tmp_path / "a.xlsx"
    path.write_bytes(export_return(small_content(), make_identity(at=late), at=late).data)
    assert run(path) == 0
    assert "▲ 签名时间比这台电脑现在的时间还晚" in capsys.readouterr().out


def test_an_altered_return_still_says_whose_it_claims_to_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(resaved_by_openpyxl())
    _, facts = judged(path, capsys)
    claimed = {key: facts[key] for key in ("unit", "unit_code", "period", "sequence", "check_code", "fingerprint")}
    assert claimed == {
        "unit": "示例区教育和体育局",
        "unit_code": "370899",
        "period": "2021-Q2",
        "sequence": 1,
        "check_code": GOOD.check_code,
        "fingerprint": None,
    }


def test_changed_data_are_told_by_the_check_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(COPIES["a figure changed"][0]())
    _, facts = judged(path, capsys)
    codes = [finding["code"] for finding in facts["findings"]]  # type: ignore[attr-defined]
    assert codes == ["part-changed", "data-changed"]


@pytest.mark.parametrize(
    "spelt", [str, str.lower, lambda text: text.replace(" ", ""), lambda text: text.replace(" ", "-")]
)
def test_expected_signer_in_any_spelling(spelt: Callable[[str], str], tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(GOOD.data)
    assert run(path, "--expect", spelt(GOOD.fingerprint)) == 0
    assert run(path, "--expect", spelt(STRANGER.fingerprint)) == 1


def test_a_return_signed_by_another_is_refused_where_a_signer_is_expected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(export_return(small_content(), STRANGER, at=SIGNED_AT).data)
    code, facts = judged(path, capsys, "--expect", UNIT.fingerprint)
    assert (code, facts["outcome"], facts["fingerprint"]) == (1, "signer-differs", STRANGER.fingerprint)


def test_what_is_no_fingerprint_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(NotAFingerprint):
        run(tmp_path / "a.xlsx", "--expect", "abc")


def test_a_file_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    large = tmp_path / "large.xlsx"
    with large.open("wb") as stream:
        stream.truncate(MAX_FILE + 1)
    for path, kind in ((tmp_path / "none.xlsx", FileMissing), (tmp_path, NotAFile), (large, FileTooLarge)):
        with pytest.raises(kind):
            run(path)
        code, facts = judged(path, capsys)
        assert (code, facts["outcome"], facts["unit"], facts["accepted"]) == (2, "unreadable", None, False)
        assert (list(facts), facts["error"]["kind"]) == (KEYS, kind.__name__)  # type: ignore[index]


@pytest.mark.parametrize(
    ("options", "kind"),
    [
        (("--workspace", "nope.yaodian"), "FileMissing"),
        (("--workspace", "."), "NotAFile"),
        (("--expect", "abc"), "NotAFingerprint"),
        (("--against", "nope.xlsx"), "FileMissing"),
    ],
)
def test_what_else_was_given_wrong_is_told_as_json_too(
    options: tuple[str, str],
    kind: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / GOOD.file_name
    path.write_bytes(GOOD.data)
    code, facts = judged(path, capsys, *options)
    assert (code, list(facts), facts["outcome"], facts["accepted"]) == (2, KEYS, "not-examined", False)
    assert facts["error"]["kind"] == kind and facts["error"]["text"]  # type: ignore[index]
    with pytest.raises(UserError):
        run(path, *options)


FULL = export_return(full_content(), UNIT, at=SIGNED_AT)


def read_sample(file: ReturnEvidence) -> bytes:
    return EVIDENCE[file.task_id, file.number, file.name]


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """A return that lies in a folder with its evidence."""
    folder = tmp_path / FULL.file_name.removesuffix(".xlsx")
    write_in_folder(folder, FULL.file_name, FULL.data, full_content().evidence, read_sample)
    return folder / FULL.file_name


def states(told: dict[str, object]) -> list[str]:
    return [one["state"] for one in told["evidence"]]  # type: ignore[index, attr-defined]


def codes(told: dict[str, object]) -> list[str]:
    return [finding["code"] for finding in told["findings"] if finding["code"].startswith("evidence")]  # type: ignore[index, attr-defined]


def test_evidence_beside_the_return_is_examined_too(beside: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = judged(beside, capsys, "--expect", UNIT.fingerprint)
    assert (code, told["outcome"], codes(told), list(told)) == (0, "trusted", [], KEYS)
    assert (states(told), told["accepted"]) == (["good"] * 3, True)
    (beside.parent / "佐证材料" / "06-7K3QXM" / "现场照片.jpg").unlink()
    code, told = judged(beside, capsys, "--expect", UNIT.fingerprint)
    assert (code, codes(told)) == (0, ["evidence-missing"])
    assert (sorted(states(told)), told["accepted"]) == (["good", "good", "missing"], True)
    (beside.parent / "佐证材料" / "06-7K3QXM" / "验收意见.pdf").write_bytes(b"%PDF-1.7 rejected")
    code, told = judged(beside, capsys, "--expect", UNIT.fingerprint)
    assert (code, told["outcome"], sorted(codes(told))) == (1, "trusted", ["evidence-altered", "evidence-missing"])
    assert (sorted(states(told)), told["accepted"]) == (["altered", "good", "missing"], False)
    (beside.parent / "佐证材料" / "06-7K3QXM" / "没列出的.pdf").write_bytes(b"%PDF")
    _, told = judged(beside, capsys, "--expect", UNIT.fingerprint)
    assert {"name": "06-7K3QXM/没列出的.pdf", "state": "extra"} in told["evidence"]  # type: ignore[operator]
    assert {"name": "06-7K3QXM/验收意见.pdf", "state": "altered"} in told["evidence"]  # type: ignore[operator]
    assert run(beside) == 1
    said = capsys.readouterr().out
    assert said.startswith("填报表没有改动，佐证材料被改动过\n")
    assert "· 佐证材料“06-7K3QXM/验收意见.pdf”被改动过" in said


def test_a_return_whose_evidence_stayed_at_home_is_good(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    alone = tmp_path / FULL.file_name
    alone.write_bytes(FULL.data)
    code, told = judged(alone, capsys)
    assert (code, codes(told)) == (0, ["evidence-missing"] * 3)
    assert states(told) == ["missing"] * 3
    assert run(alone, "--expect", UNIT.fingerprint) == 0
    said = capsys.readouterr().out
    assert said.startswith("填报表有效，列出的佐证材料不齐\n")
    assert "有 3 个佐证材料不在旁边。" in said
    assert "可以放心使用" not in said


def test_a_zip_of_both_is_examined(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "一包.zip"
    write_in_zip(path, FULL.file_name, FULL.data, full_content().evidence, read_sample)
    code, told = judged(path, capsys, "--expect", UNIT.fingerprint)
    assert (code, told["check_code"], codes(told)) == (0, FULL.check_code, [])
    path.write_bytes(path.read_bytes().replace(b"approved", b"rejected"))
    assert judged(path, capsys)[0] == 1
    path.write_bytes(b"PK nothing")
    assert judged(path, capsys)[0] == 2
    with pytest.raises(BundleRefused):
        run(path)


def test_a_draft_is_called_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "草稿.xlsx"
    path.write_bytes(export_return(full_content(draft=True), UNIT, at=SIGNED_AT).data)
    code, told = judged(path, capsys, "--expect", UNIT.fingerprint)
    assert (code, told["outcome"], told["findings"][0]["code"]) == (1, "trusted", "draft")  # type: ignore[index]
    assert (told["draft"], told["accepted"]) == (True, False)
    assert run(path) == 1
    assert capsys.readouterr().out.startswith("这是草稿，不是正式的填报表\n")
