import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("content", "0003_instructions_for_incidents"),
        ("guided", "0007_wrong_codes_in_one_row"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.AlterField(
            model_name="guidedsession",
            name="module",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="guided_sessions",
                to="content.modulepage",
                verbose_name="module",
            ),
        ),
        migrations.AlterField(
            model_name="guidedsession",
            name="module_revision",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="wagtailcore.revision",
                verbose_name="versie van de les",
            ),
        ),
    ]
