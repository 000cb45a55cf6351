"""Two hundred hearts at once are two hundred; each in a transaction of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.factories.initiatieven import initiatief
from tests.page_cache.city import haven
from tests.wijkteams.signalen.test_at_once import at_once, committed
from wijkteams.initiatieven.models import Initiatief, Steun
from wijkteams.initiatieven.steun import services
from wijkteams.initiatieven.steun.marks import mark_of

pytestmark = pytest.mark.databases
PEOPLE, AT_ONCE = 200, 8
__all__ = ["committed"]


def confirming(rows: list[int]) -> Callable[[], object]:
    return lambda: [services.confirm(pk) for pk in rows]


def supporters(one: Initiatief) -> list[int]:
    rows = [
        Steun(
            initiatief=one, email=f"b{number}@bewoner.example", kenmerk=mark_of(f"b{number}@b.nl")
        )
        for number in range(PEOPLE)
    ]
    return [row.pk for row in Steun.objects.bulk_create(rows)]


def test_each_is_counted_once(committed: None) -> None:
    bus = initiatief(haven())
    rows = supporters(bus)

    at_once(*(confirming(rows[part::AT_ONCE]) for part in range(AT_ONCE)))

    bus.refresh_from_db()
    assert bus.aantal_steun == PEOPLE


def test_one_address_at_once_is_one(committed: None) -> None:
    bus = initiatief(haven())

    def ask() -> object:
        return services.ask(bus.pk, "anna@bewoner.example", uit_wijk=False, language="nl")

    at_once(*[ask] * AT_ONCE)

    row = Steun.objects.get()
    at_once(*[confirming([row.pk])] * AT_ONCE)
    bus.refresh_from_db()
    assert bus.aantal_steun == 1
