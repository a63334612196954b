"""How a secret can be tied to the account of a user: the shape that each system's own way has."""

from typing import Protocol


class WrappingFailed(Exception):
    """The system would not wrap or unwrap the secret."""


class Wrapping(Protocol):
    """How the system ties a secret to an account."""

    name: str

    def wrap(self, secret: bytes) -> bytes:
        """Return what may be stored."""
        ...

    def unwrap(self, stored: bytes) -> bytes:
        """Return the secret, or raise WrappingFailed."""
        ...
