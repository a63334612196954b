"""What every test gets: no display, a home of its own, and the slow ones only when asked for.

A Qt warning that a test did not expect fails it (``qt_log_level_fail`` in pyproject.toml), and so does a Python one.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported by anything


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Look for tests in test files only: some others are read by LibreOffice's Python, or are measures."""
    if collection_path.suffix == ".py" and not collection_path.name.startswith("test_"):
        return True
    return None


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --slow."""
    parser.addoption("--slow", action="store_true", help="also run the tests marked slow; CI=true means the same")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests marked slow, unless --slow, CI=true or an own marker expression asks for them."""
    if config.getoption("slow") or os.environ.get("CI") == "true" or "slow" in config.getoption("markexpr"):
        return
    slow = [item for item in items if item.get_closest_marker("slow")]
    if slow:
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if item not in slow]


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give the suite a home folder of its own, so that nothing of the person's is read or written."""
    home = tmp_path_factory.mktemp("家 home")
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        patch.setenv("USERPROFILE", str(home))
        patch.setenv("APPDATA", str(home / "AppData" / "Roaming"))
        patch.setenv("LOCALAPPDATA", str(home / "AppData" / "Local"))
        patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DOCUMENTS_DIR"):
            patch.delenv(name, raising=False)
        yield home
