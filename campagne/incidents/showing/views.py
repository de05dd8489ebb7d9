"""/nu/: what to do now, in one request, without a script, in each language."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from campagne.content.instruction import Language
from campagne.incidents.models import Statement
from campagne.incidents.showing.prepared import prepared_in
from campagne.incidents.showing.standing import standing_at
from campagne.incidents.showing.times import on_day, with_day
from campagne.incidents.showing.words import WORDS
from campagne.serving.store.as_of import holds_until, moment_of

KEEPING = "public, max-age=30, stale-if-error=86400"


def now(request: HttpRequest, language: str) -> HttpResponse:
    """The page of now in one language; a page that tells of an incident ends with it."""
    spoken, at = Language(language), moment_of(request)
    standing, statements = standing_at(at, spoken), Statement.objects.all()
    if standing.holds_until:
        holds_until(request, standing.holds_until)
    context = {
        "standing": standing,
        "state": standing.state,
        "headline": standing.headline(WORDS[spoken]),
        "language": spoken,
        "languages": Language,
        "words": WORDS[spoken],
        "as_of": with_day(at, spoken),
        "prepared": [] if standing.live else prepared_in(spoken),
        "statements": [(each.in_language(spoken), on_day(each.checked_on, spoken)) for each in statements],
    }
    headers = headers_for(is_exercise=standing.is_exercise)
    return TemplateResponse(request, "incidents/nu.html", context, headers=headers)


def headers_for(*, is_exercise: bool) -> dict[str, str]:
    """How long what stands between may keep it; an exercise is nothing for a search engine."""
    return {"Cache-Control": KEEPING, **({"X-Robots-Tag": "noindex"} if is_exercise else {})}
