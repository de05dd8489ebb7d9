"""Pictures in every shape that somebody may bring in, made in a moment."""

import struct
import zlib
from io import BytesIO

from PIL import Image

PLACE, MAKER = b"GEHEIMEPLEK", b"GEHEIMEMAKER"


def picture(format_name: str, size: tuple[int, int] = (40, 30), **options) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, "teal").save(file, format_name, **options)
    return file.getvalue()


def moving(format_name: str) -> bytes:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("teal", "red", "white")]
    file = BytesIO()
    frames[0].save(file, format_name, save_all=True, append_images=frames[1:])
    return file.getvalue()


def telling(format_name: str, **options) -> bytes:
    """A photo that tells where it was made, by whom and with what."""
    exif = Image.Exif()
    exif[0x013B] = MAKER.decode()
    exif.get_ifd(0x8825).update({1: "N", 2: (50.0, 58.0, 1.0), 0x1C: PLACE})
    return picture(format_name, (1200, 900), exif=exif, **options)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))


def huge_png(width: int, height: int) -> bytes:
    """A PNG of one colour that is small in bytes and needs a byte for every pixel when it is opened."""
    squeezed = zlib.compressobj(9)
    lines = b"".join(squeezed.compress(b"\0" + b"\0" * width) for _ in range(height)) + squeezed.flush()
    header = struct.pack(">2L5B", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


def huge_webp_header(width: int, height: int) -> bytes:
    body = struct.pack("<L", 0) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    content = b"WEBPVP8X" + struct.pack("<L", len(body)) + body
    return b"RIFF" + struct.pack("<L", len(content)) + content
