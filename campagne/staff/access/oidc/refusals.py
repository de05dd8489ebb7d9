"""Why somebody does not come in with the account of their municipality, and what they do then."""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True)
class Words:
    """What happened and what to do; {name}, {domains} and {email} are filled in."""

    happened: str
    to_do: str


class Reason(Words, Enum):
    """Each its own words, so that whoever calls for help can read out what it is."""

    NO_ACCOUNT = (
        "U bent ingelogd bij {name} als {email}. Hier is geen account met dat adres.",
        "Vraag uw beheerder om een account met dit adres. Heeft u er wel een? "
        "Dan staat daar een ander adres bij: laat het aanpassen.",
    )
    MORE_ACCOUNTS = (
        "Bij {email} horen hier meer accounts. We weten niet welk u bedoelt.",
        "Log in met uw gebruikersnaam en wachtwoord. Vraag uw beheerder om het adres bij één account te laten staan.",
    )
    OTHER_DOMAIN = (
        "Met {name} komt u alleen binnen met een adres dat eindigt op {domains}. Uw adres is {email}.",
        "Werkt u daar? Log dan bij {name} uit en kies uw werkaccount. Werkt u er niet meer? Bel uw beheerder.",
    )
    MOVED_AWAY = (
        "Bij uw account staat hier een adres dat niet eindigt op {domains}.",
        "Log in met uw wachtwoord, of met het account van uw nieuwe gemeente. Klopt het adres niet? Bel uw beheerder.",
    )
    NO_ADDRESS = (
        "{name} heeft ons uw e-mailadres niet gegeven.",
        "Vraag de ICT-afdeling om bij deze website het e-mailadres (de claim ‘email’) mee te sturen. "
        "Log tot die tijd in met uw wachtwoord.",
    )
    NOT_VERIFIED = (
        "{name} zegt niet of {email} echt uw adres is.",
        "Vraag de ICT-afdeling om de claim ‘email_verified’ mee te sturen. Log tot die tijd in met uw wachtwoord.",
    )
    SWITCHED_OFF = (
        "Uw account staat hier uit.",
        "Bel uw beheerder.",
    )
    ALL_RIGHTS = (
        "Dit account heeft alle rechten. Dat mag niet met een account van een gemeente.",
        "Log in met uw wachtwoord en uw tweede stap.",
    )
    ANOTHER_PERSON = (
        "Het account met {email} hoort bij iemand die dit adres eerder had bij {name}.",
        "Bel uw beheerder. Bent u dezelfde persoon, maar met een nieuw account? Dan kan uw beheerder het loskoppelen.",
    )
    CANCELLED = (
        "U bent gestopt bij {name}, voordat u was ingelogd.",
        "Probeer het nog een keer, of log in met uw wachtwoord.",
    )
    AWAY = (
        "{name} antwoordt niet, of laat deze website niet toe.",
        "Wacht een paar minuten en probeer het opnieuw. Of log in met uw wachtwoord. Blijft het zo? Bel uw beheerder.",
    )
    CLOCK = (
        "De klok van {name} en die van deze website lopen niet gelijk.",
        "Log in met uw wachtwoord, en meld dit aan uw beheerder.",
    )
    TOO_OLD = (
        "Dit inloggen duurde te lang, of is al gebruikt.",
        "Begin opnieuw. Gebruik niet de knop Terug van uw browser.",
    )
    NOT_RIGHT = (
        "Het antwoord van {name} klopt niet.",
        "Log in met uw wachtwoord, en meld dit aan uw beheerder. In het logboek van de server staat wat er mis was.",
    )
