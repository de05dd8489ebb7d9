from django.db import migrations

BEFORE = "Of de tabel van de politie deze soort apart telt, moet een analist nog zeggen."
AFTER = "We weten nog niet of de politie ruzie of twist apart telt in haar tabel."


def say_plainly(apps, schema_editor):
    """Change the shipped sentence where it still stands; what an editor wrote around it stays."""
    for indicator in apps.get_model("measurement", "Indicator").objects.filter(definition__contains=BEFORE):
        indicator.definition = indicator.definition.replace(BEFORE, AFTER)
        indicator.save(update_fields=["definition"])


class Migration(migrations.Migration):
    dependencies = [("measurement", "0011_labels_of_live_pages_without")]
    operations = [migrations.RunPython(say_plainly, migrations.RunPython.noop)]
