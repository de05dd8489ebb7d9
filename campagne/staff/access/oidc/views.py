"""Going to one's municipality to log in, and coming back.

One goes by a link and not by a form: the admin's policy lets forms go nowhere else. Whoever is sent here by another
site only begins to log in as themselves, in this browser: what comes back is bound to its session.
"""

from typing import Any

from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET
from requests import RequestException

from campagne.staff.access.oidc.arrival import municipality_called, refusal
from campagne.staff.access.oidc.protocol import Conversation


class Return(OAuth2CallbackView):
    """Django-allauth's, which also knows the nonce of what it began."""

    def _get_state(self, request: HttpRequest, provider: Any) -> tuple[dict[str, Any] | None, HttpResponse | None]:
        state, refused = super()._get_state(request, provider)
        if state:
            self.adapter.nonce = state["nonce"]
        return state, refused


@never_cache
@require_GET
def begin(request: HttpRequest, provider_id: str) -> HttpResponse:
    next_url = get_next_redirect_url(request)
    if request.user.is_authenticated:
        return redirect(next_url or "wagtailadmin_home")
    try:
        provider = get_adapter(request).get_provider(request, provider_id)
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
    try:
        return provider.begin(request, next_url)
    except (OAuth2Error, RequestException) as error:
        return refusal(request, municipality_called(provider_id), error)


@never_cache
@require_GET
def come_back(request: HttpRequest, provider_id: str) -> HttpResponse:
    try:
        return Return.adapter_view(Conversation(request, provider_id))(request)
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
