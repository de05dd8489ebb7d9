"""Screens of the admin that Wagtail does not have: results of a quiz, versions of a question, and the way to them."""

from typing import Any

from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import DeleteView, EditView, IndexView

from campagne.quiz.changes.history import history_of
from campagne.quiz.exchange import addresses
from campagne.quiz.models import Question, Quiz
from campagne.quiz.paper.key_views import key_button
from campagne.quiz.report.planner import planner
from campagne.quiz.report.quiz_report import report_of
from campagne.staff.ownership import OwnershipPolicy

RESULTS = "wagtailsnippets_quiz_quiz:results"
VERSIONS = "wagtailsnippets_quiz_question:versions"
SOUNDS = "wagtailsnippets_quiz_question:sounds"


class UsedIsKept(OwnershipPolicy):
    """What people answered to is never deleted, whoever asks."""

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        if action == "delete" and instance.is_in_use():
            return False
        return super().user_has_permission_for_instance(user, action, instance)


class KeptDeleteView(DeleteView):
    """Say why something in use stays, instead of asking whether it may go."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.object.is_in_use():
            return super().dispatch(request, *args, **kwargs)
        return self._kept()

    def form_valid(self, form: Any) -> HttpResponseBase:
        """Delete it, unless somebody began to use it a moment ago; the database has the last word."""
        try:
            return self._kept() if self.object.is_in_use() else super().form_valid(form)
        except ProtectedError:
            return self._kept()

    def _kept(self) -> HttpResponseBase:
        messages.error(self.request, f"‘{self.object}’ is al gebruikt en blijft daarom bewaard.")
        return redirect(self.get_success_url())


class QuizIndexView(IndexView):
    def get_list_more_buttons(self, instance: Quiz) -> list:
        url = reverse(RESULTS, args=[instance.pk])
        return [
            *super().get_list_more_buttons(instance),
            Button("Resultaten", url=url, icon_name="list-ul", priority=15),
            addresses.exchange_button(addresses.QUIZZES, instance.pk),
            addresses.downloads_button(instance.pk),
            key_button(instance.pk),
        ]

    @property
    def header_more_buttons(self) -> list:
        return [*super().header_more_buttons, addresses.import_button()]


class QuizEditView(EditView):
    @property
    def header_more_buttons(self) -> list:
        url = reverse(RESULTS, args=[self.object.pk])
        return [
            *super().header_more_buttons,
            Button("Resultaten", url=url, icon_name="list-ul", priority=5),
            addresses.exchange_button(addresses.QUIZZES, self.object.pk),
            addresses.downloads_button(self.object.pk),
            key_button(self.object.pk),
        ]


class QuestionIndexView(IndexView):
    def get_list_more_buttons(self, instance: Question) -> list:
        url = reverse(VERSIONS, args=[instance.pk])
        return [
            *super().get_list_more_buttons(instance),
            Button("Versies", url=url, icon_name="history", priority=15),
            addresses.exchange_button(addresses.QUESTIONS, instance.pk),
        ]

    @property
    def header_more_buttons(self) -> list:
        return [*super().header_more_buttons, addresses.import_button()]


class QuestionEditView(EditView):
    @property
    def header_more_buttons(self) -> list:
        ways = (("Versies", VERSIONS, "history"), ("Geluid", SOUNDS, "media"))
        buttons = [
            Button(label, url=reverse(name, args=[self.object.pk]), icon_name=icon, priority=5)
            for label, name, icon in ways
        ]
        return [
            *super().header_more_buttons,
            *buttons,
            addresses.exchange_button(addresses.QUESTIONS, self.object.pk),
        ]


class VersionsView(WagtailAdminTemplateMixin, TemplateView):
    """What was published of a question; whose it is, the view set has asked before."""

    template_name = "quiz/versions.html"
    page_title = "Versies"
    header_icon = "history"

    def get_context_data(self, pk: str, **kwargs: Any) -> dict[str, Any]:
        self.question = get_object_or_404(Question, pk=pk)
        return {**super().get_context_data(**kwargs), "question": self.question, "lines": history_of(self.question)}

    def get_page_subtitle(self) -> str:
        return str(self.question)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("wagtailsnippets_quiz_question:list"), "label": "Vragen"},
            {
                "url": reverse("wagtailsnippets_quiz_question:edit", args=[self.question.pk]),
                "label": str(self.question),
            },
            {"url": "", "label": f"Versies van ‘{self.question}’"},
        ]


class ResultsView(WagtailAdminTemplateMixin, TemplateView):
    """What was answered; whose quiz it is, the view set has asked before."""

    template_name = "quiz/results.html"
    page_title = "Resultaten"
    header_icon = "list-ul"

    def get_context_data(self, pk: str, **kwargs: Any) -> dict[str, Any]:
        self.quiz = get_object_or_404(Quiz, pk=pk)
        own = {"quiz": self.quiz, "report": report_of(self.quiz), "planner": planner(self.request.GET.dict())}
        return {**super().get_context_data(**kwargs), **own}

    @property
    def header_more_buttons(self) -> list:
        return [addresses.downloads_button(self.quiz.pk)]

    def get_page_subtitle(self) -> str:
        return self.quiz.title

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("wagtailsnippets_quiz_quiz:list"), "label": "Quizzen"},
            {"url": reverse("wagtailsnippets_quiz_quiz:edit", args=[self.quiz.pk]), "label": self.quiz.title},
            {"url": "", "label": f"Resultaten van ‘{self.quiz}’"},
        ]
