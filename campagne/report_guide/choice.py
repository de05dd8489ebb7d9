"""What stands on a screen to choose from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """One answer: a picture with words that leads on. `sign` is a name in components/happening.html."""

    title: str
    url: str
    sign: str
    text: str = ""
