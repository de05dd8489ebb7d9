"""Frozen dataclasses as JSON and back: every field by its type, and nothing that is not a field. No database.

A dataclass that grows is carried whole by itself. What a file lacks gets its default; what it has too much is refused,
because it would be lost.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints
from uuid import UUID

PLAIN = (str, int, float, bool, NoneType)


class Misfit(ValueError):
    """Where something is, what was found there and what was expected."""

    def __init__(self, path: str, found: object, expected: str) -> None:
        super().__init__(f"{path or 'het begin'}: gevonden {_called(found)}, verwacht {expected}")


def to_plain(value: Any) -> Any:
    """Return what JSON can hold."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [to_plain(each) for each in value]
    if isinstance(value, (UUID, StrEnum)):
        return str(value)
    if isinstance(value, PLAIN):
        return value
    raise TypeError(f"{type(value).__name__} has no place in the file; use text, numbers, UUIDs, enums or dataclasses")


def from_plain(kind: Any, value: Any, path: str = "") -> Any:
    """Return the value as this type. Raises Misfit."""
    if get_origin(kind) is UnionType:
        kinds = get_args(kind)
        return None if value is None and NoneType in kinds else from_plain(kinds[0], value, path)
    if get_origin(kind) is tuple:
        if not isinstance(value, list):
            raise Misfit(path, value, "een lijst")
        return tuple(from_plain(get_args(kind)[0], each, f"{path}[{at}]") for at, each in enumerate(value))
    if is_dataclass(kind):
        return _object(kind, value, path)
    if kind in {UUID, str} or (isinstance(kind, type) and issubclass(kind, StrEnum)):
        return _text(kind, value, path)
    if type(value) is not kind and not (kind is float and type(value) is int):
        raise Misfit(path, value, EXPECTED[kind])
    return value


EXPECTED = {int: "een heel getal", float: "een getal", bool: "true of false", str: "een tekst", UUID: "een UUID"}


def _text(kind: Callable[[str], Any], value: Any, path: str) -> Any:
    expected = EXPECTED.get(kind) or f"een van {', '.join(map(str, kind))}"  # type: ignore[call-overload]
    if not isinstance(value, str):
        raise Misfit(path, value, expected)
    try:
        return kind(value)
    except ValueError as error:
        raise Misfit(path, value, expected) from error


def _object(kind: Any, value: Any, path: str) -> Any:
    if not isinstance(value, dict):
        raise Misfit(path, value, "een object")
    known, hints = _known(kind)
    if unknown := sorted(value.keys() - known.keys()):
        raise Misfit(f"{path}.{unknown[0]}".lstrip("."), value[unknown[0]], "niets; dit veld kennen wij niet")
    given = {}
    for name, field in known.items():
        at = f"{path}.{name}".lstrip(".")
        if name in value:
            given[name] = from_plain(hints[name], value[name], at)
        elif _is_required(field):
            raise Misfit(at, None, "een waarde")
    return kind(**given)


@cache
def _known(kind: Any) -> tuple[dict[str, "Field[Any]"], dict[str, Any]]:
    return {field.name: field for field in fields(kind)}, get_type_hints(kind)


def _is_required(field: "Field[Any]") -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _called(found: object) -> str:
    return "niets" if found is None else f"‘{str(found)[:40]}’"
