"""What a planner had better know, and may ignore: too many people for one presenter, too long for one time. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

COMFORTABLE = 8
"""How many people one presenter helps well."""
LONGEST = 120
"""Minutes; after two hours nobody takes in more."""


@dataclass(frozen=True)
class Planned:
    """What advice depends on. `slow_minutes` is the whole lesson, with people who read with difficulty."""

    expected: int
    presenters: int
    slow_minutes: int
    meetings: int
    has_quiz: bool = True


def advice_on(planned: Planned) -> Iterator[str]:
    """Sentences, each with what to do."""
    helpers = max(planned.presenters, 1)
    if planned.expected > COMFORTABLE * helpers:
        needed = ceil(planned.expected / COMFORTABLE)
        yield (
            f"U verwacht {planned.expected} mensen. Eén begeleider helpt er {COMFORTABLE} goed. "
            f"Vraag {needed} begeleiders, of plan meer groepen."
        )
    per_meeting = ceil(planned.slow_minutes / max(planned.meetings, 1))
    if per_meeting > LONGEST:
        needed = ceil(planned.slow_minutes / LONGEST)
        yield (
            f"Voor wie moeilijk leest, duurt dit {per_meeting} minuten per keer. Dat is lang. "
            f"Maak er een cursus van {needed} keer van."
        )
    if not planned.has_quiz:
        yield "Bij deze module hoort geen quiz. U ziet na afloop dus niet wat de groep heeft geleerd."
