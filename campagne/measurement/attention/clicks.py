"""Do fewer take a step? Clicks on places to report beside views that were read, page by page and week by week."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from django.db.models import Min

from campagne.figures.surveillance import EARLIER_WEEKS, Series
from campagne.measurement.attention.labelled_pages import LabelledPage
from campagne.measurement.attention.subject import Subject
from campagne.measurement.attention.weekly import added, per_week
from campagne.measurement.models import Act, DayAct, DayPage
from campagne.measurement.periods import Period


def reads_counted_since() -> date | None:
    return DayPage.objects.aggregate(first=Min("day"))["first"]


def clicks_per_page(weeks: Period) -> dict[int, Series]:
    """The clicks of each page, and its read views; a page nobody clicked on before takes no part. Two questions."""
    acts = DayAct.objects.filter(act=Act.REPORT)
    clicks = {page: counts for (page,), counts in per_week(acts, "count", weeks, "page_id")}
    used = [page for page, counts in clicks.items() if any(counts[:EARLIER_WEEKS])]
    shown = DayPage.objects.on_pages(used)
    reads = {page: counts for (page,), counts in per_week(shown, "reads", weeks, "page_id")}
    return {page: Series(clicks[page], reads[page]) for page in used if page in reads}


def clicks_watched(per_page: Mapping[int, Series], pages: Iterable[LabelledPage]) -> dict[Subject, Series]:
    """The clicks and reads of each theme, of each group of it, and of each place of those."""
    together: dict[Subject, list[Series]] = {}
    for about, series in _parts(per_page, pages):
        together.setdefault(about, []).append(series)
    return {
        about: Series(added([one.counts for one in parts]), added([one.weights for one in parts]))
        for about, parts in together.items()
    }


def page_that_lost_most(per_page: Mapping[int, Series], pages: Iterable[LabelledPage]) -> int | None:
    """Where most clicks stayed away, of these pages."""
    lost = Counter(
        {page.pk: per_page[page.pk].expected - per_page[page.pk].recent for page in pages if page.pk in per_page}
    )
    return max(lost, key=lambda page: (lost[page], -page), default=None)


def _parts(per_page: Mapping[int, Series], pages: Iterable[LabelledPage]) -> Iterator[tuple[Subject, Series]]:
    return ((about, per_page[page.pk]) for page in pages if page.pk in per_page for about in page.subjects)
