"""The first thing a volunteer sees in the CMS: what they came for, and nothing of other wards."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from nieuws.models import NieuwsIndexPage
from tests.conftest import client_of
from tests.factories import lid
from wijkteams.models import Wijk
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db


def test_editor_finds_the_button_for_news_of_the_own_ward(as_joris: Client, sluis: Wijk) -> None:
    html = as_joris.get("/beheer/").content.decode()

    assert "Wat wil je doen?" in html
    assert "Schrijf een nieuwsbericht" in html
    assert "Havenkwartier" in html
    assert "Oude Sluis" not in html


def test_button_for_news_opens_the_form(as_wim: Client, haven: Wijk) -> None:
    html = as_wim.get("/beheer/").content.decode()
    address = html.split("Schrijf een nieuwsbericht")[0].rpartition('href="')[2].partition('"')[0]

    assert as_wim.get(address).status_code == 200


def test_who_may_not_write_gets_no_button_for_it(haven: Wijk) -> None:
    moderator = client_of(lid("mo@sluisdam.example", Rol.MODERATOR, haven))

    html = moderator.get("/beheer/").content.decode()

    assert "Bekijk de wijkpagina" in html
    assert "Schrijf een nieuwsbericht" not in html


def test_only_the_city_opens_wards(as_bea: Client, as_joris: Client) -> None:
    assert "Open een nieuwe wijk" in as_bea.get("/beheer/").content.decode()
    assert "Open een nieuwe wijk" not in as_joris.get("/beheer/").content.decode()


def test_cms_loads_nothing_from_other_hosts(as_joris: Client) -> None:
    html = as_joris.get("/beheer/").content.decode()

    assert 'src="http' not in html
    assert "guide.wagtail.org" not in html


def test_publish_is_the_first_button_for_who_may(
    as_joris: Client, as_wim: Client, haven_news: NieuwsIndexPage
) -> None:
    def footer(client: Client) -> str:
        address = reverse("wagtailadmin_pages:add", args=["nieuws", "nieuwspage", haven_news.pk])
        return client.get(address).content.decode().partition("<footer")[2]

    editor, writer = footer(as_joris), footer(as_wim)

    assert 0 < editor.index("Publiceren") < editor.index("Bewaar concept")
    assert "Publiceren" not in writer
