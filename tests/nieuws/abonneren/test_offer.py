"""Where a reader is offered the newsletter: front pages, the news, and a block on any page."""

from __future__ import annotations

import json
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from core.blocks import StoryBlock
from core.page_cache import drop_all
from nieuws.abonneren.urls import urlpatterns
from nieuws.models import Lijst, NieuwsbriefIndexPage
from nieuws.models.nieuwsbrief.nieuwsbrief_page import RESERVED
from tests.counting import count_queries
from tests.factories.nieuws import letter
from wijkteams.models import TekstPage, Thema, Wijk, WijkPage

WARD = "/havenkwartier/nieuwsbrief/aanmelden/"
CITY = "/nieuwsbrief/aanmelden/"


@pytest.fixture
def with_block(haven: Wijk) -> TekstPage:
    """A free page of Havenkwartier with the block on it."""
    value = {"title": "Lees het in uw mail", "text": "Met recept."}
    block = {"type": "newsletter", "value": value, "id": str(uuid4())}
    page = TekstPage(title="Over ons", slug="over-ons", body=json.dumps([block]))
    WijkPage.objects.get(wijk=haven).add_child(instance=page)
    return page


@pytest.mark.parametrize(
    ("page", "link"),
    [("/havenkwartier/", WARD), ("/havenkwartier/nieuws/", WARD), ("/", CITY), ("/nieuws/", CITY)],
)
def test_pages_lead_to_the_form(
    client: Client, lijst: Lijst, city_list: Lijst, page: str, link: str
) -> None:
    assert f'href="{link}"' in client.get(page).content.decode()


def test_no_form_stands_in_a_page_that_is_kept(
    client: Client, lijst: Lijst, with_block: TekstPage
) -> None:
    for path in ("/havenkwartier/", "/havenkwartier/over-ons/"):
        body = client.get(path).content.decode()
        assert 'method="post"' not in body
        assert "csrfmiddlewaretoken" not in body


def test_the_block_leads_to_the_form_of_its_ward(client: Client, with_block: TekstPage) -> None:
    body = client.get("/havenkwartier/over-ons/").content.decode()
    assert "Lees het in uw mail" in body
    assert f'href="{WARD}"' in body


@pytest.mark.parametrize("how", ["stopped", "closed"])
def test_nothing_is_offered_that_nobody_can_get(
    client: Client, haven: Wijk, lijst: Lijst, with_block: TekstPage, how: str
) -> None:
    if how == "stopped":
        Wijk.objects.filter(pk=haven.pk).update(status="gestopt")
    else:
        Lijst.objects.filter(pk=lijst.pk).update(is_open=False)
    drop_all("a test changed it")
    for path in ("/havenkwartier/", "/havenkwartier/nieuws/", "/havenkwartier/over-ons/"):
        assert WARD not in client.get(path).content.decode()


def test_it_costs_the_same_however_many_lists_there_are(client: Client, lijst: Lijst) -> None:
    paths = ("/havenkwartier/", "/havenkwartier/nieuws/", "/")
    few = [count_queries(lambda path=path: client.get(path)) for path in paths]  # type: ignore[misc]
    for number in range(12):
        thema = Thema.objects.create(wijk=lijst.wijk, name=f"T{number}", slug=f"t{number}")
        code = f"haven-{number}"
        Lijst.objects.create(wijk=lijst.wijk, thema=thema, title=thema.name, code=code)
    drop_all("a test made lists")
    many = [count_queries(lambda path=path: client.get(path)) for path in paths]  # type: ignore[misc]
    assert many == few


def test_the_block_comes_from_the_setting_behind_those_of_all_pages() -> None:
    names = list(StoryBlock().child_blocks)
    assert names.index("newsletter") > names.index("place")


def test_no_newsletter_can_take_the_address_of_a_form(haven: Wijk) -> None:
    own = [str(route.pattern).partition("nieuwsbrief/")[2] for route in urlpatterns]
    assert {path.partition("/")[0] for path in own} == RESERVED
    index = NieuwsbriefIndexPage.objects.get(wijk=haven)
    with pytest.raises(ValidationError, match="al een formulier"):
        letter(index, title="Afmelden", slug="afmelden")
