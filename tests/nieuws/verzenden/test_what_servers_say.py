"""The mail server refuses, puts off, or goes away in the middle."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from nieuws.models import Editie, Lijst, Retour, Zending
from nieuws.verzenden.turns import turn
from tests.factories.nieuws import reader
from tests.nieuws.verzenden.post import Post

pytestmark = pytest.mark.django_db
RIA = "ria@sluisdam.example"
Status = Zending.Status


def states(editie: Editie) -> dict[str, str]:
    rows = Zending.objects.filter(editie=editie).values_list("abonnee__email", "status")
    return {str(email).partition("@")[0]: status for email, status in rows}


def test_an_address_that_does_not_exist_is_refused_and_counts(editie: Editie, post: Post) -> None:
    post.says["rcpt", RIA] = b"550 5.1.1 <ria@sluisdam.example>: user unknown"
    turn(editie.pk)
    assert states(editie) == {"ria": "geweigerd", "bep": "verstuurd", "cor": "verstuurd"}
    row = editie.zendingen.get(abonnee__email=RIA)
    assert "ria@" not in row.answer
    assert "550" in row.answer
    assert Retour.objects.get().soort == Retour.Soort.HARD


def test_not_now_is_tried_again_later_and_the_others_go(editie: Editie, post: Post) -> None:
    post.says["rcpt", RIA] = b"451 4.7.1 greylisted"
    again = turn(editie.pk)
    row = editie.zendingen.get(abonnee__email=RIA)
    assert (row.status, row.tries, len(post.taken)) == (Status.WACHT, 1, 2)
    assert again == row.not_before
    post.says.clear()
    Zending.objects.filter(pk=row.pk).update(not_before=timezone.now())
    turn(editie.pk)
    assert states(editie)["ria"] == "verstuurd"


def test_refused_after_the_text_is_refused(editie: Editie, post: Post) -> None:
    post.says["end", RIA] = b"552 5.3.4 message too big"
    turn(editie.pk)
    assert states(editie)["ria"] == "geweigerd"


def test_no_word_after_the_text_is_unsure_and_not_sent_again(editie: Editie, post: Post) -> None:
    post.says["end", RIA] = b""
    turn(editie.pk)
    post.says.clear()
    Editie.objects.filter(pk=editie.pk).update(next_try_at=None)
    turn(editie.pk)
    assert states(editie) == {"ria": "onzeker", "bep": "verstuurd", "cor": "verstuurd"}
    assert post.tries.count(RIA) == 1


@pytest.mark.parametrize("phase", ["mail", "rcpt", "data"])
def test_gone_before_the_text_is_certainly_not_sent(editie: Editie, post: Post, phase: str) -> None:
    post.says[phase, "*"] = b""
    moment = turn(editie.pk)
    assert set(states(editie).values()) == {"wacht"}
    editie.refresh_from_db()
    assert editie.stalled_since is not None
    assert moment == editie.next_try_at


def test_a_server_that_says_that_it_closes_is_away(editie: Editie, post: Post) -> None:
    post.says["rcpt", "*"] = b"421 4.3.2 shutting down"
    turn(editie.pk)
    assert set(states(editie).values()) == {"wacht"}


def test_one_mail_that_breaks_the_line_does_not_hold_up_the_others(
    editie: Editie, post: Post
) -> None:
    post.says["rcpt", RIA] = b""
    for _try in range(4):
        Editie.objects.filter(pk=editie.pk).update(next_try_at=None)
        turn(editie.pk)
    assert states(editie) == {"ria": "wacht", "bep": "verstuurd", "cor": "verstuurd"}


def test_no_server_at_all_loses_nothing(editie: Editie, post: Post, settings: Any) -> None:
    settings.EMAIL_PORT = 1
    assert turn(editie.pk) is not None
    assert set(states(editie).values()) == {"wacht"}
    assert Zending.objects.filter(tries__gt=0).count() == 0


def test_that_it_refuses_us_stops_everything_and_blames_no_reader(
    editie: Editie, post: Post
) -> None:
    post.says["mail", "*"] = b"550 5.7.1 sender not allowed"
    assert turn(editie.pk) is None
    editie.refresh_from_db()
    assert editie.status == Editie.Status.PAUZE
    assert "sender not allowed" in editie.pause_reason
    assert set(states(editie).values()) == {"wacht"}
    assert not Retour.objects.exists()


def test_many_refusals_stop_it(editie: Editie, lijst: Lijst, post: Post) -> None:
    for number in range(40):
        reader(lijst, f"lezer{number}@sluisdam.example")
    post.says["rcpt", "*"] = b"554 5.7.1 blocked"
    turn(editie.pk)
    editie.refresh_from_db()
    assert editie.status == Editie.Status.PAUZE
    assert len(post.tries) == 10
    assert list(states(editie).values()).count("wacht") == 33


def test_a_few_refusals_do_not_stop_it(editie: Editie, lijst: Lijst, post: Post) -> None:
    for number in range(40):
        reader(lijst, f"lezer{number}@sluisdam.example")
    for number in range(9):
        post.says["rcpt", f"lezer{number}@sluisdam.example"] = b"550 5.1.1 unknown"
    turn(editie.pk)
    editie.refresh_from_db()
    assert (editie.status, len(post.taken)) == (Editie.Status.KLAAR, 34)


def test_what_is_late_does_not_leave_any_more(editie: Editie, post: Post) -> None:
    post.says["rcpt", RIA] = b"451 later"
    turn(editie.pk)
    Editie.objects.filter(pk=editie.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    post.says.clear()
    turn(editie.pk)
    editie.refresh_from_db()
    assert (states(editie)["ria"], editie.status) == ("verlopen", Editie.Status.KLAAR)
    assert len(post.taken) == 2
