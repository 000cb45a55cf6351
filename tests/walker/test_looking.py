"""R-01, reading: whoever is not of ward B sees nothing of it, whatever address they try."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from tests.routes import Route, all_routes
from tests.walker.addresses import addresses, bulk_addresses, queries
from tests.walker.conftest import ROLES, client_for
from tests.walker.markers import found_in
from tests.walker.world import World
from wijkteams.guard.classify import rule_of
from wijkteams.guard.rules import Who

pytestmark = [pytest.mark.walker, pytest.mark.django_db]

REFUSED = {301, 302, 403, 404, 405}
MAY_LIST_WHAT_IS_PUBLIC = "/beheer/choose-page/"
"Where a volunteer chooses a page to link to: also a page of another ward that all may read."


ENDS_THE_SESSION = "/beheer/logout/"


def names_something(route: Route) -> bool:
    """Whether the guard asks about things that the address of this route names."""
    rule = rule_of(route.name)
    return rule is not None and rule.who is Who.EDITORS and bool(set(rule.asks) & _names(route))


def _names(route: Route) -> set[str]:
    return {name for name, _kind in route.arguments}


def visits(world: World) -> Iterator[tuple[str, bool]]:
    """Every address under /beheer/, and whether it must be refused to who is not of ward B."""
    for route in all_routes():
        if not route.is_cms:
            continue
        for address in addresses(route, world):
            if address == ENDS_THE_SESSION:
                continue
            if route.arguments:
                yield address, names_something(route)
            else:
                yield from ((address + query, False) for query in queries(world))
    yield from ((address, False) for address in bulk_addresses(world))


def problem(client: Client, address: str, must_be_refused: bool) -> str:
    """What is wrong with the answer to this address; nothing: ''."""
    response = client.get(address)
    only_secrets = address.startswith(MAY_LIST_WHAT_IS_PUBLIC)
    seen = found_in(response, secrets_only=only_secrets)
    if seen:
        return f"shows {sorted(seen)[:3]} ({response.status_code})"
    if response.status_code >= 500:
        return f"breaks: {response.status_code}"
    if must_be_refused and not only_secrets and response.status_code not in REFUSED:
        return f"opens: {response.status_code}"
    return ""


def still_logged_in(client: Client, role: str) -> bool:
    """Whether all was asked by whom we think: a session that ended would be refused anyway."""
    codes = {"bewoner": 403, "niemand": 302}
    return client.get("/beheer/").status_code == codes.get(role, 200)


@pytest.mark.parametrize("role", ROLES)
def test_nobody_else_sees_anything_of_a_ward(world: World, role: str) -> None:
    client = client_for(world, role)

    found = {
        address: wrong
        for address, must_be_refused in visits(world)
        if (wrong := problem(client, address, must_be_refused))
    }

    assert still_logged_in(client, role)
    assert not found, "\n".join(f"{address}: {wrong}" for address, wrong in found.items())
