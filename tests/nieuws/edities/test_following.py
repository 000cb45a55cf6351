"""One sending: the bar, stopping and going on, the report, and what is sent again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from nieuws.models import Abonnement, Editie, Lijst, NieuwsbriefPage, Zending
from nieuws.verzenden.services import progress
from tests.html_check import problems_of
from tests.nieuws.edities.conftest import sending, url, words

pytestmark = pytest.mark.django_db
Status = Editie.Status


@pytest.fixture(autouse=True)
def _no_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a sending is set to, it stays: tasks run at once in tests."""
    monkeypatch.setattr("nieuws.verzenden.steering.ensure_lanes", lambda *args, **how: None)


@pytest.fixture
def busy(page: NieuwsbriefPage, lijst: Lijst) -> Editie:
    """Half-way: two are sent, two wait."""
    return sending(page, lijst, "verstuurd", "verstuurd", "wacht", "bezig")


def test_the_bar_says_how_far_it_is(busy: Editie, as_joris: Client) -> None:
    answer = as_joris.get(url(busy))
    html = words(answer)

    assert 'max="100" value="50"' in html
    assert "2 van 4 mails zijn klaar." in html
    assert f'data-stand="{url(busy, "stand/")}" data-nu="bezig"' in html
    assert "Ververs deze pagina" in html  # for who has no script
    assert not problems_of(answer.content.decode())


def test_the_bar_asks_for_numbers_and_nothing_else(busy: Editie, as_joris: Client) -> None:
    answer = as_joris.get(url(busy, "stand/"))

    assert answer.json() == {
        "status": "bezig",
        "percent": 50,
        "words": "2 van 4 mails zijn klaar.",
    }
    assert "no-store" in answer["Cache-Control"]


def test_asking_how_far_it_is_costs_little(
    busy: Editie, as_joris: Client, django_assert_max_num_queries: Any
) -> None:
    as_joris.get(url(busy, "stand/"))

    with django_assert_max_num_queries(10):
        as_joris.get(url(busy, "stand/"))


def test_a_mail_server_that_is_away_is_told(busy: Editie, as_joris: Client) -> None:
    now = timezone.now()
    Editie.objects.filter(pk=busy.pk).update(
        stalled_since=now - timedelta(minutes=20), next_try_at=now + timedelta(minutes=10)
    )

    told = as_joris.get(url(busy, "stand/")).json()["words"]

    assert "De mailserver antwoordt niet sinds" in told
    assert "De volgende keer:" in told


def test_it_can_be_stopped_for_a_while_and_go_on(busy: Editie, as_joris: Client) -> None:
    stopped = as_joris.post(url(busy, "pauze/"), follow=True)
    busy.refresh_from_db()
    assert busy.status == Status.PAUZE
    assert "Ga verder met versturen" in words(stopped)
    assert "data-stand" not in words(stopped)

    as_joris.post(url(busy, "verder/"))
    busy.refresh_from_db()
    assert busy.status == Status.BEZIG


def test_what_stands_still_says_why(busy: Editie, as_joris: Client) -> None:
    Editie.objects.filter(pk=busy.pk).update(
        status=Status.PAUZE, pause_reason="Te veel adressen werden geweigerd."
    )

    assert "Te veel adressen werden geweigerd." in words(as_joris.get(url(busy)))


def test_what_stands_still_can_be_stopped_for_good(busy: Editie, as_joris: Client) -> None:
    as_joris.post(url(busy, "pauze/"))
    as_joris.post(url(busy, "stoppen/"))

    busy.refresh_from_db()
    assert busy.status == Status.GEANNULEERD
    assert progress(busy).counts["verstuurd"] == 2


def test_what_is_planned_says_when_and_can_be_called_off(
    page: NieuwsbriefPage, lijst: Lijst, as_joris: Client
) -> None:
    moment = timezone.localtime() + timedelta(days=2)
    planned = sending(
        page, lijst, status=Status.GEPLAND, scheduled_for=moment, started_at=None, expected=7
    )

    html = words(as_joris.get(url(planned)))
    assert "Hij gaat weg op" in html
    assert moment.strftime("%H:%M") in html
    assert "Wat ervan werd" not in html

    as_joris.post(url(planned, "stoppen/"))
    planned.refresh_from_db()
    assert planned.status == Status.GEANNULEERD


@pytest.mark.parametrize("step", ["pauze/", "verder/", "stoppen/"])
def test_what_is_over_cannot_be_steered(
    page: NieuwsbriefPage, lijst: Lijst, as_joris: Client, step: str
) -> None:
    over = sending(page, lijst, "verstuurd", status=Status.KLAAR)

    answer = as_joris.post(url(over, step), follow=True)

    over.refresh_from_db()
    assert over.status == Status.KLAAR
    assert 'class="error"' in words(answer)


@pytest.mark.parametrize("step", ["pauze/", "verder/", "stoppen/", "opnieuw/"])
def test_looking_at_a_link_changes_nothing(busy: Editie, as_joris: Client, step: str) -> None:
    assert as_joris.get(url(busy, step)).status_code == 405

    busy.refresh_from_db()
    assert busy.status == Status.BEZIG


