"""Frozen records as JSON and back: the few types that plans are made of, each read as what it was declared to be."""

import dataclasses
import json
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any


def json_object(**members: str) -> str:
    """Join what is written already to a JSON object."""
    return "{" + ",".join(f'"{name}":{text}' for name, text in members.items()) + "}"


def json_text(value: object) -> str:
    """Write one of the few types that JSON has."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def plain(value: Any) -> object:
    """Spell a value in the few types that JSON has."""
    match value:
        case StrEnum():
            return value.value
        case date():  # datetime too
            return value.isoformat()
        case Decimal():
            return str(value)
        case tuple():
            return [plain(one) for one in value]
        case _ if dataclasses.is_dataclass(value):
            return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return value


def read_value(kind: Any, value: Any) -> Any:
    """Read a value of a declared type from what JSON gave.

    Raises:
        TypeError, ValueError, LookupError, ArithmeticError: it is none.
    """
    return _read(kind, value, {})


def _read(kind: Any, value: Any, hints: dict[type, Mapping[str, Any]]) -> Any:
    """Read a value of a declared type; ``hints`` remembers the fields of the classes that were met."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in {types.UnionType, typing.Union}:
        inner = next(one for one in arguments if one is not type(None))
        return None if value is None else _read(inner, value, hints)
    if origin is tuple:
        if not isinstance(value, list):
            raise TypeError("not a list")
        kinds = [arguments[0]] * len(value) if arguments[-1] is Ellipsis else arguments
        return tuple(_read(one, each, hints) for one, each in zip(kinds, value, strict=True))
    if dataclasses.is_dataclass(kind):
        return _read_record(kind, value, hints)
    if kind in {date, datetime}:
        return kind.fromisoformat(value)
    if kind is Decimal or (isinstance(kind, type) and issubclass(kind, StrEnum)):
        return kind(value)
    if not isinstance(value, kind):
        raise TypeError(f"not {kind.__name__}")
    return value


def _read_record(kind: Any, value: Any, hints: dict[type, Mapping[str, Any]]) -> Any:
    if not isinstance(value, dict):
        raise TypeError("not a record")
    if kind not in hints:
        hints[kind] = typing.get_type_hints(kind)
    return kind(**{name: _read(hints[kind][name], one, hints) for name, one in value.items()})
