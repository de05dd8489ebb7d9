"""Numbers of people that a presenter types: read, or refused in words. No database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

MOST = 60
"""More people than this are no group; it is a slip of the finger."""
NOT_A_NUMBER = "Vul een heel getal in, zoals 4. Laat het leeg als er niet is geteld."
TOO_MANY = f"Dat is meer dan {MOST}. Kijk het aantal nog eens na."
MISSING = "Vul een getal in. Was er niemand, vul dan 0 in."


@dataclass(frozen=True)
class NumberField:
    """One number to type in; `value` is what was typed, or what was known. `is_needed` if it may not stay empty."""

    name: str
    label: str
    value: str = ""
    error: str = ""
    is_needed: bool = False

    @property
    def target(self) -> str:
        """The id of its input, for the error summary."""
        return f"getal-{self.name}"

    @property
    def text(self) -> str:
        """The error with the name of the field, for the error summary."""
        return f"{self.label}: {self.error}"

    @property
    def number(self) -> int | None:
        """None where nothing was typed. Raises ValueError if it was not read yet, or is no number."""
        return int(self.value) if self.value else None


def read_numbers(fields: Iterable[NumberField], typed: Mapping[str, str]) -> tuple[NumberField, ...]:
    """Put what was typed in the fields, with an error where it is no number of people."""
    return tuple(_read(field, typed.get(field.name, "").strip()[:20]) for field in fields)


def errors_in(fields: Iterable[NumberField]) -> list[NumberField]:
    return [field for field in fields if field.error]


def _read(field: NumberField, text: str) -> NumberField:
    if not text:
        return replace(field, value="", error=MISSING if field.is_needed else "")
    if not (text.isascii() and text.isdigit()):
        return replace(field, value=text, error=NOT_A_NUMBER)
    return replace(field, value=text.lstrip("0") or "0", error=TOO_MANY if int(text) > MOST else "")
