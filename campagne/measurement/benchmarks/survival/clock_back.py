"""The wall clock of every process jumps an hour back, and later an hour ahead again, while the site runs."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.utils import timezone
from wagtail.models import Page

from campagne.measurement.benchmarks.finding import Finding
from campagne.measurement.benchmarks.survival.changing import (
    SECONDS_TO_CHANGE,
    List,
    Notice,
    Sightings,
    Watchers,
    end_soon,
    published,
    two_lists,
)
from campagne.measurement.benchmarks.survival.database_away import MADE_AT, stored_pages
from campagne.measurement.benchmarks.survival.editing import Editor
from campagne.measurement.benchmarks.survival.finding import found
from campagne.measurement.benchmarks.survival.installation import Installation, seconds_until
from campagne.measurement.benchmarks.survival.visiting import Readers, ask
from campagne.measurement.benchmarks.survival.writing import Target
from campagne.measurement.consumer import SETTLE
from campagne.measurement.counters import DayPage
from campagne.serving.clock.lease import Lease
from campagne.serving.clock.runs import JobRun

BACK = -3600
MOST_SECONDS = 30
SECONDS_TO_COUNT = 50
# libfaketime refuses what Python's sleep asks of the kernel, a moment of the monotonic clock; this asks a duration.
SLEEP = """
import select, time

def sleep(seconds):
    select.select([], [], [], seconds)

time.sleep = sleep
"""


def set_clock_back(
    site: Installation, watched: float = 6, within: float = SECONDS_TO_CHANGE, *, counts: bool = True
) -> Iterator[Finding]:
    """Serve with a clock of our own; without `counts`, do not wait until the site has counted a visit."""
    library = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)
    if library is None:
        yield found("niet gemeten: libfaketime is hier niet", "apt-get install faketime", False)
        return
    clock = Clock(site.folder / "clock")
    clock.set(0)
    site.serve(**clock.environment(library))
    paths, editor, (here, _) = stored_pages(site), Editor(site), two_lists(site)
    gone = [withdrawn_page(site, editor, here), ended_page(site, editor, here)]
    notice = Notice("Klokbericht")
    pk = editor.publish(here.page, notice.title(1), notice.slug)
    page, listing = here.sightings(site, notice)
    made_at = ask(site.port, "/").headers[MADE_AT]
    with Readers(site.port, paths, number=1) as readers, Watchers(page, listing, *gone, number=2):
        clock.set(BACK)
        yield made_again(site, made_at)
        yield from published(editor, pk, page, listing, 3, watched, within)
        yield clock_works(site)
        if counts:
            yield counting_goes_on(site, clock)
        clock.set(0)
        yield clock_works(site)
    yield found(f"klok een uur terug en weer vooruit: {readers}", "100 %", readers.are_all_served)
    shown = sum(status == 200 for place in gone for _, status, _ in place.seen)
    looked = sum(len(place.seen) for place in gone)
    yield found(f"wat weg was: {looked:,} keer gevraagd, {shown} keer getoond", "nooit", not shown and looked > 0)


class Clock:
    """A folder that tells libfaketime how many seconds the clock of the site is off."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        (folder / "sitecustomize.py").write_text(SLEEP)

    def set(self, seconds: int) -> None:
        beside = self._folder / "new"
        beside.write_text(f"{seconds:+d}\n")
        beside.replace(self._folder / "offset")

    def environment(self, library: Path) -> dict[str, str]:
        told = {"FAKETIME_TIMESTAMP_FILE": str(self._folder / "offset"), "FAKETIME_NO_CACHE": "1"}
        python = {"PYTHONPATH": str(self._folder)}
        return {**told, **python, "LD_PRELOAD": str(library), "FAKETIME_DONT_FAKE_MONOTONIC": "1"}


def withdrawn_page(site: Installation, editor: Editor, here: List) -> Sightings:
    notice = Notice("Wegbericht")
    editor.unpublish(editor.publish(here.page, notice.title(1), notice.slug))
    return here.sightings(site, notice)[0]


def ended_page(site: Installation, editor: Editor, here: List) -> Sightings:
    notice = Notice("Eindbericht")
    pk = editor.publish(here.page, notice.title(1), notice.slug)
    end_soon(editor, notice, pk)
    with site.database():
        seconds_until(Page.objects.filter(pk=pk, live=False).exists, MOST_SECONDS)
    return here.sightings(site, notice)[0]


def made_again(site: Installation, made_at: str) -> Finding:
    took = seconds_until(lambda: ask(site.port, "/").headers.get(MADE_AT, made_at) < made_at, MOST_SECONDS)
    seen = "niet opnieuw gemaakt" if took is None else f"na {took:.1f} s opnieuw gemaakt"
    return found(f"klok verzet: de voorpagina is {seen}", f"binnen {MOST_SECONDS} s", took is not None)


def clock_works(site: Installation) -> Finding:
    """Tell how long it takes until the clock of the site shows that it lives and no job fails any more."""
    failing = JobRun.objects.exclude(failing_since=None)
    with site.database():
        beat = Lease.objects.current().beat
        took = seconds_until(
            lambda: Lease.objects.current().beat > beat and not failing.exists(), MOST_SECONDS, pause=0.2
        )
        paths = list(failing.values_list("path", flat=True))
    seen = "loopt niet zoals het hoort" if took is None else f"liep binnen {took:.1f} s weer"
    return found(
        f"klok verzet: de klok van de site {seen}, mislukt: {paths or 'niets'}",
        f"binnen {MOST_SECONDS} s, niets",
        took is not None,
    )


def counting_goes_on(site: Installation, clock: Clock) -> Finding:
    """Send a beacon, let the two minutes pass that it is left alone, and wait until the clock of the site counts it."""
    target, since = Target.of(site), timezone.localdate() - timedelta(days=1)
    with site.database():
        counted = DayPage.objects.filter(day__gte=since, page=target.page)
        before = sum(counted.values_list("views", flat=True))
        ask(site.port, "/m", target.beacon("klokterugklokterug"))
        clock.set(BACK + int(SETTLE.total_seconds()) + 1)
        took = seconds_until(lambda: sum(counted.values_list("views", flat=True)) > before, SECONDS_TO_COUNT, pause=0.5)
    seen = "niet geteld" if took is None else f"na {took:.0f} s geteld"
    return found(f"klok verzet: een bezoek is {seen}", f"binnen {SECONDS_TO_COUNT} s", took is not None)
