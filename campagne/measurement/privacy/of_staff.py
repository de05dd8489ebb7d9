"""What is kept of the people who work with the site: these have a name."""

from collections.abc import Iterator
from datetime import timedelta

from campagne.measurement.privacy.document import to_fill_in
from campagne.measurement.privacy.installed import Installed
from campagne.measurement.privacy.processing import Processing, Safeguard
from campagne.staff.access.lockout.devices import KNOWN_FOR
from campagne.staff.access.lockout.rule import SPAN
from campagne.staff.browser_sessions import ENDED_KEPT, IDLE, LONGEST

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
WORK = (
    "Taak van algemeen belang (AVG, artikel 6, lid 1, onder e) en de plicht om te beveiligen (artikel 32). "
    + to_fill_in("de grondslag voor vrijwilligers en voor medewerkers van bibliotheken")
)
OF_SIGNING_ON = "tests/staff/access/oidc/test_walk.py"
ONLY_THEIRS = Safeguard(
    "Wie voor de ene gemeente werkt, verandert niets van een andere.", "tests/whole/test_admin_walk.py"
)


def of_staff(installed: Installed) -> Iterator[Processing]:
    yield accounts(installed)
    yield logging_in(installed)
    if installed.identity_providers:
        yield single_sign_on(installed)
    yield mail(installed)


def accounts(installed: Installed) -> Processing:
    return Processing(
        name="Accounts van medewerkers en begeleiders",
        purpose="Mensen laten werken met wat bij hun taak hoort, en met niets anders.",
        ground=WORK,
        people="Redacteuren, incidentredacteuren, coördinatoren, begeleiders met een account, lezers van cijfers, "
        "beheerders. Wie een begeleiderskaart gebruikt, heeft geen account en geeft geen naam.",
        data=(
            "Gebruikersnaam, voor- en achternaam, e-mailadres, rollen, laatst ingelogd, afdruk van het wachtwoord.",
            "Voorkeuren van het scherm, zoals taal en contrast. Foto's van medewerkers worden niet gevraagd.",
        ),
        kept=(
            "Tot een beheerder het account verwijdert. "
            + to_fill_in("binnen hoeveel tijd na vertrek een account wordt uitgezet en verwijderd, en wie dat bewaakt"),
        ),
        receivers="Collega's zien een naam bij wat iemand deed. Beheerders zien alle accounts.",
        safeguards=(
            ONLY_THEIRS,
            Safeguard("Wat een rol mag, staat in één tabel.", "tests/staff/test_roles.py"),
            Safeguard("Een account kan in één keer worden bevroren.", "tests/staff/freezing/test_account.py"),
        ),
        tables=(
            *("staff.User", "staff.User_groups", "staff.User_user_permissions", "wagtailusers.UserProfile"),
            "account.EmailAddress",
            "account.EmailConfirmation",
        ),
    )


def logging_in(installed: Installed) -> Processing:
    return Processing(
        name="Inloggen, tweede stap en herkennen van raden",
        purpose="Zorgen dat alleen iemand met een account binnenkomt, ook als een wachtwoord is uitgelekt.",
        ground=WORK,
        people="Iedereen met een account; en wie probeert in te loggen.",
        data=(
            "Tweede stap: het geheim van een app en herstelcodes, versleuteld in de database, of de openbare sleutel "
            "van "
            f"een passkey. {required(installed)}",
            "Browsersessies: een willekeurig nummer in een cookie die alleen voor /beheer/ geldt, en wanneer iemand "
            "inlogde en voor het laatst iets deed.",
            "Een cookie, ook alleen voor /beheer/, met een willekeurig nummer en een afdruk van de accounts die hier "
            "binnenkwamen; zo sluit raden van elders iemand niet buiten.",
            "Pogingen die niet lukten: een afdruk van de gebruikersnaam en een aantal. Geen IP-adres.",
        ),
        kept=(
            f"Een sessie: {IDLE // HOUR} uur zonder werk, hooguit {LONGEST // HOUR} uur na het inloggen. Haar nummer, "
            f"en een formulier dat te laat kwam: daarna nog {ENDED_KEPT.days} dagen.",
            f"De cookie van een bekende browser: {KNOWN_FOR.days} dagen. Mislukte pogingen: {SPAN // MINUTE} minuten.",
            "Een tweede stap: tot iemand of een beheerder haar weghaalt.",
        ),
        receivers="Geen.",
        safeguards=(
            Safeguard("Zonder vereiste tweede stap opent geen scherm.", "tests/whole/test_admin_walk.py"),
            Safeguard("Sessies eindigen vanzelf.", "tests/staff/test_browser_sessions.py"),
            Safeguard("Raden wordt vertraagd en sluit de eigenaar niet buiten.", "tests/staff/access/lockout"),
        ),
        tables=(*("mfa.Authenticator", "staff.WithoutSecondFactor", "staff.Guesses", "sessions.Session"),),
    )


def required(installed: Installed) -> str:
    """Who must show a second factor here; a sentence."""
    if not installed.second_factor_is_required:
        return "De tweede stap is hier niet verplicht (SECOND_FACTOR=offered)."
    if not installed.roles_without_second_factor:
        return "De tweede stap is verplicht voor iedereen."
    return f"De tweede stap is verplicht, behalve voor: {', '.join(installed.roles_without_second_factor)}."


def single_sign_on(installed: Installed) -> Processing:
    return Processing(
        name="Inloggen met het account van de gemeente (OpenID Connect)",
        purpose="Medewerkers laten inloggen met het account dat zij bij hun werk al hebben.",
        ground=WORK,
        people=f"Medewerkers van: {', '.join(installed.identity_providers)}.",
        data=(
            "Een vast kenmerk van de gebruiker bij die gemeente, en wanneer het account is gekoppeld en gebruikt. Het "
            "e-mailadres wordt bij het inloggen vergeleken. Tokens worden niet bewaard.",
        ),
        kept=("Tot het account wordt losgekoppeld of verwijderd.",),
        receivers="De inlogdienst van de gemeente ziet wanneer iemand hier inlogt. "
        + to_fill_in("wie die inlogdienst levert, en de afspraken daarover"),
        safeguards=(
            Safeguard("Zo krijgt niemand een account; het opent alleen een account dat er al is.", OF_SIGNING_ON),
            Safeguard("Een gemeente opent geen account buiten haar eigen domeinen.", OF_SIGNING_ON),
        ),
        tables=("socialaccount.SocialAccount", "socialaccount.SocialApp", "socialaccount.SocialToken"),
    )


def mail(installed: Installed) -> Processing:
    sends = "De site kan mail versturen." if installed.has_mail else "De site kan nu geen mail versturen."
    return Processing(
        name="E-mail: maandmail, nieuw wachtwoord en herinneringen",
        purpose="Cijfers sturen aan wie daarom vroeg, een nieuw wachtwoord, en waarschuwen dat een incident eindigt.",
        ground=WORK,
        people="Iedereen met een account en een e-mailadres.",
        data=(
            f"E-mailadres, en van de maandmail: sinds wanneer, en welke maand het laatst is verstuurd. {sends}",
            "In de mails staan aantallen, geen gegevens van bezoekers.",
        ),
        kept=("Een aanmelding: tot iemand zich afmeldt of het account weg is.",),
        receivers="De mailserver. " + to_fill_in("wie de mailserver beheert, waar die staat, en de afspraken daarover"),
        safeguards=(
            Safeguard("Alleen wie cijfers mag zien, krijgt de mail.", "tests/measurement/monthly/test_sending.py"),
        ),
        tables=("measurement.MonthlyReader", "incidents.Reminder"),
    )
