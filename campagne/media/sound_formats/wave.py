"""WAV: chunks, of which only the format and the sound itself are kept."""

import struct

from campagne.media.sound_formats.stripped import Broken, Stripped

PLAIN, EXTENSIBLE = 1, 0xFFFE


def strip(content: bytes) -> Stripped:
    chunks = dict(_chunks(content))
    form, data = chunks.get(b"fmt ", b""), chunks.get(b"data", b"")
    if len(form) < 16 or not data:
        raise Broken("chunks")
    kind, channels, _, bytes_a_second = struct.unpack("<HHLL", form[:12])
    if kind not in {PLAIN, EXTENSIBLE} or not 1 <= channels <= 2 or not bytes_a_second:
        raise Broken("format")
    body = b"WAVE" + _chunk(b"fmt ", form) + _chunk(b"data", data)
    return Stripped(_chunk(b"RIFF", body), len(data) / bytes_a_second)


def _chunks(content: bytes) -> list[tuple[bytes, bytes]]:
    found, at = [], 12
    while at + 8 <= len(content):
        name, size = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        if at + 8 + size > len(content):
            raise Broken("length")
        found.append((name, content[at + 8 : at + 8 + size]))
        at += 8 + size + size % 2
    return found


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<L", len(body)) + body + b"\0" * (len(body) % 2)
