"""What can be done with the city as a whole."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Site, Workflow, WorkflowPage, WorkflowTask

from core.models import StadInstellingen
from home.models import HomePage
from nieuws.models import NieuwsIndexPage
from wijkteams.models import WijkApprovalTask


@transaction.atomic
def open_city(*, stad: str = "") -> HomePage:
    """Make what every city has: the hub's news list, the workflow, its name. Repeatable."""
    site = Site.objects.select_related("root_page").get(is_default_site=True)
    hub: HomePage = site.root_page.specific
    if not NieuwsIndexPage.objects.child_of(hub).exists():
        now = timezone.now()
        hub.add_child(
            instance=NieuwsIndexPage(
                title=_("Nieuws"),
                slug="nieuws",
                show_in_menus=True,
                summary=_("Het nieuws uit alle wijken van de stad."),
                locale=hub.locale,
                first_published_at=now,
                last_published_at=now,
            )
        )
    if stad:
        settings = StadInstellingen.for_site(site)
        settings.stad = stad
        settings.save()
    attach_workflow()
    return HomePage.objects.get(pk=hub.pk)


def attach_workflow() -> None:
    """Let whoever may publish in the ward look at what a writer made, in every language."""
    workflow = Workflow.objects.filter(
        workflow_tasks__task__in=WijkApprovalTask.objects.all()
    ).first()
    if workflow is None:
        workflow = Workflow.objects.create(name=_("Iemand uit de wijk leest mee"))
        task = WijkApprovalTask.objects.create(name=_("Meelezen in de wijk"))
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for hub in HomePage.objects.all():
        WorkflowPage.objects.get_or_create(page_id=hub.pk, defaults={"workflow": workflow})
