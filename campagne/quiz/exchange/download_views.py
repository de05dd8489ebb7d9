"""Screens to take the answers to a quiz along; whose quiz it is, the view set has asked before."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import View
from wagtail.admin import messages

from campagne.quiz.exchange.codebook import FILES, versions_in
from campagne.quiz.exchange.leaving import Leaving
from campagne.quiz.exchange.tables import refusal_of, tables_of
from campagne.quiz.exchange.views import QUIZZES, OfOneView
from campagne.quiz.models import Quiz
from campagne.sheets.csv_file import write_csv


class DownloadsView(OfOneView):
    """Which files there are, why there are none yet, and the codebook to read."""

    template_name = "quiz/exchange/downloads.html"
    page_title = "Downloaden"
    header_icon = "download"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        leaving = Leaving.of(self.thing)
        urls = {name: reverse(f"{QUIZZES}:download", args=[self.thing.pk, name]) for name in tables_of(leaving)}
        context = {"quiz": self.thing, "leaving": leaving, "urls": urls, "files": FILES}
        return {**super().get_context_data(**kwargs), **context, "versions": versions_in(leaving)}


class DownloadView(View):
    """One of the files, a piece at a time."""

    model: Any = None

    def get(self, request: HttpRequest, pk: str, file: str) -> HttpResponseBase:
        quiz = get_object_or_404(Quiz, pk=pk)
        leaving = Leaving.of(quiz)
        if file not in (tables := tables_of(leaving)):
            raise Http404
        if refusal := refusal_of(leaving, file):
            messages.error(request, refusal)
            return redirect(f"{QUIZZES}:downloads", pk)
        header, rows = tables[file]
        name = f"{quiz.slug}-{file}-{timezone.localdate()}.csv"
        return StreamingHttpResponse(
            write_csv(rows(leaving), header=header),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
        )
