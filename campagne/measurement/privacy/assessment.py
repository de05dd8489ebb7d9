"""A data protection impact assessment (AVG article 35) in the seventeen points of the model of the Dutch government.

Written as far as the software can know; the judgement stays with the municipality and its officer.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from campagne.measurement.privacy.document import Document, Part, Points, Rows, Section, to_fill_in
from campagne.measurement.privacy.installed import Installed
from campagne.measurement.privacy.processing import Processing
from campagne.measurement.privacy.promised import Version
from campagne.measurement.privacy.register import ABOUT, about, annex, processings
from campagne.measurement.privacy.risks import risks

CHILDREN = (
    "De site is ook voor jongeren. Zij hebben geen account nodig, en de site krijgt geen naam, leeftijd of adres. Voor "
    "jongeren die dader kunnen worden geldt in cijfers een hogere drempel."
)
SPECIAL = (
    "De site vraagt niet naar gezondheid, strafbare feiten, geloof of afkomst. In een quiz kan een vraag gaan over "
    "slachtofferschap; antwoorden zijn niet aan iemand te verbinden."
)
OF_EDITORS = "wat is afgesproken over bijzondere gegevens op pagina's en in bestanden"
INTERESTS = (
    "Inwoners: voorlichting vinden zonder gevolgd te worden. Gemeenten: weten of voorlichting werkt. Medewerkers: "
    "veilig werken, zonder onnodig toezicht. Bibliotheken: lessen geven zonder administratie over deelnemers."
)
NECESSITY = (
    "Per verwerking is gekozen voor aantallen in plaats van regels over mensen. Bezoekers worden niet herkend; daarom "
    "zegt de site ook niet hoeveel mensen er kwamen, alleen hoe vaak een pagina is bezocht.",
    "Minder kan: wie Do Not Track of Global Privacy Control aanzet, telt niet mee bij weergaven, lezen en klikken.",
    "Van medewerkers wordt bewaard wat nodig is om in te loggen en om te zien wie wat deed.",
)
RIGHTS = (
    "Bezoekers: de site kan niet nagaan welke aantallen van wie zijn, dus inzage of verwijdering is niet mogelijk "
    "(AVG, artikel 11). Op /privacy/ staat wat wel en niet wordt bewaard, tabel voor tabel.",
    "Medewerkers zien en wijzigen hun gegevens in hun account. Een beheerder kan een account wijzigen, uitzetten, "
    "bevriezen en verwijderen. Regels in de geschiedenis houden dan de naam.",
)
LAWS = (
    "Algemene verordening gegevensbescherming (AVG) en de Uitvoeringswet AVG.",
    "Telecommunicatiewet, artikel 11.7a: bezoekers krijgen geen cookie; in het beheer staan alleen cookies om in te "
    "loggen.",
    "Archiefwet; Baseline Informatiebeveiliging Overheid (BIO2).",
)
HTTPS = "Wie met http komt, wordt naar https (TLS) gestuurd."
NO_HTTPS = "Deze installatie gebruikt geen https (TLS): SITE_URL begint niet met https."


def assessment(installed: Installed, promised: Version, day: date) -> Document:
    listed = processings(installed)
    about_it = [*about(installed, promised, day), to_fill_in("of een DPIA verplicht is, en waarom")]
    sections = [Section(ABOUT, about_it), *described(installed, listed), *judged(installed, listed), annex(listed)]
    return Document("dpia", f"DPIA: {installed.region}", sections)


def described(installed: Installed, listed: Sequence[Processing]) -> Iterator[Section]:
    """Part A of the model: what is done, by whom and where."""
    yield Section("1. Voorstel", proposal(installed))
    of_whom = [(one.name, one.people, " ".join(one.data)) for one in listed]
    yield Section("2. Persoonsgegevens", [Rows(("Verwerking", "Van wie", "Gegevens"), of_whom)])
    yield Section("3. Verwerkingen", [Points([one.name for one in listed])])
    yield Section("4. Doelen", [per_processing("Doel", listed, lambda one: [one.purpose])])
    yield Section("5. Betrokken partijen", [per_processing("Wie ontvangt", listed, lambda one: [one.receivers])])
    yield Section("6. Belangen", [INTERESTS, to_fill_in("andere belangen, zoals van partners en leveranciers")])
    yield Section("7. Waar", places(installed))
    yield Section("8. Techniek", [Points(technique(installed))])
    yield Section("9. Wetten en beleid", [Points([*LAWS, to_fill_in("eigen privacybeleid en informatiebeleid")])])
    yield Section("10. Bewaartermijnen", [per_processing("Hoe lang", listed, lambda one: one.kept)])


def judged(installed: Installed, listed: Sequence[Processing]) -> Iterator[Section]:
    """Parts B, C and D: whether it may, what could go wrong, and what is done about it."""
    yield Section("11. Grondslag", [per_processing("Grondslag", listed, lambda one: [one.ground])])
    yield Section("12. Bijzondere gegevens en kinderen", [CHILDREN, SPECIAL, to_fill_in(OF_EDITORS)])
    yield Section("13. Doelbinding", [to_fill_in("of iemand gegevens ook ergens anders voor gebruikt")])
    yield Section("14. Noodzaak en evenredigheid", [Points(NECESSITY), to_fill_in("het oordeel van de gemeente")])
    yield Section("15. Rechten van betrokkenen", [Points(RIGHTS), to_fill_in("waar iemand een verzoek doet")])
    yield Section("16. Risico's", dangers(installed))
    yield Section("17. Maatregelen en oordeel", measures(installed))


def per_processing(head: str, listed: Sequence[Processing], told: Callable[[Processing], Sequence[str]]) -> Rows:
    return Rows(("Verwerking", head), [(one.name, " ".join(told(one))) for one in listed])


def proposal(installed: Installed) -> list[Part]:
    named = ", ".join(installed.municipalities) or to_fill_in("welke gemeenten")
    return [
        f"Een website van {installed.region} ({named}) waarop inwoners en ondernemers leren hoe zij veilig blijven, "
        "oefenen met een quiz of een les, en lezen waar zij iets kunnen melden. Bij een incident staat er wat te "
        "doen. De "
        "regio telt hoe vaak pagina's worden gelezen en wat mensen weten, zonder bij te houden wie dat zijn.",
        to_fill_in("aanleiding, besluit, planning en wie deze DPIA maakte"),
    ]


def places(installed: Installed) -> list[Part]:
    stores = [f"Database: {installed.database}."]
    stores.append("Bestanden: in een bucket (S3)." if installed.has_bucket else "Bestanden: op de machine zelf.")
    if installed.has_shared_cache:
        stores.append("Een gedeeld geheugen (Redis of Valkey) met kopieën van openbare pagina's.")
    return [Points(stores), to_fill_in("in welk land en bij welke partij de machines en kopieën staan")]


def technique(installed: Installed) -> list[str]:
    told = [
        "Een eigen script telt een weergave en of zij is gelezen. Het zet geen cookie en bewaart niets in de browser.",
        "Er is geen profilering en er worden geen besluiten over mensen genomen.",
        HTTPS if installed.has_tls else NO_HTTPS,
    ]
    if installed.keeps_offline:
        told.append("Wie daar zelf op drukt, bewaart pagina's op het eigen apparaat. De site weet niet welke.")
    return told


def dangers(installed: Installed) -> list[Part]:
    weighed = to_fill_in("kans en ernst")
    rows = [(risk.what, risk.left, weighed) for risk in risks(installed)]
    return [Rows(("Risico", "Wat overblijft na de maatregelen", "Weging"), rows)]


def measures(installed: Installed) -> list[Part]:
    rows = [(risk.what, each.text, each.proof) for risk in risks(installed) for each in risk.safeguards]
    return [
        "Elke maatregel wordt bewaakt door een test van de software. Die mislukt als de maatregel wegvalt.",
        Rows(("Tegen", "Maatregel", "Bewijs"), rows),
        to_fill_in("maatregelen van de organisatie: werkafspraken, scholing, uitgeven en intrekken van accounts"),
        to_fill_in("advies van de functionaris gegevensbescherming, en het besluit met datum"),
    ]
