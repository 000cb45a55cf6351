"""Two at once with the same signal, each in a transaction of their own; on both databases."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client

from tests.factories import lid
from tests.factories.signalen import category, confidential, signal
from tests.page_cache.city import haven, make_city
from tests.page_cache.conftest import _NeedsDatabase
from tests.page_cache.own_database import own_database
from wijkteams.roles import Rol
from wijkteams.signalen import merging, services
from wijkteams.signalen.models import Open311Sleutel, Opvolging, Signaal
from wijkteams.signalen.open311 import photos
from wijkteams.signalen.open311.keys import give_key
from wijkteams.signalen.werk import arranging

pytestmark = pytest.mark.databases
SECONDS = 60


@pytest.fixture
def committed(
    request: pytest.FixtureRequest, django_db_blocker: Any, tmp_path: Path
) -> Iterator[None]:
    """A city in a database in which things are really committed."""
    needs: Any = _NeedsDatabase()
    request.session.items.append(needs)
    request.getfixturevalue("django_db_setup")
    request.session.items.remove(needs)
    with django_db_blocker.unblock(), own_database(tmp_path):
        make_city()
        yield


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each gave, or why it was refused; any other fault fails the test."""
    start, found, wrong = threading.Barrier(len(acts)), list[object](), list[BaseException]()

    def do(act: Callable[[], object]) -> None:
        start.wait(SECONDS)
        try:
            found.append(act())
        except ValidationError as refused:
            found.append(refused)
        except BaseException as fault:
            wrong.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=do, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(SECONDS)
    assert not wrong, wrong
    return found


def slowly(monkeypatch: pytest.MonkeyPatch, where: Any, name: str) -> None:
    """A moment before it, in which the other comes as far."""
    act = getattr(where, name)

    def waits(*args: Any, **kwargs: Any) -> Any:
        time.sleep(0.3)
        return act(*args, **kwargs)

    monkeypatch.setattr(where, name, waits)


def refused(found: list[object]) -> int:
    """How many were."""
    return sum(isinstance(one, ValidationError) for one in found)


def test_a_second_look_says_yes_or_no_and_not_both(
    committed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [lid(f"{name}@wijkteam.example", Rol.WIJKBEHEERDER, haven()) for name in "abc"]
    signaal = confidential(haven())
    waits = services.step(signaal.pk, "opgelost", openbare_zin="Klaar.", door=people[0])
    slowly(monkeypatch, Opvolging, "save")
    found = at_once(
        lambda: services.confirm(waits.pk, door=people[1]),
        lambda: arranging.not_yet(waits.pk, door=people[2], waarom="Nee."),
    )
    assert refused(found) == 1
    signaal.refresh_from_db()
    waits.refresh_from_db()
    assert signaal.is_gesloten is (waits.naar == "opgelost")
    assert not waits.wacht_op_tweede


def test_loosened_by_two_is_loosened_once(committed: None, monkeypatch: pytest.MonkeyPatch) -> None:
    lead, child = signal(haven()), signal(haven())
    merging.merge(lead.pk, [child.pk], None)
    before = Opvolging.objects.filter(signaal=child).count()
    slowly(monkeypatch, services, "follow")
    found = at_once(*[lambda: merging.separate(child.pk, None)] * 2)
    assert refused(found) == 1
    assert Opvolging.objects.filter(signaal=child).count() == before + 1


def test_a_program_that_sends_twice_at_once_tells_one_signal(
    committed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It heard no answer, and sends again before the first is ready (Open311)."""
    row = Open311Sleutel(name="App", wijk=haven())
    key = give_key(row)
    row.save()
    category("verkeer")
    sent = {
        "api_key": key,
        "service_code": "verkeer",
        "address_string": "Kadeweg",
        "description": "De stoep ligt los.",
    }
    slowly(monkeypatch, photos, "pictures_of")
    slowly(monkeypatch, services, "tell")
    answers = at_once(*[lambda: Client().post("/georeport/v2/requests.json", sent).text] * 3)
    assert len(set(map(str, answers))) == 1, answers
    assert Signaal.objects.filter(tekst="De stoep ligt los.").count() == 1
