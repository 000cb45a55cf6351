"""A message to all who come: each a mail of their own, each once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.models import User
from tests.wijkteams.activiteiten.deelnemers.conftest import sign_up, typed, url
from wijkteams.activiteiten.deelnemers import message
from wijkteams.activiteiten.deelnemers.lijst import Lijst
from wijkteams.activiteiten.deelnemers.privacy import purge_messages
from wijkteams.activiteiten.models import Bericht, Keer, Ontvanger

pytestmark = pytest.mark.django_db
TEXT = {"subject": "Neem een jas mee", "text": "Het wordt koud.\n\nTot dan!", "request_key": "een"}


@pytest.fixture
def people(keer: Keer, as_joris: Client) -> None:
    """Three come (one without an address), one did not confirm, one waits."""
    sign_up(keer, "Bram", adults=2)
    sign_up(keer, "Kees")
    as_joris.post(url(keer, "toevoegen/"), typed(name="Mevrouw De Wit", adults="2"))
    sign_up(keer, "Onzeker", confirmed=False)
    sign_up(keer, "Wachtende", adults=3)
    mail.outbox.clear()


def to() -> list[list[str]]:
    return [one.to for one in mail.outbox]


def test_first_one_sees_the_mail_and_nothing_is_sent(
    keer: Keer, people: None, as_joris: Client
) -> None:
    html = as_joris.post(url(keer, "bericht/"), TEXT).content.decode()

    assert "Deze mail gaat naar 2 mensen, ieder apart" in " ".join(html.split())
    assert "Neem een jas mee – Samen koken" in html
    assert "Het wordt koud." in html
    assert "Mevrouw De Wit" in html  # to be phoned
    assert mail.outbox == []
    assert not Bericht.objects.exists()


def test_then_everybody_who_comes_gets_a_mail_of_their_own(
    keer: Keer, people: None, as_joris: Client, joris: User
) -> None:
    answer = as_joris.post(url(keer, "bericht/"), {**TEXT, "verstuur": "1"}, follow=True)

    assert to() == [["bram@b.example"], ["kees@b.example"]]
    assert not [one for one in mail.outbox if one.cc or one.bcc]
    assert "kees" not in mail.outbox[0].body.lower()
    assert "Het wordt koud." in mail.outbox[0].body
    links = {one.body.split("/aanmelding/")[1].split("/")[0] for one in mail.outbox}
    assert len(links) == 2
    assert "2 van 2 mails zijn verstuurd" in " ".join(answer.content.decode().split())
    assert Bericht.objects.get().sent_by == joris


def test_who_waits_is_asked_for_apart(keer: Keer, people: None, as_joris: Client) -> None:
    as_joris.post(url(keer, "bericht/"), {**TEXT, "also_waiting": "on", "verstuur": "1"})

    assert ["wachtende@b.example"] in to()
    assert ["onzeker@b.example"] not in to()


def test_a_double_click_is_one_message(keer: Keer, people: None, as_joris: Client) -> None:
    for _time in range(2):
        as_joris.post(url(keer, "bericht/"), {**TEXT, "verstuur": "1"})

    assert len(mail.outbox) == 2
    assert Bericht.objects.count() == 1


def test_one_can_go_back_and_what_was_typed_is_there(
    keer: Keer, people: None, as_joris: Client
) -> None:
    html = as_joris.post(url(keer, "bericht/"), {**TEXT, "anders": "1"}).content.decode()

    assert 'value="Neem een jas mee"' in html
    assert "Bekijk de mail" in html
    assert mail.outbox == []


def test_a_task_that_was_stopped_half_way_goes_on_and_mails_nobody_twice(
    keer: Keer, people: None, joris: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, count = message.enqueue_mail, []

    def stops(*args: object, **kwargs: object) -> str:
        if len(count) == 1:
            raise RuntimeError("kill -9")
        count.append(1)
        return real(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(message, "enqueue_mail", stops)
    bericht = message.send(Lijst(keer.activiteit, keer), **TEXT, also_waiting=False, by=joris)
    assert to() == [["bram@b.example"]]
    monkeypatch.setattr(message, "enqueue_mail", real)

    assert message.write_mails.call(bericht.pk) == 1
    assert message.write_mails.call(bericht.pk) == 0
    assert to() == [["bram@b.example"], ["kees@b.example"]]


def test_the_same_address_twice_gets_one_mail(keer: Keer, as_joris: Client) -> None:
    sign_up(keer, "Bram")
    as_joris.post(url(keer, "toevoegen/"), typed(name="Nog een Bram", email=""))
    Keer.objects.get().aanmeldingen.update(email="bram@b.example")
    mail.outbox.clear()

    as_joris.post(url(keer, "bericht/"), {**TEXT, "verstuur": "1"})

    assert to() == [["bram@b.example"]]


def test_a_list_without_addresses_says_so(keer: Keer, as_joris: Client) -> None:
    as_joris.post(url(keer, "toevoegen/"), typed())

    html = as_joris.post(url(keer, "bericht/"), {**TEXT, "verstuur": "1"}).content.decode()

    assert "Niemand op deze lijst heeft een e-mailadres" in html


def test_a_subject_with_a_new_line_adds_no_header(
    keer: Keer, people: None, as_joris: Client
) -> None:
    as_joris.post(url(keer, "bericht/"), {**TEXT, "subject": "Jas\r\nBcc: x@y.nl", "verstuur": "1"})

    assert not [one for one in mail.outbox if one.bcc or "\n" in one.subject]


def test_progress_tells_what_waits_and_what_failed(keer: Keer, people: None, joris: User) -> None:
    bericht = message.send(Lijst(keer.activiteit, keer), **TEXT, also_waiting=False, by=joris)
    bericht.refresh_from_db()
    first, second = Ontvanger.objects.order_by("pk")
    for row, status in ((first, "FAILED"), (second, "READY")):
        result = DBTaskResult.objects.create(
            status=status, args_kwargs={}, task_path="x", queue_name="default", backend_name="x"
        )
        Ontvanger.objects.filter(pk=row.pk).update(mail_task=str(result.pk))

    progress = message.progress_of(bericht)

    assert (progress.total, progress.sent, progress.failed, progress.waiting) == (2, 0, 1, 1)


def test_messages_go_after_ninety_days(keer: Keer, people: None, joris: User) -> None:
    bericht = message.send(Lijst(keer.activiteit, keer), **TEXT, also_waiting=False, by=joris)
    limit = bericht.created_at + timedelta(days=90)

    assert purge_messages(limit - timedelta(seconds=1)) == 0
    assert purge_messages(limit) == 3
    assert timezone.now() < limit
