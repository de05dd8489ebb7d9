"""What somebody filled in and sent after their browser session had ended: kept while they log in, and sent after all.

It is kept for the account whose session that was, in the session in which they log in. Without the key of a session
that ended by itself nothing is kept: one that somebody ended (a frozen account, signing out everywhere) is gone.
"""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

KEPT = "kept_form"
LONGEST_SHOWN = 2_000
NEVER_KEPT = ("csrfmiddlewaretoken", "password", "secret")
"""Parts of names of fields: what protects a form is made anew, and what is secret is typed again."""
COMING_IN = ("/beheer/login/", "/beheer/password_reset/", "/beheer/toegang/")
NO_WORK = (*COMING_IN, "/beheer/logout/", "/beheer/medewerkers/bewaard-formulier/")


def keep_form(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Keep the form if it was turned away for want of a login, and come back to it after that; else change nothing."""
    login = reverse(settings.LOGIN_URL)
    was_turned_away = response.status_code == 302 and response.headers["Location"].startswith(login)
    is_form = request.method == "POST" and request.headers.get("X-Requested-With") != "XMLHttpRequest"
    is_work = is_form and not request.path.startswith(NO_WORK)
    account = _whose_it_was(request) if was_turned_away and is_work else None
    if account is None:
        return response
    fields = [[name, values] for name, values in request.POST.lists() if not any(word in name for word in NEVER_KEPT)]
    kept = {"account": account, "address": request.get_full_path(), "fields": fields, "files": bool(request.FILES)}
    request.session[KEPT] = kept
    return redirect(f"{login}?{urlencode({'next': reverse('kept_form')})}")


def forget_sent(request: HttpRequest, response: HttpResponseBase) -> None:
    """Forget the form once it arrived where it was going, so that nobody sends it twice.

    It did not arrive when it met a fault, or was sent on to where somebody shows who they are.
    """
    kept = _kept_for(request.session.get(SESSION_KEY), request) if request.method == "POST" else None
    was_sent_on = response.headers.get("Location", "").startswith(COMING_IN)
    has_arrived = response.status_code < 400 and not was_sent_on
    if kept and kept["address"] == request.get_full_path() and has_arrived:
        del request.session[KEPT]


def keep_key(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Leave the key of a session that ended by itself in the browser, where Django takes it away at the first request.

    That may be a ping of an open screen, or another tab: the form is sent later.
    """
    cookie = response.cookies.get(settings.SESSION_COOKIE_NAME)
    if cookie is not None and not cookie.value and _ended_by_itself(request):
        del response.cookies[settings.SESSION_COOKIE_NAME]
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def kept_form(request: HttpRequest) -> HttpResponse:
    """Show what was kept, with one button that sends it to where it was going and one that throws it away."""
    kept = _kept_for(str(request.user.pk), request)
    if request.method == "POST":
        if kept:
            del request.session[KEPT]
        return redirect("wagtailadmin_home")
    furniture = {"header_title": "Uw formulier", "page_title": "Uw formulier", "header_icon": "edit"}
    answer = TemplateResponse(request, "staff/kept_form.html", {**furniture, **_shown(kept)})
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _kept_for(account: str | None, request: HttpRequest) -> dict[str, Any]:
    """What was kept in this browser, if it is of this account; else nothing."""
    kept = request.session.get(KEPT) or {}
    return kept if account and kept.get("account") == account else {}


def _shown(kept: dict[str, Any]) -> dict[str, Any]:
    fields = [(name, value) for name, values in kept.get("fields", ()) for value in values]
    return {
        "address": kept.get("address", ""),
        "fields": fields,
        "texts": [value[:LONGEST_SHOWN] for _, value in fields if " " in value.strip()],
        "files": kept.get("files", False),
    }


def _whose_it_was(request: HttpRequest) -> str | None:
    ended = _ended_by_itself(request)
    return ended.get_decoded().get(SESSION_KEY) if ended else None


def has_ended_by_itself(request: HttpRequest) -> bool:
    """Whether somebody stands at the login because their session ran out, with or without a form that is kept."""
    return KEPT in request.session or _ended_by_itself(request) is not None


def _ended_by_itself(request: HttpRequest) -> Session | None:
    """The session of which the browser still sends the key."""
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    return Session.objects.filter(pk=key, expire_date__lte=timezone.now()).first()
