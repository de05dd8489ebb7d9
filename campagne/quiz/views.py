"""Taking a quiz."""

from django.http import HttpRequest, HttpResponse

from campagne.serving.refusals import NOT_FOUND, refuse


def start(request: HttpRequest, slug: str) -> HttpResponse:
    return refuse(request, NOT_FOUND)


question = explanation = overview = finish = start
