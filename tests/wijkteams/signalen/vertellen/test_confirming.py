"""Confirming by mail, and what comes on the site after it (G2, R-08, R-09)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories.signalen import category
from tests.wijkteams.signalen.vertellen.telling import a_photo, tell, teller
from wijkteams.models import Wijk
from wijkteams.signalen import services, tokens
from wijkteams.signalen.models import Klasse, Melder, Openbaarheid, Signaal
from wijkteams.signalen.vertellen import changes, guard, mails

pytestmark = pytest.mark.django_db

JAN = "jan@voorbeeld.nl"


def link(signaal: Signaal) -> str:
    return reverse("signaal_bevestigen", args=[mails.confirm_token(teller(signaal))])


def test_looking_confirms_nothing_and_the_button_does(client: Client, haven: Wijk) -> None:
    signaal = tell(client, haven, email=JAN, foto=[a_photo()])
    for _scan in range(5):
        assert client.get(link(signaal)).status_code == 200
        client.head(link(signaal))
    signaal.refresh_from_db()
    assert signaal.openbaarheid == Openbaarheid.WACHT

    response = client.post(link(signaal))

    signaal.refresh_from_db()
    assert response.url.endswith("?bevestigd")
    assert signaal.toont_tekst
    assert not signaal.fotos.get().is_openbaar
    assert teller(signaal).bevestigd_op is not None


@pytest.mark.parametrize(
    "why", ["limited", "confidential", "link", "telephone", "health", "rude", "team"]
)
def test_confirmed_and_yet_not_on_the_site(client: Client, haven: Wijk, why: str) -> None:
    changes: dict[str, Any] = {
        "limited": {"categorie": category("lawaai", Klasse.BEPERKT)},
        "confidential": {"categorie": category("zorg", Klasse.VERTROUWELIJK)},
        "link": {"tekst": "Kijk op www.goedkoop-geld.nl"},
        "telephone": {"tekst": "Bel mij op 06 12 34 56 78"},
        "health": {"tekst": "De man op de hoek is verslaafd."},
        "rude": {"titel": "Die klootzakken van de overkant"},
        "team": {},
    }[why]
    signaal = tell(client, haven, email=JAN, **changes)
    if why == "team":
        services.show(signaal.pk, Openbaarheid.VERBORGEN)

    client.post(link(signaal))

    signaal.refresh_from_db()
    assert not signaal.is_openbaar
    assert teller(signaal).bevestigd_op is not None


def test_twice_is_the_same_as_once(client: Client, haven: Wijk) -> None:
    signaal = tell(client, haven, email=JAN)
    client.post(link(signaal))
    services.show(signaal.pk, Openbaarheid.VERBORGEN)

    client.post(link(signaal))

    signaal.refresh_from_db()
    assert signaal.openbaarheid == Openbaarheid.VERBORGEN
    assert "al bevestigd" in client.get(link(signaal)).content.decode()


def test_a_link_works_a_week(client: Client, haven: Wijk) -> None:
    signaal = tell(client, haven, email=JAN)
    mailed = link(signaal)
    with time_machine.travel(timezone.now() + timedelta(days=6, hours=23), tick=False):
        assert client.get(mailed).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1), tick=False):
        assert client.post(mailed).status_code == 404

    assert teller(signaal).bevestigd_op is None


def test_the_link_of_one_address_confirms_no_other(client: Client, haven: Wijk) -> None:
    signaal = tell(client, haven, email=JAN)
    mailed = link(signaal)
    changes.reach(teller(signaal), email="els@voorbeeld.nl", phone="", name="")

    assert client.post(mailed).status_code == 404
    assert teller(signaal).bevestigd_op is None

    assert client.post(link(signaal)).status_code == 302
    assert teller(signaal).bevestigd_op is not None


def test_another_address_can_be_confirmed_after_a_week_too(client: Client, haven: Wijk) -> None:
    signaal = tell(client, haven, email=JAN)
    with time_machine.travel(timezone.now() + timedelta(days=30), tick=False):
        changes.reach(teller(signaal), email="els@voorbeeld.nl", phone="", name="")
        assert client.post(link(signaal)).status_code == 302

    assert teller(signaal).bevestigd_op is not None


def test_a_forged_link_opens_nothing_and_guessing_is_stopped(client: Client, haven: Wijk) -> None:
    signaal = tell(client, haven, email=JAN)
    right = mails.confirm_token(teller(signaal))
    forged = [
        tokens.make(tokens.BEVESTIGEN, teller(signaal).code),
        tokens.make(tokens.STATUS, teller(signaal).code),
        right[:-1],
        right.upper(),
        teller(signaal).code,
        str(signaal.pk),
    ]

    bodies = set()
    for token in forged:
        response = client.post(reverse("signaal_bevestigen", args=[token]))
        assert response.status_code == 404
        bodies.add(response.content)
    unknown = client.get(reverse("signaal_mijn", args=[tokens.make(tokens.STATUS, "0" * 32)]))
    assert unknown.status_code == 404
    for _try in range(4):
        client.get(reverse("signaal_mijn", args=["x"]))

    assert client.get(link(signaal)).status_code == 429
    assert len(bodies) == 1
    assert Melder.objects.get().bevestigd_op is None


def test_a_confidential_one_shows_nothing_on_that_page(client: Client, haven: Wijk) -> None:
    zorg = category("zorg", Klasse.VERTROUWELIJK)
    signaal = tell(client, haven, email=JAN, categorie=zorg, titel="Buurvrouw valt steeds")

    html = client.get(link(signaal)).content.decode()

    assert "Buurvrouw" not in html
    assert signaal.code in html


@pytest.mark.parametrize(
    "text",
    [
        "De lantaarn bij de school is al drie weken stuk.",
        "Bus 14 rijdt sinds 5 november niet meer.De halte is weg.",
        "Er ligt elke vrijdag afval naast de bak op de Kadeweg.",
        "Auto's rijden hier 60 waar 30 mag.",
    ],
)
def test_plain_words_need_no_look(text: str) -> None:
    assert guard.words_for(text) == []
