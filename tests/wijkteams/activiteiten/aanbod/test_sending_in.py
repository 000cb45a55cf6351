"""An organisation without an account sends an activity in, and confirms it by a link (A8)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts.models import User
from tests.wijkteams.activiteiten.aanbod.conftest import SENDER, answers, link_in, sent_in
from wijkteams.activiteiten.aanbod import services, views
from wijkteams.activiteiten.aanbod.tokens import token_of
from wijkteams.activiteiten.models import Aanbod
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db
URL = "/havenkwartier/agenda/aandragen/"


def test_form_stands_in_the_frame_of_the_ward_and_is_kept_by_no_cache(
    client: Client, haven: Wijk
) -> None:
    response = client.get(URL)
    html = response.content.decode()

    assert response.status_code == 200
    assert 'data-palet="haven"' in html
    assert "Organiseert u iets in Havenkwartier" in html
    assert "no-store" in response["Cache-Control"]
    assert 'href="/privacy/#aanbod"' in html


def test_what_is_sent_in_waits_for_its_link_and_no_editor_hears_of_it(
    client: Client, haven: Wijk, joris: User
) -> None:
    response = client.post(URL, answers(), follow=True)

    aanbod = Aanbod.objects.get()
    assert "Kijk in uw mail" in response.content.decode()
    assert (aanbod.status, aanbod.wijk) == ("te_bevestigen", haven)
    assert (aanbod.begins.hour, aanbod.ends.hour) == (19, 21)
    assert [message.to for message in mail.outbox] == [[SENDER]]
    assert "Samen zingen" not in mail.outbox[0].body  # nobody mails texts by our hand


def test_looking_at_the_link_confirms_nothing(client: Client, haven: Wijk) -> None:
    client.post(URL, answers())
    link = link_in(mail.outbox[0])

    for _time in range(5):
        assert "Samen zingen" in client.get(link).content.decode()
        client.head(link)

    assert Aanbod.objects.get().status == "te_bevestigen"
    assert len(mail.outbox) == 1


def test_the_button_behind_the_link_brings_it_to_the_editors_once(
    client: Client, haven: Wijk, joris: User, fatma: User, wim: User
) -> None:
    client.post(URL, answers())
    link = link_in(mail.outbox[0])
    mail.outbox.clear()

    answer = client.post(link, follow=True)
    client.post(link)

    assert "Dank u wel" in answer.content.decode()
    assert Aanbod.objects.get().status == "nieuw"
    assert [message.to for message in mail.outbox] == [[joris.email]]
    assert "Samen zingen" in mail.outbox[0].subject


def test_for_the_whole_city_the_editors_of_the_city_hear_of_it(
    client: Client, haven: Wijk, bea: User, joris: User
) -> None:
    client.post("/agenda/aandragen/", answers())
    client.post(link_in(mail.outbox[0]))

    assert Aanbod.objects.get().wijk is None
    assert mail.outbox[-1].to == [bea.email]


def test_the_same_form_sent_twice_is_one(client: Client, haven: Wijk) -> None:
    client.post(URL, answers())
    client.post(URL, answers())

    assert Aanbod.objects.count() == 1
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"day": "31-02-2027"}, "Dit is geen datum"),
        ({"day": "1-1-2020"}, "Deze dag is al geweest"),
        ({"day": "1-1-9999"}, "Klopt het jaar"),
        ({"ends": "19:30"}, "dezelfde tijd als het begin"),
        ({"begins": "25:00"}, "Dit is geen tijd"),
        ({"title": ""}, "Vul dit in."),
        ({"contact_email": "koor"}, "geen e-mailadres"),
        ({"text": "Mijn BSN is 111222333"}, "burgerservicenummer"),
        ({"website": "http://kwaad.example"}, "Verstuur het formulier nog een keer"),
    ],
)
def test_what_cannot_be_is_said_at_the_field_and_what_was_typed_stays(
    client: Client, haven: Wijk, wrong: dict[str, Any], words: str
) -> None:
    response = client.post(URL, answers(**wrong))
    html = response.content.decode()

    assert response.status_code == 200
    assert words in html
    assert "Koor De Kade" in html
    assert not Aanbod.objects.exists()


def test_an_end_after_midnight_is_the_night_that_follows(haven: Wijk) -> None:
    aanbod = sent_in(haven)
    aanbod.ends = aanbod.begins.replace(hour=1)

    assert aanbod.ends_at - aanbod.starts_at == timedelta(hours=6 - 0.5 + 0.5)


def test_nobody_fills_the_mailbox_of_another(client: Client, haven: Wijk) -> None:
    for number in range(20):
        client.post(URL, answers(request_key=str(number)))

    assert len(mail.outbox) == services.MOST_TO_CONFIRM


def test_a_program_that_goes_on_and_on_is_stopped(
    client: Client, haven: Wijk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views.SENT, "limit", 2)

    statuses = [
        client.post(
            URL, answers(request_key=str(n), contact_email=f"a{n}@koor.example")
        ).status_code
        for n in range(3)
    ]

    assert statuses == [302, 302, 429]


@pytest.mark.parametrize("path", ["/bestaat-niet/agenda/aandragen/", "/nieuws/agenda/aandragen/"])
def test_a_ward_that_is_not_there_has_no_form(client: Client, haven: Wijk, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_ward_whose_team_stopped_takes_nothing(client: Client, haven: Wijk) -> None:
    Wijk.objects.filter(pk=haven.pk).update(status=Wijk.Status.GESTOPT)

    assert client.get(URL).status_code == 404


def test_a_ward_that_is_not_public_yet_has_no_form(client: Client, haven: Wijk) -> None:
    front = haven.pages.get()
    type(front).objects.filter(pk=front.pk).update(live=False)

    assert client.get(URL).status_code == 404


def test_links_that_are_wrong_or_too_old_all_say_the_same(client: Client, haven: Wijk) -> None:
    aanbod = sent_in(haven)
    good = token_of(aanbod.code)
    wrong = [good[:-1], good.swapcase(), "0" * 64, "x", good[:32] + "0" * 32, aanbod.code]
    answers_ = [client.get(f"/agenda/aandragen/{token}/") for token in wrong]
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1)):
        answers_ += [
            client.get(f"/agenda/aandragen/{good}/"),
            client.post(f"/agenda/aandragen/{good}/"),
        ]

    assert {answer.status_code for answer in answers_} == {404}
    assert all("Deze link werkt niet" in answer.content.decode() for answer in answers_)
    assert Aanbod.objects.get().status == "te_bevestigen"


def test_guessing_links_is_slowed_down(client: Client, haven: Wijk) -> None:
    statuses = [client.get(f"/agenda/aandragen/{n:064x}/").status_code for n in range(12)]

    assert statuses[0] == 404
    assert statuses[-1] == 429


def test_the_link_of_a_sign_up_opens_nothing_here(client: Client, haven: Wijk) -> None:
    from django.utils.crypto import salted_hmac

    code = sent_in(haven).code
    other = salted_hmac("aanmelding:beheer", code, algorithm="sha256").hexdigest()

    assert client.get(f"/agenda/aandragen/{code}{other[:32]}/").status_code == 404
