from django.db import migrations
from django.db.models import Sum


def count_without_entrance(apps, schema_editor):
    """There were no entrances yet, so every visit that was counted came along none."""
    for counted, per_entrance, when in (("DayPage", "DayEntrance", "day"), ("MonthPage", "MonthEntrance", "month")):
        model = apps.get_model("measurement", per_entrance)
        rows = apps.get_model("measurement", counted).objects.order_by().values(when).annotate(visits=Sum("visits"))
        model.objects.bulk_create(
            [model(entrance=0, **row) for row in rows if row["visits"]], batch_size=500, ignore_conflicts=True
        )


class Migration(migrations.Migration):
    dependencies = [("measurement", "0003_official_figures_entrances_and_events")]

    operations = [migrations.RunPython(count_without_entrance, migrations.RunPython.noop)]
