from django.db import migrations, models

CONSENT = [
    ("niemand", "Nee, niemand is herkenbaar"),
    ("iedereen", "Ja, en iedereen vindt het goed"),
    ("ouders", "Ja, kinderen: hun ouders vinden het goed"),
    ("onzeker", "Dat weet ik nog niet"),
    ("oud", "Niet gevraagd (een foto van vroeger)"),
]


def consent(**more):
    return models.CharField(
        blank=True,
        choices=CONSENT,
        max_length=10,
        verbose_name="staan er mensen herkenbaar op?",
        **more,
    )


class Migration(migrations.Migration):
    dependencies = [("wijkteams", "0002_gezicht")]

    operations = [
        migrations.AddField(
            model_name="image",
            name="licence",
            field=models.CharField(
                blank=True,
                choices=[
                    ("zelf", "Zelf gemaakt"),
                    ("toestemming", "De maker vindt het goed"),
                    ("cc-by", "CC BY (vrij, met naam van de maker)"),
                    ("cc0", "CC0 (helemaal vrij)"),
                    ("anders", "Anders"),
                ],
                default="",
                max_length=12,
                verbose_name="mag de foto op de site?",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="image",
            name="licence_text",
            field=models.CharField(
                blank=True, default="", max_length=200, verbose_name="afspraak of bron"
            ),
            preserve_default=False,
        ),
        # What was there before anybody asked stays where it is; what comes now has no answer yet.
        migrations.AddField(
            model_name="image", name="consent", field=consent(default="oud"), preserve_default=False
        ),
        migrations.AddField(
            model_name="image",
            name="consent_by",
            field=models.CharField(
                blank=True, default="", max_length=200, verbose_name="wie vond het goed?"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="image",
            name="consent_until",
            field=models.DateField(blank=True, null=True, verbose_name="goed tot en met"),
        ),
        migrations.AddField(
            model_name="image",
            name="consent_withdrawn",
            field=models.BooleanField(
                default=False, verbose_name="iemand wil niet meer op de site"
            ),
        ),
        migrations.AddField(
            model_name="image",
            name="consent_warned_for",
            field=models.DateField(editable=False, null=True),
        ),
    ]
