from django.db import migrations
from django.db.models import Sum
from django.utils import timezone

SHOWN = ("views", "visits", "reads")


def label_live_pages(apps, schema_editor):
    """What live pages say about themselves counts from today on; what they said before was not written down."""
    periods = apps.get_model("measurement", "PageLabelPeriod").objects
    groups = {}
    for page_id, group in apps.get_model("content", "TargetGroupPage").objects.values_list("pk", "group_id"):
        groups[page_id] = [group]
    tags = {}
    for page_id, group in (
        apps.get_model("content", "PageTargetGroup").objects.order_by("tag_id").values_list("content_object_id", "tag_id")
    ):
        tags.setdefault(page_id, []).append(group)
    live = apps.get_model("content", "ContentPage").objects.filter(live=True)
    periods.bulk_create(
        [
            periods.model(
                page_id=page_id,
                begins=timezone.localdate(),
                theme=theme or 0,
                groups=tags.get(page_id, groups.get(page_id, [])),
                municipality=municipality or 0,
            )
            for page_id, theme, municipality in live.values_list("pk", "theme_id", "municipality_id")
        ],
        batch_size=500,
        ignore_conflicts=True,
    )


def count_without_labels(apps, schema_editor):
    """Of what was counted before, nobody knows for whom it was or from where people came."""
    for counted, per_cell, per_referrer, when in (
        ("DayPage", "DayCell", "DayReferrer", "day"),
        ("MonthPage", "MonthCell", "MonthReferrer", "month"),
    ):
        cell, referrer = apps.get_model("measurement", per_cell), apps.get_model("measurement", per_referrer)
        pages = apps.get_model("measurement", counted).objects.order_by().values(when)
        rows = [row for row in pages.annotate(**{name: Sum(name) for name in SHOWN}) if row["views"]]
        cell.objects.bulk_create([cell(method="-", **row) for row in rows], batch_size=500, ignore_conflicts=True)
        referrer.objects.bulk_create(
            [referrer(referrer="onbekend", visits=row["visits"], **{when: row[when]}) for row in rows if row["visits"]],
            batch_size=500,
            ignore_conflicts=True,
        )


class Migration(migrations.Migration):
    dependencies = [
        ("measurement", "0007_cells_published_figures_attention_and_evaluation"),
        ("content", "0004_easy_texts_and_speeches"),
    ]

    operations = [
        migrations.RunPython(label_live_pages, migrations.RunPython.noop),
        migrations.RunPython(count_without_labels, migrations.RunPython.noop),
    ]
