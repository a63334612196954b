"""One sub-command from its words to its exit code: language, arguments, errors as one sentence."""

import argparse
import importlib
import logging
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, Protocol

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler

from models.core.errors import Cancelled, EnvironmentProblem, UserError, from_os_error
from models.core.paths import user_places
from ui.language import LANGUAGES, choose_language, speak, system_locale
from ui.messages import print_error
from ui.settings import SETTINGS_FILE, load_settings
from ui.version import VERSION

COMMANDS = ("plan", "assign", "take-in", "collect", "receipt", "export", "verify", "identity", "trust", "demo")
WINDOWED = {"demo"}
BROKEN_PIPE = 141  # what a shell reports for a program that SIGPIPE ended
INTERRUPTED = 130
OUR_FAULT = 3

translate = QCoreApplication.translate


class Command(Protocol):
    """What a module of this package must have."""

    def summary(self) -> str:
        """Say in one line what the command is for."""
        ...

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own arguments."""
        ...

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it and return the exit code."""
        ...


class _VoicelessError(Exception):
    """The arguments are wrong, and there is no application yet that knows the reader's language."""


class Parser(argparse.ArgumentParser):
    """A parser whose own words are in the reader's language."""

    def __init__(self, **options: object) -> None:
        """Take what ArgumentParser takes."""
        super().__init__(add_help=False, **options)  # type: ignore[arg-type]
        self._positionals.title = translate("commands", "参数")
        self._optionals.title = translate("commands", "选项")
        self.add_argument("-h", "--help", action="help", help=translate("commands", "显示这份说明"))

    def format_usage(self) -> str:
        """Begin with the reader's word for usage."""
        return super().format_usage().replace("usage: ", translate("commands", "用法：") + " ", 1)

    def format_help(self) -> str:
        """Begin with the reader's word for usage."""
        return super().format_help().replace("usage: ", translate("commands", "用法：") + " ", 1)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments and leave with 2."""
        if QCoreApplication.instance() is None:
            raise _VoicelessError
        self.exit(2, f"{_explain_usage(message)}\n{self.format_usage()}")


def add_language(parser: argparse.ArgumentParser, **options: object) -> None:
    """Add ``--language``."""
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        help=translate("commands", "界面语言：zh 中文，en 英文"),
        **options,  # type: ignore[arg-type]
    )


def window_arguments(words: Sequence[str]) -> argparse.Namespace:
    """Read the arguments of the window, or leave with what is wrong with them.

    Raises:
        SystemExit: they are wrong, or ask for the version only.
    """
    try:
        return _window_parser().parse_args(words)
    except _VoicelessError:
        # There will be no window, so this application is not in the way of the window's.
        qInstallMessageHandler(_on_qt_message)
        application = QCoreApplication(["yaodian"])
        _speak(application, words)
        return _window_parser().parse_args(words)


def _window_parser() -> argparse.ArgumentParser:
    parser = Parser(prog="main.py")
    add_window_arguments(parser)
    parser.add_argument(
        "file",
        nargs="?",
        metavar=translate("commands", "打开的文件"),
        help=translate("commands", "工作区、任务下达表、审核回执或填报表；双击文件时就是它"),
    )
    return parser


def run_command(words: Sequence[str]) -> int:
    """Run the sub-command that the words name, or print the help that they ask for."""
    # What Qt has to say, of a terminal's locale for one, belongs in no command's output.
    before = qInstallMessageHandler(_on_qt_message)
    try:
        application = _application(words)
        _speak(application, words)
        code = _run(words)
    except BrokenPipeError:
        # Python would complain again when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        qInstallMessageHandler(before)
    return code


def _run(words: Sequence[str]) -> int:
    arguments = make_parser().parse_args(words)
    try:
        code = load(arguments.command).run(arguments)
        sys.stdout.flush()
    except (UserError, EnvironmentProblem, Cancelled) as error:
        print_error(error, sys.stderr)
        return 2
    except BrokenPipeError:
        raise
    except OSError as error:  # the disk that the output goes to is full
        print_error(from_os_error(error, Path(sys.stdout.name)), sys.stderr)
        return 2
    except Exception as error:  # noqa: BLE001  the last door: whatever it is, the person gets a sentence
        print_error(error, sys.stderr)
        return OUR_FAULT
    return int(code)


def make_parser() -> argparse.ArgumentParser:
    """Make the parser of everything that the program understands, for help and for sub-commands."""
    parser = Parser(
        prog="main.py",
        description=translate("commands", "要点填报：把工作要点变成任务，逐期填报进展，导出签名的填报表。"),
        epilog=translate("commands", "不带参数运行就打开窗口。各命令的用法：main.py 命令 --help"),
    )
    add_window_arguments(parser)
    commands = parser.add_subparsers(
        title=translate("commands", "命令"), dest="command", metavar=translate("commands", "命令"), required=True
    )
    for name in COMMANDS:
        command = load(name)
        own = commands.add_parser(name, help=command.summary(), description=command.summary())
        add_language(own, default=argparse.SUPPRESS)
        command.configure(own)
    return parser


def add_window_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the window understands."""
    parser.add_argument("--version", action="version", version=f"yaodian {VERSION}", help=_version_help())
    parser.add_argument(
        "--workspace",
        metavar=translate("commands", "文件"),
        help=translate("commands", "打开这个工作区；没有就新建"),
    )
    add_language(parser)
    parser.add_argument(
        "--theme",
        choices=("light", "dark", "system"),
        help=translate("commands", "外观：light 浅色，dark 深色，system 跟随系统"),
    )


