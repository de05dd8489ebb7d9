"""The two reasons that are counts over time, judged together: fewer visits, and fewer clicks for as much reading."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from campagne.figures.disclosure import Kind
from campagne.figures.notation import day_label
from campagne.figures.sentences import counted
from campagne.figures.surveillance import EARLIER_WEEKS, WEEKS, Fall, Series, falls
from campagne.figures.verdicts import Verdict
from campagne.measurement.attention.card import Gap
from campagne.measurement.attention.clicks import (
    clicks_per_page,
    clicks_watched,
    page_that_lost_most,
    reads_counted_since,
)
from campagne.measurement.attention.labelled_pages import LabelledPage, pages_about
from campagne.measurement.attention.signal import Proposal, Signal, Unknown
from campagne.measurement.attention.subject import Pooled, Subject, pool
from campagne.measurement.attention.told import clicks_fell, visits_fell
from campagne.measurement.attention.visits import visits_counted_since, visits_watched
from campagne.measurement.attention.weeks import recent
from campagne.measurement.periods import Period

Watched = tuple[Gap, Subject]
NOBODY = Series((0,) * WEEKS)


@dataclass(frozen=True)
class Watch:
    """What is counted in sixteen weeks: what can be judged, and what cannot."""

    weeks: Period
    pages: Sequence[LabelledPage]
    series: dict[Watched, Series]
    per_page: dict[int, Series]
    unknown: tuple[Unknown, ...]

    def signals(self) -> Iterator[Signal]:
        """Every count that fell, all of them judged together."""
        for (gap, about), fall in falls(self.series).items():
            yield self._visits(about, fall) if gap is Gap.REACH else self._clicks(about, fall)

    def _visits(self, about: Subject, fall: Fall) -> Signal:
        """Fewer come, so the proposal is a way in, to a page of the place or the region; without one, to look first."""
        pages = [*pages_about(about, self.pages), *pages_about(replace(about, municipality=None), self.pages)]
        page = next((page.pk for page in pages), None)
        proposal = Proposal.SEE_OFFER if page is None else Proposal.PUT_UP_ENTRANCE
        sentence = visits_fell(fall, recent(self.weeks))
        return Signal(Gap.REACH, about, sentence, fall.lost, proposal, page, numbers=self._numbers(fall))

    def _clicks(self, about: Subject, fall: Fall) -> Signal:
        reads = sum(self.series[Gap.STEP, about].weights[EARLIER_WEEKS:])
        page = page_that_lost_most(self.per_page, pages_about(about, self.pages))
        proposal = Proposal.SEE_OFFER if page is None else Proposal.CHECK_CONTACT
        numbers = {**self._numbers(fall), "reads": reads}
        sentence = clicks_fell(fall, reads, recent(self.weeks))
        return Signal(Gap.STEP, about, sentence, fall.lost, proposal, page, numbers=numbers)

    def _numbers(self, fall: Fall) -> dict[str, object]:
        days = recent(self.weeks)
        counts = {"count": fall.count, "expected": round(fall.expected, 1), "low": fall.low, "high": fall.high}
        return {**counts, "first": days.first.isoformat(), "last": days.last.isoformat()}


def watch(weeks: Period, pages: Sequence[LabelledPage], subjects: Iterable[Subject]) -> Watch:
    """Read both counts; one that began later than these weeks is not judged at all.

    Of all `subjects` it is told when nobody came: that is too little, and not nothing to look at.
    """
    per_page = clicks_per_page(weeks)
    counted = {
        Gap.REACH: (visits_counted_since(), {**dict.fromkeys(subjects, NOBODY), **visits_watched(weeks)}),
        Gap.STEP: (reads_counted_since(), clicks_watched(per_page, pages)),
    }
    series: dict[Watched, Series] = {}
    unknown: list[Unknown] = []
    for gap, (since, found) in counted.items():
        if since is None or since > weeks.first:
            unknown.append(Unknown(gap, Subject(), _too_short(since)))
            continue
        judged, pooled = pool(found)
        series.update({(gap, about): one for about, one in judged.items()})
        unknown.extend(_too_small(gap, one) for one in pooled)
    return Watch(weeks, pages, series, per_page, tuple(unknown))


def _too_short(since: date | None) -> str:
    began = "er is nog niets geteld" if since is None else f"we tellen dit sinds {day_label(since, with_year=True)}"
    return f"{Verdict.TOO_LITTLE}: {began}, en we kijken pas na zestien hele weken"


def _too_small(gap: Gap, pooled: Pooled) -> Unknown:
    expected = f"{Verdict.TOO_LITTLE}: we verwachten {_expected(gap, pooled.expected)} in vier weken"
    if pooled.into is None:
        return Unknown(gap, pooled.about, expected)
    larger = "met de hele regio" if pooled.into.group is not None else "met alle doelgroepen van dit thema"
    return Unknown(gap, pooled.about, f"{expected}, en kijken daarom samen {larger}")


def _expected(gap: Gap, count: float) -> str:
    """So many visits or clicks; under one it is said in words."""
    kind = Kind.VISITS if gap is Gap.REACH else Kind.CLICKS
    if not count:
        return f"geen {kind.many}"
    return f"minder dan 1 {kind.one}" if count < 1 else counted(round(count), kind)
