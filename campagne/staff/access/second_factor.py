"""Who must show a second factor, who has one, and who has shown it in this browser session."""

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

SHOWN = "mfa"
BY_MUNICIPALITY = "municipality"
KINDS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def must_show(user: AbstractBaseUser) -> bool:
    """Everybody, unless every role they have does without; an administrator of everything always must."""
    if settings.SECOND_FACTOR != "required":
        return False
    if user.is_superuser:
        return True
    groups = user.groups.all()
    return groups.filter(without_second_factor=None).exists() or not groups.exists()


def has_one(user: AbstractBaseUser) -> bool:
    return Authenticator.objects.filter(user_id=user.pk, type__in=KINDS).exists()


def has_shown(request: HttpRequest) -> bool:
    records = get_authentication_records(request, request.user)
    return any(record["method"] == SHOWN for record in records)


def count_as_shown(request: HttpRequest, kind: str) -> None:
    """Whoever has just made a factor has shown it."""
    record_authentication(request, request.user, SHOWN, type=kind)
