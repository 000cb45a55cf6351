"""Among many wards somebody types a name; among a few there is a list."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.conftest import client_of
from tests.factories import lid, photo_file
from wijkteams.models import Buurt, Image, Wijk
from wijkteams.roles import Rol
from wijkteams.ward_picker import MOST_IN_A_LIST, label_of

pytestmark = pytest.mark.django_db
ADD_BUURT = reverse("buurt:add")


@pytest.fixture
def many(haven: Wijk) -> list[Wijk]:
    """So many wards that a list of them is no help; two have the same name."""
    return Wijk.objects.bulk_create(
        Wijk(code=f"W-{n}", name="Bosgebied" if n < 2 else f"Wijk {n}", slug=f"wijk-{n}")
        for n in range(MOST_IN_A_LIST)
    )


def add(client: Client, typed: str, name: str = "Loodsveld") -> str:
    """Post the form of a new buurt; gives back what the screen says."""
    response = client.post(ADD_BUURT, {"wijk": typed, "name": name, "code": "", "boundary": ""})
    return "" if response.status_code == 302 else response.content.decode()


def test_form_of_a_large_city_does_not_list_its_wards(as_bea: Client, many: list[Wijk]) -> None:
    screen = as_bea.get(ADD_BUURT).content.decode()

    assert "Wijk 33" not in screen
    assert "Typ (een deel van) de naam van de wijk." in screen


def test_form_of_a_small_city_still_lists_them(as_bea: Client, haven: Wijk) -> None:
    assert f'<option value="{haven.pk}">Havenkwartier</option>' in as_bea.get(
        ADD_BUURT
    ).content.decode().replace("  ", "")


@pytest.mark.parametrize("typed", ["Havenkwartier", "havenkwartier", "  HAVEN ", "haven"])
def test_name_or_a_part_of_it_is_enough(
    as_bea: Client, haven: Wijk, many: list[Wijk], typed: str
) -> None:
    assert add(as_bea, typed) == ""
    assert Buurt.objects.get().wijk == haven


def test_two_wards_of_one_name_are_told_apart(as_bea: Client, many: list[Wijk]) -> None:
    screen = add(as_bea, "Bosgebied")

    assert "Er zijn meer wijken die zo heten." in screen
    assert "Bedoel je:" in screen
    assert "Bosgebied (wijk-1)" in screen
    assert add(as_bea, "Bosgebied (wijk-1)") == ""
    assert Buurt.objects.get().wijk.slug == "wijk-1"


def test_name_that_no_ward_has_is_refused_in_words(as_bea: Client, many: list[Wijk]) -> None:
    screen = add(as_bea, "Nergenshuizen<script>")

    assert "Er is geen wijk met" in screen
    assert "Nergenshuizen<script>" not in screen
    assert not Buurt.objects.exists()


@pytest.mark.parametrize("typed", ["9" * 30, "999999", "\0", "%", "²", "٣"])
def test_strange_words_are_refused(as_bea: Client, many: list[Wijk], typed: str) -> None:
    assert add(as_bea, typed)
    assert not Buurt.objects.exists()


def test_volunteer_of_another_ward_cannot_type_its_name(
    many: list[Wijk], haven: Wijk, sluis: Wijk
) -> None:
    volunteer = lid("veel@sluisdam.example", Rol.WIJKBEHEERDER, sluis)
    for wijk in many:
        wijk.lidmaatschappen.create(user=volunteer, rol=Rol.WIJKBEHEERDER)
    client = client_of(volunteer)

    assert "Er is geen wijk met" in add(client, "Havenkwartier")
    assert add(client, str(haven.pk))
    assert not Buurt.objects.exists()


def test_list_is_narrowed_by_a_typed_name(as_bea: Client, haven: Wijk, many: list[Wijk]) -> None:
    Buurt.objects.create(wijk=haven, name="Loodsveld", slug="loodsveld")
    Buurt.objects.create(wijk=many[5], name="Elders", slug="elders")

    screen = as_bea.get(reverse("buurt:index"), {"wijk": "haven"}).content.decode()

    assert "Loodsveld" in screen
    assert "Elders" not in screen


def test_picture_of_the_city_or_of_a_typed_ward(
    as_bea: Client, haven: Wijk, many: list[Wijk]
) -> None:
    answers = {"photographer": "Bea", "licence": "zelf", "consent": "niemand", "description": "x"}
    for title, typed in (("Van de stad", ""), ("Van de haven", label_of(haven))):
        data = {"title": title, "file": photo_file(), "wijk": typed, **answers}
        assert as_bea.post(reverse("wagtailimages:add"), data).status_code == 302

    assert Image.objects.get(title="Van de stad").wijk is None
    image = Image.objects.get(title="Van de haven")
    assert image.wijk == haven
    form = as_bea.get(reverse("wagtailimages:edit", args=[image.pk])).content.decode()
    assert 'value="Havenkwartier (havenkwartier)"' in form
    assert "Leeg: De stad." in form
