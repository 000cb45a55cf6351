"""What the screens of asking say, and where: nothing puzzling for who reads slowly."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.wijkteams.initiatieven.aanvragen.asking import IDEA, JAN, answer, begin, fill_in, tell
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.models import Aanvraagstaat
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


def screen(client: Client, token: str, step: str) -> str:
    return client.get(reverse("idee:stap", args=[token, step])).content.decode()


@pytest.mark.parametrize(
    ("step", "note"),
    [("waar", "Zet er niet uw eigen huis in"), ("uzelf", "ziet alleen het wijkteam")],
)
def test_what_one_must_know_stands_before_the_fields(
    client: Client, haven: Wijk, step: str, note: str
) -> None:
    html = screen(client, fill_in(client, haven), step)

    assert 0 < html.index(note) < html.index("csrfmiddlewaretoken")


def test_of_ways_to_say_where_none_is_called_optional(client: Client, haven: Wijk) -> None:
    token = begin(client, haven)
    answer(client, token, "idee", **IDEA["idee"])

    assert "niet verplicht" not in screen(client, token, "waar")
    assert "Kies de hele wijk" in screen(client, token, "waar")


def test_both_empty_fields_ask_for_words_in_the_same_way(client: Client, haven: Wijk) -> None:
    html = answer(client, begin(client, haven), "idee", titel="", idee="").content.decode()

    assert html.count("Vul dit in.") == 4  # at the top, and at each field
    assert "verplicht veld" not in html


def test_one_photo_is_asked_and_no_more_can_be_chosen(client: Client, haven: Wijk) -> None:
    html = screen(client, fill_in(client, haven), "foto")

    assert "Kies een foto" in html
    assert "Kies een of meer" not in html
    assert " multiple" not in html.partition('type="file"')[2].partition(">")[0]


def test_ways_to_reach_somebody_stand_apart(client: Client, haven: Wijk) -> None:
    token = fill_in(client, haven, uzelf={"phone": "06 12345678"})

    html = client.get(reverse("idee:nakijken", args=[token])).content.decode()

    assert f"<bdi>{JAN}</bdi>" in html
    assert '<bdi dir="ltr">0612345678</bdi>' in html


def test_what_somebody_wrote_is_read_in_its_own_direction(client: Client, haven: Wijk) -> None:
    idea = tell(client, haven)

    url = reverse("idee:status", args=[tokens.make(tokens.AANVRAAG, idea.code)])
    told = client.get(url).content.decode().partition('id="idee"')[2]

    assert told.count('dir="auto"') == 2
    assert told.partition('dir="auto"')[2].index(idea.titel) < told.index(idea.idee)


@pytest.mark.parametrize(
    ("staat", "is_good"),
    [
        (Aanvraagstaat.AANGENOMEN, True),
        (Aanvraagstaat.MEEGEDAAN, True),
        (Aanvraagstaat.AFGEWEZEN, False),
        (Aanvraagstaat.INGETROKKEN, False),
    ],
)
def test_a_no_is_not_shown_in_green(client: Client, haven: Wijk, staat: str, is_good: bool) -> None:
    idea = tell(client, haven)
    type(idea).objects.filter(pk=idea.pk).update(staat=staat)

    html = client.get(reverse("idee:status", args=[tokens.make(tokens.AANVRAAG, idea.code)]))

    assert ("status--good" in html.content.decode()) == is_good
