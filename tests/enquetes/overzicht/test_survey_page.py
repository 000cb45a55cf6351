"""The page of a survey: what one must know before the first question, and what came of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from core.page_cache import Remembered
from enquetes.models import Enquete, EnqueteIndexPage, EnquetePage
from tests.factories.enquetes import question, rule, step, survey
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db

NOW = timezone.now()
ONE_QUESTION = (step(1, question("keuze", 1, "Ja", "Nee")),)


@pytest.fixture
def index(haven: Wijk) -> EnqueteIndexPage:
    """The surveys of Havenkwartier."""
    return EnqueteIndexPage.objects.get(wijk=haven)


def read(client: Client, enquete: Enquete) -> str:
    """The page of a survey, as a resident reads it."""
    page = EnquetePage.objects.get(translation_key=enquete.translation_key)
    response = client.get(page.get_url() or "")
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_an_open_survey_says_what_one_must_know_and_leads_to_its_form(
    client: Client, index: EnqueteIndexPage
) -> None:
    enquete = survey(index, closes_at=NOW + timedelta(days=30), summary="Waar mag de hond los?")

    html = read(client, enquete)

    assert "Waar mag de hond los?" in html
    assert "U bent ongeveer 1 minuut bezig." in html
    assert f'href="/enquete/{enquete.code}/"' in html
    assert "Iedereen mag deze enquête invullen." in html
    assert "Deze enquête is anoniem." in html
    assert "1 vraag" in html


def test_a_page_holds_no_form_that_sends(client: Client, index: EnqueteIndexPage) -> None:
    html = read(client, survey(index))

    assert 'method="post"' not in html.lower()


@pytest.mark.parametrize(
    ("moments", "words"),
    [
        ({"opens_at": NOW + timedelta(days=3)}, "U kunt meedoen vanaf"),
        ({"closes_at": NOW - timedelta(hours=1)}, "Deze enquête is gesloten"),
    ],
)
def test_before_and_after_there_is_nothing_to_begin(
    client: Client, index: EnqueteIndexPage, moments: dict[str, Any], words: str
) -> None:
    enquete = survey(index, **moments)

    html = read(client, enquete)

    assert words in html
    assert f"/enquete/{enquete.code}/" not in html


def test_a_closed_survey_of_which_results_never_come_promises_none(
    client: Client, index: EnqueteIndexPage
) -> None:
    over = NOW - timedelta(hours=1)

    assert "wat eruit kwam" in read(client, survey(index, closes_at=over, title="Een"))
    never = read(client, survey(index, closes_at=over, title="Twee", zichtbaar="nooit"))
    assert "wat eruit kwam" not in never
    assert "De antwoorden zijn alleen voor het wijkteam." in never


def test_with_results_the_page_says_what_happens_now(
    client: Client, index: EnqueteIndexPage
) -> None:
    told = [{"type": "text", "value": {"text": "<p>Er komt een veld.</p>"}}]
    enquete = survey(index, closes_at=NOW - timedelta(days=9), vervolg=told)
    assert "Er komt een veld." not in read(client, enquete)

    Enquete.objects.filter(pk=enquete.pk).update(uitslag_op=NOW)

    html = read(client, enquete)
    assert "Wat doen we ermee?" in html
    assert "Er komt een veld." in html


def test_a_draft_can_be_looked_at(as_joris: Client, index: EnqueteIndexPage) -> None:
    page = EnquetePage(title="Nog niet", vragen=list(ONE_QUESTION), locale=index.locale, live=False)
    index.add_child(instance=page)
    page.save_revision()

    response = as_joris.get(f"/beheer/pages/{page.pk}/view_draft/")

    assert response.status_code == 200
    assert "Nog niet" in response.content.decode()


def test_a_page_of_sixty_questions_asks_the_database_ten_times_at_most(
    client: Client,
    index: EnqueteIndexPage,
    django_assert_max_num_queries: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known: dict[int, dict[Any, Any]] = {}
    monkeypatch.setattr(Remembered, "_values", lambda self: known.setdefault(id(self), {}))
    many = [
        step(n, *(question("keuze", n * 10 + m, "Ja", "Nee") for m in range(6)))
        for n in range(1, 11)
    ]
    enquete = survey(index, *many)
    page = EnquetePage.objects.get(translation_key=enquete.translation_key)
    client.get(page.get_url() or "")

    with django_assert_max_num_queries(9):
        html = client.get(page.get_url() or "").content.decode()

    assert "60 vragen" in html


def test_the_first_visitor_after_a_restart_asks_ten_times_at_most(
    client: Client, index: EnqueteIndexPage, django_assert_max_num_queries: Any
) -> None:
    many = [step(n, *(question("kort", n * 10 + m) for m in range(6))) for n in range(1, 11)]
    page = EnquetePage.objects.get(translation_key=survey(index, *many).translation_key)
    address = page.get_url() or ""
    client.get(address)
    cache.clear()
    ContentType.objects.clear_cache()

    with django_assert_max_num_queries(10):
        assert client.get(address).status_code == 200


def test_who_is_open_to_all_can_be_printed_at_home_and_who_is_invited_not(
    client: Client, index: EnqueteIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("enquetes.overzicht.links.is_made", lambda *args, groot: not groot)
    enquete = survey(index)
    assert f'href="/enquete/{enquete.code}/papier/"' in read(client, enquete)
    assert "?groot" not in read(client, enquete)

    invited = survey(index, title="Met code", toegang="huiscode")

    assert "/papier/" not in read(client, invited)


def test_only_a_survey_with_a_fork_says_that_not_all_questions_are_for_everybody(
    client: Client, index: EnqueteIndexPage
) -> None:
    pages = (
        step(1, question("ja_nee", 1)),
        step(2, question("kort", 2), als=rule(1, "ja")),
    )
    for_all = survey(index, *ONE_QUESTION)
    forked = survey(index, *pages, title="Wie een hond heeft")

    assert "U krijgt alleen de vragen die voor u gelden." not in read(client, for_all)
    assert "U krijgt alleen de vragen die voor u gelden." in read(client, forked)
