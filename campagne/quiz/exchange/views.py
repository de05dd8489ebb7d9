"""Screens to bring questions in and take them along; whose they are, the view set has asked before."""

from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from campagne.quiz.exchange.bringing_in import bring_in, report_on
from campagne.quiz.exchange.carried import Carried, Report
from campagne.quiz.exchange.import_form import ImportForm
from campagne.quiz.exchange.outgoing import SUFFIXES, TYPES, Format, content_of, outgoing_question, outgoing_quiz
from campagne.quiz.models import Question, Quiz
from campagne.sheets.unreadable import Unreadable
from campagne.staff.ownership import OwnershipPolicy

QUESTIONS, QUIZZES = "wagtailsnippets_quiz_question", "wagtailsnippets_quiz_quiz"
IMPORT = f"{QUESTIONS}:import"


class OfOneView(WagtailAdminTemplateMixin, TemplateView):
    """About one question or one quiz."""

    page_title = "Uitwisselen"
    header_icon = "upload"
    model: Any = None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.thing = get_object_or_404(self.model, pk=kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return str(self.thing)

    @property
    def register(self) -> str:
        return QUIZZES if self.model is Quiz else QUESTIONS

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse(f"{self.register}:list"), "label": "Quizzen" if self.model is Quiz else "Vragen"},
            {"url": reverse(f"{self.register}:edit", args=[self.thing.pk]), "label": str(self.thing)},
            {"url": "", "label": f"{self.page_title}: ‘{self.thing}’"},
        ]


class ExchangeView(OfOneView):
    """What can be taken along, in which form, and what of it would be lost."""

    template_name = "quiz/exchange/exchange.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_see = partial(_may_change, self.request)
        found = outgoing_quiz(self.thing, may_see) if self.model is Quiz else outgoing_question(self.thing)
        urls = {form.value: reverse(f"{self.register}:export", args=[self.thing.pk, form.value]) for form in Format}
        context = {"thing": self.thing, "is_quiz": self.model is Quiz, "report": found.report, "urls": urls}
        return {**super().get_context_data(**kwargs), **context, "import_url": reverse(IMPORT)}


class ExportView(View):
    """The file."""

    model: Any = None

    def get(self, request: HttpRequest, pk: str, form: str) -> HttpResponse:
        if form not in list(Format):
            raise Http404
        thing, form = get_object_or_404(self.model, pk=pk), Format(form)
        try:
            content = content_of(thing, form, partial(_may_change, request))
        except Unreadable as error:
            messages.error(request, str(error))
            return redirect(f"{QUIZZES if self.model is Quiz else QUESTIONS}:exchange", pk)
        name = f"{thing.slug if self.model is Quiz else f'vraag-{thing.pk}'}.{SUFFIXES[form]}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
        return HttpResponse(content, content_type=TYPES[form], headers=headers)


def _may_change(request: HttpRequest, question: Question) -> bool:
    return OwnershipPolicy(Question).user_has_permission_for_instance(request.user, "change", question)


class ImportView(WagtailAdminTemplateMixin, TemplateView):
    """First look, then bring in; what comes in is a draft."""

    template_name = "quiz/exchange/import.html"
    page_title = "Vragen importeren"
    header_icon = "download"
    permission_policy: Any = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.permission_policy.user_has_permission(request.user, "add"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        form = ImportForm(request.POST, request.FILES, user=request.user)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        bundle, owner = form.cleaned_data["bundle"], form.cleaned_data["municipality"]
        if bundle.quizzes and not OwnershipPolicy(Quiz).user_has_permission(request.user, "add"):
            raise PermissionDenied
        if "bring" in request.POST:
            return self._brought(bring_in(bundle, owner, request.user))
        context = {"form": form, "report": report_on(bundle, owner, request.user), "owner": owner, "again": form.again}
        return self.render_to_response(self.get_context_data(**context))

    def _brought(self, report: Report) -> HttpResponse:
        counts = ", ".join(f"{count} {carried}" for carried, count in report.counts)
        tell = messages.success if report.brings else messages.warning
        tell(self.request, f"Klaar: {counts}. Wat nieuw is, staat als concept in de lijst. Er is niets gepubliceerd.")
        return redirect(f"{QUESTIONS}:list")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {"form": ImportForm(user=self.request.user), "not_carried": Carried.NOT, **kwargs}
        return super().get_context_data(**context)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse(f"{QUESTIONS}:list"), "label": "Vragen"},
            {"url": "", "label": self.page_title},
        ]
