"""Anybody can fill in anybody's address: how many mails somebody gets who asked for none (R-34)."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from accounts.models import User
from tests.factories import lid
from tests.factories.signalen import signal
from wijkteams.models import Wijk
from wijkteams.moderatie.deciding import decide
from wijkteams.moderatie.models import Besluit, Inhoudsmelding
from wijkteams.roles import Rol
from wijkteams.signalen import tokens
from wijkteams.signalen.models import Melder, Signaal
from wijkteams.signalen.werk import arranging

pytestmark = pytest.mark.django_db
VICTIM = "doelwit@slachtoffer.example"
DECIDED: dict[str, Any] = {
    "actie": "blijft",
    "grond": "anders",
    "feiten": "Er was niets aan de hand.",
    "uitleg": "Het blijft staan.",
}


@pytest.fixture
def mo(haven: Wijk) -> User:
    return lid("mo@wijkteam.example", Rol.WIJKBEHEERDER, haven)


def _to_victim() -> int:
    """Also by other ways to write the same mailbox."""
    found = Counter(to.lower() for one in mail.outbox for to in one.to)
    return sum(number for to, number in found.items() if "slachtoffer.example" in to)


def _report(signaal: Signaal, email: str, words: str) -> None:
    filled = {"reden": "anders", "uitleg": words, "email": email, "oprecht": "on"}
    client = Client(REMOTE_ADDR=f"198.51.100.{len(words) % 250}")
    sent = client.post(f"/melden/signaal/{signaal.code}/", filled)
    assert sent.status_code == 302, sent.text


def test_who_reports_in_the_name_of_another_fills_no_mailbox(haven: Wijk, mo: User) -> None:
    """60 reports with 60 ways to write one address, and a decision on each of 20 things."""
    signals = [signal(haven, titel=f"Lantaarn {n}") for n in range(20)]
    for number in range(60):
        way = f"doelwit+{number}@slachtoffer.example" if number % 2 else VICTIM.upper()
        _report(signals[number % 20], way, "x" * (number + 1))
    assert Inhoudsmelding.objects.count() == 60
    assert _to_victim() == 5  # receipts of one day
    for one in signals:
        melding = Inhoudsmelding.objects.filter(object_id=one.pk).first()
        assert melding is not None
        decide(melding.pk, door=mo, **DECIDED)
    assert _to_victim() == 5 + 10
    assert Inhoudsmelding.objects.filter(gesloten_op=None).count() == 0


def test_one_decision_on_ten_reports_of_one_address_is_one_mail(haven: Wijk, mo: User) -> None:
    signaal = signal(haven)
    rows = [
        Inhoudsmelding.objects.create(
            wijk=haven,
            soort="signaal",
            object_id=signaal.pk,
            onderwerp="Donker",
            reden="spam",
            uitleg=str(number),
            email=email,
        )
        for number, email in enumerate([VICTIM] * 10 + ["rosa@lezer.example"])
    ]
    decide(rows[0].pk, door=mo, **DECIDED)
    assert sorted(one.to[0] for one in mail.outbox) == [VICTIM, "rosa@lezer.example"]


@pytest.mark.parametrize("way", ["decided", "taken off", "words"])
def test_who_never_said_yes_to_an_address_gets_no_statement_there(
    haven: Wijk, mo: User, way: str
) -> None:
    """A stranger told it with another's address: those words and ours go to no mailbox."""
    signaal = signal(haven, email=VICTIM, titel="Koop nu zonnepanelen", tekst="Bel Piet Jansen")
    if way == "decided":
        melding = Inhoudsmelding.objects.create(
            wijk=haven, soort="signaal", object_id=signaal.pk, onderwerp="x", reden="spam"
        )
        decide(melding.pk, door=mo, **DECIDED | {"actie": "weg"})
    elif way == "taken off":
        arranging.take_off(signaal.pk, reden="Reclame.", grond="spam", door=mo)
    else:
        arranging.take_away(signaal.pk, ["Piet Jansen"], door=mo)
    assert _to_victim() == 0
    besluit = Besluit.objects.get()
    # Who did tell it, reads it behind the link that they got on the screen (rule R-16).
    melder = Melder.objects.get(signaal=signaal)
    page = Client().get(f"/signaal/mijn/{tokens.make(tokens.STATUS, melder.code)}/").text
    assert "Lees waarom, of vraag herziening" in page
    assert besluit.uitleg


def test_taking_off_twice_is_one_decision_and_one_mail(haven: Wijk, mo: User) -> None:
    signaal = signal(haven, email=VICTIM)
    Melder.objects.update(bevestigd_op=signaal.gemeld_op)
    client = Client()
    client.force_login(mo)
    for _click in range(3):
        client.post(f"/beheer/signalen/{signaal.pk}/site/", {"grond": "spam", "reden": "Reclame."})
    assert Besluit.objects.count() == 1
    assert _to_victim() == 1
