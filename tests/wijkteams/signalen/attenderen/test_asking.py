"""Asking for mail about signals, saying yes, and leaving: R-08, R-09, R-34."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from wijkteams.models import Wijk
from wijkteams.signalen import tokens
from wijkteams.signalen.attenderen import services
from wijkteams.signalen.models import Attendering

pytestmark = pytest.mark.django_db
ANS = "ans@voorbeeld.nl"
FORM = "/signaal/attenderen/?wijk=havenkwartier"


def outbox() -> list[dict[str, str]]:
    """What was mailed."""
    return [
        {
            "to": one.to[0],
            "subject": one.subject,
            "text": str(one.body),
            "html": str(one.alternatives[0][0]),  # type: ignore[attr-defined]
            "leave": one.extra_headers.get("List-Unsubscribe", ""),
            "one_click": one.extra_headers.get("List-Unsubscribe-Post", ""),
        }
        for one in mail.outbox
    ]


def ask(wijk: Wijk | None, email: str = ANS, ritme: str = "week") -> bool:
    pk = wijk.pk if wijk else None
    sent: bool = services.take_request.func(email=email, wijk=pk, ritme=ritme, language="nl")
    return sent


def link(attendering: Attendering, name: str = "signaal_attendering") -> str:
    return reverse(name, args=[tokens.make(tokens.ATTENDERING, attendering.code)])


def test_a_form_only_asks_and_says_the_same_to_everybody(client: Client, haven: Wijk) -> None:
    Attendering.objects.create(wijk=haven, email="bekend@voorbeeld.nl", bevestigd_op=timezone.now())
    answers = [
        client.post(FORM, {"email": email, "ritme": "dag"})
        for email in (ANS, "bekend@voorbeeld.nl")
    ]
    assert {(one.status_code, one["Location"]) for one in answers} == {(302, f"{FORM}&klaar")}
    assert client.get(answers[0]["Location"]).status_code == 200
    assert Attendering.objects.get(email=ANS).bevestigd_op is None


def test_what_is_typed_wrong_stays_with_a_word_beside_it(client: Client, haven: Wijk) -> None:
    shown = client.post(FORM, {"email": "ans@", "ritme": "dag"}).content.decode()
    assert 'value="ans@"' in shown
    assert "utrecht-form-field-error-message" in shown
    assert client.get("/signaal/attenderen/?wijk=bestaat-niet").status_code == 404


def test_no_mail_comes_before_the_button_is_pressed(client: Client, haven: Wijk) -> None:
    assert ask(haven)
    [sent] = outbox()
    one = Attendering.objects.get()
    assert link(one) in sent["text"]
    client.get(link(one))
    client.head(link(one))
    one.refresh_from_db()
    assert one.bevestigd_op is None
    assert client.post(link(one), {"actie": "ja"}).status_code == 302
    one.refresh_from_db()
    assert one.bevestigd_op is not None
    assert "ans@" not in client.get(link(one)).content.decode()


def test_after_a_week_the_button_works_no_longer(client: Client, haven: Wijk) -> None:
    ask(haven)
    Attendering.objects.update(created_at=timezone.now() - timedelta(days=7, minutes=1))
    one = Attendering.objects.get()
    assert client.post(link(one), {"actie": "ja"}).status_code == 404
    one.refresh_from_db()
    assert one.bevestigd_op is None


def test_a_stranger_who_asks_again_changes_nothing(haven: Wijk) -> None:
    ask(haven)
    Attendering.objects.update(bevestigd_op=timezone.now())
    ask(haven, ANS.upper(), ritme="dag")
    one = Attendering.objects.get()
    assert one.ritme == "week"
    assert "krijgt u al" in outbox()[1]["text"]


def test_nobody_fills_the_mailbox_of_another(haven: Wijk, sluis: Wijk) -> None:
    assert [ask(wijk) for wijk in (haven, sluis, None, haven, sluis)] == [True] * 3 + [False] * 2
    assert len(outbox()) == 3


def test_one_click_in_the_mail_program_stops_it_and_a_look_does_not(
    haven: Wijk,
) -> None:
    one = Attendering.objects.create(wijk=haven, email=ANS, bevestigd_op=timezone.now())
    client = Client(enforce_csrf_checks=True)
    stop = link(one, "signaal_attendering_stop")
    assert client.get(stop).status_code == 200
    assert Attendering.objects.exists()
    answer = client.post(stop, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not Attendering.objects.exists()
    assert client.get(stop).status_code == 404


def test_how_often_can_be_chosen_anew(client: Client, haven: Wijk) -> None:
    one = Attendering.objects.create(wijk=haven, email=ANS, bevestigd_op=timezone.now())
    client.post(link(one), {"ritme": "dag"})
    client.post(link(one), {"ritme": "elk uur"})
    one.refresh_from_db()
    assert one.ritme == "dag"


def test_a_link_for_another_purpose_or_a_guess_leads_nowhere(client: Client, haven: Wijk) -> None:
    one = Attendering.objects.create(wijk=haven, email=ANS)
    for token in (tokens.make(tokens.STATUS, one.code), one.code, "x" * 73):
        for name in ("signaal_attendering", "signaal_attendering_stop"):
            assert client.post(reverse(name, args=[token])).status_code == 404
    assert Attendering.objects.exists()
