"""Pages with one thing to do: on a telephone the question is in sight, not a menu."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.initiatieven import idee, initiatief, initiator, need
from wijkteams.initiatieven import tokens
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


def head_of(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    return response.content.decode().partition("<body")[2].partition("<main")[0]


def test_no_menu_stands_between_a_reader_and_the_question(client: Client, haven: Wijk) -> None:
    bus = initiatief(haven)
    nemer, asked, idea = initiator(bus), need(bus), idee(haven)
    key, own = bus.translation_key, tokens.make(tokens.BEHEREN, nemer.code)
    asker = idea.initiatiefnemers.get()

    for url in (
        f"{reverse('idee:nieuw')}?wijk={haven.slug}",
        reverse("idee:status", args=[tokens.make(tokens.AANVRAAG, idea.code)]),
        reverse("idee:mee", args=[tokens.make(tokens.NEMER, asker.code)]),
        reverse("steun:steunen", args=[key]),
        reverse("steun:volgen", args=[key]),
        f"/initiatief/{key}/helpen/{asked.code}/",
        reverse("initiatief_ook", args=[key]),
        reverse("initiatiefnemer:beheren", args=[own]),
        reverse("initiatiefnemer:bericht", args=[own]),
    ):
        head = head_of(client, url)
        assert "site-header--slim" in head, url
        assert "<nav" not in head, url
