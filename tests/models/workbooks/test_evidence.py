"""Evidence travels beside its return and is held against it; a hostile zip costs nothing and gets nowhere."""

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from models.core.errors import DiskFull, FileMissing, NotAFile
from models.signing.trust import Trust
from models.work.return_content import ReturnEvidence
from models.workbooks import evidence as room
from models.workbooks.evidence import (
    FOLDER,
    BundleRefused,
    EvidenceFinding,
    Fate,
    check_folder,
    open_bundle,
    place_of,
    write_in_folder,
    write_in_zip,
)
from models.workbooks.export import export_return
from models.workbooks.receive import look_at
from tests.models.workbooks.samples import EVIDENCE, SIGNED_AT, full_content, make_identity

CONTENT = full_content()
SIGNED = export_return(CONTENT, make_identity(), at=SIGNED_AT)
PDF = f"{FOLDER}/06-7K3QXM/验收意见.pdf"


def read(file: ReturnEvidence) -> bytes:
    return EVIDENCE[file.task_id, file.number, file.name]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "示例局_2021_第二季度_2"
    write_in_folder(made, SIGNED.file_name, SIGNED.data, CONTENT.evidence, read)
    return made


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    path = tmp_path / "示例局_2021_第二季度_2.zip"
    write_in_zip(path, SIGNED.file_name, SIGNED.data, CONTENT.evidence, read)
    return path


