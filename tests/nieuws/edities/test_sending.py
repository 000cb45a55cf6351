"""Before it goes: which lists, who gets it and who not, and the number once more (N7)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from nieuws.models import (
    Editie,
    Lijst,
    NieuwsbriefInstellingen,
    NieuwsbriefPage,
    NieuwsIndexPage,
)
from tests.factories.nieuws import item, news, reader
from tests.html_check import problems_of
from tests.nieuws.edities.conftest import send_url, sending, words
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


def choice(*lijsten: Lijst, **more: str) -> dict[str, Any]:
    return {"lijsten": [one.pk for one in lijsten], "wanneer": "nu", **more}


@pytest.fixture
def no_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is sent stays as it was planned: tasks run at once in tests."""
    monkeypatch.setattr("nieuws.verzenden.scheduling.ensure_lanes", lambda *args, **how: None)


def test_each_list_says_how_many_readers_it_has(
    page: NieuwsbriefPage, lijst: Lijst, green: Lijst, readers: None, as_joris: Client
) -> None:
    reader(green, "ria@lezer.example")

    answer = as_joris.get(send_url(page))
    html = words(answer)

    assert f"{lijst.title}: 3 lezers" in html
    assert "Groen nieuws: 1 lezer" in html
    assert f'value="{lijst.pk}" id="id_lijsten_0" checked' in html
    assert not problems_of(answer.content.decode())


def test_lists_of_other_wards_are_not_there(
    page: NieuwsbriefPage, readers: None, sluis: Wijk, as_joris: Client
) -> None:
    other = Lijst.objects.get(wijk=sluis)

    assert other.title not in words(as_joris.get(send_url(page)))
    refused = as_joris.post(send_url(page), choice(other, aantal="0", verstuur="1"))

    assert refused.status_code == 200
    assert not Editie.objects.exists()


def test_the_last_screen_says_who_gets_it_and_who_not_and_why(
    page: NieuwsbriefPage, lijst: Lijst, green: Lijst, readers: None, as_joris: Client
) -> None:
    reader(green, "ria@lezer.example")

    answer = as_joris.post(send_url(page), choice(lijst, green))
    html = words(answer)

    assert "zij krijgen één mail" in html
    assert "<strong>3</strong>" in html
    assert "1: heeft de aanmelding nog niet bevestigd" in html
    assert "1: heeft zich afgemeld" in html
    assert "1: mail komt niet aan" in html
    assert "Soep voor iedereen" in html
    assert not Editie.objects.exists()
    assert not problems_of(answer.content.decode())


def test_the_sample_hides_addresses_also_from_who_may_see_them(
    page: NieuwsbriefPage, lijst: Lijst, readers: None, as_joris: Client, as_bea: Client
) -> None:
    for client in (as_joris, as_bea):
        html = words(client.post(send_url(page), choice(lijst)))

        assert "r•••@le•••.example" in html
        assert "ria@lezer.example" not in html


def test_with_the_right_number_it_goes(
    page: NieuwsbriefPage,
    lijst: Lijst,
    readers: None,
    no_tasks: None,
    as_joris: Client,
    joris: User,
) -> None:
    sent = as_joris.post(send_url(page), choice(lijst, aantal="3", verstuur="1"))

    editie = Editie.objects.get()
    assert sent["Location"].endswith(f"/{editie.pk}/")
    assert (editie.expected, editie.made_by, list(editie.lijsten.all())) == (3, joris, [lijst])
    assert editie.scheduled_for <= timezone.now()


@pytest.mark.parametrize("number", ["", "2", "30", "drie", "-3", "9" * 30])
def test_with_another_number_nothing_goes(
    page: NieuwsbriefPage, lijst: Lijst, readers: None, as_joris: Client, number: str
) -> None:
    answer = as_joris.post(send_url(page), choice(lijst, aantal=number, verstuur="1"))

    assert answer.status_code == 200
    assert "Klopt dit?" in words(answer)
    assert not Editie.objects.exists()


def test_when_somebody_came_meanwhile_the_new_number_is_asked(
    page: NieuwsbriefPage, lijst: Lijst, readers: None, as_joris: Client
) -> None:
    reader(lijst, "later@lezer.example")

    html = words(as_joris.post(send_url(page), choice(lijst, aantal="3", verstuur="1")))

    assert "Dat klopt niet: er zijn 4 lezers" in html
    assert not Editie.objects.exists()


def test_a_double_click_sends_once(
    page: NieuwsbriefPage, lijst: Lijst, readers: None, no_tasks: None, as_joris: Client
) -> None:
    for _time in range(2):
        answer = as_joris.post(send_url(page), choice(lijst, aantal="3", verstuur="1"))

    assert Editie.objects.count() == 1
    assert "staat al klaar of wordt al verstuurd" in words(answer)


