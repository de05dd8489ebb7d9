"""'Storingen en traagheid': for who keeps the site running, what goes wrong or slowly and what to do about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.admin.auth import require_admin_access

from campagne.serving.clock.jobs import JOBS
from campagne.serving.clock.runs import JobRun
from campagne.serving.clock.troubles import troubles_of_clock
from campagne.serving.disturbances.advice import advice_for
from campagne.serving.disturbances.noting import Kind
from campagne.serving.disturbances.record import DAYS_KEPT, Disturbance, Seen
from campagne.serving.disturbances.slowness import SLOW_QUERY, SLOW_REQUEST

TITLE = "Storingen en traagheid"
# Who gives accounts and roles is who has the machine looked after.
KEEPS_ACCOUNTS = "staff.change_user"


@dataclass(frozen=True)
class Part:
    """A table of the screen: rows with what to do."""

    title: str
    explanation: str
    empty: str
    rows: list[tuple[Seen, str]]
    has_duration: bool


@require_admin_access
@require_safe
def disturbances(request: HttpRequest) -> TemplateResponse:
    """Of the whole installation. Raises PermissionDenied for whoever gives no accounts."""
    if not request.user.has_perm(KEEPS_ACCOUNTS):
        raise PermissionDenied
    at = timezone.now()
    context = {
        "page_title": TITLE,
        "header_title": TITLE,
        "header_icon": "warning",
        "breadcrumbs_items": [{"url": "", "label": TITLE}],
        "troubles": troubles_of_clock(at),
        "parts": list(parts()),
        "tasks": list(tasks()),
        "days": DAYS_KEPT,
    }
    return TemplateResponse(request, "serving/disturbances.html", context)


WORDS = {
    Kind.ERROR: ("Fouten", "Wat de site als fout in het log schreef.", "Er ging niets mis."),
    Kind.SLOW_REQUEST: (
        "Trage verzoeken",
        f"Het antwoord liet langer dan {SLOW_REQUEST:.0f} seconden op zich wachten.",
        "Elk antwoord kwam op tijd.",
    ),
    Kind.SLOW_QUERY: (
        "Trage vragen aan de database",
        f"Ze duurden langer dan {SLOW_QUERY * 1000:.0f} milliseconden. Wat erin werd gezocht, staat er niet bij.",
        "De database antwoordde steeds snel.",
    ),
}


def parts() -> Iterator[Part]:
    for kind, words in WORDS.items():
        rows = [(seen, advice_for(kind, seen.what)) for seen in Disturbance.objects.seen(kind)]
        yield Part(*words, rows, has_duration=kind is not Kind.ERROR)


def tasks() -> Iterator[tuple[str, JobRun | None, datetime | None]]:
    """Each task of the clock by its name, how it went the last time, and since when it fails."""
    runs = JobRun.objects.by_path()
    for job in JOBS:
        run = runs.get(job.path)
        yield job.name, run, run.failing_since if run else None
