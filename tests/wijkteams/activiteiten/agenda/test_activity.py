"""The page of an activity, and of one time of it."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone

from tests.factories.activiteiten import activiteit_page, next_monday, weekly
from wijkteams.activiteiten.models import Activiteit, ActiviteitPage, AgendaPage, Keer, Locatie

pytestmark = pytest.mark.django_db


def shown(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def words(html: str) -> str:
    main = html[html.index("<main") : html.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def keren(page: ActiviteitPage) -> list[Keer]:
    return list(Activiteit.objects.of_page(page).get().keren.order_by("starts_at"))


def in_graph(html: str, kind: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert found
    things = json.loads(found[1])["@graph"]
    return next(thing for thing in things if thing["@type"] == kind)


def test_it_tells_what_one_needs_to_come(client: Client, haven_agenda: AgendaPage) -> None:
    place = Locatie.objects.create(
        name="De Brug",
        street="Kadeweg 12",
        wheelchair=Locatie.Toegang.GOED,
        toilet="Er is een wc voor rolstoelen.",
        transport="Bus 4 stopt voor de deur.",
    )
    page = activiteit_page(
        haven_agenda,
        locatie=place,
        place_note="Grote zaal",
        bring="Een schep",
        contact_phone="0500 12 34 07",
        contact_email="vraag@sluisdam.example",
        talen=["nl", "ar"],
        age_from=4,
        age_until=10,
        help_available="Iemand haalt u op.",
    )

    told = words(shown(client, page.get_url()))

    for text in (
        "van 10.00 tot 12.00 uur",
        "De Brug Grote zaal Kadeweg 12",
        "Gratis",
        "Van 4 tot en met 10 jaar.",
        "Zonder drempels Er is een wc voor rolstoelen. Iemand haalt u op.",
        "Bus 4 stopt voor de deur.",
        "Nederlands, Arabisch",
        "Een schep",
        "0500 12 34 07",
        "vraag@sluisdam.example",
    ):
        assert text.lower() in told.lower()


def test_a_series_tells_the_next_time_and_those_after_it(
    client: Client, haven_agenda: AgendaPage
) -> None:
    page = activiteit_page(haven_agenda, rule=weekly())

    html = shown(client, page.get_url())

    assert "Daarna elke maandag." in words(html)
    for keer in keren(page)[:8]:
        assert f'href="{page.get_url()}{keer.slug}/"' in html


def test_the_next_time_is_one_that_takes_place(client: Client, haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda, rule=weekly())
    first, second = keren(page)[:2]
    Keer.objects.filter(pk=first.pk).update(cancelled_at=timezone.now())

    html = shown(client, page.get_url())

    assert in_graph(html, "Event")["startDate"][:10] == second.slug
    assert "Gaat niet door" in words(html)


def test_a_time_that_is_off_says_so_and_why(client: Client, haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda, rule=weekly())
    keer = keren(page)[1]
    Keer.objects.filter(pk=keer.pk).update(
        cancelled_at=timezone.now(), cancel_reason="De zaal is onder water gelopen."
    )

    html = shown(client, f"{page.get_url()}{keer.slug}/")

    assert "De zaal is onder water gelopen." in words(html)
    assert "Bekijk wanneer het wel is" in words(html)
    assert in_graph(html, "Event")["eventStatus"] == "https://schema.org/EventCancelled"


def test_a_time_has_its_own_note_title_and_address(
    client: Client, haven_agenda: AgendaPage
) -> None:
    page = activiteit_page(haven_agenda, "Koken", rule=weekly())
    keer = keren(page)[1]
    Keer.objects.filter(pk=keer.pk).update(note="Deze keer koken we Syrisch.")
    address = f"{page.get_url()}{keer.slug}/"

    html = shown(client, address)

    assert "Deze keer koken we Syrisch." in words(html)
    assert re.search(rf'rel="canonical" href="[^"]+{re.escape(address)}"', html)
    assert in_graph(html, "Event")["url"].endswith(address)
    title = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
    assert title
    assert "Koken, maandag" in title[1]


def test_what_is_once_has_one_address_that_counts(client: Client, haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda)

    html = shown(client, f"{page.get_url()}{keren(page)[0].slug}/")

    assert re.search(rf'rel="canonical" href="[^"]+{re.escape(page.get_url() or "")}"', html)


def test_afterwards_it_tells_how_it_was(client: Client, haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda, start=next_monday() - timedelta(days=21))
    Keer.objects.update(visitors=25, opbrengst="Acht buren onderhouden de perkjes.")

    told = words(shown(client, page.get_url()))

    assert "Dit is voorbij" in told
    assert "Er waren 25 bezoekers." in told
    assert "Acht buren onderhouden de perkjes." in told


def test_visitors_are_not_told_before_it_was(client: Client, haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda)
    Keer.objects.update(visitors=25)

    assert "25 bezoekers" not in words(shown(client, page.get_url()))


def test_signing_up_is_a_link_and_no_form(client: Client, haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda, inschrijving="beperkt", capacity=6)

    html = shown(client, page.get_url())

    assert "Nog 6 plekken" in words(html)
    assert 'method="post"' not in html.lower()
    assert re.search(r'href="/havenkwartier/agenda/[^"]+/aanmelden/"', html)


def test_without_signing_up_one_just_walks_in(client: Client, haven_agenda: AgendaPage) -> None:
    html = shown(client, activiteit_page(haven_agenda).get_url() or "")

    assert "Gewoon binnenlopen" in words(html)
    assert "/aanmelden/" not in html


def test_an_evening_tells_its_points(client: Client, haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda, soort="bewonersavond")
    page.stukken = [("punt", {"title": "Verkeer", "decision": "Twee drempels.", "document": None})]
    page.save()

    told = words(shown(client, page.get_url()))

    assert "Waar praten we over?" in told
    assert "Verkeer" in told
    assert "Twee drempels." in told


def test_a_walk_tells_its_stops(client: Client, haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda, soort="wijkschouw")
    stop = {"name": "Hoek Loodsweg", "look_at": "Lampen", "latitude": 52.0, "longitude": 4.0}
    page.looproute = [("stop", stop), ("stop", {**stop, "name": "Brug", "latitude": None})]
    page.save()

    told = words(shown(client, page.get_url()))

    assert "Hoek Loodsweg Lampen" in told
    assert "Brug" in told


def test_search_engines_read_an_event(client: Client, haven_agenda: AgendaPage) -> None:
    place = Locatie.objects.create(name="De Brug", street="Kadeweg 12", city="Sluisdam")
    page = activiteit_page(haven_agenda, "Koffie", locatie=place)

    event = in_graph(shown(client, page.get_url()), "Event")

    assert event["name"] == "Koffie"
    assert re.fullmatch(r".+T10:00:00\+0[12]:00", event["startDate"])
    assert event["location"][0]["address"]["streetAddress"] == "Kadeweg 12"
    assert event["offers"]["price"] == 0
    assert event["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert event["organizer"]["name"] == "Havenkwartier"


def test_a_draft_can_be_looked_at_before_it_was_published(
    rf: RequestFactory, haven_agenda: AgendaPage
) -> None:
    page = ActiviteitPage(
        title="Nog niet af",
        slug="nog-niet-af",
        locale=haven_agenda.locale,
        starts_at=timezone.make_aware(next_monday()),
        ends_at=timezone.make_aware(next_monday(12)),
        live=False,
    )
    haven_agenda.add_child(instance=page)

    response = page.make_preview_request(rf.get("/"), "")

    assert response.status_code == 200
    assert "Nog niet af" in response.content.decode()


def test_other_activities_of_the_ward_stand_below(
    client: Client, haven_agenda: AgendaPage, sluis_agenda: AgendaPage
) -> None:
    page = activiteit_page(haven_agenda, "Deze")
    activiteit_page(haven_agenda, "Een andere")
    activiteit_page(sluis_agenda, "Elders")

    told = words(shown(client, page.get_url()))

    assert "Ook in de agenda" in told
    assert "Een andere" in told
    assert "Elders" not in told
