"""What a name of a unit or a person must be. The schema allows more; this is what is let in."""

from typing import Final

from models.core.texts import MAX_UNIT_CODE, MAX_UNIT_NAME, clean_name, clean_unit
from models.store.problems import NameMissing, NameTooLong

MAX_NAME: Final = 100  # characters of a person's name


def checked_name(text: str, *, what: str) -> str:
    """Return a person's name in its one form.

    Raises:
        NameMissing: it is blank.
        NameTooLong: it has more than 100 characters.
    """
    return _checked(clean_name(text), what=what, limit=MAX_NAME)


def checked_unit_name(text: str) -> str:
    """Return a unit's name in its one form, which is short enough for a certificate.

    Raises:
        NameMissing, NameTooLong: it is blank, or has more than 64 characters.
    """
    return _checked(clean_unit(text), what="unit", limit=MAX_UNIT_NAME)


def checked_unit_code(text: str) -> str:
    """Return a unit's code in its one form; it may be blank until a superior gives one.

    Raises:
        NameTooLong: it has more than 32 characters.
    """
    code = clean_unit(text)
    return _checked(code, what="unit_code", limit=MAX_UNIT_CODE) if code else ""


def checked_words(text: str, *, what: str, limit: int) -> str:
    """Return a few words about a unit in their one form; they may be blank.

    Raises:
        NameTooLong: they have more than ``limit`` characters.
    """
    words = clean_name(text)
    return _checked(words, what=what, limit=limit) if words else ""


def _checked(name: str, *, what: str, limit: int) -> str:
    if not name:
        raise NameMissing(what)
    if len(name) > limit:
        raise NameTooLong(what, len(name), limit)
    return name
