"""What remains of a sound when everything that is not heard is taken out."""

from dataclasses import dataclass


class Broken(Exception):
    """A file that begins as it should and is not whole, or holds what we do not take."""


@dataclass(frozen=True)
class Stripped:
    """The bytes that are heard, and how many seconds they last."""

    content: bytes
    seconds: float
