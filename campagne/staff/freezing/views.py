"""The screens of this room, for whoever may change accounts."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from django.views.defaults import permission_denied
from wagtail.admin import messages

from campagne.staff import audit
from campagne.staff.freezing.account import MayNot, check, check_frozen, freeze, is_frozen, thaw
from campagne.staff.freezing.forms import NewPasswordForm, SinceForm, in_form
from campagne.staff.freezing.powers import end_powers
from campagne.staff.freezing.putting_back import put_back
from campagne.staff.freezing.screen import A_WEEK, shown, to_try
from campagne.staff.roles import KEEPS_ACCOUNTS

AT_ONCE = 25
"""So many pages go back in one request; then the screen says how far it is."""
REFUSED = 422
NOT_FROZEN = "Bevries het account eerst. Anders kan wat u terugzet meteen weer veranderen."
THAWED = "{account} kan weer inloggen met het nieuwe wachtwoord. De tweede stap is gewist: {account} maakt een nieuwe."
View = Callable[..., HttpResponse]


def for_keepers(view: View) -> View:
    """Shut a view for who may not change accounts; give it the account instead of its key."""

    @wraps(view)
    def guarded(request: HttpRequest, pk: int) -> HttpResponse:
        if not request.user.has_perm(KEEPS_ACCOUNTS):
            return permission_denied(request, PermissionDenied())
        return view(request, get_object_or_404(get_user_model(), pk=pk))

    return guarded


@for_keepers
@require_safe
def freeze_screen(request: HttpRequest, account: Any) -> HttpResponse:
    """Shut the account first; below it what was done since a moment, and what would go back."""
    form = SinceForm({"sinds": request.GET.get("sinds") or in_form(timezone.now() - A_WEEK)})
    since = form.cleaned_data["sinds"] if form.is_valid() else timezone.now()
    told = shown(account, since, request.user, request.GET.get("p"), _past(request.GET))
    told |= {"form": form, "since": in_form(since), "past": _past(request.GET)}
    return _screen(request, "freeze", f"Account bevriezen: {account}", **told)


@for_keepers
@require_POST
def freeze_now(request: HttpRequest, account: Any) -> HttpResponse:
    try:
        shut = freeze(account, request.user)
    except MayNot as refusal:
        messages.error(request, str(refusal))
        return _back(request, account)
    end_powers(account, timezone.now(), request.user, request.POST.getlist("macht"))
    plans = f" Stopgezet: {', '.join(shut.plans)}." if shut.plans else ""
    messages.success(request, f"{account} is bevroren, en overal afgemeld ({shut.sessions} keer).{plans}")
    return _back(request, account)


@for_keepers
@require_POST
def revoke(request: HttpRequest, account: Any) -> HttpResponse:
    try:
        check(account, request.user)
    except MayNot as refusal:
        messages.error(request, str(refusal))
        return _back(request, account)
    ended = end_powers(account, timezone.now(), request.user, request.POST.getlist("macht"))
    messages.success(request, f"Ingetrokken: {len(ended)}.")
    return _back(request, account)


@for_keepers
@require_POST
def put_back_some(request: HttpRequest, account: Any) -> HttpResponse:
    """Put back a number of pages, and come again for the rest: nothing waits longer than a request may last."""
    if not is_frozen(account):
        messages.error(request, NOT_FROZEN)
        return _back(request, account)
    returns = to_try(account, _since(request), request.user, _past(request.POST))
    batch = list(islice(returns, AT_ONCE))
    wrong = list(filter(None, put_back(batch, request.user)))
    for each in wrong:
        messages.warning(request, each)
    if done := len(batch) - len(wrong):
        audit.record(account, "put_back", by=request.user, pages=done)
        messages.success(request, f"Teruggezet: {done}. Nog te doen: {len(returns) - len(batch)}.")
    return _back(request, account, na=batch[-1].page.pk if batch else _past(request.POST))


@for_keepers
def thaw_screen(request: HttpRequest, account: Any) -> HttpResponse:
    """Let somebody in again: with a new password, or not at all."""
    form = NewPasswordForm(account, request.POST or None)
    try:
        check_frozen(account, request.user)
        if request.method == "POST" and form.is_valid():
            thaw(account, form.cleaned_data["new_password1"], request.user)
            messages.success(request, THAWED.format(account=account))
            return redirect("wagtailusers_users:edit", account.pk)
    except MayNot as refusal:
        messages.error(request, str(refusal))
        return _back(request, account)
    status = REFUSED if request.method == "POST" else 200
    return _screen(request, "thaw", f"Account ontdooien: {account}", status=status, account=account, form=form)


def _since(request: HttpRequest) -> datetime:
    """The moment that the screen carried along; nothing at all is older than now."""
    form = SinceForm(request.POST)
    return form.cleaned_data["sinds"] if form.is_valid() else timezone.now()


def _past(data: Any) -> int:
    """The key of the last page that was tried."""
    past = data.get("na", "")[:18]
    return int(past) if past.isdecimal() else 0


def _back(request: HttpRequest, account: Any, **more: Any) -> HttpResponse:
    query = {"sinds": request.POST.get("sinds", "")[:40], **more}
    return redirect(f"{reverse('freeze_account', args=[account.pk])}?{urlencode(query)}")


def _screen(request: HttpRequest, template: str, title: str, *, status: int = 200, **context: Any) -> HttpResponse:
    way = [
        {"label": "Gebruikers", "url": reverse("wagtailusers_users:index")},
        {"label": str(context["account"]), "url": reverse("wagtailusers_users:edit", args=[context["account"].pk])},
        {"label": title, "url": ""},
    ]
    furniture = {"header_title": title, "header_icon": "lock", "breadcrumbs_items": way}
    answer = TemplateResponse(request, f"staff/freezing/{template}.html", {**furniture, **context}, status=status)
    answer.headers["Cache-Control"] = "no-store"
    return answer
