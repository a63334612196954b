"""Who may know whom. Each rule is a sentence; docs/architecture.md draws the same picture."""

import ast
import re
import sys

import pytest

from tests.rules.source_tree import PROGRAM, ROOT, imports, modules_in

FORMATS_AND_KEYS = ("sqlite3", "sqlite_utils", "openpyxl", "xlsxwriter", "cryptography")
DOCUMENTS = ("docx", "lxml", "pypdfium2", "zipfile")
IMPORTED_AS = {"python-docx": "docx"}  # where a library's name is not that of its package
NETWORK = (
    "socket", "socketserver", "ssl", "http", "urllib.request", "urllib3", "requests", "httpx", "aiohttp", "asyncio",
    "ftplib", "smtplib", "poplib", "imaplib", "xmlrpc", "webbrowser",
    "PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets",
)  # fmt: skip
THREADS = (
    "threading.Thread", "threading.Timer", "_thread", "concurrent", "multiprocessing", "PySide6.QtConcurrent",
    "PySide6.QtCore.QThread", "PySide6.QtCore.QThreadPool", "PySide6.QtCore.QRunnable",
)  # fmt: skip


def test_models_know_nothing_of_the_window() -> None:
    modules_in("models").import_nothing_of("PySide6", "shiboken6")
    modules_in("models").import_of_ours_only("models")


def test_the_window_knows_nothing_of_main() -> None:
    modules_in("ui").import_of_ours_only("ui", "models")


def test_core_imports_nothing_of_ours() -> None:
    modules_in("models.core").import_of_ours_only("models.core")


@pytest.mark.parametrize("room", ["models.plan", "models.signing", "models.store"])
def test_plan_signing_and_store_do_not_know_one_another(room: str) -> None:
    modules_in(room).import_of_ours_only(room, "models.core")


def test_work_knows_nothing_of_workbooks() -> None:
    modules_in("models.work").import_of_ours_only(
        "models.work", "models.plan", "models.signing", "models.store", "models.core"
    )


def test_the_plan_knows_nothing_of_databases_sheets_or_keys() -> None:
    """What stands in a file is read by models.plan.documents; the rest of the plan sees lines and tables."""
    modules_in("models.plan").other_than("models.plan.documents").import_nothing_of(*FORMATS_AND_KEYS, *DOCUMENTS)
    modules_in("models.plan.documents").import_nothing_of("sqlite3", "sqlite_utils", "xlsxwriter", "cryptography")


def test_progress_knows_nothing_of_databases_sheets_or_keys() -> None:
    modules_in("models.work.progress", "models.work.schedule").import_nothing_of(*FORMATS_AND_KEYS)


def test_signing_knows_nothing_of_databases_or_sheets() -> None:
    modules_in("models.signing").import_nothing_of("sqlite3", "sqlite_utils", "openpyxl", "xlsxwriter")


def test_the_window_holds_no_database_no_sheets_no_keys() -> None:
    modules_in("ui").import_nothing_of(*FORMATS_AND_KEYS, "lxml")


def test_what_pages_are_made_of_knows_no_page() -> None:
    modules_in("ui.dialogs", "ui.operations", "ui.tables", "ui.widgets").import_nothing_of(
        "ui.pages", "ui.main_window", "ui.app", "ui.commands"
    )


def test_pages_do_not_know_the_window_around_them() -> None:
    modules_in("ui.pages").import_nothing_of("ui.main_window", "ui.app", "ui.commands")


def test_nothing_opens_a_connection() -> None:
    modules_in(*PROGRAM).import_nothing_of(*NETWORK)


def test_only_operations_start_threads() -> None:
    modules_in(*PROGRAM).other_than("ui.operations").import_nothing_of(*THREADS)


def test_only_operations_and_commands_call_what_writes() -> None:
    writers = _functions_that_report_changes()
    modules_in("ui").other_than("ui.operations", "ui.commands").import_nothing_of(*writers)


def test_the_program_imports_only_what_requirements_txt_names() -> None:
    names = re.findall(r"(?m)^([A-Za-z0-9._-]+)==", (ROOT / "requirements.txt").read_text("utf-8"))
    allowed = {IMPORTED_AS.get(name, name).lower().replace("-", "_") for name in names} | {
        "pyside6",
        "shiboken6",
        *sys.stdlib_module_names,
        *PROGRAM,
    }
    modules = modules_in(*PROGRAM)
    found = {
        (name.partition(".")[0], str(file)) for file in modules.files for _, name in imports(file, modules.name(file))
    }
    assert not {(name, file) for name, file in found if name.lower() not in allowed and name not in allowed}


def _functions_that_report_changes() -> tuple[str, ...]:
    """A function of models/ that returns Changes, or a record with Changes in it, is one that writes."""
    models = modules_in("models").other_than("models.core")
    nodes = [(models.name(file), node) for file in models.files for node in ast.parse(file.read_text("utf-8")).body]
    reports = {"Changes"} | {
        node.name
        for _, node in nodes
        if isinstance(node, ast.ClassDef)
        and any(isinstance(line, ast.AnnAssign) and ast.unparse(line.annotation) == "Changes" for line in node.body)
    }
    return tuple(
        f"{module}.{node.name}"
        for module, node in nodes
        if isinstance(node, ast.FunctionDef)
        and node.returns
        and reports & set(re.findall(r"\w+", ast.unparse(node.returns)))
    )
