"""What a name of a unit or a person must be."""

from typing import Final

from models.core.texts import clean_name
from models.store.problems import NameMissing, NameTooLong

MAX_NAME: Final = 100  # characters
MAX_CODE: Final = 64


def checked_name(text: str, *, what: str, limit: int = MAX_NAME, may_be_blank: bool = False) -> str:
    """Return the name in its one form.

    Raises:
        NameMissing: it is blank and must not be.
        NameTooLong: it has more than ``limit`` characters.
    """
    name = clean_name(text)
    if not name and not may_be_blank:
        raise NameMissing(what)
    if len(name) > limit:
        raise NameTooLong(what, len(name), limit)
    return name
