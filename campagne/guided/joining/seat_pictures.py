"""The pictures on seat cards: sixteen things in four colours, each with its two words. No database.

The things begin with different sounds, so that one is not heard as another. A colour is also a pattern, because many
libraries print in grey: red is full, blue is striped, yellow has dots, green is chequered.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from types import MappingProxyType

COLOURS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "rode": ("#b3261e", ""),
        "blauwe": ("#fff", '<path d="M0 5h16M0 13h16" stroke="#1d4fa3" stroke-width="5" fill="none"/>'),
        "gele": ("#ffd84d", '<circle cx="4" cy="4" r="2.6"/><circle cx="12" cy="12" r="2.6"/>'),
        "groene": ("#fff", '<path d="M0 0h8v8H0zM8 8h8v8H8z" fill="#1d7a3e"/>'),
    }
)
"""The ground of each colour and what is drawn on it, in a square of 16."""

THINGS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "appel": (
            "M50 34C40 24 14 26 14 54C14 78 34 94 44 94C48 94 48 91 50 91C52 91 52 94 56 94C66 94 86 78 86 54"
            "C86 26 60 24 50 34z",
            "M50 34C50 24 52 16 58 10M58 22C66 12 76 12 80 14C76 24 66 26 58 22z",
        ),
        "boot": ("M8 66H92L78 90H22zM46 12V60H16zM54 20V60H84z", "M50 8V66"),
        "doos": ("M14 40H86V90H14zM14 40L26 20H74L86 40z", "M14 40H86M43 40V60H57V40L53 20H47z"),
        "emmer": ("M16 38H84L74 92H26z", "M18 38C18 2 82 2 82 38M20 50H80"),
        "fiets": (
            "M4 66a20 20 0 1 0 40 0a20 20 0 1 0-40 0zM56 66a20 20 0 1 0 40 0a20 20 0 1 0-40 0z",
            "M24 66L38 36H66L50 66zM38 36L50 66M66 36L76 66M66 36L62 22H74M32 28H44M38 36L36 28",
        ),
        "gitaar": (
            "M44 50C30 48 28 58 30 64C16 66 14 94 46 94C76 94 74 66 60 64C62 58 60 48 48 50z",
            "M46 76V14M46 14L40 4H52zM40 76H52M41 66a5 5 0 1 0 10 0a5 5 0 1 0-10 0",
        ),
        "hoed": ("M28 66V26C28 18 72 18 72 26V66C84 66 94 70 94 76C94 84 6 84 6 76C6 70 16 66 28 66z", "M28 58H72"),
        "jas": (
            "M36 12H64L88 30L80 56L70 50V92H30V50L20 56L12 30z",
            "M36 12L50 30L64 12M50 30V92M56 46h2M56 60h2M56 74h2M34 70H44M60 70H68",
        ),
        "klok": (
            "M10 50a40 40 0 1 0 80 0a40 40 0 1 0-80 0z",
            "M50 50V22M50 50L70 60M50 10V17M50 83V90M10 50H17M83 50H90",
        ),
        "lamp": ("M34 10H66L86 52H14zM34 90C34 82 66 82 66 90z", "M50 52V84M70 52V66"),
        "molen": (
            "M36 44H64L72 94H28zM52 36L84 6L92 14L60 44zM48 36L16 6L8 14L40 44z"
            "M52 44L80 72L88 64L60 36zM48 44L20 72L12 64L40 36z",
            "M44 94V78H56V94",
        ),
        "paraplu": (
            "M8 54C8 2 92 2 92 54C84 46 72 46 64 54C58 46 42 46 36 54C28 46 16 46 8 54z",
            "M50 8V82C50 94 66 94 66 82",
        ),
        "sleutel": (
            "M6 34a22 22 0 0 1 43-6H92V40H86V52H76V40H68V48H58V40H49A22 22 0 0 1 6 34z",
            "M19 34a9 9 0 1 0 18 0a9 9 0 1 0-18 0",
        ),
        "tent": ("M50 14L94 88H6z", "M50 14L34 88M50 14L66 88M50 14V6L62 10L50 14"),
        "vis": ("M6 50C20 22 54 22 70 46L92 28V72L70 54C54 78 20 78 6 50z", "M24 44h2M38 36C44 46 44 54 38 64"),
        "wortel": (
            "M30 36C36 26 64 26 70 36C70 56 58 84 50 96C42 84 30 56 30 36z",
            "M50 28C46 18 40 12 32 8M50 28C50 18 50 10 50 4M50 28C54 18 60 12 68 8M34 48H44M56 60H64M42 72H50",
        ),
    }
)
"""Of each thing what is filled, and the lines over it, in a square of 100."""


@dataclass(frozen=True)
class SeatPicture:
    """A drawing and what it is called."""

    slug: str
    words: str

    def svg(self) -> str:
        """The drawing; with a title, for who does not see it, and without a style attribute."""
        return seat_svg(self.slug)


def every_picture() -> tuple[SeatPicture, ...]:
    """All of them, in the order they are given out: first every thing once, so that a small group has no two alike."""
    things, colours = list(THINGS), list(COLOURS)
    made = []
    for number in range(len(things) * len(colours)):
        thing = things[number % len(things)]
        colour = colours[(number + number // len(things)) % len(colours)]
        made.append(SeatPicture(f"{colour}-{thing}", f"{colour} {thing}"))
    return tuple(made)


def seat_svg(slug: str) -> str:
    """The drawing with this name ("rode-appel"). Raises KeyError for another name."""
    colour, _, thing = slug.partition("-")
    (ground, drawn), (filled, lines) = COLOURS[colour], THINGS[thing]
    pattern = f"plaatje-{slug}"
    return (
        '<svg class="seat-picture" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" role="img">'
        f"<title>{escape(f'{colour} {thing}')}</title>"
        f'<defs><pattern id="{pattern}" width="16" height="16" patternUnits="userSpaceOnUse">{drawn}</pattern></defs>'
        f'<path d="{filled}" fill="{ground}"/>'
        f'<path d="{filled}" fill="url(#{pattern})" stroke="#000" stroke-width="3" stroke-linejoin="round"/>'
        f'<path d="{lines}" fill="none" stroke="#000" stroke-width="4" stroke-linecap="round"'
        ' stroke-linejoin="round"/></svg>'
    )
