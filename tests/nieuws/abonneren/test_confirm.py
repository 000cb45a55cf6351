"""The button behind the link in the first mail: nobody is on a list without it (N4)."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from nieuws.abonneren import services
from nieuws.models import Abonnee, Abonnement, Lijst, Toestemming
from tests.nieuws.abonneren.conftest import Reads

YES = {"actie": "ja"}


@pytest.fixture
def path(lijst: Lijst, mails: Reads) -> str:
    """The link in the mail to Jan."""
    services.ask("jan@bewoner.example", [lijst], name="Jan")
    return mails()[-1]["path"]


def test_looking_and_then_the_button(client: Client, path: str) -> None:
    shown = client.get(path).content.decode()
    assert "Nieuwsbrief Havenkwartier" in shown
    assert "Ja, mail mij: Nieuwsbrief Havenkwartier." in shown
    assert Abonnement.objects.get().status == "onbevestigd"

    answer = client.post(path, YES, follow=True)
    assert "uw aanmelding is klaar" in answer.content.decode()
    row = Abonnement.objects.get()
    assert row.status == "actief"
    assert row.consent_at is not None
    assert row.consent_at == row.confirmed_at
    events = list(Toestemming.objects.values_list("soort", "kanaal"))
    assert events == [("gevraagd", "web"), ("bevestigd", "web")]


def test_the_page_shows_nothing_that_a_stranger_typed(client: Client, path: str) -> None:
    body = client.get(path).content.decode()
    assert "Jan" not in body.replace("januari", "")
    assert "jan@" not in body


def test_the_button_twice_is_once(client: Client, path: str) -> None:
    for _time in range(3):
        answer = client.post(path, YES, follow=True)
    assert "uw aanmelding is klaar" in answer.content.decode()
    assert Toestemming.objects.filter(soort="bevestigd").count() == 1


@pytest.mark.parametrize(("days", "works"), [(6.9, True), (7.1, False)])
def test_it_works_for_seven_days(client: Client, path: str, days: float, works: bool) -> None:
    with time_machine.travel(timezone.now() + timedelta(days=days)):
        assert client.get(path).status_code == (200 if works else 404)
        client.post(path, YES)
    assert (Abonnement.objects.get().status == "actief") is works


def test_after_leaving_the_old_link_brings_nobody_back(client: Client, path: str) -> None:
    client.post(path, YES)
    services.leave(Abonnement.objects.get())
    assert client.get(path).status_code == 404
    assert client.post(path, YES).status_code == 404
    assert Abonnement.objects.get().status == "afgemeld"


def test_what_was_asked_later_waits_for_its_own_tick(
    client: Client, path: str, city_list: Lijst, mails: Reads
) -> None:
    """A second mail the same day does not go out; the page offers it, not ticked."""
    services.ask("jan@bewoner.example", [city_list])
    assert len(mails()) == 1
    shown = client.get(path).content.decode()
    assert city_list.title in shown
    assert "checked" not in shown

    client.post(path, YES)
    assert set(Abonnement.objects.values_list("lijst__title", "status")) == {
        ("Nieuwsbrief Havenkwartier", "actief"),
        (city_list.title, "onbevestigd"),
    }


def test_with_the_tick_they_get_both(client: Client, path: str, city_list: Lijst) -> None:
    services.ask("jan@bewoner.example", [city_list])
    other = Abonnement.objects.get(lijst=city_list)
    client.post(path, {**YES, "ook": [str(other.pk)]})
    assert set(Abonnement.objects.values_list("status", flat=True)) == {"actief"}


def test_nobody_confirms_for_somebody_else(client: Client, path: str, lijst: Lijst) -> None:
    (bram,) = services.ask("bram@bewoner.example", [lijst]).abonnementen
    wrong = [str(bram.pk), "-1", "x", "9" * 40, "²"]
    assert client.post(path, {**YES, "ook": wrong}).status_code == 302
    bram.refresh_from_db()
    assert bram.status == "onbevestigd"


def test_an_older_mail_still_works_after_a_newer_one(
    client: Client, path: str, lijst: Lijst, mails: Reads
) -> None:
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        services.ask("jan@bewoner.example", [lijst])
        assert len(mails()) == 2
        client.post(path, YES)
    assert Abonnement.objects.get().status == "actief"


@pytest.mark.parametrize("stand", [Abonnee.Stand.GESCHORST, Abonnee.Stand.KLACHT])
def test_who_got_no_mail_any_more_gets_it_again_by_a_new_yes(
    client: Client, anna: Abonnement, lijst: Lijst, mails: Reads, stand: str
) -> None:
    Abonnee.objects.update(stand=stand, stand_since=timezone.now())
    assert not Abonnement.objects.reachable().exists()
    services.ask(anna.abonnee.email, [lijst])
    assert not Abonnement.objects.reachable().exists()
    client.post(mails()[-1]["path"], YES)
    assert Abonnement.objects.reachable().count() == 1


def test_proof_cannot_be_rewritten_and_holds_no_network(client: Client, path: str) -> None:
    client.post(path, YES, REMOTE_ADDR="203.0.113.9", HTTP_USER_AGENT="Mailprogramma/7")
    event = Toestemming.objects.filter(soort="bevestigd").get()
    with pytest.raises(Exception, match="verandert niet meer"):
        event.save()
    assert "203.0.113" not in str(list(Toestemming.objects.values()))
    assert "Mailprogramma" not in str(list(Toestemming.objects.values()))
