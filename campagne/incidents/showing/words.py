"""The words around an incident, in each language: short, one thing a sentence."""

from dataclasses import dataclass

from campagne.content.instruction import Language
from campagne.incidents.course import Kind, State


@dataclass(frozen=True)
class Words:
    """What /nu/ and the card say in one language, beside what an officer wrote."""

    skip: str
    site: str
    languages: str
    one: str
    many: str
    none: str
    exercise: str
    exercise_only: str
    exercise_text: str
    where: str
    updated: str
    until: str
    as_of: str
    again: str
    alert_decides: str
    alert_first: str
    acts: str
    lines: str
    history: str
    over: dict[State, str]
    over_text: dict[State, str]
    told: dict[Kind, str]
    other_area: str
    longer: str
    shorter: str
    other_lines: str
    checked: str
    calm: str
    prepared: str
    whole: str
    channels: str
    no_channel: str
    channel: tuple[tuple[str, str, str], ...]
    call: tuple[str, str]
    untranslated: str
    checked_on: str


VRZL, CRISIS = "https://www.vrzl.nl/", "https://www.crisis.nl/"

DUTCH = Words(
    skip="Naar de inhoud",
    site="Naar de hele site",
    languages="Talen",
    one="Er is nu een incident",
    many="Er zijn nu {} incidenten",
    none="Er is nu geen incident",
    exercise="OEFENING",
    exercise_only="Dit is een oefening",
    exercise_text="Dit is niet echt. Er is geen gevaar. U hoeft niets te doen.",
    where="Waar",
    updated="Laatste bericht",
    until="Geldt tot",
    as_of="Stand van",
    again="Kijk of er nieuws is",
    alert_decides="Zegt de NL-Alert iets anders? Doe wat de NL-Alert zegt.",
    alert_first="Doe wat de NL-Alert zegt.",
    acts="Dit doet u nu",
    lines="Dit is nu ook belangrijk",
    history="Berichten van de laatste 24 uur",
    over={State.CLEARED: "Sein veilig", State.WITHDRAWN: "Ingetrokken", State.EXPIRED: "Afgelopen"},
    over_text={
        State.CLEARED: "Het is voorbij.",
        State.WITHDRAWN: "Deze melding geldt niet meer.",
        State.EXPIRED: "De laatste melding is afgelopen. Is het veilig? Kijk op vrzl.nl of luister naar L1.",
    },
    told={
        Kind.ALERT: "eerste bericht",
        Kind.UPDATE: "bijgewerkt",
        Kind.ALL_CLEAR: "sein veilig",
        Kind.WITHDRAWAL: "ingetrokken",
        Kind.EXPIRY: "afgelopen",
    },
    other_area="ander gebied",
    longer="het duurt langer",
    shorter="het is eerder klaar",
    other_lines="andere aanwijzing",
    checked="nagekeken, niets veranderd",
    calm="Kreeg u een NL-Alert? Doe dan wat daarin staat.",
    prepared="Lees vast wat u doet",
    whole="Hele instructie en kaart",
    channels="Hier hoort u het eerst",
    no_channel="Deze site is geen crisiskanaal.",
    channel=(
        ("NL-Alert", "", "het bericht op uw telefoon"),
        ("L1", "", "radio en televisie"),
        ("vrzl.nl", VRZL, "Veiligheidsregio Zuid-Limburg"),
        ("crisis.nl", CRISIS, "uitleg van de overheid"),
    ),
    call=("Bel ", " alleen als iemand in gevaar is. Bel niet om te vragen wat er is."),
    untranslated="",
    checked_on="nagegaan op",
)

