"""Put the guide at /melden/ of a region that is there already; the register of places to report moves below it."""

import json

from django.db import migrations
from django.utils import timezone

TITLE, SUMMARY = "Wat is er gebeurd?", "Kies wat er is gebeurd. Dan leest u wat u doet en wie u helpt."
OLD, NEW = "melden", "meldpunten"


def make_room(apps, schema_editor):
    """The guide stands where the register stood in the tree, so nothing above it changes."""
    registers = apps.get_model("content", "ReportChannelsPage").objects
    for register in registers.filter(slug=OLD, depth=3):
        path, url_path = register.path, register.url_path
        moved = {"path": f"{path}0001", "depth": 4, "slug": NEW, "url_path": f"{url_path}{NEW}/"}
        registers.filter(pk=register.pk).update(**moved)
        _rename_in_drafts(apps, register.pk, moved)
        _put_guide(apps, register.locale_id, path, url_path)


def _rename_in_drafts(apps, pk, moved):
    """A draft keeps its own slug, and would take the old one back when it is published."""
    for revision in apps.get_model("wagtailcore", "Revision").objects.filter(object_id=str(pk)):
        content = revision.content if isinstance(revision.content, dict) else json.loads(revision.content)
        if content.get("slug") == OLD and content.get("pk") == pk:
            revision.content = {**content, **moved}
            revision.save()


def _put_guide(apps, locale_id, path, url_path):
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="report_guide", model="reportguidepage"
    )
    at = timezone.now()
    apps.get_model("report_guide", "ReportGuidePage").objects.create(
        path=path,
        depth=3,
        numchild=1,
        url_path=url_path,
        slug=OLD,
        title=TITLE,
        draft_title=TITLE,
        summary=SUMMARY,
        content_type=kind,
        locale_id=locale_id,
        live=True,
        first_published_at=at,
        last_published_at=at,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("report_guide", "0001_guide_with_types_of_incidents"),
        ("wagtailcore", "0094_alter_page_locale"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_room, migrations.RunPython.noop)]
