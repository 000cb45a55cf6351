"""Two dozen people at once for ten places, each in a transaction of their own (R-31, in small).

The whole of it, through real HTTP and with a trigger that counts, is `make drills`.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.factories.activiteiten import activiteit
from tests.page_cache.city import haven, make_city
from tests.page_cache.conftest import _NeedsDatabase
from tests.page_cache.own_database import own_database
from wijkteams.activiteiten.aanmelden import holding, services
from wijkteams.activiteiten.aanmelden.applicant import Applicant
from wijkteams.activiteiten.models import Aanmelding, AgendaPage, Keer
from wijkteams.activiteiten.models.activiteit import ActiviteitQuerySet

pytestmark = pytest.mark.databases
PLACES, PEOPLE, AT_ONCE = 10, 24, 8
SECONDS = 120


@pytest.fixture
def keer(request: pytest.FixtureRequest, django_db_blocker: Any, tmp_path: Path) -> Iterator[Keer]:
    """A time with ten places, in a database in which things are really committed."""
    needs: Any = _NeedsDatabase()
    request.session.items.append(needs)
    request.getfixturevalue("django_db_setup")
    request.session.items.remove(needs)
    with django_db_blocker.unblock(), own_database(tmp_path):
        make_city()
        agenda = AgendaPage.objects.get(wijk=haven())
        one = activiteit(agenda, inschrijving="beperkt", capacity=PLACES)
        yield Keer.objects.select_related("activiteit").get(activiteit=one)


def rush(keer: Keer) -> list[BaseException]:
    """Eight at a time until all have asked; gives what went wrong."""
    start, wrong = threading.Barrier(AT_ONCE), list[BaseException]()

    def ask(number: int) -> None:
        start.wait(SECONDS)
        try:
            for place in range(number, PEOPLE, AT_ONCE):
                services.sign_up(
                    activiteit=keer.activiteit,
                    keer=keer,
                    who=Applicant(name=f"b{place}", email=f"b{place}@bewoner.example"),
                    request_key=str(place),
                    language="nl",
                )
        except BaseException as fault:
            wrong.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(SECONDS)
    return wrong


def slow_down(monkeypatch: pytest.MonkeyPatch) -> None:
    """A moment between counting and writing, as on a busy machine: so long that all who ask at
    once have counted before one writes, unless a lock makes them wait."""
    fits = holding.Held.fits

    def slowly(this: holding.Held, places: int, *, is_team: bool) -> bool:
        answer = fits(this, places, is_team=is_team)
        time.sleep(0.3)
        return answer

    monkeypatch.setattr(holding.Held, "fits", slowly)


def test_ten_get_a_place_and_the_rest_wait(keer: Keer, monkeypatch: pytest.MonkeyPatch) -> None:
    slow_down(monkeypatch)

    assert rush(keer) == []
    rows = Aanmelding.objects.filter(keer=keer)
    assert rows.places() == PLACES
    assert rows.waiting().count() == PEOPLE - PLACES


def test_without_the_lock_there_would_be_too_many(
    keer: Keer, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow_down(monkeypatch)

    class NoTransaction:
        atomic = staticmethod(nullcontext)

    monkeypatch.setattr(holding, "transaction", NoTransaction)
    monkeypatch.setattr(ActiviteitQuerySet, "locked", lambda rows, pk: rows.get(pk=pk))
    rush(keer)

    assert Aanmelding.objects.filter(keer=keer).places() > PLACES
