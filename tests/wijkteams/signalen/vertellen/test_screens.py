"""What a phone and a screen reader meet on the screens of telling."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.signalen import category
from tests.wijkteams.signalen.vertellen.telling import begin, fill_in
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


def test_while_telling_no_menu_leads_away_from_the_question(client: Client, haven: Wijk) -> None:
    fill_in(client, haven)

    for url in (
        reverse("signaal_nieuw"),
        reverse("signaal_stap", args=["plek"]),
        reverse("signaal_nakijken"),
    ):
        head = client.get(url).content.decode().partition("<body")[2].partition("<main")[0]
        assert "site-header--slim" in head
        assert "<nav" not in head


def test_what_need_not_be_said_is_told_before_the_fields(client: Client, haven: Wijk) -> None:
    fill_in(client, haven)

    for step, note in (
        ("contact", "U hoeft hier niets in te vullen"),
        ("plek", "adres van een huis"),
    ):
        html = client.get(reverse("signaal_stap", args=[step])).content.decode()
        assert 0 < html.index(note) < html.index("csrfmiddlewaretoken")


def test_words_of_the_city_are_said_as_dutch_to_who_reads_another_language(
    client: Client, haven: Wijk
) -> None:
    category("lamp", name="Licht & donker", uitleg="Plekken waar het donker is.")
    begin(client, haven)
    url = reverse("signaal_stap", args=["onderwerp"])
    said = '<span lang="nl" dir="ltr">Licht &amp; donker: plekken waar het donker is.</span>'

    assert said in client.get(f"/ar{url}").content.decode()
    assert 'lang="nl" dir="ltr"' not in client.get(url).content.decode()
