from __future__ import annotations

from urllib.robotparser import RobotFileParser

import pytest
from django.test import Client

from home.models import HomePage


def rules(client: Client) -> RobotFileParser:
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    parser = RobotFileParser()
    parser.parse(response.content.decode().splitlines())
    return parser


@pytest.mark.parametrize("path", ["/", "/havenkwartier/nieuws/", "/sitemap.xml", "/rss.xml"])
def test_crawlers_may_read_the_site(client: Client, hub: HomePage, path: str) -> None:
    assert rules(client).can_fetch("zoekmachine", f"http://testserver{path}")


@pytest.mark.parametrize("path", ["/beheer/", "/inloggen/", "/wachtwoord/vergeten/"])
def test_crawlers_leave_the_doors_of_volunteers_alone(
    client: Client, hub: HomePage, path: str
) -> None:
    assert not rules(client).can_fetch("zoekmachine", f"http://testserver{path}")


def test_robots_name_the_sitemap(client: Client, hub: HomePage) -> None:
    assert rules(client).site_maps() == ["http://testserver/sitemap.xml"]
