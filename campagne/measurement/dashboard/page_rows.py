"""The lines of the table of pages: how often each was shown, entered and read, and whether it was of use."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wagtail.models import Page

from campagne.content.page import PageTargetGroup
from campagne.figures.disclosure import Audience, Figure, Kind, publishable
from campagne.figures.sentences import briefly
from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.dashboard.traffic import Traffic, useful_per_page


@dataclass(frozen=True)
class PageRow:
    """One page; `read` and `useful` are shares in brief words, empty where there was nothing to count."""

    pk: int
    title: str
    traffic: Traffic
    read: str
    useful: str


def page_rows(selection: Selection, page_ids: Sequence[int], per_page: dict[int, Traffic]) -> list[PageRow]:
    """A line for each of these pages, in this order; more of them take no more questions."""
    titles = dict(Page.objects.filter(pk__in=page_ids).values_list("pk", "title"))
    labelled = PageTargetGroup.objects.filter(content_object__in=page_ids, tag__is_sensitive=True)
    sensitive = set(labelled.values_list("content_object", flat=True))
    answers = useful_per_page(replace(selection, pages=page_ids))
    return [
        PageRow(
            pk=page_id,
            title=titles.get(page_id, f"verwijderde pagina {page_id}"),
            traffic=per_page[page_id],
            read=_read(per_page[page_id]),
            useful=_useful(answers.get(page_id, Counter()), is_sensitive=page_id in sensitive),
        )
        for page_id in page_ids
    ]


def _read(traffic: Traffic) -> str:
    if not traffic.views:
        return ""
    return briefly(publishable(Figure(traffic.reads, Kind.VIEWS, traffic.views), audience=Audience.STAFF))


def _useful(answers: Counter[str], *, is_sensitive: bool) -> str:
    if not answers:
        return ""
    figure = Figure(answers["yes"], Kind.ANSWERS, answers["yes"] + answers["no"], is_sensitive_group=is_sensitive)
    return briefly(publishable(figure, audience=Audience.STAFF))
