"""What goes wrong while people fill in: closing, other windows, old links, strange input."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import override_settings
from django.utils import timezone

from enquetes.bus.services import empty
from enquetes.models import Concept, Enquete, EnquetePage, Envelop, Inzending
from tests.enquetes.invullen.filling import Resident, dogs
from tests.factories.enquetes import key
from wijkteams.models import Wijk


@pytest.fixture
def closing(haven: Wijk) -> Enquete:
    """A survey that closes in ten minutes."""
    return dogs(haven, closes_at=timezone.now() + timedelta(minutes=10))


def begun(enquete: Enquete) -> Resident:
    """Somebody who filled in everything but did not send it."""
    resident = Resident(enquete)
    resident.begin()
    resident.fill(1, v1=key(102))
    resident.fill(2, v3="Mijn verhaal")
    return resident


def test_who_had_begun_may_send_until_an_hour_after_the_closing_and_is_told(
    closing: Enquete,
) -> None:
    karin = begun(closing)
    with time_machine.travel(timezone.now() + timedelta(minutes=69)):
        page = karin.client.get(karin.url("controle")).content.decode()
        assert "De enquête is intussen gesloten" in page
        assert karin.send().url == karin.url("bedankt")
        assert Envelop.objects.count() == 1


def test_who_is_later_sees_what_they_wrote_and_it_does_not_count(closing: Enquete) -> None:
    karin = begun(closing)
    with time_machine.travel(timezone.now() + timedelta(minutes=71)):
        answer = karin.send()
        assert answer.status_code == 410
        assert "Mijn verhaal" in answer.content.decode()
        assert Envelop.objects.count() == 0
        assert "Mijn verhaal" in karin.see(2).content.decode()


def test_a_survey_that_was_withdrawn_cannot_be_sent(haven: Wijk) -> None:
    enquete = dogs(haven)
    karin = begun(enquete)
    EnquetePage.objects.get(translation_key=enquete.translation_key).unpublish()
    assert karin.send().status_code == 404
    assert Envelop.objects.count() == 0


def test_of_two_windows_the_last_counts_and_that_is_told(haven: Wijk) -> None:
    karin = begun(dogs(haven))
    first = karin.see(2).content.decode().split('name="_gezien" value="')[1].split('"')[0]
    karin.fill(2, v3="Uit het ene venster", _gezien=first)
    page = karin.fill(2, v3="Uit het andere venster", _gezien=first, follow=True)
    assert "ook in een ander venster" in page.content.decode()
    karin.send()
    empty(karin.enquete)
    assert Inzending.objects.get().antwoorden[key(3)] == "Uit het andere venster"


def test_a_page_that_is_not_shown_any_more_is_not_taken(haven: Wijk) -> None:
    enquete = dogs(haven)
    karin = Resident(enquete)
    karin.begin()
    karin.fill(1, v1=key(101))
    karin.fill(1, v1=key(102))
    page = karin.fill(2, v2="Verstopt", _bladzijde=key(9002), follow=True).content.decode()
    assert "hoort niet meer bij uw antwoorden" in page
    karin.fill(2, v3="Zichtbaar", v2="Ook verstopt", v99="Bestaat niet")
    karin.send()
    empty(enquete)
    assert Inzending.objects.get().antwoorden == {key(1): key(102), key(3): "Zichtbaar"}


def test_a_link_goes_on_in_another_browser_and_opens_nothing_once_sent(haven: Wijk) -> None:
    karin = begun(dogs(haven))
    page = karin.client.get(karin.url("later"))
    link = page.context["link"]
    other = Resident(karin.enquete)
    assert other.client.get(link).url == karin.url("controle")
    assert "Mijn verhaal" in other.client.get(karin.url("controle")).content.decode()
    other.send()
    stranger = Resident(karin.enquete)
    assert stranger.client.get(link).status_code == 404
    assert karin.send(follow=True).status_code == 200  # told that it was sent, once
    assert Envelop.objects.count() == 1


@pytest.mark.parametrize("token", ["x", "0" * 32, "0" * 32 + "-20991231", "ü" * 20, "a" * 4000])
def test_a_wrong_link_opens_nothing_and_says_so_in_words(haven: Wijk, token: str) -> None:
    karin = begun(dogs(haven))
    answer = Resident(karin.enquete).client.get(f"/enquete/verder/{token}/")
    assert answer.status_code == 404
    assert "Deze link werkt niet meer" in answer.content.decode()


def test_guessing_links_is_slowed_down(haven: Wijk) -> None:
    stranger = Resident(dogs(haven))
    url = "/enquete/verder/{:032x}-20991231/"
    answers = [stranger.client.get(url.format(n)).status_code for n in range(12)]
    assert answers == [404] * 10 + [429] * 2


def test_the_secret_of_one_survey_opens_no_other(haven: Wijk) -> None:
    karin = begun(dogs(haven))
    other = Resident(dogs(haven, title="Katten"))
    token = karin.client.cookies[f"concept-{karin.enquete.code}"].value
    other.client.cookies[f"concept-{other.enquete.code}"] = token
    assert other.see().status_code == 302
    assert Concept.objects.count() == 1


def test_a_new_key_of_the_site_keeps_what_is_half_filled_in(haven: Wijk) -> None:
    with override_settings(SECRET_KEY="old" * 20):
        karin = begun(dogs(haven))
    with override_settings(SECRET_KEY="new" * 20, SECRET_KEY_FALLBACKS=["old" * 20]):
        assert "Mijn verhaal" in karin.see(2).content.decode()
    with override_settings(SECRET_KEY="new" * 20, SECRET_KEY_FALLBACKS=[]):
        assert karin.see(2).status_code == 302


def test_who_has_begun_keeps_their_own_questions_when_a_new_version_comes(haven: Wijk) -> None:
    enquete = dogs(haven)
    karin = begun(enquete)
    old = enquete.versie
    enquete.versies.create(nummer=9, inhoud={"stappen": []})
    karin.send()
    empty(enquete)
    assert Inzending.objects.get().versie == old


@pytest.mark.parametrize("stap", [0, 3, 99999999])
def test_a_page_that_does_not_exist_is_no_error(haven: Wijk, stap: int) -> None:
    karin = begun(dogs(haven))
    assert karin.see(stap).status_code in {302, 404}


def test_strange_bytes_are_no_error(haven: Wijk) -> None:
    karin = begun(dogs(haven))
    for value in ("\x00", "\ud800".encode("utf-16", "surrogatepass"), "x" * 100_000, "-1"):
        answer = karin.client.post(karin.url("stap", 2), {key(3): value, "_bladzijde": value})
        assert answer.status_code < 500


def test_a_program_that_fills_in_every_field_is_stopped(haven: Wijk) -> None:
    karin = begun(dogs(haven))
    karin.send(website="http://spam.example")
    assert Envelop.objects.count() == 0


@pytest.mark.parametrize(("language", "direction"), [("tr", "ltr"), ("ar", "rtl")])
def test_in_another_language_it_goes_on_and_what_is_not_translated_is_told(
    haven: Wijk, language: str, direction: str
) -> None:
    karin = Resident(dogs(haven))
    assert karin.begin(language=language).url == f"/{language}/enquete/{karin.enquete.code}/1/"
    own = (karin.url("stap", 1), karin.url("stap", 2), karin.url("controle"))
    url, second, review = (f"/{language}{one}" for one in own)
    page = karin.client.get(url).content.decode()
    assert f'dir="{direction}"' in page.split("<head>")[0]
    assert "notice" in page.split("<main")[1].split("<form")[0]
    assert karin.client.post(url, {key(1): key(102)}).url == second
    karin.client.post(second, {key(3): "Merhaba"})
    karin.client.post(review)
    empty(karin.enquete)
    assert Inzending.objects.get().language == language
