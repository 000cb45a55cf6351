"""The first small page: it says who may fill in and what we know, and looking changes nothing."""

from __future__ import annotations

from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone

from enquetes.models import Anonimiteit, Concept, Deelname, Enquete, EnquetePage, Toegang
from enquetes.toegang import words
from enquetes.toegang.services import has_answered, remember
from tests.enquetes.toegang.conftest import Make
from tests.factories.enquetes import key
from wijkteams.models import Wijk


def _url(enquete: Enquete) -> str:
    return f"/enquete/{enquete.code}/"


def _text(client: Client, url: str) -> str:
    return unescape(client.get(url).content.decode())


@pytest.mark.parametrize("toegang", Toegang.values)
def test_each_mode_says_who_may_fill_in(client: Client, make: Make, toegang: str) -> None:
    enquete = make(toegang)

    text = _text(client, _url(enquete))

    assert words.toegang_text(enquete) in text
    assert "jonger dan 16 jaar" in text


@pytest.mark.parametrize("level", Anonimiteit.values)
def test_each_level_says_what_we_know(client: Client, make: Make, level: str) -> None:
    enquete = make(anonimiteit=level)

    assert words.anonimiteit_text(enquete) in _text(client, _url(enquete))


def test_no_two_modes_and_no_two_levels_say_the_same() -> None:
    modes = {words.toegang_text(Enquete(toegang=one)) for one in Toegang.values}
    levels = {words.anonimiteit_text(Enquete(anonimiteit=one)) for one in Anonimiteit.values}

    assert (len(modes), len(levels)) == (5, 3)


def test_looking_begins_nothing(client: Client, make: Make) -> None:
    client.get(_url(make()))

    assert not Concept.objects.exists()
    assert not Deelname.objects.exists()


def test_the_button_begins_and_leads_to_the_first_page(client: Client, make: Make) -> None:
    enquete = make()

    response = client.post(_url(enquete))

    assert response["Location"] == f"/enquete/{enquete.code}/1/"
    assert Concept.objects.get().enquete == enquete


def test_a_program_that_fills_in_everything_does_not_begin(client: Client, make: Make) -> None:
    assert client.post(_url(make()), {"website": "x"}).status_code == 200
    assert not Concept.objects.exists()


def test_an_answer_chosen_on_a_poll_is_shown_and_goes_along(client: Client, make: Make) -> None:
    enquete = make()
    ja = key(101)

    assert "U koos: <strong>Ja</strong>" in _text(client, f"{_url(enquete)}?keuze={ja}")
    assert client.post(_url(enquete), {"keuze": ja}).status_code == 302


@pytest.mark.parametrize("keuze", ["x", key(999), "<script>", "0" * 500, "ja"])
def test_any_other_choice_is_left_out(client: Client, make: Make, keuze: str) -> None:
    response = client.get(_url(make()), {"keuze": keuze})

    assert response.status_code == 200
    assert "U koos" not in response.content.decode()


def test_before_it_opens_it_says_when(client: Client, make: Make) -> None:
    enquete = make(opens_at=timezone.now() + timedelta(days=2))

    assert "nog niet open" in _text(client, _url(enquete))
    assert client.post(_url(enquete)).status_code == 200
    assert not Concept.objects.exists()


def test_after_it_closed_nobody_begins(client: Client, make: Make) -> None:
    enquete = make(closes_at=timezone.now() - timedelta(minutes=1))

    assert "is gesloten" in _text(client, _url(enquete))
    client.post(_url(enquete))
    assert not Concept.objects.exists()


def test_what_is_not_public_is_not_found(client: Client, make: Make) -> None:
    enquete = make()
    EnquetePage.objects.get(translation_key=enquete.translation_key).unpublish()

    assert client.get(_url(enquete)).status_code == 404
    assert client.get("/enquete/bestaatniet/").status_code == 404


def test_it_is_never_kept_and_not_found_by_search_engines(client: Client, make: Make) -> None:
    response = client.get(_url(make()))

    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"


def test_once_for_each_browser_is_once(client: Client, make: Make) -> None:
    enquete = make("browser")
    response = client.get(_url(enquete))
    remember(response, enquete)
    client.cookies.update(response.cookies)

    assert "al ingevuld" in _text(client, _url(enquete))
    client.post(_url(enquete))
    assert not Concept.objects.exists()


def test_an_open_survey_can_be_filled_in_again(client: Client, make: Make) -> None:
    enquete = make()
    response = client.get(_url(enquete))
    remember(response, enquete)
    client.cookies.update(response.cookies)

    assert client.post(_url(enquete)).status_code == 302


def test_the_mark_is_the_same_in_each_browser_and_of_one_survey_only(
    client: Client, make: Make
) -> None:
    one, other = make(), make(title="Bomen")
    marks = []
    for _browser in range(2):
        response = client.get(_url(one))
        remember(response, one)
        marks.append(response.cookies[f"enquete-{one.code}"].value)
    request = client.get(_url(one)).wsgi_request

    assert len(set(marks)) == 1
    request.COOKIES[f"enquete-{one.code}"] = marks[0]
    request.COOKIES[f"enquete-{other.code}"] = marks[0]
    assert has_answered(request, one)
    assert not has_answered(request, other)


def test_no_heading_about_paper_or_telephone_stands_alone(client: Client, make: Make) -> None:
    """Who has a form and no telephone number has nothing to read there."""
    with_number, without = make(), make()
    Wijk.objects.filter(pk=with_number.wijk_id).update(contact_phone="0500 123 402")
    Enquete.objects.filter(pk=without.pk).update(wijk=None)

    assert "Liever op papier of door de telefoon?" in _text(client, _url(with_number))
    assert "Liever op papier of door de telefoon?" not in _text(client, _url(without))


def test_no_menu_stands_above_the_button_that_begins(client: Client, make: Make) -> None:
    head = _text(client, _url(make())).partition("<body")[2].partition("<main")[0]

    assert "site-header--slim" in head
    assert "<nav" not in head
