"""Making a second factor: as django-allauth does it, and whoever has just made one has shown it."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.forms import Form
from django.http import HttpResponse

from campagne.staff.access.second_factor import count_as_shown


class WithAnApp(ActivateTOTPView):
    def form_valid(self, form: Form) -> HttpResponse:
        response = super().form_valid(form)
        count_as_shown(self.request, Authenticator.Type.TOTP)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the secret in groups of four, for whoever types it."""
        context = super().get_context_data(**kwargs)
        secret = context["form"].secret
        return {**context, "groups": [secret[start : start + 4] for start in range(0, len(secret), 4)]}


class WithAPasskey(AddWebAuthnView):
    def form_valid(self, form: Form) -> HttpResponse:
        response = super().form_valid(form)
        count_as_shown(self.request, Authenticator.Type.WEBAUTHN)
        return response


with_an_app = WithAnApp.as_view()
with_a_passkey = WithAPasskey.as_view()
