"""The list of pages for search engines."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, PageViewRestriction

from home.models import HomePage
from nieuws.models import NieuwsIndexPage
from tests.factories import activiteit_page, news, weekly
from wijkteams.activiteiten.models import AgendaPage
from wijkteams.models import Vermelding, Wijk, WijkPage

NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def parts(client: Client) -> list[str]:
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    return [loc.text or "" for loc in root.findall("s:sitemap/s:loc", NS)]


def addresses(client: Client) -> list[str]:
    found: list[str] = []
    for part in parts(client):
        root = ElementTree.fromstring(client.get(part.removeprefix("http://testserver")).content)
        found += [loc.text or "" for loc in root.findall("s:url/s:loc", NS)]
    return found


def test_sitemap_names_all_public_pages(client: Client, haven_news: NieuwsIndexPage) -> None:
    page = news(haven_news, "Bus")

    found = addresses(client)

    assert {
        "http://testserver/",
        "http://testserver/nieuws/",
        "http://testserver/havenkwartier/",
        "http://testserver/havenkwartier/wijkteam/",
        f"http://testserver/havenkwartier/nieuws/{page.date.year}/bus/",
    } <= set(found)
    assert len(found) == len(set(found))
    assert all(
        client.get(url.removeprefix("http://testserver")).status_code == 200 for url in found
    )


def test_private_and_unpublished_pages_stay_out(
    client: Client, as_joris: Client, haven: Wijk, haven_news: NieuwsIndexPage, sluis: Wijk
) -> None:
    news(haven_news, "Bus")
    PageViewRestriction.objects.create(
        page=WijkPage.objects.get(wijk=haven), restriction_type=PageViewRestriction.LOGIN
    )
    WijkPage.objects.get(wijk=sluis).unpublish()

    for browser in (client, as_joris):
        assert not [url for url in addresses(browser) if "havenkwartier" in url]
        assert "http://testserver/oude-sluis/" not in addresses(browser)


def test_page_names_its_other_languages(client: Client, haven_news: NieuwsIndexPage) -> None:
    english = Locale.objects.create(language_code="en")
    bus = news(haven_news, "Bus")
    translated = bus.copy_for_translation(english, copy_parents=True)
    translated.save_revision().publish()

    # The numbers of the pages decide in which part they stand: on PostgreSQL perhaps not in one.
    urls = [
        url
        for part in parts(client)
        for url in ElementTree.fromstring(
            client.get(part.removeprefix("http://testserver")).content
        ).findall("s:url", NS)
    ]
    links = {
        url.findtext("s:loc", namespaces=NS): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", NS)
        }
        for url in urls
    }

    year = bus.date.year
    dutch = f"http://testserver/havenkwartier/nieuws/{year}/bus/"
    english_url = f"http://testserver/en/havenkwartier/nieuws/{year}/{translated.slug}/"
    assert links[dutch] == links[english_url] == {"nl": dutch, "en": english_url}
    assert links["http://testserver/havenkwartier/wijkteam/"] == {}


@override_settings(WAGTAILADMIN_BASE_URL="https://wijken.sluisdam.example", ALLOWED_HOSTS=["*"])
def test_addresses_never_come_from_the_host_header(client: Client, haven: Wijk) -> None:
    text = client.get("/sitemap.xml", headers={"host": "evil.example"}).content.decode()

    assert "https://wijken.sluisdam.example/sitemap-0.xml" in text


def test_parts_stay_small(
    client: Client, haven_news: NieuwsIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wijkteams.vermeldingen.sitemap.PART_SIZE", 5)
    for number in range(12):
        news(haven_news, f"Bus {number}")

    assert len(parts(client)) > 3
    assert len([url for url in addresses(client) if "/bus-" in url]) == 12


@pytest.mark.parametrize("number", ["9999", "99999999999999999999999", "x", "-1"])
def test_part_that_is_not_there_is_404(client: Client, hub: HomePage, number: str) -> None:
    assert client.get(f"/sitemap-{number}.xml").status_code == 404


def test_queries_do_not_grow_with_the_pages(client: Client, haven_news: NieuwsIndexPage) -> None:
    counts = []
    for round_number in range(2):
        for number in range(10):
            news(haven_news, f"Bus {round_number} {number}")
        with CaptureQueriesContext(connection) as queries:
            client.get("/sitemap-0.xml")
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert counts[0] <= 6


def test_of_a_series_only_the_page_itself_stands_here(client: Client, haven: Wijk) -> None:
    agenda = AgendaPage.objects.get(wijk=haven)
    page = activiteit_page(agenda, "Koffie", rule=weekly(count=3))

    assert [url for url in addresses(client) if "/koffie/" in url] == [
        f"http://testserver{page.get_url()}"
    ]


def test_index_names_no_part_that_is_empty(
    client: Client, haven_news: NieuwsIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wijkteams.vermeldingen.sitemap.PART_SIZE", 1)
    news(haven_news, "Bus")
    Locale.objects.create(language_code="en")
    english = Locale.objects.get(language_code="en")
    HomePage.objects.get().copy_for_translation(english)  # a draft
    item = news(haven_news, "Fiets")
    Vermelding.objects.filter(page=item.pk).update(locale=english)
    agenda = AgendaPage.objects.get(wijk=haven_news.wijk)
    activiteit_page(agenda, "Koffie", rule=weekly(count=3))

    found = parts(client)

    assert len(found) > 5
    for part in found:
        assert client.get(part.removeprefix("http://testserver")).status_code == 200
