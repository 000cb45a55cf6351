"""Where else residents come across initiatives: front pages, the search, newsletters, sitemap."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale

from core import page_cache
from home.models import HomePage
from nieuws.nieuwsbrief.gathering import gather
from tests.factories.initiatieven import initiatief
from wijkteams.initiatieven import services
from wijkteams.initiatieven.models import Initiatief, InitiatiefPage, Staat
from wijkteams.models import Wijk

PAGES = (
    "/",
    "/havenkwartier/",
    "/initiatieven/",
    "/havenkwartier/initiatieven/",
    "/havenkwartier/initiatieven/rss.xml",
    "/havenkwartier/initiatieven/initiatieven.json",
    "/havenkwartier/initiatieven/initiatieven.geojson",
    "/havenkwartier/initiatieven/boodschappenbus/",
)


@pytest.mark.parametrize("url", ["/", "/havenkwartier/"])
def test_the_front_shows_what_goes_on_and_who_asks_for_help_first(
    client: Client, haven: Wijk, url: str
) -> None:
    initiatief(haven, title="Bus", zoekt_hulp=True)
    for name in ("Tuin", "Koor", "Kluis"):
        initiatief(haven, title=name)
    initiatief(haven, title="Voorbij", staat=Staat.GESTOPT)
    text = client.get(url).content.decode()
    shown = [name for name in ("Bus", "Tuin", "Koor", "Kluis", "Voorbij") if f">{name}</a>" in text]
    assert len(shown) == 3
    assert "Bus" in shown
    assert "Voorbij" not in shown
    places = [text.index(f">{name}</a>") for name in shown]
    assert text.index(">Bus</a>") == min(places)


def test_a_front_page_in_another_language_leads_to_no_list_that_is_not_there(
    client: Client, haven: Wijk
) -> None:
    initiatief(haven)
    hub = HomePage.objects.get(locale__language_code="nl")
    english = hub.copy_for_translation(Locale.objects.create(language_code="en"))
    english.save_revision().publish()

    for url in ("/", "/en/"):
        text = client.get(url).content.decode()
        ways = [way for way in re.findall(r'class="more" href="([^"]+)"', text) if "init" in way]
        assert ("/initiatieven/" in ways) == (url == "/")
        assert all(client.get(way).status_code == 200 for way in ways)


def test_a_newsletter_tells_of_a_new_one(haven: Wijk) -> None:
    row = initiatief(haven)
    page = InitiatiefPage.objects.get(translation_key=row.translation_key)
    found = gather(haven, timezone.now() - timedelta(days=7))
    assert page.pk in [pk for group in found.groups for pk in group.pages]


def test_search_engines_find_its_page(client: Client, haven: Wijk) -> None:
    row = initiatief(haven)
    page = InitiatiefPage.objects.get(translation_key=row.translation_key)
    part = page.pk // 1000
    assert page.get_url() in client.get(f"/sitemap-{part}.xml").content.decode()


@pytest.mark.parametrize("url", PAGES)
def test_every_page_that_shows_one_goes_when_it_changes(
    client: Client, haven: Wijk, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = initiatief(haven)
    shown: list[str] = []
    dropped: list[str] = []
    monkeypatch.setattr(page_cache, "shows", lambda *keys: shown.extend(keys))
    monkeypatch.setattr(page_cache, "drop", lambda *keys: dropped.extend(keys))
    answer = client.get(url)
    assert answer.status_code == 200
    if answer.streaming:
        list(answer.streaming_content)  # type: ignore[attr-defined]
    services.touch(Initiatief.objects.get(pk=row.pk))
    assert set(shown) & set(dropped)
