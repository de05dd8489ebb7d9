"""Guided sessions of the demo that stand at each kind of step, and the addresses of their screens."""

START = """
import json
from datetime import timedelta
from django.utils import timezone
from campagne.content.models import ModulePage
from campagne.guided.joining.seats import make_seats
from campagne.guided.joining.ticket import ticket_of
from campagne.guided.joining.verbs import come_in
from campagne.guided.leading.acting import Action, act
from campagne.guided.leading.cards import make_card
from campagne.guided.leading.ticket import board_url, ticket_of_card
from campagne.guided.models import GuidedSession, Location, Meeting
from campagne.guided.sessions.lesson import Outline, current_quiz

# A minute ago, so that no answer of before is on its way any more.
at, found = timezone.now() - timedelta(minutes=1), {}
modules = ModulePage.objects.live().exclude(quiz=None)
measured = lambda module: sum(step.measures for step in Outline.of(module, current_quiz(module)).script)
module = max(modules, key=measured)

def group(*ways):
    session = GuidedSession.objects.create(location=Location.objects.first(), module=module, title=module.title)
    Meeting.objects.create(session=session, starts_at=at)
    [seat] = make_seats(session, 1)
    session = act(session.pk, Action.START, 0, at).session
    ticket = ticket_of(come_in(session, at, seat))
    led = ticket_of_card(make_card(session, at)[0], at)
    for way in ways:
        while not isinstance(way, Action) and session.now.kind != way:
            session = act(session.pk, Action.NEXT, session.state_version, at).session
        if isinstance(way, Action):
            session = act(session.pk, way, session.state_version, at).session
    return ticket.url(), led.url(), board_url(session)

for name, ways in {
    "welcome": [],
    "lesson": ["lesson"],
    "question": ["question"],
    "look back": ["look_back"],
    "end": ["end"],
    "over": [Action.FINISH],
}.items():
    found[f"participant {name}"], found[f"presenter {name}"], found[f"board {name}"] = group(*ways)
print(json.dumps(found))
"""
SHOWN = (
    *("participant welcome", "participant lesson", "participant question", "participant look back", "participant end"),
    *("participant over", "presenter question", "board question"),
)
FIXED = {"join": "/meedoen/", "presenter door": "/begeleiden/"}
SCREENS = (*FIXED, *SHOWN)
