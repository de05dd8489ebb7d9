"""A piece of text that stands by itself: a title, a paragraph, an item of a list."""

from dataclasses import dataclass

from campagne.language.norms import Level


@dataclass(frozen=True)
class Passage:
    """`place` says where an editor finds it; `links` are the texts of the links in it."""

    text: str
    place: str = ""
    level: Level = Level.PLAIN
    links: tuple[str, ...] = ()
