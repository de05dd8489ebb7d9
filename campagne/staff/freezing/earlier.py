"""Which version a page goes back to: a pure rule over what was published and what is not trusted."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Publication:
    """A version of a page that was put before readers, when, and whether the misused account did that."""

    at: datetime
    version: int
    by_account: bool


def last_good(publications: Iterable[Publication], trusted: Collection[int]) -> int | None:
    """The version that readers saw last before the account: written by somebody else, and published by somebody else.

    `trusted` are versions that still exist and that the account did not write since the moment. A draft that was
    never published does not count, however new: nobody decided that it was ready.
    """
    good = [each for each in publications if not each.by_account and each.version in trusted]
    return max(good, key=lambda each: (each.at, each.version)).version if good else None
