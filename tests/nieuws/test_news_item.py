"""A news item as a reader sees it (N1)."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client

from nieuws.models import NieuwsIndexPage
from tests.factories import news, photo
from wijkteams.models import Buurt, Thema, Wijk

pytestmark = pytest.mark.django_db


def test_item_shows_all_that_the_editor_filled_in(
    client: Client, haven: Wijk, haven_news: NieuwsIndexPage
) -> None:
    item = news(
        haven_news,
        "De bus rijdt weer",
        summary="Elke vrijdag om half tien.",
        image=photo(haven),
        image_alt="Een rode bus op de kade",
        photo_credit="Lotte",
        rectificatie="De bus rijdt om half tien, niet om tien uur.",
        body=[
            {"type": "text", "value": {"text": "<h2>Meerijden</h2><p>Bel ons.</p>"}},
            {"type": "quote", "value": {"quote": "Gezellig!", "source": "Ria"}},
            {
                "type": "callout",
                "value": {"kind": "warning", "title": "Let op", "text": "<p>Vol.</p>"},
            },
            {
                "type": "contact",
                "value": {"name": "Samira", "role": "Bus", "phone": "0500 123 401", "email": ""},
            },
        ],
    )
    item.buurten.add(Buurt.objects.create(wijk=haven, name="De Kade", slug="de-kade"))
    item.themas.add(Thema.objects.create(name="Vervoer", slug="vervoer"))
    item.save()

    html = client.get(item.get_url()).content.decode()

    for text in (
        "Elke vrijdag om half tien.",
        'alt="Een rode bus op de kade"',
        "Lotte",
        "niet om tien uur",
        "Meerijden",
        "Gezellig!",
        "Samira",
        "0500 123 401",
        "De Kade",
        "Vervoer",
    ):
        assert text in html, text


def test_old_item_says_that_it_is_old(client: Client, haven_news: NieuwsIndexPage) -> None:
    item = news(haven_news, relevant_until=datetime.date(2020, 1, 1))

    assert item.is_outdated
    assert "was van belang tot en met 1 januari 2020" in client.get(item.get_url()).content.decode()


def test_hostile_text_is_shown_as_text(client: Client, haven_news: NieuwsIndexPage) -> None:
    item = news(haven_news, "<script>alert(1)</script>", summary='"><img src=x onerror=alert(1)>')

    html = client.get(item.get_url()).content.decode()

    assert "<script>alert" not in html
    assert "<img src=x" not in html


def test_item_with_a_lost_picture_still_shows(
    client: Client, haven: Wijk, haven_news: NieuwsIndexPage
) -> None:
    picture = photo(haven)
    item = news(haven_news, "De bus rijdt weer", image=picture)
    picture.file.storage.delete(picture.file.name)

    for url in (item.get_url(), "/havenkwartier/", "/nieuws/"):
        response = client.get(url)
        assert response.status_code == 200
        assert "De bus rijdt weer" in response.content.decode()
