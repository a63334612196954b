"""build/dev.py: a bare checkout gets ready once, is repaired when broken, and says what it cannot do by itself.

What is started is counted, not timed. Environments are real ones; only the answers of dpkg, apt-get and npm are given.
"""

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

import dev
import set_up
import system_packages
import verbs
from shell import Answer, Machine, Shell

ROOT = Path(__file__).resolve().parents[2]
PLAIN = Machine(windows=False, root=False, debian=False)
DEBIAN_ROOT = Machine(windows=False, root=True, debian=True)
DEBIAN_USER = Machine(windows=False, root=False, debian=True)
MAIN = "import pathlib, sys\nprint('started', sys.argv[1:], pathlib.Path.cwd().name)\n"

posix = pytest.mark.skipif(os.name == "nt", reason="an environment's Python is no link on Windows")


class CountingShell(Shell):
    """Keeps what is started and said. Programs named in ``given`` are not started but answer what is given."""

    def __init__(self, given: Mapping[str, Answer | Sequence[Answer]] | None = None) -> None:
        self.given = {name: [a] if isinstance(a, Answer) else list(a) for name, a in (given or {}).items()}
        self.started: list[list[str]] = []
        self.settings: list[dict[str, str]] = []
        self.said: list[str] = []

    def say(self, line: str) -> None:
        self.said.append(line)

    def run(self, command: Sequence[str], *, folder: Path | None = None, more: Mapping[str, str] | None = None) -> int:
        return self.ask(command, folder=folder, more=more).code

    def hand_over(self, command: Sequence[str]) -> int:
        return self.ask(command).code

    def ask(
        self, command: Sequence[str], *, folder: Path | None = None, more: Mapping[str, str] | None = None
    ) -> Answer:
        self.started.append(list(command))
        self.settings.append(dict(more or {}))
        for name, answers in self.given.items():
            if name in command or Path(command[0]).name == name:
                return answers.pop(0) if len(answers) > 1 else answers[0]
        answer = super().ask(command, folder=folder, more=more)
        self.said.append(answer.output)
        return answer

    def names(self) -> list[str]:
        """Say in a word each what was started: venv, pip, main.py …"""
        known = ("venv", "pip", "main.py", "dpkg-query", "ruff", "mypy", "pytest", "PyInstaller")
        return [
            next((name for name in known if any(Path(word).name == name for word in command)), Path(command[0]).name)
            for command in self.started
        ]


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare checkout under a name with blanks and Chinese, made ready by the command itself, from another folder."""
    root = _bare(tmp_path_factory.mktemp("空 白") / "要点 填报")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    variables = {name: value for name, value in os.environ.items() if name not in {"LANG", "LC_CTYPE", "PYTHONUTF8"}}
    done = subprocess.run(
        [sys.executable, root / "build" / "dev.py", "run", "demo", "目录"],
        cwd=elsewhere,
        env=variables | {"HOME": str(elsewhere / "missing"), "LC_ALL": "C"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    printed = done.stdout.decode("utf-8").splitlines()
    assert printed[0] == f"Making {root / '.venv'}"
    assert printed[-1].startswith("started ['demo', '目录'] elsewhere")
    return root


@pytest.fixture
def ready(made_once: Path, tmp_path: Path) -> Path:
    """A ready checkout of the test's own."""
    return Path(shutil.copytree(made_once, tmp_path / "空 白" / "copy", symlinks=True))


def test_a_second_start_starts_nothing_but_the_program(ready: Path) -> None:
    shell = CountingShell()
    assert verbs.perform(["run", "plan"], ready, shell, PLAIN) == 0
    assert shell.names() == ["main.py"]


def test_a_changed_requirement_is_installed_and_nothing_else_is_done(ready: Path) -> None:
    with (ready / "requirements.txt").open("a", encoding="utf-8") as stream:
        stream.write("# one more line\n")
    assert _names_started(ready) == ["python", "pip", "main.py"]  # the first: does the environment's Python still start
    assert _names_started(ready) == ["main.py"]


def test_a_library_that_was_removed_comes_back(ready: Path) -> None:
    (ready / "requirements.txt").write_text("pip==0.0\n", "utf-8")
    checkout = set_up.Checkout(ready, windows=False)
    assert checkout.pins_missing(["requirements.txt"])
    installed = next(ready.glob(".venv/[lL]ib/**/pip-*.dist-info")).name.removesuffix(".dist-info")
    (ready / "requirements.txt").write_text(installed.replace("-", "==") + "  # as it is\n", "utf-8")
    assert not checkout.pins_missing(["requirements.txt"])


@pytest.mark.parametrize("torn", ["", "{", "[]", '{"python": "x", "surprise": 1}'])
def test_a_torn_stamp_counts_as_none(torn: str, ready: Path) -> None:
    (ready / ".venv" / "ready.json").write_text(torn, "utf-8")
    assert _names_started(ready) == ["python", "pip", "main.py"]


