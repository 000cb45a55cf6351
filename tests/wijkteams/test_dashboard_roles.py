"""The dashboard for each role: what it can do today, in honest words, at a constant price."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nieuws.models import NieuwsIndexPage
from tests.conftest import client_of
from tests.factories import lid
from wijkteams.models import Wijk
from wijkteams.roles import CITY_ROLES, WARD_ROLES, Rol
from wijkteams.services import open_ward

pytestmark = pytest.mark.django_db

WAITING = {
    Rol.INVOERDER_PAPIER: "op papier",
    Rol.PENNINGMEESTER: "Geld voor initiatieven",
}


@pytest.mark.parametrize("rol", sorted(WARD_ROLES))
def test_every_button_of_a_role_in_a_ward_leads_somewhere(rol: Rol, haven: Wijk) -> None:
    client = client_of(lid("iemand@sluisdam.example", rol, haven))

    addresses = _addresses(client)

    assert addresses
    for address in addresses:
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("rol", sorted(CITY_ROLES))
def test_every_button_of_a_role_in_the_city_leads_somewhere(rol: Rol, haven: Wijk) -> None:
    client = client_of(lid("iemand@sluisdam.example", rol, None))

    addresses = _addresses(client)

    assert len(addresses) > 5
    for address in addresses:
        assert client.get(address).status_code == 200, address


def test_who_opens_wards_is_led_to_the_chapter_about_it(as_bea: Client, as_joris: Client) -> None:
    chapter = reverse("handleiding:chapter", args=["een-wijk-openen"])

    assert chapter in as_bea.get("/beheer/").content.decode()
    assert chapter not in as_joris.get("/beheer/").content.decode()


@pytest.mark.parametrize("rol", sorted(WAITING))
def test_role_whose_work_is_still_to_come_reads_so(rol: Rol, haven: Wijk) -> None:
    client = client_of(lid("iemand@sluisdam.example", rol, haven))

    html = client.get("/beheer/").content.decode().partition('class="watdoen"')[2]

    assert WAITING[rol] in html


def test_own_drafts_are_there_to_go_on_with(
    as_wim: Client, as_joris: Client, haven_news: NieuwsIndexPage
) -> None:
    address = reverse("wagtailadmin_pages:add", args=["nieuws", "nieuwspage", haven_news.pk])
    fields = {"title": "Half verhaal", "slug": "half-verhaal", "date": "2026-03-03"}
    as_wim.post(address, {**fields, "body-count": "0"})

    assert "Half verhaal" in _drafts(as_wim)
    assert "Half verhaal" not in _drafts(as_joris)


def test_price_does_not_grow_with_the_wards(haven: Wijk, sluis: Wijk) -> None:
    user = lid("bo@sluisdam.example", Rol.WIJKBEHEERDER, haven)
    alone = _price(client_of(user))
    for number in range(6):
        lid("bo@sluisdam.example", Rol.WIJKBEHEERDER, open_ward(name=f"Wijk {number}"))

    assert _price(client_of(user)) == alone


def _price(client: Client) -> int:
    client.get("/beheer/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/beheer/")
    return len(queries)


def _addresses(client: Client) -> list[str]:
    panel = client.get("/beheer/").content.decode().partition('class="watdoen"')[2]
    parts = panel.partition("</section>")[0].split('href="')[1:]
    return [part.partition('"')[0].replace("&amp;", "&") for part in parts]


def _drafts(client: Client) -> str:
    html = client.get("/beheer/").content.decode()
    return html.partition("Ga verder met je concepten")[2].partition("Hoe werkt het?")[0]


def test_what_makes_something_stands_out_and_what_shows_something_does_not(
    as_joris: Client,
) -> None:
    html = as_joris.get("/beheer/").content.decode()
    for words, stands_out in (("Maak een enquête", True), ("Bekijk je enquêtes", False)):
        before = html.partition(f"</svg>{words}")[0]
        assert ("watdoen__knop--rustig" not in before.rpartition("<a ")[2]) is stands_out, words
