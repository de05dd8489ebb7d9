"""CAP 1.2: one alert a document, as sirens, screens and partners read it.

Elements stand in the order of the standard: https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2-os.html
"""

from datetime import datetime
from xml.etree.ElementTree import Element

from django.conf import settings
from django.utils import timezone

from campagne.content.instruction import Language
from campagne.incidents.course import TOLD_AFTERWARDS
from campagne.incidents.showing.standing import text_in
from campagne.incidents.showing.words import DUTCH, WORDS
from campagne.syndication.cap_values import DANGERS, ENDINGS, STATUS, TYPE, UNNAMED
from campagne.syndication.current import Current, Sent
from campagne.syndication.markup import add, root, written
from campagne.syndication.places import page_of_now

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
UTC_OFFSET, UTC_AS_CAP_SAYS_IT = "+00:00", "-00:00"


def moment(at: datetime) -> str:
    """A moment as the standard wants it: whole seconds, an offset, and of UTC "-00:00", never "Z"."""
    text = at.replace(microsecond=0).isoformat()
    return text.removesuffix(UTC_OFFSET) + UTC_AS_CAP_SAYS_IT if text.endswith(UTC_OFFSET) else text


def local(at: datetime) -> str:
    return moment(timezone.localtime(at))


def alert_of(current: Current, sender_name: str) -> bytes:
    """The newest message of an incident, that takes the place of all that were sent before."""
    alert = _begun(current.sent, STATUS[current.is_exercise], TYPE[current.kind])
    if current.is_exercise:
        add(alert, "note", f"{DUTCH.exercise}. {DUTCH.exercise_text}")
    if current.earlier:
        add(alert, "references", " ".join(map(_reference, current.earlier)))
    add(alert, "incidents", current.incident.pk.hex)
    for language in Language:
        if language.value in current.message.told:
            _add_info(alert, current, language, sender_name)
    return written(alert)


def nothing_told(host: str, at: datetime) -> bytes:
    """What stands there while nothing is told: a message about the channel, the same one all day, and no alert."""
    midnight = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    alert = _begun(Sent(f"{host}.calm.{midnight:%Y%m%d}", midnight), "System", "Alert", sender=host)
    add(alert, "note", f"{DUTCH.none}.")
    return written(alert)


def _begun(sent: Sent, status: str, kind: str, sender: str = "") -> Element:
    alert = root("alert", NAMESPACE)
    add(alert, "identifier", sent.identifier)
    add(alert, "sender", sender or sent.sender)
    add(alert, "sent", local(sent.sent_at))
    add(alert, "status", status)
    add(alert, "msgType", kind)
    add(alert, "scope", "Public")
    return alert


def _reference(sent: Sent) -> str:
    return f"{sent.sender},{sent.identifier},{local(sent.sent_at)}"


def _add_info(alert: Element, current: Current, language: Language, sender_name: str) -> None:
    danger = DANGERS.get(current.incident.page.scenario, UNNAMED)
    how, info = ENDINGS.get(current.kind, danger), add(alert, "info")
    add(info, "language", language.value)
    add(info, "category", danger.category)
    add(info, "event", danger.event[language])
    add(info, "responseType", how.response)
    add(info, "urgency", how.urgency)
    add(info, "severity", how.severity)
    add(info, "certainty", how.certainty)
    add(info, "expires", local(_expires(current)))
    add(info, "senderName", sender_name)
    add(info, "headline", current.title_in(language))
    _add_text(info, current, language)
    add(info, "web", f"{settings.SITE_URL}{page_of_now(language)}")
    add(add(info, "area"), "areaDesc", current.message.area)


def _add_text(info: Element, current: Current, language: Language) -> None:
    """What is so and what to do; of what is over only that it is over, so that nobody goes on doing it."""
    words, told = WORDS[language], text_in(current.message, language)[1]
    practice = [words.exercise_text] if current.is_exercise else []
    if not current.is_live:
        add(info, "description", " ".join([*practice, words.over_text[current.state]]))
        return
    add(info, "description", " ".join([*practice, told["summary"]]).strip() or told["title"])
    acts = [" ".join(filter(None, (act["text"], act.get("detail", "")))) for act in told["acts"]]
    add(info, "instruction", "\n".join([*acts, *told["lines"], current.rule_in(language)]))


def _expires(current: Current) -> datetime:
    return current.message.ends_at if current.is_live else current.message.sent_at + TOLD_AFTERWARDS