@posix
def test_an_environment_whose_python_is_gone_is_made_anew(ready: Path) -> None:
    python = ready / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to(ready / "gone")
    shell = CountingShell()
    assert verbs.perform(["run"], ready, shell, PLAIN) == 0
    assert shell.names() == ["python", "venv", "pip", "main.py"]
    assert any("does not start any more" in line for line in shell.said)


@posix
@pytest.mark.slow
@pytest.mark.parametrize("damage", ["not a program", "not to be started", "half made", "no libraries"])
def test_any_broken_environment_is_made_anew(damage: str, ready: Path) -> None:
    environment = ready / ".venv"
    if damage == "not a program":
        (environment / "bin" / "python").unlink()
        (environment / "bin" / "python").write_text("hello", "utf-8")
    elif damage == "not to be started":
        (environment / "bin" / "python").unlink()
        (environment / "bin" / "python").write_bytes(b"\x7fELF")
        (environment / "bin" / "python").chmod(0o755)
    elif damage == "half made":
        shutil.rmtree(environment)
        environment.mkdir()
    else:
        shutil.rmtree(environment / "lib")
        (environment / "ready.json").unlink()
    assert "venv" in _names_started(ready)
    assert _names_started(ready) == ["main.py"]


def test_root_on_debian_installs_exactly_what_is_missing_in_one_go(ready: Path) -> None:
    there = _dpkg(set(set_up.RUN.required + set_up.RUN.wanted) - {"libxcb-cursor0", "fonts-noto-cjk"})
    shell = CountingShell({"dpkg-query": there, "apt-get": Answer(0, "")})
    assert verbs.perform(["run"], _forget_packages(ready), shell, DEBIAN_ROOT) == 0
    update, install = [command for command in shell.started if command[0] == "apt-get"]
    assert update[1] == "update"
    assert install[1] == "install"
    assert {word for word in install[2:] if not word.startswith("-")} == {"libxcb-cursor0", "fonts-noto-cjk"}
    settings = shell.settings[shell.started.index(install)]
    assert settings["DEBIAN_FRONTEND"] == "noninteractive"
    assert "/usr/sbin" in settings["PATH"].split(":")


def test_packages_that_are_there_are_looked_for_once(ready: Path) -> None:
    given = {"dpkg-query": _dpkg(set(set_up.RUN.required + set_up.RUN.wanted))}
    first, second = CountingShell(given), CountingShell(given)
    verbs.perform(["run"], _forget_packages(ready), first, DEBIAN_ROOT)
    verbs.perform(["run"], ready, second, DEBIAN_ROOT)
    assert first.names() == ["dpkg-query", "main.py"]
    assert second.names() == ["main.py"]


def test_without_root_the_one_command_is_printed_and_what_cannot_start_is_not_started(ready: Path) -> None:
    given = {"dpkg-query": _dpkg(set(set_up.RUN.required) - {"libegl1"})}
    shell = CountingShell(given)
    assert verbs.perform(["run"], _forget_packages(ready), shell, DEBIAN_USER) == 1
    assert shell.names() == ["dpkg-query"]
    assert any("sudo apt-get install libegl1 fonts-noto-cjk" in line for line in shell.said)


def test_without_root_a_missing_judge_is_told_and_the_tests_go_on(ready: Path) -> None:
    packages = set(set_up.TEST.required + set_up.TEST.wanted)
    shell = CountingShell({"dpkg-query": _dpkg(packages - {"xmlsec1"}), "-c": Answer(0, ""), **_LINT_AND_TESTS})
    assert verbs.perform(["test"], _forget_packages(ready), shell, DEBIAN_USER) == 0
    assert shell.names()[-4:] == ["ruff", "ruff", "mypy", "pytest"]
    assert any(line.endswith("sudo apt-get install xmlsec1") for line in shell.said)


def test_a_package_that_another_one_provides_is_there() -> None:
    """Newer Debians call it libglib2.0-0t64."""
    shell = CountingShell({"dpkg-query": Answer(0, "installed|libglib2.0-0t64|libglib2.0-0 (= 2.84), other\n")})
    assert system_packages.missing(shell, DEBIAN_USER, ["libglib2.0-0"]) == []


def test_a_removed_package_whose_settings_are_left_is_missing() -> None:
    shell = CountingShell({"dpkg-query": Answer(0, "config-files|strace|\n")})
    assert system_packages.missing(shell, DEBIAN_USER, ["strace"]) == ["strace"]


def test_a_python_without_venv_is_told_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    root = _bare(tmp_path / "checkout")
    shell = CountingShell({"dpkg-query": _dpkg(set(set_up.RUN.required + set_up.RUN.wanted))})
    assert verbs.perform(["run"], root, shell, DEBIAN_USER) == 1
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    assert any(line.endswith(f"sudo apt-get install {version}") for line in shell.said)
    assert shell.names() == ["dpkg-query"]


