"""Rule R-10: who has everything that is stored cannot tell which answer is whose.

Fifty people whom the attacker knows answer in a known order. With a copy of the whole database,
the logs, the queue and the sessions, and by every order that these have, they find no more than
luck finds: at most three of fifty.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.utils import timezone

from enquetes.bus import services
from enquetes.bus.clock import empty_the_bus
from enquetes.bus.services import post
from enquetes.models import Deelname, Enquete, EnqueteIndexPage, Envelop, Inzending
from tests.enquetes.bus.dump import columns_of, rows_of, whole_dump
from tests.enquetes.invullen.filling import Resident
from tests.factories.enquetes import key, question, step, survey
from wijkteams.models import Wijk

PEOPLE = 50
RUNS = 12
AT_MOST = 3
INZENDING = "enquetes_inzending"

Order = Callable[[list[dict[str, object]]], list[dict[str, object]]]


@pytest.fixture
def enquete(haven: Wijk) -> Enquete:
    """One question, anonymous."""
    return survey(EnqueteIndexPage.objects.get(wijk=haven), step(1, question("lang", 1)))


def said(number: int) -> str:
    """What this person answered; the attacker knows it. Some say more than others."""
    return f"Geheim-{number:03d} " + "bla " * (number % 7)


def send(enquete: Enquete, number: int) -> None:
    """One answer, at its own moment; the job comes by every ten minutes."""
    versie = enquete.versie
    assert versie is not None
    post(enquete, versie, antwoorden={key(1): said(number)})


def stored() -> list[dict[str, object]]:
    """The answers as they lie on the disk."""
    names = columns_of(INZENDING)
    return [dict(zip(names, row, strict=True)) for row in rows_of(INZENDING)]


ORDERS: dict[str, Order] = {
    "place on the disk": lambda rows: rows,
    "place on the disk, backwards": lambda rows: rows[::-1],
    "key": lambda rows: sorted(rows, key=lambda row: str(row["id"])),
    "day, then place": lambda rows: sorted(rows, key=lambda row: str(row["dag"])),
    "length": lambda rows: sorted(rows, key=lambda row: len(str(row["antwoorden"]))),
}


def hits(rows: list[dict[str, object]]) -> int:
    """How often the n-th row is the answer of the n-th person."""
    return sum(f"Geheim-{number:03d}" in str(row["antwoorden"]) for number, row in enumerate(rows))


def fill_the_bus(enquete: Enquete) -> None:
    """Fifty answers in their order, a minute apart."""
    begin = timezone.now().replace(hour=9, minute=0)
    for number in range(PEOPLE):
        with time_machine.travel(begin + timedelta(minutes=number), tick=False):
            send(enquete, number)
            if number % 10 == 9:
                empty_the_bus.call()


def test_no_order_in_the_database_gives_more_than_luck(enquete: Enquete) -> None:
    found = dict.fromkeys(ORDERS, 0)
    for _run in range(RUNS):
        Inzending.objects.all().delete()
        fill_the_bus(enquete)
        rows = stored()
        assert len(rows) == PEOPLE
        for name, order in ORDERS.items():
            found[name] += hits(order(rows))
    means = {name: total / RUNS for name, total in found.items()}
    assert all(mean <= AT_MOST for mean in means.values()), means


def test_without_the_shuffle_the_attacker_would_find_all(
    enquete: Enquete, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Still(random.Random):
        def shuffle(self, x: list[object]) -> None:  # type: ignore[override]
            return None

    monkeypatch.setattr("secrets.SystemRandom", Still)
    monkeypatch.setattr(Envelop._meta, "ordering", [])
    for number in range(PEOPLE):
        send(enquete, number)
    services.empty(enquete)
    assert max(hits(order(stored())) for order in ORDERS.values()) > 5 * AT_MOST


def test_what_waits_is_closed_and_all_of_one_length(enquete: Enquete) -> None:
    for number in range(9):
        send(enquete, number)
    assert not any("Geheim" in text for text in whole_dump().values())
    assert len({len(bytes(one.inhoud)) for one in Envelop.objects.all()}) == 1


def test_nothing_that_is_stored_or_logged_leads_from_a_person_to_an_answer(
    enquete: Enquete, caplog: pytest.LogCaptureFixture, settings: Any
) -> None:
    """Through the real screens, logged in, with names and addresses that are known."""
    caplog.set_level(logging.DEBUG)
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    people = [_fill_in(enquete, number) for number in range(20)]
    tokens = [token for _pk, token in people]
    assert empty_the_bus.call() == 20
    dump = whole_dump()
    told = [table for table, text in dump.items() if "Geheim-" in text]
    assert told == [INZENDING]
    everything = caplog.text + "".join(dump.values())
    assert not any(token in everything for token in tokens)
    keys = [str(one.pk) for one in Inzending.objects.all()]
    others = caplog.text + "".join(text for table, text in dump.items() if table != INZENDING)
    assert not any(one in others or one.replace("-", "") in others for one in keys)
    assert "Geheim-" not in caplog.text


def _fill_in(enquete: Enquete, number: int) -> tuple[int, str]:
    user = get_user_model().objects.create_user(email=f"bewoner{number}@voorbeeld.nl")
    resident = Resident(enquete)
    resident.client.force_login(user)
    resident.begin()
    token = resident.client.cookies[f"concept-{enquete.code}"].value
    resident.fill(1, v1=said(number))
    resident.send()
    return user.pk, token


def test_a_row_holds_no_moment_no_address_and_no_person(enquete: Enquete) -> None:
    allowed = {"id", "enquete_id", "versie_id", "kanaal", "language", "dag", "buurt_id"}
    assert set(columns_of(INZENDING)) == {*allowed, "antwoorden"}
    assert set(columns_of("enquetes_deelname")) & {"inzending_id", "used_at", "updated_at"} == set()
    assert not [
        field.name
        for field in Inzending._meta.get_fields()
        if getattr(field, "related_model", None) in (get_user_model(), Deelname)
    ]
