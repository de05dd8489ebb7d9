"""Reading what was sent in for a question: into a value, or refused with a reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.http import QueryDict

from campagne.quiz.questions.form import Arrangement
from campagne.quiz.questions.ordering import Move, moved
from campagne.quiz.questions.scoring import Answer, Kind, State
from campagne.quiz.questions.versions import QuestionVersion
from campagne.serving.intake.refusals import BROKEN, Refusal

FOREIGN = Refusal(
    400, "Dit antwoord hoort niet bij deze vraag", "Ga terug naar de vraag en kies een van de antwoorden die er staan."
)
TOO_MANY_CHOSEN = Refusal(400, "Kies één antwoord", "Bij deze vraag kunt u maar één antwoord kiezen. Ga terug en kies.")

INCOMPLETE = Refusal(
    400, "Deze volgorde is niet heel", "Ga terug naar de vraag, en zet alles wat er staat in de goede volgorde."
)


class NothingChosen(Exception):
    """Somebody asked for the verdict without choosing an answer."""


@dataclass(frozen=True)
class Submission:
    """One answer as sent in. The id comes from the form, so that the same form sent twice is one answer."""

    id: UUID
    answer: Answer


def read_submission(fields: QueryDict, version: QuestionVersion) -> Submission:
    """Read the fields `submission`, `state` and `option` of the form of a question.

    Raises NothingChosen if an option is still to be chosen, and Refusal for what no form of ours sends.
    """
    return Submission(_uuid(fields.get("submission", ""), BROKEN), _answer(fields, version))


def read_arrangement(fields: QueryDict, version: QuestionVersion) -> Arrangement | None:
    """Read that something is to be moved: a field `move`, beside the order of now; None if an answer is sent in.

    Raises Refusal for what no form of ours sends.
    """
    if "move" not in fields or version.kind != Kind.ORDER:
        return None
    submission = _uuid(fields.get("submission", ""), BROKEN)
    keys = _ranked(fields.getlist("option"), version)
    try:
        move = Move.parse(fields["move"])
        return Arrangement(submission, moved(keys, move), move)
    except ValueError as error:
        raise FOREIGN from error


def _answer(fields: QueryDict, version: QuestionVersion) -> Answer:
    try:
        state = State(fields.get("state", State.ANSWERED))
    except ValueError as error:
        raise BROKEN from error
    if state is not State.ANSWERED:
        return Answer(state)
    if version.kind == Kind.ORDER:
        return Answer.ranked(_ranked(fields.getlist("option"), version))
    chosen = _chosen(fields.getlist("option"), version)
    if not chosen:
        raise NothingChosen
    return Answer(state, chosen)


def _chosen(values: Iterable[str], version: QuestionVersion) -> frozenset[UUID]:
    chosen = frozenset(_uuid(value, FOREIGN) for value in values)
    if not chosen <= {option.key for option in version.options.all()}:
        raise FOREIGN
    if len(chosen) > 1 and Kind(version.kind).takes_one_option:
        raise TOO_MANY_CHOSEN
    return chosen


def _ranked(values: Iterable[str], version: QuestionVersion) -> tuple[UUID, ...]:
    """All options of the question, each of them once, in the order they were sent in."""
    keys = tuple(_uuid(value, FOREIGN) for value in values)
    known = {option.key for option in version.options.all()}
    if not set(keys) <= known:
        raise FOREIGN
    if sorted(keys) != sorted(known):
        raise INCOMPLETE
    return keys


def _uuid(value: str, refusal: Refusal) -> UUID:
    try:
        return UUID(value)
    except ValueError as error:
        raise refusal from error
