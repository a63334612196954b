"""The command line as a user meets it: a real process, no display, whatever the locale."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from models.core.errors import Cancelled, DiskFull, FileMissing
from ui.commands import run as runner_of_commands
from ui.settings import load_settings

ROOT = Path(__file__).parents[2]


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program without a display."""
    bare = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "QT_QPA_PLATFORM", "LANG", "LC_ALL"}}
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words],
        capture_output=True,
        env=bare | {"LC_ALL": "C"} | environment,
        timeout=60,
        check=False,
    )


def test_the_version_needs_no_window() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout.decode().split()) == (0, ["yaodian", "0.1.0"])


def test_a_wrong_argument_is_refused_in_the_readers_language() -> None:
    done = run("--theme", "pink")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("--theme 只能是：")
    assert run("--nonsense").stderr.decode().startswith("不认识的参数：--nonsense")
    assert run("--workspace").stderr.decode().startswith("--workspace 后面缺少内容")


@pytest.mark.parametrize("command", ["plan", "verify", "demo"])
def test_each_command_explains_itself(command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert "用法：" in done.stdout.decode()


def test_help_lists_the_commands() -> None:
    text = run("--help").stdout.decode()
    assert all(command in text for command in ("plan", "verify", "demo", "--workspace", "--language", "--theme"))


def test_what_is_no_plan_is_one_sentence_and_exit_2(tmp_path: Path) -> None:
    missing = run("plan", str(tmp_path / "没有.txt"))
    assert missing.returncode == 2
    assert missing.stderr.decode().count("\n") == 1
    assert missing.stderr.decode().startswith("找不到文件“没有.txt” · ")


def test_nobody_reading_the_output_is_quiet(tmp_path: Path) -> None:
    command = f'"{sys.executable}" "{ROOT / "main.py"}" plan "{ROOT / "resources/plans/jining-2021.txt"}"'
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"{command} | head -c 1"], capture_output=True, timeout=60, check=False
    )
    assert done.stderr == b""
    assert len(done.stdout) == 1


class Fake:
    """A command that ends as it is told to."""

    def __init__(self, ending: BaseException | int) -> None:
        self.ending = ending

    def summary(self) -> str:
        return "a command"

    def configure(self, parser: object) -> None:
        pass

    def run(self, arguments: object) -> int:
        if isinstance(self.ending, BaseException):
            raise self.ending
        return self.ending


@pytest.mark.parametrize(
    ("ending", "code", "said"),
    [
        (0, 0, ""),
        (1, 1, ""),
        (DiskFull(Path("/U盘/表.xlsx")), 2, "磁盘已满，“表.xlsx”没有写成 · "),
        (FileMissing(Path("/U盘/表.xlsx")), 2, "找不到文件“表.xlsx” · "),
        (Cancelled(), 2, "已取消 · "),
        (KeyboardInterrupt(), 130, ""),
        (LookupError("'王敏'"), 3, "程序出了意外"),
    ],
)
def test_how_a_command_ends_is_told_by_its_exit_code(  # noqa: PLR0917
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    qapp: object,
    ending: BaseException | int,
    code: int,
    said: str,
) -> None:
    monkeypatch.setattr(runner_of_commands, "load", lambda _: Fake(ending))
    assert runner_of_commands.run_command(["plan"]) == code
    told = capsys.readouterr().err
    assert told.startswith(said)
    assert "王敏" not in told
    if code == 2:
        assert told.count("\n") == 1


def test_a_wrong_argument_of_the_window_is_refused_in_the_language_that_was_asked_for() -> None:
    assert run("--language", "en", "--theme", "pink", LC_ALL="C.UTF-8").stderr.decode().isascii()


def test_help_is_in_the_language_that_was_asked_for() -> None:
    assert run("--language", "en", "verify", "--help").stdout.decode().startswith("Usage:")
    assert run("verify", "--help", LC_ALL="en_GB.UTF-8").stdout.decode().startswith("Usage:")


def test_help_is_in_the_language_that_was_chosen_in_the_window(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "Yaodian" / "settings.json")
    settings.language = "en"
    settings.save()
    assert run("--help", XDG_DATA_HOME=str(tmp_path)).stdout.decode().startswith("Usage:")


def test_a_command_whose_output_is_closed_still_tells_its_verdict(tmp_path: Path) -> None:
    """A script that closes the output must not take a good file for a bad one."""
    done = subprocess.run(
        [shutil.which("sh") or "sh", "-c", f'"{sys.executable}" main.py plan resources/plans/jining-2021.txt >&-'],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
