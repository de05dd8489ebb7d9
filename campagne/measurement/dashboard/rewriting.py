"""Before and after a page was written anew: its newest two versions beside each other, and what may be said of that."""

from collections.abc import Iterable, Sequence

from django.db.models import Max, Min, Sum
from django.utils import timezone

from campagne.figures.disclosure import Kind
from campagne.figures.notation import day_label, number
from campagne.measurement import measures
from campagne.measurement.beside.counted import Version
from campagne.measurement.beside.versions import NO_CAUSE, compared
from campagne.measurement.beside.words import in_days
from campagne.measurement.context.happening import CAVEAT, happenings_in
from campagne.measurement.counters import SHOWN
from campagne.measurement.dashboard.answers import FigureRow, share_row
from campagne.measurement.dashboard.parts import Line, Part, PartRow
from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.dashboard.traffic import Traffic
from campagne.measurement.models import DayPage, PageFacts
from campagne.measurement.periods import Period

HEAD = ("Versie", "Gepubliceerd", "Woorden", "Stappen", "Geteld", "Gelezen")
NAMES = ("De nieuwste versie", "De versie ervoor")
NOTHING_TO_COMPARE = "Van deze pagina kennen we één versie. Er is dus nog geen versie om mee te vergelijken."
NOT_OPENED, NO_STEPS = "nog niet geopend", "geen"
ALL_DAYS = (
    "Dit gaat over alle dagen van elke versie, niet alleen over de periode die u koos. Dagen bewaren we 25 maanden."
)


def before_and_after(selection: Selection) -> tuple[Part, ...]:
    """The newest two published versions of the page that was chosen; nothing where none is known. Three queries."""
    if selection.page is None:
        return ()
    facts = list(PageFacts.objects.filter(page_id=selection.page.pk).order_by("-published_at", "-revision_id")[:2])
    if len(facts) < 2:
        return (_part(NOTHING_TO_COMPARE),) if facts else ()
    counted = _counted(facts)
    newest, before = (counted.get(version.revision_id) for version in facts)
    rows = [_read(name, version) for name, version in zip(NAMES, (newest, before), strict=True)]
    return (
        _part(
            " ".join(compared(newest, before)),
            head=HEAD,
            lines=tuple(map(_line, NAMES, facts, (newest, before), rows)),
            rows=tuple(PartRow(row.measure, row.subject, None, row.words) for row in rows if row),
            notes=(*_meanwhile(selection, counted.values()), ALL_DAYS, measures.READS.caveat, NO_CAUSE),
        ),
    )


def _counted(facts: Sequence[PageFacts]) -> dict[int, Version]:
    """What was counted of each of these versions, over all its steps."""
    revisions = [version.revision_id for version in facts]
    rows = DayPage.objects.on_pages([facts[0].page_id]).filter(revision_id__in=revisions).order_by()
    sums = rows.values_list("revision_id").annotate(Min("day"), Max("day"), *map(Sum, SHOWN))
    return {
        revision: Version(revision, Period(first, last), {0: Traffic(*counts)})
        for revision, first, last, *counts in sums
    }


def _read(name: str, version: Version | None) -> FigureRow | None:
    if version is None or not version.traffic.views:
        return None
    return share_row(measures.READS, name, version.traffic.reads, version.traffic.views, Kind.VIEWS)


def _line(name: str, facts: PageFacts, version: Version | None, row: FigureRow | None) -> Line:
    published = timezone.localdate(facts.published_at)
    steps = number(facts.steps) if facts.steps else NO_STEPS
    days = in_days(version.days) if version else NOT_OPENED
    read = row.words if row else NOT_OPENED
    return Line(name, (day_label(published, with_year=True), number(facts.words), steps, days, read))


def _meanwhile(selection: Selection, counted: Iterable[Version]) -> tuple[str, ...]:
    """What happened in the days of either version."""
    days = [version.days for version in counted]
    if not days or selection.events is None:
        return ()
    both = Period(min(each.first for each in days), max(each.last for each in days))
    told = [f"{happening.title} ({happening.days})" for happening in happenings_in(selection.events, both)]
    return (f"In die dagen gebeurde ook: {'; '.join(told)}. {CAVEAT}",) if told else ()


def _part(sentence: str, **told) -> Part:
    return Part(key="voor-en-na", name="Voor en na een nieuwe versie", sentence=sentence, **told)
