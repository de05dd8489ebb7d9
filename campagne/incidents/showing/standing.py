"""How it stands at a moment, in one language: what is told now, and what was told and is over since a day or less."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from campagne.content.instruction import Language, Scenario
from campagne.incidents.course import TOLD_AFTERWARDS, Kind, State
from campagne.incidents.models import Incident, Message
from campagne.incidents.showing.times import on_the_clock, with_day
from campagne.incidents.showing.words import WORDS, Words

MOST_STEPS = 8
"""So many of the last messages of an incident are listed."""

NEEDED = (
    *("incident", "number", "kind", "sent_at", "area", "ends_at", "told"),
    *(f"incident__{name}" for name in ("state", "is_exercise", "ends_at", "over_at", "confirmed_at")),
)


@dataclass(frozen=True)
class Step:
    """One message in the history: when, and what it did, both in words."""

    sent_at: datetime
    clock: str
    words: str


@dataclass(frozen=True)
class Told:
    """One incident as it is told in one language. `language` is that of the text: Dutch where nobody translated it."""

    state: State
    is_exercise: bool
    alert_first: bool
    language: str
    title: str
    summary: str
    acts: Sequence[dict[str, str]]
    lines: Sequence[str]
    area: str
    updated: str
    until: str
    ends_at: datetime
    over: str
    over_at: str
    over_text: str
    steps: Sequence[Step]


@dataclass(frozen=True)
class Standing:
    """What is told now, real before exercise, and what is over, the latest first."""

    live: Sequence[Told]
    over: Sequence[Told]

    @property
    def is_exercise(self) -> bool:
        """Tell whether nothing real is told, so that all of it may stay out of counts and search engines."""
        told = [*self.live, *self.over]
        return bool(told) and all(each.is_exercise for each in told)

    @property
    def state(self) -> str:
        """What the page is about, as its style names it."""
        if not self.live:
            return "calm"
        return "exercise" if all(told.is_exercise for told in self.live) else "live"

    def headline(self, words: Words) -> str:
        """How it stands, in one line; an exercise is never counted as an incident."""
        real = sum(not told.is_exercise for told in self.live)
        if real:
            return words.one if real == 1 else words.many.format(real)
        return words.exercise_only if self.live else words.none

    @property
    def holds_until(self) -> datetime | None:
        return min((told.ends_at for told in self.live), default=None)


def standing_at(at: datetime, language: Language) -> Standing:
    """How it stands; one query, however many messages there were."""
    told = [_told(list(messages), at, language) for messages in _messages(at)]
    live = [each for each in told if each.state is State.LIVE]
    return Standing(
        sorted(live, key=attrgetter("is_exercise")),
        [each for each in told if each.state is not State.LIVE],
    )


def _messages(at: datetime) -> Iterator[Iterator[Message]]:
    """The last messages of each incident, newest first."""
    newest_first = Window(RowNumber(), partition_by=F("incident"), order_by=F("number").desc())
    messages = (
        Message.objects.filter(incident__in=Incident.objects.told(at).order_by())
        .annotate(place=newest_first, scenario=F("incident__page__scenario"))
        .filter(place__lte=MOST_STEPS + 1)
        .select_related("incident")
        .only(*NEEDED)
        .order_by("-incident__confirmed_at", "incident", "-number")
    )
    return (group for _, group in groupby(messages, key=attrgetter("incident_id")))


def _told(messages: list[Message], at: datetime, language: Language) -> Told:
    newest, incident, state = messages[0], messages[0].incident, messages[0].incident.state_at(at)
    spoken, text = text_in(newest, language)
    over_at = incident.over_at or incident.ends_at
    return Told(
        state=state,
        is_exercise=incident.is_exercise,
        alert_first=newest.scenario == Scenario.EXPLOSION,
        language=spoken,
        title=text["title"],
        summary=text["summary"],
        acts=text["acts"],
        lines=text["lines"],
        area=newest.area,
        updated=with_day(newest.sent_at, language),
        until=with_day(newest.ends_at, language),
        ends_at=newest.ends_at,
        over=WORDS[language].over.get(state, ""),
        over_at="" if state is State.LIVE else with_day(over_at, language),
        over_text=WORDS[language].over_text.get(state, ""),
        steps=list(_steps(messages, at, language)),
    )


def text_in(message: Message, language: Language) -> tuple[str, dict[str, Any]]:
    """The language and the text of a message: in the one that was asked for, else in Dutch."""
    spoken = language.value if language.value in message.told else Language.DUTCH.value
    return spoken, message.told[spoken]


def _steps(messages: list[Message], at: datetime, language: Language) -> Iterator[Step]:
    """What happened, newest first. Old instructions are not repeated: nobody may take them for those of now."""
    words, incident = WORDS[language], messages[0].incident
    if incident.is_live and incident.ends_at <= at:
        yield _step(incident.ends_at, words.told[Kind.EXPIRY], language)
    for message, before in zip(messages[:MOST_STEPS], [*messages[1:], None], strict=False):
        if message.sent_at > at - TOLD_AFTERWARDS:
            kind = Kind(message.kind)
            changed = f": {what_changed(message, before, words)}" if kind is Kind.UPDATE and before else ""
            yield _step(message.sent_at, words.told[kind] + changed, language)


def _step(moment: datetime, words: str, language: str) -> Step:
    return Step(moment, on_the_clock(moment, language), words)


def what_changed(message: Message, before: Message, words: Words) -> str:
    """In a few words what an update changed."""
    changes = {
        words.other_area: message.area != before.area,
        words.longer: message.ends_at > before.ends_at,
        words.shorter: message.ends_at < before.ends_at,
        words.other_lines: message.told != before.told,
    }
    return ", ".join(change for change, has_changed in changes.items() if has_changed) or words.checked
