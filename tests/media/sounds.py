"""Sounds to test with, built byte by byte, with words in them that nobody may hear of."""

import io
import struct
import wave

SECRET = b"LOCATION=Beek"


def wav(seconds: float = 1.0) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(int(seconds * 16000)))
    content = file.getvalue()
    words = b"LIST" + struct.pack("<L", len(SECRET) + 1) + SECRET + b"\0"
    return content[:4] + struct.pack("<L", len(content) + len(words) - 8) + content[8:] + words


def mp3(frames: int = 40) -> bytes:
    """Frames of MPEG 1, layer 3, 128 kbit/s at 44.1 kHz: 417 bytes and 26 ms each; a label on both sides."""
    label = b"ID3\x03\0\0" + bytes([0, 0, 0, len(SECRET)]) + SECRET
    return label + (b"\xff\xfb\x90\x00" + bytes(413)) * frames + b"TAG" + SECRET.ljust(125)


def _page(number: int, body: bytes, granule: int = 0) -> bytes:
    laces = [255] * (len(body) // 255) + [len(body) % 255]
    return struct.pack("<4sBBqLLLB", b"OggS", 0, 0, granule, 7, number, 0, len(laces)) + bytes(laces) + body


def opus(seconds: float = 1.0, *, remark: bytes = SECRET) -> bytes:
    head = b"OpusHead" + struct.pack("<BBHLhB", 1, 1, 312, 8000, 0, 0)
    words = b"OpusTags" + struct.pack("<L4sLL", 4, b"Ikke", 1, len(remark)) + remark
    return _page(0, head) + _page(1, words) + _page(2, bytes(200), granule=int(seconds * 48000) + 312)


def _box(name: bytes, *content: bytes) -> bytes:
    body = b"".join(content)
    return struct.pack(">L4s", len(body) + 8, name) + body


def m4a(seconds: float = 1.0, *, handler: bytes = b"soun") -> bytes:
    header = _box(b"mvhd", struct.pack(">LLLLL", 0, 99, 99, 1000, int(seconds * 1000)), bytes(80))
    track = _box(b"trak", _box(b"mdia", _box(b"hdlr", bytes(8), handler, bytes(12), b"Core Media Audio\0")))
    words = _box(b"udta", SECRET)
    return _box(b"ftyp", b"M4A \0\0\0\0") + _box(b"moov", header, track, words) + _box(b"mdat", bytes(100))
