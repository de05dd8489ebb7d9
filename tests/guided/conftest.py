"""A library and a module to lead: three questions before and after, two steps of a lesson, one question to practise."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from campagne.content.models import ModuleIndexPage, ModulePage
from campagne.guided.joining.networks import networks
from campagne.guided.joining.participants import Participant
from campagne.guided.leading.acting import Action, Done, act
from campagne.guided.models import GuidedSession, Library, Location, Meeting
from campagne.guided.sessions import lesson
from campagne.guided.sessions.script import Kind
from campagne.guided.taking_part.answers import answer
from campagne.quiz.questions.scoring import Answer, State
from campagne.quiz.taking.answering import Taken
from campagne.quiz.taking.submission import Submission
from doelgroepen.models import Municipality
from home.models import HomePage
from tests.founded import bring_the_founded_region, keep_with
from tests.quiz.measured import quiz_of_nine_parts

STEPS = [
    (
        "step",
        {
            "title": "Hang op",
            "body": [("text", "<p>Hang op als iemand om een code vraagt.</p>")],
            "guidance": {"aim": "Durven ophangen.", "say": "U mag altijd ophangen.", "minutes": 5, "pitfalls": ""},
        },
    ),
    (
        "step",
        {
            "title": "Bel zelf",
            "body": [
                ("text", "<p>Bel zelf de bank.</p>"),
                ("callout", {"tone": "info", "title": "Let op", "body": "<p>Nu.</p>"}),
            ],
            "guidance": {},
        },
    ),
]


@pytest.fixture(autouse=True)
def nobody_guessed_before():
    networks.__init__()


@pytest.fixture(autouse=True)
def no_lesson_is_known():
    """The rows of a lesson come back under the keys that another test gave to another lesson."""
    lesson._known.clear()


@pytest.fixture
def library(home) -> Library:
    """A library in Stein with one place."""
    coordinators = Group.objects.create(name="Coördinatoren Bibliotheek Stein")
    guides = Group.objects.create(name="Begeleiders Bibliotheek Stein")
    library = Library.objects.create(name="Bibliotheek Stein", coordinators=coordinators, guides=guides)
    Location.objects.create(
        library=library, name="Bibliotheek Stein", municipality=Municipality.objects.get(slug="stein")
    )
    return library


@pytest.fixture(scope="session")
def with_a_module(django_db_setup, django_db_blocker) -> str:
    """Publish the module once for all tests here, because that takes longer than most of them."""
    with django_db_blocker.unblock():
        keep_with("with_a_module", _publish_module)
    return "with_a_module"


def _publish_module() -> None:
    page = ModulePage(title="Eerst ophangen", summary="Een les.", quiz=quiz_of_nine_parts())
    page.steps = STEPS
    ModuleIndexPage.objects.get(municipality=None).add_child(instance=page)
    page.save_revision().publish()


@pytest.fixture
def home(with_a_module, db) -> HomePage:
    """The front page of the region, which has the module below it."""
    bring_the_founded_region(with_a_module)
    return HomePage.objects.get()


@pytest.fixture
def module(home) -> ModulePage:
    return ModulePage.objects.get()


@dataclass
class Lesson:
    """A session being led, as its presenter does, without a browser."""

    pk: int

    @property
    def session(self) -> GuidedSession:
        return GuidedSession.objects.whole().get(pk=self.pk)

    def does(self, *actions: Action, at: datetime | None = None) -> GuidedSession:
        """Do these things one after another; each must succeed."""
        session = self.session
        for action in actions:
            acted = act(self.pk, action, session.state_version, at or timezone.now())
            assert acted.done is Done.YES, (action, acted.done, session.step, session.phase)
            session = acted.session
        return self.session

    def goes_to(self, kind: Kind, number: int = 1, at: datetime | None = None) -> GuidedSession:
        """Go on until the so-manieth step of this kind."""
        session = self.session
        where = [place for place, step in enumerate(session.script) if step.kind is kind][number - 1]
        return self.does(*[Action.NEXT] * (where - session.step), at=at)

    def participant(self, **fields) -> Participant:
        now = timezone.now()
        return Participant.objects.create(session=self.session, **{"joined_at": now, "came_at": now, **fields})

    def takes(self, participant: Participant, place: int, *chosen: UUID, at: datetime | None = None) -> Taken:
        """Send in an answer of somebody, to the question at this part of the quiz; without a choice "weet ik niet"."""
        given = Answer(State.ANSWERED, frozenset(chosen)) if chosen else Answer(State.DONT_KNOW)
        participant.session = self.session
        return answer(participant, place, lambda question: Submission(uuid4(), given), at or timezone.now())


@pytest.fixture
def planned(library, module) -> Lesson:
    """A session that is planned for today."""
    session = GuidedSession.objects.create(location=library.locations.get(), module=module, title=module.title)
    Meeting.objects.create(session=session, starts_at=timezone.now() + timedelta(minutes=5))
    return Lesson(session.pk)


@pytest.fixture
def running(planned) -> Lesson:
    """The same, begun: everybody sees the welcome and can come in."""
    planned.does(Action.START)
    return planned