def test_later_is_on_the_clock_of_the_city(
    page: NieuwsbriefPage, lijst: Lijst, readers: None, no_tasks: None, as_joris: Client
) -> None:
    day = timezone.localdate() + timedelta(days=3)
    later = choice(lijst, wanneer="later", dag=day.isoformat(), tijd="09:15")

    assert "09:15" in words(as_joris.post(send_url(page), later))
    as_joris.post(send_url(page), {**later, "aantal": "3", "verstuur": "1"})

    moment = Editie.objects.get().scheduled_for
    assert moment is not None
    assert timezone.localtime(moment).strftime("%Y-%m-%d %H:%M") == f"{day.isoformat()} 09:15"


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ({}, "Vul dit in, of kies"),
        ({"dag": "2020-01-01", "tijd": "10:00"}, "al voorbij"),
        ({"dag": "morgen", "tijd": "straks"}, "Dit is geen datum"),
        ({"dag": "2027-02-30", "tijd": "10:00"}, "Dit is geen datum"),
    ],
)
def test_a_moment_that_is_none_is_said_beside_the_field(
    page: NieuwsbriefPage,
    lijst: Lijst,
    readers: None,
    as_joris: Client,
    when: dict[str, str],
    said: str,
) -> None:
    answer = as_joris.post(send_url(page), choice(lijst, **{"wanneer": "later", **when}))

    assert answer.status_code == 200
    assert said in words(answer)


def test_without_a_list_nothing_is_chosen(page: NieuwsbriefPage, as_joris: Client) -> None:
    assert "Kies ten minste één lijst" in words(as_joris.post(send_url(page), {"wanneer": "nu"}))


def test_an_empty_list_cannot_be_sent_to(
    page: NieuwsbriefPage, lijst: Lijst, as_joris: Client
) -> None:
    html = words(as_joris.post(send_url(page), choice(lijst)))

    assert "Niemand op deze lijsten kan nu mail krijgen" in html
    assert 'name="verstuur"' not in html
    as_joris.post(send_url(page), choice(lijst, aantal="0", verstuur="1"))
    assert not Editie.objects.exists()


def test_one_can_go_back_and_what_was_chosen_is_there(
    page: NieuwsbriefPage, lijst: Lijst, green: Lijst, readers: None, as_joris: Client
) -> None:
    html = words(as_joris.post(send_url(page), choice(green, anders="1")))

    assert "Naar wie en wanneer" in html
    assert f'value="{green.pk}" id="id_lijsten_1" checked' in html


def test_what_readers_will_not_see_is_named_before_it_goes(
    page: NieuwsbriefPage,
    lijst: Lijst,
    readers: None,
    no_tasks: None,
    haven_news: NieuwsIndexPage,
    as_joris: Client,
) -> None:
    bus = news(haven_news, "De bus rijdt weer")
    page.body = [*page.body.raw_data, item(bus)]
    page.save_revision().publish()
    bus.unpublish()

    for answer in (as_joris.get(send_url(page)), as_joris.post(send_url(page), choice(lijst))):
        assert "&#x27;De bus rijdt weer&#x27; staat niet op de site" in words(answer)
    as_joris.post(send_url(page), choice(lijst, aantal="3", verstuur="1"))
    assert Editie.objects.count() == 1


def test_an_empty_newsletter_cannot_go(
    page: NieuwsbriefPage, lijst: Lijst, readers: None, as_joris: Client
) -> None:
    page.body = []
    page.save_revision().publish()

    first = words(as_joris.get(send_url(page)))
    last = words(as_joris.post(send_url(page), choice(lijst, aantal="3", verstuur="1")))

    for html in (first, last):
        assert "Er staat nog niets in de nieuwsbrief" in html
        assert 'name="verstuur"' not in html
    assert "Naar wie en wanneer" not in first
    assert not Editie.objects.exists()


def test_who_got_it_before_is_warned_about(
    page: NieuwsbriefPage, lijst: Lijst, readers: None, as_joris: Client
) -> None:
    assert "al eens verstuurd" not in words(as_joris.get(send_url(page)))
    sending(page, lijst, "verstuurd", status=Editie.Status.KLAAR)

    assert "al eens verstuurd" in words(as_joris.get(send_url(page)))
    assert "al eens verstuurd" in words(as_joris.post(send_url(page), choice(lijst)))


def test_the_sender_and_where_answers_go_are_shown(
    page: NieuwsbriefPage, haven: Wijk, as_joris: Client
) -> None:
    own, _new = NieuwsbriefInstellingen.objects.get_or_create(wijk=haven)
    own.sender_name, own.reply_to = "Wijkteam Haven", "team@haven.example"
    own.save()

    html = words(as_joris.get(send_url(page)))

    assert "Wijkteam Haven" in html
    assert "team@haven.example" in html
