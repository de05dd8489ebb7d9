"""The screen with the sounds of a question."""

from datetime import datetime
from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from campagne.media.models import Sound
from campagne.media.sounds_view import SoundsView
from campagne.quiz.models import Question, Speech
from campagne.quiz.sound.hearing import hearings_of
from campagne.quiz.sound.speakable import QuestionHearing

EDIT = "wagtailsnippets_quiz_question:edit"


class QuestionSoundsView(SoundsView):
    """Whose question it is, the view set has asked before."""

    what = "de vraag"
    permission_policy: Any = None

    def find(self, **kwargs: Any) -> Question:
        return get_object_or_404(Question, pk=kwargs["pk"])

    def may_change(self) -> bool:
        return self.permission_policy.user_has_permission_for_instance(self.request.user, "change", self.owner)

    def find_hearings(self) -> list[QuestionHearing]:
        return hearings_of(self.owner)

    def say(self, hearing: QuestionHearing, sound: Sound, voice: str, at: datetime) -> None:
        Speech.objects.say(self.owner, hearing.spoken, sound, voice, at, rendering=hearing.rendering.value)

    @property
    def edit_url(self) -> str:
        return reverse(EDIT, args=[self.owner.pk])

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("wagtailsnippets_quiz_question:list"), "label": "Vragen"},
            {"url": self.edit_url, "label": str(self.owner)},
            {"url": "", "label": "Geluid"},
        ]
