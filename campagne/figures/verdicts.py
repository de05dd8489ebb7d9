"""The only judgements a screen may print, and the words that no rung of the ladder may use.

Page counts and short quizzes stand in for awareness and willingness to report; they are not the same thing.
So the words are data as well, and nothing here combines two rungs into one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from campagne.figures.estimates import Estimate, difference
from campagne.figures.published import Published

ENOUGH = 30
"""The smallest group that a judgement may rest on."""
WIDE = 0.20
"""A difference that could still be larger than this is not yet known, rather than not there."""


class Verdict(StrEnum):
    """A judgement as it is printed."""

    HIGHER = "hoger"
    LOWER = "lager"
    NO_DIFFERENCE = "geen verschil aangetoond"
    NOT_YET_KNOWN = "we weten het nog niet"
    TOO_LITTLE = "te weinig gegevens"
    NOT_ENTERED = "nog niet ingevoerd"

    @property
    def has_direction(self) -> bool:
        """Whether an arrow or a colour may stand beside it."""
        return self in (Verdict.HIGHER, Verdict.LOWER)


@dataclass(frozen=True)
class Rule:
    """When a verdict is given; `condition` is how the page about measuring says it."""

    verdict: Verdict
    condition: str
    holds: Callable[[Estimate | None], bool]


RULES = (
    Rule(Verdict.NOT_ENTERED, "Minstens een van de twee cijfers is nog niet ingevoerd.", lambda gap: gap is None),
    Rule(
        Verdict.TOO_LITTLE,
        f"Minstens een van de twee cijfers rust op minder dan {ENOUGH} waarnemingen.",
        lambda gap: gap is not None and gap.n < ENOUGH,
    ),
    Rule(
        Verdict.HIGHER,
        "Ook de ondergrens van het verschil ligt boven 0.",
        lambda gap: gap is not None and gap.low > 0,
    ),
    Rule(
        Verdict.LOWER,
        "Ook de bovengrens van het verschil ligt onder 0.",
        lambda gap: gap is not None and gap.high < 0,
    ),
    Rule(
        Verdict.NOT_YET_KNOWN,
        f"Het verschil kan 0 zijn, maar ook nog groter dan {WIDE * 100:.0f} procentpunten.",
        lambda gap: gap is not None and max(-gap.low, gap.high) > WIDE,
    ),
    Rule(
        Verdict.NO_DIFFERENCE,
        f"Het verschil kan 0 zijn, en is niet groter dan {WIDE * 100:.0f} procentpunten.",
        lambda gap: True,
    ),
)
"""The first rule that holds decides."""


def judge(gap: Estimate | None) -> Verdict:
    """Judge a difference, ours minus theirs. A missing one gives NOT_ENTERED, never a failure."""
    return next(rule.verdict for rule in RULES if rule.holds(gap))


def compare(ours: Estimate | None, theirs: Estimate | None) -> Verdict:
    """Say how `ours` stands to `theirs`, for shares of different people."""
    return judge(None if ours is None or theirs is None else difference(ours, theirs))


def judge_published(gap: Published | None) -> Verdict:
    """Judge a difference between figures that others published, in points of a hundred; None is not entered.

    Without bounds anything may still be so. Whoever publishes without saying on how many it rests withholds what rests
    on too few.
    """
    if gap is None:
        return judge(None)
    if gap.low is None or gap.high is None:
        return Verdict.NOT_YET_KNOWN
    return judge(Estimate(gap.low / 100, gap.value / 100, gap.high / 100, ENOUGH if gap.n is None else gap.n))


@dataclass(frozen=True)
class Rung:
    """A step of the ladder from reach to outcome: what it asks, what it does not say, what it may not be called.

    `forbidden` are whole words as patterns.
    """

    number: int
    name: str
    question: str
    caveat: str
    forbidden: tuple[str, ...]


_WILLING = (r"\w*bereidheid", r"bereidwillig\w*", "bereid", "bereider")
_BEHAVIOUR = (r"\w*gedrag\w*", r"effect\w*", r"effectief\w*")
_REPORTED = ("meldingen", "aangiften", "aangiftes", "gemeld", "slachtoffers")
_UNDERSTOOD = (r"\w*bewust\w*", "begrip", "begrepen", "geleerd")
_STATISTICIAN = (r"significant\w*",)

REACH = Rung(
    1,
    "bereik",
    "Bereiken we ze?",
    "Een bezoek is geen persoon.",
    _WILLING + _BEHAVIOUR + _REPORTED + _UNDERSTOOD + _STATISTICIAN,
)
ATTENTION = Rung(
    2,
    "aandacht",
    "Lezen ze het?",
    "Lezen is nog geen begrijpen.",
    _WILLING + _BEHAVIOUR + _REPORTED + _UNDERSTOOD + _STATISTICIAN,
)
UNDERSTANDING = Rung(
    3,
    "begrip",
    "Weten ze wat te doen?",
    "Weten is nog geen doen.",
    _WILLING + _BEHAVIOUR + _REPORTED + _STATISTICIAN,
)
INTENTION = Rung(
    4,
    "voornemen",
    "Zouden ze melden?",
    "Een voornemen is nog geen gedrag.",
    _WILLING + _BEHAVIOUR + _REPORTED + _STATISTICIAN,
)
STEP = Rung(
    5,
    "stap",
    "Zetten ze een stap?",
    "Een klik op een meldpunt is geen melding.",
    _WILLING + _BEHAVIOUR + _REPORTED + _UNDERSTOOD + _STATISTICIAN,
)
OUTCOME = Rung(
    6,
    "uitkomst",
    "Wat zegt het officiële cijfer?",
    "Niet alles wordt gemeld, en een stijging kan komen door meer politiewerk.",
    _STATISTICIAN,
)
LADDER = (REACH, ATTENTION, UNDERSTANDING, INTENTION, STEP, OUTCOME)


def conclusion(subject: str, verdict: Verdict, *, rung: Rung, reference: str) -> str:
    """Say a verdict in a sentence: "Klikken op een meldpunt: hoger dan vorige maand."

    `subject` is the name of a measure, not the title of a page.
    Raises ValueError if subject or reference claims more than the rung can know, or the verdict is not in the table.
    """
    check_words(f"{subject} {reference}", rung=rung)
    allowed = Verdict(verdict)
    return f"{subject}: {allowed} dan {reference}." if allowed.has_direction else f"{subject}: {allowed}."


def check_words(text: str, *, rung: Rung) -> None:
    """Raise ValueError if `text`, a name or a claim, uses a word that figures of this rung cannot carry.

    Not for caveats: those name exactly what the figure is not.
    """
    claim = claim_in(text, rung=rung)
    if claim:
        raise ValueError(
            f"“{claim}” says more than rung {rung.number} ({rung.name}) can know; name what was counted instead"
        )


def claim_in(text: str, *, rung: Rung) -> str:
    """Return the first word of `text` that figures of this rung cannot carry; empty when there is none."""
    claim = re.search(rf"\b(?:{'|'.join(rung.forbidden)})\b", text.replace("\u00ad", ""), re.IGNORECASE)
    return claim[0] if claim else ""
