"""From one ward to another, in the head of a ward's pages."""

from __future__ import annotations

import pytest
from django.test import Client

from home.models import HomePage
from tests.counting import count_queries
from tests.factories.wards import ward
from wijkteams.models import Wijk
from wijkteams.switch import MOST_WARDS

pytestmark = pytest.mark.django_db


def switch_of(path: str) -> str:
    """The part of a page's head that leads to other wards."""
    html = Client().get(path).content.decode()
    return html.partition('<details class="ward-switch">')[2].partition("</details>")[0]


def test_a_small_city_lists_its_wards_and_says_which_one_this_is(haven: Wijk, sluis: Wijk) -> None:
    found = switch_of("/havenkwartier/")

    assert 'href="/oude-sluis/"' in found
    current = found.partition('href="/havenkwartier/"')[2].partition(">")[0]
    assert "aria-current" in current


def test_a_large_city_offers_the_finder_instead(hub: HomePage, haven: Wijk) -> None:
    for number in range(MOST_WARDS):
        ward(f"Wijk {number}")

    found = switch_of("/havenkwartier/")

    assert 'name="q"' in found
    assert "/wijk-3/" not in found
    assert 'href="/wijken/"' in found


def test_a_new_name_is_there_at_once(
    haven: Wijk, sluis: Wijk, django_capture_on_commit_callbacks: object
) -> None:
    switch_of("/havenkwartier/")

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        page = sluis.pages.get()
        page.title = "Aan de Sluis"
        page.save()

    assert "Aan de Sluis" in switch_of("/havenkwartier/")


def test_a_ward_that_became_private_is_gone_at_once(
    haven: Wijk, sluis: Wijk, django_capture_on_commit_callbacks: object
) -> None:
    switch_of("/havenkwartier/")

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        sluis.pages.get().unpublish()

    assert "/oude-sluis/" not in switch_of("/havenkwartier/")


def test_the_hub_has_no_switch(haven: Wijk) -> None:
    assert switch_of("/") == ""


def test_more_wards_cost_no_more_queries(haven: Wijk) -> None:
    client = Client()
    few = count_queries(lambda: client.get("/havenkwartier/"))
    for number in range(MOST_WARDS + 3):
        ward(f"Wijk {number}")

    assert count_queries(lambda: client.get("/havenkwartier/")) <= few
