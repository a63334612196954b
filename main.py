"""要点填报: the arguments, then the window or one command."""

import io
import sys
from collections.abc import Sequence


def main(words: Sequence[str]) -> int:
    """Open the window, or run the sub-command that is named; return the exit code."""
    # A program without a terminal, or whose output was closed, has no streams; what it prints goes nowhere.
    sys.stdout, sys.stderr = (stream or io.StringIO() for stream in (sys.stdout, sys.stderr))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    from ui.commands import run

    if run.names_command(words):
        return run.run_command(words)
    arguments = run.window_arguments(words)
    from ui.app import run_window

    return run_window(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
