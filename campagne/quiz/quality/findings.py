"""A finding about a question or a quiz: what was found, what was expected, what to do. Without a database."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """Something that blocks publishing, or that asks whether it may be so; `field` is where it is put right."""

    found: str
    expected: str = ""
    advice: str = ""
    blocks: bool = False
    field: str = ""

    @property
    def words(self) -> str:
        return " ".join(filter(None, (self.found, self.expected, self.advice)))


def blocks(found: str, expected: str = "", advice: str = "", *, field: str = "") -> Finding:
    return Finding(found, expected, advice, blocks=True, field=field)


def warns(found: str, expected: str, advice: str) -> Finding:
    return Finding(found, expected, advice)
