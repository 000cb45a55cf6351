"""'Is het echt opgelost?' is asked once; two who say 'nee' open it again (requirement G9)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client

from accounts.models import User
from tests.conftest import client_of
from tests.factories.signalen import confidential, signal
from wijkteams.models import Wijk
from wijkteams.signalen import services, tokens
from wijkteams.signalen.merging import merge
from wijkteams.signalen.models import (
    Medemelder,
    Melder,
    Openbaarheid,
    Opvolging,
    Signaal,
    Staat,
)
from wijkteams.signalen.nazorg import asking

pytestmark = pytest.mark.django_db
SOLVED = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
DAY = SOLVED + asking.AFTER
MAIL = "jan@bewoner.example"


@pytest.fixture
def solved(haven: Wijk) -> Signaal:
    """Told by Jan, followed by Anna; the team says that it is solved."""
    return solve(signal(haven, email=MAIL))


def solve(signaal: Signaal) -> Signaal:
    Melder.objects.update(bevestigd_op=SOLVED)
    Medemelder.objects.create(
        signaal=signaal, email="anna@bewoner.example", bevestigd_op=SOLVED, kenmerk="anna"
    )
    services.step(signaal.pk, Staat.OPGELOST, openbare_zin="De lantaarn brandt weer.")
    Signaal.objects.filter(pk=signaal.pk).update(gesloten_op=SOLVED)
    signaal.refresh_from_db()
    return signaal


def ask(moment: datetime) -> int:
    with time_machine.travel(moment, tick=False):
        return int(asking.ask_if_solved.call())


def mails() -> list[Any]:
    """Only the questions; a step sends mail as well."""
    return [one for one in mail.outbox if "echt opgelost" in one.subject]


def link_of(model: type[Any] = Melder) -> str:
    return f"/signaal/opgelost/{tokens.make(tokens.NAZORG, model.objects.get().code)}/"


def test_after_four_weeks_and_only_once(solved: Signaal) -> None:
    assert ask(DAY - timedelta(minutes=1)) == 0
    assert ask(DAY) == 2
    assert ask(DAY) == 0
    assert {one.to[0] for one in mails()} == {MAIL, "anna@bewoner.example"}
    assert all(solved.titel not in one.body for one in mails())


def test_whom_we_may_not_mail_is_not_asked(solved: Signaal) -> None:
    Melder.objects.update(volgt=False)
    Medemelder.objects.update(bevestigd_op=None)

    assert ask(DAY) == 0


def test_a_follower_is_asked_in_their_own_language(solved: Signaal) -> None:
    Medemelder.objects.update(language="tr")

    ask(DAY)

    links = {message.to[0]: "/tr/signaal/opgelost/" in str(message.body) for message in mail.outbox}
    assert links[MAIL] is False
    assert links["anna@bewoner.example"] is True


def test_late_news_is_not_brought(solved: Signaal) -> None:
    assert ask(SOLVED + asking.NO_LATER) == 0


def test_what_was_not_taken_up_is_not_asked_about(haven: Wijk) -> None:
    signaal = signal(haven, email=MAIL)
    Melder.objects.update(bevestigd_op=SOLVED)
    services.step(signaal.pk, Staat.GEEN_ACTIE, openbare_zin="Dit hoort bij de gemeente.")
    Signaal.objects.update(gesloten_op=SOLVED)

    assert ask(DAY) == 0


def test_who_told_what_was_merged_is_asked_about_the_other(haven: Wijk) -> None:
    lead, same = signal(haven), signal(haven, email=MAIL)
    merge(lead.pk, [same.pk], None)
    solve(lead)

    assert ask(DAY) == 2
    assert lead.code in mails()[0].body


def test_one_person_gets_one_mail(solved: Signaal) -> None:
    Medemelder.objects.update(email=MAIL.upper())

    assert ask(DAY) == 1
    assert not Melder.objects.filter(gevraagd_op=None).exists()


def test_looking_changes_nothing_and_a_button_does(client: Client, solved: Signaal) -> None:
    ask(DAY)
    url = link_of()

    page = client.get(url)
    assert page.status_code == 200
    assert "De lantaarn brandt weer." in page.content.decode()
    assert solved.titel in page.content.decode()
    assert Melder.objects.get().is_opgelost is None
    client.post(url, {"antwoord": "ja"})
    assert Melder.objects.get().is_opgelost is True
    client.post(url, {"antwoord": "onzin"})
    assert Melder.objects.get().is_opgelost is True


def test_one_no_is_a_note_for_the_team_and_two_open_it_again(
    client: Client, solved: Signaal
) -> None:
    ask(DAY)

    for _n in range(2):  # twice the same is once
        client.post(link_of(), {"antwoord": "nee"})
    solved.refresh_from_db()
    assert solved.staat == Staat.OPGELOST
    assert Opvolging.objects.filter(interne_notitie__contains="nog niet opgelost").count() == 1

    response = client.post(link_of(Medemelder), {"antwoord": "nee"})
    solved.refresh_from_db()
    assert solved.staat == Staat.HEROPEND
    assert "Wij kijken er opnieuw naar" in response.content.decode()
    assert Opvolging.objects.filter(naar=Staat.HEROPEND).count() == 1


def test_the_team_sees_numbers_and_not_who(client: Client, solved: Signaal, joris: User) -> None:
    screen = f"/beheer/signalen/{solved.pk}/"
    team = client_of(joris)
    assert "Is het echt opgelost?" not in team.get(screen).content.decode()

    ask(DAY)
    client.post(link_of(), {"antwoord": "nee"})

    body = " ".join(team.get(screen).content.decode().split())
    assert "aan 2 bewoners." in body
    assert "Ja: 0. Nee: 1." in body
    assert MAIL not in body


def test_one_person_twice_is_not_two(client: Client, solved: Signaal) -> None:
    ask(DAY)
    Medemelder.objects.update(email=MAIL.upper())

    client.post(link_of(), {"antwoord": "nee"})
    client.post(link_of(Medemelder), {"antwoord": "nee"})

    solved.refresh_from_db()
    assert solved.staat == Staat.OPGELOST


def test_who_follows_reads_no_more_than_all_others(client: Client, solved: Signaal) -> None:
    services.show(solved.pk, Openbaarheid.VERBORGEN)
    ask(DAY)

    follower = client.get(link_of(Medemelder)).content.decode()
    teller = client.get(link_of()).content.decode()

    for words in (solved.titel, "De lantaarn brandt weer."):
        assert words not in follower
        assert words in teller


def test_solved_once_more_is_asked_once_more(client: Client, solved: Signaal) -> None:
    ask(DAY)
    services.step(solved.pk, Staat.HEROPEND, openbare_zin="Toch niet.")
    assert client.get(link_of()).status_code == 404

    services.step(solved.pk, Staat.OPGELOST, openbare_zin="Nu wel.")
    Signaal.objects.update(gesloten_op=DAY)
    assert ask(DAY + asking.AFTER) == 2


def test_links_of_another_purpose_or_of_nobody_open_nothing(
    client: Client, solved: Signaal
) -> None:
    code = Melder.objects.get().code
    before_asking = client.get(link_of())
    ask(DAY)
    wrong = [
        f"/signaal/opgelost/{token}/"
        for token in (
            *(tokens.make(p, code) for p in tokens.PURPOSES if p != tokens.NAZORG),
            tokens.make(tokens.NAZORG, "0" * 32),
            code,
        )
    ]

    assert before_asking.status_code == 404
    assert {client.get(url).status_code for url in wrong[:5]} == {404}
    assert Melder.objects.get().is_opgelost is None


def test_of_a_confidential_one_the_mail_says_nothing(haven: Wijk) -> None:
    signaal = confidential(haven, email=MAIL)
    Melder.objects.update(bevestigd_op=SOLVED)
    Signaal.objects.update(staat=Staat.OPGELOST, gesloten_op=SOLVED)

    assert ask(DAY) == 1
    (sent,) = mails()
    said = " ".join((sent.subject, sent.body, sent.alternatives[0][0]))
    for word in (signaal.titel, signaal.tekst, signaal.categorie.name, "vertrouwelijk"):
        assert word not in said
    assert re.search(r"/signaal/opgelost/\S+", sent.body)
