"""The register of processing (AVG article 30), made from what this installation keeps; it asks for the rest."""

from collections.abc import Sequence
from datetime import date

from django.apps import apps
from django.utils.formats import date_format

from campagne.measurement.privacy.document import Document, Part, Points, Rows, Section, to_fill_in
from campagne.measurement.privacy.installed import Installed
from campagne.measurement.privacy.of_running import of_running
from campagne.measurement.privacy.of_staff import of_staff
from campagne.measurement.privacy.of_visitors import of_visitors
from campagne.measurement.privacy.of_work import OF_WORK
from campagne.measurement.privacy.processing import Processing
from campagne.measurement.privacy.promised import Version

DEMO = "Let op: dit is een demo. Namen en cijfers zijn verzonnen, dus deze tekst geldt voor geen enkele gemeente."
ABOUT = "Over deze tekst"


def processings(installed: Installed) -> list[Processing]:
    """Everything that is done with data about people, from reading to backups."""
    return [*of_visitors(installed), *of_staff(installed), *OF_WORK, *of_running(installed)]


def register(installed: Installed, promised: Version, day: date) -> Document:
    listed = processings(installed)
    described = [Section(f"{number}. {each.name}", _parts(each)) for number, each in enumerate(listed, start=1)]
    sections = [Section(ABOUT, about(installed, promised, day)), who(installed), *described, annex(listed)]
    return Document("verwerkingsregister", f"Register van verwerkingen: {installed.region}", sections)


def about(installed: Installed, promised: Version, day: date) -> list[Part]:
    """Where the text comes from, and what it is not."""
    told = (
        f"Deze tekst is op {date_format(day, 'j F Y')} gemaakt uit de tabellen, de tellingen en de instellingen van "
        "deze "
        f"installatie. Zij hoort bij versie {promised.number} van de belofte op /privacy/, van "
        f"{date_format(promised.day, 'j F Y')}: {promised.told}",
        "De site weet niet alles. Wat alleen de gemeente weet, staat er als ‘in te vullen’. De functionaris "
        "gegevensbescherming beoordeelt de tekst; de maker van de site kan dat niet doen.",
    )
    return [*([DEMO] if installed.is_demo else []), *told]


def who(installed: Installed) -> Section:
    """Who answers for it."""
    named = ", ".join(installed.municipalities) or "nog geen gemeente"
    rows = (
        ("Verwerkingsverantwoordelijke", to_fill_in("naam, adres en contactpersoon")),
        ("Gemeenten op de site", named),
        ("Gezamenlijk verantwoordelijk", to_fill_in("welke gemeenten samen, en de onderlinge regeling (artikel 26)")),
        ("Functionaris gegevensbescherming", to_fill_in("naam en contactgegevens")),
        ("Verwerkers", to_fill_in("hosting, mail, onderhoud, met datum van de overeenkomst (artikel 28)")),
        (
            "Doorgifte buiten de EER",
            "Door de site zelf: geen. " + to_fill_in("door verwerkers: ja of nee, en waarheen"),
        ),
    )
    return Section("Wie", [Rows(("Wat", "Wie"), rows)])


def annex(listed: Sequence[Processing]) -> Section:
    labels = [label for each in listed for label in each.tables]
    told = "Deze tabellen horen bij de verwerkingen hierboven. De namen zijn die uit de software zelf."
    return Section("Bijlage: tabellen en kolommen", [told, Rows(("Tabel", "Kolommen"), [*map(_columns, labels)])])


def _parts(processing: Processing) -> list[Part]:
    rows = (
        ("Doel", processing.purpose),
        ("Grondslag", processing.ground),
        ("Van wie", processing.people),
        ("Ontvangers", processing.receivers),
    )
    proven = [f"{each.text} (bewijs: {each.proof})" for each in processing.safeguards]
    lists = (
        ("Gegevens:", processing.data),
        ("Bewaartermijn:", processing.kept),
        ("Beveiliging, met de test die dat bewaakt:", proven),
    )
    return [Rows(("Onderdeel", "Inhoud"), rows), *(part for title, items in lists for part in (title, Points(items)))]


def _columns(label: str) -> tuple[str, str]:
    fields = apps.get_model(label)._meta.local_fields
    columns = [str(field.verbose_name) for field in fields if not field.primary_key]
    return f"{apps.get_model(label)._meta.verbose_name} ({label})", ", ".join(columns) or "alleen een verwijzing"
