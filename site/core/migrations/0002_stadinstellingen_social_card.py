from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="stadinstellingen",
            name="social_card",
            field=models.CharField(blank=True, editable=False, max_length=120),
        ),
    ]
