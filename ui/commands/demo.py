"""``demo DIR``: play a first sitting through the real windows and leave its pictures and its return in a folder.

``--tree`` plays a year between a city, fourteen county-level units and three schools instead, without windows; what was
typed where stands in ``demo.json``, which ``--json`` prints too.
"""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from models.core.clock import SystemClock
from models.core.errors import from_os_error
from models.core.paths import Places
from models.core.safe_file import free_name, replace_file
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
    parser.add_argument(
        "--tree",
        action="store_true",
        help=translate("demo_command", "不开窗口，演一年：一个市、14 个县级单位、3 所学校，逐季上报、收表、审核、汇总"),
    )
    as_json = translate("demo_command", "和 --tree 一起：以 JSON 打印结果")
    parser.add_argument("--json", action="store_true", help=as_json)
    parser.add_argument("--show", action="store_true", help=translate("demo_command", "在屏幕上看着它做"))


def run(arguments: argparse.Namespace) -> int:
    """Play the demo; 0 only if everything on the screen was as it should be."""
    if arguments.tree:
        return _play_year(arguments.folder.absolute(), as_json=arguments.json)
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


def _play_year(folder: Path, *, as_json: bool) -> int:
    """Play a year between three levels into a folder that is empty or not there yet."""
    from ui.commands.demo_tree import play

    try:
        folder.mkdir(parents=True, exist_ok=True)
        busy = any(folder.iterdir())
    except OSError as error:
        raise from_os_error(error, folder) from error
    if busy:
        print(translate("demo_command", "文件夹里已有东西，请换一个空的文件夹。"), file=sys.stderr)
        return 2
    started = time.monotonic()
    told = play(folder)
    facts = told.as_json()
    replace_file(folder / "demo.json", json.dumps(facts, ensure_ascii=False, indent=1).encode())
    if as_json:
        print(json.dumps(facts, ensure_ascii=False, indent=1))
    else:
        text = translate("demo_command", "一年演完了，用时 {seconds} 秒。各期汇总表、通报和 demo.json 在 {folder}。")
        print(text.format(seconds=round(time.monotonic() - started), folder=folder))
    return 0


def _make_home(folder: Path) -> Path:
    """Make the folder, and in it a home of its own for this run, away from the person's own workspaces."""
    try:
        home = free_name(folder / "data")
        home.mkdir(parents=True)
    except OSError as error:
        raise from_os_error(error, folder) from error
    return home
