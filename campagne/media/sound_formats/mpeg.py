"""MP3: frames one after another; what stands before and after them is a label."""

from collections.abc import Iterator

from campagne.media.sound_formats.stripped import Broken, Stripped

MPEG1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
MPEG2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
LAYER_3 = 1
FEWEST_FRAMES = 3
# A label behind the sound, with a picture in it at most.
LARGEST_TAIL = 512 * 1024


def strip(content: bytes) -> Stripped:
    start = end = _after_label(content)
    seconds, count = 0.0, 0
    for length, lasting in _frames(content, start):
        end, seconds, count = end + length, seconds + lasting, count + 1
    tail = content[end:]
    if count < FEWEST_FRAMES or len(tail) > LARGEST_TAIL or (tail and not _is_label(tail)):
        raise Broken("frames")
    return Stripped(content[start:end], seconds)


def _is_label(tail: bytes) -> bool:
    return tail.startswith((b"TAG", b"APETAGEX", b"LYRICSBEGIN", b"ID3")) or not tail.strip(b"\0")


def _after_label(content: bytes) -> int:
    """Where the sound begins: behind an ID3 label, which tells its own length."""
    start = 0
    while content[start : start + 3] == b"ID3":
        size = 0
        for byte in content[start + 6 : start + 10]:
            size = size << 7 | byte & 0x7F
        start += 10 + size
    return start + len(content[start:]) - len(content[start:].lstrip(b"\0"))


def _frames(content: bytes, at: int) -> Iterator[tuple[int, float]]:
    """The length in bytes and in seconds of each whole frame, until something else comes."""
    while at + 4 <= len(content):
        frame = _frame(content[at : at + 4])
        if frame is None or at + frame[0] > len(content):
            return
        yield frame
        at += frame[0]


def _frame(header: bytes) -> tuple[int, float] | None:
    version, layer = header[1] >> 3 & 3, header[1] >> 1 & 3
    rate_at, bits_at = header[2] >> 2 & 3, header[2] >> 4
    if header[0] != 0xFF or header[1] < 0xE0 or version == 1 or layer != LAYER_3 or rate_at == 3 or bits_at in {0, 15}:
        return None
    rate = RATES[version][rate_at]
    samples = 1152 if version == 3 else 576
    bits = (MPEG1 if version == 3 else MPEG2)[bits_at] * 1000
    return samples // 8 * bits // rate + (header[2] >> 1 & 1), samples / rate
