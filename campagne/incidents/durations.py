"""How long something takes or still lasts, in words. Pure."""

from datetime import timedelta

MINUTE, HOUR, DAY = 60, 60 * 60, 24 * 60 * 60


def in_words(length: timedelta) -> str:
    """The two largest parts: `2 uur en 5 minuten`. Seconds count below ten minutes; less than nothing is nothing."""
    seconds = max(round(length.total_seconds()), 0)
    if seconds < MINUTE:
        return _counted(seconds, "seconde", "seconden")
    if seconds < 10 * MINUTE:
        return _both(_counted(seconds // MINUTE, "minuut", "minuten"), seconds % MINUTE, "seconde", "seconden")
    if seconds < HOUR:
        return _counted(seconds // MINUTE, "minuut", "minuten")
    if seconds < DAY:
        return _both(f"{seconds // HOUR} uur", seconds % HOUR // MINUTE, "minuut", "minuten")
    return _both(_counted(seconds // DAY, "dag", "dagen"), seconds % DAY // HOUR, "uur", "uur")


def left_in_words(length: timedelta) -> str:
    """How long it still lasts, to the minute: who reads it later than a second ago is not told seconds."""
    minutes = max(int(length.total_seconds() // MINUTE), 0)
    return "minder dan een minuut" if not minutes else in_words(timedelta(minutes=minutes))


def _both(first: str, number: int, one: str, more: str) -> str:
    return f"{first} en {_counted(number, one, more)}" if number else first


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
