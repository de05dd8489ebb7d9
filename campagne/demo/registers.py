"""Themes, target groups and report channels of the demo. What exists stays as it is."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Model

from campagne.contacts.models import ReportChannel
from campagne.demo.catalogue import Catalogue, ContactEntry, GroupEntry, ThemeEntry
from doelgroepen.models import Municipality, TargetGroup, Theme

LANGUAGES = {"nl": "Nederlands", "en": "Engels"}


@transaction.atomic
def put_registers(catalogue: Catalogue) -> int:
    """Put themes, target groups and report channels; return how many are new."""
    municipalities = {municipality.slug: municipality for municipality in Municipality.objects.all()}
    return (
        _put(Theme, [_theme(theme) for theme in catalogue.region.themes])
        + _put(TargetGroup, [_group(group, municipalities) for group in catalogue.region.groups])
        + _put(ReportChannel, [_channel(contact) for contact in catalogue.contacts])
    )


def _put(model: type[Model], rows: Iterable[dict]) -> int:
    made = [model.objects.get_or_create(slug=row["slug"], defaults=row) for row in rows]
    return sum(is_new for _, is_new in made)


def _theme(entry: ThemeEntry) -> dict:
    return {
        "slug": entry.slug,
        "name": entry.name,
        "goal": entry.goal,
        "introduction": entry.intro,
        "sign": entry.sign,
        "order": entry.order,
    }


def _group(entry: GroupEntry, municipalities: dict[str, Municipality]) -> dict:
    return {
        "slug": entry.slug,
        "name": entry.name,
        "municipality": municipalities.get(entry.municipality),
        "self_description": entry.self_description,
        "invitation": entry.invitation,
        "reading_level": entry.reading_level,
        "is_red_thread": entry.is_red_thread,
        "is_sensitive": entry.is_sensitive,
        "sign": entry.sign,
        "order": entry.order,
    }


def _channel(entry: ContactEntry) -> dict:
    return {
        "slug": entry.slug,
        "name": entry.name,
        "code": entry.code,
        "phone": entry.phone,
        "url": entry.url,
        "purpose": entry.purpose,
        "hours": entry.hours,
        "languages": ", ".join(LANGUAGES[code] for code in entry.languages),
        "is_urgent": entry.is_urgent,
        "checked_on": entry.checked_on,
        "source_url": entry.source_url,
    }
