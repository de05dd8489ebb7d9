"""The demo's pages in the tree: each below the index of its kind, of the region or of its municipality."""

from datetime import date

from django.db.models import Model
from wagtail.models import Page

from campagne.content.models import (
    ArticleIndexPage,
    ArticlePage,
    CampaignIndexPage,
    CampaignModule,
    CampaignPage,
    ContentPage,
    EasyText,
    InstructionIndexPage,
    InstructionPage,
    InstructionText,
    ModuleIndexPage,
    ModulePage,
    MunicipalityPage,
    QuizIndexPage,
    QuizPage,
)
from campagne.content.passages import source_digest
from campagne.demo.catalogue import (
    ArticleEntry,
    CampaignEntry,
    Catalogue,
    InstructionEntry,
    ModuleEntry,
    PageEntry,
    QuizEntry,
)
from campagne.demo.easy_entries import EasyEntry
from campagne.demo.publishing import put_page
from campagne.demo.sounds import put_sound_of_easy_text
from campagne.demo.streams import Shelf
from doelgroepen.models import ReadingLevel, TargetGroup, Theme

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
        self.easy: dict[str, EasyEntry] = {}

    def put_pages(self, catalogue: Catalogue) -> int:
        """Put every page that is not there; return how many are new."""
        self.easy = {entry.page: entry for entry in catalogue.easy}
        return sum(
            self._put(entry)
            for kind in INDEX_OF
            for entry in (*catalogue.pages, *catalogue.quizzes)
            if isinstance(entry, kind)
        )

    def _put(self, entry: PageEntry | QuizEntry) -> bool:
        groups = [self.groups[slug] for slug in entry.groups]
        page = self._page(entry)
        if isinstance(entry, PageEntry) and (easy := self.easy.get(entry.slug)):
            page.easy_texts = [self._easy_text(easy, page, entry.reviewed_on)]
        is_new = put_page(self._parent(entry), page, groups)
        if is_new and page.easy_texts.exists():
            put_sound_of_easy_text(page)
        return is_new

    def _easy_text(self, entry: EasyEntry, page: ContentPage, day: date) -> EasyText:
        easy = EasyText(title=entry.title, body=self.shelf.easy(entry.html))
        easy.compared(source_digest(page), day)
        return easy

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
                return self._instruction(entry)
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
            # A sentence or two and a button; the questions have easy words of their own.
            "is_easy": any(self.groups[slug].reading_level == ReadingLevel.EASY for slug in entry.groups),
        }

    def _instruction(self, entry: InstructionEntry) -> InstructionPage:
        page = InstructionPage(
            **self._common(entry),
            scenario=entry.scenario,
            acts=self.shelf.acts(entry.acts),
            verified_on=entry.verified_on,
            verify_before=entry.verify_before,
        )
        page.texts = [
            InstructionText(**{**vars(text), "acts": self.shelf.acts(text.acts), "translated_on": entry.verified_on})
            for text in entry.texts
        ]
        return page

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
