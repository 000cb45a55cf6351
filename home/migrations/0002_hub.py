"""The hub's front page in Dutch, in the place of Wagtail's welcome page."""

from django.db import migrations


def make_hub(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    Locale = apps.get_model("wagtailcore", "Locale")
    HomePage = apps.get_model("home", "HomePage")

    # Wagtail's own workflow and groups rest on auth groups, which nobody here has.
    for name in ("WorkflowPage", "WorkflowTask", "Workflow", "GroupApprovalTask", "Task"):
        apps.get_model("wagtailcore", name).objects.all().delete()
    apps.get_model("auth", "Group").objects.all().delete()
    Page.objects.filter(depth=2, slug="home").delete()
    locale, _made = Locale.objects.get_or_create(language_code="nl")
    content_type, _made = ContentType.objects.get_or_create(model="homepage", app_label="home")
    hub = HomePage.objects.create(
        title="Wijkplein",
        draft_title="Wijkplein",
        slug="home",
        path="00010001",
        depth=2,
        numchild=0,
        url_path="/home/",
        locale=locale,
        content_type=content_type,
        live=True,
    )
    Page.objects.filter(depth=1).update(numchild=1)
    Site.objects.all().delete()
    Site.objects.create(
        hostname="localhost", root_page_id=hub.pk, is_default_site=True, site_name="Wijkplein"
    )


def remove_hub(apps, schema_editor):
    apps.get_model("wagtailcore", "Site").objects.all().delete()
    apps.get_model("home", "HomePage").objects.filter(slug="home").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(make_hub, remove_hub)]
