from django.db import migrations, models


def name_the_changes_so_far(apps, schema_editor):
    """Until now other words in the question stayed in the series, and anything else began a new one."""
    OptionVersion, QuestionVersion = (apps.get_model("quiz", name) for name in ("OptionVersion", "QuestionVersion"))
    OptionVersion.objects.filter(is_right=True).update(was_right=True)
    earlier = QuestionVersion.objects.filter(question=models.OuterRef("question"), pk__lt=models.OuterRef("pk"))
    later = QuestionVersion.objects.filter(models.Exists(earlier))
    later.filter(number=1).update(change="substantive")
    later.exclude(number=1).update(change="cosmetic")


class Migration(migrations.Migration):

    dependencies = [("quiz", "0002_kinds_of_change")]

    operations = [migrations.RunPython(name_the_changes_so_far, migrations.RunPython.noop)]
