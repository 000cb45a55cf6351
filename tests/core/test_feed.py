"""News as RSS: whose, in which language, and never what is not public."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, PageViewRestriction

from home.models import HomePage
from nieuws.models import NieuwsIndexPage
from tests.factories import news, photo
from wijkteams.models import TekstPage, Wijk, WijkPage


def items(client: Client, url: str) -> list[ElementTree.Element]:
    response = client.get(url)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/rss+xml")
    return ElementTree.fromstring(response.content).findall("channel/item")


def titles(client: Client, url: str) -> list[str | None]:
    return [item.findtext("title") for item in items(client, url)]


def restrict(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def test_ward_tells_its_own_news_and_the_hub_that_of_all(
    client: Client, haven_news: NieuwsIndexPage, sluis_news: NieuwsIndexPage
) -> None:
    news(haven_news, "Bus", date=date(2026, 3, 1))
    news(sluis_news, "Boom", date=date(2026, 3, 2))

    assert titles(client, "/havenkwartier/rss.xml") == ["Bus"]
    assert titles(client, "/havenkwartier/nieuws/rss.xml") == ["Bus"]
    assert titles(client, "/rss.xml") == ["Oude Sluis: Boom", "Havenkwartier: Bus"]
    assert titles(client, "/nieuws/rss.xml") == ["Oude Sluis: Boom", "Havenkwartier: Bus"]


def test_item_has_a_date_a_summary_and_whole_addresses(
    client: Client, haven: Wijk, haven_news: NieuwsIndexPage
) -> None:
    page = news(
        haven_news,
        "Bus",
        date=date(2026, 3, 1),
        summary="Elke <b>vrijdag</b>.",
        image=photo(haven),
        image_alt='Een "bus"',
    )

    [item] = items(client, "/havenkwartier/rss.xml")
    description = item.findtext("description") or ""

    assert item.findtext("link") == f"http://testserver/havenkwartier/nieuws/2026/{page.slug}/"
    assert item.findtext("pubDate") == "Sun, 01 Mar 2026 12:00:00 +0100"
    assert "Elke &lt;b&gt;vrijdag&lt;/b&gt;." in description
    assert 'src="http://testserver/media/' in description
    assert 'alt="Een &quot;bus&quot;"' in description


@override_settings(WAGTAILADMIN_BASE_URL="https://wijken.sluisdam.example", ALLOWED_HOSTS=["*"])
def test_addresses_never_come_from_the_host_header(
    client: Client, haven_news: NieuwsIndexPage
) -> None:
    news(haven_news, "Bus")

    text = client.get("/rss.xml", headers={"host": "evil.example"}).content.decode()

    assert "evil.example" not in text
    assert "https://wijken.sluisdam.example/havenkwartier/nieuws/" in text


def test_guid_survives_a_new_address(client: Client, haven_news: NieuwsIndexPage) -> None:
    page = news(haven_news, "Bus")
    [before] = items(client, "/rss.xml")
    page.slug = "een-nieuw-adres"
    page.save()
    [after] = items(client, "/rss.xml")

    assert before.findtext("link") != after.findtext("link")
    assert before.findtext("guid") == after.findtext("guid")
    guid = after.find("guid")
    assert guid is not None
    assert guid.get("isPermaLink") == "false"


@pytest.mark.parametrize(
    "title", ["</title><script>alert(1)</script>", "]]>", "&lt;", "a\x0bb\x1f\ufffe", "🚌 \u202e"]
)
def test_hostile_title_is_only_text(
    client: Client, haven_news: NieuwsIndexPage, title: str
) -> None:
    news(haven_news, title, slug="bus", summary=title)

    [item] = items(client, "/havenkwartier/rss.xml")

    assert item.findtext("title") == title.replace("\x0b", "").replace("\x1f\ufffe", "")


def test_private_draft_and_withdrawn_items_stay_out(
    client: Client, as_joris: Client, haven_news: NieuwsIndexPage
) -> None:
    restrict(news(haven_news, "Besloten"))
    news(haven_news, "Concept", live=False)
    news(haven_news, "Ingetrokken").unpublish()

    assert titles(client, "/rss.xml") == []
    assert titles(as_joris, "/rss.xml") == []


def test_private_page_has_no_feed_for_anybody(
    client: Client, as_joris: Client, haven: Wijk, haven_news: NieuwsIndexPage
) -> None:
    news(haven_news, "Bus")
    restrict(WijkPage.objects.get(wijk=haven))

    for url in ("/havenkwartier/rss.xml", "/havenkwartier/nieuws/rss.xml"):
        assert client.get(url).status_code == 404
        assert as_joris.get(url).status_code == 404
    assert titles(client, "/rss.xml") == []


def test_unpublished_page_has_no_feed(client: Client, haven_news: NieuwsIndexPage) -> None:
    haven_news.unpublish()

    assert client.get("/havenkwartier/nieuws/rss.xml").status_code == 404


@pytest.mark.parametrize(
    "url",
    [
        "/havenkwartier/wijkteam/rss.xml",
        "/huisregels/rss.xml",
        "/bestaat-niet/rss.xml",
        "/havenkwartier/kalender.ics",
        "/havenkwartier/nog.iets.xml",
        "/havenkwartier/rss.xml/",
        "/beheer/rss.xml",
        "/tr/rss.xml",
        "/nl/rss.xml",
    ],
)
def test_other_addresses_have_none(client: Client, haven: Wijk, hub: HomePage, url: str) -> None:
    hub.add_child(instance=TekstPage(title="Huisregels", slug="huisregels"))

    assert client.get(url).status_code in {302, 403, 404}


def test_translated_ward_has_a_feed_in_that_language(
    client: Client, haven_news: NieuwsIndexPage
) -> None:
    english = Locale.objects.create(language_code="en")
    bus = news(haven_news, "Bus naar de markt")
    news(haven_news, "Niet vertaald")
    translated = bus.copy_for_translation(english, copy_parents=True)
    translated.title = "Bus to the market"
    translated.save_revision().publish()

    response = client.get("/en/havenkwartier/rss.xml")

    assert "Bus to the market" in response.content.decode()
    assert "<language>en</language>" in response.content.decode()
    assert "Niet vertaald" not in response.content.decode()
    assert titles(client, "/en/rss.xml") == ["Havenkwartier: Bus to the market"]


def test_no_more_than_thirty_items(client: Client, haven_news: NieuwsIndexPage) -> None:
    for number in range(32):
        news(haven_news, f"Bus {number}")

    assert len(items(client, "/rss.xml")) == 30


def test_unchanged_feed_is_not_sent_again(client: Client, haven_news: NieuwsIndexPage) -> None:
    news(haven_news, "Bus", date=date(2026, 3, 1))
    first = client.get("/rss.xml")
    again = client.get("/rss.xml", headers={"if-none-match": first["ETag"]})

    assert "max-age" in first["Cache-Control"]
    assert again.status_code == 304
    assert again.content == b""


def test_feed_sets_no_cookie_and_takes_no_post(client: Client, hub: HomePage) -> None:
    assert not client.get("/rss.xml").cookies
    assert client.post("/rss.xml").status_code == 405


def test_queries_do_not_grow_with_the_news(client: Client, haven_news: NieuwsIndexPage) -> None:
    counts = []
    for round_number in range(2):
        for number in range(10):
            news(haven_news, f"Bus {round_number} {number}")
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            client.get("/rss.xml")
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert counts[0] <= 12
