from django.db import migrations, models


def write_patterns(apps, schema_editor):
    """Write down what was answered before patterns were kept; until here no question asked for an order."""
    response = apps.get_model("quiz", "Response")
    choice = apps.get_model("quiz", "ResponseChoice")
    response.objects.exclude(state="answered").update(pattern=models.F("state"))
    places = {}
    chosen = choice.objects.order_by("option__order").values_list("response", "option__order")
    for pk, place in chosen.iterator(chunk_size=2000):
        places.setdefault(pk, []).append(str(place))
    by_pattern = {}
    for pk, found in places.items():
        by_pattern.setdefault("+".join(found), []).append(pk)
    for pattern, pks in by_pattern.items():
        for first in range(0, len(pks), 500):
            response.objects.filter(pk__in=pks[first : first + 500]).update(pattern=pattern)


class Migration(migrations.Migration):

    dependencies = [
        ('quiz', '0004_quiz_as_an_instrument'),
    ]

    operations = [
        migrations.RunPython(write_patterns, migrations.RunPython.noop, elidable=True),
    ]
