"""Every measure we keep, once. The dashboard, the exports and the public promise are made from this list."""

from dataclasses import dataclass
from enum import StrEnum

from campagne.figures.verdicts import ATTENTION, INTENTION, OUTCOME, REACH, STEP, UNDERSTANDING, Rung


class Strength(StrEnum):
    """How well a measure stands for what its rung asks."""

    COUNTED = "geteld, zonder schatting"
    FAIR = "redelijke aanwijzing"
    WEAK = "zwakke aanwijzing"
    OFFICIAL = "officieel cijfer"


@dataclass(frozen=True)
class Measure:
    """What a figure is: its name and unit on screen, how it comes about, and what it does not say.

    `version` rises when the definition changes, so that two figures are never compared across the change.
    """

    code: str
    name: str
    rung: Rung
    unit: str
    definition: str
    caveat: str
    strength: Strength
    version: int = 1


VIEWS = Measure(
    "weergaven",
    "Weergaven",
    REACH,
    "weergaven",
    "Een pagina of een stap is getoond in een browser die zichtbaar was. Robots, medewerkers en browsers die vragen "
    "om niet gevolgd te worden, tellen niet mee.",
    "Wie tien pagina's opent, geeft tien weergaven. Zonder JavaScript telt een weergave niet mee.",
    Strength.COUNTED,
)
VISITS = Measure(
    "bezoeken",
    "Bezoeken",
    REACH,
    "bezoeken",
    "Een weergave waarmee iemand binnenkomt: niet vanaf een andere pagina van ons, en niet door herladen of terug.",
    "Een bezoek is geen persoon. Wie twee keer komt, geeft twee bezoeken.",
    Strength.FAIR,
)
READS = Measure(
    "gelezen",
    "Gelezen weergaven",
    ATTENTION,
    "van de weergaven",
    "De pagina stond minstens de halve leestijd in beeld, en minstens de helft kwam voorbij. De browser rekent "
    "dat zelf uit en stuurt alleen: gelezen.",
    "Lezen is nog geen begrijpen. Een pagina die openstaat, kan ook wachten.",
    Strength.FAIR,
)
USEFUL = Measure(
    "nuttig",
    "‘Dit was nuttig’",
    ATTENTION,
    "van de antwoorden",
    "Wie onder een pagina op ‘ja’ tikte, van iedereen die ‘ja’ of ‘nee’ tikte.",
    "Weinig lezers tikken, en wie tikt is anders dan wie niet tikt.",
    Strength.WEAK,
)
QUIZ_FINISHED = Measure(
    "quiz_afgerond",
    "Quiz afgerond",
    UNDERSTANDING,
    "van de begonnen quizzen",
    "Begonnen is: minstens één vraag beantwoord. Afgerond is: tot het einde gegaan.",
    "Wie stopt, weet niet minder. De overgeslagen vragen tellen nooit als fout.",
    Strength.COUNTED,
)
RIGHT_ANSWERS = Measure(
    "goed",
    "Goed beantwoord",
    UNDERSTANDING,
    "van de antwoorden per vraag",
    "Goede antwoorden per vraag, van alle antwoorden met ‘weet ik niet’ erbij. Het laatste antwoord vóór de uitleg "
    "telt, op de dag waarop iemand aan de quiz begon. Wat aan het eind nog eens is gevraagd, telt hier niet mee. "
    "Vragen worden niet bij elkaar opgeteld.",
    "Wie een quiz invult, kiest daar zelf voor. Weten is nog geen doen.",
    Strength.FAIR,
    version=2,
)
INTENTIONS = Measure(
    "voornemen",
    "Voornemen",
    INTENTION,
    "van de antwoorden per vraag",
    "Wat mensen zeggen te gaan doen, per antwoord. Er is geen goed of fout.",
    "Een voornemen is nog geen gedrag.",
    Strength.WEAK,
)
REPORT_CLICKS = Measure(
    "meldpunt",
    "Klik op een meldpunt",
    STEP,
    "klikken",
    "Iemand tikte op het telefoonnummer of de website van een meldpunt.",
    "Een klik op een meldpunt is geen melding. Wie zelf belt, zien we niet.",
    Strength.FAIR,
)
PRINTS = Measure(
    "geprint",
    "Pagina geprint",
    STEP,
    "keer",
    "Iemand opende het printvenster op een pagina.",
    "We zien niet of er papier uit kwam, en niet wie het las.",
    Strength.WEAK,
)
OFFICIAL = Measure(
    "officieel",
    "Veiligheidsmonitor en politiecijfers",
    OUTCOME,
    "zoals gepubliceerd",
    "Cijfers van CBS en politie, voor de regio, Limburg en Nederland.",
    "Niet alles wordt gemeld. Een stijging kan komen door meer politiewerk.",
    Strength.OFFICIAL,
)

MEASURES = (
    VISITS,
    VIEWS,
    READS,
    USEFUL,
    QUIZ_FINISHED,
    RIGHT_ANSWERS,
    INTENTIONS,
    REPORT_CLICKS,
    PRINTS,
    OFFICIAL,
)
