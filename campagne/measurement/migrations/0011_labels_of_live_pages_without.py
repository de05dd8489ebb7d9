from collections import defaultdict

from django.db import migrations
from django.utils import timezone


def label_live_pages_without(apps, schema_editor):
    """A page that went live without being published, as those of the demo's report guide did, has labels from today."""
    periods = apps.get_model("measurement", "PageLabelPeriod").objects
    labelled = set(periods.filter(ends=None).values_list("page", flat=True))
    groups = defaultdict(list)
    tags = apps.get_model("content", "PageTargetGroup").objects.order_by("tag_id")
    for page_id, group in tags.values_list("content_object_id", "tag_id"):
        groups[page_id].append(group)
    of_group = dict(apps.get_model("content", "TargetGroupPage").objects.values_list("pk", "group_id"))
    live = apps.get_model("content", "ContentPage").objects.filter(live=True)
    for page_id, theme, municipality in live.values_list("pk", "theme_id", "municipality_id"):
        if page_id not in labelled:
            told = {
                "theme": theme or 0,
                "groups": groups.get(page_id) or ([of_group[page_id]] if page_id in of_group else []),
                "municipality": municipality or 0,
                "ends": None,
            }
            periods.update_or_create(page_id=page_id, begins=timezone.localdate(), defaults=told)


class Migration(migrations.Migration):
    dependencies = [
        ("measurement", "0010_days_of_outcomes"),
        ("content", "0004_easy_texts_and_speeches"),
    ]

    operations = [migrations.RunPython(label_live_pages_without, migrations.RunPython.noop)]
