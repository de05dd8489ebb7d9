"""What happens to data when somebody reads, answers or takes part: no names, and little else."""

from collections.abc import Iterator

from campagne.measurement.privacy.document import to_fill_in
from campagne.measurement.privacy.installed import Installed
from campagne.measurement.privacy.processing import Processing, Safeguard

PUBLIC_TASK = "Taak van algemeen belang (AVG, artikel 6, lid 1, onder e). " + to_fill_in(
    "de wettelijke taak of het besluit waarop deze taak rust"
)
NO_IDENTIFIER = Safeguard(
    "Geen kolom kan een IP-adres, een browser of een kenmerk van een bezoeker bevatten.",
    "tests/measurement/test_promise.py",
)
NOT_WRITTEN = Safeguard(
    "Wat een bezoeker meestuurt (adres, browser, cookie, formulier), staat daarna in geen bestand, tabel of log.",
    "tests/whole/test_no_personal_data.py",
)
ANONYMOUS_PUBLIC = Safeguard(
    "Openbare cijfers verbergen kleine aantallen, ook als iemand ze uit andere cijfers wil uitrekenen.",
    "tests/measurement/public/test_attack.py",
)


def of_visitors(installed: Installed) -> Iterator[Processing]:
    yield counting(installed)
    yield quizzes(installed)
    yield sessions(installed)


def counting(installed: Installed) -> Processing:
    return Processing(
        name="Bezoek aan de site tellen",
        purpose="Weten of pagina's worden gevonden en gelezen, zodat de regio de voorlichting kan verbeteren.",
        ground=PUBLIC_TASK,
        people="Bezoekers van de site.",
        data=(
            "Opgeslagen: aantallen per dag, pagina, ingang, korte lijst van websites van herkomst en gekozen "
            "doelgroep. "
            "Niet opgeslagen: IP-adres, browser, cookie of ander kenmerk van een persoon of apparaat.",
            "Alleen in het werkgeheugen: het IP-adres en de naam van de browser, om robots te weren; en een afdruk van "
            "het IP-adres, met een sleutel die na een uur vervalt, om te veel verzoeken van één afzender te weigeren.",
            "Wie ‘Ik ben …’ kiest, laat die keuze één pagina lang in het adres zien. Zij wordt een aantal per groep.",
            "Zoekwoorden zonder uitkomst worden pas een woord als er in een week genoeg zijn, op genoeg dagen; tot die "
            "tijd staat er een code.",
        ),
        kept=(
            "Een los bericht: enkele minuten tot het is geteld, en daarna tien minuten om herhaling te herkennen.",
            f"Tellingen per dag: {installed.months_of_days} maanden. Tellingen per maand: blijvend.",
        ),
        receivers="Geen. Op /cijfers/ staan aantallen voor iedereen, zonder kleine aantallen.",
        safeguards=(NO_IDENTIFIER, NOT_WRITTEN, ANONYMOUS_PUBLIC),
        tables=(
            *("measurement.Inbox", "measurement.DayPage", "measurement.DayAct", "measurement.DayEntrance"),
            *("measurement.DayCell", "measurement.DayReferrer", "measurement.MonthPage", "measurement.MonthAct"),
            *("measurement.MonthEntrance", "measurement.MonthCell", "measurement.MonthReferrer"),
            *("measurement.Rejection", "measurement.Purge", "serving.GivenOut", "home.MissedWord"),
        ),
    )


def quizzes(installed: Installed) -> Processing:
    return Processing(
        name="Antwoorden op een quiz",
        purpose="Iemand laten oefenen, en weten wat mensen al weten en wat nog niet.",
        ground=PUBLIC_TASK,
        people="Bezoekers die een quiz doen; ook jongeren. Niemand heeft een account.",
        data=(
            "De antwoorden van één poging, met het moment waarop zij begon. Geen naam, geen vrije tekst, geen "
            "IP-adres.",
            "Een poging hoort bij niemand: twee pogingen van dezelfde persoon zijn niet te verbinden.",
        ),
        kept=(f"Een poging: {installed.days_of_attempts} dagen. Daarna blijven alleen aantallen per antwoord.",),
        receivers="Geen.",
        safeguards=(
            NO_IDENTIFIER,
            Safeguard("Oude pogingen worden vanzelf aantallen.", "tests/quiz/answers/test_anonymising.py"),
        ),
        tables=(
            *("quiz.Attempt", "quiz.Response", "quiz.ResponseChoice"),
            *("quiz.ItemCount", "quiz.TransitionCount", "quiz.AttemptCount"),
        ),
    )


def sessions(installed: Installed) -> Processing:
    return Processing(
        name="Meedoen aan een begeleide les",
        purpose="Een groep samen laten leren, en laten zien wat de groep daarna beter weet.",
        ground=PUBLIC_TASK,
        people="Deelnemers van lessen in bibliotheken en buurthuizen. Zij geven geen naam.",
        data=(
            "Een willekeurig nummer per deelnemer, de antwoorden, en de plaatskaart waarmee iemand verdergaat. Wie de "
            "kaart heeft, wordt niet opgeschreven.",
            "Aantallen: mensen in de zaal, handen die omhooggingen, en mensen die de weg naar hulp kregen.",
            "Alleen in het werkgeheugen: een afdruk van het netwerk waar iemand vandaan komt, om het raden van "
            "codes te weren. Zij wordt niet opgeschreven en is weg als het programma stopt.",
            "Op het apparaat van de deelnemer: een antwoord dat nog niet is verstuurd, tot het is aangekomen.",
            "Op een bewijs van deelname kan iemand een naam typen; die blijft op het apparaat en wordt niet verstuurd.",
            "Op papier: antwoordbladen zonder naam. "
            + to_fill_in("waar bibliotheken de ingevulde bladen bewaren en wanneer zij die vernietigen"),
        ),
        kept=(
            f"Het verband tussen kaart, apparaat en antwoorden: {installed.days_of_attempts} dagen nadat de les of de "
            "cursus voorbij is.",
            "Aantallen over de groep: blijvend.",
        ),
        receivers="De bibliotheek die de les geeft ziet de uitkomst van haar eigen groepen, zonder kleine aantallen.",
        safeguards=(
            NO_IDENTIFIER,
            Safeguard("Sporen van een les worden vanzelf weggegooid.", "tests/guided/joining/test_anonymising.py"),
            Safeguard(
                "Wie van een andere bibliotheek is, ziet niets van de les.", "tests/guided/planning/test_rights.py"
            ),
        ),
        tables=(
            *("guided.Participant", "guided.SeatCard", "guided.SecondEntry", "guided.HandCount"),
            *("guided.WrongCodes", "guided.Referral"),
        ),
    )
