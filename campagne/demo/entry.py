"""Reading a table of a TOML file into a frozen dataclass, or refusing it with file, key, found and expected."""

import dataclasses
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, ClassVar, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")
PLAIN_KINDS = {str: "tekst", int: "een geheel getal", bool: "true of false", date: "een datum, zoals 2026-11-24"}


class BadEntry(ValueError):
    """A file of the demo says something that cannot be."""

    def __init__(self, where: str, found: Any, expected: str) -> None:
        super().__init__(f"{where}: gevonden {found!r}, verwacht {expected}.")


class Variety:
    """A table of which one key says what it is.

    `class Block(Variety, told_by="block")` names the key, `class Text(Block, kind="text")` a value of it.
    """

    told_by: ClassVar[str]
    kinds: ClassVar[dict[str, type]]

    def __init_subclass__(cls, *, told_by: str = "", kind: str = "") -> None:
        if told_by:
            cls.told_by, cls.kinds = told_by, {}
        else:
            cls.kinds[kind] = cls


def read_file(kind: type[T], file: Path) -> T:
    """Read a whole file as one entry."""
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadEntry(file.name, str(error), "een goed TOML-bestand") from error
    return read(kind, table, file.name)


def read(kind: type[T], table: Any, where: str) -> T:
    """Read one table. Raises BadEntry for a missing or unknown key and for a value of another type."""
    if not isinstance(table, Mapping):
        raise BadEntry(where, table, "een tabel")
    if "told_by" in vars(kind):
        kind, table = _told(kind, table, where)
    fields = {field.name: field for field in dataclasses.fields(kind)}  # type: ignore[arg-type]
    for name in table.keys() - fields.keys():
        raise BadEntry(where, name, f"alleen {', '.join(fields)}")
    hints = get_type_hints(kind)
    values = {}
    for name, field in fields.items():
        if name in table:
            values[name] = _value(hints[name], table[name], f"{where}, {name}")
        elif field.default is dataclasses.MISSING:
            raise BadEntry(f"{where}, {name}", None, "een waarde")
    return kind(**values)


def _told(kind: Any, table: Mapping[str, Any], where: str) -> tuple[Any, Mapping[str, Any]]:
    name = table.get(kind.told_by)
    if name not in kind.kinds:
        raise BadEntry(f"{where}, {kind.told_by}", name, f"een van {', '.join(kind.kinds)}")
    return kind.kinds[name], {key: value for key, value in table.items() if key != kind.told_by}


def _value(hint: Any, found: Any, where: str) -> Any:
    if get_origin(hint) is UnionType:
        hint = next(choice for choice in get_args(hint) if choice is not NoneType)
    if get_origin(hint) is tuple:
        if not isinstance(found, list):
            raise BadEntry(where, found, "een lijst")
        inner = get_args(hint)[0]
        return tuple(_value(inner, item, f"{where} {number}") for number, item in enumerate(found, start=1))
    if hint not in PLAIN_KINDS:
        return read(hint, found, where)
    if type(found) is not hint:
        raise BadEntry(where, found, PLAIN_KINDS[hint])
    return found.strip() if hint is str else found
