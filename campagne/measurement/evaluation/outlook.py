"""What a period of so many days could show at all, reckoned from what is counted now."""

from dataclasses import dataclass
from datetime import date

from campagne.figures.disclosure import Audience, Figure, publishable
from campagne.figures.evaluation import Expected, mean_share, visible_change
from campagne.figures.notation import number, of_hundred
from campagne.figures.sentences import counted
from campagne.figures.verdicts import ENOUGH, Verdict
from campagne.measurement.evaluation.counting import TOLD, Told, counts_in
from campagne.measurement.evaluation.pages import are_sensitive
from campagne.measurement.periods import Period, last_days

DAYS_LOOKED_BACK = 28
FOR_EXAMPLE = 400
"""How many observations the example has where nothing was counted yet, of which half."""


@dataclass(frozen=True)
class Outlook:
    """So many observations were seen in `looked_back`, and so many are to come; `visible` is a change from 0 to 1."""

    told: Told
    looked_back: int
    seen: int
    days: int
    coming: int
    visible: float | None
    smallest: int
    is_sensitive: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        if not self.seen:
            return (_nothing_yet(self.told),)
        figure = Figure(self.seen, self.told.kind, is_sensitive_group=self.is_sensitive)
        seen = publishable(figure, audience=Audience.STAFF)
        if not seen.is_shown:
            return (f"Tot nu toe zijn er {seen}, dus verder rekenen kan niet.",)
        days = "in 1 dag" if self.looked_back == 1 else f"in de laatste {self.looked_back} dagen"
        period = "1 dag" if self.days == 1 else f"{self.days} dagen"
        coming = counted(self.coming, self.told.kind)
        return (
            f"Op deze pagina's telden we {days} {counted(self.seen, self.told.kind)}. In {period} zijn dat er ongeveer "
            f"{number(self.coming)}.",
            f"Met ongeveer {coming} is {self._what_shows()}",
            *self._warnings(),
        )

    @property
    def is_too_small(self) -> bool:
        """Whether the smallest change that matters would not be seen."""
        return self.visible is None or self.smallest / 100 < self.visible

    def _what_shows(self) -> str:
        if self.visible is None:
            return "geen enkel verschil in die richting te zien."
        return (
            f"een verschil van {of_hundred(self.visible)} procentpunt of meer te zien, 8 van de 10 keer dat het er is."
        )

    def _warnings(self) -> tuple[str, ...]:
        if self.coming < ENOUGH:
            return (f"Reken op: {Verdict.TOO_LITTLE}. Een oordeel rust op minstens {ENOUGH} waarnemingen.",)
        if not self.is_too_small:
            return ()
        return (
            f"Een verandering van {self.smallest} procentpunt is zo waarschijnlijk niet te zien. Kies een langere "
            "periode of een grotere verandering. Of neem voor lief dat we het daarna misschien nog niet weten.",
        )


def outlook(
    measured: str, pages: list[int], period: Period, expected: Expected, smallest: int, *, today: date, since: date
) -> Outlook:
    """Reckon from the last days before `today`, or from `since` on if we count only that long.

    As if the other arm has as many observations, and taking for a quiz the question with the fewest answers.
    """
    usual = last_days(today, DAYS_LOOKED_BACK)
    looked = Period(min(max(usual.first, since), today), today)
    counts = [part for part in counts_in(measured, pages, looked, today).values() if part[1]]
    seen = min((n for _, n in counts), default=0)
    coming = round(seen * period.days / looked.days)
    # A share of few says little: then reckon with half, where a change is hardest to see.
    share = mean_share(counts).value if seen >= ENOUGH else 0.5
    visible = visible_change(share, coming, expected) if coming else None
    sensitive = are_sensitive(pages)
    return Outlook(TOLD[measured], looked.days, seen, period.days, coming, visible, smallest, sensitive)


def _nothing_yet(told: Told) -> str:
    visible = visible_change(0.5, FOR_EXAMPLE, Expected.UNKNOWN)
    return (
        f"Op deze pagina's is nog niets geteld. Ter vergelijking: met {FOR_EXAMPLE} {told.kind.many} is een verschil "
        f"van {of_hundred(visible or 1)} procentpunt te zien."
    )
