"""A thousand wards and fifty thousand news items: nightly, `make scale`."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from tests.builders.city import City, build_city
from tests.conftest import client_of
from tests.factories import lid
from tests.scale.pages import addresses, cold_queries
from tests.scale.test_queries import COLD
from wijkteams.models import WijkPage
from wijkteams.roles import Rol

pytestmark = [pytest.mark.django_db, pytest.mark.nightly]
ROUNDS = 7


def cms_screens(city: City) -> dict[str, str]:
    """The screens of the CMS that a city editor and a volunteer use each day."""
    ward = WijkPage.objects.get(wijk=city.wards[0])
    listing = ward.get_children().get(slug="nieuws")
    item = listing.get_children().first().get_children().first()
    return {
        "home": reverse("wagtailadmin_home"),
        "explorer of the hub": reverse("wagtailadmin_explore", args=[city.hub.pk]),
        "explorer of a ward": reverse("wagtailadmin_explore", args=[ward.pk]),
        "explorer of a year": reverse("wagtailadmin_explore", args=[item.get_parent().pk]),
        "edit": reverse("wagtailadmin_pages:edit", args=[item.pk]),
        "explorer of the hub, in order of the menu": (
            f"{reverse('wagtailadmin_explore', args=[city.hub.pk])}?ordering=ord"
        ),
        "choose a page": reverse("wagtailadmin_choose_page"),
        "choose a page of the hub": reverse("wagtailadmin_choose_page_child", args=[city.hub.pk]),
        "add a picture": reverse("wagtailimages:add"),
        "choose a picture": reverse("wagtailimages_chooser:choose"),
        "choose a document": reverse("wagtaildocs_chooser:choose"),
        "invite somebody": reverse("uitnodiging:add"),
        "teams": reverse("lidmaatschap:index"),
        "history of the site": reverse("wagtailadmin_reports:site_history"),
        "workflows": reverse("wagtailadmin_reports:workflow"),
        "users": reverse("wagtailusers_users:index"),
        "add user": reverse("wagtailusers_users:add"),
    }


def seconds(client: Client, address: str) -> float:
    """The median of a few visits, in processor time: other work on the machine does not count."""

    def once(visit: Callable[[str], object]) -> float:
        start = time.process_time()
        visit(address)
        return time.process_time() - start

    client.get(address)
    return statistics.median(once(client.get) for _round in range(ROUNDS))


def measure(city: City, client: Client) -> dict[str, float]:
    return {name: seconds(client, address) for name, address in cms_screens(city).items()}


def test_screens_of_the_cms_take_no_more_than_half_more_with_a_thousand_wards() -> None:
    # Sixty wards fill a page of the explorer: fewer rows would make any list look slow later.
    small = build_city(wards=60, news=3_000)
    admin = lid("beheer@sluisdam.example", Rol.BEHEERDER, None)
    admin.is_superuser = True
    admin.save()
    volunteer = lid("vrijwilliger@sluisdam.example", Rol.REDACTEUR, small.wards[0])
    browsers = {"city": client_of(admin), "ward": client_of(volunteer)}
    before = {who: measure(small, browser) for who, browser in browsers.items()}

    build_city(wards=940, news=47_000, seed=2)

    after = {who: measure(small, browser) for who, browser in browsers.items()}
    ratios = {
        f"{who}: {name}": after[who][name] / before[who][name]
        for who in browsers
        for name in before[who]
    }
    for name, ratio in sorted(ratios.items(), key=lambda pair: -pair[1]):
        print(f"{ratio:5.2f}  {name}")
    assert {name: round(ratio, 2) for name, ratio in ratios.items() if ratio > 1.5} == {}


def test_public_pages_cost_no_more_queries_in_a_large_city() -> None:
    city = build_city(wards=1, news=30, index=True)
    small = {name: len(cold_queries(address)) for name, address in addresses(city).items()}

    build_city(wards=999, news=49_970, seed=2, index=True)

    large = {name: len(cold_queries(address)) for name, address in addresses(city).items()}
    assert {name: number for name, number in large.items() if number > COLD} == {}
    assert {name: (small[name], n) for name, n in large.items() if n > small[name]} == {}
