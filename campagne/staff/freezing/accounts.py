"""Other accounts that a misused account made, opened or gave roles: a way back in for whoever misused it."""

from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.models import ModelLogEntry

from campagne.staff.freezing.errands import Errand

WAYS_IN = ("wagtail.create", "wagtail.edit", "staff.roles", "staff.opened", "staff.thaw", "staff.factor_reset")
BEHIND = "Dit account gaf of veranderde de toegang van {name}. Klopt dat niet? Bevries ook dat account."


def accounts_after(account: Any, since: datetime) -> list[Errand]:
    """Every other account that can log in and that this one made or changed since the moment."""
    users = get_user_model()
    lines = ModelLogEntry.objects.filter(user=account.pk, timestamp__gte=since, action__in=WAYS_IN)
    of_accounts = lines.filter(content_type=ContentType.objects.get_for_model(users))
    keys = {int(key) for key in of_accounts.values_list("object_id", flat=True)} - {account.pk}
    touched = users.objects.filter(pk__in=keys, is_active=True).order_by("pk")
    return [
        Errand(f"{each} ({each.username})", BEHIND.format(name=each), reverse("freeze_account", args=[each.pk]))
        for each in touched
    ]
