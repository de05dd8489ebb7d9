"""The demo's pages in the tree: each below the index of its kind, of the region or of its municipality."""

from django.db.models import Model
from wagtail.models import Page

from campagne.content.models import (
    ArticleIndexPage,
    ArticlePage,
    CampaignIndexPage,
    CampaignModule,
    CampaignPage,
    ContentPage,
    InstructionIndexPage,
    InstructionPage,
    ModuleIndexPage,
    ModulePage,
    MunicipalityPage,
    QuizIndexPage,
    QuizPage,
)
from campagne.demo.catalogue import (
    ArticleEntry,
    CampaignEntry,
    Catalogue,
    InstructionEntry,
    ModuleEntry,
    PageEntry,
    QuizEntry,
)
from campagne.demo.publishing import put_page
from campagne.demo.streams import Shelf
from doelgroepen.models import TargetGroup, Theme

# A campaign refers to modules, so modules come first.
INDEX_OF = {
    ModuleEntry: ModuleIndexPage,
    InstructionEntry: InstructionIndexPage,
    ArticleEntry: ArticleIndexPage,
    QuizEntry: QuizIndexPage,
    CampaignEntry: CampaignIndexPage,
}


class Tree:
    """Knows where each kind of page belongs and what the entries refer to."""

    def __init__(self, home: Page, shelf: Shelf) -> None:
        self.home = home
        self.shelf = shelf
        self.themes = _by_slug(Theme)
        self.groups = _by_slug(TargetGroup)

    def put_pages(self, catalogue: Catalogue) -> int:
        """Put every page that is not there; return how many are new."""
        return sum(
            self._put(entry)
            for kind in INDEX_OF
            for entry in (*catalogue.pages, *catalogue.quizzes)
            if isinstance(entry, kind)
        )

    def _put(self, entry: PageEntry | QuizEntry) -> bool:
        groups = [self.groups[slug] for slug in entry.groups]
        return put_page(self._parent(entry), self._page(entry), groups)

    def _parent(self, entry: PageEntry | QuizEntry) -> Page:
        above = self.home
        if entry.municipality:
            above = MunicipalityPage.objects.get(place__slug=entry.municipality)
        return INDEX_OF[type(entry)].objects.child_of(above).get()

    def _page(self, entry: PageEntry | QuizEntry) -> ContentPage:
        match entry:
            case QuizEntry():
                return QuizPage(**self._quiz_page(entry))
            case ModuleEntry():
                steps = self.shelf.lesson(entry.steps)
                return ModulePage(**self._common(entry), steps=steps, quiz_id=self._quiz(entry.quiz))
            case CampaignEntry():
                return self._campaign(entry)
            case InstructionEntry():
                return InstructionPage(**self._common(entry))
            case _:
                return ArticlePage(**self._common(entry))

    def _common(self, entry: PageEntry) -> dict:
        return {
            "slug": entry.slug,
            "title": entry.title,
            "summary": entry.summary,
            "search_description": entry.search_description,
            "theme": self.themes[entry.theme],
            "picture_id": self.shelf.pictures[entry.drawing],
            "reviewed_on": entry.reviewed_on,
            "body": self.shelf.body(entry.body),
            "next_step": self.shelf.next_step(entry.next_step),
            "sources": self.shelf.sources(entry.sources),
        }

    def _quiz_page(self, entry: QuizEntry) -> dict:
        return {
            "slug": entry.slug,
            "title": entry.title,
            "summary": entry.intro,
            "search_description": f"Quiz: {entry.intro}",
            "theme": self.themes[entry.theme],
            "reviewed_on": entry.reviewed_on,
            "quiz_id": self._quiz(entry.slug),
        }

    def _campaign(self, entry: CampaignEntry) -> CampaignPage:
        page = CampaignPage(
            **self._common(entry),
            goal=entry.goal,
            level=entry.level,
            starts_on=entry.starts_on,
            ends_on=entry.ends_on,
            quiz_id=self._quiz(entry.quiz),
        )
        modules = _by_slug(ModulePage)
        page.chosen_modules = [CampaignModule(module=modules[slug]) for slug in entry.modules]
        return page

    def _quiz(self, slug: str) -> int | None:
        return self.shelf.quizzes[slug] if slug else None


def _by_slug(model: type[Model]) -> dict[str, Model]:
    return {item.slug: item for item in model.objects.all()}
