"""Screens of the CMS that grow with the city when nobody pays attention."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from home.models import HomePage
from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.bench.inside.building import EDITOR, ordinary_ward
from tests.bench.inside.measuring import browser, counted, manager, timed, visit
from wijkteams.models import WijkPage


def screens() -> dict[str, str]:
    """The screens, by the name that the report gives them."""
    hub = HomePage.objects.order_by("pk")[0]
    ward = WijkPage.objects.get(wijk=ordinary_ward())
    listing = NieuwsIndexPage.objects.get(wijk=ward.wijk)
    item = NieuwsPage.objects.filter(wijk=ward.wijk).order_by("-date", "-pk")[0]
    chooser = reverse("wagtailadmin_choose_page")
    return {
        "startscherm": reverse("wagtailadmin_home"),
        "verkenner van de stad": reverse("wagtailadmin_explore", args=[hub.pk]),
        "verkenner van een wijk": reverse("wagtailadmin_explore", args=[ward.pk]),
        "verkenner van een jaar": reverse("wagtailadmin_explore", args=[item.get_parent().pk]),
        "een bericht bewerken": reverse("wagtailadmin_pages:edit", args=[item.pk]),
        "pagina kiezen": chooser,
        "pagina kiezen, in de stad": reverse("wagtailadmin_choose_page_child", args=[hub.pk]),
        "pagina kiezen, in een lijst": reverse("wagtailadmin_choose_page_child", args=[listing.pk]),
        "pagina kiezen, zoeken": reverse("wagtailadmin_choose_page_search") + "?q=speeltuin",
        "zoeken in het beheer": reverse("wagtailadmin_pages:search") + "?q=speeltuin",
        "lijst van wijken": reverse("wijk:index"),
    }


def screen(address: str, city: bool, times: int) -> dict[str, Any]:
    """One screen, a few times: of the city's manager, or of an editor of one ward."""
    client = manager() if city else browser(EDITOR)
    first = client.get(address)
    if first.status_code == 302 and not city:
        return {}  # a screen that only the city has
    with counted() as queries:
        visit(client, address)
    found: dict[str, Any] = {"queries": len(queries), "wall_ms": [], "cpu_ms": []}
    for _time in range(times):
        _response, wall, cpu = timed(lambda: visit(client, address))
        found["wall_ms"].append(wall)
        found["cpu_ms"].append(cpu)
    return found


JOBS = {"screens": screens, "screen": screen}
