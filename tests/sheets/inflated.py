"""A PDF with what is packed in it unpacked, to look for what a reader program finds there."""

import re
import zlib


def inflated(content: bytes) -> bytes:
    """The file, followed by every stream in it that can be unpacked."""
    found = [content]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        try:
            # A packed stream may itself end in what looks like the end of a line; its last byte is missed for nothing.
            found.append(zlib.decompressobj().decompress(stream))
        except zlib.error:
            continue
    return b"".join(found)
