"""Looking at a newsletter beforehand: Web, E-mail and Tekst, of what is in the editor now (N2)."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from nieuws.models import NieuwsbriefIndexPage, NieuwsIndexPage
from nieuws.nieuwsbrief.modes import MODES
from nieuws.nieuwsbrief.rendering import MARKS
from tests.factories import news, photo
from tests.factories.nieuws import item, letter
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


def test_three_ways_and_room_for_print() -> None:
    assert [str(label) for _name, label in MODES] == ["Web", "E-mail", "Tekst"]


@pytest.mark.parametrize(
    ("mode", "content_type", "said"),
    [
        ("", "text/html", "<h1>Soep voor iedereen</h1>"),
        ("mail", "text/html", 'role="presentation"'),
        ("tekst", "text/plain", "SOEP VOOR IEDEREEN"),
    ],
)
def test_each_shows_the_draft(
    as_joris: Client,
    haven: Wijk,
    haven_letters: NieuwsbriefIndexPage,
    haven_news: NieuwsIndexPage,
    mode: str,
    content_type: str,
    said: str,
) -> None:
    page = letter(haven_letters, item(news(haven_news, image=photo(haven))), live=False)
    page.save_revision()

    answer = as_joris.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]), {"mode": mode})

    assert answer.status_code == 200
    assert answer["Content-Type"].startswith(content_type)
    html = answer.content.decode()
    assert said in html
    assert "De bus rijdt weer" in html
    assert not any(mark in html for mark in MARKS)


def test_a_stranger_sees_no_draft(as_fatma: Client, haven_letters: NieuwsbriefIndexPage) -> None:
    page = letter(haven_letters, live=False)
    page.save_revision()

    answer = as_fatma.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))

    assert answer.status_code in (302, 403, 404)
