"""The statement says how far the site is, what is missing and whom to tell (L1, R-18)."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from core.models import StadInstellingen
from home.demo.city import _add_page
from home.models import HomePage, ToegankelijkheidPage
from tests.conftest import client_of
from tests.factories import lid
from wijkteams.models import TekstPage
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def statement(hub: HomePage) -> ToegankelijkheidPage:
    """A statement with one time of looking and one thing that is not good."""
    StadInstellingen.objects.update(contact_email="stad@sluisdam.example")
    gap = {"what": "Oude pdf's", "effect": "Voorlezen", "instead": "Bel", "planned": "2027-06-01"}
    seen = {"how": "met axe", "what": "alles", "date": "2026-11-22", "result": "Geen fouten."}
    made: ToegankelijkheidPage = hub.add_child(
        instance=ToegankelijkheidPage(
            title="Toegankelijkheid",
            slug="toegankelijkheid",
            status="B",
            scope="Alle pagina's",
            complaint="Ga naar de ombudsman.",
            signed_on="2026-11-22",
            signed_as="stadsredactie",
            gaps=json.dumps([{"type": "gebrek", "value": gap}]),
            research=json.dumps([{"type": "onderzoek", "value": seen}]),
        )
    )
    return made


def test_page_shows_all_parts_of_the_model_statement(
    statement: ToegankelijkheidPage, client: Client
) -> None:
    html = client.get("/toegankelijkheid/").content.decode()

    for part in (
        "voldoet gedeeltelijk",
        "Alle pagina&#x27;s",
        "WCAG 2.2",
        "met axe",
        "Oude pdf",
        "1 juni 2027",
        "binnen 3 werkdagen",
        "stad@sluisdam.example",
        "ombudsman",
        "22 november 2026",
    ):
        assert part in html, part


def test_gap_without_a_date_says_so(statement: ToegankelijkheidPage, client: Client) -> None:
    gap = {"what": "Kaart", "effect": "Zien", "instead": "Lijst", "planned": None}
    statement.gaps = json.dumps([{"type": "gebrek", "value": gap}])
    statement.save()

    assert "Daar is nog geen datum voor" in client.get("/toegankelijkheid/").content.decode()


def test_every_page_leads_there(statement: ToegankelijkheidPage, client: Client) -> None:
    assert 'href="/toegankelijkheid/"' in client.get("/").content.decode()


def test_city_edits_it_and_a_ward_does_not(
    statement: ToegankelijkheidPage, as_bea: Client, as_joris: Client
) -> None:
    url = f"/beheer/pages/{statement.pk}/edit/"

    assert "nog niet goed" in as_bea.get(url).content.decode()
    assert as_joris.get(url).status_code != 200


def test_free_page_that_stands_there_keeps_working(hub: HomePage, client: Client) -> None:
    hub.add_child(instance=TekstPage(title="Toegankelijkheid", slug="toegankelijkheid"))

    assert client.get("/toegankelijkheid/").status_code == 200
    assert 'href="/toegankelijkheid/"' in client.get("/").content.decode()


def test_there_is_one_of_them(statement: ToegankelijkheidPage, hub: HomePage) -> None:
    assert not ToegankelijkheidPage.can_create_at(hub)


def test_example_of_the_demo_says_honestly_what_was_not_tried(
    hub: HomePage, client: Client
) -> None:
    import tomllib
    from datetime import date
    from pathlib import Path

    import home.demo
    from wijkteams.demo import DemoPictures

    words = Path(home.demo.__file__).parent / "words/nl.toml"
    pages: list[dict[str, Any]] = tomllib.loads(words.read_text())["page"]
    (data,) = [page for page in pages if page["slug"] == "toegankelijkheid"]

    _add_page(hub, data, DemoPictures(), date(2026, 11, 22))

    html = client.get("/toegankelijkheid/").content.decode()
    assert "Niet geprobeerd met een voorleesprogramma" in html
    assert client_of(lid("bo@sluisdam.example", Rol.BEHEERDER, None)).get("/beheer/").status_code
