"""LibreOffice as a judge: one of its own, without a window, asked over a private pipe, and ended by its process id."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.interop.judge import JudgeProblem, Opinion

_SYSTEM_PYTHON = Path("/usr/bin/python3")  # the one that python3-uno belongs to
_START = 90  # seconds; a first start on a busy machine takes 10
_EACH = 5  # seconds a file; it takes 0.02
_GOODBYE = 10  # seconds to end by itself; it takes 0.3
_WENT_AWAY = 4  # the script's exit code


def what_is_missing() -> str:
    """Say why LibreOffice cannot be asked here, or return an empty text."""
    if shutil.which("soffice") is None:
        return "libreoffice-calc is not installed"
    if not _SYSTEM_PYTHON.exists():
        return f"{_SYSTEM_PYTHON} does not exist"
    try_uno = subprocess.run([_SYSTEM_PYTHON, "-c", "import uno"], capture_output=True, env=_environment(), check=False)
    return "python3-uno is not installed" if try_uno.returncode else ""


class LibreOffice:
    """A running LibreOffice with a profile of its own. Use ``running()``, which ends it."""

    def __init__(self, folder: Path) -> None:
        """Start it; ``folder`` is its home, profile and temporary folder."""
        self._folder = folder
        self._pipe = ""
        self._process = self._start()

    def opinions(self, paths: Sequence[Path]) -> list[Opinion]:
        """Ask about files, in order. Many at once cost little more than one.

        A file over which LibreOffice ends (there are some) gets that as its opinion, and another one is started.

        Raises:
            JudgeProblem: it did not answer.
        """
        found: list[Opinion] = []
        while len(found) < len(paths):
            if self._process.poll() is not None:
                self._process = self._start()
            rest = paths[len(found) :]
            done = self._ask(*rest, seconds=_START, patience=_START + 10 + _EACH * len(rest))
            found += [Opinion(**json.loads(line)) for line in done.stdout.splitlines()]
            if done.returncode == _WENT_AWAY:
                found.append(Opinion(signed=False, valid=False, error="LibreOffice ended over this file"))
                self._kill()
            elif done.returncode:
                raise JudgeProblem(f"exit {done.returncode} after {len(found)} of {len(paths)}: {done.stderr[-500:]}")
        return found

    def end(self) -> None:
        """End the processes that were started here, and no others."""
        if self._process.poll() is None:  # asked politely first: killed, it leaves its sockets behind
            self._ask("--end", seconds=_GOODBYE, patience=_GOODBYE + 5)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(_GOODBYE)
        self._kill()

    def _kill(self) -> None:
        # LibreOffice's sockets are in /tmp whatever TMPDIR says, and stay there if it is killed.
        Path(f"/tmp/OSL_PIPE_{os.getuid()}_{self._pipe}").unlink(missing_ok=True)  # noqa: S108
        for number in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, number)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(10)
                return

    def _ask(self, *arguments: str | Path, seconds: float, patience: float) -> "subprocess.CompletedProcess[str]":
        """Run the script that talks to LibreOffice; one that does not come back in time counts as exit code -1."""
        script = Path(__file__).with_name("ask_libreoffice.py")
        command = [_SYSTEM_PYTHON, script, self._pipe, str(seconds), *arguments]
        try:
            return subprocess.run(
                command,
                capture_output=True,
                text=True,
                encoding="utf-8",
                env=_environment(self._folder),
                timeout=patience,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(command, -1, "", f"no answer in {patience} s")

    def _start(self) -> subprocess.Popen[bytes]:
        self._pipe = f"yaodian{uuid.uuid4().hex}"
        profile = (self._folder / "profile").as_uri()
        options = ["--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck"]
        return subprocess.Popen(
            ["soffice", *options, f"-env:UserInstallation={profile}", f"--accept=pipe,name={self._pipe};urp;"],
            env=_environment(self._folder),
            cwd=self._folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # its process id is then the id of the whole group
        )


@contextlib.contextmanager
def running() -> Iterator[LibreOffice]:
    """Start LibreOffice, and end it and remove all it left at the end."""
    folder = Path(tempfile.mkdtemp(prefix="yaodian-libreoffice-"))
    try:
        office = LibreOffice(folder)
        try:
            yield office
        finally:
            office.end()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _environment(home: Path | None = None) -> dict[str, str]:
    """Return an environment without the virtual environment's Python, and with a home of its own."""
    foreign = ("PYTHON", "VIRTUAL_ENV", "LD_", "UNO_", "URE_", "QT_", "DISPLAY", "WAYLAND_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    if home is not None:
        own = {"HOME": str(home), "TMPDIR": str(home), "MOZILLA_CERTIFICATE_FOLDER": f"sql:{home}"}
        kept |= own | {"LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
    return kept
