"""What deserves another look at a question, and what to do about it: rules without a database."""

from dataclasses import dataclass

from campagne.figures.estimates import Estimate, share_of

ENOUGH = 50
TOO_EASY = 0.85
OFTEN_UNKNOWN = 0.25


@dataclass(frozen=True)
class Signs:
    """What is known of one scored question: answers ("weet ik niet" is one), and how it goes with the rest.

    `rest` is a correlation, None when it is not known.
    """

    right: int
    dont_know: int
    answers: int
    rest: Estimate | None


@dataclass(frozen=True)
class Flag:
    name: str
    advice: str


TOO_LITTLE = Flag("te weinig gegevens", f"Wacht tot er {ENOUGH} antwoorden zijn voor u iets besluit over deze vraag.")
EASY = Flag("te makkelijk", "Bijna iedereen weet dit al. Maak de vraag moeilijker, of vervang hem.")
CHECK_KEY = Flag(
    "sleutel nakijken",
    "Wie de rest goed heeft, heeft deze vraag juist vaker niet goed. Kijk of het goede antwoord op goed staat, "
    "en of de vraag maar op één manier te lezen is.",
)
UNKNOWN = Flag(
    "veel ‘weet ik niet’",
    "Minstens een op de vier weet het niet. Leg het onderwerp beter uit, of vraag het eenvoudiger.",
)


def flags_of(signs: Signs) -> tuple[Flag, ...]:
    """Say what deserves another look. Under fifty answers nothing is said of the question itself."""
    if signs.answers < ENOUGH:
        return (TOO_LITTLE,)
    is_easy = share_of(signs.right, signs.answers).low >= TOO_EASY
    is_unknown = signs.dont_know >= OFTEN_UNKNOWN * signs.answers
    is_odd = signs.rest is not None and signs.rest.high < 0
    return tuple(flag for flag, holds in ((CHECK_KEY, is_odd), (EASY, is_easy), (UNKNOWN, is_unknown)) if holds)
