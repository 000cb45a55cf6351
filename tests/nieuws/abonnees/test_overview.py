"""Who gets the newsletter: right numbers, few questions, and a search that finds."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nieuws.models import Abonnee, Abonnement, Lijst
from tests.factories.nieuws import reader

pytestmark = pytest.mark.django_db
URL = "/beheer/abonnees/"


def numbers(html: str) -> list[int]:
    """The numbers in the first table."""
    cells = html.split("abonnees__getal")[1:]
    return [int(cell.partition(">")[2].partition("<")[0]) for cell in cells]


def test_numbers_say_who_gets_it_who_waits_whose_mail_returns_and_who_left(
    lijst: Lijst, as_joris: Client
) -> None:
    for n in range(3):
        reader(lijst, f"lezer{n}@b.example")
    reader(lijst, "wacht@b.example", "onbevestigd")
    reader(lijst, "terug@b.example", stand=Abonnee.Stand.GESCHORST)
    reader(lijst, "klacht@b.example", stand=Abonnee.Stand.KLACHT)
    reader(lijst, "weg@b.example", "afgemeld")

    html = as_joris.get(URL).content.decode()

    assert numbers(html) == [3, 1, 2, 1]


@pytest.mark.parametrize(
    ("stand", "found"),
    [
        ("actief", {"lezer"}),
        ("onbevestigd", {"wacht"}),
        ("stil", {"terug"}),
        ("afgemeld", {"weg"}),
        ("onzin", {"lezer", "wacht", "terug", "weg"}),
        ("", {"lezer", "wacht", "terug", "weg"}),
    ],
)
def test_one_can_look_at_one_state(
    lijst: Lijst, as_hanna: Client, stand: str, found: set[str]
) -> None:
    reader(lijst, "lezer@b.example")
    reader(lijst, "wacht@b.example", "onbevestigd")
    reader(lijst, "terug@b.example", stand=Abonnee.Stand.GESCHORST)
    reader(lijst, "weg@b.example", "afgemeld")

    html = as_hanna.get(URL, {"stand": stand}).content.decode()

    assert {name for name in ("lezer", "wacht", "terug", "weg") if f"{name}@b." in html} == found


def test_one_finds_somebody_by_a_part_of_the_name(lijst: Lijst, as_joris: Client) -> None:
    row = reader(lijst, "a@b.example")
    Abonnement.objects.filter(pk=row.pk).update(name="Mevrouw De Wit")
    reader(lijst, "c@b.example")

    html = as_joris.get(URL, {"q": "de wit"}).content.decode()

    assert "Mevrouw De Wit" in html
    assert html.count("abonnees__naam") == 1


def test_who_may_see_addresses_finds_by_one_however_it_is_spelled(
    lijst: Lijst, as_hanna: Client
) -> None:
    reader(lijst, "Ria.Bos@b.example")
    for asked in ("ria.b", "RIA.BOS@B.EXAMPLE", "@b.example"):
        assert "Ria.Bos@b.example" in as_hanna.get(URL, {"q": asked}).content.decode()
    assert "Niemand gevonden" in as_hanna.get(URL, {"q": "piet"}).content.decode()


@pytest.mark.parametrize(
    "query",
    ["?p=abc", "?p=-1", "?p=9999", "?lijst=x&wijk=99", "?lijst=" + "9" * 40, "?q=%00%22%25"],
)
def test_odd_addresses_break_nothing(lijst: Lijst, as_joris: Client, query: str) -> None:
    assert as_joris.get(f"{URL}{query}").status_code == 200


def test_a_list_that_nobody_is_on_says_what_to_do(lijst: Lijst, as_joris: Client) -> None:
    html = as_joris.get(URL).content.decode()
    assert "Er is nog niemand" in html
    assert "/beheer/abonnees/toevoegen/" in html


def test_a_long_list_asks_no_more_than_a_short_one(lijst: Lijst, as_joris: Client) -> None:
    reader(lijst, "een@b.example")
    as_joris.get(URL)
    with CaptureQueriesContext(connection) as few:
        as_joris.get(URL)
    for n in range(60):
        reader(lijst, f"lezer{n}@b.example")
    with CaptureQueriesContext(connection) as many:
        html = as_joris.get(URL).content.decode()
    ours = [query for query in many.captured_queries if '"nieuws_' in query["sql"]]
    assert "Pagina 1 van 2" in html
    assert len(many) == len(few)
    assert len(ours) == 4  # lists, numbers, those who get nothing, and the people of this page
