"""The account itself: shut in one go, and opened again with a new password alone."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction

from campagne.staff import audit
from campagne.staff.access.oidc.binding import unbind
from campagne.staff.access.resetting import reset_second_factor
from campagne.staff.browser_sessions import end_sessions
from campagne.staff.freezing.plans import stop_plans
from campagne.staff.roles import KEEPS_ACCOUNTS

ONESELF = "Dit is uw eigen account. Vraag een andere beheerder om het te bevriezen."
ABOVE = "Dit account heeft alle rechten. Alleen iemand die ook alle rechten heeft, mag het bevriezen of ontdooien."
IN_USE = "Dit account is niet bevroren. Een ander wachtwoord geeft u bij Instellingen, Gebruikers."
LAST = "Niemand anders kan accounts beheren. Maak eerst een andere beheerder, die kan inloggen, en bevries dit daarna."


class MayNot(Exception):
    """Why an account stays as it is, in words for whoever asked."""


@dataclass(frozen=True)
class Shut:
    """What freezing ended: how many browser sessions, and which plans to publish or to have looked over."""

    sessions: int
    plans: tuple[str, ...]


def is_frozen(account: Any) -> bool:
    return not account.is_active and not account.has_usable_password()


@transaction.atomic
def freeze(account: Any, by: Any) -> Shut:
    """Let nobody in on this account any more, from now on and wherever they are. `by` is None on a command line.

    Without a usable password a link to choose a new one is worth nothing either. Raises MayNot.
    """
    users = get_user_model().objects
    # Two administrators who freeze each other at the same moment: the second finds that nobody else is left.
    list(users.select_for_update().filter(is_active=True).order_by("pk").values_list("pk"))
    account = users.get(pk=account.pk)
    check(account, by)
    was_frozen = is_frozen(account)
    account.is_active = False
    account.set_unusable_password()
    account.save(update_fields=["is_active", "password"])
    shut = Shut(end_sessions(account), stop_plans(account, by))
    if not was_frozen:
        audit.record(account, "freeze", by=by)
    return shut


@transaction.atomic
def thaw(account: Any, password: str, by: Any) -> None:
    """Let somebody in again, with this password and nothing else. Raises MayNot: who sets it can come in with it.

    A passkey, an app, a recovery code or an account of a municipality may be of whoever misused the account.
    """
    account = get_user_model().objects.select_for_update().get(pk=account.pk)
    check_frozen(account, by)
    account.is_active = True
    account.set_password(password)
    account.save(update_fields=["is_active", "password"])
    reset_second_factor(account, by=by)
    unbind(account, by=by)
    audit.record(account, "thaw", by=by)


def check(account: Any, by: Any) -> None:
    """Raise MayNot if this person may not shut or open this account. On the server, where `by` is None, all is allowed.

    There a stolen account is shut also when nobody else is left: whoever is there can make a new administrator.
    """
    if by is None:
        return
    if account.pk == by.pk:
        raise MayNot(ONESELF)
    if account.is_superuser and not by.is_superuser:
        raise MayNot(ABOVE)
    if account.is_active and not others_than(account):
        raise MayNot(LAST)


def check_frozen(account: Any, by: Any) -> None:
    """Raise MayNot if this person may not open this account, or if it is in use."""
    check(account, by)
    if not is_frozen(account):
        raise MayNot(IN_USE)


def others_than(account: Any) -> list[Any]:
    """The others who may change accounts, and are not shut out themselves."""
    backend = "django.contrib.auth.backends.ModelBackend"
    keepers = get_user_model().objects.with_perm(KEEPS_ACCOUNTS, backend=backend)
    return [each for each in keepers if each.pk != account.pk]
