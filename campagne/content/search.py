"""Search over everything people read, safe against whatever is typed."""

import unicodedata
from urllib.parse import urlencode

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from campagne.content.paging import one_screen
from campagne.content.places import reading_matter

LONGEST = 200
MOST_WORDS = 10


def clean_query(typed: str) -> str:
    """Keep at most ten words of at most 200 characters in all; a search backend may choke on the rest."""
    normal = unicodedata.normalize("NFKC", typed[: LONGEST * 4])[:LONGEST]
    kept = "".join(character if character.isalnum() or character in "-'" else " " for character in normal)
    words = [word.strip("-'") for word in kept.split()]
    return " ".join([word for word in words if word][:MOST_WORDS])


@require_safe
def results(request: HttpRequest) -> TemplateResponse:
    typed = request.GET.get("q", "")
    query = clean_query(typed)
    found = reading_matter().search(query, operator="and") if query else []
    context = {
        "typed": typed[:LONGEST],
        "query": query,
        "query_address": urlencode({"q": query}) + "&",
        "pages": one_screen(found, request),
    }
    response = TemplateResponse(request, "content/search_results.html", context)
    if typed:  # What somebody looks for is nobody else's, also not of a cache on the way.
        response.headers["Cache-Control"] = "private, no-cache"
    return response
