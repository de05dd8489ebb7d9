"""M4A, as telephones record it: boxes in boxes. Boxes with words, places and pictures become empty ones."""

from collections.abc import Iterator

from campagne.media.sound_formats.stripped import Broken, Stripped

WORDS = {b"udta", b"meta", b"uuid"}
PARENTS = {b"moov", b"trak", b"mdia"}
SOUND = b"soun"
# They begin with the moments of making and changing.
TIMED = {b"mvhd", b"tkhd", b"mdhd"}


def strip(content: bytes) -> Stripped:
    silent = bytearray(content)
    handlers, seconds, names = set(), 0.0, []
    for name, start, end in _boxes(content, 0, len(content)):
        names.append(name)
        if name in WORDS:
            silent[start - 4 : start] = b"free"
            silent[start:end] = bytes(end - start)
        elif name == b"hdlr":
            handlers.add(content[start + 8 : start + 12])
            silent[start + 24 : end] = bytes(max(0, end - start - 24))
        elif name in TIMED:
            seconds = _seconds(content[start:end]) if name == b"mvhd" else seconds
            silent[start + 4 : start + (20 if content[start] else 12)] = bytes(16 if content[start] else 8)
    if handlers != {SOUND} or b"mdat" not in names or not seconds:
        raise Broken("boxes")
    return Stripped(bytes(silent), seconds)


def _boxes(content: bytes, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Every box, with where its content begins and ends; those that hold others come before what they hold."""
    while at + 8 <= end:
        size, name, start = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8], at + 8
        if size == 1:
            size, start = int.from_bytes(content[at + 8 : at + 16]), at + 16
        elif size == 0:
            size = end - at
        if size < start - at or at + size > end:
            raise Broken("length")
        yield name, start, at + size
        if name in PARENTS:
            yield from _boxes(content, start, at + size)
        at += size
    if at != end:
        raise Broken("rest")


def _seconds(header: bytes) -> float:
    """How long it lasts, as the header says: in units of its own, so many a second."""
    at, width = (20, 8) if header[0] else (12, 4)
    scale = int.from_bytes(header[at : at + 4])
    return int.from_bytes(header[at + 4 : at + 4 + width]) / scale if scale else 0.0
