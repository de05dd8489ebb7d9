"""The public tables, once: what each counts, by which two things, and in which words it is told.

Two dimensions at most. Tables that could be subtracted from each other name each other in LINKED and are protected
together; whoever adds a table asks first what it shares with the others.
"""

from dataclasses import dataclass

from campagne.figures.disclosure import Kind
from campagne.measurement import measures
from campagne.measurement.measures import Measure


@dataclass(frozen=True)
class PublicTable:
    """A table by `row_word` and `column_word`. `source` is where its figures are asked.

    One with totals holds counts; else each figure is a share that stands by itself, and with `is_item` all shares of
    one question are shown or none. `caveat` is what this table does not say beside what its measure does not say.
    """

    code: str
    name: str
    measure: Measure
    kind: Kind
    source: str
    row_word: str
    column_word: str
    has_totals: bool = True
    is_item: bool = False
    caveat: str = ""
    version: int = 1


VISITS_OF_GROUPS = PublicTable(
    "bezoeken-doelgroep",
    "Bezoeken per doelgroep en thema",
    measures.VISITS,
    Kind.VISITS,
    "visits",
    "doelgroep",
    "thema",
    caveat="Een bezoek aan een pagina voor meer doelgroepen verdelen we niet. Het staat in een eigen rij.",
)
VISITS_OF_MUNICIPALITIES = PublicTable(
    "bezoeken-gemeente",
    "Bezoeken per gemeente en thema",
    measures.VISITS,
    Kind.VISITS,
    "visits",
    "gemeente",
    "thema",
    caveat="We weten niet waar een bezoeker woont. De gemeente is die van de pagina of van de poster.",
)
PERSONS = PublicTable(
    "lesbezoekers",
    "Bezoekers van lessen per doelgroep en gemeente",
    measures.GUIDED_VISITORS,
    Kind.PERSONS,
    "persons",
    "doelgroep",
    "gemeente",
    caveat="Een les voor meer doelgroepen verdelen we niet. Een les waar niemand telde, telt hier niet mee.",
)
READ = PublicTable(
    "gelezen",
    "Aandeel gelezen per thema",
    measures.READS,
    Kind.VIEWS,
    "reads",
    "thema",
    "",
    has_totals=False,
)
RIGHT = PublicTable(
    "goed",
    "Goede antwoorden per vraag, vóór de uitleg",
    measures.RIGHT_ANSWERS,
    Kind.ANSWERS,
    "right",
    "vraag",
    "hoe",
    has_totals=False,
)
CHOSEN = PublicTable(
    "voornemen",
    "Wat mensen zeggen te gaan doen",
    measures.INTENTIONS,
    Kind.ANSWERS,
    "chosen",
    "vraag en antwoord",
    "hoe",
    has_totals=False,
    is_item=True,
)
CLICKS = PublicTable(
    "meldpunten",
    "Klikken op een meldpunt per soort en thema",
    measures.REPORT_CLICKS,
    Kind.CLICKS,
    "clicks",
    "soort meldpunt",
    "thema",
    caveat="Een pagina telt bij het thema dat zij aan het eind van de maand had.",
)

TABLES = (VISITS_OF_GROUPS, VISITS_OF_MUNICIPALITIES, PERSONS, READ, RIGHT, CHOSEN, CLICKS)
BY_CODE = {table.code: table for table in TABLES}
LINKED = ((VISITS_OF_GROUPS.code, VISITS_OF_MUNICIPALITIES.code),)
"""Tables whose columns add up to the same totals."""


def protected_with(code: str) -> tuple[str, ...]:
    """The tables that are protected together with this one, itself among them, in their fixed order."""
    return next((linked for linked in LINKED if code in linked), (code,))
