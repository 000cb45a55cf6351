"""One page at a time, back and forth, and sent at the end (requirements S2 and S3)."""

from __future__ import annotations

import pytest

from enquetes.bus.services import empty
from enquetes.models import Concept, Envelop, Inzending
from tests.enquetes.invullen.filling import Resident, dogs
from tests.factories.enquetes import key
from wijkteams.models import Wijk


@pytest.fixture
def karin(haven: Wijk) -> Resident:
    resident = Resident(dogs(haven))
    resident.begin()
    return resident


def test_a_survey_is_filled_in_page_by_page_and_counts_once(karin: Resident) -> None:
    assert b"Bladzijde 1 van 2" in karin.see().content
    assert karin.fill(1, v1=key(101)).url == karin.url("stap", 2)
    assert b"Bladzijde 2 van 3" in karin.see(2).content
    assert karin.fill(2, v2="In het park").url == karin.url("stap", 3)
    assert karin.fill(3, v3="Meer bakken").url == karin.url("controle")
    page = karin.client.get(karin.url("controle")).content.decode()
    assert "In het park" in page
    assert "Meer bakken" in page
    assert karin.send().url == karin.url("bedankt")
    assert Concept.objects.count() == 0
    assert Envelop.objects.count() == 1
    assert empty(karin.enquete) == 1
    assert Inzending.objects.get().antwoorden == {
        key(1): key(101),
        key(2): "In het park",
        key(3): "Meer bakken",
    }


def test_what_was_answered_to_a_page_that_disappears_is_told_and_does_not_count(
    karin: Resident,
) -> None:
    karin.fill(1, v1=key(101))
    karin.fill(2, v2="In het park")
    page = karin.fill(1, follow=True, v1=key(102)).content.decode()
    assert "U hoeft de bladzijde ‘Uitlaten’ niet meer in te vullen" in page
    karin.fill(2, v3="Klaar")
    karin.send()
    empty(karin.enquete)
    assert Inzending.objects.get().antwoorden == {key(1): key(102), key(3): "Klaar"}


def test_back_keeps_what_was_typed_even_when_something_is_missing(karin: Resident) -> None:
    karin.fill(1, v1=key(101))
    assert karin.fill(2, v2="In het bos", _vorige="Vorige").url == karin.url("stap", 1)
    assert "In het bos" in karin.see(2).content.decode()


def test_a_required_question_is_asked_for_beside_it_and_typed_text_stays(karin: Resident) -> None:
    page = karin.fill(1)
    assert page.status_code == 200
    assert "Kies een antwoord." in page.content.decode()


def test_nothing_is_sent_while_a_required_answer_is_missing(karin: Resident) -> None:
    answer = karin.send(follow=True)
    assert "Er mist nog een antwoord" in answer.content.decode()
    assert Envelop.objects.count() == 0


def test_a_change_from_the_review_leads_back_to_it(karin: Resident) -> None:
    karin.fill(1, v1=key(102))
    karin.fill(2, v3="Eerst")
    answer = karin.client.post(karin.url("stap", 2) + "?nakijken", {key(3): "Later"})
    assert answer.url == karin.url("controle")


def test_a_change_that_brings_a_page_leads_to_that_page_first(karin: Resident) -> None:
    karin.fill(1, v1=key(102))
    karin.fill(2, v3="Eerst")
    answer = karin.client.post(karin.url("stap", 1) + "?nakijken", {key(1): key(101)})
    assert answer.url == karin.url("stap", 2) + "?nakijken"


def test_who_has_not_begun_is_led_to_the_first_page_of_the_survey(haven: Wijk) -> None:
    stranger = Resident(dogs(haven))
    assert stranger.see().url == f"/enquete/{stranger.enquete.code}/"


def test_looking_changes_nothing(karin: Resident) -> None:
    before = bytes(karin.concept().inhoud)
    for url in (karin.url("stap", 1), karin.url("controle"), karin.url("later")):
        assert karin.client.get(url).status_code == 200
    assert bytes(karin.concept().inhoud) == before


def test_a_page_of_questions_is_never_kept_nor_found(karin: Resident) -> None:
    answer = karin.see()
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]
    # Without a referrer a browser sends its form without an origin, and that is refused.
    assert answer["Referrer-Policy"] != "no-referrer"


def test_the_same_answers_sent_twice_are_one_answer(karin: Resident) -> None:
    karin.fill(1, v1=key(102))
    karin.fill(2)
    cookies = {name: one.value for name, one in karin.client.cookies.items()}
    karin.send()
    for name, value in cookies.items():  # the second click left before the first was answered
        karin.client.cookies[name] = value
    answer = karin.send(follow=True)
    assert "verstuurd" in answer.content.decode()
    assert f'href="/enquete/{karin.enquete.code}/uitslag-per-mail/"' in answer.content.decode()
    assert answer.status_code == 200
    assert Envelop.objects.count() == 1


def test_while_filling_in_no_menu_leads_away_or_takes_the_room_of_the_question(
    karin: Resident,
) -> None:
    karin.fill(1, v1=key(102))
    karin.fill(2, v2="Niets")

    for url in (karin.url("stap", 1), karin.url("controle")):
        html = karin.client.get(url).content.decode()
        head = html.partition("<body")[2].partition("<main")[0]
        assert "site-header--slim" in head
        assert not {"<nav", "<form", "<details"} & set(head.split())
    assert "<nav" in karin.send(follow=True).content.decode().partition("<main")[0]
