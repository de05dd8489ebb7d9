"""Index pages: each lists what stands below it and says what may stand there."""

from typing import Any

from campagne.content.page import ContentPage
from campagne.content.paging import one_screen


class IndexPage(ContentPage):
    """A list of the pages below it, in the order of the tree."""

    content_panels = ContentPage.lead_panels

    class Meta:
        abstract = True

    def get_template(self, request: Any, *args: Any, **kwargs: Any) -> str:
        """One template for every list; Wagtail would look for one per type."""
        return "content/index_page.html"

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict:
        below = ContentPage.objects.child_of(self).listed()
        return {**super().get_context(request, *args, **kwargs), "pages": one_screen(below, request)}


class CampaignIndexPage(IndexPage):
    subpage_types = ["content.CampaignPage"]

    class Meta:
        verbose_name = "lijst van campagnes"


class ModuleIndexPage(IndexPage):
    subpage_types = ["content.ModulePage"]

    class Meta:
        verbose_name = "lijst van modules"


class QuizIndexPage(IndexPage):
    subpage_types = ["content.QuizPage"]

    class Meta:
        verbose_name = "lijst van quizzen"


class ArticleIndexPage(IndexPage):
    subpage_types = ["content.ArticlePage"]

    class Meta:
        verbose_name = "lijst van artikelen"


class InstructionIndexPage(IndexPage):
    subpage_types = ["content.InstructionPage"]

    class Meta:
        verbose_name = "lijst van instructies"


class ThemeIndexPage(IndexPage):
    subpage_types = ["content.ThemePage"]

    class Meta:
        verbose_name = "lijst van thema's"


class TargetGroupIndexPage(IndexPage):
    subpage_types = ["content.TargetGroupPage"]

    class Meta:
        verbose_name = "lijst van doelgroepen"


class MunicipalityIndexPage(IndexPage):
    subpage_types = ["content.MunicipalityPage"]

    class Meta:
        verbose_name = "lijst van gemeenten"
