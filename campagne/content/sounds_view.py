"""The screen with the sounds of a page: the page itself, its steps and its easy text, as they were saved last."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from campagne.content.listening import hearings
from campagne.content.page import ContentPage
from campagne.content.passages import passages
from campagne.content.readable import Readable
from campagne.content.speech import PageSpeech
from campagne.media.models import Sound
from campagne.media.sounds_view import SoundsView
from campagne.media.speaking import Hearing


class PageSoundsView(SoundsView):
    """For who may edit the page, and nobody else."""

    what = "de pagina"

    def find(self, **kwargs: Any) -> ContentPage:
        page = get_object_or_404(ContentPage, pk=kwargs["pk"]).specific
        if not isinstance(page, Readable):
            raise Http404("Van deze soort pagina is niets te beluisteren.")
        if not page.permissions_for_user(self.request.user).can_edit():
            raise PermissionDenied
        return page.get_latest_revision_as_object()

    def may_change(self) -> bool:
        return True  # Who may not, did not find it.

    def find_hearings(self) -> Sequence[Hearing]:
        return hearings(self.owner, passages(self.owner))

    def say(self, hearing: Hearing, sound: Sound, voice: str, at: datetime) -> None:
        PageSpeech.objects.say(self.owner.contentpage_ptr, hearing.spoken, sound, voice, at)

    @property
    def edit_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.owner.pk])

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": self.edit_url, "label": str(self.owner)},
            {"url": "", "label": "Geluid"},
        ]
