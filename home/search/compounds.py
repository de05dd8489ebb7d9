"""Dutch compounds taken apart into words that the site knows. Pure."""

from collections.abc import Collection

SHORTEST_PART = 3
MOST_PARTS = 4
LINKS = ("", "s", "en", "e", "n")


def parts_of(word: str, known: Collection[str]) -> tuple[str, ...]:
    """The fewest known words that a folded word is made of: bank, helpdesk, fraude; empty if it is no compound.

    A letter that links (verkeer-s-bord) is in none of them. Of equal splits the one with the longest last part wins,
    because in Dutch the last word says what it is.
    """
    whole = _split(word, known, MOST_PARTS)
    return whole if whole and len(whole) > 1 else ()


def _split(word: str, known: Collection[str], most: int) -> tuple[str, ...] | None:
    best: tuple[str, ...] | None = (word,) if word in known and most < MOST_PARTS else None
    if best or most == 1:
        return best
    for start in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        last = word[start:]
        if last not in known:
            continue
        before = _before(word[:start], known, most - 1)
        if before and (best is None or len(before) + 1 < len(best)):
            best = (*before, last)
    return best


def _before(front: str, known: Collection[str], most: int) -> tuple[str, ...] | None:
    """What stands before the last word, with or without a letter that links."""
    for link in LINKS:
        if front.endswith(link) and len(front) - len(link) >= SHORTEST_PART:
            parts = _split(front[: len(front) - len(link)], known, most)
            if parts:
                return parts
    return None
