"""What pages tell search engines and shared links."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest
from django.test import Client, override_settings

from core.structured import as_script_json
from home.models import HomePage
from nieuws.models import NieuwsIndexPage
from tests.factories import news, photo
from wijkteams.models import TekstPage, Wijk

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def html_of(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def things(client: Client, url: str) -> dict[str, dict[str, Any]]:
    """What the page says it is, by type."""
    [script] = SCRIPT.findall(html_of(client, url))
    data = json.loads(script)
    assert data["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in data["@graph"]}


def og(client: Client, url: str) -> dict[str, str]:
    return dict(
        re.findall(r'<meta property="og:([\w:]+)"\s+content="([^"]*)"', html_of(client, url))
    )


def test_hub_is_a_web_site_that_can_be_searched(client: Client, hub: HomePage) -> None:
    site = things(client, "/")["WebSite"]

    assert site["name"] == "Wijkplein Sluisdam"
    assert site["potentialAction"]["target"]["urlTemplate"] == (
        "http://testserver/zoeken/?q={search_term_string}"
    )


def test_ward_is_an_organization(client: Client, haven: Wijk) -> None:
    haven.contact_email = "haven@sluisdam.example"
    haven.save()

    team = things(client, "/havenkwartier/")["Organization"]

    assert team["name"] == "Havenkwartier"
    assert team["url"] == "http://testserver/havenkwartier/"
    assert team["email"] == "haven@sluisdam.example"
    assert "telephone" not in team


def test_news_is_an_article_of_its_ward(
    client: Client, haven: Wijk, haven_news: NieuwsIndexPage
) -> None:
    page = news(haven_news, "De bus", date=date(2026, 3, 1), image=photo(haven), summary="Kort.")
    found = things(client, page.get_url())

    article = found["NewsArticle"]
    assert article["headline"] == "De bus"
    assert article["datePublished"].startswith("2026-")
    assert article["publisher"]["url"] == "http://testserver/havenkwartier/"
    assert article["image"][0].startswith("http://testserver/media/")
    names = [step["name"] for step in found["BreadcrumbList"]["itemListElement"]]
    assert names[-1] == "De bus"
    assert "Havenkwartier" in names


def test_page_without_a_kind_has_its_breadcrumbs(client: Client, hub: HomePage) -> None:
    hub.add_child(instance=TekstPage(title="Over ons", slug="over-ons"))

    assert list(things(client, "/over-ons/")) == ["BreadcrumbList"]


def test_hostile_title_cannot_leave_the_script(client: Client, haven_news: NieuwsIndexPage) -> None:
    title = "</script><script>alert('x')</script><!-- & \u2028"
    page = news(haven_news, title, slug="vreemd", summary=title)

    assert things(client, page.get_url())["NewsArticle"]["headline"] == title
    assert "<script>alert" not in html_of(client, page.get_url())


@pytest.mark.parametrize("sign", ["<", ">", "&", "\u2028", "\u2029"])
def test_signs_that_mean_something_to_html_are_escaped(sign: str) -> None:
    text = as_script_json({"a": sign})

    assert sign not in text
    assert json.loads(text) == {"a": sign}


def test_shared_link_shows_title_summary_and_picture(
    client: Client, haven: Wijk, haven_news: NieuwsIndexPage
) -> None:
    page = news(haven_news, "De bus", summary="Elke vrijdag.", image=photo(haven), image_alt="Bus")

    shown = og(client, page.get_url())

    assert shown["type"] == "article"
    assert shown["title"] == "De bus"
    assert shown["description"] == "Elke vrijdag."
    assert shown["url"] == f"http://testserver{page.get_url()}"
    assert shown["image"].startswith("http://testserver/media/")
    assert shown["image:alt"] == "Bus"
    assert int(shown["image:width"]) > 0


def test_page_without_picture_shows_that_of_the_site(client: Client, haven: Wijk) -> None:
    shown = og(client, "/havenkwartier/")

    assert shown["type"] == "website"
    assert shown["image"] == "http://testserver/static/img/social.png"


@override_settings(WAGTAILADMIN_BASE_URL="https://wijken.sluisdam.example", ALLOWED_HOSTS=["*"])
def test_addresses_never_come_from_the_host_header(client: Client, haven: Wijk) -> None:
    html = client.get("/havenkwartier/", headers={"host": "evil.example"}).content.decode()

    assert "evil.example" not in html
    assert "https://wijken.sluisdam.example/havenkwartier/" in html


@pytest.mark.parametrize("path", ["/zoeken/", "/wijken/", "/privacy/"])
def test_a_screen_that_is_no_page_says_what_it_is_too(
    client: Client, haven: Wijk, path: str
) -> None:
    html = client.get(path).content.decode()

    assert re.search(r'<meta name="description" content="[^"]{30,}">', html)
    assert f'<link rel="canonical" href="http://testserver{path}">' in html
    assert "og:image" in html


def test_only_what_somebody_looked_for_is_kept_from_search_engines(
    client: Client, haven: Wijk
) -> None:
    assert "X-Robots-Tag" not in client.get("/zoeken/")
    assert client.get("/zoeken/", {"q": "bus"})["X-Robots-Tag"] == "noindex"
