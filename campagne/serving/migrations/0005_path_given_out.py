from django.db import migrations, models

NAME = "a_day_counts_an_address_of_a_page_once"


class Migration(migrations.Migration):
    dependencies = [("serving", "0004_generation_of_a_day")]

    operations = [
        migrations.RemoveConstraint("givenout", NAME),
        migrations.RenameField("givenout", "address", "path"),
        migrations.AlterField(
            "givenout",
            "path",
            models.CharField(help_text="Het adres van de pagina, zonder wie het vroeg.", max_length=500, verbose_name="pad"),
        ),
        migrations.AddConstraint("givenout", models.UniqueConstraint(fields=["day", "path", "page_id"], name=NAME)),
    ]
