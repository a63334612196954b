#!/usr/bin/env python3
"""The one command of a developer: it sets the checkout up, then runs, tests, measures or packages the program.

    python3 build/dev.py run | test | bench | package   [--help]   [arguments of main.py, pytest, the benches ...]

This file is read by whatever Python is started, however old, so it holds nothing but the check of that Python.
What the verbs do stands in ``verbs.py``, how the checkout gets ready in ``set_up.py``.
"""

import os
import sys

OLDEST = (3, 11)


def refusal(version: "tuple[int | str, ...]") -> "str | None":
    """Say why a Python is too old, or nothing. Written for old Pythons: quoted types, no f-strings."""
    if tuple(version[:2]) >= OLDEST:
        return None
    found = ".".join(str(part) for part in version[:2])
    wanted = ".".join(str(part) for part in OLDEST)
    return "This needs Python " + wanted + " or newer, but was started with " + found + " (" + sys.executable + ")."


def main() -> int:
    """Refuse an old Python; else hand over to the verbs."""
    sentence = refusal(sys.version_info)
    if sentence:
        sys.stderr.write(sentence + "\n")
        return 1
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - for old Pythons too
    import verbs

    return verbs.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
