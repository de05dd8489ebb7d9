"""The screen with the sound of a question: every text, whether it can be heard, and a form to bring a sound."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from campagne.media.models import Sound
from campagne.quiz.admin_views import SOUNDS
from campagne.quiz.models import Question, Speech
from campagne.quiz.sound.form import SoundForm
from campagne.quiz.sound.hearing import hearings_of
from campagne.quiz.sound.speakable import Hearing

EDIT = "wagtailsnippets_quiz_question:edit"
CHANGED = (
    "De tekst is intussen veranderd, dus dit geluid hoort er niet meer bij. "
    "Lees wat er nu staat en kies daarna het geluid dat erbij hoort."
)


class SoundsView(WagtailAdminTemplateMixin, TemplateView):
    """Whose question it is, the view set has asked before."""

    template_name = "quiz/sounds.html"
    page_title = "Geluid"
    header_icon = "media"
    permission_policy: Any = None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.question = get_object_or_404(Question, pk=kwargs["pk"])
        self.hearings = hearings_of(self.question)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.permission_policy.user_has_permission_for_instance(request.user, "change", self.question):
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
        return self._say(hearing, form)

    def _say(self, hearing: Hearing, form: SoundForm) -> HttpResponse:
        sound = Sound.objects.keep(form.cleaned_data["file"])
        at, voice = timezone.now(), form.cleaned_data["voice"]
        Speech.objects.say(self.question, hearing.spoken, hearing.rendering, sound, voice, at)
        messages.success(self.request, f"{hearing.spoken.label}: het geluid staat erbij.")
        return self._back()

    def _withdraw(self, pk: str) -> HttpResponse:
        found = self.question.speeches.filter(pk=pk if pk.isdecimal() else None, withdrawn_at=None)
        if found.update(withdrawn_at=timezone.now()):
            messages.success(self.request, "Het geluid is weg. Niemand hoort het nog.")
        return self._back()

    def _back(self) -> HttpResponseRedirect:
        return redirect(reverse(SOUNDS, args=[self.question.pk]))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = {"question": self.question, "hearings": self.hearings, "form": SoundForm(), "edit_url": self._edit_url}
        return {**super().get_context_data(**kwargs), **told}

    @property
    def _edit_url(self) -> str:
        return reverse(EDIT, args=[self.question.pk])

    def get_page_subtitle(self) -> str:
        return str(self.question)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("wagtailsnippets_quiz_question:list"), "label": "Vragen"},
            {"url": self._edit_url, "label": str(self.question)},
            {"url": "", "label": "Geluid"},
        ]
