"""ReportGuidePage: the first screen, and the screens of categories below it."""

from typing import Any

from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from wagtail.admin.panels import InlinePanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from campagne.contacts.models import ReportChannel
from campagne.content.models import ContentPage, ReportChannelsPage
from campagne.report_guide.category import Category
from campagne.report_guide.choice import Choice
from campagne.report_guide.type_page import IncidentTypePage


class ReportGuidePage(RoutablePageMixin, ContentPage):
    """`/melden/`: what happened? Without types it shows the register of places to report."""

    content_panels = [
        *ContentPage.lead_panels,
        InlinePanel(
            "categories",
            label="Groep",
            heading="Groepen op het eerste scherm",
            help_text="Een groep bundelt onderwerpen. Samen met de losse onderwerpen staan er hoogstens twaalf keuzes.",
        ),
    ]
    template = "report_guide/guide_page.html"
    max_count = 1
    subpage_types = ["report_guide.IncidentTypePage", "content.ReportChannelsPage"]

    class Meta:
        verbose_name = "meldwijzer"
        verbose_name_plural = "meldwijzers"

    @path("")
    def beginning(self, request: HttpRequest) -> TemplateResponse:
        types = self.types
        extra: dict[str, Any] = {"choices": self._choices(types), "warns": any(each.is_for_victims for each in types)}
        if not types:
            extra["channels"] = ReportChannel.objects.offered_in(self.municipality)
        register = ReportChannelsPage.objects.child_of(self).live().first()
        return self.render(request, context_overrides={**extra, "register_url": register.url if register else ""})

    @path("soort/<slug:slug>/", name="category")
    def one_category(self, request: HttpRequest, slug: str) -> TemplateResponse:
        types = [each for each in self.types if each.category and each.category.slug == slug]
        if not types:
            raise Http404(f"Er is geen groep ‘{slug}’ met onderwerpen.")
        extra = {
            "category": types[0].category,
            "ancestors": [*self.above, self],
            "choices": [each.as_choice() for each in types],
            "warns": any(each.is_for_victims for each in types),
        }
        return self.render(request, template="report_guide/category.html", context_overrides=extra)

    def get_cached_paths(self) -> list[str]:
        return ["/", *(f"/soort/{each.slug}/" for each in filled(self.types))]

    @cached_property
    def types(self) -> list[IncidentTypePage]:
        """The types that readers may choose from, in the order of the tree, without their outcomes."""
        if not self.pk:
            return []
        below = IncidentTypePage.objects.child_of(self).live().select_related("category")
        return list(below.defer_streamfields().order_by("path"))

    def choices(self) -> list[Choice]:
        """What this page asks first, for who shows it elsewhere."""
        return self._choices(self.types)

    def _choices(self, types: list[IncidentTypePage]) -> list[Choice]:
        """What is on the first screen: loose types first, then each category that holds something."""
        loose = [each.as_choice() for each in types if each.category_id is None]
        return [*loose, *(each.as_choice(self.url or "") for each in filled(types))]


def filled(types: list[IncidentTypePage]) -> list[Category]:
    """The categories in which there is something to choose, in their order."""
    found = {each.category.pk: each.category for each in types if each.category}
    return sorted(found.values(), key=lambda category: (category.sort_order or 0, category.pk))
