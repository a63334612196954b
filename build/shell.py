"""The only door from the build scripts to the machine: what it is, starting programs, saying what happens.

Everything in ``build/`` is handed a ``Shell`` and a ``Machine``, so that a test can count what is started and be a
machine that it does not run on.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Machine:
    """What decides how a checkout gets ready. ``debian`` means that dpkg and apt-get are there."""

    windows: bool
    root: bool
    debian: bool

    @staticmethod
    def here() -> "Machine":
        """Look at the machine that this runs on; starts nothing."""
        windows = os.name == "nt"
        dpkg = shutil.which("dpkg-query", path=system_path())
        debian = not windows and dpkg is not None and Path("/usr/bin/apt-get").exists()
        return Machine(windows=windows, root=not windows and os.geteuid() == 0, debian=debian)


@dataclass(frozen=True, slots=True)
class Answer:
    """How a program ended and what it printed, standard error included."""

    code: int
    output: str


class Shell:
    """Starts programs one at a time and prints what goes on."""

    def say(self, line: str) -> None:
        """Print one line at once, so that it stands before what a started program prints."""
        print(line, flush=True)

    def run(self, command: Sequence[str], *, folder: Path | None = None, more: Mapping[str, str] | None = None) -> int:
        """Start a program whose output the person sees, wait for it, and return its exit code.

        Args:
            command: the program and its arguments.
            folder: where it works; the person's own folder if none is given.
            more: environment variables on top of ``environment()``.
        """
        try:
            return subprocess.run(command, cwd=folder, env=environment() | dict(more or {}), check=False).returncode
        except OSError as error:
            self.say(f"{command[0]}: {error.strerror}")
            return 127

    def hand_over(self, command: Sequence[str]) -> int:
        """Become a program, so that whoever ends this process ends that program; Windows can only wait for it."""
        sys.stdout.flush()
        if os.name == "nt":
            return self.run(command)
        try:
            os.execve(command[0], list(command), environment())
        except OSError as error:
            self.say(f"{command[0]}: {error.strerror}")
        return 127

    def ask(
        self, command: Sequence[str], *, folder: Path | None = None, more: Mapping[str, str] | None = None
    ) -> Answer:
        """Start a program quietly and return what it printed; a program that cannot be started answers 127."""
        try:
            done = subprocess.run(
                command,
                cwd=folder,
                env=environment() | dict(more or {}),
                check=False,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
            )
        except OSError as error:
            return Answer(127, f"{command[0]}: {error.strerror}")
        return Answer(done.returncode, done.stdout)


def environment() -> dict[str, str]:
    """Return the environment for started programs: the person's own, with UTF-8 output and no foreign Python paths."""
    variables = {name: value for name, value in os.environ.items() if name not in {"PYTHONHOME", "PYTHONPATH"}}
    variables["PYTHONIOENCODING"] = "utf-8"
    if os.name != "nt":
        named = variables.get("LC_ALL") or variables.get("LC_CTYPE") or variables.get("LANG") or "C"
        if "utf" not in named.lower():
            variables["LC_ALL"] = "C.UTF-8"  # Qt reads file names with it, and warns about anything else
    return variables


def system_path() -> str:
    """Return PATH with the system's own folders in it: dpkg refuses to work where ``sbin`` is missing."""
    return os.pathsep.join(
        [os.environ.get("PATH", os.defpath), "/usr/local/sbin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"]
    )


def speak_utf8() -> None:
    """Print Chinese paths whatever the language of the system is."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
