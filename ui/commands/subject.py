"""What a command with several actions is about: some need it, the others have no use for it."""

import argparse


def require_subject(arguments: argparse.Namespace, given: object, *, wanted: bool, name: str) -> None:
    """See to it that what an action is about is named just where it is wanted.

    Args:
        arguments: of a parser that set ``refuse`` to its own way of refusing.
        given: what was named, or None or blank.
        wanted: whether the action is about anything.
        name: what the parser calls it.

    Raises:
        SystemExit: it isn't; said with the usage, as for any other wrong argument.
    """
    if wanted and not given:
        arguments.refuse(f"the following arguments are required: {name}")
    elif given and not wanted:
        arguments.refuse(f"unrecognized arguments: {given}")
