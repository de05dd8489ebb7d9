"""Somebody forgot their password: they get a link by mail, or hear whom to ask where no mail can be sent."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from wagtail.admin.views.account import PasswordResetView

from campagne.mail import is_mail_set_up


class ForgottenPassword(PasswordResetView):
    """Wagtail's, which promises a mail, so it is for a site that sends any."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not is_mail_set_up():
            return render(request, "account/forgotten_without_mail.html")
        return super().dispatch(request, *args, **kwargs)


forgotten_password = ForgottenPassword.as_view()
