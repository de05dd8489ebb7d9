"""What keeping the site running adds: copies, logs and machines."""

from collections.abc import Iterator

from campagne.measurement.privacy.document import to_fill_in
from campagne.measurement.privacy.installed import Installed
from campagne.measurement.privacy.of_staff import WORK
from campagne.measurement.privacy.of_visitors import NOT_WRITTEN
from campagne.measurement.privacy.processing import Processing, Safeguard

EVERYBODY = "Iedereen over wie de database iets bevat: vooral mensen met een account."
METRICS = "Getallen over de machine (METRICS_PORT), alleen te lezen op die machine. Geen ervan gaat over één lezer."
NO_METRICS = "Getallen over de machine staan uit (METRICS_PORT is leeg)."


def of_running(installed: Installed) -> Iterator[Processing]:
    yield backups(installed)
    yield logs(installed)


def backups(installed: Installed) -> Processing:
    return Processing(
        name="Backups",
        purpose="De site terug kunnen zetten na een storing, een fout of een aanval.",
        ground=WORK,
        people=EVERYBODY,
        data=(f"Een hele kopie van de database en van geüploade bestanden. {encrypted(installed)}",),
        kept=(
            rotation(installed),
            "Wat uit de site is verwijderd, staat dus nog zo lang in backups. "
            + to_fill_in("wie bijhoudt dat verwijderde gegevens na terugzetten weer worden verwijderd"),
        ),
        receivers=to_fill_in("waar de backups staan, wie erbij kan, en waar de sleutel ligt"),
        safeguards=(
            Safeguard("Een backup wordt teruggelezen voor hij telt.", "tests/serving/backup/test_making.py"),
            Safeguard("Oude backups verdwijnen volgens de regel.", "tests/serving/backup/test_rotation.py"),
        ),
    )


def encrypted(installed: Installed) -> str:
    if installed.backup_keep is None:
        return "Er is geen map voor backups ingesteld (BACKUP_DIR): de site maakt ze niet vanzelf."
    if installed.backups_are_encrypted:
        return "Ze zijn versleuteld."
    return "Ze zijn NIET versleuteld (BACKUP_KEY is leeg): wie ze vindt, leest namen en e-mailadressen van medewerkers."


def rotation(installed: Installed) -> str:
    """How long a backup is kept: the newest of each of so many days, weeks and months."""
    if installed.backup_keep is None:
        return to_fill_in("hoe vaak backups worden gemaakt en hoe lang zij blijven")
    days, weeks, months = installed.backup_keep
    oldest = f"{months} maanden" if months else f"{weeks} weken" if weeks else f"{max(days, 1)} dagen"
    return (
        f"Van {days} dagen, {weeks} weken en {months} maanden blijft de nieuwste backup. Wordt er elke nacht een "
        "gemaakt, "
        f"dan is de oudste hooguit {oldest} oud."
    )


def logs(installed: Installed) -> Processing:
    return Processing(
        name="Logs en storingen",
        purpose="Fouten vinden en zien of de site het doet.",
        ground=WORK,
        people="Bezoekers en medewerkers, alleen terwijl een verzoek wordt beantwoord.",
        data=(
            "Tijd, soort fout en plaats in de code. Geen adres, geen browser, geen zoekwoord en geen ingevulde waarde.",
            "Het log van nginx, zoals de site het instelt: tijd, methode, status, grootte en duur. Geen adres en geen "
            "pagina. " + to_fill_in("wat een firewall, proxy of hostingpartij vóór de site zelf bewaart"),
            METRICS if installed.has_metrics else NO_METRICS,
        ),
        kept=(to_fill_in("hoe lang het systeemlog (journald) wordt bewaard"),),
        receivers=to_fill_in("wie de machine beheert, en de verwerkersovereenkomst daarvoor"),
        safeguards=(
            NOT_WRITTEN,
            Safeguard("Het log van nginx bevat geen adres.", "tests/serving/deployment/test_nginx.py"),
        ),
        tables=("serving.Disturbance",),
    )
