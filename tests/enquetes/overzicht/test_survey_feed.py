"""Surveys as RSS: what is asked, and later once more with what came out."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone

from enquetes.models import Enquete, EnqueteIndexPage
from enquetes.overzicht.services import refresh
from tests.factories.enquetes import survey
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


def items(client: Client, url: str) -> list[dict[str, str]]:
    """The items of a feed."""
    response = client.get(url)
    assert response.status_code == 200
    root = ElementTree.fromstring(response.content)
    return [{part.tag: part.text or "" for part in item} for item in root.iter("item")]


def test_a_ward_tells_its_surveys_and_the_city_those_of_all(client: Client, haven: Wijk) -> None:
    survey(EnqueteIndexPage.objects.get(wijk=haven), summary="Waar mag hij los?")

    (own,) = items(client, "/havenkwartier/enquetes/rss.xml")
    (city,) = items(client, "/enquetes/rss.xml")

    assert own["title"] == "Honden"
    assert "Waar mag hij los?" in own["description"]
    assert own["link"].endswith("/havenkwartier/enquetes/honden/")
    assert city["title"] == "Havenkwartier: Honden"


def test_results_are_a_new_item(client: Client, haven: Wijk) -> None:
    enquete = survey(EnqueteIndexPage.objects.get(wijk=haven))
    (before,) = items(client, "/havenkwartier/enquetes/rss.xml")
    Enquete.objects.filter(pk=enquete.pk).update(uitslag_op=timezone.now())
    refresh(Enquete.objects.get(pk=enquete.pk))

    (after,) = items(client, "/havenkwartier/enquetes/rss.xml")

    assert after["guid"] != before["guid"]
    assert "De uitslag is bekend" in after["description"]
