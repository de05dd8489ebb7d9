"""What the panel says of a page, part by part: each with its period, its figures and what they do not say."""

from dataclasses import dataclass

from campagne.figures.disclosure import Audience, Figure, Kind, publishable_item
from campagne.measurement import measures
from campagne.measurement.beside.counted import Counted, Done, Version
from campagne.measurement.beside.words import in_days, shown_rows
from campagne.measurement.dashboard.answers import FigureRow, count_row, share_row
from campagne.measurement.dashboard.visiting import click_rows
from campagne.measurement.models import Act
from campagne.measurement.periods import Period
from campagne.measurement.useful import REASONS

ALL_CHANNELS, YES, WHY_NOT = "alle meldpunten samen", "ja, dit was nuttig", "waarom niet"


@dataclass(frozen=True)
class Section:
    title: str
    days: str
    rows: tuple[FigureRow, ...]
    notes: tuple[str, ...]


def shown(counted: Counted, period: Period) -> Section:
    notes = (measures.VISITS.caveat, measures.READS.caveat)
    return Section("Getoond en gelezen", in_days(period), shown_rows(counted.lately), notes)


def steps(version: Version) -> Section | None:
    """Each step beside the first one; None for a version of which no first step was shown.

    What was shown more often than the first step is no part of it, and stays a count.
    """
    first = version.steps[1].views if 1 in version.steps else 0
    if not first:
        return None
    rows = [count_row(measures.STEPS, "stap 1", first, Kind.VIEWS)]
    for number in sorted(step for step in version.steps if step > 1):
        views, name = version.steps[number].views, f"stap {number}"
        is_part = views <= first
        rows.append(
            share_row(measures.STEPS, name, views, first, Kind.VIEWS)
            if is_part
            else count_row(measures.STEPS, name, views, Kind.VIEWS)
        )
    notes = (measures.STEPS.caveat,)
    return Section("Stappen, naast stap 1", f"{in_days(version.days)}, in één versie", tuple(rows), notes)


def clicks(done: Done, period: Period) -> Section:
    counts = {subject: times for (act, subject), times in done.acts.items() if act == Act.REPORT}
    nothing = count_row(measures.REPORT_CLICKS, ALL_CHANNELS, 0, Kind.CLICKS)
    rows = tuple(click_rows(counts, done.channels)) or (nothing,)
    return Section("Naar een meldpunt", in_days(period), rows, (measures.REPORT_CLICKS.caveat,))


def useful(done: Done, period: Period) -> Section:
    yes, no = (done.acts[(Act.USEFUL, answer)] for answer in ("yes", "no"))
    sensitive = {"is_sensitive": done.is_sensitive}
    rows = (share_row(measures.USEFUL, YES, yes, yes + no, Kind.ANSWERS, **sensitive), *_reasons(done))
    return Section("Was dit nuttig?", in_days(period), rows, (measures.USEFUL.caveat,))


def _reasons(done: Done) -> list[FigureRow]:
    """A row for each reason that was given, or one that says why none is shown; nothing when nobody gave one."""
    given = {subject: times for (act, subject), times in done.acts.items() if act == Act.REASON}
    named = sorted(given.items(), key=lambda pair: (-pair[1], pair[0]))
    whole, sensitive = sum(given.values()), done.is_sensitive
    figures = [Figure(times, Kind.ANSWERS, whole, is_sensitive_group=sensitive) for _, times in named]
    outcomes = publishable_item(figures, audience=Audience.STAFF)
    if outcomes and not outcomes[0].is_shown:
        return [FigureRow(measures.REASONS, WHY_NOT, outcomes[0])]
    return [
        FigureRow(measures.REASONS, f"nee: {REASONS.get(subject, subject).lower()}", outcome)
        for (subject, _), outcome in zip(named, outcomes, strict=True)
    ]
