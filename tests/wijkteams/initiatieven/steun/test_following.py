"""Following by mail: asked for, told at once or once a week, and stopped with one click (I8)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from tests.factories.initiatieven import initiatief
from tests.wijkteams.initiatieven.steun.test_support import ANNA, link_in, words_of
from tests.wijkteams.signalen.attenderen.test_asking import outbox
from wijkteams.initiatieven import changed, services, tokens
from wijkteams.initiatieven.models import (
    Controle,
    Initiatief,
    InitiatiefPage,
    Staat,
    Update,
    Volger,
)
from wijkteams.initiatieven.steun import digest, following
from wijkteams.initiatieven.steun.marks import mark_of
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db
METEEN, WEEK = Volger.Ritme.METEEN, Volger.Ritme.WEEK


@pytest.fixture
def bus(haven: Wijk) -> Initiatief:
    return initiatief(haven)


def form_of(one: Initiatief) -> str:
    return f"/initiatief/{one.translation_key}/volgen/"


def page(volger: Volger, rest: str = "") -> str:
    return f"/initiatief/volgen/{tokens.make(tokens.VOLGEN, volger.code)}/{rest}"


def follower(
    one: Initiatief, ritme: str = WEEK, days: float = 8, email: str = ANNA, **fields: Any
) -> Volger:
    """Somebody who said yes, and got their last mail so long ago."""
    then = timezone.now() - timedelta(days=days)
    made = {"ritme": ritme, "bevestigd_op": then, "verstuurd_tot": then, "email": email}
    return Volger.objects.create(initiatief=one, kenmerk=mark_of(email), **made | fields)


def update_of(one: Initiatief, tekst: str, controle: str = Controle.AKKOORD) -> Update:
    return Update.objects.create(
        initiatief=one, tekst=tekst, controle=controle, geplaatst_op=timezone.now()
    )


def weekly() -> int:
    sent: int = digest.tell_weekly.func()
    return sent


def test_asked_for_and_said_yes_to_in_their_own_mailbox(client: Client, bus: Initiatief) -> None:
    client.post(form_of(bus), {"email": ANNA, "ritme": METEEN})
    link = link_in(mail.outbox[0], "volgen")
    for _n in range(3):
        assert "Ja, mail mij" in words_of(client.get(link))
    services.step(bus.pk, Staat.BEZIG, "Nog voor niemand.")
    assert len(mail.outbox) == 1

    for _n in range(2):
        client.post(link, {"actie": "ja"})
    services.step(bus.pk, Staat.KLAAR, "Wij rijden.")

    assert "Wij rijden." in mail.outbox[-1].body
    assert "Nog voor niemand" not in mail.outbox[-1].body  # that was on the site already
    assert len(mail.outbox) == 2


def test_known_or_not_the_answer_is_the_same_and_what_they_have_stays(
    client: Client, bus: Initiatief
) -> None:
    follower(bus)
    answers = [
        client.post(form_of(bus), {"email": email, "ritme": METEEN})
        for email in (ANNA, "ANNA+x@bewoner.example", "wim@bewoner.example")
    ]

    assert {(one.status_code, one["Location"]) for one in answers} == {
        (302, f"{form_of(bus)}?klaar")
    }
    assert Volger.objects.count() == 2
    assert Volger.objects.get(email=ANNA).ritme == WEEK
    assert "U volgt ‘Boodschappenbus’ al" in mail.outbox[0].body


def test_once_a_week_steps_and_updates_in_one_mail(bus: Initiatief, haven: Wijk) -> None:
    one = follower(bus)
    follower(initiatief(haven, title="Een ander"))
    services.step(bus.pk, Staat.BEZIG, "Wij begonnen.")
    update_of(bus, "De bus is rood.")
    update_of(bus, "Nog niet bekeken", Controle.WACHT)
    assert not mail.outbox  # not at once

    assert weekly() == 1

    [sent] = outbox()
    for word in ("Wij begonnen.", "Bezig", "De bus is rood.", "/boodschappenbus/"):
        assert word in sent["text"], word
        assert word in sent["html"], word
    assert "Nog niet bekeken" not in sent["text"] + sent["html"]
    assert page(one) in sent["text"]
    assert sent["leave"].endswith(f"{page(one, 'stop/')}>")
    assert sent["one_click"] == "List-Unsubscribe=One-Click"
    assert weekly() == 0
    assert len(mail.outbox) == 1


def test_at_once_each_step_and_update_once(bus: Initiatief) -> None:
    follower(bus, METEEN)
    follower(bus, WEEK, days=1, email="week@bewoner.example")
    services.step(bus.pk, Staat.BEZIG, "Wij begonnen.")
    said = update_of(bus, "De bus is rood.")
    changed.told.send(Initiatief, initiatief=bus, update=said)

    assert [one.to for one in mail.outbox] == [[ANNA], [ANNA]]
    assert "Wij begonnen." in mail.outbox[0].body
    assert "Wij begonnen." not in mail.outbox[1].body
    assert "De bus is rood." in mail.outbox[1].body


def test_more_followers_than_fit_in_one_transaction_all_hear_once(
    bus: Initiatief, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digest, "AT_A_TIME", 3)
    for number in range(7):
        follower(bus, email=f"b{number}@bewoner.example")
    services.step(bus.pk, Staat.BEZIG, "Wij begonnen.")

    assert weekly() == 7
    assert len({one.to[0] for one in mail.outbox}) == len(mail.outbox) == 7
    assert weekly() == 0


def test_what_is_off_the_site_is_told_to_nobody(bus: Initiatief) -> None:
    follower(bus)
    services.step(bus.pk, Staat.BEZIG, "Wij begonnen.")
    InitiatiefPage.objects.get(translation_key=bus.translation_key).unpublish()
    assert weekly() == 0

    bus_page = InitiatiefPage.objects.get(translation_key=bus.translation_key)
    bus_page.save_revision().publish()
    assert weekly() == 1  # nothing was lost meanwhile


def test_mail_is_in_the_language_of_who_reads(bus: Initiatief) -> None:
    follower(bus, language="en")
    services.step(bus.pk, Staat.BEZIG, "Wij begonnen.")
    weekly()

    assert "/en/initiatief/volgen/" in mail.outbox[0].body


def test_other_rhythm_and_one_that_does_not_exist(client: Client, bus: Initiatief) -> None:
    one = follower(bus)
    assert "a•••@be•••.example" in words_of(client.get(page(one)))
    for ritme in (METEEN, "elk uur"):
        client.post(page(one), {"ritme": ritme})
        one.refresh_from_db()
        assert one.ritme == METEEN


def test_one_click_of_a_mail_program_stops_it_and_twice_is_the_same(bus: Initiatief) -> None:
    one, client = follower(bus), Client(enforce_csrf_checks=True)
    for _n in range(3):
        assert client.get(page(one, "stop/")).status_code == 200
    assert Volger.objects.exists()

    answers = [
        client.post(page(one, "stop/"), {"List-Unsubscribe": "One-Click"}) for _n in range(2)
    ]

    assert {(answer.status_code, answer.content) for answer in answers} == {
        (200, b"U bent afgemeld.")
    }
    assert not Volger.objects.exists()
    assert client.get(page(one, "stop/")).status_code == 404


def test_a_button_stops_it_too(client: Client, bus: Initiatief) -> None:
    one = follower(bus)

    assert "geen mail meer" in words_of(client.post(page(one, "stop/")))
    assert not Volger.objects.exists()


def test_too_late_or_for_another_purpose(client: Client, bus: Initiatief) -> None:
    following.ask(bus.pk, ANNA, ritme=WEEK, language="nl")
    one = Volger.objects.get()
    other = tokens.make(tokens.STEUN, one.code)
    assert client.get(f"/initiatief/volgen/{other}/").status_code == 404
    assert client.post(f"/initiatief/volgen/{other}/stop/").status_code == 404

    Volger.objects.update(created_at=timezone.now() - following.TO_CONFIRM)
    assert client.post(page(one), {"actie": "ja"}).status_code == 404
    assert Volger.objects.get().bevestigd_op is None


def test_rhythm_must_be_chosen(client: Client, bus: Initiatief) -> None:
    shown = client.post(form_of(bus), {"email": ANNA})

    assert "Kies hoe vaak u mail wilt." in words_of(shown)
    assert ANNA in words_of(shown)
    assert not Volger.objects.exists()
