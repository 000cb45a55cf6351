"""The ward finder: from a postcode or a name to the page of a ward."""

from __future__ import annotations

import pytest
from django.test import Client
from wagtail.models import Locale

from home.models import HomePage
from tests.counting import count_queries
from tests.factories.wards import ward
from wijkteams.models import Wijk, WijkPage


@pytest.fixture(autouse=True)
def city(hub: HomePage) -> None:
    """Five wards in two gemeenten."""
    gouda = {"gemeente": "Gouda", "gemeentecode": "GM0513"}
    roermond = {"gemeente": "Roermond", "gemeentecode": "GM0957"}
    ward("Korte Akkeren", postcodes=["2802", "2803"], **gouda)
    ward("Oude Sluis", postcodes=["2801AB", "2803"], buurten=["De Hoven"], **gouda)
    ward("Centrum", slug="centrum-gouda", postcodes=["2801"], **gouda)
    ward("Centrum", slug="centrum-roermond", postcodes=["6041"], **roermond)
    ward("Reünieplein", slug="reunieplein", buurten=["'t Zand"], **roermond)


def found(client: Client, query: str) -> list[str]:
    answer = client.get("/wijken/", {"q": query})
    assert answer.status_code == 200
    return [item.slug for item in answer.context["wijken"]]


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("2802", "korte-akkeren"),
        ("2802 XY", "korte-akkeren"),
        ("6041ab", "centrum-roermond"),
        ("2801AB", "oude-sluis"),
        (" 2801   ab ", "oude-sluis"),
        ("2801-AB", "oude-sluis"),
        ("Postcode 2802", "korte-akkeren"),
        ("2801 CD", "centrum-gouda"),
        ("٢٨٠٢", "korte-akkeren"),
        ("Oude Sluis", "oude-sluis"),
        ("oude sluis", "oude-sluis"),
        ("oudesluis", "oude-sluis"),
        ("sluis", "oude-sluis"),
        ("akker", "korte-akkeren"),
        ("reunie", "reunieplein"),
        ("REÜNIEPLEIN", "reunieplein"),
        ("de hoven", "oude-sluis"),
        ("hov", "oude-sluis"),
        ("t zand", "reunieplein"),
        ("'t Zand", "reunieplein"),
        ("centrum roermond", "centrum-roermond"),
        ("kotre akkeren", "korte-akkeren"),
        ("Oude Sluijs", "oude-sluis"),
        ("de hofen", "oude-sluis"),
    ],
)
def test_one_hit_leads_straight_to_the_ward(client: Client, query: str, slug: str) -> None:
    answer = client.get("/wijken/", {"q": query})

    assert (answer.status_code, answer.get("Location")) == (302, f"/{slug}/")


def test_a_postcode_in_several_wards_lets_the_reader_choose(client: Client) -> None:
    assert found(client, "2803") == ["korte-akkeren", "oude-sluis"]
    assert (
        "Postcode 2803 ligt in meer dan één wijk"
        in client.get("/wijken/?q=2803").context["message"]
    )


def test_four_digits_find_wards_that_know_more_precise_postcodes(client: Client) -> None:
    assert found(client, "2801") == ["centrum-gouda", "oude-sluis"]


def test_an_unknown_end_of_a_known_postcode_finds_the_wards_around_it(client: Client) -> None:
    Wijk.objects.get(slug="centrum-gouda").postcodes.all().delete()

    answer = client.get("/wijken/", {"q": "2801 ZZ"})
    assert answer.get("Location") == "/oude-sluis/"


def test_namesakes_are_listed_under_their_gemeente(client: Client) -> None:
    assert found(client, "Centrum") == ["centrum-gouda", "centrum-roermond"]
    page = client.get("/wijken/?q=centrum").content.decode()
    assert page.index("Gouda</h2>") < page.index("Roermond</h2>")


def test_a_gemeente_finds_all_its_wards(client: Client) -> None:
    assert found(client, "gouda") == ["centrum-gouda", "korte-akkeren", "oude-sluis"]


def test_a_buurt_tells_in_which_ward_it_lies(client: Client) -> None:
    ward("De Hovenier")

    page = client.get("/wijken/?q=hoven").content.decode()
    assert "Buurt De Hoven ligt in Oude Sluis" in page
    assert "De Hovenier" in page


