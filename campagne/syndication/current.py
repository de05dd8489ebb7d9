"""The newest message of each incident that is told, which is all that a feed may show."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from campagne.content.instruction import Language, Scenario
from campagne.incidents.course import FOLLOWS, Kind, State
from campagne.incidents.models import Incident, Message
from campagne.incidents.showing.standing import text_in
from campagne.incidents.showing.words import WORDS


@dataclass(frozen=True)
class Sent:
    """What others know a message by, for ever."""

    identifier: str
    sent_at: datetime

    @property
    def sender(self) -> str:
        """The host that told it first, also when the site has moved since."""
        return self.identifier.rsplit(".", 2)[0]


@dataclass(frozen=True)
class Current:
    """One incident: its newest message, how it stands, and the earlier messages that this one supersedes."""

    message: Message
    state: State
    earlier: Sequence[Sent]

    @property
    def incident(self) -> Incident:
        return self.message.incident

    @property
    def kind(self) -> Kind:
        return Kind(self.message.kind)

    @property
    def is_live(self) -> bool:
        return self.state is State.LIVE

    @property
    def is_exercise(self) -> bool:
        return self.incident.is_exercise

    @property
    def says_how_it_stands(self) -> bool:
        """False between the end of an incident and the message of it: until then nobody may be told the old one."""
        return self.state is FOLLOWS[self.kind]

    @property
    def sent(self) -> Sent:
        return Sent(self.message.identifier, self.message.sent_at)

    @property
    def over_at(self) -> datetime | None:
        return None if self.is_live else self.incident.over_at or self.incident.ends_at

    def rule_in(self, language: Language) -> str:
        """Who decides when an NL-Alert says something else; with danger of an explosion it is the only one."""
        words, is_first = WORDS[language], self.incident.page.scenario == Scenario.EXPLOSION
        return words.alert_first if is_first else words.alert_decides

    def title_in(self, language: Language) -> str:
        """The title, after what must never be left out: that it is practice, or that it is over."""
        words, title = WORDS[language], text_in(self.message, language)[1]["title"]
        before = [words.exercise if self.is_exercise else "", words.over.get(self.state, "")]
        return ": ".join([*filter(None, before), title])


def current_at(at: datetime) -> list[Current]:
    """Real before exercise, what is told now before what is over, then the newest first; two queries."""
    told = Incident.objects.told(at).order_by().values("pk")
    earlier: dict[object, list[Sent]] = defaultdict(list)
    sent = Message.objects.filter(incident__in=told).order_by("number")
    for incident, identifier, sent_at in sent.values_list("incident", "identifier", "sent_at"):
        earlier[incident].append(Sent(identifier, sent_at))
    newest = Message.objects.filter(identifier__in=[messages[-1].identifier for messages in earlier.values()])
    found = [
        Current(message, message.incident.state_at(at), earlier[message.incident_id][:-1])
        for message in newest.select_related("incident__page").order_by(F("sent_at").desc(), "identifier")
    ]
    return sorted(found, key=lambda each: (each.is_exercise, not each.is_live))
