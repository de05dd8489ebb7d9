"""What pages say: are they reached, are they read, and does anybody take a step?"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from wagtail.models import Page

from campagne.contacts.models import ReportChannel
from campagne.figures.disclosure import Audience, Figure, Kind, publishable
from campagne.figures.estimates import Estimate
from campagne.figures.notation import number
from campagne.figures.sentences import in_words
from campagne.figures.verdicts import ATTENTION, REACH, STEP, Verdict, compare, conclusion
from campagne.measurement import measures
from campagne.measurement.dashboard.answers import ALL_PAGES, Answer, FigureRow, count_row, dots, share_row
from campagne.measurement.dashboard.groups import who_came
from campagne.measurement.dashboard.over_time import visits_over_time
from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.dashboard.traffic import Traffic, traffic_in, traffic_per_step
from campagne.measurement.models import Act
from campagne.report_guide.models import IncidentTypePage

Acts = Mapping[tuple[str, str], int]
"""How often each (act, subject) happened."""
NOTHING_SHOWN = "Er zijn nog geen weergaven."


def reach(selection: Selection, traffic: Traffic, per_day: Mapping[date, Traffic], counted_since: date) -> Answer:
    """Visits over time, and beside them who came to sessions; what lies before `counted_since` is unknown, not 0."""
    over_time = visits_over_time(selection, per_day, counted_since)
    rows = (
        count_row(measures.VISITS, ALL_PAGES, traffic.visits, Kind.VISITS, audience=selection.audience),
        count_row(measures.VIEWS, ALL_PAGES, traffic.views, Kind.VIEWS, audience=selection.audience),
    )
    sight = {"is_sensitive": selection.is_sensitive, "audience": selection.audience}
    persons, came = who_came(selection.meetings.values(), selection.period, **sight)
    return Answer(
        REACH,
        over_time.sentence,
        (*rows, *persons),
        line=over_time.chart,
        series=over_time.series,
        notes=(*([came] if came else []), measures.VISITS.caveat),
    )


def attention(selection: Selection, traffic: Traffic, acts: Acts) -> Answer:
    """The share of views that were read, of one page also per version and step, and who found it useful."""
    read = share_row(measures.READS, ALL_PAGES, traffic.reads, traffic.views, Kind.VIEWS)
    yes, no = acts.get((Act.USEFUL, "yes"), 0), acts.get((Act.USEFUL, "no"), 0)
    sensitive = {"is_sensitive": selection.is_sensitive}
    useful = share_row(measures.USEFUL, ALL_PAGES, yes, yes + no, Kind.ANSWERS, **sensitive)
    steps = _read_per_step(selection) if selection.page else ()
    if not traffic.views:
        return Answer(ATTENTION, NOTHING_SHOWN, (useful,), notes=(measures.READS.caveat,))
    drawn = [replace(row, subject=row.measure.name) for row in (read, useful)]
    return Answer(
        ATTENTION,
        f"Van de weergaven is gelezen: {in_words(read.outcome)}.",
        (read, useful, *steps),
        dots=dots([*drawn, *steps]),
        notes=(_against_before(selection, traffic), measures.READS.caveat),
    )


def step(acts: Acts, traffic: Traffic, outcomes: int) -> Answer:
    """Clicks per place to report and outcomes of the guide, beside the number of read views: counts, not a share."""
    clicks = {subject: count for (act, subject), count in acts.items() if act == Act.REPORT}
    names = dict(ReportChannel.objects.filter(slug__in=clicks).values_list("slug", "name"))
    prints = sum(count for (act, _), count in acts.items() if act == Act.PRINT)
    rows = click_rows(clicks, names)
    rows.append(count_row(measures.GUIDE_OUTCOMES, ALL_PAGES, outcomes, Kind.VIEWS))
    rows.append(count_row(measures.PRINTS, ALL_PAGES, prints, Kind.TIMES))
    total = publishable(Figure(sum(clicks.values()), Kind.CLICKS), audience=Audience.STAFF)
    sentence = f"Op een meldpunt: {in_words(total)}, bij {number(traffic.reads)} gelezen weergaven."
    return Answer(STEP, sentence, tuple(rows), notes=(measures.REPORT_CLICKS.caveat, measures.GUIDE_OUTCOMES.caveat))


def click_rows(clicks: Mapping[str, int], names: Mapping[str, str]) -> list[FigureRow]:
    """One row for each place to report, by its slug in `clicks`, the most used first."""
    return [
        count_row(measures.REPORT_CLICKS, names.get(slug, f"{slug} (bestaat niet meer)"), count, Kind.CLICKS)
        for slug, count in sorted(clicks.items(), key=lambda pair: (-pair[1], pair[0]))
    ]


def _read_per_step(selection: Selection) -> tuple[FigureRow, ...]:
    """One row for each step of each version of the page, the newest version first."""
    per_step, names = traffic_per_step(selection), _screens_of(selection.page)
    versions = {revision: place for place, revision in enumerate(sorted({found for found, _ in per_step}), start=1)}
    return tuple(
        share_row(
            measures.READS, _step_name(versions[revision], place, names), traffic.reads, traffic.views, Kind.VIEWS
        )
        for (revision, place), traffic in sorted(per_step.items(), key=lambda row: (-row[0][0], row[0][1]))
    )


def _screens_of(page: Page | None) -> dict[int, str]:
    """What the screens of a type of the report guide are called; of other pages the place of a step says enough."""
    kind = page.specific if page else None
    return kind.names_of_screens() if isinstance(kind, IncidentTypePage) else {}


def _step_name(version: int, place: int, names: Mapping[int, str]) -> str:
    return f"versie {version}, {names.get(place, f'stap {place}' if place else 'de pagina zelf')}"


def _against_before(selection: Selection, now: Traffic) -> str:
    before = traffic_in(replace(selection, period=selection.period.before))
    ours, theirs = _read_share(now), _read_share(before)
    verdict = compare(ours, theirs) if ours and theirs else Verdict.TOO_LITTLE
    subject = "Aandeel gelezen" if verdict.has_direction else "Aandeel gelezen, naast de even lange periode ervoor"
    return conclusion(subject, verdict, rung=ATTENTION, reference="in de even lange periode ervoor")


def _read_share(traffic: Traffic) -> Estimate | None:
    return Figure(traffic.reads, Kind.VIEWS, traffic.views).estimate
