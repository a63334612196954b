"""Sizes, names, docstrings and habits that hold for every file."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rules.source_tree import PROGRAM, ROOT, modules_in

LONGEST = 400
VAGUE = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "tools", "stuff", "base", "lib", "shared"}
TOP = {
    "main.py", "models", "ui", "resources", "build", "tests", "docs", "pyproject.toml", "LICENSE", "CHANGELOG.md",
    "README.md", "README.zh-CN.md", "requirements.txt", "requirements-dev.txt", "requirements-scale.txt",
    ".ci", ".github", ".git", ".gitignore",
}  # fmt: skip
MACHINE_PATHS = re.compile(r"(?<![\w.~*-])/(?:work|root|home|opt|mnt|Users)/\w|\b[A-Z]:\\+Users\\+\w")
REGISTRIES = re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|deb\.debian\.org")
TEXT = {
    ".py",
    ".md",
    ".txt",
    ".toml",
    ".yml",
    ".yaml",
    ".json",
    ".spec",
    ".sh",
    ".sql",
    ".ts",
    ".qss",
    ".svg",
    ".nsi",
    "",
}


def test_a_file_can_be_read_in_one_sitting() -> None:
    assert not [f for f in _program() if len(f.read_text("utf-8").splitlines()) > LONGEST]


def test_a_module_says_what_it_holds() -> None:
    assert not [f for f in _program() if not ast.get_docstring(_tree(f))]


def test_text_is_read_and_written_in_a_named_encoding() -> None:
    """Else Windows takes the encoding of its language, and a file written there cannot be read elsewhere."""
    assert not [
        _place(f, call) for f in _program() for call in _calls(f) if _opens_text(call) and not _names_encoding(call)
    ]


def test_no_module_has_a_vague_name() -> None:
    folders = (*PROGRAM, "build", "tests")
    assert not [
        f for f in modules_in(*folders).files if VAGUE & set(re.split(r"[_/]", f.stem)) or f.parent.name in VAGUE
    ]


def test_the_top_of_the_tree_holds_only_what_the_design_names() -> None:
    ignored = {line.strip("/\n") for line in (ROOT / ".gitignore").read_text("utf-8").splitlines()}
    assert {entry.name for entry in ROOT.iterdir()} - TOP - ignored == set()


def test_no_file_names_a_folder_of_somebodys_machine_or_a_registry() -> None:
    offenders = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in _own_text_files()
        for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1)
        if MACHINE_PATHS.search(line) or REGISTRIES.search(line)
    ]
    assert not offenders


def test_everything_public_in_models_is_explained() -> None:
    assert not [
        _place(f, node) for f in modules_in("models").files for node in _public(_tree(f)) if not ast.get_docstring(node)
    ]


def test_amounts_are_never_floats() -> None:
    assert not [
        _place(f, node)
        for f in modules_in("models.work", "models.store", "models.core.numbers").files
        for node in ast.walk(_tree(f))
        if (isinstance(node, ast.Name) and node.id == "float")
        or (isinstance(node, ast.Constant) and isinstance(node.value, float))
    ]


def test_no_test_sleeps() -> None:
    """A test waits for what it needs (qtbot.waitUntil, waitSignal, a finished process), never for the clock."""
    sleeping = {"sleep", "qWait", "qSleep", "msleep"}
    assert not [
        _place(file, call)
        for file in modules_in("tests").files
        if file.name.startswith("test_") or file.name == "conftest.py"
        for call in _calls(file)
        if isinstance(call.func, ast.Attribute)
        and (call.func.attr in sleeping or (call.func.attr == "wait" and ast.unparse(call.func.value) == "qtbot"))
    ]


@pytest.mark.parametrize("file", sorted(ROOT.glob("requirements*.txt")), ids=lambda file: file.name)
def test_each_requirement_is_pinned_and_says_why(file: Path) -> None:
    lines = [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith(("#", "-r "))]
    assert lines
    assert not [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[\w.]+ +# \S.{10,}", line)]


def _own_text_files() -> Iterator[Path]:
    for entry in ROOT.iterdir():
        if entry.name in TOP - {".git"}:
            files = entry.rglob("*") if entry.is_dir() else [entry]
            yield from (f for f in files if f.is_file() and f.suffix in TEXT and "__pycache__" not in f.parts)


def _program() -> tuple[Path, ...]:
    return modules_in(*PROGRAM, "build").files


def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"), str(file))


def _place(file: Path, node: ast.stmt | ast.expr) -> str:
    return f"{file.relative_to(ROOT).as_posix()}:{node.lineno}"


def _public(tree: ast.Module | ast.ClassDef) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node)


def _calls(file: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(_tree(file)) if isinstance(node, ast.Call))


def _opens_text(call: ast.Call) -> bool:
    if isinstance(call.func, ast.Attribute) and call.func.attr in {"read_text", "write_text"}:
        return True
    if ast.unparse(call.func) not in {"open", "os.fdopen", "io.open"}:
        return False
    mode = call.args[1] if len(call.args) > 1 else next((k.value for k in call.keywords if k.arg == "mode"), None)
    return not (isinstance(mode, ast.Constant) and "b" in str(mode.value))


def _names_encoding(call: ast.Call) -> bool:
    if any(keyword.arg == "encoding" for keyword in call.keywords):
        return True
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    return len(call.args) > {"read_text": 0, "write_text": 1}.get(name, 9)
