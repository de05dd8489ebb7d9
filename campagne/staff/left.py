"""Who has left: the names of accounts that are gone, as the log of the site keeps them."""

from collections.abc import Sequence

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from wagtail.models import ModelLogEntry
from wagtail.models.audit_log import BaseLogEntry

GONE, REMOVED = "{name} (verwijderd)", "wagtail.delete"


def name_who_left(lines: Sequence[BaseLogEntry]) -> None:
    """Let lines of the log say the name of whoever did it, also when the account is gone.

    Wagtail keeps the key of the account, and in the line about its removal the name; two questions for all lines. An
    account that went by another way than the admin has no such line, and keeps its number.
    """
    users = get_user_model()
    keys = {line.user_id for line in lines if line.user_id}
    gone = keys - set(users.objects.filter(pk__in=keys).values_list("pk", flat=True))
    removals = ModelLogEntry.objects.filter(content_type=ContentType.objects.get_for_model(users), action=REMOVED)
    names = dict(removals.filter(object_id__in=map(str, gone)).values_list("object_id", "label"))
    for line in lines:
        if name := names.get(str(line.user_id)):
            line.user_display_name = GONE.format(name=name)
