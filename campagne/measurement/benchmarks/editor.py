"""How much longer do the editor and a list of pages take with figures, against Wagtail's own in the same run?"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from time import perf_counter
from unittest.mock import patch

from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import base_page_viewset, page_viewset_registry
from wagtail.models import Page

from campagne.measurement.benchmarks import Outcome
from campagne.measurement.benchmarks.dashboard import fill
from campagne.measurement.benchmarks.region import founded_region, write_articles
from campagne.measurement.beside.panel import FiguresBeside
from campagne.measurement.models import DayPage
from campagne.measurement.periods import last_days

PAGES, STEPS, VERSIONS = 200, 10, 5
DAYS = 2 * 365
TIMES = 25
TARGET = 1.25


def run(tell: Callable[[str], object]) -> Outcome:
    today = timezone.localdate()
    tell("Een lege regio wordt klaargezet …")
    with founded_region() as client:
        pages = write_articles(PAGES, reviewed_on=today)
        fill(pages, last_days(today, DAYS), tell)
        busiest = Page.objects.get(pk=pages[0])
        _add_steps(busiest.pk)
        addresses = {
            f"De editor, {DAYS * (STEPS + 1):,} dagtellingen": reverse("wagtailadmin_pages:edit", args=[busiest.pk]),
            f"Een lijst van {PAGES} pagina's": reverse("wagtailadmin_explore", args=[busiest.get_parent().pk]),
        }
        taken = {name: seconds_to_show(client, address) for name, address in addresses.items()}
    lines = (_told(name, *both) for name, both in taken.items())
    return Outcome(tuple(lines), all(with_figures / plain < TARGET for plain, with_figures in taken.values()))


def _told(name: str, plain: float, with_figures: float) -> str:
    more = (with_figures - plain) * 1000
    ratio = f"Verhouding: {with_figures / plain:.2f} (gevraagd: minder dan {TARGET})"
    return f"{name}: {plain * 1000:.0f} ms, met cijfers {more:.0f} ms meer. {ratio}."


def seconds_to_show(client: Client, address: str) -> Sequence[float]:
    """The quickest without and with figures, in turn, so that other work on the machine does not count."""
    taken: list[list[float]] = [[], []]
    for _ in range(TIMES + 1):
        for times, kind in zip(taken, (as_wagtail_has_it, nullcontext), strict=True):
            with kind():
                began = perf_counter()
                answer = client.get(address)
                times.append(perf_counter() - began)
            if answer.status_code != 200:
                raise RuntimeError(f"{address} answered {answer.status_code}; expected 200")
    return [min(times[1:]) for times in taken]


@contextmanager
def as_wagtail_has_it() -> Iterator[None]:
    """The editor and the lists of pages without our figures."""
    lists = patch.dict(page_viewset_registry.values_by_parent_model, {Page: base_page_viewset})
    with lists, patch.object(FiguresBeside, "get_side_panels", EditView.get_side_panels):
        yield


def _add_steps(page_id: int) -> None:
    """Give a page steps beside itself on every day that is counted, and another version every few months."""
    days = list(DayPage.objects.filter(page_id=page_id).order_by("day").values_list("day", flat=True))
    for place, day in enumerate(days):
        revision = 1 + place * VERSIONS // len(days)
        DayPage.objects.filter(page_id=page_id, day=day).update(revision_id=revision)
        counts = {"day": day, "page_id": page_id, "revision_id": revision, "views": 9, "visits": 4, "reads": 3}
        DayPage.objects.bulk_create([DayPage(**counts, step=step) for step in range(1, STEPS + 1)])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
