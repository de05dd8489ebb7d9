"""The gate: no page of the admin opens for somebody who must show a second factor and has not."""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from campagne.headers import ADMIN_PATH
from campagne.staff.access import second_factor

# Where one comes in, goes out, asks for a new password or makes a second factor, and what those screens are drawn with.
BEFORE_THE_GATE = re.compile(r"/beheer/(?:login|logout|password_reset|toegang|sprite|jsi18n)/.*")


class SecondFactorGate:
    """Send whoever must show a second factor to where that is done; afterwards they are where they wanted to be."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_held(request):
            return self.get_response(request)
        then = {"next": request.get_full_path()} if request.method == "GET" else {}
        name = "mfa_reauthenticate" if second_factor.has_one(request.user) else "mfa_index"
        return redirect(f"{reverse(name)}?{urlencode(then)}")


def is_held(request: HttpRequest) -> bool:
    if not is_behind_the_gate(request.path):
        return False
    user = request.user
    return user.is_authenticated and not second_factor.has_shown(request) and second_factor.must_show(user)


def is_behind_the_gate(path: str) -> bool:
    """Only the admin asks who somebody is: public pages never touch a browser session."""
    return path.startswith(ADMIN_PATH) and not BEFORE_THE_GATE.fullmatch(path)
