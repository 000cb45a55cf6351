"""What came of an initiative stands on the front page of the city (requirement I14)."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.factories.initiatieven import initiatief, initiatief_page
from wijkteams.initiatieven import services
from wijkteams.initiatieven.closing import MOST, afloop_of
from wijkteams.initiatieven.models import Initiatief, InitiatiefPage, Staat
from wijkteams.models import Wijk

TOLD = "Zo liep het af"


def story(*texts: str) -> str:
    """A closing story with these texts, as the database keeps it."""
    return json.dumps([{"type": "text", "value": {"text": text}} for text in texts])


def ended(wijk: Wijk, title: str, text: str, *, days: int = 1, staat: str = Staat.KLAAR) -> None:
    """An initiative that ended so many days ago, and tells how."""
    page = initiatief_page(wijk, title=title, resultaat=story(text) if text else "[]")
    Initiatief.objects.filter(translation_key=page.translation_key).update(
        staat=staat, afgesloten_op=timezone.now() - timedelta(days=days)
    )


def front(client: Client) -> str:
    return client.get("/").content.decode()


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (
            ["<h2>Kop</h2><p>Er staan <b>twaalf</b> bomen.</p><p>Meer.</p>"],
            "Er staan twaalf bomen.",
        ),
        (["<h2>Alleen een kop</h2>", "<p> </p><p>Daarna dit.</p>"], "Daarna dit."),
        ([], ""),
    ],
)
def test_the_first_paragraph_is_taken(haven: Wijk, texts: list[str], words: str) -> None:
    assert afloop_of(initiatief_page(haven, resultaat=story(*texts))) == words


def test_a_long_paragraph_is_cut_to_what_the_row_can_hold(haven: Wijk) -> None:
    page = initiatief_page(haven, resultaat=story(f"<p>{'lang verhaal ' * 40}</p>"))

    kept = Initiatief.objects.get(translation_key=page.translation_key).afloop

    assert len(kept) == MOST
    assert kept.endswith("…")


def test_a_story_that_is_told_later_is_taken_over(haven: Wijk) -> None:
    page = initiatief_page(haven)
    page = InitiatiefPage.objects.get(pk=page.pk)
    page.resultaat = page.resultaat.stream_block.to_python(json.loads(story("<p>Het lukte.</p>")))

    page.save_revision().publish()

    assert Initiatief.objects.get(translation_key=page.translation_key).afloop == "Het lukte."


def test_the_city_shows_the_last_three_that_were_told(client: Client, haven: Wijk) -> None:
    for days, name in enumerate(("Bomen", "Bank", "Koor", "Kluis"), start=1):
        ended(haven, name, f"<p>Over {name} vertelden wij dit.</p>", days=days)
    ended(haven, "Stil", "")
    initiatief(haven, title="Loopt", afloop="Dit is nog niet klaar.")

    text = front(client)
    told = text[text.index(TOLD) :]

    places = [told.index(f"Over {name} vertelden wij dit.") for name in ("Bomen", "Bank", "Koor")]
    assert places == sorted(places)
    assert "Kluis" not in told
    assert "Stil" not in told
    assert "Dit is nog niet klaar." not in text


def test_what_is_not_on_the_site_or_was_merged_is_not_told(client: Client, haven: Wijk) -> None:
    ended(haven, "Weg", "<p>Weg was het.</p>")
    ended(haven, "Bij een ander", "<p>Samen verder.</p>")
    other = initiatief(haven, title="Ander")
    Initiatief.objects.filter(title="Bij een ander").update(samengevoegd_in=other)
    services.unpublish(InitiatiefPage.objects.get(title="Weg"))

    assert TOLD not in front(client)


def test_it_costs_no_question_more(
    client: Client, haven: Wijk, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    initiatief(haven, title="Loopt")
    front(client)
    with django_assert_max_num_queries(60) as before:
        front(client)
    for name in ("Bomen", "Bank", "Koor"):
        ended(haven, name, f"<p>{name} staan er.</p>")

    with django_assert_max_num_queries(len(before)):
        assert TOLD in front(client)
