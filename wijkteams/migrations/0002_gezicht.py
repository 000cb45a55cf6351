import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("wijkteams", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Gezicht",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("icon", models.CharField(max_length=120, verbose_name="pictogram")),
                (
                    "small_icon",
                    models.CharField(max_length=120, verbose_name="pictogram van 32 beeldpunten"),
                ),
                (
                    "touch_icon",
                    models.CharField(max_length=120, verbose_name="pictogram van 180 beeldpunten"),
                ),
                ("card", models.CharField(max_length=120, verbose_name="deelkaart")),
                ("source_hash", models.CharField(editable=False, max_length=64)),
                (
                    "wijk",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="gezicht",
                        to="wijkteams.wijk",
                    ),
                ),
            ],
            options={
                "verbose_name": "gezicht",
                "verbose_name_plural": "gezichten",
                "ordering": ["pk"],
            },
        ),
    ]
