"""The receipt, the others, going on later, and the links in all of it (R-08, R-09, R-34)."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.wijkteams.initiatieven.aanvragen.asking import (
    FATIMA,
    IDEA,
    JAN,
    answer,
    begin,
    fill_in,
    first_of,
    send,
    tell,
)
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.aanvragen import brakes
from wijkteams.initiatieven.aanvragen.joining import confirm
from wijkteams.initiatieven.models import Aanvraagconcept, InitiatiefAanvraag, Initiatiefnemer
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db
WITH_FATIMA = {"naam1": "Fatima", "mail1": FATIMA}


def words(message: EmailMessage) -> str:
    """All of a mail."""
    html = "".join(str(part[0]) for part in getattr(message, "alternatives", []))
    return f"{message.subject}\n{message.body}\n{html}"


def link_in(message: EmailMessage) -> str:
    """The address in a mail, without the host."""
    found = re.search(r"https?://[^/\s]+(/\S+)", str(message.body))
    assert found is not None
    return found[1]


def mee(nemer: Initiatiefnemer) -> str:
    return reverse("idee:mee", args=[tokens.make(tokens.NEMER, nemer.code)])


def test_the_receipt_says_when_and_no_words_that_anybody_typed(client: Client, haven: Wijk) -> None:
    idea = tell(client, haven, samen=WITH_FATIMA, idee={"titel": "Goedkope pillen"})

    [message] = mail.outbox
    assert message.to == [JAN]
    assert f"{idea.antwoord_voor.day} " in words(message)
    assert "pillen" not in words(message)
    assert "Jan Boer" not in words(message)
    assert link_in(message) == mee(first_of(idea))


def test_looking_confirms_nothing_and_the_button_does(client: Client, haven: Wijk) -> None:
    nemer = first_of(tell(client, haven))

    for _ in range(5):
        assert client.get(mee(nemer)).status_code == 200
        assert client.head(mee(nemer)).status_code == 200
    nemer.refresh_from_db()
    assert nemer.bevestigd_op is None
    response = client.post(mee(nemer))

    nemer.refresh_from_db()
    assert nemer.bevestigd_op is not None
    assert nemer.naam_openbaar
    assert "Gelukt" in client.get(response.url).content.decode()


def test_the_others_are_asked_once_the_first_is_known(client: Client, haven: Wijk) -> None:
    idea = tell(client, haven, samen=WITH_FATIMA)
    mail.outbox.clear()

    assert confirm(first_of(idea).pk, naam_openbaar=False)
    assert not confirm(first_of(idea).pk, naam_openbaar=False)

    [message] = mail.outbox
    assert message.to == [FATIMA]
    assert "boodschappen" not in words(message).lower()
    html = client.get(link_in(message)).content.decode()
    assert "Jan Boer" in html
    assert "Samen boodschappen doen" in html


def test_who_has_no_address_asks_the_others_at_once(client: Client, haven: Wijk) -> None:
    tell(client, haven, samen=WITH_FATIMA, uzelf={"email": "", "phone": "0612345678"})

    assert [message.to for message in mail.outbox] == [[FATIMA]]


def test_yes_with_a_name_on_the_site_or_no_and_all_goes(client: Client, haven: Wijk) -> None:
    both = WITH_FATIMA | {"naam2": "Piet", "mail2": "piet@voorbeeld.nl"}
    idea = tell(client, haven, samen=both)
    fatima, piet = idea.initiatiefnemers.exclude(uitgenodigd_door=None)

    client.post(mee(fatima), {"actie": "ja", "naam_openbaar": "on"})
    no = client.post(mee(piet), {"actie": "nee"})

    fatima.refresh_from_db()
    assert fatima.bevestigd_op is not None
    assert fatima.naam_openbaar
    assert "weg" in no.content.decode()
    assert not Initiatiefnemer.objects.filter(email="piet@voorbeeld.nl").exists()
    assert client.get(mee(piet)).status_code == 404


def test_who_said_yes_is_not_taken_away_by_an_old_page(client: Client, haven: Wijk) -> None:
    nemer = first_of(tell(client, haven))
    confirm(nemer.pk, naam_openbaar=False)

    client.post(mee(nemer), {"actie": "nee"})

    assert Initiatiefnemer.objects.filter(pk=nemer.pk).exists()


def test_nobody_fills_the_mailbox_of_another(haven: Wijk) -> None:
    for number in range(brakes.MAILED.limit + 2):
        words = {"titel": f"Idee {number}"}
        tell(Client(), haven, idee=words, uzelf={"email": f"j.an+{number}@voorbeeld.nl"})

    assert len(mail.outbox) == brakes.MAILED.limit


def test_a_link_for_one_purpose_opens_nothing_else(client: Client, haven: Wijk) -> None:
    token = begin(client, haven)
    answer(client, token, "idee", **IDEA["idee"])
    code = Aanvraagconcept.objects.get().code
    idea = tell(Client(), haven)

    for purpose in tokens.PURPOSES:
        if purpose != tokens.AANVRAAG:
            wrong = tokens.make(purpose, idea.code)
            assert client.get(reverse("idee:status", args=[wrong])).status_code in {404, 429}
        if purpose != tokens.CONCEPT:
            wrong = tokens.make(purpose, code)
            assert client.get(reverse("idee:verder", args=[wrong])).status_code in {404, 429}


def test_who_guesses_is_stopped(client: Client, haven: Wijk) -> None:
    answers = [
        client.get(reverse("idee:status", args=[f"{number:032x}-{'0' * 40}"])).status_code
        for number in range(12)
    ]

    assert answers == [404] * 10 + [429] * 2


def test_later_shows_the_link_and_mails_it(client: Client, haven: Wijk) -> None:
    token = begin(client, haven)
    response = answer(client, token, "idee", **IDEA["idee"], _later="")
    assert response.url == reverse("idee:later", args=[token])
    html = client.get(response.url).content.decode()
    assert reverse("idee:verder", args=[token]) in html

    client.post(response.url, {"email": JAN})

    [message] = mail.outbox
    assert message.to == [JAN]
    other = Client()
    back = other.get(link_in(message))
    assert back.url == reverse("idee:stap", args=[token, "waarom"])
    assert other.get(reverse("idee:stap", args=[token, "idee"])).status_code == 200
    assert JAN not in str(Aanvraagconcept.objects.get().inhoud)


def test_later_without_an_address_says_so(client: Client, haven: Wijk) -> None:
    token = begin(client, haven)

    response = client.post(reverse("idee:later", args=[token]), {"email": "jan"})

    assert "geen e-mailadres" in response.content.decode()
    assert mail.outbox == []


def test_after_thirty_days_the_link_is_dead(client: Client, haven: Wijk) -> None:
    token = fill_in(client, haven)

    with time_machine.travel(timezone.now() + timedelta(days=29)):
        assert client.get(reverse("idee:nakijken", args=[token])).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert client.get(reverse("idee:nakijken", args=[token])).status_code == 404


def test_forty_people_of_one_library_all_pass(haven: Wijk) -> None:
    for number in range(40):
        tell(Client(), haven, idee={"titel": f"Idee van bezoeker {number}"})

    assert InitiatiefAanvraag.objects.count() == 40


def test_a_program_does_not(haven: Wijk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(brakes.SENT, "limit", 3)
    answers = []
    for number in range(5):
        client = Client()
        answers.append(send(client, fill_in(client, haven, idee={"titel": f"Spam {number}"})))

    assert [one.status_code for one in answers] == [302] * 3 + [429] * 2
    assert int(answers[-1]["Retry-After"]) > 0


def test_the_same_words_too_often(haven: Wijk) -> None:
    answers = []
    for _ in range(brakes.EQUAL.limit + 1):
        client = Client()
        answers.append(send(client, fill_in(client, haven)))

    assert [one.status_code for one in answers] == [302] * brakes.EQUAL.limit + [200]
    assert "precies dit idee" in answers[-1].content.decode()
    assert InitiatiefAanvraag.objects.count() == brakes.EQUAL.limit


def test_too_fast_is_sent_again(client: Client, haven: Wijk) -> None:
    token = fill_in(client, haven)

    response = client.post(reverse("idee:nakijken", args=[token]))

    assert response.status_code == 429
    assert "heel snel" in response.content.decode()
    assert send(client, token).status_code == 302
