"""Ways back in for whoever misused an account: accounts that it made, opened or gave roles, and roles it let off."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.urls import reverse
from wagtail.models import ModelLogEntry

from campagne.staff.freezing.errands import Errand

TO_ACCOUNTS = ("wagtail.create", "wagtail.edit", "staff.roles", "staff.opened", "staff.thaw", "staff.factor_reset")
TO_ROLES = ("staff.role_without_second_factor",)
BEHIND = "Dit account gaf of veranderde de toegang van {name}. Klopt dat niet? Bevries ook dat account."
LET_OFF = "Wie deze rol heeft, komt door dit account binnen zonder tweede stap. Klopt dat niet? Verplicht haar weer."


def ways_in(account: Any, since: datetime) -> list[Errand]:
    """What this account did to the access of others since the moment, and that still stands."""
    return [*_accounts(account, since), *_roles(account, since)]


def _accounts(account: Any, since: datetime) -> list[Errand]:
    """Every other account that can log in."""
    users = get_user_model()
    keys = _touched(users, account, since, TO_ACCOUNTS) - {account.pk}
    touched = users.objects.filter(pk__in=keys, is_active=True).order_by("pk")
    return [
        Errand(f"{each} ({each.username})", BEHIND.format(name=each), reverse("freeze_account", args=[each.pk]))
        for each in touched
    ]


def _roles(account: Any, since: datetime) -> list[Errand]:
    """Every role that does without a second factor."""
    keys = _touched(Group, account, since, TO_ROLES)
    let_off = Group.objects.filter(pk__in=keys, without_second_factor__isnull=False).order_by("pk")
    return [Errand(f"Rol {role}", LET_OFF, reverse("wagtailusers_groups:edit", args=[role.pk])) for role in let_off]


def _touched(model: type[Model], account: Any, since: datetime, actions: Iterable[str]) -> set[int]:
    lines = ModelLogEntry.objects.filter(user=account.pk, timestamp__gte=since, action__in=actions)
    of_model = lines.filter(content_type=ContentType.objects.get_for_model(model))
    return {int(key) for key in of_model.values_list("object_id", flat=True)}
