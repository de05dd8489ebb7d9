"""Passkeys that our server refuses: django-allauth says that a code is wrong, and here there is no code."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms
from django.core.exceptions import ValidationError

UNKNOWN = "Deze passkey is niet herkend. Probeer opnieuw, of "
NOT_MADE = "De passkey is niet gemaakt. Probeer opnieuw, of kies een app."
REFUSALS = (ValidationError, KeyError, TypeError, ValueError)
"""Django-allauth's own, and what its reader of passkeys makes of one in which something is missing."""


class _Refusing:
    """A form with a passkey in it, which says `refused` whatever was wrong."""

    refused = f"{UNKNOWN}gebruik uw app of een herstelcode."

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["credential"].error_messages.update(required=self.refused, invalid=self.refused)

    def refusal(self) -> ValidationError:
        return ValidationError(self.refused, "passkey_refused")


class _Showing(_Refusing):
    def clean_credential(self) -> Authenticator:
        try:
            return super().clean_credential()
        except REFUSALS as error:
            raise self.refusal() from error


class PasskeyForm(_Showing, forms.AuthenticateWebAuthnForm):
    """The second step."""


class PasskeyAgainForm(_Showing, forms.ReauthenticateWebAuthnForm):
    """The same, for whoever changes something about their access."""


class PasskeyLoginForm(_Showing, forms.LoginWebAuthnForm):
    """In without a password."""

    refused = f"{UNKNOWN}log in met uw wachtwoord."


class NewPasskeyForm(_Refusing, forms.AddWebAuthnForm):
    refused = NOT_MADE

    def clean(self) -> dict:
        try:
            return super().clean()
        except REFUSALS as error:
            raise self.refusal() from error
