"""Sessions with people in them, made by the verbs that presenters and participants use."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from campagne.content.models import ModulePage
from campagne.guided.joining.ticket import ticket_of
from campagne.guided.joining.verbs import come_in
from campagne.guided.leading.acting import Action, Done, act
from campagne.guided.leading.cards import make_card
from campagne.guided.leading.ticket import ticket_of_card
from campagne.guided.models import GuidedSession, Location, Meeting
from campagne.guided.sessions.lesson import Outline, current_quiz
from campagne.measurement.benchmarks.survival.installation import Installation
from campagne.quiz.models import QuestionVersion
from campagne.quiz.questions.scoring import Kind

PEOPLE = 30


@dataclass(frozen=True)
class Group:
    """A session: what its screens poll, where its presenter posts, and the pages and addresses of its people."""

    pk: int
    cluster: str
    poll: str
    act: str
    pages: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    option: str = ""


def make_groups(site: Installation, number: int, *, with_people: int, tell: Callable[[str], object]) -> list[Group]:
    """Start so many sessions of thirty; the first `with_people` have everybody in, at their first question."""
    groups = []
    with site.database():
        module, location = _module_that_asks(), Location.objects.first()
        for made in range(number):
            groups.append(_make(module, location, is_full=made < with_people))
            if (made + 1) % 50 == 0:
                tell(f"  {made + 1} van {number} sessies")
    return groups


def _module_that_asks() -> ModulePage:
    """The module whose quiz has most questions that follow each other at once."""
    modules = ModulePage.objects.live().exclude(quiz=None)
    return max(modules, key=lambda module: sum(step.measures for step in _lesson(module).script))


def _lesson(module: ModulePage) -> Outline:
    return Outline.of(module, current_quiz(module))


@transaction.atomic
def _make(module: ModulePage, location: Location, *, is_full: bool) -> Group:
    at = timezone.now()
    session = GuidedSession.objects.create(location=location, module=module, title=module.title, places=PEOPLE)
    Meeting.objects.create(session=session, starts_at=at)
    session = _done(session, Action.START)
    card, _ = make_card(session, at)
    address = ticket_of_card(card, at).url("act")
    poll = reverse("guided:state", args=[session.poll_key])
    if not is_full:
        return Group(session.pk, session.cluster, poll, address)
    tickets = [ticket_of(come_in(session, at)) for _ in range(PEOPLE)]
    while not session.now.asks:
        session = _done(session, Action.NEXT)
    place, option = session.now.place, _first_option(session)
    pages, answers = (tuple(ticket.url(*name) for ticket in tickets) for name in (("participant",), ("answer", place)))
    return Group(session.pk, session.cluster, poll, address, pages, answers, option)


def _done(session: GuidedSession, action: Action) -> GuidedSession:
    acted = act(session.pk, action, session.state_version, timezone.now())
    if acted.done is not Done.YES:
        raise RuntimeError(f"{action} on session {session.pk}: {acted.done}; expected it to be done")
    return acted.session


def _first_option(session: GuidedSession) -> str:
    version = QuestionVersion.objects.get(pk=session.lesson.part(session.now).version)
    if version.kind == Kind.ORDER:
        raise RuntimeError("the first question asks for an order; expected one with options to choose from")
    return str(version.options.first().key)
