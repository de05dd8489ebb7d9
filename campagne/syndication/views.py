"""What other machines ask for: each a page of the store, that ends by itself with what it tells."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from campagne.content.instruction import Language
from campagne.incidents.models import Message
from campagne.incidents.showing.standing import standing_at
from campagne.incidents.showing.views import KEEPING, headers_for
from campagne.incidents.showing.words import DUTCH
from campagne.serving.store.as_of import holds_until, moment_of
from campagne.syndication.as_json import json_of
from campagne.syndication.atom import feed_of
from campagne.syndication.cap import alert_of, nothing_told
from campagne.syndication.current import Current, current_at
from campagne.syndication.places import cap_of
from home.models import SiteSettings

ATOM, CAP, JSON = (f"application/{kind}; charset=utf-8" for kind in ("atom+xml", "cap+xml", "json"))


def atom(request: HttpRequest) -> HttpResponse:
    """What is told, each message an entry."""
    told, at = _told(request), moment_of(request)
    entries = [each for each in told if each.says_how_it_stands]
    return _answer(feed_of(entries, _last_told(at), _author(request)), ATOM, told)


def cap(request: HttpRequest) -> HttpResponse:
    """What matters most: the newest message of what is real and told now, before what is over, before an exercise."""
    told, at = _told(request), moment_of(request)
    alerts = [each for each in told if each.says_how_it_stands]
    body = alert_of(alerts[0], _author(request)) if alerts else nothing_told(urlsplit(settings.SITE_URL).hostname, at)
    return _answer(body, CAP, told)


def cap_of_message(request: HttpRequest, **named: str) -> HttpResponse:
    """One message, as long as it is the newest of its incident and is told."""
    told = _told(request)
    for each in told:
        if each.says_how_it_stands and cap_of(each.sent) == request.path:
            return _answer(alert_of(each, _author(request)), CAP, told)
    raise Http404


def as_json(request: HttpRequest) -> HttpResponse:
    told = _told(request)
    return _answer(json_of(told), JSON, told)


def card(request: HttpRequest) -> HttpResponse:
    """A few lines for the frame of another site. A part of a page is nothing for search engines, and not counted."""
    standing = standing_at(moment_of(request), Language.DUTCH)
    if standing.holds_until:
        holds_until(request, standing.holds_until)
    context = {"standing": standing, "headline": standing.headline(DUTCH), "words": DUTCH, "languages": Language}
    headers = {"Cache-Control": KEEPING, "X-Robots-Tag": "noindex"}
    return TemplateResponse(request, "syndication/card.html", context, headers=headers)


def _told(request: HttpRequest) -> list[Current]:
    """What is told at the moment that is asked about; the answer ends with the first of it that ends."""
    told = current_at(moment_of(request))
    if ends := [each.message.ends_at for each in told if each.is_live]:
        holds_until(request, min(ends))
    return told


def _answer(body: bytes, kind: str, told: list[Current]) -> HttpResponse:
    headers = headers_for(is_exercise=any(each.is_exercise for each in told))
    return HttpResponse(body, content_type=kind, headers=headers)


def _last_told(at: datetime) -> datetime:
    """When something was told last; on a site where nothing ever was, the beginning of today."""
    last = Message.objects.aggregate(last=Max("sent_at"))["last"]
    return last or timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0, fold=0)


def _author(request: HttpRequest) -> str:
    settings_of_site = SiteSettings.for_request(request)
    return settings_of_site.sender or settings_of_site.site_name
