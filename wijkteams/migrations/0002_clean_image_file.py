from django.db import migrations

import core.uploads.fields
import wijkteams.models.media


class Migration(migrations.Migration):
    dependencies = [("wijkteams", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="image",
            name="file",
            field=core.uploads.fields.CleanImageField(
                height_field="height",
                storage=wijkteams.models.media.private_storage,
                upload_to=wijkteams.models.media.original_upload_to,
                verbose_name="bestand",
                width_field="width",
            ),
        ),
    ]