def test_windows_is_asked_for_no_system_packages(tmp_path: Path) -> None:
    root = _bare(tmp_path / "checkout")
    python = root / ".venv" / "Scripts" / "python.exe"
    python.parent.mkdir(parents=True)
    python.write_bytes(b"MZ")
    shell = CountingShell(
        {"-c": Answer(0, ""), "pip": Answer(0, ""), "main.py": Answer(0, ""), str(root / "main.py"): Answer(0, "")}
    )
    assert verbs.perform(["run"], root, shell, Machine(windows=True, root=False, debian=False)) == 0
    assert {command[0] for command in shell.started} == {str(python)}


@pytest.mark.parametrize("verb", [[], ["run"], ["test"], ["bench"], ["package"]])
def test_help_starts_nothing(verb: list[str], tmp_path: Path) -> None:
    shell = CountingShell()
    assert verbs.perform([*verb, "--help"], tmp_path, shell, PLAIN) == 0
    assert shell.started == []
    assert shell.said[0].startswith("usage: dev.py")


def test_an_unknown_verb_is_answered_by_the_usage(tmp_path: Path) -> None:
    shell = CountingShell()
    assert verbs.perform(["tset"], tmp_path, shell, PLAIN) == 2
    assert shell.said == [verbs.USAGE]


def test_everything_is_checked_even_if_one_fails_and_pytest_comes_last(ready: Path) -> None:
    codes = {"ruff": [Answer(0, ""), Answer(3, "")], "mypy": Answer(4, ""), "pytest": Answer(5, "")}
    shell = CountingShell({"-c": Answer(0, ""), "pip": Answer(0, ""), **codes})
    assert verbs.perform(["test", "tests/rules", "-k", "x", "--slow"], ready, shell, PLAIN) == 3
    assert shell.names()[-4:] == ["ruff", "ruff", "mypy", "pytest"]
    assert shell.started[-1][-4:] == ["tests/rules", "-k", "x", "--slow"]
    assert shell.settings[-1]["QT_QPA_PLATFORM"] == "offscreen"


def test_a_validator_that_cannot_be_had_stops_nothing_and_is_tried_again(ready: Path) -> None:
    given = {"-c": Answer(1, "no network"), "pip": Answer(0, ""), **_LINT_AND_TESTS}
    checkout = set_up.Checkout(ready, windows=False)
    set_up.make_ready(checkout, set_up.BUILD, CountingShell({"-c": Answer(0, ""), "pip": Answer(0, "")}), PLAIN)
    for _ in range(2):
        shell = CountingShell(given)
        assert verbs.perform(["test"], ready, shell, PLAIN) == 0
        assert any("no network" in line for line in shell.said)


def test_packaging_leaves_the_sources_under_build_alone(ready: Path) -> None:
    shell = CountingShell({"-c": Answer(0, ""), "pip": Answer(0, ""), "PyInstaller": Answer(0, "")})
    assert verbs.perform(["package", "--distpath", "elsewhere"], ready, shell, PLAIN) == 0
    command = shell.started[-1]
    assert command[command.index("--workpath") + 1] == str(ready / ".work" / "pyinstaller")
    assert command[command.index("--distpath") + 1] == str(ready / "dist")
    assert command[-3:] == ["--distpath", "elsewhere", str(ready / "build" / "yaodian.spec")]


def test_an_old_python_is_refused_in_one_sentence() -> None:
    assert dev.refusal((3, 11, 0)) is None
    assert dev.refusal((4, 0)) is None
    sentence = dev.refusal((3, 9, 2))
    assert sentence is not None
    assert "3.11" in sentence
    assert "3.9" in sentence


def test_an_old_python_can_read_the_file_that_refuses_it() -> None:
    source = (ROOT / "build" / "dev.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, 7))
    assert source.isascii()


_LINT_AND_TESTS = {"ruff": Answer(0, ""), "mypy": Answer(0, ""), "pytest": Answer(0, "")}


def _bare(root: Path) -> Path:
    shutil.copytree(ROOT / "build", root / "build", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "main.py").write_text(MAIN, "utf-8")
    (root / "requirements.txt").write_text("# nothing that takes long\n", "utf-8")
    (root / "requirements-dev.txt").write_text("# nothing either\n", "utf-8")
    return root


def _forget_packages(root: Path) -> Path:
    checkout = set_up.Checkout(root, windows=False)
    stamp = checkout.read_stamp()
    stamp.packages = []
    checkout.write_stamp(stamp)
    return root


def _dpkg(packages: set[str]) -> Answer:
    return Answer(0, "".join(f"installed|{package}|\n" for package in sorted(packages)))


def _names_started(root: Path) -> list[str]:
    shell = CountingShell()
    assert verbs.perform(["run"], root, shell, PLAIN) == 0, shell.said
    return shell.names()
