"""Calendars of the hub, a ward, a theme, an activity and one time."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client, override_settings
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction

from home.models import HomePage
from tests.factories.activiteiten import activiteit, activiteit_page, next_monday, weekly
from tests.wijkteams.activiteiten.ical.reading_back import calendar, events, one
from wijkteams.activiteiten.ical.gone import forget_what_is_long_gone
from wijkteams.activiteiten.keren import one as one_time
from wijkteams.activiteiten.models import (
    Activiteit,
    ActiviteitPage,
    AgendaPage,
    Locatie,
    Vervallen,
)
from wijkteams.models import Thema, Wijk

WARD = "/havenkwartier/agenda/agenda.ics"


def test_ward_agenda_and_hub_tell_what_is_theirs(
    client: Client, haven_agenda: AgendaPage, sluis_agenda: AgendaPage
) -> None:
    activiteit_page(haven_agenda, "Koffie")
    activiteit_page(sluis_agenda, "Soep")

    for url in ("/havenkwartier/agenda.ics", WARD):
        found = calendar(client, url)
        assert [str(event["SUMMARY"]) for event in found.walk("VEVENT")] == ["Koffie"]
        assert found["X-WR-CALNAME"] == "Agenda Havenkwartier"
    both = {str(event["SUMMARY"]) for event in events(client, "/agenda.ics")}
    assert both == {"Koffie", "Soep"}


def test_an_event_says_where_what_it_costs_and_where_to_read_more(
    client: Client, haven_agenda: AgendaPage, haven: Wijk
) -> None:
    place = Locatie.objects.create(
        wijk=haven,
        name="De Brug",
        street="Kadeweg 12",
        postcode="2801 AB",
        city="Sluisdam",
        latitude=52.01,
        longitude=4.71,
    )
    page = activiteit_page(
        haven_agenda,
        locatie=place,
        place_note="grote zaal",
        summary="Kom erbij; neem iets mee, als u wilt.",
        bring="Een kopje",
    )
    page.themas.add(Thema.objects.create(name="Groen, en meer", slug="groen"))
    page.save()

    found = one(client, WARD)

    assert found["LOCATION"] == "De Brug, Kadeweg 12, 2801 AB Sluisdam, grote zaal"
    assert (found["GEO"].latitude, found["GEO"].longitude) == (52.01, 4.71)
    assert found["CATEGORIES"].cats == ["Groen, en meer"]
    address = f"http://testserver/havenkwartier/agenda/{page.slug}/"
    assert found["URL"] == address
    for said in (page.summary, "Kosten: gratis", "Meenemen: Een kopje", address):
        assert said in found["DESCRIPTION"]


def test_an_event_says_nothing_of_who_comes(client: Client, haven_agenda: AgendaPage) -> None:
    activiteit_page(haven_agenda)

    assert not {"ORGANIZER", "ATTENDEE"} & set(one(client, WARD).keys())


def test_a_theme_has_its_own_calendar(
    client: Client, haven_agenda: AgendaPage, sluis_agenda: AgendaPage
) -> None:
    groen = Thema.objects.create(name="Groen", slug="groen")
    for agenda in (haven_agenda, sluis_agenda):
        page = activiteit_page(agenda, f"Planten {agenda.wijk}")
        page.themas.add(groen)
        page.save()
        activiteit_page(agenda, "Koffie")

    assert str(one(client, f"{WARD}?thema=groen")["SUMMARY"]) == "Planten Havenkwartier"
    assert len(events(client, "/agenda.ics?thema=groen")) == 2
    assert client.get("/agenda.ics?thema=bestaat-niet").status_code == 404
    assert client.get("/agenda.ics?thema=" + "a" * 3000).status_code == 404


def test_one_activity_and_one_time_are_to_be_had_alone(
    client: Client, haven_agenda: AgendaPage
) -> None:
    page = activiteit_page(haven_agenda, rule=weekly(count=3))
    second = Activiteit.objects.get().keren.all()[1]

    whole = one(client, f"/havenkwartier/agenda/{page.slug}/activiteit.ics")
    alone = one(client, f"/havenkwartier/agenda/{page.slug}/{second.slug}.ics")

    assert whole["RRULE"]["COUNT"] == [3]
    assert alone["DTSTART"].dt == timezone.localtime(second.starts_at)
    assert "RRULE" not in alone
    assert "RECURRENCE-ID" not in alone
    assert str(alone["UID"]) == f"{second.key}-{whole['UID']}"
    assert alone["URL"] == f"{whole['URL']}{second.slug}/"


def test_what_is_but_once_has_one_name(client: Client, haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda)
    keer = Activiteit.objects.get().keren.get()

    alone = one(client, f"/havenkwartier/agenda/{page.slug}/{keer.slug}.ics")

    assert str(alone["UID"]) == str(one(client, WARD)["UID"])


@pytest.mark.parametrize(
    "url",
    [
        "/havenkwartier/agenda/koffie-in-de-brug/1999-01-01.ics",
        "/havenkwartier/agenda/bestaat-niet/2027-01-01.ics",
        "/havenkwartier/agenda/koffie-in-de-brug/agenda.ics",
        "/havenkwartier/wijkteam/agenda.ics",
        "/havenkwartier/agenda/activiteit.ics",
        "/havenkwartier/2027-01-04.ics",
    ],
)
def test_other_addresses_have_none(client: Client, haven_agenda: AgendaPage, url: str) -> None:
    activiteit_page(haven_agenda)

    assert client.get(url).status_code == 404


def test_private_and_draft_activities_stay_out(client: Client, haven_agenda: AgendaPage) -> None:
    closed = activiteit_page(haven_agenda, "Besloten")
    activiteit_page(haven_agenda, "Concept", live=False)
    PageViewRestriction.objects.create(
        page=Page.objects.get(pk=closed.pk), restriction_type=PageViewRestriction.LOGIN
    )

    assert events(client, WARD) == []
    assert client.get(f"/havenkwartier/agenda/{closed.slug}/activiteit.ics").status_code == 404
    day = Activiteit.objects.get(title="Besloten").keren.get().slug
    assert client.get(f"/havenkwartier/agenda/{closed.slug}/{day}.ics").status_code == 404


def test_what_was_taken_from_the_site_is_cancelled_without_a_word_of_it(
    client: Client, haven_agenda: AgendaPage
) -> None:
    page = activiteit_page(haven_agenda, "Verboden woord", summary="Nog een verboden woord")
    before = one(client, WARD)

    page.unpublish()
    gone = one(client, WARD)

    assert (gone["UID"], gone["STATUS"]) == (before["UID"], "CANCELLED")
    assert gone["SEQUENCE"] > before["SEQUENCE"]
    assert "erboden" not in client.get(WARD).content.decode()
    page.save_revision().publish()
    again = one(client, WARD)
    assert again["STATUS"] == "CONFIRMED"
    assert again["SEQUENCE"] > gone["SEQUENCE"]


def test_what_was_removed_is_told_for_ninety_days(client: Client, haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda)
    uid = str(one(client, WARD)["UID"])
    page.delete()

    assert str(one(client, WARD)["UID"]) == uid
    assert str(one(client, WARD)["STATUS"]) == "CANCELLED"
    with time_machine.travel(timezone.now() + timedelta(days=91)):
        assert events(client, WARD) == []
        forget_what_is_long_gone.call()
    assert not Vervallen.objects.exists()


def test_nobody_hears_that_something_long_over_was_removed(haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda)
    with time_machine.travel(timezone.now() + timedelta(days=60)):
        page.delete()

    assert not Vervallen.objects.exists()


def test_what_was_called_off_is_cancelled_with_the_reason(
    client: Client, haven_agenda: AgendaPage
) -> None:
    found = activiteit(haven_agenda, rule=weekly(count=3))
    keer = found.keren.all()[1]
    one_time.cancel(keer, "De zaal staat onder water.")

    series, second = events(client, WARD)

    assert (str(series["STATUS"]), str(second["STATUS"])) == ("CONFIRMED", "CANCELLED")
    assert str(second["SUMMARY"]) == "Gaat niet door: Koffie in De Brug"
    assert "De zaal staat onder water." in second["DESCRIPTION"]
    assert second["URL"].endswith(f"/{keer.slug}/")
    one_time.cancel_all(found, "De vereniging stopt.")
    assert {str(event["STATUS"]) for event in events(client, WARD)} == {"CANCELLED"}


def test_what_is_over_stays_for_ninety_days(client: Client, haven_agenda: AgendaPage) -> None:
    activiteit_page(haven_agenda)

    with time_machine.travel(next_monday() + timedelta(days=80)):
        assert len(events(client, WARD)) == 1
    with time_machine.travel(next_monday() + timedelta(days=92)):
        assert events(client, WARD) == []


def test_calendar_is_in_the_language_of_the_page(client: Client, haven_agenda: AgendaPage) -> None:
    english = Locale.objects.create(language_code="en")
    coffee = activiteit_page(haven_agenda, "Koffie")
    activiteit_page(haven_agenda, "Alleen Nederlands")
    translated = coffee.copy_for_translation(english, copy_parents=True)
    translated.title = "Coffee"
    translated.save_revision().publish()

    found = {str(event["SUMMARY"]) for event in events(client, f"/en{WARD}")}

    assert found == {"Coffee", "Alleen Nederlands"}
    addresses = {str(event["URL"]) for event in events(client, f"/en{WARD}")}
    assert f"http://testserver/en/havenkwartier/agenda/{translated.slug}/" in addresses
    assert ActiviteitPage.objects.count() == 3


@override_settings(WAGTAILADMIN_BASE_URL="https://wijken.sluisdam.example", ALLOWED_HOSTS=["*"])
def test_addresses_never_come_from_the_host_header(
    client: Client, haven_agenda: AgendaPage
) -> None:
    activiteit_page(haven_agenda)

    text = client.get(WARD, headers={"host": "evil.example"}).content.decode()

    assert "evil.example" not in text
    assert "https://wijken.sluisdam.example/havenkwartier/" in text.replace("\r\n ", "")


def test_empty_agenda_is_a_calendar(client: Client, hub: HomePage) -> None:
    assert events(client, "/agenda.ics") == []


@pytest.mark.parametrize("title", ["BEGIN:VEVENT\r\nX:1", "a;b,c\\n", "😀" * 200, "\x00\x07x"])
def test_hostile_titles_are_only_text(client: Client, haven_agenda: AgendaPage, title: str) -> None:
    page = activiteit_page(haven_agenda)
    ActiviteitPage.objects.filter(pk=page.pk).update(title=title.replace("\x00", ""))

    assert len(events(client, WARD)) == 1
