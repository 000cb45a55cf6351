"""Times that come back each week: free places, choosing, reminding, and what does not go on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from core.page_cache.answer import dependencies
from tests.factories.initiatieven import initiatief, initiator, need
from wijkteams.initiatieven import services, tokens
from wijkteams.initiatieven.hulp import asking, clock
from wijkteams.initiatieven.hulp import services as helping
from wijkteams.initiatieven.hulp.counting import with_taken
from wijkteams.initiatieven.hulp.part import help_part
from wijkteams.initiatieven.models import Dienst, HulpAanbod, HulpVraag, Staat
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 10, 1, 8, 0, tzinfo=UTC)
FRIDAY = datetime(2026, 10, 2, 7, 0, tzinfo=UTC)
"9 o'clock in the Netherlands."


@pytest.fixture
def drivers(haven: Wijk) -> HulpVraag:
    """Two drivers, four Fridays of one place each; the clock goes back on 25 October."""
    vraag = need(initiatief(haven), aantal=4)
    asking.plan(vraag, FRIDAY, FRIDAY + timedelta(hours=3), aantal=1, weken=5)
    return vraag


def helper(vraag: HulpVraag, name: str, times: list[Dienst]) -> HulpAanbod:
    told: dict[str, Any] = {"name": name, "email": f"{name}@bewoner.example", "phone": ""}
    told |= {"aantal": 1, "bericht": ""}
    row = helping.offer(vraag.pk, told, [one.pk for one in times], language="nl")
    return helping.confirm(row.pk)


def page_of(row: HulpAanbod) -> str:
    return f"/initiatief/hulp/{tokens.make(tokens.HULP, row.code)}/"


@time_machine.travel(NOW, tick=False)
def test_every_week_at_the_same_hour_of_the_wall_clock(drivers: HulpVraag) -> None:
    hours = {timezone.localtime(one.begint).hour for one in drivers.diensten.all()}

    assert drivers.diensten.count() == 5
    assert hours == {9}
    again = asking.plan(drivers, FRIDAY, FRIDAY + timedelta(hours=3), aantal=3, weken=6)
    assert again == 1


@time_machine.travel(NOW, tick=False)
def test_a_time_never_has_more_people_than_it_asks_for(client: Client, drivers: HulpVraag) -> None:
    first, second = drivers.diensten.all()[:2]
    anna = helper(drivers, "anna", [first])
    bram = helper(drivers, "bram", [first, second])

    assert list(anna.diensten.all()) == [first]
    assert list(bram.diensten.all()) == [second]
    assert [one.vrij for one in with_taken(drivers.diensten.all())] == [0, 0, 1, 1, 1]  # type: ignore[attr-defined]

    response = client.post(page_of(bram), {"diensten": [second.pk]}, follow=True)
    assert "Bewaard." in response.content.decode()
    refused = client.post(page_of(bram), {"diensten": [first.pk]})
    assert refused.status_code == 200  # a full one cannot be chosen at all
    assert list(bram.diensten.all()) == [second]
    assert helping.choose(bram.pk, [first.pk, second.pk]) == [first]


@time_machine.travel(NOW, tick=False)
def test_reminder_the_day_before_and_once(drivers: HulpVraag) -> None:
    first = drivers.diensten.all()[0]
    helper(drivers, "anna", [first])
    helping.take_down(
        drivers.pk,
        {"name": "Bep", "email": "", "phone": "0612345678", "aantal": 1, "bericht": ""},
        [first.pk],
        kanaal="telefoon",
        door=None,
    )
    mail.outbox.clear()

    assert clock.remind_helpers.call() == 1
    assert clock.remind_helpers.call() == 0
    (sent,) = mail.outbox
    assert sent.subject == "Morgen helpt u bij Boodschappenbus"
    assert "vrijdag 2 oktober van 09:00 tot 12:00 uur" in sent.body


@time_machine.travel(NOW, tick=False)
def test_nobody_is_reminded_of_what_ended(drivers: HulpVraag) -> None:
    helper(drivers, "anna", [drivers.diensten.all()[0]])
    services.step(drivers.initiatief_id, Staat.GESTOPT, "Het is voorbij.")

    assert clock.remind_helpers.call() == 0


@time_machine.travel(NOW, tick=False)
def test_what_does_not_go_on_is_told_to_who_would_come(client: Client, drivers: HulpVraag) -> None:
    nemer = initiator(drivers.initiatief)
    first, second = drivers.diensten.all()[:2]
    helper(drivers, "anna", [first])
    helper(drivers, "bram", [second])
    own = f"/initiatief/beheren/{tokens.make(tokens.BEHEREN, nemer.code)}/hulp/{drivers.code}/"
    mail.outbox.clear()

    client.post(own, {"actie": "weg", "dienst": first.pk})

    assert [one.to for one in mail.outbox] == [["anna@bewoner.example"]]
    assert "vrijdag 2 oktober om 09:00 uur. Dat gaat niet door." in mail.outbox[0].body
    assert not Dienst.objects.filter(pk=first.pk).exists()


@time_machine.travel(NOW, tick=False)
def test_initiator_plans_on_their_page(client: Client, drivers: HulpVraag) -> None:
    nemer = initiator(drivers.initiatief)
    own = f"/initiatief/beheren/{tokens.make(tokens.BEHEREN, nemer.code)}/hulp/{drivers.code}/"
    plan = {"dag": "2026-10-05", "begint": "10:00", "eindigt": "12:00", "mensen": "2", "weken": "3"}

    wrong = client.post(f"{own}?actie=plan", {**plan, "eindigt": "09:00"})
    assert "Het einde moet na het begin zijn." in wrong.content.decode()
    assert drivers.diensten.count() == 5
    client.post(f"{own}?actie=plan", plan)
    assert drivers.diensten.count() == 8


@time_machine.travel(NOW, tick=False)
def test_what_was_needed_until_yesterday_is_closed(drivers: HulpVraag) -> None:
    HulpVraag.objects.update(tot="2026-09-30")

    assert clock.close_past_needs.call() == 1
    assert clock.close_past_needs.call() == 0
    drivers.initiatief.refresh_from_db()
    assert not drivers.initiatief.zoekt_hulp
    drivers.refresh_from_db()
    asking.reopen(drivers)
    drivers.initiatief.refresh_from_db()
    assert drivers.initiatief.zoekt_hulp


@time_machine.travel(NOW, tick=False)
def test_who_is_called_back_gets_no_time_that_was_filled_meanwhile(drivers: HulpVraag) -> None:
    first = drivers.diensten.all()[0]
    told = {"name": "Bep", "email": "", "phone": "0612345678", "aantal": 1, "bericht": ""}
    bep = helping.offer(drivers.pk, told, [first.pk], language="nl")
    helper(drivers, "anna", [first])

    helping.decide(bep.pk, accept=True)

    assert not bep.diensten.exists()


@time_machine.travel(NOW, tick=False)
def test_page_that_is_kept_is_right_until_the_next_time_begins(drivers: HulpVraag) -> None:
    with dependencies() as said:
        help_part(drivers.initiatief)

    assert said.until <= FRIDAY.timestamp()
    with time_machine.travel(FRIDAY - timedelta(minutes=5), tick=False), dependencies() as said:
        help_part(drivers.initiatief)
    assert said.until == FRIDAY.timestamp()
