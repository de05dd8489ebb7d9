"""The screen with the sounds of something written: every text, whether it can be heard, and a form to bring a sound."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from campagne.media.models import Sound
from campagne.media.sound_form import SoundForm
from campagne.media.speaking import Hearing

CHANGED = (
    "De tekst is intussen veranderd, dus dit geluid hoort er niet meer bij. "
    "Lees wat er nu staat en kies daarna het geluid dat erbij hoort."
)


class SoundsView(ABC, WagtailAdminTemplateMixin, TemplateView):
    """A kind of thing says whose it is and what is written in it."""

    template_name = "media/sounds.html"
    page_title = "Geluid"
    header_icon = "media"
    what = ""

    @abstractmethod
    def find(self, **kwargs: Any) -> models.Model:
        """The thing at this address. Raises Http404 or PermissionDenied for who may not see it."""

    @abstractmethod
    def may_change(self) -> bool:
        """Tell whether who asks may bring a sound, or take one away."""

    @abstractmethod
    def find_hearings(self) -> Sequence[Hearing]:
        """Every text of the thing, and whether it can be heard."""

    @abstractmethod
    def say(self, hearing: Hearing, sound: Sound, voice: str, at: datetime) -> None:
        """Let this sound be heard with this text from now on."""

    @property
    @abstractmethod
    def edit_url(self) -> str:
        """Where the text itself is written."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.owner = self.find(**kwargs)
        self.hearings = self.find_hearings()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.may_change():
            raise PermissionDenied
        if withdrawn := request.POST.get("withdraw", ""):
            return self._withdraw(withdrawn)
        place = (request.POST.get("part", ""), request.POST.get("digest", ""))
        hearing = next((hearing for hearing in self.hearings if hearing.spoken.place == place), None)
        if hearing is None:
            messages.error(request, CHANGED)
            return self._back()
        form = SoundForm(request.POST, request.FILES)
        if not form.is_valid():
            context = self.get_context_data(refused=place, errors=form.first_errors)
            return self.render_to_response(context, status=422)
        self.say(hearing, Sound.objects.keep(form.cleaned_data["file"]), form.cleaned_data["voice"], timezone.now())
        log(self.owner, "wagtail.edit")
        messages.success(request, f"{hearing.spoken.label}: het geluid staat erbij.")
        return self._back()

    def _withdraw(self, pk: str) -> HttpResponse:
        found = self.owner.speeches.filter(pk=pk if pk.isdecimal() else None, withdrawn_at=None)
        if found.update(withdrawn_at=timezone.now()):
            log(self.owner, "wagtail.edit")
            messages.success(self.request, "Het geluid is weg. Niemand hoort het nog.")
        return self._back()

    def _back(self) -> HttpResponseRedirect:
        return HttpResponseRedirect(self.request.path)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = {"what": self.what, "hearings": self.hearings, "form": SoundForm(), "edit_url": self.edit_url}
        return {**super().get_context_data(**kwargs), **told}

    def get_page_subtitle(self) -> str:
        return str(self.owner)
