"""Readable: what every page that people read has: an easy text at an address of its own, and sound."""

from datetime import date
from functools import cached_property

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from campagne.content.easy import EasyText
from campagne.content.hard_words import words_of
from campagne.content.listening import hearings, listening_to
from campagne.content.passages import easy_text, page_text, passages, source_digest
from campagne.content.reading_form import ReadingPageForm
from campagne.media.speaking import Audibility, Listening, audibility

EASY_MODE = ("makkelijk", "Makkelijk lezen")
NO_EASY_TEXT = "Van deze pagina is er geen makkelijke tekst."


class Readable(RoutablePageMixin):
    """A page with one easy text at most, `…/makkelijk/`."""

    base_form_class = ReadingPageForm
    easy_panels = [
        MultiFieldPanel(
            [
                HelpPanel(template="content/admin/easy_state.html"),
                InlinePanel("easy_texts", label="Makkelijke tekst", max_num=1),
                FieldPanel("easy_compared"),
                FieldPanel("is_easy"),
            ],
            "Makkelijk lezen (A2)",
        ),
        HelpPanel(template="content/admin/sound_state.html", heading="Luisteren"),
    ]

    @path("makkelijk/", name="easy")
    def easy(self, request: HttpRequest) -> TemplateResponse:
        if self.easy_text is None:
            raise Http404(NO_EASY_TEXT)
        context = {"easy": self.easy_text, "listening": listening_to(self, easy_text(self))}
        return self.render(request, template="content/easy_text.html", context_overrides=context)

    @cached_property
    def easy_text(self) -> EasyText | None:
        return next(iter(self.easy_texts.all()), None)

    @property
    def easy_url(self) -> str:
        """Empty when there is no easy text."""
        return f"{self.url}makkelijk/" if self.easy_text else ""

    @cached_property
    def is_easy_text_in_step(self) -> bool:
        return self.easy_text is not None and self.easy_text.is_in_step(source_digest(self))

    @property
    def source_changed_on(self) -> date | None:
        """Since when the page says something else than its easy text; its last publication if nobody noted the day."""
        if self.easy_text is None or self.is_easy_text_in_step:
            return None
        published = self.last_published_at
        return self.easy_text.source_changed_on or (timezone.localdate(published) if published else None)

    @property
    def audibility(self) -> Audibility:
        """What can be heard of all texts of the page. One query."""
        return audibility(hearings(self, passages(self)))

    @cached_property
    def listening(self) -> Listening:
        """What can be heard of the page itself. One query."""
        return listening_to(self, [page_text(self)])

    @cached_property
    def hard_words(self) -> dict[str, str]:
        """The words that the page explains, with their meaning."""
        streams = [getattr(self, name, None) for name in ("body", "steps")]
        return words_of(iter([*streams, self.easy_text.body if self.easy_text else None]))

    def get_cached_paths(self) -> list[str]:
        return [*super().get_cached_paths(), *(["/makkelijk/"] if self.easy_text else [])]

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        return [*super().preview_modes, EASY_MODE]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        if mode_name != EASY_MODE[0]:
            return super().serve_preview(request, mode_name)
        if self.easy_text is None:
            return HttpResponse(NO_EASY_TEXT, content_type="text/plain; charset=utf-8")
        return self.easy(request)
