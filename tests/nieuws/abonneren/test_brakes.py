"""Nobody is flooded with mails that they did not ask for (R-34)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client, RequestFactory

from nieuws.abonneren import brakes, services
from nieuws.abonneren.views import aanmelden
from nieuws.models import Abonnee, Abonnement, Lijst, Rem
from tests.nieuws.abonneren.conftest import Reads

PATH = "/havenkwartier/nieuwsbrief/aanmelden/"
START = datetime(2026, 11, 22, 12, tzinfo=UTC)


def spelled(number: int) -> str:
    """An address of one person, spelled in 500 ways: tags, dots, capitals."""
    name = f"j{'.' * (number % 2)}an{'.' * (number % 3 == 0)}boer"
    name = name.upper() if number % 5 == 0 else name
    return f"{name}+{number}@gmail.com" if number % 7 else f"{name}@googlemail.com"


def test_five_hundred_forms_for_one_victim_are_at_most_three_mails(
    rf: RequestFactory, lijst: Lijst, mails: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From as many networks, over ten days, past the limits of the form itself."""
    for limit in ("FOR_ONE", "SENT_FROM"):
        monkeypatch.setattr(f"nieuws.abonneren.views.{limit}.allows_one_more", lambda *args: True)
    for number in range(500):
        with time_machine.travel(START + timedelta(minutes=28 * number), tick=False):
            answer = aanmelden(rf.post(PATH, {"email": spelled(number)}), wijk="havenkwartier")
        assert answer.status_code == 302
    assert len(mails()) == 3


def test_without_the_brake_each_form_would_be_a_mail(
    lijst: Lijst, mails: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The counter-proof: it is the brake that holds."""
    monkeypatch.setattr(brakes, "may_mail", lambda email: True)
    for number in range(20):
        services.ask(spelled(number), [lijst])
    assert len(mails()) == 20


def test_at_most_one_mail_a_day(lijst: Lijst, mails: Reads) -> None:
    for hours in (0, 1, 23, 24.1, 40, 48.2, 73, 100, 200):
        with time_machine.travel(START + timedelta(hours=hours), tick=False):
            services.ask("jan@bewoner.example", [lijst])
    assert len(mails()) == 3  # at 0, 24.1 and 48.2 hours; then it is enough


def test_who_confirms_can_ask_for_more(
    lijst: Lijst, city_list: Lijst, mails: Reads, client: Client
) -> None:
    services.ask("jan@bewoner.example", [lijst])
    client.post(mails()[0]["path"], {"actie": "ja"})
    services.ask("jan@bewoner.example", [city_list])
    assert len(mails()) == 2


def test_after_a_month_the_count_starts_anew(lijst: Lijst, mails: Reads) -> None:
    for days in (0, 2, 4, 6, 33, 66):
        with time_machine.travel(START + timedelta(days=days), tick=False):
            services.ask("jan@bewoner.example", [lijst])
    assert len(mails()) == 4  # three, silence, and one after 62 days without any


def test_aliases_leave_no_rows_that_nobody_can_confirm(lijst: Lijst) -> None:
    for number in range(20):
        services.ask(f"jan+{number}@bewoner.example", [lijst])
    assert Abonnee.objects.count() == 1


def test_the_form_itself_does_nothing_after_ten_an_hour_and_says_the_same(
    client: Client, lijst: Lijst, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    queue = SimpleNamespace(enqueue=lambda **given: asked.append(given))
    monkeypatch.setattr("nieuws.abonneren.views.take_request", queue)
    answers = {client.post(PATH, {"email": spelled(n)}).headers["Location"] for n in range(30)}
    assert len(answers) == 1
    assert len(asked) == 10


def test_one_network_that_goes_on_and_on_is_stopped(client: Client, lijst: Lijst) -> None:
    codes = [client.post(PATH, {"email": f"a{n}@b{n}.example"}).status_code for n in range(101)]
    assert codes[:100] == [302] * 100
    assert codes[100] == 429


def test_never_again_holds_whoever_asks(client: Client, lijst: Lijst, mails: Reads) -> None:
    services.ask("jan@bewoner.example", [lijst])
    answer = client.post(mails()[0]["path"], {"actie": "nooit"})
    assert "U krijgt geen mail meer" in answer.content.decode()
    assert not Abonnee.objects.exists()
    with time_machine.travel(START + timedelta(days=400)):
        client.post(PATH, {"email": "JAN+extra@bewoner.example"})
        done = services.enter("jan@bewoner.example", [lijst], kanaal="papier", by=None)
    assert done.is_blocked
    assert len(mails()) == 1
    assert not Abonnee.objects.exists()


def test_no_address_stands_in_what_is_remembered(lijst: Lijst) -> None:
    services.ask("jan@bewoner.example", [lijst])
    services.block("jan@bewoner.example")
    rows = list(Rem.objects.values())
    assert len(rows) == 2
    assert "jan" not in str(rows)
    assert not Abonnement.objects.exists()


def test_it_is_lifted_at_their_request(lijst: Lijst, capsys: pytest.CaptureFixture[str]) -> None:
    services.block("jan@bewoner.example")
    call_command("mag_weer_mail", "Jan@bewoner.example")
    assert "Opgeheven" in capsys.readouterr().out
    assert services.ask("jan@bewoner.example", [lijst]).mailed == "bevestig"
    call_command("mag_weer_mail", "jan@bewoner.example")
    assert "vroeg niet" in capsys.readouterr().out
