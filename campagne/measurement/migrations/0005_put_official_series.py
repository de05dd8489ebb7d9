from django.db import migrations

from campagne.measurement.official.placing import put_official_series


def put(apps, schema_editor):
    """Give every region the areas, indicators and goals of the policy note; no figures."""
    put_official_series(apps.get_model)


class Migration(migrations.Migration):
    dependencies = [
        ("measurement", "0004_visits_of_before_came_along_no_entrance"),
        ("doelgroepen", "0001_initial"),
    ]
    operations = [migrations.RunPython(put, migrations.RunPython.noop)]
