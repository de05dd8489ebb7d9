"""What a sound file is, read from its bytes: a name says nothing, and only what is heard is kept."""

import struct
from collections.abc import Callable
from dataclasses import dataclass

from campagne.media.picture_file import Unfit
from campagne.media.sound_formats import mp4, mpeg, ogg, wave
from campagne.media.sound_formats.stripped import Broken, Stripped

MOST_BYTES = 5 * 1024 * 1024
MOST_SECONDS = 180
ADVICE = "Neem het opnieuw op met uw telefoon, of bewaar het als MP3."
EXPECTED = "Verwacht: een MP3, M4A, Ogg (Opus) of WAV van hoogstens 5 MB en 3 minuten."


@dataclass(frozen=True)
class SoundContent:
    """A sound that was looked at: its kind, what is heard, and how many seconds."""

    extension: str
    content: bytes
    seconds: float


def read_sound(content: bytes) -> SoundContent:
    """Read a sound and leave out what is not heard, such as a place or a picture; raises Unfit."""
    if not content:
        raise Unfit("Dit bestand is leeg.", EXPECTED, "Kies het bestand waar het geluid in zit.")
    if len(content) > MOST_BYTES:
        raise Unfit(f"Dit bestand is {len(content) / 1024**2:.0f} MB.", EXPECTED, "Maak de opname korter.")
    kind = _kind_of(content)
    if kind is None:
        raise Unfit("Dit is geen geluid dat we kennen.", EXPECTED, ADVICE)
    extension, strip = kind
    try:
        stripped = strip(content)
    except (Broken, IndexError, KeyError, ValueError, struct.error) as error:
        raise Unfit("Dit geluid is niet heel, of het is een film.", EXPECTED, ADVICE) from error
    if not 0 < stripped.seconds <= MOST_SECONDS:
        raise Unfit(f"Dit geluid duurt {stripped.seconds:.0f} seconden.", EXPECTED, "Maak de opname korter.")
    return SoundContent(extension, stripped.content, stripped.seconds)


def _kind_of(content: bytes) -> tuple[str, Callable[[bytes], Stripped]] | None:
    if content.startswith(b"RIFF") and content[8:12] == b"WAVE":
        return "wav", wave.strip
    if content.startswith(b"OggS"):
        return "ogg", ogg.strip
    if content[4:8] == b"ftyp":
        return "m4a", mp4.strip
    if content.startswith(b"ID3") or (content[0] == 0xFF and content[1:2] >= b"\xe0"):
        return "mp3", mpeg.strip
    return None
