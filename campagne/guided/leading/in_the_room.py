"""What the presenter writes down about the room: how many came each time, who was shown the way, and hands."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst

from campagne.guided.leading.hands import Hands
from campagne.guided.leading.numbers import NumberField, errors_in, read_numbers
from campagne.guided.leading.tallies import DONT_KNOW
from campagne.guided.sessions.meetings import Meeting, Referral
from campagne.guided.sessions.session import GuidedSession
from campagne.quiz.paper.lettered import Lettered
from campagne.quiz.questions.scoring import State

PRESENT = "zaal"
NO_HEADS = "Hoeveel mensen zijn er in de zaal?"


@dataclass(frozen=True)
class RoomForm:
    """How many came to each meeting, and how many were shown the way to whom."""

    headcounts: tuple[NumberField, ...]
    referrals: tuple[NumberField, ...]

    @classmethod
    def of(cls, session: GuidedSession) -> "RoomForm":
        """The form with what is known; two queries."""
        sent = {referral.where: referral.count for referral in session.referrals.all()}
        return cls(
            headcounts=tuple(_headcount(meeting) for meeting in session.meetings.exclude(started_at=None)),
            referrals=tuple(
                NumberField(f"naar-{where.value}", capfirst(str(where.label)), _text(sent.get(where.value)))
                for where in Referral.Where
            ),
        )

    def read(self, typed: Mapping[str, str]) -> "RoomForm":
        return RoomForm(read_numbers(self.headcounts, typed), read_numbers(self.referrals, typed))

    @property
    def errors(self) -> list[NumberField]:
        return errors_in([*self.headcounts, *self.referrals])

    @property
    def is_counted(self) -> bool:
        return all(field.value for field in self.headcounts)


def _headcount(meeting: Meeting) -> NumberField:
    day = date_format(timezone.localtime(meeting.started_at), "j F")
    return NumberField(f"bezoekers-{meeting.pk}", f"Bezoekers op {day}", _text(meeting.headcount))


@transaction.atomic
def write_down(session: GuidedSession, form: RoomForm) -> None:
    """Keep what was read; an empty headcount is not counted, an empty referral is nobody."""
    for field in form.headcounts:
        session.meetings.filter(pk=int(field.name.rpartition("-")[2])).update(headcount=field.number)
    for field in form.referrals:
        where = field.name.partition("-")[2]
        if field.number:
            session.referrals.update_or_create(where=where, defaults={"count": field.number})
        else:
            session.referrals.filter(where=where).delete()


@dataclass(frozen=True)
class HandForm:
    """The hands for each answer of one question, "weet ik niet", and how many people there are."""

    place: int
    stem: str
    options: tuple[NumberField, ...]
    present: NumberField
    notice: str = ""

    @classmethod
    def of(cls, place: int, question: Lettered, hands: Hands, present: int | None) -> "HandForm":
        """The form with what was counted; `present` is who came, as far as that is known."""
        options = [
            NumberField(f"antwoord-{option.order}", f"{option.letter}: {option.text}", _known(hands, str(option.order)))
            for option in question.options
        ]
        unsure = NumberField(f"antwoord-{State.DONT_KNOW}", DONT_KNOW, _known(hands, State.DONT_KNOW.value))
        there = NumberField(PRESENT, NO_HEADS, _text(hands.present or present), is_needed=True)
        return cls(place, question.question.stem, (*options, unsure), there, _notice(question, hands))

    def read(self, typed: Mapping[str, str]) -> "HandForm":
        [present] = read_numbers([self.present], typed)
        return HandForm(self.place, self.stem, read_numbers(self.options, typed), present)

    @property
    def fields(self) -> tuple[NumberField, ...]:
        return (*self.options, self.present)

    @property
    def errors(self) -> list[NumberField]:
        return errors_in(self.fields if self.is_counted else self.options)

    @property
    def is_counted(self) -> bool:
        return any(field.value for field in self.options)

    @property
    def hands(self) -> Hands:
        """What was typed, once it was read: an answer left empty is no hands; all of them left empty is no count."""
        if not self.is_counted:
            return Hands()
        counted = {field.name.partition("-")[2]: field.number or 0 for field in self.options}
        return Hands(counted, self.present.number or 0)


def _notice(question: Lettered, hands: Hands) -> str:
    if not hands.exceeds_the_room(takes_one=question.takes_one):
        return ""
    return "U telde meer handen dan er mensen zijn. Klopt dat? Dan hoeft u niets te doen."


def _known(hands: Hands, pattern: str) -> str:
    return _text(hands.patterns.get(pattern))


def _text(number: int | None) -> str:
    return "" if number is None else str(number)