@pytest.mark.parametrize("query", ["Groningen-Zuid", "9999", "9999 ZZ", "0123", "12345", "x"])
def test_no_hit_gives_advice_and_all_wards(client: Client, query: str) -> None:
    answer = client.get("/wijken/", {"q": query})

    assert len(answer.context["wijken"]) == 5
    assert answer.context["message"]
    assert query in answer.context["message"]


@pytest.mark.parametrize(
    "query",
    ["\x00", "a\x00b", "'", '"', "';DROP TABLE--", "%", "_", "\\", "((((", "[a-z]*", "🏠", "²",
     "<script>alert(1)</script>", "é" * 50, str(10**22), "\u202e", "ﷺ" * 200, "-1", "٣" * 30,
     "\ud800".encode("utf-8", "surrogatepass")],
)  # fmt: skip
def test_hostile_input_gets_an_answer(client: Client, query: str) -> None:
    answer = client.get("/wijken/", {"q": query})

    assert answer.status_code == 200
    assert b"<script>alert(1)" not in answer.content


def test_a_query_of_a_hundred_kilobytes_is_cut_off(client: Client) -> None:
    answer = client.get("/wijken/", {"q": "a" * 100_000})

    assert answer.status_code == 200
    assert len(answer.context["query"]) == 100


@pytest.mark.parametrize("marker", ["x", "-1", "9" * 30, "1e5", "\x00", "²", "0", "999999"])
def test_a_marker_that_makes_no_sense_gives_the_first_part(client: Client, marker: str) -> None:
    answer = client.get("/wijken/", {"na": marker})

    assert len(answer.context["wijken"]) == 5


def test_nothing_typed_shows_all_wards_without_a_message(client: Client) -> None:
    answer = client.get("/wijken/", {"q": "   "})

    assert len(answer.context["wijken"]) == 5
    assert answer.context["message"] == ""


def test_wards_that_ended_stand_below_and_say_so(client: Client) -> None:
    Wijk.objects.filter(slug="centrum-gouda").update(status="gestopt")

    assert found(client, "gouda") == ["korte-akkeren", "oude-sluis", "centrum-gouda"]
    assert "Gestopt" in client.get("/wijken/?q=gouda").content.decode()


def test_a_ward_that_is_not_public_is_not_found(client: Client) -> None:
    WijkPage.objects.get(slug="oude-sluis").unpublish()

    for query in ("oude sluis", "de hoven", "2801AB"):
        answer = client.get("/wijken/", {"q": query})
        assert answer.get("Location") != "/oude-sluis/"
    assert "oude-sluis" not in found(client, "gouda")


def test_in_another_language_it_leads_to_the_translation_or_else_to_dutch(client: Client) -> None:
    english = Locale.objects.create(language_code="en")
    HomePage.objects.get().copy_for_translation(english).save_revision().publish()
    page = WijkPage.objects.get(slug="oude-sluis")
    translated = page.copy_for_translation(english)
    translated.title = "Old Lock"
    translated.save_revision().publish()

    assert client.get("/en/wijken/", {"q": "old lock"}).get("Location") == "/en/oude-sluis/"
    assert client.get("/en/wijken/", {"q": "Oude Sluis"}).get("Location") == "/en/oude-sluis/"
    assert client.get("/en/wijken/", {"q": "akker"}).get("Location") == "/korte-akkeren/"
    items = client.get("/en/wijken/").context["wijken"]
    assert [(item.name, item.language) for item in items[:2]] == [
        ("Old Lock", ""),
        ("Centrum", "nl"),
    ]


def test_finding_costs_the_same_for_five_wards_and_for_sixty(client: Client) -> None:
    few = count_queries(lambda: client.get("/wijken/", {"q": "gouda"}))
    for number in range(55):
        ward(f"Hof {number}", gemeente="Gouda", postcodes=["2800"], buurten=["Laan"])
    many = count_queries(lambda: client.get("/wijken/", {"q": "gouda"}))

    assert many <= few <= 12
    assert count_queries(lambda: client.get("/wijken/", {"q": "2800"})) <= 12
    assert count_queries(lambda: client.get("/wijken/", {"q": "Hofje 3"})) <= 12
