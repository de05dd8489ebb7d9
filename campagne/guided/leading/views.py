"""The presenter's screens: the one of now, what a button does, and the two ways to stop."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from campagne.guided.joining.networks import networks
from campagne.guided.joining.screen import asker_of
from campagne.guided.leading.acting import Action, Done, act
from campagne.guided.leading.polling import answer_poll
from campagne.guided.leading.presenting import notice_of, presenter_screen
from campagne.guided.leading.screen import SeeOther, led_screen
from campagne.guided.leading.ticket import led_with
from campagne.guided.sessions.standing import State
from campagne.serving.intake.refusals import BROKEN

MOST_DIGITS = 9


@led_screen("GET", "HEAD")
def lead(request: HttpRequest, signed: str) -> HttpResponse:
    at = timezone.now()
    ticket, session = led_with(signed, at)
    # Whoever leads is in the room: what others guess elsewhere does not keep the people here out.
    asker = asker_of(request)
    networks.remember(session.pk, asker.network, asker.tick)
    shown = presenter_screen(ticket, session, at)
    return TemplateResponse(request, "guided/presenter.html", {"screen": shown})


@led_screen("GET", "HEAD", "POST")
def do(request: HttpRequest, signed: str) -> HttpResponse:
    """Do what a button says, once; late or doubled, show how it is now (409)."""
    at = timezone.now()
    ticket, session = led_with(signed, at)
    if request.method != "POST":
        return SeeOther(ticket.url())
    acted = act(session.pk, *read_act(request.POST), at)
    if acted.done is Done.YES:
        return SeeOther(ticket.url())
    context = {"screen": presenter_screen(ticket, acted.session, at), "notice": notice_of(acted)}
    return TemplateResponse(request, "guided/presenter.html", context, status=409)


@led_screen("GET", "HEAD")
def pause(request: HttpRequest, signed: str) -> HttpResponse:
    """Ask before the meeting stops for today."""
    return _ending(request, signed, Action.PAUSE, {State.RUNNING})


@led_screen("GET", "HEAD")
def finish(request: HttpRequest, signed: str) -> HttpResponse:
    """Ask before the session closes for good."""
    return _ending(request, signed, Action.FINISH, {State.RUNNING, State.PAUSED})


def _ending(request: HttpRequest, signed: str, action: Action, while_in: set[State]) -> HttpResponse:
    at = timezone.now()
    ticket, session = led_with(signed, at)
    if session.state not in while_in:
        return SeeOther(ticket.url())
    context = {"screen": presenter_screen(ticket, session, at), "action": action.value}
    return TemplateResponse(request, "guided/presenter_ending.html", context)


@led_screen("GET", "HEAD")
def state(request: HttpRequest, signed: str) -> HttpResponse:
    at = timezone.now()
    _, session = led_with(signed, at)
    return answer_poll(request, session, at)


def read_act(typed: Mapping[str, str]) -> tuple[Action, int]:
    """Read what was asked and which state was seen. Raises Refusal for anything else."""
    version = typed.get("version", "")
    try:
        action = Action(typed.get("action", ""))
    except ValueError as error:
        raise BROKEN from error
    if not (version.isascii() and version.isdigit() and len(version) <= MOST_DIGITS):
        raise BROKEN
    return action, int(version)
