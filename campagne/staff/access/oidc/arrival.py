"""What django-allauth asks us about accounts of municipalities: which there are, and who may come in."""

import logging
import re
from typing import Any

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from requests import RequestException

from campagne.staff import audit
from campagne.staff.access import second_factor
from campagne.staff.access.oidc.claims import Claims, showed_second_factor
from campagne.staff.access.oidc.matching import account_for
from campagne.staff.access.oidc.municipality import Municipality
from campagne.staff.access.oidc.protocol import MunicipalProvider, Refused
from campagne.staff.access.oidc.refusals import Reason

ERROR_CODE = re.compile(r'"error"\s*:\s*"([\w.-]{1,60})"')
logger = logging.getLogger(__name__)


class MunicipalAccounts(DefaultSocialAccountAdapter):
    """They come from the environment alone: whoever can write in the database adds none and reads no secret."""

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        return [_as_app(each) for each in settings.OIDC if provider in (None, each.id, MunicipalProvider.id)]

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> MunicipalProvider:
        return MunicipalProvider(request, app=self.get_app(request, provider))

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let the owner of an account in, and bind the account to them the first time. Raises ImmediateHttpResponse."""
        municipality, claims = municipality_called(sociallogin.account.provider), sociallogin.claims
        bound = sociallogin.account.user if sociallogin.account.pk else None
        try:
            account = account_for(claims, municipality, bound)
        except Refused as refused:
            raise ImmediateHttpResponse(refusal(request, municipality, refused, claims.email)) from refused
        if request.user.is_authenticated:
            get_account_adapter().logout(request)
        sociallogin.user = account
        if bound is None:
            _bind(sociallogin, municipality)
        _record_second_factor(request, sociallogin, claims, municipality)

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: MunicipalProvider,
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        municipality = municipality_called(provider.sub_id)
        if error == AuthError.CANCELLED:
            exception = Refused(Reason.CANCELLED)
        elif "state_id" in (extra_context or {}):
            exception = Refused(Reason.TOO_OLD)
        raise ImmediateHttpResponse(refusal(request, municipality, exception))


def municipality_called(called: str) -> Municipality:
    return next(each for each in settings.OIDC if each.id == called)


def refusal(request: HttpRequest, of: Municipality, error: Exception | None, email: str = "") -> HttpResponse:
    """The page that says what happened and what to do; the log tells administrators the rest."""
    unforeseen = Reason.AWAY if isinstance(error, RequestException) else Reason.NOT_RIGHT
    reason = error.reason if isinstance(error, Refused) else unforeseen
    logger.warning("login by %s was refused: %s: %s", of.id, reason.name, _detail(request, error))
    told = {"name": of.name, "email": email, "domains": " of ".join(f"@{domain}" for domain in sorted(of.domains))}
    happened, to_do = reason.happened.format(**told), reason.to_do.format(**told)
    context = {"happened": happened[0].upper() + happened[1:], "to_do": to_do}
    return render(request, "account/municipality_refused.html", context, status=403)


def _detail(request: HttpRequest, error: Exception | None) -> str:
    """What went wrong, in our words or by the code that the municipality gave; never what was in a token."""
    if isinstance(error, Refused | RequestException):
        return str(error)
    code = ERROR_CODE.search(str(error) if error else f'"error": "{request.GET.get("error", "")}"')
    return code[1] if code else "no code was given"


def _as_app(municipality: Municipality) -> SocialApp:
    return SocialApp(
        provider=MunicipalProvider.id,
        provider_id=municipality.id,
        name=municipality.name,
        client_id=municipality.client_id,
        secret=municipality.secret,
        settings={"server_url": municipality.issuer, "acr": municipality.acr},
    )


def _bind(login: SocialLogin, municipality: Municipality) -> None:
    login.account.user = login.user
    login.account.save()
    audit.record(login.user, "bound", by=login.user, name=municipality.name)
    get_account_adapter().send_notification_mail("account/email/bound", login.user, {"name": municipality.name})


def _record_second_factor(request: HttpRequest, login: SocialLogin, claims: Claims, municipality: Municipality) -> None:
    if showed_second_factor(claims, municipality):
        record_authentication(request, login.user, second_factor.SHOWN, type=second_factor.BY_MUNICIPALITY)
