"""The city says who is responsible for personal data."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("core", "0005_inzage")]

    operations = [
        migrations.AddField(
            model_name="stadinstellingen",
            name="privacy_text",
            field=models.TextField(blank=True, default="", help_text="Staat boven aan de privacypagina. Bijvoorbeeld: 'De gemeente Sluisdam is verantwoordelijk. De wijkteams werken met de gegevens namens de gemeente.'", max_length=1000, verbose_name="wie is verantwoordelijk voor persoonsgegevens"),
            preserve_default=False,
        ),
    ]
