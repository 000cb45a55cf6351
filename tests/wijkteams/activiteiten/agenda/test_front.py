"""What is on, on front pages and among what was found."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client

from tests.factories.activiteiten import activiteit_page, next_monday, weekly
from wijkteams.activiteiten.front_part import soon_lines
from wijkteams.activiteiten.models import AgendaPage, Keer

pytestmark = pytest.mark.django_db


def titles(agenda: AgendaPage) -> list[str]:
    return [line.item.title for line in soon_lines(agenda.locale, agenda.wijk)]


def test_a_ward_shows_its_next_four(client: Client, haven_agenda: AgendaPage) -> None:
    for number in range(6):
        activiteit_page(haven_agenda, f"N{number}", start=next_monday(9 + number))

    html = client.get("/havenkwartier/").content.decode()

    assert "Te doen in de wijk" in html
    assert re.findall(r">(N\d)<", html) == ["N0", "N1", "N2", "N3"]


def test_a_weekly_club_stands_there_once(haven_agenda: AgendaPage) -> None:
    activiteit_page(haven_agenda, "Club", rule=weekly())
    activiteit_page(haven_agenda, "Feest", start=next_monday() + timedelta(days=60))

    assert titles(haven_agenda) == ["Club", "Feest"]


def test_what_editors_chose_takes_a_place_however_far_ahead(haven_agenda: AgendaPage) -> None:
    for number in range(6):
        activiteit_page(haven_agenda, f"N{number}", start=next_monday(9 + number))
    later = next_monday() + timedelta(days=90)
    activiteit_page(haven_agenda, "Straatfeest", start=later, voorop=True)

    assert titles(haven_agenda) == ["N0", "N1", "N2", "Straatfeest"]


def test_the_choice_of_a_ward_does_not_count_for_the_city(haven_agenda: AgendaPage) -> None:
    for number in range(4):
        activiteit_page(haven_agenda, f"N{number}", start=next_monday(9 + number))
    later = next_monday() + timedelta(days=90)
    activiteit_page(haven_agenda, "Van de wijk", start=later, voorop=True)
    activiteit_page(haven_agenda, "Van de stad", start=later, voorop_stad=True)

    found = [line.item.title for line in soon_lines(haven_agenda.locale)]

    assert found == ["N0", "N1", "N2", "Van de stad"]


def test_what_is_off_makes_way(haven_agenda: AgendaPage) -> None:
    from django.utils import timezone

    page = activiteit_page(haven_agenda, "Gaat niet door")
    Keer.objects.update(cancelled_at=timezone.now())
    page.save()

    assert titles(haven_agenda) == []


def test_the_door_connect_leads_to_the_agenda(client: Client, haven_agenda: AgendaPage) -> None:
    html = client.get("/havenkwartier/").content.decode()

    assert re.search(r'class="door" href="/havenkwartier/agenda/"', html)


def test_the_hub_shows_all_wards(
    client: Client, haven_agenda: AgendaPage, sluis_agenda: AgendaPage
) -> None:
    activiteit_page(haven_agenda, "Uit de haven")
    activiteit_page(sluis_agenda, "Uit de sluis")

    html = client.get("/").content.decode()

    assert "Uit de haven" in html
    assert "Uit de sluis" in html


def test_what_was_found_tells_its_next_day(client: Client, haven_agenda: AgendaPage) -> None:
    from django.utils import formats, timezone

    page = activiteit_page(haven_agenda, "Zeldzame muziekavond", rule=weekly())
    first, second = Keer.objects.order_by("starts_at")[:2]
    begun = timezone.now() - timedelta(days=7)
    Keer.objects.filter(pk=first.pk).update(starts_at=begun, ends_at=begun + timedelta(hours=1))
    page.save()

    html = client.get("/zoeken/?q=muziekavond").content.decode()

    day = timezone.localtime(second.starts_at).date()
    assert formats.date_format(day, "j F Y") in html
