"""The verb that keeps a sheet: once, however often it is sent, and with a correction in the place of a slip.

Paper is typed in when the lesson is over, so an answer is written down as given in the room. A sheet with a seat card
whose holder was on a tablet as well goes to the same attempt; each answer says what it was given on.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from campagne.guided.joining.participants import Participant
from campagne.guided.joining.seats import SeatCard
from campagne.guided.paper.grid import Row
from campagne.guided.sessions.session import GuidedSession
from campagne.guided.taking_part.answers import answer_on_paper
from campagne.quiz.answers.attempts import Attempt, Response
from campagne.quiz.answers.medium import Medium
from campagne.quiz.paper.contents import PaperPart
from campagne.quiz.questions.pattern import answer_from
from campagne.quiz.questions.versions import QuestionVersion
from campagne.quiz.taking.answering import Read
from campagne.quiz.taking.submission import Submission
from campagne.serving.intake.refusals import Refusal

ON_PAPER = UUID("5d0c1f5e-5b0e-4f0e-9a39-6a4f2b7c1d90")
"""The space in which answers on paper get their ids."""
UNKNOWN_SEAT = "Deze kaart hoort niet bij deze les. Kijk het nummer op het blad nog eens na, of laat dit leeg."
SEAT_TAKEN = "Deze kaart staat al bij blad {}. Kijk het nummer op het blad nog eens na."
OTHER_SEAT = "Bij dit blad hoort kaart {}. Die kan niet meer veranderen."
TOO_LATE = "Dit blad is al geteld en kan niet meer veranderen."


class NotSaved(Exception):
    """Why a row is not kept, in Dutch; `at_seat` tells that it is because of its card."""

    def __init__(self, why: str, *, at_seat: bool) -> None:
        self.at_seat = at_seat
        super().__init__(why)


@dataclass(frozen=True)
class Kept:
    """An answer that counts, and whether it came from paper."""

    pk: int
    pattern: str
    is_paper: bool


def save_row(session: GuidedSession, parts: Sequence[PaperPart], row: Row, at: datetime) -> int:
    """Keep what a row says; return how many answers were new or other. Raises NotSaved, with nothing kept."""
    try:
        with transaction.atomic():
            GuidedSession.objects.select_for_update().get(pk=session.pk)
            participant = _whose(session, row, at)
            return save_answers(participant, parts, row.patterns, at)
    except Refusal as refusal:
        raise NotSaved(TOO_LATE if refusal.status == 410 else refusal.title, at_seat=False) from refusal


def save_answers(
    participant: Participant, parts: Sequence[PaperPart], patterns: Mapping[int, str], at: datetime
) -> int:
    """Send in every answer that is not the one from paper that counts already; return how many. Raises Refusal."""
    kept = kept_of([participant.pk]).get(participant.pk, {})
    changed, given_at = 0, given_in_the_room(participant.session, at)
    for part in parts:
        pattern, before = patterns.get(part.place, ""), kept.get((part.item.version, part.item.block.value))
        if not pattern or (before and before.is_paper and before.pattern == pattern):
            continue
        told = f"{participant.pk} {part.place} {before.pk if before else 0} {pattern}"
        answer_on_paper(participant, part.place, _reads(uuid5(ON_PAPER, told), pattern), given_at)
        changed += 1
    return changed


def _reads(submission: UUID, pattern: str) -> Read:
    def read(question: QuestionVersion) -> Submission:
        keys = {option.order: option.key for option in question.options.all()}
        return Submission(submission, answer_from(pattern, keys))

    return read


def kept_of(participants: Iterable[UUID]) -> dict[UUID, dict[tuple[int | None, str], Kept]]:
    """The answers that count of these participants, by version and block; one query."""
    found: dict[UUID, dict[tuple[int | None, str], Kept]] = {}
    counting = Response.objects.counting().filter(attempt__in=list(participants))
    for pk, attempt, version, block, pattern, medium in counting.values_list(
        "pk", "attempt", "question_version", "block", "pattern", "medium"
    ):
        found.setdefault(attempt, {})[version, block] = Kept(pk, pattern, medium == Medium.PAPER)
    return found


def given_in_the_room(session: GuidedSession, at: datetime) -> datetime:
    """When an answer on paper was given: when the group last met, whenever it is typed in; one query."""
    met = session.meetings.exclude(started_at=None).order_by("-started_at").values_list("started_at", flat=True).first()
    return min(met, at) if met else at


def _whose(session: GuidedSession, row: Row, at: datetime) -> Participant:
    """Find or make who a sheet is of. Raises NotSaved if its card does not fit."""
    known = Participant.objects.filter(session=session, sheet=row.sheet).select_related("seat").first()
    seat = _seat(session, row) if row.seat else None
    holder = Participant.objects.filter(seat=seat).first() if seat else None
    if holder and holder != known:
        holder = _joined(holder, known, row)
    elif known and known.seat and seat and known.seat != seat:
        raise NotSaved(OTHER_SEAT.format(known.seat.digits), at_seat=True)
    somebody = holder or known or Participant(joined_at=given_in_the_room(session, at), device=0)
    somebody.session, somebody.sheet, somebody.seat = session, row.sheet, seat or somebody.seat
    somebody.save(update_fields=["sheet", "seat"] if holder or known else None)
    return somebody


def _seat(session: GuidedSession, row: Row) -> SeatCard:
    seat = session.seats.filter(digits=row.seat).first()
    if seat is None:
        raise NotSaved(UNKNOWN_SEAT, at_seat=True)
    return seat


def _joined(holder: Participant, known: Participant | None, row: Row) -> Participant:
    """Who holds the card was on a device: the sheet is theirs, and what it was before it had a card goes."""
    if holder.sheet is not None:
        raise NotSaved(SEAT_TAKEN.format(holder.sheet), at_seat=True)
    if known and (known.seat or known.device):
        raise NotSaved(OTHER_SEAT.format(known.seat.digits if known.seat else "?"), at_seat=True)
    if known:
        attempts = Attempt.objects.select_for_update(of=("self",)).filter(pk=known.pk)
        if attempts.exclude(counted_at=None).exists():
            raise NotSaved(TOO_LATE, at_seat=False)
        attempts.delete()
        known.delete()
    return holder
