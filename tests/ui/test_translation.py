"""The English interface is complete: each string of the sources is found, translated, compiled, and fits its facts."""

import ast
import re
import shutil
import string
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

import translations
from tests.ui.on_screen import HAN
from tests.ui.test_main import run

SOURCE = translations.SOURCE
# Names of files, what is looked for in what people type, the name of the language itself: alike in both languages.
DATA = {
    "ui/session.py": {"工作区.yaodian"},
    "ui/actions.py": {"中文"},
    "ui/operations/identity.py": {"_签名身份", "_换签通知_"},
    "ui/pages/plan_review_heading.py": {"年"},
    "ui/pages/summary_ways_out.py": {"_全部数据_", "年_结转清单"},
}
# What the units of the demonstration are called, and what their people type and name their folders.
PLAYED = {"ui/commands/demo_tree.py", "ui/commands/year_member.py"}
COUNTING = {"messages", "identity_command"}  # what is called like its context, and has a tr
Key = tuple[str, str, str]


def messages(path: Path = SOURCE) -> dict[Key, list[str]]:
    """Read a .ts file: for each context, source and comment its translation; of one that counts, both forms."""
    return {
        (context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", "")): (
            translations.translated(message)
        )
        for context in ET.parse(path).getroot().iter("context")  # noqa: S314  our own file
        for message in context.iter("message")
    }


def pairs(path: Path = SOURCE) -> list[tuple[str, str]]:
    """List each source with each of its translations."""
    return [(source, english) for (_, source, _), forms in messages(path).items() for english in forms]


@pytest.fixture(scope="module")
def updated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the translation that was brought up to date with the sources."""
    copy = tmp_path_factory.mktemp("translations") / SOURCE.name
    shutil.copy(SOURCE, copy)
    translations.update(copy)
    return copy


def test_the_translation_holds_just_the_strings_of_the_sources(updated: Path) -> None:
    now, committed = set(messages(updated)), set(messages())
    assert (now - committed, committed - now) == (set(), set()), "run: python build/translations.py"


def test_nothing_is_left_to_translate(updated: Path) -> None:
    assert translations.unfinished(updated) == []
    assert not re.search(r'type="(unfinished|obsolete|vanished)"', SOURCE.read_text("utf-8"))


def test_the_compiled_translation_is_that_of_the_source(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    translations.compile_to(fresh, SOURCE)
    assert fresh.read_bytes() == SOURCE.with_suffix(".qm").read_bytes(), "run: python build/translations.py"


def test_each_placeholder_of_a_text_stands_in_its_translation() -> None:
    assert not [(source, english) for source, english in pairs() if _fields(source) != _fields(english)]


def test_what_counts_has_a_singular_and_a_plural() -> None:
    counting = {source: forms for (_, source, _), forms in messages().items() if "%n" in source}
    assert counting
    assert not [source for source, forms in counting.items() if len(forms) != 2]


def test_one_is_not_spoken_of_as_many() -> None:
    """「1 seconds」: what stands before a noun in the plural is counted by Qt, or is never one."""
    plural = re.compile(r"\{(count|seconds|days)\} (?:more |\w+ )?[a-z]+s\b")
    assert not [english for _, english in pairs() if plural.search(english)]


def test_no_chinese_is_left_in_the_english_texts() -> None:
    """But what is quoted as it must stand in a file: the title of a column, for one."""
    quoted = re.compile(r"“[^”]+”")
    assert not [
        english
        for source, english in pairs()
        if HAN.search(quoted.sub(lambda part, text=source: "" if part[0] in text else part[0], english))
    ]


def test_english_and_chinese_end_alike() -> None:
    """A headline has no full stop, a sentence has one, and what goes on has its dots, in both languages."""
    marks = {"。": ".", "…": "…"}
    assert not [
        (source, english)
        for source, english in pairs()
        if marks.get(source[-1], "") != (english[-1] if english[-1] in ".…" else "") and not english.endswith(" no.")
    ]


def test_each_chinese_text_in_the_sources_is_one_to_translate() -> None:
    known = {source for _, source, _ in messages()}
    assert not [
        (name, text)
        for file in translations.sources()
        if not (name := file.relative_to(translations.ROOT).as_posix()).startswith("ui/demo/")
        for text in _literals(ast.parse(file.read_text("utf-8")))
        if name not in PLAYED and re.search(r"[\u4e00-\u9fff]", text) and text not in known | DATA.get(name, set())
    ]


def test_texts_are_translated_where_the_tools_and_qt_agree_on_the_context() -> None:
    """``self.tr`` of a class that has one, or ``translate`` with its context, or what counts within one (``Counting``);
    of literals, which lupdate can read.
    """
    assert not [
        f"{file.name}:{call.lineno}"
        for file in translations.sources()
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call) and not _well_asked(call) and "self._context" not in ast.unparse(call)
    ]


@pytest.mark.parametrize("command", [[], ["plan"], ["verify"], ["demo"]], ids=lambda words: " ".join(words) or "main")
def test_the_command_line_explains_itself_in_english(command: list[str]) -> None:
    done = run("--language", "en", *command, "--help")
    text = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert text.startswith("Usage: main.py")
    assert not HAN.search(text)


def _fields(text: str) -> set[str]:
    named = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    return named | {"%n"} if "%n" in text else named


def _literals(tree: ast.Module) -> Iterator[str]:
    """List the string literals of a module, docstrings left out."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docs = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, documented) and _has_doc(node)}  # type: ignore[attr-defined]
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def _has_doc(node: ast.Module | ast.ClassDef | ast.FunctionDef) -> bool:
    return bool(node.body) and isinstance(node.body[0], ast.Expr)


def _well_asked(call: ast.Call) -> bool:
    asked = ast.unparse(call.func)
    if asked.rpartition(".")[2] == "tr":
        texts, owned = call.args[:1], asked == "self.tr" or asked.removesuffix(".tr") in COUNTING
    elif asked in {"translate", "QCoreApplication.translate"}:
        texts, owned = call.args[:2], len(call.args) >= 2
    else:
        return True
    return owned and all(isinstance(text, ast.Constant) for text in texts)
