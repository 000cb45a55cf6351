"""The page on which a resident signs up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.factories.activiteiten import activiteit_page, weekly
from wijkteams.activiteiten.aanmelden.applicant import SignedUp
from wijkteams.activiteiten.aanmelden.links import sign_up_url
from wijkteams.activiteiten.models import Aanmelding, Activiteit, ActiviteitPage, AgendaPage, Keer

Asks = Callable[..., SignedUp]
ANNA = {
    "naam": "Anna Ågren-Öztürk 李",
    "email": "anna@bewoner.example",
    "telefoon": "",
    "volwassenen": "1",
    "kinderen": "0",
    "leeftijd": "",
    "sleutel": "k1",
}


@pytest.fixture
def path(page: ActiviteitPage, keer: Keer) -> str:
    return sign_up_url(page, keer.slug)


def test_a_resident_signs_up_on_a_telephone(client: Client, path: str, mails: Any) -> None:
    shown = client.get(path).content.decode()
    assert "Nog 4 plekken" in shown
    assert "0500 12 34 07" in shown
    assert "30 dagen na de activiteit" in shown

    answer = client.post(path, ANNA, follow=True)
    assert "Bijna klaar: kijk in uw mail" in answer.content.decode()
    assert "anna@bewoner.example" in answer.content.decode()
    found = Aanmelding.objects.get()
    assert (found.name, found.bron, found.language) == (ANNA["naam"], "web", "nl")
    assert len(mails()) == 1


def test_looking_changes_nothing_and_nothing_is_kept(client: Client, path: str) -> None:
    for _time in range(5):
        answer = client.get(path)
        client.head(path)
    assert "no-store" in answer["Cache-Control"]
    assert not Aanmelding.objects.exists()


def test_a_double_click_is_one_sign_up(client: Client, path: str, mails: Any) -> None:
    answers = [client.post(path, ANNA) for _click in range(3)]
    assert len({answer["Location"] for answer in answers}) == 1
    assert Aanmelding.objects.count() == len(mails()) == 1


def test_a_stranger_cannot_see_who_is_on_the_list(client: Client, path: str, asks: Asks) -> None:
    asks("Anna")
    known = client.post(path, {**ANNA, "sleutel": "k2"}, follow=True)
    unknown = client.post(
        path, {**ANNA, "email": "onno@bewoner.example", "sleutel": "k3"}, follow=True
    )

    said = unknown.content.decode().replace("onno@", "anna@")
    assert known.content.decode() == said
    assert known.redirect_chain == unknown.redirect_chain


def test_errors_stand_beside_the_field_and_keep_what_was_typed(client: Client, path: str) -> None:
    wrong = {**ANNA, "email": "anna@", "volwassenen": "drie", "naam": "Ánna"}
    answer = client.post(path, wrong)
    shown = answer.content.decode()

    assert answer.status_code == 200
    assert "Dit is geen e-mailadres" in shown
    assert "Vul een getal in" in shown
    assert 'value="Ánna"' in shown
    assert 'value="drie"' in shown
    assert not Aanmelding.objects.exists()


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"volwassenen": "5"}, "hoogstens 4 mensen"),
        ({"volwassenen": "0"}, "Vul in met hoeveel mensen"),
        ({"volwassenen": "0", "kinderen": "2", "leeftijd": "4-11"}, "samen met een volwassene"),
        ({"kinderen": "1"}, "Kies hoe oud de kinderen zijn"),
        ({"website": "http://spam.example"}, "nog een keer"),
        ({"naam": "111222333"}, "burgerservicenummer"),
        ({"naam": "x" * 101}, "100"),
        ({"volwassenen": "-1"}, "0"),
    ],
)
def test_what_cannot_be_is_refused(
    client: Client, path: str, change: dict[str, str], text: str
) -> None:
    answer = client.post(path, {**ANNA, **change})
    assert answer.status_code == 200
    assert text in answer.content.decode()
    assert not Aanmelding.objects.exists()


def test_of_children_only_an_age_group_is_asked(client: Client, path: str) -> None:
    """R-14: no names; and without children no age is kept."""
    client.post(path, {**ANNA, "kinderen": "2", "leeftijd": "4-11"})
    client.post(path, {**ANNA, "leeftijd": "4-11", "email": "b@b.example", "sleutel": "k9"})
    kept = Aanmelding.objects.order_by("pk").values_list("children", "age_group", "places")
    assert list(kept) == [(2, "4-11", 3), (0, "", 1)]


def test_the_teams_own_questions_are_asked_and_kept(
    client: Client, haven_agenda: AgendaPage
) -> None:
    vragen = [
        ("vraag", {"question": "Wat eet u niet?", "choices": "", "required": False}),
        ("vraag", {"question": "Kunt u zwemmen?", "choices": "Ja\nNee", "required": True}),
    ]
    page = activiteit_page(haven_agenda, "Varen", inschrijving="open", vragen=vragen)
    path = sign_up_url(page, Keer.objects.get().slug)
    assert (
        "Vul dit in" in client.post(path, ANNA).content.decode() or not Aanmelding.objects.exists()
    )
    client.post(path, {**ANNA, "vraag_1": "Noten", "vraag_2": "Ja"})

    assert Aanmelding.objects.get().answers == {"Wat eet u niet?": "Noten", "Kunt u zwemmen?": "Ja"}


def test_full_is_a_waiting_list_with_how_many_before(client: Client, path: str, asks: Asks) -> None:
    asks("Bram", 4)
    asks("Cor", 1)
    shown = client.get(path).content.decode()
    assert "Er staat al 1 aanmelding op de wachtlijst" in shown
    assert "Zet mij op de wachtlijst" in shown
    assert "U staat op de wachtlijst" in client.post(path, ANNA, follow=True).content.decode()


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"closes_hours_before": 24 * 60}, "Aanmelden kan niet meer"),
        ({"inschrijving": "geen"}, "Kom gewoon binnenlopen"),
        ({"capacity": 0, "wachtlijst": False}, "Het is vol"),
    ],
)
def test_what_is_closed_says_why_and_has_no_form(
    client: Client, path: str, change: dict[str, Any], text: str
) -> None:
    Activiteit.objects.update(**change)
    for answer in (client.get(path), client.post(path, ANNA)):
        assert answer.status_code == 200
        assert text in answer.content.decode()
    assert "<form" not in client.get(path).content.decode().split("<main")[1].split("</main")[0]
    assert not Aanmelding.objects.exists()


def test_a_series_is_signed_up_for_once(client: Client, haven_agenda: AgendaPage) -> None:
    page = activiteit_page(
        haven_agenda, "Taalles", rule=weekly(count=8), inschrijving="open", bereik="reeks"
    )
    path = sign_up_url(page)
    assert "Elke maandag" in client.get(path).content.decode()
    client.post(path, ANNA)
    assert Aanmelding.objects.get().keer is None


@pytest.mark.parametrize("dag", ["2001-01-01", "x", "..", "2027-13-45"])
def test_a_day_on_which_nothing_is_does_not_exist(
    client: Client, page: ActiviteitPage, dag: str
) -> None:
    assert (
        client.get(f"{sign_up_url(page)[: -len('aanmelden/')]}{dag}/aanmelden/").status_code == 404
    )


def test_a_draft_or_a_closed_page_does_not_exist(
    client: Client, page: ActiviteitPage, path: str
) -> None:
    from wagtail.models import PageViewRestriction

    closed = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert client.get(path).status_code == 404
    closed.delete()
    page.unpublish()
    assert client.post(path, ANNA).status_code == 404
    assert not Aanmelding.objects.exists()
