"""A reading in words and figures for an editor. Nothing here is a mark; beside figures stands what they do not say."""

from typing import Any

from wagtail.models import Page

from campagne.content.coaching.reading import Reading
from campagne.figures.notation import number
from campagne.language.norms import NORMS, Level, Norm
from campagne.language.readability import Counted
from campagne.language.signals import Signal

UNKNOWN = "nog geen tekst"
NOT_TESTED = "Nog niet getest met de doelgroep."
NO_MARK = (
    "Dit zijn signalen, geen cijfer. Ze tellen hoe lang zinnen en woorden zijn. Of lezers de tekst begrijpen, merkt u"
    " pas als u hem met hen leest."
)


def panel_of(page: Page, reading: Reading) -> dict[str, Any]:
    """What the panel beside a page shows, as JSON holds it."""
    return {
        "measures": [
            {"label": label, "value": value}
            for label, value in (
                ("Woorden per zin", words_a_sentence(reading.own, reading.norm)),
                *(
                    [("In de makkelijke tekst", words_a_sentence(reading.easy, NORMS[Level.EASY]))]
                    if reading.easy
                    else []
                ),
                (
                    "Flesch-Douma en Leesindex A",
                    f"{score(reading.own.flesch_douma)} en {score(reading.own.leesindex_a)}",
                ),
            )
        ],
        "note": f"{NO_MARK} {tested(page)}",
        "signals": [_told(signal) for signal in reading.signals],
    }


def words_a_sentence(text: Counted, norm: Norm) -> str:
    if text.words_a_sentence is None:
        return UNKNOWN
    return f"{number(text.words_a_sentence, 1)} (voor {norm.name} hoogstens {norm.average})"


def score(value: float | None) -> str:
    return UNKNOWN if value is None else number(value)


def tested(page: Page) -> str:
    """With whom the text was read, as its editor wrote it."""
    with_whom = getattr(page, "tested_with", "")
    if not with_whom:
        return NOT_TESTED
    day = getattr(page, "tested_on", None)
    return f"Getest met {with_whom}" + (f" op {day:%d-%m-%Y}." if day else ".")


def _told(signal: Signal) -> dict[str, str]:
    return {
        "kind": signal.kind.value,
        "label": signal.kind.label,
        "found": signal.found if len(signal.found) <= len(signal.sentence) else signal.sentence,
        "sentence": signal.sentence,
        "advice": signal.advice,
        "place": signal.place,
    }