def rezipped(path: Path, change: Callable[[dict[str, bytes]], None], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    """Pack a zip anew with other contents, as another program does."""
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    change(entries)
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return path


def test_a_folder_has_the_return_and_each_file_in_the_folder_of_its_task(folder: Path) -> None:
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    assert found == sorted([SIGNED.file_name, *(str(place_of(file)) for file in CONTENT.evidence)])
    assert check_folder(CONTENT, folder) == ()


def test_what_is_missing_altered_and_extra_is_told_apart(folder: Path) -> None:
    (folder / PDF).write_bytes((folder / PDF).read_bytes().replace(b"approved", b"rejected"))
    (folder / FOLDER / "06-7K3QXM" / "现场照片.jpg").unlink()
    (folder / FOLDER / "06-QQQQQQ" / "另附.txt").write_text("x", encoding="utf-8")
    assert set(check_folder(CONTENT, folder)) == {
        EvidenceFinding(Fate.MISSING, f"{FOLDER}/06-7K3QXM/现场照片.jpg"),
        EvidenceFinding(Fate.ALTERED, PDF),
        EvidenceFinding(Fate.EXTRA, f"{FOLDER}/06-QQQQQQ/另附.txt"),
    }


def test_a_longer_file_is_altered(folder: Path) -> None:
    with (folder / PDF).open("ab") as stream:
        stream.write(b"\n")
    assert check_folder(CONTENT, folder) == (EvidenceFinding(Fate.ALTERED, PDF),)


def test_a_failure_on_the_way_leaves_no_folder_and_no_zip(tmp_path: Path) -> None:
    def full(file: ReturnEvidence) -> bytes:
        if file.name == "验收意见.pdf":
            raise DiskFull(tmp_path)
        return read(file)

    with pytest.raises(DiskFull):
        write_in_folder(tmp_path / "a", SIGNED.file_name, SIGNED.data, CONTENT.evidence, full)
    with pytest.raises(DiskFull):
        write_in_zip(tmp_path / "a.zip", SIGNED.file_name, SIGNED.data, CONTENT.evidence, full)
    assert list(tmp_path.iterdir()) == []


def test_a_zip_holds_the_same_and_is_the_same_each_time(packed: Path, tmp_path: Path) -> None:
    with open_bundle(packed) as bundle:
        assert bundle.return_name == SIGNED.file_name
        assert bundle.return_data() == SIGNED.data
        content = look_at(bundle.return_data(), Trust()).content
        assert bundle.check(content) == ()
    again = tmp_path / "again" / packed.name
    again.parent.mkdir()
    write_in_zip(again, SIGNED.file_name, SIGNED.data, CONTENT.evidence, read)
    assert again.read_bytes() == packed.read_bytes()


def test_a_zip_that_another_program_packed_is_as_good(packed: Path) -> None:
    def flat(entries: dict[str, bytes]) -> None:
        for name in list(entries):
            entries[name.partition("/")[2]] = entries.pop(name)

    with open_bundle(rezipped(packed, flat)) as bundle:
        assert bundle.check(CONTENT) == ()


class ExplorersEntry(zipfile.ZipInfo):
    """An entry as Chinese Windows writes it: its name in GBK, and nothing says so."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


def test_names_that_windows_wrote_in_its_own_encoding_are_found(packed: Path) -> None:
    with zipfile.ZipFile(packed) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in entries.items():
            archive.writestr(ExplorersEntry(name), data)
    with open_bundle(packed) as bundle:
        assert bundle.return_name == SIGNED.file_name
        assert bundle.check(CONTENT) == ()


def test_missing_altered_and_extra_in_a_zip(packed: Path) -> None:
    def change(entries: dict[str, bytes]) -> None:
        top = packed.stem
        entries[f"{top}/{PDF}"] = entries[f"{top}/{PDF}"][::-1]
        del entries[f"{top}/{FOLDER}/06-7K3QXM/现场照片.jpg"]
        entries[f"{top}/{FOLDER}/06-7K3QXM/b.txt"] = b"x"

    with open_bundle(rezipped(packed, change)) as bundle:
        fates = {finding.fate: finding.where for finding in bundle.check(CONTENT)}
    assert fates == {
        Fate.ALTERED: PDF,
        Fate.MISSING: f"{FOLDER}/06-7K3QXM/现场照片.jpg",
        Fate.EXTRA: f"{FOLDER}/06-7K3QXM/b.txt",
    }


def put(name: str, data: bytes = b"x") -> Callable[[dict[str, bytes]], None]:
    return lambda entries: entries.update({name: data})


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (put("../../evil.xlsx"), "name"),
        (put("/etc/evil"), "name"),
        (put("a\\..\\evil"), "name"),
        (put("C:/evil"), "name"),
        (put("a/./b"), "name"),
        (put("a//b"), "name"),
        (put("示例局_2021_第二季度_2/CON"), "name"),
        (put(f"示例局_2021_第二季度_2/{FOLDER}/06-7K3QXM/验收意见.PDF"), "name"),
        (put("示例局_2021_第二季度_2/another.xlsx"), "several_returns"),
        (lambda entries: entries.pop(f"示例局_2021_第二季度_2/{SIGNED.file_name}"), "no_return"),
        (lambda entries: entries.update({f"{n}.txt": b"" for n in range(room.MAX_ENTRIES)}), "too_many"),
    ],
    ids=str,
)
def test_a_hostile_zip_is_refused(packed: Path, change: Callable[[dict[str, bytes]], object], reason: str) -> None:
    with pytest.raises(BundleRefused) as refused, open_bundle(rezipped(packed, change)):  # type: ignore[arg-type]
        pass
    assert refused.value.reason == reason


def test_a_bomb_is_not_unpacked(packed: Path) -> None:
    def blow_up(entries: dict[str, bytes]) -> None:
        entries[f"{packed.stem}/{PDF}"] = bytes(60_000_000)

    with open_bundle(rezipped(packed, blow_up)) as bundle:
        assert bundle.check(CONTENT) == (EvidenceFinding(Fate.ALTERED, PDF),)

    def blow_up_the_return(entries: dict[str, bytes]) -> None:
        entries[f"{packed.stem}/{SIGNED.file_name}"] = bytes(60_000_000)

    with open_bundle(rezipped(packed, blow_up_the_return)) as bundle, pytest.raises(BundleRefused) as refused:
        bundle.return_data()
    assert refused.value.reason == "too_large"


def test_a_size_that_lies_is_found_out(packed: Path) -> None:
    # The directory claims the listed size; what is packed is larger.
    raw = bytearray(
        rezipped(packed, lambda entries: entries.update({f"{packed.stem}/{PDF}": bytes(5_000_000)})).read_bytes()
    )
    raw = bytearray(raw.replace(struct.pack("<I", 5_000_000), struct.pack("<I", 17)))
    packed.write_bytes(raw)
    with open_bundle(packed) as bundle:
        assert bundle.check(CONTENT) == (EvidenceFinding(Fate.ALTERED, PDF),)


@pytest.mark.parametrize("cut", [1, 30, 200])
def test_a_cut_zip_is_refused(packed: Path, cut: int) -> None:
    packed.write_bytes(packed.read_bytes()[:-cut])
    with pytest.raises(BundleRefused), open_bundle(packed):
        pass


def test_what_is_no_zip_is_named(tmp_path: Path) -> None:
    other = tmp_path / "a.zip"
    other.write_bytes(b"no zip at all")
    with pytest.raises(BundleRefused) as refused, open_bundle(other):
        pass
    assert refused.value.reason == "not_zip"
    with pytest.raises(FileMissing), open_bundle(tmp_path / "b.zip"):
        pass
    with pytest.raises(NotAFile), open_bundle(tmp_path):
        pass


def test_nothing_in_a_return_leads_out_of_its_folder() -> None:
    hostile = ReturnEvidence(number=1, task_id="../../..", name="..\\passwd", size=1, sha256="0" * 64)
    place = place_of(hostile)
    assert place.parts[0] == FOLDER and ".." not in place.parts and "\\" not in str(place)
