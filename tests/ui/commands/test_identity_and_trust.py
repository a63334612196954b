"""The identity and the confirmed signers from a terminal: what is printed, promised as JSON, refused."""

import io
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from models.core.paths import Places
from models.signing.certificate import Algorithm
from models.signing.identity import Identity, create_identity, protect
from models.signing.succession import announce
from models.store.database import open_workspace
from models.store.signers import How, confirm_signer, known_signers
from models.work.keys import identity_path
from models.work.own_identity import describe
from models.workbooks.export import export_return
from tests.models.workbooks.samples import HEAD, SIGNED_AT, small_content
from tests.ui.conftest import NOW, UNIT, Office
from ui.commands import identity, trust
from ui.commands.run import run_command

WORDS, OTHER_WORDS = "济宁的春天来得早", "济宁的春天来得晚"


def signer() -> Identity:
    return create_identity(unit_name=HEAD.unit_name, unit_code=HEAD.unit_code, at=SIGNED_AT, algorithm=Algorithm.P_256)


@pytest.fixture
def office_here(office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """The office, whose folders are those of the user of the terminal."""

    def here() -> Places:
        return office.places

    monkeypatch.setattr(identity, "user_places", here)
    return office


def run(office: Office, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = run_command(["--language", "zh", *words, "--workspace", str(office.workspace)])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def type_lines(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def know(office: Office, one: Identity) -> None:
    certificate = one.certificate
    with open_workspace(office.workspace) as workspace:
        confirm_signer(
            workspace,
            unit_name=certificate.unit_name,
            unit_code=certificate.unit_code,
            digest=certificate.digest,
            fingerprint=certificate.fingerprint,
            valid_until=certificate.valid_until,
            how=How.PHONE,
            operator="王敏",
            at=NOW,
        )


def test_the_identity_is_shown(office_here: Office, capsys: pytest.CaptureFixture[str]) -> None:
    fingerprint = describe(office_here.workspace).certificate.fingerprint
    _, text, _ = run(office_here, capsys, "identity", "show")
    assert f"单位：{UNIT} 370800" in text
    assert f"签名指纹：{fingerprint}" in text
    _, text, _ = run(office_here, capsys, "identity", "show", "--json")
    told = json.loads(text)
    assert list(told) == [
        "unit", "unit_code", "fingerprint", "digest", "valid_from", "valid_until", "days_left", "renewal_is_due",
        "protection", "issuer", "announcements", "problem",
    ]  # fmt: skip
    assert (told["unit"], told["fingerprint"], told["protection"]) == (UNIT, fingerprint, "account")
    identity_path(office_here.workspace).unlink()
    code, text, _ = run(office_here, capsys, "identity", "show", "--json")
    assert (code, json.loads(text)["problem"]) == (1, "FileMissing")


def test_the_identity_goes_to_a_file_and_comes_back(
    office_here: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from models.core.clock import FixedClock

    monkeypatch.setattr(identity, "SystemClock", lambda: FixedClock(NOW))
    target = tmp_path / "身份.identity"
    type_lines(monkeypatch, WORDS)
    code, text, _ = run(office_here, capsys, "identity", "export", str(target), "--json")
    assert (code, json.loads(text)["file"]) == (0, str(target))
    before = identity_path(office_here.workspace).read_bytes()
    type_lines(monkeypatch, OTHER_WORDS)
    code, _, said = run(office_here, capsys, "identity", "import", str(target))
    assert (code, "口令不对" in said) == (2, True)
    assert identity_path(office_here.workspace).read_bytes() == before
    type_lines(monkeypatch, WORDS)
    code, text, _ = run(office_here, capsys, "identity", "import", str(target), "--keep-passphrase")
    assert code == 0
    assert "原来的签名另存为" in text
    assert describe(office_here.workspace).protection == "passphrase"
    for secret in (WORDS, OTHER_WORDS):
        assert secret not in text + said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("identity", "export"), "缺少参数：文件"),
        (("identity", "import"), "缺少参数：文件"),
        (("identity", "show", "extra"), "不认识的参数：extra"),
        (("identity", "export", "a.identity", "extra"), "不认识的参数：extra"),
        (("trust", "list", "extra"), "不认识的参数：extra"),
        (("trust", "revoke"), "缺少参数：对象"),
        (("trust", "accept"), "缺少参数：对象"),
    ],
    ids=" ".join,
)
def test_what_is_missing_or_too_much_is_refused_with_the_usage(
    office_here: Office, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    with pytest.raises(SystemExit) as left:
        run(office_here, capsys, *words)
    told = capsys.readouterr()
    assert (left.value.code, told.out) == (2, "")
    assert told.err.startswith(f"{said}\n用法： main.py ")


@pytest.mark.parametrize("content", [b"", b"nonsense", b"PK\x03\x04", "foreign", "cut"])
def test_a_wrong_file_is_blamed_and_not_ones_own_identity(
    office_here: Office,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    content: bytes | str,
) -> None:
    chosen = tmp_path / "选错的.identity"
    locked = protect(signer(), WORDS)
    chosen.write_bytes({"foreign": locked, "cut": locked[:-40]}.get(content, content))  # type: ignore[arg-type, call-overload]
    before = identity_path(office_here.workspace).read_bytes()
    type_lines(monkeypatch, WORDS)
    code, out, said = run(office_here, capsys, "identity", "import", str(chosen))
    assert (code, out) == (2, "")
    assert said.startswith("“选错的.identity”不能导入 · 请选在原电脑的“签名身份”里")
    assert identity_path(office_here.workspace).read_bytes() == before


def test_an_empty_list_says_so(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    code, text, _ = run(office, capsys, "trust", "list")
    assert (code, text.startswith("还没有确认过任何签名。")) == (0, True)
    assert json.loads(run(office, capsys, "trust", "list", "--json")[1]) == []


def test_a_revocation_says_why_or_is_none(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    one = signer()
    know(office, one)
    code, _, said = run(office, capsys, "trust", "revoke", one.fingerprint)
    assert (code, said.startswith("没有写明为什么撤销 · ")) == (2, True)


def test_signers_are_listed_and_revoked(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    one = signer()
    know(office, one)
    _, text, _ = run(office, capsys, "trust", "list")
    assert text.startswith(f"{one.fingerprint}  {HEAD.unit_name} {HEAD.unit_code}  电话里核对，王敏")
    assert run(office, capsys, "trust", "revoke", one.fingerprint)[0] == 2
    assert run(office, capsys, "trust", "revoke", "K7QM 2XHD 9PTA VW4E", "--reason", "被盗")[0] == 1
    code, _, _ = run(office, capsys, "trust", "revoke", one.fingerprint.lower(), "--reason", "被盗")
    assert code == 0
    _, text, _ = run(office, capsys, "trust", "list", "--json")
    (told,) = json.loads(text)
    assert (told["how"], told["reason"], told["revoked_by"]) == ("phone", "被盗", "王敏")


def test_a_notice_is_accepted_or_refused(office: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    old, new = signer(), signer()
    notice = tmp_path / "换签.notice"
    notice.write_bytes(announce(old, new, at=SIGNED_AT))
    code, _, said = run(office, capsys, "trust", "accept", str(notice))
    assert (code, "不能采信" in said) == (2, True)
    know(office, old)
    code, text, _ = run(office, capsys, "trust", "accept", str(notice))
    assert (code, new.fingerprint in text) == (0, True)
    with open_workspace(office.workspace) as workspace:
        assert len(known_signers(workspace)) == 2


def test_a_file_of_two_renewals_is_accepted_step_by_step(
    office: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    first, second, third = signer(), signer(), signer()
    path = tmp_path / "换签.notice"
    path.write_bytes(announce(first, second, at=SIGNED_AT) + announce(second, third, at=SIGNED_AT))
    know(office, first)
    code, text, _ = run(office, capsys, "trust", "accept", str(path))
    assert (code, text.splitlines()) == (
        0,
        [
            f"{HEAD.unit_name}：{old.fingerprint} 由 {new.fingerprint} 接替"
            for old, new in ((first, second), (second, third))
        ],
    )
    with open_workspace(office.workspace) as workspace:
        assert len(known_signers(workspace)) == 3


def test_a_strangers_key_under_ones_own_name_is_told_with_ones_own_fingerprint(
    office: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    stranger = create_identity(unit_name=UNIT, unit_code="370800", at=SIGNED_AT, algorithm=Algorithm.P_256)
    content = replace(small_content(), head=replace(HEAD, unit_name=UNIT, unit_code="370800"))
    path = tmp_path / "冒名.xlsx"
    path.write_bytes(export_return(content, stranger, at=SIGNED_AT).data)
    code, text, _ = run(office, capsys, "verify", str(path))
    assert (code, text.splitlines()[0]) == (1, "写的是本单位，签名却不是本单位的")
    assert f"签名指纹：{stranger.fingerprint}" in text
    assert f"本单位的指纹：{describe(office.workspace).certificate.fingerprint}" in text


def test_verify_goes_by_the_signers_of_a_workspace(
    office: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    one, other = signer(), signer()
    paths = []
    for at, identity_ in enumerate((one, other)):
        path = tmp_path / f"{at}.xlsx"
        path.write_bytes(export_return(small_content(), identity_, at=SIGNED_AT).data)
        paths.append(str(path))
    outcomes = []
    for known in (False, True):
        if known:
            know(office, one)
        for path in paths:
            code, text, _ = run(office, capsys, "verify", path, "--json")
            outcomes.append((code, json.loads(text)["outcome"]))
    assert outcomes == [(0, "signer-unknown"), (0, "signer-unknown"), (0, "trusted"), (1, "signer-differs")]
    shutil.copy(paths[0], tmp_path / "copy.xlsx")
    assert trust.summary()
