"""What a participant sees at each step of the session, ready for its template: one thing at a time."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from campagne.contacts.models import ReportChannel
from campagne.guided.sessions.script import Kind, Step
from campagne.guided.sessions.standing import Phase, State, is_settling
from campagne.guided.taking_part.person import Person
from campagne.guided.taking_part.questions import closed, explained, form, waiting
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.rendering import Rendering
from campagne.quiz.taking.comparing import Comparison, comparisons_of

OVER = {"end", "paused", "closed"}
Screen = dict[str, Any]
"""`part` is the name of the template below guided/participant/; the rest is what that template shows."""


def screen_of(person: Person, at: datetime) -> Screen:
    """The screen of now."""
    session = person.session
    if session.standing.state is not State.RUNNING:
        return _ended(person) if session.is_closed else {"part": "paused"}
    step = session.now
    return {
        Kind.WELCOME: lambda: {"part": "welcome"},
        Kind.LESSON: lambda: {"part": "lesson", "body": session.lesson.body(step), "page": session.module},
        Kind.TOLD: lambda: _told(person, step),
        Kind.QUESTION: lambda: _question(person, step.place or 0, at),
        Kind.LOOK_BACK: lambda: _looked_back(person, at),
        Kind.END: lambda: {"part": "end", **_after(person)},
    }[step.kind]()


def framed(person: Person, screen: Screen) -> Screen:
    """A screen with what every screen has: where the group is, what to poll, and the ways out."""
    session = person.session
    return {
        "session": session,
        "step": session.now,
        "number": session.step + 1,
        "total": len(session.script),
        "seat": person.participant.seat,
        "poll_url": "" if session.is_closed else reverse("guided:state", args=[session.poll_key]),
        "version": session.state_version,
        "key": f"{screen['part']} {screen.get('place', session.step)}",
        "home_url": person.home_url,
        "next_url": person.ticket.url("next") if session.is_running else "",
        "ready_url": person.ticket.url("ready"),
        "is_over": screen["part"] in OVER,
        "is_behind": screen["part"] == "question" and screen["place"] != session.now.place,
        "shares": person.rendering is Rendering.STANDARD,
        "template": f"guided/participant/{screen['part']}.html",
        **screen,
    }


def _question(person: Person, place: int, at: datetime) -> Screen:
    phase = person.session.standing.phase
    if phase is Phase.REVEALED:
        return explained(person, place)
    if phase is Phase.CLOSED or not person.may_answer(place, at):
        return closed(person, place)
    return waiting(person, place, at) if person.has_answered(place) else form(person, place)


def _told(person: Person, step: Step) -> Screen:
    part = person.session.lesson.part(step)
    return {"part": "told", "text": part.text if part else "", "is_discussed": step.block is Block.DISCUSS}


def _looked_back(person: Person, at: datetime) -> Screen:
    """What was measured: with the own answers, or without a word about them for who gave none.

    While an answer still counts nothing is told; that version no poll gives, so the screen asks on until all is told.
    """
    if is_settling(person.session.standing, at):
        return {"part": "settling", "version": f"{person.session.state_version}-even"}
    has_answers = person.sitting.attempt is not None
    return {"part": "look_back", "comparisons": _comparisons(person), "has_answers": has_answers}


def _comparisons(person: Person) -> list[Comparison]:
    return comparisons_of(person.sitting) if person.session.quiz_version else []


def _ended(person: Person) -> Screen:
    return {"part": "closed", **_after(person)}


def _after(person: Person) -> Screen:
    """What to do now, and whom to call: of the lesson, and of its quiz as far as the lesson does not name them."""
    session = person.session
    steps = session.module.next_step
    named = {block.value["channel"].pk for block in steps if block.block_type == "call_now" and block.value["channel"]}
    quiz = session.quiz_version.quiz if session.quiz_version else None
    channels = quiz.channels.exclude(pk__in=named) if quiz else ReportChannel.objects.none()
    return {"next_steps": steps, "channels": channels}
