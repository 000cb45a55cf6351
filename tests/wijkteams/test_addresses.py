"""Addresses of wards: what may be one, and what becomes of an old one."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Locale

from nieuws.models import NieuwsIndexPage
from tests.factories import news
from wijkteams.addresses import free_slug, reserved_slugs, validate_ward_slug
from wijkteams.models import Wijk, WijkPage
from wijkteams.services import change_address, open_ward


@pytest.mark.parametrize(
    "slug",
    [
        "beheer",
        "en",
        "ar",
        "nieuws",
        "zoeken",
        "inloggen",
        "static",
        "agenda",
        "wijken",
        "mijn",
        "Oude-Sluis",
        "oude sluis",
        "",
        "1234",
        "livez",
    ],
)
def test_address_that_the_site_needs_is_refused(slug: str) -> None:
    with pytest.raises(ValidationError):
        validate_ward_slug(slug)


def test_ordinary_address_is_taken() -> None:
    assert "oude-sluis" not in reserved_slugs()
    validate_ward_slug("oude-sluis")


def test_every_first_part_of_the_urlconf_is_reserved() -> None:
    assert {"beheer", "inloggen", "uitloggen", "wachtwoord", "documenten"} <= reserved_slugs()


def test_second_ward_of_a_name_gets_a_clear_address() -> None:
    first = free_slug("Bosgebied", gemeente="Amersfoort", taken=set())
    second = free_slug("Bosgebied", gemeente="Amersfoort", taken={first})
    third = free_slug("Bosgebied", gemeente="Amersfoort", taken={first, second})

    assert (first, second, third) == ("bosgebied", "bosgebied-amersfoort", "bosgebied-amersfoort-2")


def test_name_that_is_reserved_gets_another_address() -> None:
    assert free_slug("Agenda", taken=set()) == "agenda-wijk"


@pytest.mark.django_db
def test_ward_with_a_reserved_address_is_not_opened(hub: object) -> None:
    with pytest.raises(ValidationError) as refusal:
        open_ward(name="Zoeken", slug="zoeken")

    assert "slug" in refusal.value.message_dict
    assert not Wijk.objects.exists()


@pytest.mark.django_db
def test_two_wards_of_one_name_both_open(hub: object) -> None:
    slugs = [open_ward(name="Centrum", gemeente="Gouda").slug for _ in range(2)]

    assert slugs == ["centrum", "centrum-gouda"]


def test_old_address_leads_on_in_every_language(
    client: Client, haven_news: NieuwsIndexPage
) -> None:
    wijk = Wijk.objects.get(slug="havenkwartier")
    item = news(haven_news, "De bus rijdt weer")
    english = Locale.objects.create(language_code="en")
    hub_page = WijkPage.objects.get(wijk=wijk).get_parent().specific
    hub_page.copy_for_translation(english)
    translated = WijkPage.objects.get(wijk=wijk).copy_for_translation(english)
    translated.live = True
    translated.save()

    change_address(wijk, "kade")

    moved = client.get(f"/havenkwartier/nieuws/{item.date.year}/{item.slug}/?van=mail")
    assert moved.status_code == 301
    assert moved["Location"] == f"/kade/nieuws/{item.date.year}/{item.slug}/?van=mail"
    assert client.get(moved["Location"]).status_code == 200
    assert client.get("/en/havenkwartier/")["Location"] == "/en/kade/"


def test_address_goes_back_without_a_loop(client: Client, haven: Wijk) -> None:
    change_address(haven, "kade")
    change_address(haven, "havenkwartier")

    assert client.get("/havenkwartier/").status_code == 200
    assert client.get("/kade/")["Location"] == "/havenkwartier/"


def test_unknown_address_stays_unknown(client: Client, haven: Wijk) -> None:
    assert client.get("/bestaat-niet/").status_code == 404


@pytest.mark.parametrize("path", ["/%00", "/%00/", "/kade%00/x/", "/en/%00/"])
def test_address_with_a_zero_byte_is_unknown(client: Client, haven: Wijk, path: str) -> None:
    assert client.get(path).status_code == 404


def test_old_address_is_not_given_to_another_ward(haven: Wijk) -> None:
    change_address(haven, "kade")

    assert open_ward(name="Havenkwartier").slug != "havenkwartier"


def test_code_of_a_ward_never_changes(haven: Wijk) -> None:
    haven.code = "WK000000"

    with pytest.raises(ValidationError):
        haven.save()
