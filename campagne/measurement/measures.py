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
    source: str = "eigen telling"


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
SCANS = Measure(
    "gescand",
    "Ingang gescand",
    REACH,
    "keer",
    "Iemand opende het korte adres van een ingang, zoals de QR-code op een poster op één plek. Robots, medewerkers die "
    "het uit het beheer proberen en browsers die vragen om niet gevolgd te worden, tellen niet mee.",
    "Gescand is nog niet gelezen. Wie twee keer scant, telt twee keer. Een plek is geen persoon.",
    Strength.FAIR,
)
ENTRANCE_VISITS = Measure(
    "bezoeken_ingang",
    "Bezoeken langs een ingang",
    REACH,
    "bezoeken",
    "Een bezoek dat begon bij het korte adres van een ingang. Alle ingangen samen zijn, met ‘zonder ingang’ erbij, "
    "alle bezoeken van een dag. Wie komt nadat het is weggehaald, telt apart: nagekomen.",
    "Zonder JavaScript zien we de ingang niet: dan telt de scan wel, maar het bezoek niet. Wie het adres van de pagina "
    "zelf typt, telt als zonder ingang. Een plek is geen persoon.",
    Strength.FAIR,
)
GUIDED_VISITORS = Measure(
    "lesbezoekers",
    "Bezoekers van begeleide lessen",
    REACH,
    "personen",
    "Wie de les geeft, telt de mensen in de zaal. Bij meer bijeenkomsten telt die met de meeste mensen, op de dag van "
    "de eerste bijeenkomst. Een les hoort bij de gemeente en de doelgroepen waarvoor zij is gehouden.",
    "Personen zijn geen bezoeken: we tellen ze nooit bij elkaar op. Wie naar twee lessen gaat, telt twee keer.",
    Strength.COUNTED,
    source="geteld in de zaal, door wie de les gaf",
)
CERTAIN_REACH = Measure(
    "bereik_zeker",
    "Bezoeken, zeker toe te rekenen",
    REACH,
    "bezoeken",
    "Bezoeken die zeker bij één doelgroep horen: langs een ingang voor die groep, door wie zelf zei ‘ik ben …’, of op "
    "een pagina voor die groep alleen. Een bezoek hoort bij de gemeente van de ingang of van de pagina. De labels van "
    "een pagina tellen zoals ze waren op de dag van het bezoek.",
    "Een bezoek is geen persoon. Ook iemand van buiten de groep of de gemeente kan de pagina openen.",
    Strength.FAIR,
)
POSSIBLE_REACH = Measure(
    "bereik_mogelijk",
    "Bezoeken, mogelijk toe te rekenen",
    REACH,
    "bezoeken",
    "Alles wat zeker is, met daarbij de bezoeken aan pagina's voor meer doelgroepen. Die verdelen we niet: ze staan "
    "bij elk van die groepen.",
    "Tel dit van twee doelgroepen nooit bij elkaar op: dan telt hetzelfde bezoek twee keer.",
    Strength.WEAK,
)
UNKNOWN_REACH = Measure(
    "bereik_onbekend",
    "Bezoeken, onbekend van wie",
    REACH,
    "bezoeken",
    "Bezoeken waarvan we niet weten bij welke doelgroep of gemeente ze horen.",
    "Onbekend is niet hetzelfde als niemand.",
    Strength.COUNTED,
)
ORIGIN = Measure(
    "herkomst",
    "Herkomst van bezoeken",
    REACH,
    "bezoeken",
    "Van welke bekende website iemand binnenkwam, uit een korte lijst. De rest heet ‘overig’. Het adres zelf bewaren "
    "we niet.",
    "Veel websites en apps zeggen niet waar iemand vandaan komt: dan is de herkomst onbekend.",
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
REASONS = Measure(
    "redenen",
    "Waarom niet nuttig",
    ATTENTION,
    "van de gekozen redenen",
    "Wie ‘nee’ tikte, kon daarna één reden kiezen uit een lijst.",
    "Wie geen reden koos, telt hier niet mee. Wie kiest is anders dan wie niet kiest.",
    Strength.WEAK,
)
STEPS = Measure(
    "stappen",
    "Stappen van een module",
    ATTENTION,
    "van de weergaven van stap 1",
    "Hoe vaak een stap is getoond, naast hoe vaak stap 1 is getoond, van dezelfde versie van de module.",
    "Een weergave is geen persoon. Wie een stap nog eens opent, telt weer mee, en wie van elders komt, kan stap 1 "
    "overslaan.",
    Strength.FAIR,
)
QUIZ_FINISHED = Measure(
    "quiz_afgerond",
    "Quiz afgerond",
    UNDERSTANDING,
    "van de begonnen quizzen",
    "Begonnen is: minstens één vraag beantwoord. Afgerond is: tot het einde gegaan. Online en in groepen staan apart.",
    "Wie stopt, weet niet minder. De overgeslagen vragen tellen nooit als fout.",
    Strength.COUNTED,
    version=2,
)
RIGHT_ANSWERS = Measure(
    "goed",
    "Goed beantwoord",
    UNDERSTANDING,
    "van de antwoorden per vraag",
    "Goede antwoorden per vraag, van alle antwoorden met ‘weet ik niet’ erbij. Het laatste antwoord vóór de uitleg "
    "telt, op de dag waarop iemand aan de quiz begon. Wat aan het eind nog eens is gevraagd, telt hier niet mee. "
    "Vragen worden niet bij elkaar opgeteld. Online en in begeleide lessen staan apart. Bij groepen is de marge "
    "ruimer, want mensen uit één groep lijken op elkaar.",
    "Wie een quiz invult, kiest daar zelf voor. Weten is nog geen doen.",
    Strength.FAIR,
    version=3,
)
RIGHT_AFTER = Measure(
    "goed_na",
    "Goed beantwoord na uitleg",
    UNDERSTANDING,
    "van de antwoorden per vraag",
    "Goede antwoorden per vraag, van alle antwoorden met ‘weet ik niet’ erbij, op vragen die aan het eind van een quiz "
    "of les nog eens zijn gevraagd. Wat dezelfde mensen vóór de uitleg antwoordden, staat er apart bij. Online en in "
    "begeleide lessen staan apart.",
    "Weten is nog geen doen. Na een maand kan het anders zijn.",
    Strength.FAIR,
)
INTENTIONS = Measure(
    "voornemen",
    "Voornemen",
    INTENTION,
    "van de antwoorden per vraag",
    "Wat mensen zeggen te gaan doen, per antwoord. Er is geen goed of fout. Online en in groepen staan apart.",
    "Een voornemen is nog geen gedrag.",
    Strength.WEAK,
    version=2,
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
GUIDE_OUTCOMES = Measure(
    "meldwijzer",
    "Meldwijzer: uitkomst bereikt",
    STEP,
    "weergaven",
    "Iemand kwam in de meldwijzer tot het laatste scherm: wat eerst te doen en waar het te melden.",
    "Een uitkomst lezen is geen melding. Wie uit nieuwsgierigheid kijkt, telt mee.",
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
    SCANS,
    ENTRANCE_VISITS,
    GUIDED_VISITORS,
    CERTAIN_REACH,
    POSSIBLE_REACH,
    UNKNOWN_REACH,
    ORIGIN,
    READS,
    USEFUL,
    REASONS,
    STEPS,
    QUIZ_FINISHED,
    RIGHT_ANSWERS,
    RIGHT_AFTER,
    INTENTIONS,
    REPORT_CLICKS,
    GUIDE_OUTCOMES,
    PRINTS,
    OFFICIAL,
)
