"""A file that a form carries from the screen that looks to the screen that says yes, and nothing is kept between."""

import zlib
from base64 import b64decode, b64encode
from binascii import Error as BadBase64

from campagne.sheets.unreadable import Unreadable


def fold(content: bytes, most: int) -> str:
    """Return text that holds the file, or nothing when it is longer than a form may carry."""
    text = b64encode(zlib.compress(content)).decode()
    return text if len(text) <= most else ""


def unfold(text: str, most: int) -> bytes:
    """Return what was folded, read no further than one byte over `most`. Raises Unreadable for anything else."""
    try:
        return zlib.decompressobj().decompress(b64decode(text, validate=True), most + 1)
    except (BadBase64, ValueError, zlib.error) as error:
        advice = "Kies het bestand nog een keer."
        raise Unreadable("Het bestand kwam niet heel over.", "Verwacht: wat u net koos.", advice) from error
