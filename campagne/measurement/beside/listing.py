"""Three columns in Wagtail's lists of pages: how often each was shown, entered and read in the last 28 days."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.views.pages.usage import ContentTypeUseView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from campagne.figures.disclosure import Audience, Figure, Kind, publishable
from campagne.figures.sentences import briefly
from campagne.measurement import measures
from campagne.measurement.dashboard.selection import USUAL_DAYS, Selection
from campagne.measurement.dashboard.traffic import Traffic, traffic_lately
from campagne.measurement.measures import Measure
from campagne.measurement.periods import last_days


class FigureColumn(Column):
    """A figure of each page; blank where nothing was counted, and where it is not for whoever looks."""

    header_template_name = "measurement/beside/column_header.html"

    class Media:
        css = {"all": ["css/figures_beside.css"]}

    def __init__(self, measure: Measure, label: str, width: str, figure: Callable[[Traffic], Figure]) -> None:
        super().__init__(measure.code, label=label, classname="figure-beside", width=width)
        self._figure = figure
        self.days = USUAL_DAYS
        self.explanation = f"{measure.definition} {measure.caveat}"

    def get_value(self, instance: Page) -> str:
        traffic = getattr(instance, "counted_lately", None)
        if traffic is None or not traffic.views:
            return ""
        return briefly(publishable(self._figure(traffic), audience=Audience.STAFF))


COLUMNS = [
    FigureColumn(measures.VIEWS, "Weergaven", "8%", lambda traffic: Figure(traffic.views, Kind.VIEWS)),
    FigureColumn(measures.VISITS, "Bezoeken", "8%", lambda traffic: Figure(traffic.visits, Kind.VISITS)),
    FigureColumn(measures.READS, "Gelezen", "12%", lambda traffic: Figure(traffic.reads, Kind.VIEWS, traffic.views)),
]


def bring_figures(pages: Iterable[Page], user: Any, today: date) -> None:
    """Give each page that this person may edit its traffic of the last days; one question for all of them."""
    own = [page for page in pages if page.permissions_for_user(user).can_edit()]
    if not own:
        return
    lately = Selection(last_days(today, USUAL_DAYS), [page.pk for page in own], (), today)
    counted = traffic_lately(lately)
    for page in own:
        page.counted_lately = counted.get(page.pk)


class WithFigures:
    """A list of Wagtail's that brings the figures of the pages on the screen along."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        bring_figures(context["object_list"], self.request.user, timezone.localdate())
        return context


class ExplorerWithFigures(WithFigures, ExplorableIndexView):
    base_columns = [*ExplorableIndexView.base_columns, *COLUMNS]


class UsageWithFigures(WithFigures, ContentTypeUseView):
    pass


class PagesWithFigures(PageViewSet):
    """In place of Wagtail's own for every kind of page that has no other."""

    model = Page
    index_view_class = ExplorerWithFigures
    content_type_use_view_class = UsageWithFigures
