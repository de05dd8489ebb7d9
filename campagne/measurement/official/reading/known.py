"""What we know before a file is read: our indicators, what their columns may be called, and our areas."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

Path = tuple[str, ...]
"""The titles above and of a column, from outside in, each in its plain form."""
BETWEEN = ">"
# What stands behind a name to say what kind of area it is, and before its code.
LEVELS = {"nl": "country", "ld": "part", "pv": "province", "gm": "municipality", "bt": "team"}
COUNTRY_CODES = frozenset({"nl00", "nl01"})

_KIND_BEHIND = re.compile(r"\s*\(([a-z]{2})\)$")
_KIND_BEFORE = re.compile(r"^(?:politie[- ])?basisteam\s+")
_CODE = re.compile(r"([a-z]{2})[0-9]{2,8}")


@dataclass(frozen=True)
class KnownIndicator:
    slug: str
    name: str
    table: str
    paths: tuple[Path, ...]
    is_percentage: bool
    is_count: bool = False
    first_year: int | None = None
    last_year: int | None = None

    def holds_in(self, year: int) -> bool:
        return (self.first_year or year) <= year <= (self.last_year or year)


@dataclass(frozen=True)
class KnownRegion:
    """`level` as a Level of the register; `code` may be empty."""

    name: str
    level: str
    code: str = ""


@dataclass(frozen=True)
class Known:
    """`today` tells which years and months have ended: of others there can be no figure."""

    indicators: Sequence[KnownIndicator]
    regions: Sequence[KnownRegion]
    today: date

    @cached_property
    def by_path(self) -> dict[Path, KnownIndicator]:
        return {path: indicator for indicator in self.indicators for path in indicator.paths}

    def region(self, label: str, code: str = "") -> KnownRegion | None:
        """The area with this name or code; None when neither is ours, or when its kind is another one."""
        code = plain(code)
        name, kind = _name_and_kind(label)
        if found := self._by_code(code) or self._by_code(name):
            return found
        kind = kind or (code[:2] if _CODE.fullmatch(code) else "")
        same = [region for region in self.regions if _name_and_kind(region.name)[0] == name]
        fitting = [region for region in same if not kind or LEVELS.get(kind) == region.level]
        return fitting[0] if len(fitting) == 1 else None

    def _by_code(self, code: str) -> KnownRegion | None:
        if code in COUNTRY_CODES:
            return next((region for region in self.regions if region.level == LEVELS["nl"]), None)
        return next((region for region in self.regions if code and plain(region.code) == code), None)


def plain(text: str) -> str:
    """Return a title or name as it is compared: small letters, one space between words, no space around it."""
    return " ".join(unicodedata.normalize("NFKC", text).replace("’", "'").casefold().split())


def path_of(text: str) -> Path:
    """Read "kop > titel" as somebody writes it with an indicator."""
    return tuple(filter(None, map(plain, text.split(BETWEEN))))


def _name_and_kind(label: str) -> tuple[str, str]:
    """The bare name, and the letters that say what it is: "limburg" and "pv"."""
    name = plain(label)
    if behind := _KIND_BEHIND.search(name):
        return name[: behind.start()], behind[1]
    if before := _KIND_BEFORE.match(name):
        return name[before.end() :], "bt"
    return name, ""
