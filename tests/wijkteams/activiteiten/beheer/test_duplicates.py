"""Is it in the agenda already? (requirement A9)"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import activiteit_page, next_monday, weekly
from tests.wijkteams.activiteiten.beheer.answers import add_url, answers
from wijkteams.activiteiten.beheer.duplicates import likeness
from wijkteams.activiteiten.models import ActiviteitPage, AgendaPage, Keer, Locatie

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Koffie in De Brug", "koffie de brug", True),
        ("Koffieochtend De Brug", "De Brug: koffieochtend", True),
        ("Repair Café", "Repaircafe", True),
        ("Maandagclub", "Maandag club", True),
        ("Koffie in De Brug", "Yoga voor ouderen", False),
        ("Kinderdisco", "Kinderboerderij schoonmaken", False),
        ("", "Koffie", False),
    ],
)
def test_titles_are_alike_whatever_the_order_and_the_accents(
    one: str, other: str, alike: bool
) -> None:
    assert (likeness(one, other) >= 0.6) is alike


def asked(client: Client, agenda: AgendaPage, title: str, **given: Any) -> str:
    """What the form would say of this title, next Monday from eleven."""
    sent = {"agenda": agenda.pk, "titel": title, "wanneer-van": "11:00", "wanneer-tot": "12:00"}
    sent["wanneer-dag"] = f"{next_monday():%Y-%m-%d}"
    sent |= {name.replace("_", "-"): value for name, value in given.items()}
    response = client.get(reverse("agenda_hulp:dubbel"), sent)
    return response.content.decode().strip() if response.status_code == 200 else ""


def test_same_hours_and_title_in_the_own_ward_is_said_while_typing(
    as_joris: Client, haven_agenda: AgendaPage
) -> None:
    page = activiteit_page(haven_agenda, "Koffie in De Brug", rule=weekly())

    html = asked(as_joris, haven_agenda, "Koffie De Brug")
    assert "Staat dit al in de agenda?" in html
    assert page.url in html
    assert asked(as_joris, haven_agenda, "Yoga") == ""
    assert (
        asked(as_joris, haven_agenda, "Koffie De Brug", wanneer_van="15:00", wanneer_tot="16:00")
        == ""
    )
    assert asked(as_joris, haven_agenda, "Koffie De Brug", pagina=page.pk) == ""


def test_another_ward_only_counts_for_the_same_place(
    as_joris: Client, haven_agenda: AgendaPage, sluis_agenda: AgendaPage
) -> None:
    hall = Locatie.objects.create(name="Stadhuis")
    activiteit_page(sluis_agenda, "Koffie in het stadhuis", locatie=hall)

    assert asked(as_joris, haven_agenda, "Koffie in het stadhuis") == ""
    assert "Staat dit al" in asked(as_joris, haven_agenda, "Koffie stadhuis", plek=hall.pk)


def test_drafts_of_other_wards_are_nobodys_business(
    as_joris: Client, haven_agenda: AgendaPage, sluis_agenda: AgendaPage
) -> None:
    hall = Locatie.objects.create(name="Stadhuis")
    activiteit_page(sluis_agenda, "Geheime koffie", locatie=hall, live=False)
    activiteit_page(haven_agenda, "Ons concept", live=False)

    assert asked(as_joris, haven_agenda, "Geheime koffie", plek=hall.pk) == ""
    assert "concept" in asked(as_joris, haven_agenda, "Ons concept")


def test_an_agenda_of_another_ward_cannot_be_asked(
    as_fatma: Client, haven_agenda: AgendaPage
) -> None:
    activiteit_page(haven_agenda, "Koffie", live=False)
    assert asked(as_fatma, haven_agenda, "Koffie") == ""


@pytest.mark.parametrize("number", ["", "x", "9" * 30, "-1", "0"])
def test_odd_numbers_break_nothing(as_joris: Client, haven_agenda: AgendaPage, number: str) -> None:
    url = reverse("agenda_hulp:dubbel")
    assert as_joris.get(url, {"agenda": number}).status_code in {302, 403, 404}
    assert asked(as_joris, haven_agenda, "Koffie", plek=number, pagina=number) == ""


def test_without_javascript_it_is_said_after_saving(
    as_joris: Client, haven_agenda: AgendaPage
) -> None:
    activiteit_page(haven_agenda, "Koffie in De Brug")
    response = as_joris.post(add_url(haven_agenda), answers("Koffie De Brug"), follow=True)

    assert ActiviteitPage.objects.count() == 2
    assert "lijkt erop" in response.content.decode()


def test_asking_changes_nothing(as_joris: Client, haven_agenda: AgendaPage) -> None:
    activiteit_page(haven_agenda, "Koffie")
    before = list(ActiviteitPage.objects.values()), list(Keer.objects.values())
    asked(as_joris, haven_agenda, "Koffie")
    as_joris.get(reverse("agenda_hulp:zin"), {"wanneer-dag": "2027-01-11"})
    assert (list(ActiviteitPage.objects.values()), list(Keer.objects.values())) == before


def test_the_sentence_is_empty_until_the_answers_say_something(as_joris: Client) -> None:
    url = reverse("agenda_hulp:zin")
    assert as_joris.get(url).json() == {"zin": ""}
    day = next_monday() + timedelta(days=1)
    sent = {"wanneer-dag": f"{day:%Y-%m-%d}", "wanneer-van": "10:00", "wanneer-tot": "12:00"}
    assert as_joris.get(url, sent).json()["zin"].startswith("Op dinsdag")
