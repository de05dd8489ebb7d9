"""Where the screens of exchange are: the addresses that the view sets of questions and quizzes add to their own."""

from collections.abc import Callable

from django.urls import URLPattern, path, reverse
from wagtail.admin.widgets.button import Button

from campagne.quiz.exchange.download_views import DownloadsView, DownloadView
from campagne.quiz.exchange.views import IMPORT, QUESTIONS, QUIZZES, ExchangeView, ExportView, ImportView

View = Callable[..., Callable]


def of_questions(construct: View) -> list[URLPattern]:
    return [*_of_both(construct), path("importeren/", construct(ImportView), name="import")]


def of_quizzes(construct: View) -> list[URLPattern]:
    return [
        *_of_both(construct),
        path("downloaden/<int:pk>/", construct(DownloadsView), name="downloads"),
        path("downloaden/<int:pk>/<slug:file>.csv", construct(DownloadView), name="download"),
    ]


def _of_both(construct: View) -> list[URLPattern]:
    return [
        path("uitwisselen/<int:pk>/", construct(ExchangeView), name="exchange"),
        path("uitwisselen/<int:pk>/<slug:form>/", construct(ExportView), name="export"),
    ]


def exchange_button(register: str, pk: int) -> Button:
    return Button("Uitwisselen", url=reverse(f"{register}:exchange", args=[pk]), icon_name="upload", priority=16)


def downloads_button(pk: int) -> Button:
    return Button("Downloaden", url=reverse(f"{QUIZZES}:downloads", args=[pk]), icon_name="download", priority=17)


def import_button() -> Button:
    return Button("Importeren", url=reverse(IMPORT), icon_name="download", priority=30)


__all__ = ["QUESTIONS", "QUIZZES", "downloads_button", "exchange_button", "import_button", "of_questions", "of_quizzes"]
