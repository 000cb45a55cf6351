"""Co-initiators say yes themselves; who leaves is forgotten; the clock too (R-11, R-12)."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client

from core.privacy.engine import erase_person, export_person, purge
from tests.factories.initiatieven import initiatief, initiator
from wijkteams.initiatieven import services, tokens
from wijkteams.initiatieven.beheren import people, privacy
from wijkteams.initiatieven.models import (
    Controle,
    Initiatief,
    Initiatiefnemer,
    Staat,
    Update,
    Wijziging,
)
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
TOM = {"name": "Tom", "email": "tom@merkteken.example"}
KEY = "initiatieven-initiatiefnemers"


@pytest.fixture
def bus(haven: Wijk) -> Initiatief:
    with time_machine.travel(NOW, tick=False):
        return initiatief(haven)


@pytest.fixture
def rie(bus: Initiatief) -> Initiatiefnemer:
    return initiator(bus)


def who(nemer: Initiatiefnemer) -> str:
    return f"/initiatief/beheren/{tokens.make(tokens.BEHEREN, nemer.code)}/wie/"


def invited(client: Client, rie: Initiatiefnemer) -> str:
    client.post(who(rie), TOM)
    match = re.search(r"/initiatief/uitnodiging/\S+", mail.outbox[-1].body)
    assert match
    return match[0]


def test_who_is_invited_says_yes_and_has_a_page_of_their_own(
    client: Client, rie: Initiatiefnemer
) -> None:
    link = invited(client, rie)
    tom = Initiatiefnemer.objects.get(name="Tom")
    assert "Boodschappenbus" in client.get(link).content.decode()
    assert client.get(who(tom)).status_code == 404  # not yet an initiator

    response = client.post(link, {"actie": "ja", "naam_openbaar": "on"}, follow=True)

    assert response.status_code == 200
    tom.refresh_from_db()
    assert tom.naam_openbaar
    assert tom.bevestigd_op is not None
    assert client.get(who(tom)).status_code == 200


def test_who_says_no_is_gone(client: Client, rie: Initiatiefnemer) -> None:
    client.post(invited(client, rie), {"actie": "nee"})

    assert Initiatiefnemer.objects.get() == rie


def test_a_second_invitation_makes_no_second_row(client: Client, rie: Initiatiefnemer) -> None:
    invited(client, rie)
    client.post(who(rie), {**TOM, "email": "TOM@merkteken.example"})

    assert Initiatiefnemer.objects.filter(name="Tom").count() == 1


def test_nobody_fills_the_mailbox_of_another(client: Client, rie: Initiatiefnemer) -> None:
    for _n in range(8):
        client.post(who(rie), TOM)

    assert len(mail.outbox) == 3


def test_there_are_no_more_than_a_handful(client: Client, rie: Initiatiefnemer) -> None:
    for n in range(people.MOST + 3):
        client.post(who(rie), {"name": "Tom", "email": f"tom{n}@merkteken.example"})

    assert Initiatiefnemer.objects.count() == people.MOST


def test_what_they_wrote_stays_without_them(bus: Initiatief) -> None:
    tom = initiator(bus, **TOM, phone="0698765432")
    for controle in (Controle.AKKOORD, Controle.WACHT):
        Update.objects.create(
            initiatief=bus,
            door_initiatiefnemer=tom,
            tekst=f"Van Tom: {controle}",
            controle=controle,
        )
    Wijziging.objects.create(initiatief=bus, door_initiatiefnemer=tom, inhoud={"wie": "Van Tom"})
    told = json.dumps(export_person(TOM["email"]), ensure_ascii=False)
    for word in ("Boodschappenbus", "Van Tom: akkoord", "0698765432"):
        assert word in told, word

    erase_person(TOM["email"])

    tom.refresh_from_db()
    assert (tom.name, tom.email, tom.phone) == ("", "", "")
    assert Update.objects.get().tekst == "Van Tom: akkoord"
    assert not Wijziging.objects.exists()


def test_a_year_after_the_end_nobody_can_be_reached(bus: Initiatief) -> None:
    hidden, named = initiator(bus, **TOM), initiator(bus, name="Els", naam_openbaar=True)
    with time_machine.travel(NOW, tick=False):
        services.step(bus.pk, Staat.KLAAR, "Het is klaar.")

    purge(NOW + privacy.AFTER - MINUTE, only={KEY})
    hidden.refresh_from_db()
    assert hidden.email == TOM["email"]
    purge(NOW + privacy.AFTER, only={KEY})
    for row in (hidden, named):
        row.refresh_from_db()
        assert row.email == ""
    assert (hidden.name, named.name) == ("", "Els")


def test_who_did_not_answer_goes_in_a_week(client: Client, rie: Initiatiefnemer) -> None:
    with time_machine.travel(NOW, tick=False):
        invited(client, rie)

    purge(NOW + privacy.UNCONFIRMED - MINUTE, only={KEY})
    assert Initiatiefnemer.objects.filter(name="Tom").exists()
    purge(NOW + privacy.UNCONFIRMED, only={KEY})
    assert Initiatiefnemer.objects.get() == rie
