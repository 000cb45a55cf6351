"""Anybody can fill in anybody's address: how many mails one mailbox gets, by any form (R-34)."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client

from tests.enquetes.invullen.filling import Resident, dogs
from tests.enquetes.toegang.conftest import Make
from tests.factories.enquetes import key
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db
POSTS = 24


def _way(number: int) -> str:
    """Another way to write the same mailbox each time."""
    name = ("doel.wit", "doelwit", "DOELWIT", f"doelwit+{number}")[number % 4]
    return f"{name}@slachtoffer.example"


def _client(number: int) -> Client:
    return Client(REMOTE_ADDR=f"198.51.100.{number}")


def test_many_surveys_mail_one_mailbox_five_times_a_day(make: Make) -> None:
    surveys = [make("mail", title=f"Enquête {number}") for number in range(POSTS // 2)]
    for number in range(POSTS):
        survey = surveys[number % len(surveys)]
        sent = _client(number).post(f"/enquete/{survey.code}/", {"email": _way(number)})
        assert sent.status_code == 302  # the page says the same
    assert len(mail.outbox) == 5


def test_many_panels_mail_one_mailbox_three_times_a_day(haven: Wijk, sluis: Wijk) -> None:
    panels = ("", "/havenkwartier", f"/{sluis.slug}")
    for number in range(POSTS):
        address = f"{panels[number % 3]}/bewonerspanel/"
        sent = _client(number).post(address, {"email": _way(number)})
        assert sent.status_code == 302
    assert len(mail.outbox) == 3


def test_later_on_mails_one_mailbox_three_times_a_day(haven: Wijk) -> None:
    karin = Resident(dogs(haven))
    karin.begin()
    karin.fill(1, v1=key(101), _later="Later verder")
    for number in range(POSTS):
        karin.client.defaults["REMOTE_ADDR"] = f"198.51.100.{number}"
        karin.client.post(karin.url("later"), {"email": _way(number)})
    assert len(mail.outbox) == 3
