"""Ogg with Opus or Vorbis: pages with a checksum. The words in its second packet are written over with spaces."""

from collections.abc import Iterator
from dataclasses import dataclass

from campagne.media.sound_formats.stripped import Broken, Stripped

OPUS, VORBIS = b"OpusHead", b"\x01vorbis"
WORDS = {OPUS: b"OpusTags", VORBIS: b"\x03vorbis"}
OPUS_RATE = 48000
HEADER = 27


@dataclass(frozen=True)
class Page:
    """Where a page begins, where its content begins and ends, and the lengths of the pieces in it."""

    start: int
    body: int
    end: int
    laces: bytes


def strip(content: bytes) -> Stripped:
    pages = list(_pages(content))
    head = content[pages[0].body : pages[0].end]
    kind = next((kind for kind in WORDS if head.startswith(kind)), None)
    if kind is None or len({content[page.start + 14 : page.start + 18] for page in pages}) != 1:
        raise Broken("streams")
    silent = bytearray(content)
    places = _second_packet(pages)
    _blank(_Words(silent, places), WORDS[kind])
    for page in pages[1:]:
        if page.body <= places[-1]:
            _sign(silent, page)
    rate = OPUS_RATE if kind == OPUS else int.from_bytes(head[12:16], "little")
    skipped = int.from_bytes(head[10:12], "little") if kind == OPUS else 0
    last = int.from_bytes(content[pages[-1].start + 6 : pages[-1].start + 14], "little", signed=True)
    return Stripped(bytes(silent), (last - skipped) / rate)


def _pages(content: bytes) -> Iterator[Page]:
    at = 0
    while at < len(content):
        if content[at : at + 4] != b"OggS" or at + HEADER > len(content):
            raise Broken("page")
        laces = content[at + HEADER : at + HEADER + content[at + 26]]
        body = at + HEADER + content[at + 26]
        end = body + sum(laces)
        if end > len(content):
            raise Broken("length")
        yield Page(at, body, end, laces)
        at = end


def _second_packet(pages: list[Page]) -> list[int]:
    """The place in the file of each byte of the packet that begins on the second page."""
    places: list[int] = []
    for page in pages[1:]:
        at = page.body
        for lace in page.laces:
            places += range(at, at + lace)
            at += lace
            if lace < 255:
                return places
    raise Broken("packet")


class _Words:
    """The packet with words, read from its begin; its bytes may lie on more than one page."""

    def __init__(self, content: bytearray, places: list[int]) -> None:
        self.content, self.places, self.at = content, places, 0

    def take(self, length: int) -> list[int]:
        """The places of the next bytes."""
        taken = self.places[self.at : self.at + length]
        if len(taken) < length:
            raise Broken("remark")
        self.at += length
        return taken

    def read(self, length: int) -> bytes:
        return bytes(self.content[place] for place in self.take(length))

    def number(self) -> int:
        return int.from_bytes(self.read(4), "little")

    def write(self, places: list[int], text: bytes) -> None:
        for place, byte in zip(places, text, strict=True):
            self.content[place] = byte


def _blank(words: _Words, begin: bytes) -> None:
    """Write spaces over the maker and every remark; lengths and numbers stay, and a remark keeps a name."""
    if words.read(len(begin)) != begin:
        raise Broken("words")
    maker = words.take(words.number())
    words.write(maker, b" " * len(maker))
    for _ in range(words.number()):
        remark = words.take(words.number())
        words.write(remark, b"X=".ljust(len(remark))[: len(remark)])
    if begin == WORDS[OPUS]:
        rest = words.take(len(words.places) - words.at)
        words.write(rest, bytes(len(rest)))


def _table() -> tuple[int, ...]:
    def entry(byte: int) -> int:
        value = byte << 24
        for _ in range(8):
            value = (value << 1 ^ 0x04C11DB7 if value & 0x80000000 else value << 1) & 0xFFFFFFFF
        return value

    return tuple(map(entry, range(256)))


TABLE = _table()


def _sign(content: bytearray, page: Page) -> None:
    """Write the checksum that belongs to what the page holds now."""
    content[page.start + 22 : page.start + 26] = bytes(4)
    check = 0
    for byte in content[page.start : page.end]:
        check = (check << 8 ^ TABLE[check >> 24 ^ byte]) & 0xFFFFFFFF
    content[page.start + 22 : page.start + 26] = check.to_bytes(4, "little")
