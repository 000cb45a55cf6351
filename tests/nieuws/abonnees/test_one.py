"""One subscriber, and adding one: proof of consent, leaving at request, no oracle."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client

from nieuws.abonneren import services
from nieuws.models import Abonnement, Lijst, Toestemming
from tests.factories.nieuws import reader

pytestmark = pytest.mark.django_db
URL = "/beheer/abonnees/"


def typed(lijst: Lijst, **changes: Any) -> dict[str, Any]:
    """What the team types in for somebody who phones."""
    return {
        "lijsten": [lijst.pk],
        "email": "ria@b.example",
        "name": "Ria Bos",
        "bron": "telefoon",
        "toelichting": "",
        **changes,
    }


def test_who_phones_gets_a_mail_and_no_newsletter_before_a_yes(
    lijst: Lijst, as_joris: Client
) -> None:
    answer = as_joris.post(f"{URL}toevoegen/", typed(lijst, volgende="1"), follow=True)
    row = Abonnement.objects.get()
    assert "hoe=telefoon" in answer.redirect_chain[0][0]
    assert (row.status, row.bron, row.name) == ("onbevestigd", "telefoon", "Ria Bos")
    assert row.entered_by is not None
    assert row.entered_by.email == "joris@sluisdam.example"
    assert len(mail.outbox) == 1
    assert not Abonnement.objects.reachable().exists()


def test_paper_is_written_down_with_the_proof(lijst: Lijst, as_joris: Client) -> None:
    as_joris.post(
        f"{URL}toevoegen/", typed(lijst, bron="papier", toelichting="formulier buurtmarkt")
    )
    event = Toestemming.objects.get()
    assert (event.kanaal, event.toelichting) == ("papier", "formulier buurtmarkt")
    assert event.door is not None


def test_the_answer_is_the_same_for_a_known_and_an_unknown_address(
    lijst: Lijst, as_joris: Client
) -> None:
    reader(lijst, "bekend@b.example")
    known = as_joris.post(f"{URL}toevoegen/", typed(lijst, email="bekend@b.example"), follow=True)
    new = as_joris.post(f"{URL}toevoegen/", typed(lijst, email="nieuw@b.example"), follow=True)
    words = "Staat dit adres nog niet op de lijst?"
    assert words in known.content.decode()
    assert words in new.content.decode()
    assert known.redirect_chain == new.redirect_chain


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("email", "geen adres", "Dit is geen e-mailadres"),
        ("email", "a@b.example\nBcc: x@y.example", "Dit is geen e-mailadres"),
        ("email", "", "verplicht"),
        ("name", "wie@b.example", "Dit is een e-mailadres"),
        ("lijsten", "", "Kies een lijst"),
        ("bron", "duif", "geldige keuze"),
    ],
)
def test_mistakes_are_named_and_what_was_typed_stays(
    lijst: Lijst, as_joris: Client, field: str, value: str, words: str
) -> None:
    sent = typed(lijst, toelichting="van de markt", **{field: value})
    html = as_joris.post(f"{URL}toevoegen/", sent).content.decode()
    assert words in html
    assert "van de markt" in html
    assert not Abonnement.objects.exists()


def test_nobody_is_put_on_a_list_of_another_ward(
    lijst: Lijst, andere_lijst: Lijst, as_joris: Client
) -> None:
    as_joris.post(f"{URL}toevoegen/", typed(andere_lijst))
    assert not Abonnement.objects.exists()


def test_history_shows_every_step_with_the_words(lijst: Lijst, as_joris: Client) -> None:
    as_joris.post(f"{URL}toevoegen/", typed(lijst))
    row = Abonnement.objects.get()
    services.confirm(row.aanvraag)
    html = as_joris.get(f"{URL}{row.pk}/").content.decode()
    assert "Aangevraagd" in html
    assert "Bevestigd" in html
    assert "Ja, mail mij" in html
    assert html.index("Aangevraagd") < html.index("<strong>Bevestigd")


def test_leaving_at_request_stops_at_once_and_says_who_did_it(
    lijst: Lijst, as_joris: Client
) -> None:
    row = reader(lijst)
    for _twice in range(2):
        as_joris.post(f"{URL}{row.pk}/afmelden/", {"bron": "spreekuur"})
    row.refresh_from_db()
    event = Toestemming.objects.get()
    assert row.status == "afgemeld"
    assert (event.soort, event.kanaal) == ("afgemeld", "spreekuur")
    assert event.door is not None


def test_a_get_takes_nobody_off(lijst: Lijst, as_joris: Client) -> None:
    row = reader(lijst)
    for end in ("afmelden/", "opnieuw-vragen/"):
        assert as_joris.get(f"{URL}{row.pk}/{end}").status_code == 405
    row.refresh_from_db()
    assert row.status == "actief"


def test_a_name_is_put_right_without_touching_consent(lijst: Lijst, as_joris: Client) -> None:
    row = reader(lijst)
    as_joris.post(f"{URL}{row.pk}/", {"name": "Ria Bos"})
    row.refresh_from_db()
    assert row.name == "Ria Bos"
    assert row.status == "actief"
    assert not Toestemming.objects.exists()


def test_asking_again_mails_at_most_once_a_day(lijst: Lijst, as_joris: Client) -> None:
    as_joris.post(f"{URL}toevoegen/", typed(lijst))
    row = Abonnement.objects.get()
    for _again in range(5):
        as_joris.post(f"{URL}{row.pk}/opnieuw-vragen/")
    assert len(mail.outbox) == 1
