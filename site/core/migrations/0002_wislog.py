from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Wislog",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="wanneer")),
                ("processing", models.SlugField(max_length=60, verbose_name="verwerking")),
                ("count", models.PositiveIntegerField(verbose_name="aantal")),
            ],
            options={
                "verbose_name": "wislog",
                "verbose_name_plural": "wislog",
                "ordering": ["-pk"],
            },
        ),
    ]
