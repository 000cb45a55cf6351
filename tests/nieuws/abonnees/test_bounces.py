"""Mail that came back: seen once, gone from the list; and the panel that leads there (N8)."""

from __future__ import annotations

from itertools import count

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nieuws.models import Abonnee, Abonnement, Editie, Lijst, Retour
from tests.factories.nieuws import reader

pytestmark = pytest.mark.django_db
URL = "/beheer/abonnees/teruggekomen/"
NUMBERS = count()


def bounced(row: Abonnement, soort: str = "hard") -> Retour:
    """A report about the mail of this reader, which stops the newsletter."""
    Abonnee.objects.filter(pk=row.abonnee_id).update(stand=Abonnee.Stand.GESCHORST)
    return Retour.objects.create(
        abonnee=row.abonnee, soort=soort, bron="postbus", code="5.1.1",
        reden="mailbox unavailable", bericht=f"hash{next(NUMBERS)}",
    )  # fmt: skip


def test_each_says_who_and_why(lijst: Lijst, as_hanna: Client) -> None:
    bounced(reader(lijst, "ria@b.example"))
    html = as_hanna.get(URL).content.decode()
    assert "ria@b.example" in html
    assert "Dit adres bestaat niet (meer)." in html
    assert "Adres bestaat niet" in html


def test_what_was_looked_at_goes_from_the_list_and_stays_under_all(
    lijst: Lijst, as_joris: Client
) -> None:
    one, two = (bounced(reader(lijst, f"{name}@b.example")) for name in ("ria", "bas"))
    as_joris.post(f"{URL}{one.pk}/bekeken/")
    html = as_joris.get(URL).content.decode()
    assert "r•••@" not in html
    assert "b•••@" in html
    as_joris.post(f"{URL}bekeken/", {"getoond": [two.pk, "x", "9" * 30]})
    assert "Er is niets om te bekijken" in as_joris.get(URL).content.decode()
    assert "r•••@" in as_joris.get(URL, {"alles": "1"}).content.decode()


def test_a_reader_of_two_wards_is_shown_with_the_own_list_only(
    lijst: Lijst, andere_lijst: Lijst, as_joris: Client
) -> None:
    row = reader(lijst, "ria@b.example")
    Abonnement.objects.create(abonnee=row.abonnee, lijst=andere_lijst, status="actief", code="c")
    bounced(row)
    html = as_joris.get(URL).content.decode()
    assert "Nieuwsbrief Havenkwartier" in html
    assert "Oude Sluis" not in html


def test_panel_tells_of_readers_of_the_last_edition_and_of_returned_mail(
    lijst: Lijst, as_joris: Client
) -> None:
    reader(lijst, "lezer@b.example")
    bounced(reader(lijst, "ria@b.example"))
    Editie.objects.create(wijk=lijst.wijk, subject="Soep voor iedereen", status="klaar")
    html = " ".join(as_joris.get("/beheer/").content.decode().split())
    assert "Havenkwartier: 1 abonnee" in html
    assert "2 nieuw deze maand" in html
    assert "Soep voor iedereen" in html
    assert "1 mail kwam terug" in html
    assert "/beheer/abonnees/toevoegen/" in html


def test_panel_shows_nothing_of_other_wards(
    lijst: Lijst, andere_lijst: Lijst, as_fatma: Client
) -> None:
    bounced(reader(lijst, "ria@b.example"))
    html = " ".join(as_fatma.get("/beheer/").content.decode().split())
    assert "Oude Sluis: 0 abonnees" in html
    assert "kwam terug" not in html


def test_many_returns_ask_no_more_than_few(lijst: Lijst, as_joris: Client) -> None:
    bounced(reader(lijst, "een@b.example"))
    as_joris.get(URL)
    with CaptureQueriesContext(connection) as few:
        as_joris.get(URL)
    for n in range(30):
        bounced(reader(lijst, f"r{n}@b.example"))
    with CaptureQueriesContext(connection) as many:
        as_joris.get(URL)
    assert len(many) == len(few)
