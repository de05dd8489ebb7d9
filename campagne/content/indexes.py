"""Index pages: each lists what stands below it and says what may stand there."""

from typing import Any

from django.core.paginator import Paginator

from campagne.content.page import ContentPage

PAGES_ON_A_SCREEN = 24


class IndexPage(ContentPage):
    """A list of the pages below it, in the order of the tree."""

    content_panels = ContentPage.lead_panels
    template = "content/index_page.html"

    class Meta:
        abstract = True

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict:
        below = ContentPage.objects.child_of(self).listed()
        pages = Paginator(below, PAGES_ON_A_SCREEN).get_page(request.GET.get("pagina"))
        return {**super().get_context(request, *args, **kwargs), "pages": pages}


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
