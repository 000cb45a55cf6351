"""Two of the team at once, and many supporters; each in a transaction of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.factories.initiatieven import initiatief
from tests.page_cache.city import haven
from tests.wijkteams.initiatieven.samenvoegen.people import supporter
from tests.wijkteams.signalen.test_at_once import at_once, committed, refused, slowly
from wijkteams.initiatieven import services
from wijkteams.initiatieven.models import Initiatief, Samenvoeging
from wijkteams.initiatieven.samenvoegen.merging import merge, separate
from wijkteams.initiatieven.samenvoegen.moving import move_support

pytestmark = pytest.mark.databases
WHY = "Beide groepen willen een bus."
PEOPLE, AT_ONCE = 40, 4
__all__ = ["committed"]


@pytest.fixture
def two(committed: None) -> tuple[Initiatief, Initiatief]:
    return initiatief(haven(), title="Boodschappenbus"), initiatief(haven(), title="Buurttaxi")


def test_of_two_that_go_into_each_other_one_goes_on(
    two: tuple[Initiatief, Initiatief], monkeypatch: pytest.MonkeyPatch
) -> None:
    bus, taxi = two
    slowly(monkeypatch, services, "touch")

    found = at_once(
        lambda: merge(bus.pk, [taxi.pk], WHY, None), lambda: merge(taxi.pk, [bus.pk], WHY, None)
    )

    assert refused(found) == 1
    row = Samenvoeging.objects.get()
    into = {one.pk: one.samengevoegd_in_id for one in Initiatief.objects.all()}
    assert into == {row.bron_id: row.doel_id, row.doel_id: None}


def test_undone_by_two_is_undone_once(
    two: tuple[Initiatief, Initiatief], monkeypatch: pytest.MonkeyPatch
) -> None:
    bus, taxi = two
    merge(bus.pk, [taxi.pk], WHY, None)
    slowly(monkeypatch, services, "touch")

    found = at_once(*[lambda: separate(taxi.pk, None)] * 2)

    assert refused(found) == 1
    assert Samenvoeging.objects.get().los_op is not None


def test_each_that_says_yes_is_counted_once(two: tuple[Initiatief, Initiatief]) -> None:
    bus, taxi = two
    rows = [supporter(taxi, f"b{number}@bewoner.example").pk for number in range(PEOPLE)]
    merge(bus.pk, [taxi.pk], WHY, None)

    def yes(mine: list[int]) -> Callable[[], object]:
        return lambda: [move_support(pk) for pk in mine]

    at_once(*(yes(rows[part::AT_ONCE]) for part in range(AT_ONCE)), yes(rows))

    found = [Initiatief.objects.get(pk=one.pk).aantal_steun for one in (bus, taxi)]
    assert found == [PEOPLE, 0]
