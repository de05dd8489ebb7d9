"""What a picture file is, read from its first bytes; nothing is decoded before its size is known."""

import struct
from dataclasses import dataclass
from typing import IO

from PIL import Image

FORMATS = {"JPEG": ("jpg", "jpeg"), "PNG": ("png",), "WEBP": ("webp",)}
OTHERS = (
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"8BPS", "Photoshop-bestand"),
    (b"%PDF-", "PDF"),
    (b"PK", "ingepakt bestand"),
)
MOST_PIXELS = 25_000_000
HEADER_LENGTH = 4096
ANIMATED_WEBP = 0x02
START_OF_SCAN, MOST_SCANS = b"\xff\xda", 100
ADVICE = "Bewaar het beeld opnieuw als JPG, PNG of WebP en kies het dan nog eens."


class Unfit(Exception):
    """Why a picture is not taken: what was found, what was expected, what to do."""

    def __init__(self, found: str, expected: str, advice: str = ADVICE) -> None:
        super().__init__(f"{found} {expected} {advice}")


@dataclass(frozen=True)
class Header:
    """What the first bytes say: format as Pillow calls it, width and height in pixels (0: not said there)."""

    format: str
    width: int = 0
    height: int = 0
    is_animated: bool = False


def check_picture(file: IO[bytes], name: str) -> None:
    """Look at the header, then open the picture as the format that its name says; raises Unfit.

    The file is left at its start. Decoding costs at most 4 bytes for each of 25 million pixels.
    """
    header = _header(_from_start(file).read(HEADER_LENGTH), name)
    _check_pixels(header.width, header.height)
    if header.is_animated:
        raise _moving()
    try:
        _decode(_from_start(file), header.format)
    except Image.DecompressionBombError as error:
        raise _too_many_pixels("heel veel") from error
    # A broken picture makes a decoder raise almost anything; whatever it is, no page can show it.
    except (OSError, ValueError, SyntaxError, EOFError, struct.error) as error:
        raise Unfit("Dit bestand is beschadigd.", "Verwacht: een heel beeld dat elk programma kan openen.") from error
    finally:
        file.seek(0)


def _decode(file: IO[bytes], format_name: str) -> None:
    """Decode it once, so that what is broken further on breaks here and not on a page."""
    if format_name == "JPEG" and file.read().count(START_OF_SCAN) > MOST_SCANS:
        raise Unfit("Dit beeld is in heel veel lagen bewaard.", "Verwacht: een gewone JPG.")
    with Image.open(_from_start(file), formats=[format_name]) as picture:
        _check_pixels(*picture.size)
        if getattr(picture, "n_frames", 1) != 1 or picture.format != format_name:
            raise _moving()
        picture.draft("RGB", (picture.width // 8, picture.height // 8))
        picture.load()


def header_of(start: bytes) -> Header | None:
    """Read the first bytes of a JPEG, PNG or WebP; None for anything else."""
    if start.startswith(b"\xff\xd8\xff"):
        return Header("JPEG")
    if start.startswith(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR") and len(start) >= 24:
        width, height = struct.unpack(">2L", start[16:24])
        return Header("PNG", width, height, is_animated=b"acTL" in start.partition(b"IDAT")[0])
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP" and len(start) >= 30:
        return _webp(start)
    return None


def _webp(start: bytes) -> Header | None:
    kind = start[12:16]
    if kind == b"VP8X":
        width, height = (int.from_bytes(start[place : place + 3], "little") + 1 for place in (24, 27))
        return Header("WEBP", width, height, is_animated=bool(start[20] & ANIMATED_WEBP))
    if kind == b"VP8L":
        bits = int.from_bytes(start[21:25], "little")
        return Header("WEBP", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if kind == b"VP8 ":
        width, height = struct.unpack("<2H", start[26:30])
        return Header("WEBP", width & 0x3FFF, height & 0x3FFF)
    return None


def _header(start: bytes, name: str) -> Header:
    extension = name.rpartition(".")[2].lower()
    header = header_of(start)
    if not start:
        raise Unfit(
            "Dit bestand is leeg.", "Verwacht: een JPG, PNG of WebP.", "Kies het bestand waar het beeld in zit."
        )
    if header is None:
        other = next((kind for mark, kind in OTHERS if start.startswith(mark)), "bestand dat we niet als beeld kennen")
        raise Unfit(f"Dit is een {other}.", "Verwacht: een JPG, PNG of WebP.")
    if extension not in FORMATS[header.format]:
        right = FORMATS[header.format][0]
        raise Unfit(
            f"Dit bestand heet .{extension[:10]}, maar vanbinnen is het een {header.format}.",
            "Verwacht: een naam die klopt met de inhoud.",
            f"Geef het een naam die eindigt op .{right}, of bewaar het opnieuw.",
        )
    return header


def _check_pixels(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise _too_many_pixels(f"{width} bij {height}")


def _too_many_pixels(how_many: str) -> Unfit:
    return Unfit(
        f"Dit beeld is {how_many} beeldpunten.",
        "Verwacht: hoogstens 25 miljoen beeldpunten, zoals 5.000 bij 5.000.",
        "Maak het kleiner in een fotoprogramma; 2.000 breed is genoeg.",
    )


def _moving() -> Unfit:
    return Unfit(
        "In dit bestand zitten meer beelden: een animatie, of een foto met diepte.",
        "Verwacht: één beeld.",
        "Bewaar één beeld eruit als JPG, PNG of WebP.",
    )


def _from_start(file: IO[bytes]) -> IO[bytes]:
    file.seek(0)
    return file
