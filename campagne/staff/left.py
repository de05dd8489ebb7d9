"""Who has left: the names of accounts that are gone, as the log of the site keeps them."""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from wagtail.models import ModelLogEntry
from wagtail.models.audit_log import BaseLogEntry

GONE = "{name} (verwijderd)"


def name_who_left(lines: Iterable[BaseLogEntry]) -> None:
    """Let lines of the log say the name of whoever did it, also when the account is gone.

    Wagtail keeps the key of the account, and in the line about its removal the name; one question for all lines. An
    account that went by another way than the admin has no such line, and keeps its number.
    """
    of_gone = [line for line in lines if line.user_id and line.user is None]
    kind = ContentType.objects.get_for_model(get_user_model())
    removals = ModelLogEntry.objects.filter(content_type=kind, action="wagtail.delete")
    keys = {str(line.user_id) for line in of_gone}
    names = dict(removals.filter(object_id__in=keys).values_list("object_id", "label")) if keys else {}
    for line in of_gone:
        if name := names.get(str(line.user_id)):
            line.user_display_name = GONE.format(name=name)
