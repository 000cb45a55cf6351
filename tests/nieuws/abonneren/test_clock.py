"""What the clock does: asking once more after two years, and forgetting (N4, N12)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from core.privacy.engine import erase_person, export_person
from core.privacy.engine import purge as purge_all
from nieuws.abonneren import services
from nieuws.abonneren.clock import ask_again, purge
from nieuws.models import Abonnee, Abonnement, Lijst, Rem, Toestemming, Toestemmingstekst
from tests.nieuws.abonneren.conftest import Reads

DAY = timedelta(days=1)


def later(days: float) -> datetime:
    return timezone.now() + timedelta(days=days)


@pytest.mark.parametrize(("days", "left"), [(6.9, 1), (7.1, 0)])
def test_who_did_not_confirm_is_forgotten(lijst: Lijst, days: float, left: int) -> None:
    services.ask("jan@bewoner.example", [lijst])
    purge(later(days))
    assert Abonnement.objects.count() == Abonnee.objects.count() == left
    assert Toestemmingstekst.objects.count() == left


@pytest.mark.parametrize(("days", "left"), [(29, 1), (31, 0)])
def test_who_left_is_forgotten_after_a_month(anna: Abonnement, days: float, left: int) -> None:
    services.leave(anna)
    purge(later(days))
    assert Abonnee.objects.count() == left
    assert bool(Toestemming.objects.exists()) is bool(left)


def test_to_whom_mail_does_not_arrive_is_forgotten(anna: Abonnement) -> None:
    Abonnee.objects.update(stand="geschorst", stand_since=timezone.now())
    purge(later(89))
    assert Abonnee.objects.exists()
    purge(later(91))
    assert not Abonnee.objects.exists()


def test_a_count_of_mails_is_forgotten_but_never_again_is_not(lijst: Lijst) -> None:
    services.ask("jan@bewoner.example", [lijst])
    services.block("piet@bewoner.example")
    purge(later(31))
    assert list(Rem.objects.values_list("soort", flat=True)) == ["nooit"]


def test_the_register_purges_this(lijst: Lijst) -> None:
    services.ask("jan@bewoner.example", [lijst])
    report = purge_all(later(8))
    assert report["nieuwsbrief"] >= 2
    assert purge_all(later(8))["nieuwsbrief"] == 0


def test_after_two_years_they_are_asked_once(
    client: Client, anna: Abonnement, mails: Reads
) -> None:
    run: Any = ask_again.call
    with time_machine.travel(later(729)):
        assert run() == 0
    with time_machine.travel(later(731)):
        assert [run(), run()] == [1, 0]
        (sent,) = mails()
        assert "Wilt u Nieuwsbrief Havenkwartier blijven krijgen?" in sent["subject"]
        client.get(sent["path"])
        anna.refresh_from_db()
        assert anna.reminded_at is not None  # looking says nothing

        assert "u houdt de nieuwsbrief" in client.post(sent["path"], follow=True).content.decode()
        anna.refresh_from_db()
        assert anna.reminded_at is None
        assert anna.consent_at is not None
        assert timezone.now() - anna.consent_at < DAY
    kinds = list(Toestemming.objects.values_list("soort", flat=True))
    assert kinds == ["gevraagd", "bevestigd", "herinnerd", "vernieuwd"]


def test_who_does_not_answer_is_forgotten_a_month_later(anna: Abonnement, mails: Reads) -> None:
    with time_machine.travel(later(731)):
        ask_again.call()
    purge(later(731 + 29))
    assert Abonnee.objects.exists()
    purge(later(731 + 31))
    assert not Abonnee.objects.exists()
    assert len(mails()) == 1


def test_two_lists_are_asked_about_in_one_mail(
    anna: Abonnement, city_list: Lijst, mails: Reads
) -> None:
    (other,) = services.ask(anna.abonnee.email, [city_list]).abonnementen
    services.confirm(other.aanvraag)
    Abonnement.objects.filter(pk=other.pk).update(consent_at=later(10))
    sent = len(mails())
    with time_machine.travel(later(731)):
        assert ask_again.call() == 1
    assert len(mails()) == sent + 1
    assert city_list.title in mails()[-1]["text"]
    assert not Abonnement.objects.filter(reminded_at=None).exists()


def test_asking_a_list_of_years_ago_goes_in_parts(
    lijst: Lijst, mails: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nieuws.abonneren.clock.AT_A_TIME", 2)
    for number in range(5):
        (row,) = services.ask(f"a{number}@bewoner.example", [lijst]).abonnementen
        services.confirm(row.aanvraag)
    with time_machine.travel(later(731)):
        assert [ask_again.call() for _hour in range(4)] == [2, 2, 1, 0]


def test_somebody_gets_what_is_kept_about_them(anna: Abonnement) -> None:
    found = export_person("ANNA@bewoner.example")
    assert "Nieuwsbrief Havenkwartier" in str(found)
    assert "Ja, mail mij" in str(found)
    assert "'naam': 'Anna'" in str(found)


def test_somebody_is_forgotten_at_their_request(anna: Abonnement, lijst: Lijst) -> None:
    services.ask("bram@bewoner.example", [lijst])
    assert erase_person("anna@bewoner.example")["nieuwsbrief"] > 0
    assert [row.email for row in Abonnee.objects.all()] == ["bram@bewoner.example"]
    assert "anna@" not in str(list(Toestemming.objects.values()))
