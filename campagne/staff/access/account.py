"""What django-allauth may do with an account of ours: let in somebody who exists, and tell them what changed."""

import logging
import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse

from campagne.mail import is_mail_set_up
from campagne.staff import audit
from campagne.staff.access.allauth_settings import SECONDS_REAUTHENTICATED
from campagne.staff.access.lockout.devices import as_counted, remember
from campagne.staff.access.lockout.guarding import Try
from campagne.staff.access.lockout.guesses import Secret
from campagne.staff.access.second_factor import SHOWN, has_one

logger = logging.getLogger(__name__)
# What django-allauth mails about, and how the log of the site calls it.
LOGGED = {
    "totp_activated": "app_added",
    "totp_deactivated": "app_removed",
    "webauthn_added": "passkey_added",
    "webauthn_removed": "passkey_removed",
    "recovery_codes_generated": "recovery_codes",
    "recovery_code_used": "recovery_code_used",
}


class StaffAccount(DefaultAccountAdapter):
    """Nobody signs up: an administrator makes accounts, and gives them their address."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": "Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar. "
        "Let op hoofdletters en probeer het opnieuw.",
        "incorrect_password": "Dit wachtwoord klopt niet. Let op hoofdletters en probeer het opnieuw.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """Look at a password, if not too many were tried. Raises ValidationError."""
        attempt = Try.begin(request, credentials["username"], Secret.PASSWORD)
        user = super().authenticate(request, **credentials)
        attempt.was_right() if user else attempt.was_wrong()
        return user

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **told: Any) -> HttpResponse:
        """Somebody is in, past every step: from now on this browser has a count of its own."""
        response = super().post_login(request, user, **told)
        remember(request, response, as_counted(user.get_username()))
        return response

    def get_login_stages(self) -> list[str]:
        return ["campagne.staff.access.oidc.stage.SecondFactorStage"]

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return reverse("wagtailadmin_home")

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_login")

    def respond_user_inactive(self, request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
        """Only a passkey comes this far: with a password such an account is as good as none."""
        messages.error(request, "Uw account staat uit. Bel uw beheerder.")
        return redirect("account_login")

    def is_reauthentication_required(self, *, app: str, **options: Any) -> bool:
        """Whoever came in a moment ago has shown who they are; with a password alone only who has nothing more."""
        records = get_authentication_records(self.request, self.request.user)
        if has_one(self.request.user):
            records = [record for record in records if record["method"] == SHOWN]
        recently = any(time.time() - record["at"] < SECONDS_REAUTHENTICATED for record in records)
        return not recently and super().is_reauthentication_required(app=app, **options)

    def get_reauthentication_methods(self, user: AbstractBaseUser) -> list[dict]:
        """The second factor, for whoever has one: a password alone does not take it away."""
        methods = super().get_reauthentication_methods(user)
        return [method for method in methods if method["id"].startswith("mfa_")] or methods

    def send_notification_mail(
        self,
        template_prefix: str,
        user: AbstractBaseUser,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Write down what changed at an account, and tell its owner by mail if they and the site can have mail."""
        if action := LOGGED.get(template_prefix.removeprefix("mfa/email/")):
            audit.record(user, action, by=user)
        if not (user.email and is_mail_set_up()):
            return
        told = {"user": user, "site_name": settings.WAGTAIL_SITE_NAME, "site_url": settings.SITE_URL, **(context or {})}
        subject = " ".join(render_to_string(f"{template_prefix}_subject.txt", told).split())
        try:
            user.email_user(subject, render_to_string(f"{template_prefix}_message.txt", told))
        except OSError:  # Every fault of smtplib is one. A mail server that is away keeps nobody out.
            logger.exception("a mail about an account was not sent; look at EMAIL_HOST")
