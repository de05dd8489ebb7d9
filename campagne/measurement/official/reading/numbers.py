"""Numbers as an office writes them, with its signs for what is no number."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

MOST = Decimal(10) ** 10
DECIMALS = Decimal("0.0001")
UNKNOWN = frozenset({".", "x", "..", "…"})
COMMA, POINT = ",", "."
OTHER = {COMMA: POINT, POINT: COMMA}

_STARS = re.compile(r"\s*\*{1,2}$")
_GROUPED = {
    COMMA: re.compile(r"[-−]?(?:[0-9]{1,3}(?:[. ][0-9]{3})+|[0-9]+)(?:,[0-9]+)?"),
    POINT: re.compile(r"[-−]?(?:[0-9]{1,3}(?:[, ][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?"),
}
_LIKE_A_NUMBER = re.compile(r"[-−]?[0-9][0-9.,]*")


class Mark(StrEnum):
    """What the office says of a figure; as `Status` of an observation."""

    OK = "ok"
    PROVISIONAL = "provisional"
    UNRELIABLE = "unreliable"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True)
class Number:
    """A value, or why there is none."""

    value: Decimal | None
    mark: Mark


class NotANumber(ValueError):
    """The text is no number and no sign that an office uses; in Dutch."""


def read_number(text: str | None, decimal_sign: str = COMMA) -> Number:
    """Read "16,9", "1.234" or "16,9*"; "." and None are unknown, blank cannot occur, and neither is ever 0.

    Raises NotANumber.
    """
    if text is None:
        return Number(None, Mark.UNRELIABLE)
    bare = _STARS.sub("", text.replace("\xa0", " ").strip())
    if not bare:
        return Number(None, Mark.NOT_APPLICABLE)
    if bare.casefold() in UNKNOWN:
        return Number(None, Mark.UNRELIABLE)
    if len(bare) > 40 or not _GROUPED[decimal_sign].fullmatch(bare):
        raise NotANumber(f"‘{bare[:40]}’ is geen getal.")
    plain = bare.replace(" ", "").replace(OTHER[decimal_sign], "").replace(decimal_sign, ".").replace("−", "-")
    value = Decimal(plain)
    if abs(value) >= MOST:
        raise NotANumber(f"‘{bare}’ is groter dan een cijfer hier kan zijn.")
    is_provisional = bare != text.replace("\xa0", " ").strip()
    return Number(value.quantize(DECIMALS), Mark.PROVISIONAL if is_provisional else Mark.OK)


def looks_like_a_number(text: str) -> bool:
    """Whether a cell holds a number or one of the signs for none; a blank does not say."""
    bare = _STARS.sub("", text.replace("\xa0", " ").strip())
    return bare.casefold() in UNKNOWN or bool(_LIKE_A_NUMBER.fullmatch(bare.replace(" ", "")))


def decimal_sign_of(texts: Iterable[str], usual: str) -> str:
    """Tell how a table writes decimals from all its numbers; `usual` where none of them gives it away.

    Raises NotANumber when some say a comma and others a point.
    """
    certain: dict[str, str] = {}
    for text in texts:
        if sign := _told_by(_STARS.sub("", text.strip())):
            certain.setdefault(sign, text.strip())
    if len(certain) > 1:
        raise NotANumber(
            f"Sommige getallen hebben een komma (‘{certain[COMMA]}’), andere een punt (‘{certain[POINT]}’)."
        )
    return next(iter(certain), usual)


def _told_by(text: str) -> str:
    """The decimal sign, if this number can be read in only one way: "1.234" can be read in two."""
    signs = [letter for letter in text if letter in OTHER]
    if not signs or not _LIKE_A_NUMBER.fullmatch(text):
        return ""
    last = signs[-1]
    if len(set(signs)) > 1:
        return last
    if len(signs) > 1:
        return OTHER[last]
    before, _, after = text.lstrip("-−").partition(last)
    return "" if len(after) == 3 and len(before) <= 3 and not before.startswith("0") else last
