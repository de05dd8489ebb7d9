"""An account without a role: who has it reads what is missing, where Wagtail sends them round and round."""

from collections.abc import Callable

from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from campagne.staff.access.gate import is_behind_the_gate


class RoleGate:
    """Wagtail sends whoever may not enter to the login page, which sends back whoever is logged in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_behind_the_gate(request.path) or request.user.is_anonymous or may_enter(request.user):
            return self.get_response(request)
        answer = render(request, "account/without_role.html", status=403)
        answer.headers["Cache-Control"] = "no-store"
        return answer


def may_enter(account: AbstractBaseUser) -> bool:
    """Every role of the table opens the admin; an account that is shut opens nothing."""
    return account.has_perm("wagtailadmin.access_admin")
