"""The rules can fail: every way to import something is seen, and only that."""

from pathlib import Path

import pytest

from tests.rules.source_tree import modules_in


@pytest.mark.parametrize(
    "source",
    [
        "import socket",
        "import socket as harmless",
        "import os, socket",
        "from socket import create_connection",
        "def late():\n    import socket",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import socket",
        "import importlib\nimportlib.import_module('socket')",
        "__import__('socket')",
    ],
)
def test_every_way_to_import_is_seen(source: str, tmp_path: Path) -> None:
    _write(tmp_path, "models/work/planted.py", source)
    with pytest.raises(AssertionError, match=r"planted\.py:\d+ imports socket"):
        modules_in("models", root=tmp_path).import_nothing_of("socket")


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("from PySide6.QtCore import QThread", "PySide6.QtCore.QThread"),
        ("from PySide6 import QtCore\nQtCore.QThread()", "PySide6.QtCore.QThread"),
        ("import PySide6.QtCore as q\nq.QThread()", "PySide6.QtCore.QThread"),
        ("from models import store", "models.store"),
        ("from .. import store", "models.store"),
        ("from ..store.entries import record", "models.store.entries.record"),
    ],
)
def test_parts_and_relatives_are_seen(source: str, seen: str, tmp_path: Path) -> None:
    _write(tmp_path, "models/plan/planted.py", source)
    with pytest.raises(AssertionError, match=seen.replace(".", r"\.")):
        modules_in("models.plan", root=tmp_path).import_nothing_of(seen)


def test_names_that_only_begin_alike_are_left_alone(tmp_path: Path) -> None:
    _write(tmp_path, "models/plan/kept.py", "import sockets_of_eyes\nfrom models.storehouse import shelf")
    modules_in("models", root=tmp_path).import_nothing_of("socket", "models.store")


def test_only_the_named_rooms_of_ours_are_allowed(tmp_path: Path) -> None:
    _write(
        tmp_path,
        "models/plan/planted.py",
        "import json\nfrom models.core import numbers\nfrom models.store import entries",
    )
    with pytest.raises(AssertionError, match=r"imports models\.store\.entries") as failure:
        modules_in("models.plan", root=tmp_path).import_of_ours_only("models.plan", "models.core")
    assert "numbers" not in str(failure.value)


def test_left_out_packages_are_left_out(tmp_path: Path) -> None:
    _write(tmp_path, "ui/operations/runner.py", "import threading")
    modules_in("ui", root=tmp_path).other_than("ui.operations").import_nothing_of("threading")


def _write(root: Path, name: str, source: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True)
    path.write_text(source, "utf-8")
