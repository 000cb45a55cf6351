from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("signalen", "0005_opvolging_alleen_melder")]

    operations = [
        migrations.AddField(
            model_name="medemelder",
            name="language",
            field=models.CharField(default="nl", max_length=10),
        ),
    ]