ENGLISH = Words(
    skip="Skip to content",
    site="To the whole site (Dutch)",
    languages="Languages",
    one="There is an incident now",
    many="There are {} incidents now",
    none="There is no incident now",
    exercise="EXERCISE",
    exercise_only="This is an exercise",
    exercise_text="This is not real. There is no danger. You do not have to do anything.",
    where="Where",
    updated="Last message",
    until="Valid until",
    as_of="As of",
    again="Check for news",
    alert_decides="Does the NL-Alert say something else? Do what the NL-Alert says.",
    alert_first="Do what the NL-Alert says.",
    acts="Do this now",
    lines="Also important now",
    history="Messages of the last 24 hours",
    over={State.CLEARED: "All clear", State.WITHDRAWN: "Withdrawn", State.EXPIRED: "Ended"},
    over_text={
        State.CLEARED: "It is over.",
        State.WITHDRAWN: "This message no longer applies.",
        State.EXPIRED: "The last message has ended. Is it safe? Look at vrzl.nl or listen to L1.",
    },
    told={
        Kind.ALERT: "first message",
        Kind.UPDATE: "updated",
        Kind.ALL_CLEAR: "all clear",
        Kind.WITHDRAWAL: "withdrawn",
        Kind.EXPIRY: "ended",
    },
    other_area="other area",
    longer="it takes longer",
    shorter="it ends sooner",
    other_lines="other directions",
    checked="checked, nothing changed",
    calm="Did you get an NL-Alert? Then do what it says.",
    prepared="Read now what to do",
    whole="Whole instruction and card",
    channels="You hear it first here",
    no_channel="This site is not a crisis channel.",
    channel=(
        ("NL-Alert", "", "the message on your phone"),
        ("L1", "", "radio and television, in Dutch"),
        ("vrzl.nl", VRZL, "the safety region, Zuid-Limburg"),
        ("crisis.nl", CRISIS, "information from the government"),
    ),
    call=("Only call ", " if somebody is in danger. Do not call to ask what is going on."),
    untranslated="There is no English text yet. This is the Dutch text:",
    checked_on="checked on",
)

GERMAN = Words(
    skip="Zum Inhalt",
    site="Zur ganzen Website (Niederländisch)",
    languages="Sprachen",
    one="Es gibt jetzt einen Vorfall",
    many="Es gibt jetzt {} Vorfälle",
    none="Es gibt jetzt keinen Vorfall",
    exercise="ÜBUNG",
    exercise_only="Dies ist eine Übung",
    exercise_text="Das ist nicht echt. Es besteht keine Gefahr. Sie müssen nichts tun.",
    where="Wo",
    updated="Letzte Meldung",
    until="Gilt bis",
    as_of="Stand",
    again="Gibt es Neues?",
    alert_decides="Sagt der NL-Alert etwas anderes? Tun Sie, was der NL-Alert sagt.",
    alert_first="Tun Sie, was der NL-Alert sagt.",
    acts="Das tun Sie jetzt",
    lines="Das ist jetzt auch wichtig",
    history="Meldungen der letzten 24 Stunden",
    over={State.CLEARED: "Entwarnung", State.WITHDRAWN: "Zurückgezogen", State.EXPIRED: "Beendet"},
    over_text={
        State.CLEARED: "Es ist vorbei.",
        State.WITHDRAWN: "Diese Meldung gilt nicht mehr.",
        State.EXPIRED: "Die letzte Meldung ist beendet. Ist es sicher? Sehen Sie auf vrzl.nl nach oder hören Sie L1.",
    },
    told={
        Kind.ALERT: "erste Meldung",
        Kind.UPDATE: "aktualisiert",
        Kind.ALL_CLEAR: "Entwarnung",
        Kind.WITHDRAWAL: "zurückgezogen",
        Kind.EXPIRY: "beendet",
    },
    other_area="anderes Gebiet",
    longer="es dauert länger",
    shorter="es endet früher",
    other_lines="andere Anweisung",
    checked="geprüft, nichts geändert",
    calm="Haben Sie einen NL-Alert bekommen? Dann tun Sie, was darin steht.",
    prepared="Lesen Sie jetzt schon, was Sie tun",
    whole="Ganze Anleitung und Karte",
    channels="Hier hören Sie es zuerst",
    no_channel="Diese Website ist kein Krisenkanal.",
    channel=(
        ("NL-Alert", "", "die Nachricht auf Ihrem Telefon"),
        ("L1", "", "Radio und Fernsehen, auf Niederländisch"),
        ("vrzl.nl", VRZL, "die Sicherheitsregion Zuid-Limburg"),
        ("crisis.nl", CRISIS, "Informationen der Regierung"),
    ),
    call=("Rufen Sie ", " nur an, wenn jemand in Gefahr ist. Rufen Sie nicht an, um zu fragen, was los ist."),
    untranslated="Es gibt noch keinen deutschen Text. Dies ist der niederländische Text:",
    checked_on="geprüft am",
)

WORDS = {Language.DUTCH: DUTCH, Language.ENGLISH: ENGLISH, Language.GERMAN: GERMAN}
