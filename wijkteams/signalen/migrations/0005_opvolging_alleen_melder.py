from django.db import migrations, models


def mark_confidential(apps, schema_editor):
    """What was said of a confidential signal was said to who told it alone."""
    steps = apps.get_model("signalen", "Opvolging").objects.using(schema_editor.connection.alias)
    signals = apps.get_model("signalen", "Signaal").objects.using(schema_editor.connection.alias)
    secret = signals.filter(klasse="vertrouwelijk").values("pk")
    steps.filter(signaal__in=secret).update(alleen_melder=True)


class Migration(migrations.Migration):
    dependencies = [("signalen", "0004_signaaldossier")]

    operations = [
        migrations.AddField(
            model_name="opvolging",
            name="alleen_melder",
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(mark_confidential, migrations.RunPython.noop, elidable=True),
    ]
