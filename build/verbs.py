"""What a developer can ask for: run, test, bench, package. Each makes the checkout ready first, then does one thing.

``--help`` right after a verb is answered here; everything else goes through to the program that does the work.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import set_up
from shell import Machine, Shell, speak_utf8

USAGE = """\
usage: dev.py VERB [--help] [arguments]

  run       open the window with the bundled plan, or run one sub-command of main.py
  test      lint, types and the tests, offscreen
  bench     measure the program against named references
  package   build the program that needs no Python, under dist/

The first start makes .venv and installs what is missing; later ones do nothing of that."""

HELP = {
    "run": """\
usage: dev.py run [arguments of main.py]

Starts main.py in the folder you are in. Without arguments it opens the window.
  dev.py run plan FILE          dev.py run demo DIR          dev.py run --language en
  dev.py run -- --help          main.py's own help""",
    "test": """\
usage: dev.py test [--slow] [arguments of pytest]

Runs ruff check, ruff format --check, mypy and then pytest, all of them even if one fails, in the folder of the
checkout. Ends with pytest's closing line and with the exit code of the first that failed.
  --slow                        also the tests marked slow; CI=true in the environment means the same
  dev.py test tests/rules -k x  the tests named, after the same lint""",
    "bench": """\
usage: dev.py bench [arguments]

Measures each job beside its reference, in turns, and prints one table.
  --json OUT                    writes the figures to a file as well
  dev.py bench -- --help        which measures there are""",
    "package": """\
usage: dev.py package [arguments of PyInstaller]

Builds dist/yaodian/ from build/yaodian.spec; what lies there starts without Python.
  --distpath DIR                somewhere else than dist/""",
}

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments say, on this machine, with this checkout; return the exit code."""
    speak_utf8()
    try:
        return perform(arguments, ROOT, Shell(), Machine.here())
    except KeyboardInterrupt:
        return 130


def perform(arguments: Sequence[str], root: Path, shell: Shell, machine: Machine) -> int:
    """Do one verb.

    Args:
        arguments: the verb and what follows it.
        root: the folder of the checkout.
        shell: starts programs and says what happens.
        machine: decides what has to be installed, and how.
    """
    verb, *rest = arguments or [""]
    if verb in {"-h", "--help"}:
        shell.say(USAGE)
        return 0
    if verb not in HELP:
        shell.say(USAGE)
        return 2
    if rest[:1] in (["-h"], ["--help"]):
        shell.say(HELP[verb])
        return 0
    if rest[:1] == ["--"]:
        del rest[0]
    checkout = set_up.Checkout(root, machine.windows)
    jobs = {"run": set_up.RUN, "test": set_up.TEST}
    try:
        set_up.make_ready(checkout, jobs.get(verb, set_up.BUILD), shell, machine)
    except set_up.SetUpProblem as problem:
        shell.say(str(problem))
        return 1
    return _VERBS[verb](checkout, shell, rest)


def _run(checkout: set_up.Checkout, shell: Shell, arguments: Sequence[str]) -> int:
    return shell.hand_over([str(checkout.python), str(checkout.root / "main.py"), *arguments])


def _test(checkout: set_up.Checkout, shell: Shell, arguments: Sequence[str]) -> int:
    python = [str(checkout.python), "-m"]
    first_failure = 0
    for name, command in {
        "ruff check": ["ruff", "check", "."],
        "ruff format --check": ["ruff", "format", "--check", "."],
        "mypy": ["mypy"],
    }.items():
        shell.say(f"{name} …")
        code = shell.run([*python, *command], folder=checkout.root)
        if code:
            shell.say(f"{name} FAILED ({code}); going on")
        first_failure = first_failure or code
    code = shell.run([*python, "pytest", *arguments], folder=checkout.root, more={"QT_QPA_PLATFORM": "offscreen"})
    return first_failure or code


def _bench(checkout: set_up.Checkout, shell: Shell, arguments: Sequence[str]) -> int:
    command = [str(checkout.python), str(checkout.root / "tests" / "bench"), *arguments]
    return shell.run(command, more={"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(checkout.root)})


def _package(checkout: set_up.Checkout, shell: Shell, arguments: Sequence[str]) -> int:
    work = checkout.root / ".work"
    # PyInstaller's own default for its work folder is ./build, which holds our sources.
    folders = ["--workpath", str(work / "pyinstaller"), "--distpath", str(checkout.root / "dist")]
    spec = str(checkout.root / "build" / "yaodian.spec")
    # Given arguments come last, so that they win. A relative path in them is meant from where the person is.
    command = [
        str(checkout.python),
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--log-level",
        "WARN",
        *folders,
        *arguments,
        spec,
    ]
    shell.say("Packaging (a minute or two) …")
    return shell.run(command, more={"PYINSTALLER_CONFIG_DIR": str(work / "pyinstaller-cache"), "PYTHONHASHSEED": "1"})


_VERBS: dict[str, Callable[[set_up.Checkout, Shell, Sequence[str]], int]] = {
    "run": _run,
    "test": _test,
    "bench": _bench,
    "package": _package,
}
