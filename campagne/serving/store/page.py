"""A stored page: what is given out, made once."""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from hashlib import blake2b
from zlib import crc32

import brotli

from campagne.serving.store.address import Address

# A browser asks each time and mostly hears "unchanged"; what stands between keeps it half a minute.
KEEPING = "public, max-age=0, s-maxage=30, stale-if-error=86400"
BROTLI_QUALITY, GZIP_LEVEL = 6, 6
MADE_AT, ENDS_AT = "X-Page-Made-At", "X-Page-Ends-At"
# What a page says of itself while it is made, in the surroundings of the request.
PAGE_ID, VALID_UNTIL = "campagne.page_id", "campagne.valid_until"
# A page that ends may have something to say afterwards: it is asked for once more, as of its end.
HAS_AFTERWARDS, AS_OF = "campagne.has_afterwards", "campagne.as_of"
OF_ONE_CONNECTION = frozenset(
    {"connection", "keep-alive", "transfer-encoding", "upgrade", "content-length", "vary", "etag", "date", "server"}
)
Headers = list[tuple[str, str]]


class Unreadable(Exception):
    """What stands on disk is not a whole stored page."""


@dataclass
class StoredPage:
    """One page as readers get it. Moments are seconds since 1970; `valid_until` None means as long as it is current.

    `afterwards` is what stands in its place once it has ended, so that it ends also when the site cannot be asked.
    """

    address: Address
    generation: int
    made_at: float
    valid_until: float | None
    page_id: int | None
    headers: Headers
    etag: str
    small: bytes
    smaller: bytes
    afterwards: "StoredPage | None" = None
    asked: int = field(default=0, compare=False)
    last_asked: float = field(default=0, compare=False)

    def standing(self, at: float) -> "StoredPage | None":
        """The page as it stands at a moment: itself, or after its end what comes afterwards; None for nothing."""
        if self.valid_until is None or at < self.valid_until:
            return self
        return self.afterwards.standing(at) if self.afterwards else None

    @cached_property
    def as_brotli(self) -> tuple[Headers, bytes]:
        return self._headers("br", len(self.smaller)), self.smaller

    @cached_property
    def as_gzip(self) -> tuple[Headers, bytes]:
        return self._headers("gzip", len(self.small)), self.small

    @property
    def as_plain(self) -> tuple[Headers, bytes]:
        """Unpacked for the rare program that takes nothing else, and not kept."""
        body = gzip.decompress(self.small)
        return self._headers("", len(body)), body

    @cached_property
    def is_counted(self) -> bool:
        """A page to read, not a file for robots, and no exercise."""
        return self.is_html and "noindex" not in self._named.get("x-robots-tag", "")

    @property
    def is_html(self) -> bool:
        return self._named.get("content-type", "").startswith("text/html")

    @property
    def text(self) -> str:
        return gzip.decompress(self.small).decode()

    @property
    def _named(self) -> dict[str, str]:
        return {name.lower(): value for name, value in self.headers}

    @cached_property
    def size(self) -> int:
        """Roughly the bytes it takes in memory."""
        return len(self.small) + len(self.smaller) + 4000 + (self.afterwards.size if self.afterwards else 0)

    def _headers(self, coding: str, length: int) -> Headers:
        packed = [("Content-Encoding", coding)] if coding else []
        return [*self.headers, *packed, ("Content-Length", str(length)), ("ETag", self.etag_as(coding))]

    def etag_as(self, coding: str) -> str:
        return f'"{self.etag}-{coding}"' if coding else f'"{self.etag}"'

    def is_same_as(self, if_none_match: str) -> bool:
        """Tell whether a reader has this page already, packed in whichever way."""
        return self.etag in if_none_match or if_none_match.strip() == "*"

    def is_newer_than(self, other: "StoredPage") -> bool:
        return (self.generation, self.made_at) > (other.generation, other.made_at)

    def to_bytes(self) -> bytes:
        """For the disk: a line that describes the page, then the page packed twice, then what comes afterwards."""
        told = {
            **{name: getattr(self, name) for name in ("address", "generation", "made_at", "valid_until", "page_id")},
            "headers": self.headers,
            "etag": self.etag,
            "lengths": [len(self.small), len(self.smaller)],
            "check": crc32(self.smaller, crc32(self.small)),
        }
        line = json.dumps(told).encode() + b"\n"
        return line + self.small + self.smaller + (self.afterwards.to_bytes() if self.afterwards else b"")


def from_bytes(stored: bytes) -> StoredPage:
    """Read what `to_bytes` wrote. Raises Unreadable for anything else, also when it was cut off."""
    line, _, bodies = stored.partition(b"\n")
    try:
        told = json.loads(line)
        (first, second), check = told.pop("lengths"), told.pop("check")
        small, smaller, rest = bodies[:first], bodies[first : first + second], bodies[first + second :]
        if crc32(smaller, crc32(small)) != check:
            raise Unreadable("the page does not fit its description")
        told["afterwards"] = from_bytes(rest) if rest else None
        address, headers = Address(*told.pop("address")), [(name, value) for name, value in told.pop("headers")]
        return StoredPage(address=address, headers=headers, small=small, smaller=smaller, **told)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError) as error:
        raise Unreadable(str(error)) from error


@dataclass(frozen=True)
class Answer:
    """What the site answered: a status such as "200 OK", headers, the whole body, and what the page said of itself."""

    status: str
    headers: Sequence[tuple[str, str]]
    body: bytes
    page_id: int | None = None
    valid_until: float | None = None
    has_afterwards: bool = False
    afterwards: "Answer | None" = None

    @property
    def is_failure(self) -> bool:
        return self.status.startswith("5")

    @cached_property
    def named(self) -> Mapping[str, str]:
        return {name.lower(): value for name, value in self.headers}

    @property
    def may_be_stored(self) -> bool:
        """Tell whether this is the same for everybody, by its own account."""
        keeping, varies = self.named.get("cache-control", ""), self.named.get("vary", "").lower()
        is_private = any(word in keeping for word in ("no-store", "no-cache", "private"))
        return (
            self.status.startswith("200")
            and not is_private
            and "set-cookie" not in self.named
            and not {"content-disposition", "content-encoding"} & self.named.keys()
            and varies in {"", "accept-encoding"}
        )

    def stored_as(self, address: Address, generation: int, made_at: float) -> StoredPage:
        etag = blake2b(self.body, digest_size=12).hexdigest()
        return StoredPage(
            address=address,
            generation=generation,
            made_at=made_at,
            valid_until=self.valid_until,
            page_id=self.page_id,
            headers=self._for_everybody(made_at),
            etag=etag,
            small=gzip.compress(self.body, GZIP_LEVEL, mtime=0),
            smaller=brotli.compress(self.body, quality=BROTLI_QUALITY),
            afterwards=self.afterwards.stored_as(address, generation, made_at) if self.afterwards else None,
        )

    def _for_everybody(self, made_at: float) -> Headers:
        kept = [(name, value) for name, value in self.headers if name.lower() not in OF_ONE_CONNECTION]
        keeping = [] if "cache-control" in self.named else [("Cache-Control", KEEPING)]
        ends = [] if self.valid_until is None else [(ENDS_AT, moment(self.valid_until))]
        return [*kept, *keeping, ("Vary", "Accept-Encoding"), (MADE_AT, moment(made_at)), *ends]


def moment(seconds: float) -> str:
    """A moment as a header says it, in UTC."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
