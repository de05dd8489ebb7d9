"""What stands in the panel beside a page, or why there is nothing to tell yet."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from wagtail.models import Page

from campagne.measurement.beside import sections
from campagne.measurement.beside.counted import LONGEST_DAYS, Version, counted_on, done_on
from campagne.measurement.beside.sections import Section
from campagne.measurement.beside.versions import Versions, versions_of
from campagne.measurement.beside.words import since
from campagne.measurement.dashboard.selection import USUAL_DAYS
from campagne.measurement.periods import Period, last_days

NOT_PUBLISHED = (
    "Nog niet gepubliceerd. Zodra lezers de pagina kunnen zien, staat hier hoe vaak zij is getoond en gelezen."
)
NO_VISIT = "Nog geen bezoek, {since}. Een weergave telt binnen een paar minuten mee."
NOT_THERE = "Lezers zien deze pagina nu niet. Dit zijn de cijfers van toen zij te zien was."


@dataclass(frozen=True)
class Told:
    """The parts of the panel; where there is nothing to tell, `state` says why."""

    state: str = ""
    sections: tuple[Section, ...] = ()
    versions: Versions | None = None
    is_demo: bool = False


def told_of(page: Page, today: date, *, has_steps: bool = False) -> Told:
    """Tell of a page as readers get it, whatever stands in its draft: `page` is its record, not a revision of it.

    Asks nothing about a page that was never published, and one question less about one that nobody opened.
    """
    if not page.live and page.first_published_at is None:
        return Told(NOT_PUBLISHED)
    period = _lately(page, today)
    counted = counted_on(page.pk, period)
    if not counted.versions:
        return Told(NO_VISIT.format(since=since(_published(page, today))))
    live = page.live_revision_id or 0 if page.live else None
    versions = versions_of(counted.versions, live=live, published=_published(page, today))
    done = done_on(page.pk, period)
    parts = [sections.shown(counted, period), sections.clicks(done, period), sections.useful(done, period)]
    if has_steps and (of_steps := sections.steps(_read_now(counted.versions, live))):
        parts.insert(1, of_steps)
    return Told("" if page.live else NOT_THERE, tuple(parts), versions, counted.is_demo)


def _lately(page: Page, today: date) -> Period:
    """The usual days up to today, or as many as there were since the page was first published."""
    usual = last_days(today, USUAL_DAYS)
    if page.first_published_at is None:
        return usual
    return Period(min(today, max(usual.first, timezone.localdate(page.first_published_at))), today)


def _published(page: Page, today: date) -> date:
    """The day since which this version is counted: that of its publication, at most half a year ago."""
    at = page.last_published_at or page.first_published_at
    oldest = last_days(today, LONGEST_DAYS).first
    return max(oldest, timezone.localdate(at)) if at else oldest


def _read_now(versions: tuple[Version, ...], live: int | None) -> Version:
    """The version that is read now; the newest that was read while nobody opened that one."""
    return next((version for version in versions if version.revision_id == live), versions[0])
