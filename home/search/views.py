"""The search page. What somebody looks for is nobody else's, also not of a cache on the way."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from campagne.content.paging import one_screen
from home.search.finding import FACETS, Findings, find
from home.search.missed import note
from home.search.words import LONGEST_QUERY, clean_query

LONGEST_SLUG = 60


@require_safe
def results(request: HttpRequest) -> TemplateResponse:
    typed = request.GET.get("q", "")
    query = clean_query(typed)
    context = {"typed": typed[:LONGEST_QUERY], "query": query}
    if query:
        at = timezone.now()
        narrowed = {kind: request.GET.get(kind, "")[:LONGEST_SLUG] for kind in FACETS}
        findings = find(query, narrowed, at)
        if not findings.has_any:
            note(findings.question.unknown, timezone.localdate(at))
        context |= _shown(findings, query, narrowed, request)
    response = TemplateResponse(request, "home/search_results.html", context)
    if typed:
        response.headers["Cache-Control"] = "private, no-cache"
    return response


def _shown(findings: Findings, query: str, narrowed: dict[str, str], request: HttpRequest) -> dict:
    kept = {kind: slug for kind, slug in narrowed.items() if slug}
    return {
        "findings": findings,
        "pages": one_screen(findings.hits, request),
        "query_address": urlencode({"q": query, **kept}) + "&",
        "facets": [facet for kind in FACETS if (facet := _facet(kind, findings, query, kept))["choices"]],
        "is_narrowed": bool(kept),
        "plain_address": f"/zoeken/?{urlencode({'q': query})}",
    }


def _facet(kind: str, findings: Findings, query: str, kept: dict[str, str]) -> dict:
    """One row of links that narrow the results and keep the words; the one that is on leads back."""
    others = {facet: slug for facet, slug in kept.items() if facet != kind}
    links = []
    for choice in findings.of_kind(kind):
        more = {} if choice.is_on else {kind: choice.slug}
        links.append({"choice": choice, "url": f"/zoeken/?{urlencode({'q': query, **others, **more})}"})
    return {"name": {"thema": "Waarover?", "groep": "Voor wie?"}[kind], "id": kind, "choices": links}
