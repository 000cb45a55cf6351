"""Who took data out of the site (Inzage), and who stood in it (InzagePersoon)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("core", "0004_log_in_safely"),
        ("wijkteams", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Inzage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="wanneer")),
                ("kind", models.CharField(choices=[("opgezocht", "Iemand opgezocht"), ("meegegeven", "Gegevens van iemand meegegeven"), ("gewist", "Iemand gewist"), ("lijst", "Lijst gedownload")], max_length=20, verbose_name="wat")),
                ("subject", models.CharField(blank=True, max_length=120, verbose_name="welke lijst")),
                ("rows", models.PositiveIntegerField(default=0, verbose_name="aantal regels")),
                ("user", models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="wie")),
                ("wijken", models.ManyToManyField(related_name="+", to="wijkteams.wijk", verbose_name="wijken")),
            ],
            options={"verbose_name": "inzage", "verbose_name_plural": "inzage", "ordering": ["-pk"]},
        ),
        migrations.CreateModel(
            name="InzagePersoon",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("who", models.CharField(db_index=True, max_length=64)),
                ("inzage", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="people", to="core.inzage")),
            ],
            options={
                "verbose_name": "persoon in een lijst",
                "verbose_name_plural": "personen in een lijst",
                "constraints": [models.UniqueConstraint(fields=("inzage", "who"), name="inzagepersoon_once")],
            },
        ),
    ]
