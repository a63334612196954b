"""Evidence files are kept whole under their sum, with names that no system stumbles over, within limits."""

import hashlib
import os
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.core.errors import DiskFull, FileMissing, FileTooLarge, NotAFile
from models.store.evidence_records import EvidenceFile
from models.work import evidence as room
from models.work.evidence import (
    MAX_NAME,
    EmptyFile,
    EvidenceLost,
    NotEvidence,
    TooMuchEvidence,
    clean_evidence,
    evidence_content,
    evidence_folder,
    free_evidence_name,
    keep_evidence,
    named_freely,
    read_evidence,
    require_room,
    safe_name,
)

CONTENT = b"%PDF-1.7 approved"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return evidence_folder(tmp_path / "某县.yaodian")


def test_a_file_lies_beside_the_workspace_under_its_sum(folder: Path) -> None:
    file = keep_evidence(folder, name="验收意见.pdf", content=CONTENT)
    assert file == EvidenceFile("验收意见.pdf", len(CONTENT), hashlib.sha256(CONTENT).hexdigest())
    assert folder.name == "某县.evidence"
    assert [one.name for one in folder.iterdir()] == [file.sha256]
    assert evidence_content(folder, file) == CONTENT
    keep_evidence(folder, name="同一份.pdf", content=CONTENT)
    assert len(list(folder.iterdir())) == 1


def age(path: Path) -> None:
    """Let a file be from the day before yesterday."""
    before = time.time() - 2 * 86_400
    os.utime(path, (before, before))


def test_copies_that_nothing_refers_to_are_taken_away_and_nothing_else(folder: Path, tmp_path: Path) -> None:
    """Neither what is wanted, nor what may be on its way to be, nor what this program did not put there."""
    wanted, young, gone = (
        keep_evidence(folder, name="a.pdf", content=content) for content in (b"wanted", b"young", b"gone")
    )
    foreign = folder / "我的笔记.txt"
    foreign.write_bytes(b"mine")
    for name in (wanted.sha256, gone.sha256, foreign.name):
        age(folder / name)
    assert clean_evidence(folder, wanted=frozenset({wanted.sha256}), now=datetime.now(UTC)) == 1
    assert {one.name for one in folder.iterdir()} == {wanted.sha256, young.sha256, foreign.name}
    age(folder / young.sha256)
    keep_evidence(folder, name="again.pdf", content=b"young")  # attached anew a moment ago
    assert clean_evidence(folder, wanted=frozenset(), now=datetime.now(UTC)) == 1
    assert {one.name for one in folder.iterdir()} == {young.sha256, foreign.name}
    assert clean_evidence(tmp_path / "none", wanted=frozenset(), now=datetime.now(UTC)) == 0


def test_a_failure_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, *_: object) -> None:
        raise DiskFull(path)

    monkeypatch.setattr(room, "replace_file", full)
    with pytest.raises(DiskFull):
        keep_evidence(folder, name="a.pdf", content=CONTENT)
    assert list(folder.iterdir()) == []


def test_what_was_changed_or_deleted_is_lost_and_comes_back_by_attaching(folder: Path) -> None:
    file = keep_evidence(folder, name="a.pdf", content=CONTENT)
    (folder / file.sha256).write_bytes(b"something else")
    with pytest.raises(EvidenceLost):
        evidence_content(folder, file)
    (folder / file.sha256).unlink()
    with pytest.raises(EvidenceLost):
        evidence_content(folder, file)
    keep_evidence(folder, name="a.pdf", content=CONTENT)
    assert evidence_content(folder, file) == CONTENT


@pytest.mark.parametrize("name", ["setup.exe", "看.PDF.lnk", "a.js", "宏.VBS", "a.exe ", "a.bat."])
def test_what_runs_is_no_evidence(folder: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(NotEvidence):
        keep_evidence(folder, name=name, content=CONTENT)
    (tmp_path / name).write_bytes(CONTENT)
    with pytest.raises(NotEvidence):
        read_evidence(tmp_path / name)
    assert not folder.exists()


def test_what_cannot_be_read_is_named(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileMissing):
        read_evidence(tmp_path / "没有.pdf")
    with pytest.raises(NotAFile):
        read_evidence(tmp_path)
    with pytest.raises(EmptyFile):
        keep_evidence(folder, name="空.pdf", content=b"")
    (tmp_path / "大.pdf").write_bytes(bytes(11))
    monkeypatch.setattr(room, "MAX_FILE", 10)
    with pytest.raises(FileTooLarge):
        read_evidence(tmp_path / "大.pdf")


def test_a_period_has_room_for_so_much() -> None:
    large = EvidenceFile("a.pdf", 150_000_000, "ab" * 32)
    require_room([large], [])
    for kept in ([large], [EvidenceFile("b.pdf", 1, "ab" * 32)] * 1000):
        with pytest.raises(TooMuchEvidence):
            require_room([large], kept)


@pytest.mark.parametrize(
    ("given_name", "safe"),
    [
        ("验收意见.pdf", "验收意见.pdf"),
        (r"C:\用户\桌面\照片 1.JPG", "照片 1.JPG"),
        ("../../etc/passwd", "passwd"),
        ("CON.txt", "_CON.txt"),
        ("a\u202efdp.txt", "afdp.txt"),
        ("..", "_"),
        ("长" * 100 + ".docx", "长" * 75 + ".docx"),
        ("说明.第一批2021年材料汇总表格", "说明.第一批2021年材料汇总表格"),
    ],
)
def test_a_name_is_made_safe(given_name: str, safe: str) -> None:
    assert safe_name(given_name) == safe


@given(st.text(st.characters() | st.sampled_from("./\\ ()CONcon:*?\u200d\u202e\x00"), max_size=120))
def test_a_safe_name_is_safe_and_stays_what_it_is(text: str) -> None:
    safe = safe_name(text)
    assert 0 < len(safe) <= MAX_NAME
    assert safe == safe_name(safe)
    assert not set(safe) & set('/\\:*?"<>|\x00\n') and safe not in {".", ".."} and safe == safe.strip().rstrip(".")


@given(st.lists(st.sampled_from(["a.pdf", "A.PDF", "a (2).pdf", "b", "长" * 76 + ".pdf"]), max_size=8))
def test_names_of_one_entry_differ_in_more_than_case(names: list[str]) -> None:
    taken: list[str] = []
    for name in names:
        taken.append(free_evidence_name(name, taken))
    assert len({one.casefold() for one in taken}) == len(names)
    assert all(safe_name(one) == one for one in taken)


def test_the_same_file_again_is_not_attached_twice_and_another_of_its_name_gets_a_free_one() -> None:
    first, other = EvidenceFile("a.pdf", 1, "ab" * 32), EvidenceFile("A.pdf", 2, "cd" * 32)
    assert named_freely([first], [first]) == ((), ("a.pdf",))
    assert named_freely([first, first], []) == ((first,), ("a.pdf",))
    named, known = named_freely([other, first], [first])
    assert ([file.name for file in named], known) == (["A (2).pdf"], ("a.pdf",))
