"""The key of a quiz, to print; whose quiz it is, the view set has asked before. It is kept by no cache."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button

from campagne.media.own_files import own_file, print_style
from campagne.quiz.models import Quiz
from campagne.quiz.paper.contents import key_of, parts_of
from campagne.sheets.pdf import CannotPrint, pdf_of

KEY = "wagtailsnippets_quiz_quiz:key"
STYLESHEET = "css/print_paper.css"
NOTHING_YET = "Deze quiz heeft nog geen vragen die gepubliceerd zijn. Er zijn dus nog geen antwoorden om te printen."
KEPT_BY_NOBODY = {"Cache-Control": "no-store"}


class KeyView(View):
    """The key as a page, to print from a browser."""

    model: Any = None

    def get(self, request: HttpRequest, pk: str) -> HttpResponse:
        quiz = get_object_or_404(Quiz, pk=pk)
        version = quiz.current_version
        if version is None or not version.question_count:
            messages.error(request, NOTHING_YET)
            return redirect("wagtailsnippets_quiz_quiz:edit", pk)
        entries = key_of(parts_of(version))
        context = {"quiz": quiz, "version": version.number, "entries": entries}
        return self.answer(request, quiz, render_to_string("quiz/paper/key_sheet.html", context, request))

    def answer(self, request: HttpRequest, quiz: Quiz, html: str) -> HttpResponse:
        return HttpResponse(html, headers=KEPT_BY_NOBODY)


class KeyPdfView(KeyView):
    """The same page as a PDF."""

    def answer(self, request: HttpRequest, quiz: Quiz, html: str) -> HttpResponse:
        try:
            content = pdf_of(html, stylesheets=[print_style(STYLESHEET)], fetch=own_file)
        except CannotPrint as missing:
            messages.warning(request, " ".join(missing.args))
            return redirect("wagtailsnippets_quiz_quiz:edit", quiz.pk)
        named = {"Content-Disposition": f'inline; filename="antwoorden-{quiz.slug}.pdf"'}
        return HttpResponse(content, content_type="application/pdf", headers={**named, **KEPT_BY_NOBODY})


def key_button(pk: int) -> Button:
    return Button("Antwoorden printen", url=reverse(KEY, args=[pk]), icon_name="key", priority=18)
