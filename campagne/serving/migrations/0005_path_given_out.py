from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("serving", "0004_generation_of_a_day")]

    operations = [
        migrations.RenameField("givenout", "address", "path"),
        migrations.AlterField(
            "givenout",
            "path",
            models.CharField(help_text="Het adres van de pagina, zonder wie het vroeg.", max_length=500, verbose_name="pad"),
        ),
    ]
