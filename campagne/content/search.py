"""Search over everything people read, safe against whatever is typed."""

import unicodedata

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from campagne.content.places import reading_matter

LONGEST = 200
MOST_WORDS = 10
RESULTS_ON_A_SCREEN = 20


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
    pages = Paginator(found, RESULTS_ON_A_SCREEN).get_page(request.GET.get("pagina"))
    context = {"typed": typed[:LONGEST], "query": query, "pages": pages}
    return TemplateResponse(request, "content/search_results.html", context)
