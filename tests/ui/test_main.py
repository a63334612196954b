"""The command line as a user meets it: a real process, no display, whatever the locale."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
