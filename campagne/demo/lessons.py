"""Lessons that groups follow in the demo, by the verbs with which presenters lead and participants answer."""

from dataclasses import dataclass
from functools import partial
from random import Random
from uuid import uuid4

from django.contrib.auth import get_user_model
from django.utils import timezone

from campagne.content.models import ModulePage
from campagne.demo.people import COORDINATOR
from campagne.guided.joining.participants import Participant
from campagne.guided.joining.verbs import come_in
from campagne.guided.leading.acting import Action, Done, act
from campagne.guided.planning.plan import Plan, plan_sessions
from campagne.guided.sessions.library import Location
from campagne.guided.sessions.session import GuidedSession
from campagne.guided.taking_part.answers import answer
from campagne.quiz.models import QuestionVersion
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.scoring import Answer, Kind, State
from campagne.quiz.taking.submission import Submission
from doelgroepen.models import TargetGroup

FEWEST, MOST = 6, 14
KNOWS_BEFORE, KNOWS_AFTER, DOES_NOT_KNOW = 0.45, 0.7, 0.15
GROUP = "laaggeletterden"


@dataclass(frozen=True)
class Held:
    """A lesson that was held: how many people came, and how many answers they gave."""

    session: GuidedSession
    people: int
    answers: int


def hold_lesson(module: ModulePage, location: Location, chance: Random) -> Held:
    """Plan a lesson for now, lead it from beginning to end with people who answer, count them and close it."""
    at = timezone.now()
    groups = TargetGroup.objects.filter(slug=GROUP)
    coordinator = get_user_model().objects.get(username=COORDINATOR)
    [session] = plan_sessions(Plan(location, module, [at], target_groups=groups), coordinator)
    session = _done(session, Action.START)
    people = [come_in(session, at) for _ in range(chance.randint(FEWEST, MOST))]
    answers = _led_to_the_end(session, people, chance)
    session.meetings.update(headcount=len(people))
    return Held(session, len(people), answers)


def _led_to_the_end(session: GuidedSession, people: list[Participant], chance: Random) -> int:
    """Go on step by step; at each question everybody answers. Return how many answers were given."""
    given = 0
    while session.step < len(session.script) - 1:
        session = _done(session, Action.NEXT)
        if session.now.asks:
            knows = KNOWS_AFTER if session.now.block is Block.MEASURE_POST else KNOWS_BEFORE
            for person in people:
                _answer(person, session, knows, chance)
            given += len(people)
    _done(session, Action.FINISH)
    return given


def _answer(person: Participant, session: GuidedSession, knows: float, chance: Random) -> None:
    person.session = session
    thought = partial(_thought, knows=knows, chance=chance)
    answer(person, session.now.place, lambda version: Submission(uuid4(), thought(version)), timezone.now())


def _thought(version: QuestionVersion, knows: float, chance: Random) -> Answer:
    """What somebody thinks: right with the chance of what a group knows, else "weet ik niet" or something wrong."""
    options = list(version.options.all())
    if chance.random() < DOES_NOT_KNOW:
        return Answer(State.DONT_KNOW)
    if version.kind == Kind.ORDER:
        keys = [option.key for option in options]
        return Answer.ranked(keys if chance.random() < knows else chance.sample(keys, len(keys)))
    right = [option.key for option in options if option.is_right]
    wrong = [option.key for option in options if not option.is_right]
    if right and chance.random() < knows:
        return Answer(State.ANSWERED, frozenset(right))
    return Answer(State.ANSWERED, frozenset([chance.choice(wrong or right)]))


def _done(session: GuidedSession, action: Action) -> GuidedSession:
    acted = act(session.pk, action, session.state_version, timezone.now())
    if acted.done is not Done.YES:
        raise RuntimeError(f"{action} on lesson {session.pk}: {acted.done}; expected it to be done")
    return acted.session
