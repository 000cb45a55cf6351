"""In which ward a place lies: also on a border, outside all of them, and in words (G13)."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.signalen import category
from tests.wijkteams.signalen.vertellen.telling import EAST, answer, begin, draw, fill_in, tell
from wijkteams.models import Postcode, Wijk
from wijkteams.signalen.models import Signaal
from wijkteams.signalen.vertellen.wards import wards_at

pytestmark = pytest.mark.django_db

BORDER = "4.72000,52.01000"


@pytest.fixture
def two(haven: Wijk, sluis: Wijk) -> tuple[Wijk, Wijk]:
    """Two wards beside each other."""
    return draw(haven), draw(sluis, EAST)


def at_place(client: Client, wijk: Wijk | None) -> None:
    begin(client, wijk)
    answer(client, "onderwerp", categorie=category().pk)
    answer(client, "verhaal", titel="Donker", tekst="")


def test_a_place_in_another_ward_goes_to_that_team(client: Client, two: tuple[Wijk, Wijk]) -> None:
    signaal = tell(client, two[0], plek="4.73000,52.01000")

    assert signaal.wijk == two[1]


def test_on_a_border_who_tells_it_chooses(client: Client, two: tuple[Wijk, Wijk]) -> None:
    at_place(client, two[0])

    asked = answer(client, "plek", plek=BORDER, waar="Grensweg")
    chosen = answer(client, "plek", plek=BORDER, waar="Grensweg", wijk=str(two[1].pk))

    html = asked.content.decode()
    assert "ligt op een grens" in html
    assert two[0].name in html
    assert two[1].name in html
    assert chosen.status_code == 302
    review = client.get(reverse("signaal_nakijken")).content.decode()
    assert f"{two[1].name}" in review


def test_a_ward_that_the_place_is_not_near_cannot_be_chosen(
    client: Client, two: tuple[Wijk, Wijk]
) -> None:
    signaal = tell(client, two[0], wijk=str(two[1].pk))

    assert signaal.wijk == two[0]


@pytest.mark.parametrize("plek", ["5.90000,53.20000", "-73.9,40.7", "4.71000,-52.01000"])
def test_outside_all_wards_is_said_clearly(
    client: Client, two: tuple[Wijk, Wijk], plek: str
) -> None:
    at_place(client, two[0])

    response = answer(client, "plek", plek=plek, waar="Ver weg")

    html = response.content.decode()
    assert "niet in een van onze wijken" in html
    assert "Ver weg" in html


@pytest.mark.parametrize(
    "plek", ["nan,nan", "1e999,1", "x", "1,2,3", "4.71;52.01", "\u0664,\u0665"]
)
def test_no_place_at_all_is_no_place(client: Client, two: tuple[Wijk, Wijk], plek: str) -> None:
    at_place(client, two[0])

    assert answer(client, "plek", plek=plek, waar="").status_code == 200


def test_of_the_whole_city_the_ward_is_found_by_point_postcode_or_choice(
    client: Client, two: tuple[Wijk, Wijk]
) -> None:
    Postcode.objects.create(wijk=two[0], postcode="5014")

    by_point = tell(client, None, plek="4.73000,52.01000").wijk
    by_postcode = tell(client, None, plek="", waar="Kadeweg 12, 5014 ab").wijk
    by_choice = tell(client, None, plek="", waar="Kadeweg", wijk=str(two[1].pk)).wijk

    assert (by_point, by_postcode, by_choice) == (two[1], two[0], two[1])


def test_of_the_whole_city_a_street_alone_asks_for_the_ward(
    client: Client, two: tuple[Wijk, Wijk]
) -> None:
    at_place(client, None)

    assert "Kies de wijk" in answer(client, "plek", plek="", waar="Kadeweg").content.decode()
    assert not Signaal.objects.exists()


def test_well_inside_its_own_ward_no_other_border_is_read(
    two: tuple[Wijk, Wijk], django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert wards_at(52.01, 4.71, first=two[0]) == [two[0]]


def test_teams_that_stopped_get_no_place(two: tuple[Wijk, Wijk]) -> None:
    two[1].status = Wijk.Status.GESTOPT
    two[1].save()

    assert wards_at(52.01, 4.73) == []
    assert wards_at(52.01, 4.72) == [two[0]]


def test_the_outline_comes_from_our_own_server(client: Client, two: tuple[Wijk, Wijk]) -> None:
    url = reverse("signaal_omtrek", args=[two[0].slug])

    shapes = client.get(url).json()

    assert shapes["features"][0]["geometry"]["coordinates"][0][0][0] == [4.7, 52.0]
    assert len(client.get(reverse("signaal_omtrek", args=["stad"])).json()["features"]) == 2
    assert client.get(reverse("signaal_omtrek", args=["nergens"])).status_code == 404


def test_the_telephone_may_say_where_it_is_on_that_screen_only(
    client: Client, two: tuple[Wijk, Wijk]
) -> None:
    fill_in(client, two[0])

    asking = client.get(reverse("signaal_stap", args=["plek"]))
    other = client.get(reverse("signaal_stap", args=["verhaal"]))

    assert "geolocation=(self)" in asking["Permissions-Policy"]
    assert "geolocation=()" in other["Permissions-Policy"]
    assert "img-src 'self';" in asking["Content-Security-Policy"] + ";"
