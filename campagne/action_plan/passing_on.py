"""The plan in other hands: in a calendar, in a letter to who helps with computers, and as a code for a phone."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from campagne.action_plan.act import Who
from campagne.action_plan.calendar_file import Appointment, calendar_file
from campagne.action_plan.letter import Request, letter
from campagne.action_plan.models import PlanAct, PlanRole
from campagne.action_plan.visit import Visit
from campagne.sheets.qr import qr_svg


@dataclass(frozen=True)
class Task:
    """An act in this plan: who does it, in the words of the role, and where to read more (empty if nowhere)."""

    act: PlanAct
    who: str
    page_url: str


def tasks_of(visit: Visit) -> list[Task]:
    return [Task(act, who_does(act, visit.role), _page_url(act)) for act in visit.plan.acts]


def who_does(act: PlanAct, role: PlanRole) -> str:
    """Who does it. A role without somebody who helps does everything itself."""
    return f"doet {role.helper}" if act.who == Who.HELPER and role.helper else "doe ik"


def letter_of(visit: Visit) -> str:
    """The address of a letter with what the helper does; empty if there is nothing to ask, or nobody."""
    asked = [act for act in visit.plan.acts if act.who == Who.HELPER]
    if not asked or not visit.role.helper:
        return ""
    requests = [
        Request(
            f"{number}. {act.title} (ongeveer {act.minutes} minuten)", "\n".join(f"- {step}" for step in act.step_list)
        )
        for number, act in enumerate(asked, 1)
    ]
    greeting = "Hallo,\n\nIk maakte een actieplan om veiliger te werken. Wilt u dit voor mij doen?"
    closing = f"Mijn hele plan staat hier:\n{visit.link}\n\nDank u wel."
    return letter("Hulp bij mijn actieplan", greeting, requests, closing)


def calendar_of(visit: Visit, at: datetime) -> bytes:
    host = urlsplit(settings.SITE_URL).hostname
    appointments = [
        Appointment(
            uid=f"actieplan-{visit.role.slug}-{act.pk}@{host}",
            title=act.title,
            text="\n".join([act.why, *(f"{number}. {step}" for number, step in enumerate(act.step_list, 1))]),
            minutes=act.minutes,
        )
        for act in visit.plan.acts
    ]
    return calendar_file(appointments, visit.link, at)


def qr_of(visit: Visit) -> SafeString:
    return mark_safe(qr_svg(visit.link, "Code naar dit plan"))


def _page_url(act: PlanAct) -> str:
    return act.page.url or "" if act.page and act.page.live else ""
