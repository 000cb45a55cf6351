"""Who supports in the bench: so many people, some with an address that is theirs as well."""

from __future__ import annotations

import pytest

from tests.bench.residents import CLIENTS
from tests.bench.supporters import address_of, asks
from wijkteams.initiatieven.steun.marks import mark_of


@pytest.mark.parametrize("people", [20, 200])
def test_they_are_so_many_people_however_they_write_their_address(people: int) -> None:
    times = asks(people)
    addresses = [address_of(number, people, "n7") for number in range(times)]

    assert times % CLIENTS == 0
    assert times > people
    assert len(set(addresses)) == times
    assert len({mark_of(email) for email in addresses}) == people


def test_another_crowd_are_others() -> None:
    assert mark_of(address_of(3, 20, "n1")) != mark_of(address_of(3, 20, "n2"))
