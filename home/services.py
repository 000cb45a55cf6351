"""What can be done with the city as a whole."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Site, Workflow, WorkflowPage, WorkflowTask

from core.models import BasePage, StadInstellingen
from enquetes.section import build as build_surveys
from home.models import HomePage
from nieuws.abonnees.lijsten import ensure_lists
from nieuws.models import NieuwsIndexPage
from nieuws.section import build_city_newsletters
from wijkteams.activiteiten.section import build_for_hub
from wijkteams.initiatieven.section import build as build_initiatives
from wijkteams.models import WijkApprovalTask
from wijkteams.signalen.section import build as build_signals


@transaction.atomic
def open_city(*, stad: str = "") -> HomePage:
    """Make what every city has: the hub's lists, the workflow, its name. Repeatable."""
    site = Site.objects.select_related("root_page").get(is_default_site=True)
    hub: HomePage = site.root_page.specific
    for section in _sections():
        if not type(section).objects.child_of(hub).exists():
            section.locale = hub.locale
            section.first_published_at = section.last_published_at = timezone.now()
            hub.add_child(instance=section)
    if stad:
        settings = StadInstellingen.for_site(site)
        settings.stad = stad
        settings.save()
    attach_workflow()
    ensure_lists()
    return HomePage.objects.get(pk=hub.pk)


def _news_list() -> NieuwsIndexPage:
    return NieuwsIndexPage(
        title=_("Nieuws"),
        slug="nieuws",
        show_in_menus=True,
        summary=_("Het nieuws uit alle wijken van de stad."),
    )


def _sections() -> list[BasePage]:
    """What stands in the menu of the city, in its order."""
    return [
        _news_list(),
        build_for_hub(),
        build_city_newsletters(),
        build_surveys(None),
        build_initiatives(None),
        build_signals(None),
    ]


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
