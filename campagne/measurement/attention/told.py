"""What a card says, made from nothing but its numbers: one sentence for each reason. Pure."""

from collections.abc import Sequence

from campagne.figures.disclosure import Audience, Figure, Kind, Outcome, publishable
from campagne.figures.notation import day_label, number
from campagne.figures.sentences import in_words
from campagne.figures.surveillance import Fall
from campagne.measurement.periods import Period

PAGES = "pagina's"
LEAST_KNOWN = 0.6
"""From which share right on an answer is known well enough."""


def visits_fell(fall: Fall, recent: Period) -> str:
    expected = f"Vergeleken met de twaalf weken ervoor verwachtten we er {_range(fall)}."
    return f"{_days(recent)}: {_counted(fall.count, Kind.VISITS)}. {expected}"


def clicks_fell(fall: Fall, reads: int, recent: Period) -> str:
    """Clicks beside the views that were read; what is usual follows how much was read."""
    clicks, read = _counted(fall.count, Kind.CLICKS), number(reads)
    expected = f"Bij zo veel lezen verwachtten we er {_range(fall)}."
    return f"{_days(recent)}: {clicks} op een meldpunt, bij {read} gelezen weergaven. {expected}"


def not_known(hardest: Outcome, others: int) -> str:
    """Say how many know the hardest question, and how many more are as hard."""
    more = f" Dat geldt voor nog {_of(others, 'vraag', 'vragen')}." if others else ""
    return f"Goed: {in_words(hardest)}. Ook met de marge blijft dat onder {LEAST_KNOWN * 100:.0f} van de 100.{more}"


def nothing_fresh(lacks: Sequence[str], stale: int) -> str:
    """Say what the rule of the red thread misses, and what is there that nobody looked over in time."""
    missing = " en ".join(f"geen nagekeken {what}" for what in lacks)
    told = [f"Er is {missing}."] if lacks else []
    if stale:
        told.append(f"Niet op tijd nagekeken: {_of(stale, 'pagina', PAGES)}.")
    return " ".join(told)


def nothing_about(themes: Sequence[str], whole: int) -> str:
    """Say about which themes a group finds nothing at all."""
    listed = " en ".join(filter(None, [", ".join(themes[:-1]), themes[-1]]))
    return f"Over {len(themes)} van de {whole} thema's is er nog niets: {listed}."


def _counted(count: int, kind: Kind) -> str:
    outcome = publishable(Figure(count, kind), audience=Audience.STAFF)
    return in_words(outcome)


def _range(fall: Fall) -> str:
    return f"tussen {number(fall.low)} en {number(fall.high)}"


def _days(period: Period) -> str:
    return f"Van {day_label(period.first)} tot en met {day_label(period.last, with_year=True)}"


def _of(count: int, one: str, many: str) -> str:
    return f"{number(count)} {one if count == 1 else many}"
