"""What could go wrong for people, and what is done about it. How likely and how bad is for the municipality to say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from campagne.measurement.privacy.installed import Installed
from campagne.measurement.privacy.of_running import encrypted
from campagne.measurement.privacy.of_staff import required
from campagne.measurement.privacy.of_visitors import ANONYMOUS_PUBLIC, NO_IDENTIFIER, NOT_WRITTEN
from campagne.measurement.privacy.processing import Safeguard


@dataclass(frozen=True)
class Risk:
    """`left` is what the measures do not take away, said as plainly as the measures."""

    what: str
    safeguards: Sequence[Safeguard]
    left: str


def risks(installed: Installed) -> Iterator[Risk]:
    yield from of_visitors()
    yield from of_staff(installed)
    yield Risk(
        "Een kopie van de site komt in verkeerde handen.",
        (Safeguard("Een backup opent alleen met de sleutel.", "tests/serving/backup/test_sealing.py"),),
        encrypted(installed),
    )


def of_visitors() -> Iterator[Risk]:
    yield Risk(
        "Een bezoeker wordt herkend of gevolgd, ook over meer bezoeken heen.",
        (NO_IDENTIFIER, NOT_WRITTEN),
        "Wie de verbinding zelf kan afluisteren of de server beheert, ziet verkeer zoals bij elke website.",
    )
    yield Risk(
        "Een cijfer over een kleine groep verraadt wat één mens antwoordde.",
        (
            ANONYMOUS_PUBLIC,
            Safeguard("Ook medewerkers zien geen cijfer onder de drempel.", "tests/figures/test_disclosure.py"),
        ),
        "In een zaal ziet een begeleider wie een tablet vasthoudt. De site schrijft dat niet op.",
    )
    yield Risk(
        "Iemand typt toch een naam of iets gevoeligs.",
        (
            Safeguard("Wat een bezoeker in een formulier typt, wordt niet bewaard.", NOT_WRITTEN.proof),
            Safeguard("Een zoekwoord van één mens wordt niet opgeschreven.", "tests/home/search/test_missed.py"),
        ),
        "Medewerkers hebben wel vrije tekst, zoals opmerkingen bij een les. Het scherm vraagt daar om geen namen.",
    )
    yield Risk(
        "Een kind of jongere laat gegevens achter zonder het te overzien.",
        (Safeguard("Niemand heeft een account nodig, en geen tabel heeft plaats voor een naam.", NO_IDENTIFIER.proof),),
        "Links naar andere sites, zoals de politie, vallen onder de regels van die sites.",
    )
    yield Risk(
        "Een vreemde server krijgt te zien wie de site bezoekt.",
        (Safeguard("Geen lettertype, beeld of script komt van elders.", "tests/whole/test_standards.py"),),
        "Wie op een link drukt, gaat naar een andere site; die ziet dan een bezoeker.",
    )


def of_staff(installed: Installed) -> Iterator[Risk]:
    yield Risk(
        "Iemand logt in als een medewerker en ziet of verandert te veel.",
        (
            Safeguard("Zonder vereiste tweede stap opent geen scherm.", "tests/whole/test_admin_walk.py"),
            Safeguard("Een misbruikt account wordt in één keer bevroren.", "tests/staff/freezing/test_account.py"),
            Safeguard("Wat met een account gebeurt, wordt opgeschreven.", "tests/staff/test_audit.py"),
        ),
        required(installed),
    )
    yield Risk(
        "De geschiedenis wordt gebruikt om medewerkers te volgen.",
        (Safeguard("Regels over inloggen worden na een tijd weggegooid.", "tests/staff/test_arriving.py"),),
        "Wie voor de regio werkt, kan zien wie wat wijzigde. De gemeente spreekt af waarvoor dat mag.",
    )
