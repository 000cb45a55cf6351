from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("activiteiten", "0003_voorop")]

    operations = [
        migrations.AddField(
            model_name="keer",
            name="dropped",
            field=models.BooleanField(default=False, editable=False),
        )
    ]
