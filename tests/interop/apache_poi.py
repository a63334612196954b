"""Apache POI (Java) as a judge: Debian's packages, and the few generated classes that they lack.

POI's relationship transform calls classes generated from two schemas (poi-ooxml-security) that Debian leaves out. They
are made here from the two elements concerned, by XMLBeans' own compiler.
"""

import contextlib
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.interop.judge import JudgeProblem, Opinion

_SOURCES = Path(__file__).with_name("poi")
_JARS = Path("/usr/share/java")
# For each jar that is needed the Debian package that has it.
_NEEDED = {
    "poi": "libapache-poi-java",
    "poi-ooxml": "libapache-poi-java",
    "poi-ooxml-schemas": "libapache-poi-java",
    "xmlbeans": "libxmlbeans-java",
    "xmlsec": "libxml-security-java",
    "bcpkix": "libbcpkix-java",
    "bcprov": "libbcprov-java",
    "bcutil": "libbcutil-java",
    "commons-collections4": "libcommons-collections4-java",
    "commons-compress": "libcommons-compress-java",
    "commons-codec": "libcommons-codec-java",
    "commons-math3": "libcommons-math3-java",
    "commons-logging": "libcommons-logging-java",
    "slf4j-api": "libslf4j-java",
    "slf4j-nop": "libslf4j-java",
}
_COMPILE = 120  # seconds; it takes 4
_START = 60  # seconds; it takes 1
_EACH = 5  # seconds a file; it takes 0.01


def what_is_missing() -> str:
    """Say why POI cannot be asked here, or return an empty text."""
    packages = {package for jar, package in _NEEDED.items() if not (_JARS / f"{jar}.jar").exists()}
    if shutil.which("java") is None or shutil.which("javac") is None:
        packages.add("openjdk-17-jdk-headless")
    return f"not installed: {' '.join(sorted(packages))}" if packages else ""


class ApachePoi:
    """POI with its missing classes. Use ``ready()``, which makes and removes them."""

    def __init__(self, folder: Path) -> None:
        """Compile what is needed into a folder."""
        jars = os.pathsep.join(str(_JARS / f"{jar}.jar") for jar in _NEEDED)
        generated, classes = folder / "generated.jar", folder / "classes"
        scratch = ["-d", folder / "binary", "-src", folder / "source", "-out", generated]
        compiler = ["-quiet", "-name", "yaodian", "-compiler", shutil.which("javac") or "javac"]
        schemas = sorted(_SOURCES.glob("*.xsd"))
        main = "org.apache.xmlbeans.impl.tool.SchemaCompiler"
        _run(["java", "-cp", jars, main, *compiler, *scratch, *schemas], _COMPILE)
        self._path = os.pathsep.join([str(classes), str(generated), jars])
        java = ["javac", "-nowarn", "-encoding", "UTF-8", "-cp", self._path, "-d", classes]
        _run([*java, _SOURCES / "AskPoi.java"], _COMPILE)

    def opinions(self, paths: Sequence[Path]) -> list[Opinion]:
        """Ask about files, in order. Many at once cost little more than one.

        Raises:
            JudgeProblem: it did not answer.
        """
        command = ["java", "-Xmx1g", "-Djava.awt.headless=true", "-cp", self._path, "AskPoi", *paths]
        output = _run(command, _START + _EACH * len(paths))
        found = [Opinion(**json.loads(line)) for line in output.splitlines()]
        if len(found) != len(paths):
            raise JudgeProblem(f"{len(found)} answers to {len(paths)} files")
        return found


@contextlib.contextmanager
def ready() -> Iterator[ApachePoi]:
    """Make POI ready, and remove all that was made for it at the end."""
    folder = Path(tempfile.mkdtemp(prefix="yaodian-poi-"))
    try:
        yield ApachePoi(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: Sequence[str | Path], patience: float) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in {"CLASSPATH", "_JAVA_OPTIONS"}}
    environment["LC_ALL"] = "C.UTF-8"  # else Java reads no Chinese file name
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=environment,
            timeout=patience,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise JudgeProblem(f"{command[0]} did not come back in {patience} s") from error
    if done.returncode:
        raise JudgeProblem(f"{command[0]}: exit {done.returncode}: {done.stderr[-800:]}")
    return done.stdout
