"""A report as it is read: both arms with n and range, what it does not say, and what happened meanwhile."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from wagtail.models import Page

from campagne.figures.charts import RangeDots
from campagne.figures.disclosure import Audience, Figure, Shown, publishable
from campagne.figures.estimates import Estimate
from campagne.figures.notation import day_label
from campagne.figures.verdicts import ENOUGH, Verdict
from campagne.measurement.context.happening import CAVEAT
from campagne.measurement.dashboard.answers import FigureRow, dots
from campagne.measurement.evaluation.counting import IN_ALL, TOLD, Told
from campagne.measurement.evaluation.plan import Comparison, EvaluationReport, Measured
from campagne.measurement.evaluation.report import estimate_from
from campagne.measurement.periods import Period

NAMES = {Comparison.BEFORE: "De periode ervoor", Comparison.OTHERS: "Andere pagina's over hetzelfde thema"}
OURS = "De campagne"
TOGETHER = "de vragen samen, elke vraag even zwaar"
ALTERNATIVES = {
    Comparison.BEFORE: "Er is geen groep zonder campagne om mee te vergelijken. Het verschil kan ook door iets anders "
    "komen, zoals het seizoen of het nieuws.",
    Comparison.OTHERS: "Andere pagina's hebben andere lezers en andere teksten. Het verschil kan ook daardoor komen.",
}
OF_VISITS = "Wie twee keer komt, telt twee keer. Daardoor kan de marge in het echt wat ruimer zijn."
OF_ANSWERS = (
    f"Een vraag telt mee als zij aan beide kanten minstens {ENOUGH} keer is beantwoord. De marge rust op de vraag met "
    "de minste antwoorden, want wie de ene vraag beantwoordt, beantwoordt ook de andere. Antwoorden uit begeleide "
    "lessen tellen hier niet mee: mensen uit één groep lijken op elkaar."
)


@dataclass(frozen=True)
class Arm:
    """One side of the comparison; `rows` is empty when nobody counted then."""

    name: str
    period: Period
    pages: tuple[str, ...]
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True)
class ShownReport:
    verdict: Verdict
    sentence: str
    arms: tuple[Arm, Arm]
    gap: Estimate | None
    caveats: tuple[str, ...]
    dots: RangeDots | None

    @property
    def period(self) -> Period:
        """All days that the report is about."""
        return Period(min(arm.period.first for arm in self.arms), max(arm.period.last for arm in self.arms))


def shown(report: EvaluationReport) -> ShownReport:
    """Let a kept report out as it was made; only the titles of pages are those of now."""
    figures = report.figures
    arms = _arm(OURS, "ours", figures), _arm(NAMES[figures["plan"]["comparison"]], "theirs", figures)
    caveats = tuple(_caveats(figures))
    drawn = dots([replace(row, subject=f"{arm.name}: {row.subject}") for arm in arms for row in arm.rows])
    gap = estimate_from(figures["shares"]["gap"])
    return ShownReport(Verdict(report.verdict), report.sentence, arms, gap, caveats, drawn)


def _arm(name: str, key: str, figures: Mapping[str, Any]) -> Arm:
    kept = figures[key]
    titles = dict(Page.objects.filter(pk__in=kept["pages"]).values_list("pk", "title"))
    pages = tuple(titles.get(page, f"verwijderde pagina {page}") for page in kept["pages"])
    period = Period(date.fromisoformat(kept["first"]), date.fromisoformat(kept["last"]))
    return Arm(name, period, pages, tuple(_rows(key, figures)))


def _rows(key: str, figures: Mapping[str, Any]) -> Iterator[FigureRow]:
    told, counts = TOLD[figures["plan"]["measured"]], figures[key]["counts"] or {}
    sensitive = figures["is_sensitive"]
    for name, (count, whole) in sorted(counts.items()):
        subject = "alles samen" if name == IN_ALL else figures["questions"].get(name, f"vraag {name}")
        figure = Figure(count, told.kind, whole, is_sensitive_group=sensitive)
        yield FigureRow(told.measure, subject, publishable(figure, audience=Audience.STAFF))
    share = estimate_from(figures["shares"][key])
    if share and IN_ALL not in counts:
        yield _together(told, share, is_sensitive=sensitive)


def _together(told: Told, share: Estimate, *, is_sensitive: bool) -> FigureRow:
    """The questions of a quiz in one row, with the range for people who answer more than one of them."""
    figure = Figure(round(share.value * share.n), told.kind, share.n, is_sensitive_group=is_sensitive)
    outcome = publishable(figure, audience=Audience.STAFF)
    wide = replace(outcome, estimate=share) if isinstance(outcome, Shown) else outcome
    return FigureRow(told.measure, TOGETHER, wide)


def _caveats(figures: Mapping[str, Any]) -> Iterator[str]:
    planned = figures["plan"]
    yield CAVEAT
    yield ALTERNATIVES[planned["comparison"]]
    yield OF_ANSWERS if planned["measured"] == Measured.RIGHT else OF_VISITS
    yield TOLD[planned["measured"]].measure.caveat
    for key in ("ours", "theirs"):
        arm = figures[key]
        if arm["counted_from"] not in (None, arm["first"]):
            since = day_label(date.fromisoformat(arm["counted_from"]), with_year=True)
            yield f"We tellen pas sinds {since}. Van de dagen daarvoor is niets bekend."
