"""A letter to whoever helps with computers, as a `mailto:` address that every mail program still opens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

LONGEST = 1800
"""Characters of the whole address. Windows hands over about 2,000, and some mail programs cut off there."""
MORE = "(Meer staat in het plan.)"


@dataclass(frozen=True)
class Request:
    """One thing that is asked: a line, and how to do it in a few lines more."""

    title: str
    detail: str

    def __str__(self) -> str:
        return f"{self.title}\n{self.detail}".strip()


def letter(subject: str, greeting: str, requests: Sequence[Request], closing: str) -> str:
    """Write the address: a greeting, the requests, and a closing.

    What does not fit is left out whole, from the end: first how to do it, then requests, and a line says so.
    Raises ValueError if not even the greeting and the closing fit.
    """
    for told in _shorter_and_shorter(requests):
        address = _address(subject, "\n\n".join([greeting, *told, closing]))
        if len(address) <= LONGEST:
            return address
    raise ValueError(f"a letter without requests takes {len(address)} characters, at most {LONGEST} fit; shorten it")


def _shorter_and_shorter(requests: Sequence[Request]) -> Iterator[list[str]]:
    yield [str(request) for request in requests]
    titles = [request.title for request in requests]
    for detailed in range(len(requests) - 1, -1, -1):
        yield [*map(str, requests[:detailed]), *titles[detailed:], MORE]
    for count in range(len(requests) - 1, -1, -1):
        yield [*titles[:count], MORE]


def _address(subject: str, body: str) -> str:
    lines = body.replace("\r\n", "\n").replace("\n", "\r\n")
    return f"mailto:?subject={quote(subject, safe='')}&body={quote(lines, safe='')}"
