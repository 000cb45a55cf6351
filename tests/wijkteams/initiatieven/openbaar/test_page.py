"""The page of one initiative."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories.initiatieven import initiatief
from wijkteams.initiatieven import services
from wijkteams.initiatieven.models import (
    Controle,
    HulpVraag,
    Initiatief,
    Initiatiefnemer,
    InitiatiefPage,
    Partnerrol,
    Staat,
    Update,
)
from wijkteams.models import Organisatie, Wijk


def page_of(row: Initiatief) -> InitiatiefPage:
    return InitiatiefPage.objects.get(translation_key=row.translation_key)


def read(client: Client, row: Initiatief) -> str:
    response = client.get(page_of(row).get_url())
    assert response.status_code == 200
    return response.content.decode()


def test_it_tells_what_why_where_who_and_how_far(client: Client, haven: Wijk) -> None:
    row = initiatief(haven, plaats_tekst="Sluisplein", hele_wijk=False)
    page = page_of(row)
    page.waarom, page.wie = "De winkel ging dicht.", "Acht mensen rijden."
    page.save_revision().publish()
    services.step(row.pk, Staat.BEZIG, "Vandaag reed de bus voor het eerst.")
    text = read(client, row)
    for words in (
        "Elke vrijdag samen naar de winkel.",
        "De winkel ging dicht.",
        "Acht mensen rijden.",
        "Sluisplein",
        "Bezig, sinds",
        "Dit idee staat op de site.",
        "Vandaag reed de bus voor het eerst.",
    ):
        assert words in text
    assert re.search(r'aria-current="step">\s*<span>Bezig', text)


def test_what_it_never_was_is_not_told_as_behind_it(client: Client, haven: Wijk) -> None:
    row = initiatief(haven)
    services.step(row.pk, Staat.GESTOPT, "Het water is niet schoon genoeg.")
    line = read(client, row).partition('class="state-line"')[2].partition("</ol>")[0]
    assert re.findall(r"<span>([^<]+)", line) == ["Idee", "Gestopt"]


@pytest.mark.parametrize("staat", Staat.values)
def test_each_state_stands_in_the_line(client: Client, haven: Wijk, staat: str) -> None:
    text = read(client, initiatief(haven, staat=staat))
    assert re.search(rf'aria-current="step">\s*<span>{Staat(staat).label}', text)


def test_only_names_of_who_agreed_and_said_yes(client: Client, haven: Wijk) -> None:
    row = initiatief(haven)
    now = timezone.now()
    people: dict[str, dict[str, Any]] = {
        "Ria Open": {"naam_openbaar": True, "bevestigd_op": now},
        "Desmond Dicht": {"naam_openbaar": False, "bevestigd_op": now},
        "Fatma Stil": {"naam_openbaar": True},
        "Joop Weg": {"naam_openbaar": True, "bevestigd_op": now, "gestopt_op": now},
    }
    for name, fields in people.items():
        Initiatiefnemer.objects.create(
            initiatief=row, name=name, email="geheim@voorbeeld.example", **fields
        )
    text = read(client, row)
    assert "Ria Open" in text
    for hidden in ("Desmond", "Fatma", "Joop", "geheim@"):
        assert hidden not in text


def test_partners_with_what_they_do_but_none_that_is_not_on_the_site(
    client: Client, haven: Wijk
) -> None:
    row = initiatief(haven)
    for name, public in (("Supermarkt Van Dam", True), ("Stille Stichting", False)):
        Partnerrol.objects.create(
            initiatief=row,
            organisatie=Organisatie.objects.create(name=name, wijk=haven, is_openbaar=public),
            rol=f"{name} betaalt de bus",
        )
    text = read(client, row)
    assert "Supermarkt Van Dam betaalt de bus" in text
    assert "Stille" not in text


def test_needs_and_updates_stand_on_it_and_no_form_does(client: Client, haven: Wijk) -> None:
    row = initiatief(haven)
    HulpVraag.objects.create(
        initiatief=row, soort="mensen", titel="Chauffeur", aantal=8, elders_gevonden=3
    )
    now = timezone.now()
    Update.objects.create(
        initiatief=row, tekst="De bus zit vol.", controle=Controle.AKKOORD, geplaatst_op=now
    )
    Update.objects.create(initiatief=row, tekst="Nog niet bekeken.")
    text = read(client, row)
    assert "3 van 8 gevonden" in text
    assert "De bus zit vol." in text
    assert "Nog niet bekeken." not in text
    assert 'method="post"' not in text


def test_support_of_the_ward_stands_apart(client: Client, haven: Wijk) -> None:
    row = initiatief(
        haven, aantal_steun=10, aantal_steun_wijk=6, aantal_papier=5, aantal_papier_wijk=4
    )
    text = " ".join(read(client, row).split())
    assert re.search(r"\b10\b", text)
    assert re.search(r"\b5\b", text)


def test_what_was_merged_stays_readable_and_leads_on(client: Client, haven: Wijk) -> None:
    source, into = initiatief(haven, title="Kleine bus"), initiatief(haven, title="Grote bus")
    source.samengevoegd_in = into
    source.save()
    text, whole = read(client, source), page_of(into).get_url()
    assert "Elke vrijdag samen naar de winkel." in text
    assert f'href="{whole}"' in text
    assert 'class="state-line"' not in text  # nothing more comes here
    assert 'class="state-line"' in read(client, into)
    assert 'name="robots" content="noindex"' in text
    assert re.search(rf'rel="canonical" href="[^"]*{whole}"', text)
    assert f'href="{page_of(source).get_url()}"' in read(client, into)


def test_who_copied_it_and_from_whom(client: Client, haven: Wijk, sluis: Wijk) -> None:
    first = initiatief(haven, title="De eerste bus")
    copy = initiatief(sluis, title="De tweede bus", recept_van=first)
    assert "De eerste bus" in read(client, copy)
    assert f'href="{page_of(copy).get_url()}"' in read(client, first)
    page_of(copy).unpublish()
    assert "oude-sluis/initiatieven" not in read(client, first)


def test_search_engines_read_what_it_is_without_names(client: Client, haven: Wijk) -> None:
    row = initiatief(haven, latitude=52.01, longitude=4.71, plaats_tekst="Sluisplein")
    Initiatiefnemer.objects.create(
        initiatief=row, name="Ria Open", naam_openbaar=True, bevestigd_op=timezone.now()
    )
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', read(client, row))
    assert found is not None
    graph = json.loads(found[1])["@graph"]
    project = next(one for one in graph if one["@type"] == "Project")
    assert project["name"] == "Boodschappenbus"
    assert project["location"]["name"] == "Sluisplein"
    assert "Ria" not in found[1]


def test_it_asks_as_much_with_much_on_it_as_with_little(client: Client, haven: Wijk) -> None:
    row = initiatief(haven)

    def add() -> None:
        HulpVraag.objects.create(initiatief=row, soort="mensen", titel="Rijden")
        Update.objects.create(
            initiatief=row, tekst="Ja", controle=Controle.AKKOORD, geplaatst_op=timezone.now()
        )
        partner = Organisatie.objects.create(name="Winkel", wijk=haven)
        Partnerrol.objects.create(initiatief=row, organisatie=partner, rol="Betaalt")
        initiatief(haven, title="Kopie", recept_van=row)
        initiatief(haven, title="Bron", samengevoegd_in=row)

    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            read(client, row)
        return len(asked)

    add()
    few = count()
    for _number in range(4):
        add()
    assert count() == few


def test_a_page_that_was_never_published_can_be_looked_at(haven: Wijk, joris: Any) -> None:
    row = initiatief(haven)
    page = page_of(row)
    row.delete()
    assert page.make_preview_request(preview_mode="").status_code == 200
