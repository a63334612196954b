"""``demo DIR``: play a first sitting through the real windows and leave its pictures and its return in a folder."""

import argparse
import sys
import time
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from models.core.clock import SystemClock
from models.core.errors import from_os_error
from models.core.paths import Places
from models.core.safe_file import free_name
from ui.session import Session
from ui.settings import Settings
from ui.theme import apply_theme, choose_scheme

translate = QCoreApplication.translate


def summary() -> str:
    """Say in one line what the command is for."""
    return QCoreApplication.translate("demo_command", "演示：自动走一遍填报、导出和校验，留下截图和填报表")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument(
        "folder",
        type=Path,
        metavar=translate("demo_command", "文件夹"),
        help=translate("demo_command", "放截图、填报表和 demo.json 的文件夹，没有就新建"),
    )
    parser.add_argument(
        "--theme",
        choices=("light", "dark"),
        default="light",
        help=translate("demo_command", "外观：light 浅色，dark 深色"),
    )
    parser.add_argument("--show", action="store_true", help=translate("demo_command", "在屏幕上看着它做"))


def run(arguments: argparse.Namespace) -> int:
    """Play the demo; 0 only if everything on the screen was as it should be."""
    from ui.demo.hand import DemoFailedError, Hand
    from ui.demo.sitting import Sitting

    folder = arguments.folder.absolute()
    home = _make_home(folder)
    application = cast(QApplication, QApplication.instance())
    choose_scheme(application, arguments.theme)
    apply_theme(application)
    unexpected: list[BaseException] = []
    caught_before = sys.excepthook
    sys.excepthook = lambda _kind, error, _trace: unexpected.append(error)
    places = Places(data=home, logs=home, documents=folder)
    session = Session(places=places, clock=SystemClock(), settings=Settings(home / "settings.json"))
    sitting = Sitting(folder, Hand(folder))
    started = time.monotonic()
    try:
        session.start(None)
        for step in (sitting.welcome, sitting.fill, sitting.export, sitting.verify):
            step()
        if session.window is not None:
            session.window.close()
        sitting.write()
    except DemoFailedError as failure:
        unexpected.insert(0, failure)
    finally:
        session.close()
        sys.excepthook = caught_before
    if unexpected:
        for error in unexpected:
            print(translate("demo_command", "演示没有走通：{reason}").format(reason=repr(error)), file=sys.stderr)
        return 1
    told = translate(
        "demo_command", "演示走通了，用时 {seconds} 秒。填报表 {file}，数据校验码 {code}，截图 {count} 张。"
    )
    seconds = round(time.monotonic() - started)
    pictures = len(sitting.pictures)
    print(told.format(seconds=seconds, file=sitting.file_name, code=sitting.check_code, count=pictures))
    return 0


def _make_home(folder: Path) -> Path:
    """Make the folder, and in it a home of its own for this run, away from the person's own workspaces."""
    try:
        home = free_name(folder / "data")
        home.mkdir(parents=True)
    except OSError as error:
        raise from_os_error(error, folder) from error
    return home
