"""The screen with all wards, and the wards on the hub's front page."""

from __future__ import annotations

import pytest
from django.test import Client

from home.models import HomePage
from tests.counting import count_queries
from tests.factories.shapes import square
from tests.factories.wards import ward
from wijkteams.maps.draw import draw_all
from wijkteams.models import Wijk, WijkPage


def open_wards(count: int, *, start: int = 0) -> None:
    """Wards with a boundary, drawn at the end rather than after each."""
    for number in range(start, start + count):
        ward(f"Hof {number:03}", palette="haven")
    for wijk in Wijk.objects.filter(boundary__isnull=True):
        x = int(wijk.name[4:])
        Wijk.objects.filter(pk=wijk.pk).update(boundary=square(x % 10, x // 10))
    draw_all()


@pytest.fixture
def parts_of_five(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wijkteams.finder.PER_PAGE", 5)


@pytest.fixture
def three(hub: HomePage) -> None:
    open_wards(3)


def test_the_wards_stand_there_with_their_number_on_the_map(client: Client, three: None) -> None:
    answer = client.get("/wijken/")

    assert [(item.number, item.name) for item in answer.context["wijken"]] == [
        (1, "Hof 000"), (2, "Hof 001"), (3, "Hof 002"),
    ]  # fmt: skip
    assert answer.context["wijken"][0].outline_url.startswith("/media/omtrek/")
    assert len(answer.context["kaarten"]) == 1


def test_the_hub_shows_at_most_24_wards_and_the_way_to_all(client: Client, hub: HomePage) -> None:
    open_wards(26)

    answer = client.get("/")
    assert len(answer.context["wijken"]) == 24
    assert answer.context["wijken_total"] == 26
    assert "Alle 26 wijken" in answer.content.decode()
    assert 'href="/wijken/"' in answer.content.decode()


@pytest.mark.usefixtures("parts_of_five")
def test_many_wards_come_in_parts_without_gap_or_repeat(client: Client, hub: HomePage) -> None:
    open_wards(7)
    Wijk.objects.filter(name__in=["Hof 003", "Hof 004"]).update(status="gestopt")

    first = client.get("/wijken/")
    second = client.get(first.context["older_url"])
    slugs = [i.slug for answer in (first, second) for i in answer.context["wijken"]]
    assert len(first.context["wijken"]) == 5
    assert sorted(slugs) == sorted(Wijk.objects.values_list("slug", flat=True))
    assert slugs[-2:] == ["hof-003", "hof-004"]
    assert second.context["older_url"] is None


@pytest.mark.usefixtures("parts_of_five")
def test_what_was_found_comes_in_parts_too(client: Client, hub: HomePage) -> None:
    open_wards(7)

    first = client.get("/wijken/", {"q": "hof"})
    second = client.get(first.context["older_url"])
    assert second.context["query"] == "hof"
    assert [item.slug for item in second.context["wijken"]] == ["hof-005", "hof-006"]


@pytest.mark.usefixtures("parts_of_five")
def test_the_rest_of_what_was_found_is_no_reason_to_jump(client: Client, hub: HomePage) -> None:
    open_wards(6)

    first = client.get("/wijken/", {"q": "hof"})
    assert client.get(first.context["older_url"]).status_code == 200


def test_the_list_costs_the_same_for_two_wards_and_for_sixty(client: Client, hub: HomePage) -> None:
    urls = ("/", "/wijken/", "/hof-001/")
    open_wards(2)
    few = [count_queries(lambda u=url: client.get(u)) for url in urls]
    open_wards(58, start=2)
    many = [count_queries(lambda u=url: client.get(u)) for url in urls]

    assert many == few
    assert many[1] <= 12


def test_a_city_without_wards_has_the_screen_too(client: Client, hub: HomePage) -> None:
    answer = client.get("/wijken/")

    assert answer.status_code == 200
    assert answer.context["wijken"] == []


def test_the_screen_only_reads(client: Client, hub: HomePage) -> None:
    assert client.post("/wijken/", {"q": "2801"}).status_code == 405


def test_a_dormant_ward_says_so_in_words(client: Client, haven: Wijk) -> None:
    Wijk.objects.filter(pk=haven.pk).update(status="slapend")

    assert "Slapend" in client.get("/wijken/").content.decode()


def test_a_ward_whose_page_is_not_public_is_not_listed(client: Client, haven: Wijk) -> None:
    WijkPage.objects.get(wijk=haven).unpublish()

    assert client.get("/wijken/").context["wijken"] == []