def names_command(words: Sequence[str]) -> bool:
    """Tell whether the words ask for a sub-command or for help, and so for no window."""
    return any(word in COMMANDS or word in {"-h", "--help"} for word in words)


def load(name: str) -> Command:
    """Import one command; the others, and what they need, stay out of memory."""
    if name not in COMMANDS:
        raise ValueError(f"no such command: {name}")
    command: Command = importlib.import_module(f"ui.commands.{name.replace('-', '_')}")
    return command


def _speak(application: QCoreApplication, words: Sequence[str]) -> None:
    remembered = load_settings(user_places().data / SETTINGS_FILE).language
    asked = _asked_language(words)
    speak(application, choose_language(asked=asked, remembered=remembered, system=system_locale()))


def _on_qt_message(_: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").debug("%s: %s", context.category or "default", message)


def _application(words: Sequence[str]) -> QCoreApplication:
    """Make the application: without a display, but for the demo, which plays in windows that nobody has to see."""
    existing = QCoreApplication.instance()
    if existing is not None:
        return existing
    if not any(word in WINDOWED for word in words):
        return QCoreApplication(["yaodian"])
    if "--show" not in words:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.app import make_application

    return make_application()


def _version_help() -> str:
    return translate("commands", "显示版本号")


def _asked_language(words: Sequence[str]) -> str:
    """Find ``--language`` before there is a parser, whose own words depend on it."""
    for at, word in enumerate(words):
        if word.startswith("--language="):
            return word.partition("=")[2]
        if word == "--language" and at + 1 < len(words):
            return words[at + 1]
    return ""


def _explain_usage(message: str) -> str:
    patterns = {
        r"the following arguments are required: (?P<what>.+)": translate("commands", "缺少参数：{what}"),
        r"unrecognized arguments: (?P<what>.+)": translate("commands", "不认识的参数：{what}"),
        r"argument (?P<what>.+): invalid choice: .*choose from (?P<rest>.+)\)": translate(
            "commands", "{what} 只能是：{rest}"
        ),
        r"argument (?P<what>.+): expected .*": translate("commands", "{what} 后面缺少内容"),
        r"argument (?P<what>.+): invalid .* value: (?P<rest>.+)": translate("commands", "{what} 的值不对：{rest}"),
    }
    for pattern, text in patterns.items():
        match = re.fullmatch(pattern, message)
        if match:
            return text.format(**match.groupdict())
    return translate("commands", "参数有误：{what}").format(what=message)
