import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("enquetes", "0004_uitnodigen_en_bewaren")]

    operations = [
        migrations.AddField(
            model_name="enquetepage",
            name="vorige",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="enquetes.enquete",
                verbose_name="vergelijken met",
            ),
        ),
    ]
