"""What CAP 1.2 has its own words for: the kind of danger, how soon, how grave, and what to do. Without a database."""

from dataclasses import dataclass

from campagne.content.instruction import Language, Scenario
from campagne.incidents.course import Kind


@dataclass(frozen=True)
class Danger:
    """Words of the standard for one scenario, and the event in words of people."""

    category: str
    response: str
    urgency: str
    severity: str
    certainty: str
    event: dict[Language, str]


def _event(dutch: str, english: str, german: str) -> dict[Language, str]:
    return {Language.DUTCH: dutch, Language.ENGLISH: english, Language.GERMAN: german}


DANGERS = {
    Scenario.GAS: Danger(
        *("CBRNE", "Shelter", "Immediate", "Severe", "Observed"),
        _event("Gevaarlijke stof in de lucht", "Hazardous substance in the air", "Gefahrstoff in der Luft"),
    ),
    Scenario.FIRE: Danger(
        *("Fire", "Shelter", "Immediate", "Severe", "Observed"),
        _event("Brand met veel rook", "Fire with much smoke", "Brand mit viel Rauch"),
    ),
    # What to do is in the NL-Alert: staying in or going away may both be right.
    Scenario.EXPLOSION: Danger(
        *("CBRNE", "Monitor", "Immediate", "Severe", "Likely"),
        _event("Gevaar voor een explosie", "Danger of an explosion", "Explosionsgefahr"),
    ),
    Scenario.OUTAGE: Danger(
        *("Infra", "Execute", "Expected", "Minor", "Observed"),
        _event("Storing van digitale diensten", "Outage of digital services", "Ausfall digitaler Dienste"),
    ),
}
UNNAMED = Danger(*("Other", "Execute", "Unknown", "Unknown", "Unknown"), _event("Incident", "Incident", "Vorfall"))
"""Of an instruction that lost its scenario after it was raised."""

STATUS = {False: "Actual", True: "Exercise"}
TYPE = {
    Kind.ALERT: "Alert",
    Kind.UPDATE: "Update",
    Kind.ALL_CLEAR: "Cancel",
    Kind.WITHDRAWAL: "Cancel",
    Kind.EXPIRY: "Cancel",
}


@dataclass(frozen=True)
class Ending:
    """What a Cancel says of the danger: only an all-clear says that there is none."""

    response: str
    urgency: str
    severity: str
    certainty: str


ENDINGS = {
    Kind.ALL_CLEAR: Ending("AllClear", "Past", "Minor", "Observed"),
    Kind.WITHDRAWAL: Ending("None", "Unknown", "Unknown", "Unknown"),
    Kind.EXPIRY: Ending("Monitor", "Unknown", "Unknown", "Unknown"),
}
