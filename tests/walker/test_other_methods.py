"""R-01, each night: HEAD, PUT, PATCH and DELETE on every address, as four kinds of strangers."""

from __future__ import annotations

import pytest

from tests.walker.conftest import ROLES, client_for
from tests.walker.fingerprint import changes, fingerprint
from tests.walker.markers import found_in
from tests.walker.test_changing import SHOW_THE_CHOSEN_PAGE
from tests.walker.test_looking import MAY_LIST_WHAT_IS_PUBLIC, still_logged_in, visits
from tests.walker.world import World

pytestmark = [pytest.mark.walker, pytest.mark.nightly, pytest.mark.django_db]


@pytest.mark.parametrize("method", ["HEAD", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("role", ROLES)
def test_other_methods_show_and_change_nothing(world: World, role: str, method: str) -> None:
    client = client_for(world, role)
    before = fingerprint(world.other)
    seen = {}

    for address, _refused in visits(world):
        answer = client.generic(method, address)
        public = address.startswith((MAY_LIST_WHAT_IS_PUBLIC, *SHOW_THE_CHOSEN_PAGE))
        if markers := found_in(answer, secrets_only=public):
            seen[address] = sorted(markers)[:3]

    assert still_logged_in(client, role)
    assert not seen
    assert not changes(before, fingerprint(world.other))
