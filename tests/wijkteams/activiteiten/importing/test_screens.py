"""The screens of calendars of others, tried by four people."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.core.fetching.listener import listening, said
from tests.counting import count_queries
from tests.wijkteams.activiteiten.importing.calendars import calendar, event
from wijkteams.activiteiten.importing import fetching
from wijkteams.activiteiten.importing.fetching import take_in
from wijkteams.activiteiten.models import ActiviteitPage, AgendaPage, Bron, BronActiviteit
from wijkteams.models import Wijk

NAMES = ("edit", "delete", "voorbeeld")
POSTS = ("ophalen", "kiezen")


@pytest.fixture
def bieb(haven_agenda: AgendaPage) -> Bron:
    bron = Bron.objects.create(wijk=haven_agenda.wijk, name="Bieb", address="https://b.example/")
    take_in(bron, calendar(event(), event(uid="2", title="Muziek <b>en</b> dans")))
    return bron


def url(name: str, bron: Bron) -> str:
    return reverse(f"bron:{name}", args=[bron.pk])


def add(client: Client, wijk: Wijk, **values: Any) -> Any:
    filled = {"wijk": wijk.pk, "name": "Bieb", "vertrouwen": "bekijken", "active": "on"}
    return client.post(reverse("bron:add"), filled | values, follow=True)


def file(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("agenda.ics", content, content_type="text/calendar")


@pytest.mark.parametrize("name", NAMES)
def test_editors_of_the_ward_open_the_screens(as_joris: Client, bieb: Bron, name: str) -> None:
    assert as_joris.get(url(name, bieb)).status_code == 200


@pytest.mark.parametrize("name", [*NAMES, *POSTS])
def test_others_do_not(
    client: Client, as_fatma: Client, as_wim: Client, bieb: Bron, name: str
) -> None:
    send = "post" if name in POSTS else "get"
    for browser in (as_fatma, as_wim, client):
        response = getattr(browser, send)(url(name, bieb))
        assert response.status_code in {302, 403, 404}
        assert "Bieb" not in response.content.decode()
    assert Bron.objects.count() == 1
    assert not ActiviteitPage.objects.exists()


def test_city_editors_open_them_too(as_bea: Client, bieb: Bron) -> None:
    assert as_bea.get(url("voorbeeld", bieb)).status_code == 200


def test_list_shows_only_the_own_ones(as_joris: Client, as_fatma: Client, bieb: Bron) -> None:
    assert "Bieb" in as_joris.get(reverse("bron:index")).content.decode()
    assert "Bieb" not in as_fatma.get(reverse("bron:index")).content.decode()


def test_a_file_is_read_at_once(as_joris: Client, haven: Wijk, haven_agenda: AgendaPage) -> None:
    response = add(as_joris, haven, bestand=file(calendar(event())))

    text = response.content.decode()
    assert "Voorlezen" in text
    assert "Nieuw (1)" in text
    assert not ActiviteitPage.objects.exists()


def test_a_file_of_a_trusted_source_stands_on_the_site(
    as_joris: Client, haven: Wijk, haven_agenda: AgendaPage
) -> None:
    add(as_joris, haven, bestand=file(calendar(event())), vertrouwen="plaatsen")

    assert ActiviteitPage.objects.get().live


def test_an_address_is_fetched_at_once(
    as_joris: Client, haven: Wijk, haven_agenda: AgendaPage, settings: Any
) -> None:
    with listening(said(calendar(event()))) as site:
        settings.FETCH_LOCAL_PORTS = frozenset({site.port})
        response = add(as_joris, haven, address=site.address)

    assert "Voorlezen" in response.content.decode()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "Vul een adres in, of kies een bestand."),
        ({"address": "http://bieb.example/a.ics"}, "Het adres moet met https:// beginnen."),
        ({"address": "https://a:b@bieb.example/"}, "geen naam of wachtwoord"),
        ({"address": "https://bieb.example:8443/"}, "geen eigen poort"),
        ({"address": "javascript:alert(1)"}, "geldige URL"),
        ({"address": "https://b.example/" + "a" * 600}, "500"),
        ({"bestand": b"<html>"}, "Dit is geen kalender."),
        ({"bestand": b"\x00\xff" * 1000}, "Dit is geen kalender."),
        ({"bestand": b"A" * 3_000_000}, "te groot"),
        ({"bestand": calendar(event())[:-9]}, "niet compleet"),
    ],
)
def test_what_is_wrong_stands_by_the_field(
    as_joris: Client, haven: Wijk, values: dict[str, Any], words: str
) -> None:
    if "bestand" in values:
        values = {"bestand": file(values["bestand"])}
    response = add(as_joris, haven, **values)

    assert response.status_code == 200
    assert words in response.content.decode()
    assert 'value="Bieb"' in response.content.decode()
    assert not Bron.objects.exists()


def test_an_address_for_telephones_is_taken_too(
    as_joris: Client, haven: Wijk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "ask", lambda bron: True)
    add(as_joris, haven, address="webcal://bieb.example/a.ics")

    assert Bron.objects.get().address == "https://bieb.example/a.ics"


def test_nobody_puts_a_source_in_another_ward(as_joris: Client, haven: Wijk, sluis: Wijk) -> None:
    add(as_joris, sluis, bestand=file(calendar(event())))

    assert not Bron.objects.filter(wijk=sluis).exists()


@pytest.mark.parametrize(("action", "live"), [("concept", False), ("plaatsen", True)])
def test_what_is_chosen_is_made(as_joris: Client, bieb: Bron, action: str, live: bool) -> None:
    first = bieb.gevonden.get(title="Voorlezen")

    as_joris.post(url("kiezen", bieb), {"rij": [first.pk], "actie": action})

    page = ActiviteitPage.objects.get()
    assert (page.title, page.live) == ("Voorlezen", live)
    assert page.owner is not None
    again = as_joris.post(url("kiezen", bieb), {"rij": [first.pk], "actie": action}, follow=True)
    assert "al overgenomen" in again.content.decode()
    assert ActiviteitPage.objects.count() == 1


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"rij": ["x", "-1", "9" * 40], "actie": "concept"},
        {"rij": ["1"], "actie": "verwijder alles"},
        {"actie": "concept"},
    ],
)
def test_odd_choices_do_nothing(as_joris: Client, bieb: Bron, sent: dict[str, Any]) -> None:
    response = as_joris.post(url("kiezen", bieb), sent, follow=True)

    assert response.status_code == 200
    assert not ActiviteitPage.objects.exists()


def test_rows_of_another_source_are_not_chosen_here(
    as_joris: Client, bieb: Bron, sluis_agenda: AgendaPage
) -> None:
    other = Bron.objects.create(wijk=sluis_agenda.wijk, name="Club", address="https://c.example/")
    take_in(other, calendar(event(uid="3", title="Dans")))
    pk = other.gevonden.get().pk

    as_joris.post(url("kiezen", bieb), {"rij": [pk], "actie": "plaatsen"})

    assert not ActiviteitPage.objects.exists()


def test_what_differs_is_shown_as_text(as_joris: Client, bieb: Bron) -> None:
    found = bieb.gevonden.get(title="Voorlezen")
    as_joris.post(url("kiezen", bieb), {"rij": [found.pk], "actie": "plaatsen"})
    take_in(bieb, calendar(event(title="Zingen &lt;script&gt;"), event(uid="2", title="Muziek")))

    text = as_joris.get(url("voorbeeld", bieb)).content.decode()

    assert "Veranderd bij de organisatie (1)" in text
    assert '<script>"' not in text
    assert "Zingen" in text


def test_fetching_is_asked_for_by_a_button_and_is_seen_to_go_on(
    as_joris: Client, bieb: Bron, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "fetch_source", SimpleNamespace(enqueue=lambda pk: None))

    assert as_joris.get(url("ophalen", bieb)).status_code == 405
    response = as_joris.post(url("ophalen", bieb), follow=True)

    assert "ververst vanzelf" in response.content.decode()
    assert response["Refresh"] == "3"
    again = as_joris.post(url("ophalen", bieb), follow=True)
    assert "wordt al opgehaald" in again.content.decode()


def test_looking_changes_nothing(as_joris: Client, bieb: Bron) -> None:
    before = list(BronActiviteit.objects.values())
    as_joris.get(url("voorbeeld", bieb))

    assert list(BronActiviteit.objects.values()) == before


def test_removing_a_source_leaves_its_activities(as_joris: Client, bieb: Bron) -> None:
    found = bieb.gevonden.get(title="Voorlezen")
    as_joris.post(url("kiezen", bieb), {"rij": [found.pk], "actie": "plaatsen"})

    as_joris.post(url("delete", bieb))

    assert not Bron.objects.exists()
    assert ActiviteitPage.objects.get().live


def test_queries_of_the_screen_do_not_grow(as_joris: Client, bieb: Bron) -> None:
    few = count_queries(lambda: as_joris.get(url("voorbeeld", bieb)))
    take_in(bieb, calendar(*[event(uid=str(n), title=f"Nieuw {n}") for n in range(20)]))
    many = count_queries(lambda: as_joris.get(url("voorbeeld", bieb)))

    assert few == many
