"""What every region begins with: areas, indicators and the goals of the policy note, word for word. No figures.

Codes and inhabitants are left empty where nobody looked them up. Names and definitions are those of the publisher.
Source of the goals: chapter "Prioriteiten" of the Kadernota Integrale Veiligheid Westelijke Mijnstreek.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import product

TEAM, PROVINCE, COUNTRY = "Westelijke Mijnstreek", "Limburg", "Nederland"
END_OF_THE_NOTE = date(2026, 12, 31)
ATTRIBUTION = "Een verandering kan niet aan deze campagne worden toegeschreven."


@dataclass(frozen=True)
class ShippedRegion:
    name: str
    level: str
    code: str | None = None


@dataclass(frozen=True)
class ShippedIndicator:
    """`columns` are what its column may be called in a table: "kop > titel"; without, it is entered by hand."""

    slug: str
    name: str
    theme: str
    unit: str
    of_whom: str
    definition: str
    caveat: str
    wanted: str
    source: str
    table: str
    next_on: str
    columns: tuple[str, ...]
    first_year: int | None = None


@dataclass(frozen=True)
class ShippedGoal:
    """`reference` is the area to compare with; empty compares in time."""

    indicator: str
    relation: str
    reference: str
    source_text: str
    region: str = TEAM
    baseline: str = "2021"
    due: date = END_OF_THE_NOTE


REGIONS = (
    ShippedRegion(TEAM, "team"),
    ShippedRegion(PROVINCE, "province"),
    ShippedRegion(COUNTRY, "country"),
    ShippedRegion("Noord-Nederland (LD)", "part"),
    ShippedRegion("Oost-Nederland (LD)", "part"),
    ShippedRegion("West-Nederland (LD)", "part"),
    ShippedRegion("Zuid-Nederland (LD)", "part"),
)

OF_ONLINE_CRIME = ("Online criminaliteit", "Totaal online criminaliteit", "Online criminaliteit totaal")
ABOUT_THE_MONITOR = (
    "De Veiligheidsmonitor vraagt een deel van de inwoners, dus elk cijfer heeft een marge. Ondernemers tellen niet "
    "mee. Tot en met 2019 was de vraag anders en telde men delicten: die cijfers zijn een andere reeks."
)


def _monitored(*titles: str) -> tuple[str, ...]:
    return tuple(f"{above} > {title}" for above, title in product(OF_ONLINE_CRIME, titles))


ABOUT_NUISANCE = (
    "Een melding is geen mens en geen misdrijf: over één voorval kunnen meer mensen bellen. Meer politiewerk geeft ook "
    "meer meldingen. De politie stelt cijfers achteraf bij; de nieuwste zijn voorlopig."
)


def _of_nuisance(*names: str) -> tuple[str, ...]:
    return tuple(f"{name} > Geregistreerde overlast" for name in names)


_monitor_figure = partial(
    ShippedIndicator,
    theme="cybercrime",
    unit="percent",
    source="CBS",
    table="85472NED",
    next_on="voorjaar 2028",
    first_year=2021,
    caveat=ABOUT_THE_MONITOR,
)
_nuisance_figure = partial(
    ShippedIndicator,
    theme="sociale-kwaliteit",
    unit="number",
    of_whom="meldingen bij de politie",
    wanted="less",
    source="Politie",
    table="47024NED",
    next_on="elke maand, rond de 15e",
    caveat=ABOUT_NUISANCE,
)

INDICATORS = (
    _monitor_figure(
        "slachtoffers-online-criminaliteit",
        "Slachtoffers van online criminaliteit",
        of_whom="van de inwoners van 15 jaar en ouder",
        definition="Inwoners van 15 jaar en ouder die in de twaalf maanden ervoor zelf, als privépersoon, slachtoffer "
        "waren van fraude, hacken, bedreiging of andere criminaliteit op internet.",
        wanted="less",
        columns=("totaal_slachtoffers_pct", *_monitored("Slachtoffers", "Slachtoffers (%)", "Slachtoffers (% 15+)")),
    ),
    _monitor_figure(
        "melding-online-criminaliteit",
        "Melding van online criminaliteit",
        of_whom="van de slachtoffers",
        definition="Slachtoffers van online criminaliteit die het meldden bij een instantie, zoals de bank, de politie "
        "of de Fraudehelpdesk.",
        wanted="more",
        columns=("melding_pct_slachtoffers", *_monitored("Melding", "Melding (% slachtoffers)")),
    ),
    _monitor_figure(
        "aangifte-online-criminaliteit",
        "Aangifte van online criminaliteit",
        of_whom="van de slachtoffers",
        definition="Slachtoffers van online criminaliteit die er aangifte van deden bij de politie.",
        wanted="more",
        columns=("aangifte_pct_slachtoffers", *_monitored("Aangifte", "Aangifte (% slachtoffers)")),
    ),
    ShippedIndicator(
        "meldingen-ondermijning-afgehandeld",
        "Meldingen van ondermijning die passend zijn afgehandeld",
        theme="ondermijning",
        unit="percent",
        of_whom="van de meldingen van ondermijning bij de gemeenten",
        definition="Meldingen van inwoners, ondernemers en anderen over ondermijnende activiteiten waarvan de gemeente "
        "heeft vastgelegd dat ze passend zijn afgehandeld, van alle meldingen in een jaar.",
        caveat="Elke gemeente telt dit zelf en bepaalt zelf wat passend is. Veel wordt niet gemeld, en meer of minder "
        "meldingen is hier goed noch slecht.",
        wanted="neither",
        source="Gemeenten",
        table="",
        next_on="zodra de gemeenten het tellen",
        columns=(),
    ),
    _nuisance_figure(
        "meldingen-verward-gedrag",
        "Meldingen van personen met verward gedrag",
        definition="Meldingen bij de politie over een persoon met verward gedrag, in een jaar of een maand.",
        columns=_of_nuisance("Verward gedrag", "Personen met verward gedrag"),
    ),
    _nuisance_figure(
        "meldingen-burengerucht",
        "Meldingen van burengerucht",
        definition="Meldingen bij de politie over burengerucht, in een jaar of een maand. Niet de misdrijven onder "
        "‘burengerucht (relatieproblemen)’: dat zijn overtreden huisverboden.",
        columns=_of_nuisance("Burengerucht"),
    ),
    _nuisance_figure(
        "meldingen-ruzie-twist",
        "Meldingen van ruzie of twist",
        definition="Meldingen bij de politie over ruzie of twist, in een jaar of een maand. Niet de misdrijven onder "
        "‘mishandeling’. We weten nog niet of de politie ruzie of twist apart telt in haar tabel.",
        columns=_of_nuisance("Ruzie/twist", "Ruzie of twist"),
    ),
)

GOALS = (
    ShippedGoal("melding-online-criminaliteit", "rise", "", "Een toename van de meldingsbereidheid van cybercrime"),
    ShippedGoal(
        "aangifte-online-criminaliteit",
        "towards",
        PROVINCE,
        "Een toename van de aangiftebereidheid van cybercrime naar het Limburgse gemiddelde",
    ),
    ShippedGoal(
        "slachtoffers-online-criminaliteit",
        "below",
        COUNTRY,
        "Een afname van de slachtoffers cybercrime naar onder het landelijke gemiddelde",
    ),
    ShippedGoal(
        "meldingen-ondermijning-afgehandeld",
        "handle",
        "",
        "Meldingen van inwoners, ondernemers en anderen over ondermijnende activiteiten passend afhandelen",
    ),
    ShippedGoal(
        "meldingen-verward-gedrag",
        "fall",
        "",
        "Een afname van het aantal meldingen van personen met verward gedrag ten opzichte van eind 2021",
    ),
    ShippedGoal(
        "meldingen-burengerucht",
        "fall",
        "",
        "Een afname van het aantal meldingen van burengerucht ten opzichte van 2021",
    ),
    ShippedGoal(
        "meldingen-ruzie-twist",
        "fall",
        "",
        "Een afname van het aantal meldingen van mishandeling (ruzie/twist) ten opzichte van 2021",
    ),
)


def themes() -> Iterator[tuple[str, str]]:
    """Pairs of an indicator and the theme it belongs to, once there is such a theme."""
    return ((indicator.slug, indicator.theme) for indicator in INDICATORS)