def test_the_report_says_what_became_of_it(
    page: NieuwsbriefPage, lijst: Lijst, as_joris: Client
) -> None:
    states = ["verstuurd"] * 5 + ["terug", "geweigerd", "onzeker", "overgeslagen", "verlopen"]
    over = sending(page, lijst, *states, status=Status.KLAAR, unsubscribed=2)

    answer = as_joris.get(url(over))
    html = words(answer)

    for label, number in (
        ("Verstuurd", 6),
        ("Daarvan aangekomen, voor zover we weten", 5),
        ("Teruggekomen", 1),
        ("Geweigerd", 1),
        ("Onzeker", 1),
        ("Overgeslagen", 1),
        ("Niet meer verstuurd", 1),
        ("Afgemeld met de link in deze mail", 2),
    ):
        row = html.split(f'<th scope="row"> {label} ')[1].split("</tr>")[0]
        assert f'<td class="verzenden__getal">{number}</td>' in row, label
    assert "Kijk na wat onzeker of geweigerd is" in html
    assert not problems_of(answer.content.decode())


def test_the_report_stays_when_the_rows_are_gone(
    page: NieuwsbriefPage, lijst: Lijst, as_joris: Client
) -> None:
    old = sending(page, lijst, status=Status.KLAAR, totals={"verstuurd": 298, "terug": 2})

    html = words(as_joris.get(url(old)))

    assert '<td class="verzenden__getal">300</td>' in html


def test_what_is_uncertain_or_refused_is_listed_without_addresses(
    page: NieuwsbriefPage, lijst: Lijst, as_joris: Client, as_bea: Client
) -> None:
    over = sending(page, lijst, "verstuurd", "onzeker", "geweigerd", status=Status.KLAAR)
    Zending.objects.filter(status="geweigerd").update(answer="550 geen postbus")

    answer = as_joris.get(url(over, "nakijken/"))
    html = words(answer)

    assert html.count("l•••@le•••.example") == 4  # in the row, and behind the button
    assert "550 geen postbus" in html
    assert "@lezer.example" not in html
    assert not problems_of(answer.content.decode())
    assert f"lezer1-{over.pk}@lezer.example" in words(as_bea.get(url(over, "nakijken/")))


def test_one_is_sent_again_and_the_others_are_not(
    page: NieuwsbriefPage, lijst: Lijst, as_joris: Client
) -> None:
    over = sending(page, lijst, "onzeker", "onzeker", "verstuurd", status=Status.KLAAR)
    first = over.zendingen.order_by("pk")[0]

    answer = as_joris.post(url(over, "opnieuw/"), {"zending": first.pk}, follow=True)

    assert progress(over).counts["wacht"] == 1
    assert progress(over).counts["onzeker"] == 1
    assert "1 mail gaat opnieuw weg." in words(answer)


def test_all_of_one_kind_are_sent_again(
    page: NieuwsbriefPage, lijst: Lijst, as_joris: Client
) -> None:
    over = sending(page, lijst, "onzeker", "geweigerd", "geweigerd", status=Status.KLAAR)

    as_joris.post(url(over, "opnieuw/"), {"alle": "geweigerd"})

    counts = progress(over).counts
    assert (counts["wacht"], counts["onzeker"], counts["geweigerd"]) == (2, 1, 0)


@pytest.mark.parametrize(
    "sent", [{}, {"zending": "x"}, {"alle": "verstuurd"}, {"zending": "9" * 30}]
)
def test_what_is_sent_never_goes_again(
    page: NieuwsbriefPage, lijst: Lijst, as_joris: Client, sent: dict[str, str]
) -> None:
    over = sending(page, lijst, "verstuurd", "onzeker", status=Status.KLAAR)

    answer = as_joris.post(url(over, "opnieuw/"), sent, follow=True)

    assert answer.status_code == 200
    assert progress(over).counts["wacht"] == 0


def test_a_mail_of_another_sending_is_not_reached(
    page: NieuwsbriefPage, lijst: Lijst, as_joris: Client
) -> None:
    mine = sending(page, lijst, "verstuurd", status=Status.KLAAR)
    other = sending(page, lijst, "onzeker", status=Status.KLAAR)

    as_joris.post(url(mine, "opnieuw/"), {"zending": other.zendingen.get().pk})

    assert progress(other).counts["onzeker"] == 1


def test_who_left_meanwhile_gets_nothing_and_it_is_said(
    page: NieuwsbriefPage, lijst: Lijst, as_joris: Client
) -> None:
    over = sending(page, lijst, "onzeker", status=Status.KLAAR)
    Abonnement.objects.filter(lijst=lijst).update(status=Abonnement.Status.AFGEMELD)

    answer = as_joris.post(url(over, "opnieuw/"), {"alle": "onzeker"}, follow=True)

    assert "krijgt geen mail meer van ons" in words(answer)
    assert progress(over).counts["onzeker"] == 1
