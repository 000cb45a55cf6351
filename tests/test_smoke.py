"""Every public page type answers."""

from __future__ import annotations

import pytest
from django.test import Client

from nieuws.models import NieuwsIndexPage
from tests.factories import news
from wijkteams.models import Wijk


@pytest.mark.parametrize(
    "url",
    [
        "/",
        "/nieuws/",
        "/wijken/",
        "/inloggen/",
        "/havenkwartier/",
        "/havenkwartier/nieuws/",
        "/havenkwartier/wijkteam/",
    ],
)
def test_page_answers(client: Client, haven: Wijk, url: str) -> None:
    assert client.get(url).status_code == 200


def test_news_item_answers_under_its_year(client: Client, haven_news: NieuwsIndexPage) -> None:
    page = news(haven_news, "De bus rijdt weer")

    response = client.get(f"/havenkwartier/nieuws/{page.date.year}/{page.slug}/")

    assert "De bus rijdt weer" in response.content.decode()


def test_stranger_is_sent_to_log_in(client: Client, hub: object) -> None:
    response = client.get("/beheer/")

    assert response.status_code == 302
    assert response["Location"].startswith("/inloggen/")


def test_editor_reaches_the_cms(as_joris: Client) -> None:
    assert as_joris.get("/beheer/").status_code == 200
