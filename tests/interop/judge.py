"""What the judges have in common: other programs whose opinion of our files we ask.

A judge that is missing never passes a test: in CI the test fails, elsewhere it is skipped with the reason in capitals.
"""

import os
from dataclasses import dataclass
from typing import NoReturn

import pytest


class JudgeProblem(Exception):
    """The judge was there but gave no opinion; says nothing about the file."""


@dataclass(frozen=True)
class Opinion:
    """What another program thinks of the signatures of one file.

    ``signer``: the SHA-256 of the certificate it names, in hexadecimal; ``error``: its own words where it could not
    read the file.
    """

    signed: bool
    valid: bool
    signer: str | None = None
    error: str | None = None


def missing(judge: str, what: str) -> NoReturn:
    """End the test that asked for a judge that is not there."""
    reason = f"NO VERDICT FROM {judge.upper()}: {what}. build/dev.py test installs it."
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
