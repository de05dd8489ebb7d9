"""One figure as a report tells it: what it is, of whom, its range or why not, and what it does not say. Pure."""

from dataclasses import dataclass

from campagne.figures.disclosure import Outcome, Shown
from campagne.figures.notation import number

NOT_FILLED_IN = "nog niet ingevuld"
COUNTED = "Geteld, geen schatting. Daarom staat er geen marge bij."
ONE_GROUP = "Eén groep: dit zegt niets over anderen."
IN_THE_ROOM = "geteld in de zaal, door wie de les gaf"
ANSWERS = "antwoorden van deelnemers, op een scherm of op papier"


@dataclass(frozen=True)
class Meaning:
    """What a figure is: its name and unit, where it comes from, and what it does not say."""

    name: str
    unit: str
    source: str
    caveat: str


VISITORS = Meaning(
    "Bezoekers",
    "personen",
    IN_THE_ROOM,
    "Bij meer bijeenkomsten telt de bijeenkomst met de meeste mensen. Wie alleen een andere keer kwam, telt dan niet.",
)
BEGUN = Meaning(
    "Begonnen",
    "deelnemers",
    ANSWERS,
    "Begonnen is: minstens één antwoord gegeven. Wie zonder plaatskaart wisselde van tablet, telt twee keer.",
)
FINISHED = Meaning(
    "Afgerond", "deelnemers", ANSWERS, "Afgerond is: tot het laatste deel gekomen. Wie eerder stopte, weet niet minder."
)
ON_PAPER = Meaning(
    "Op papier",
    "deelnemers",
    ANSWERS,
    "De vraag met de meeste antwoorden op papier telt. Papier en scherm zijn hetzelfde gevraagd.",
)
REFERRED = Meaning(
    "Doorverwezen", "personen", IN_THE_ROOM, "We weten niet of iemand daar ook hulp zocht. Het is geen melding."
)
HANDS = Meaning(
    "Handen omhoog",
    "handen",
    IN_THE_ROOM,
    "Mensen kijken naar elkaar. Daarom staat dit apart en telt het in geen ander cijfer mee.",
)
BEFORE = Meaning("Goed vooraf", "deelnemers", ANSWERS, "Weten is nog geen doen.")
AFTER = Meaning("Goed achteraf", "deelnemers", ANSWERS, "Weten is nog geen doen. Na een maand kan het anders zijn.")
OUTCOMES = tuple(
    Meaning(name, "deelnemers", ANSWERS, "‘Weet ik niet’ is hier: niet goed.")
    for name in ("Bleef goed", "Verleerde", "Leerde", "Bleef fout")
)
"""In the order of the four counts: right both times, before only, after only, neither time."""
ONLY_BEFORE = Meaning(
    "Alleen vooraf", "deelnemers", ANSWERS, "Wie niet beide keren antwoordde, telt niet mee in de verandering."
)
ONLY_AFTER = Meaning("Alleen achteraf", "deelnemers", ANSWERS, ONLY_BEFORE.caveat)


@dataclass(frozen=True)
class Told:
    """A figure and what it means. Without an outcome nobody filled it in, which is not 0.

    `of_whom` names the whole it is a part of; `subject` what it is about, where a meaning has several.
    """

    meaning: Meaning
    outcome: Outcome | None
    of_whom: str = ""
    subject: str = ""
    margin: str = COUNTED

    @property
    def words(self) -> str:
        if self.outcome is None:
            return NOT_FILLED_IN
        if not isinstance(self.outcome, Shown):
            return str(self.outcome)
        if self.outcome.n is None:
            return number(self.outcome.count)
        return f"{number(self.outcome.count)} van de {number(self.outcome.n)} {self.of_whom}".rstrip()

    @property
    def short(self) -> str:
        """For a table whose head says of whom it is."""
        shown = isinstance(self.outcome, Shown)
        return number(self.outcome.count) if shown else self.words
