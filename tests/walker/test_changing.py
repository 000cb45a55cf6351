"""R-01, writing: whoever is not of ward B changes nothing of it, whatever they send."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from tests.routes import all_routes
from tests.walker.addresses import addresses, bulk_addresses
from tests.walker.conftest import ROLES, client_for
from tests.walker.fingerprint import changes, fingerprint
from tests.walker.markers import SEARCH, found_in
from tests.walker.test_looking import ENDS_THE_SESSION, still_logged_in
from tests.walker.world import World

pytestmark = [pytest.mark.walker, pytest.mark.django_db]


SHOW_THE_CHOSEN_PAGE = ("/beheer/pages/create/", "/beheer/bulk/wagtailcore/page/move/")
"A form that comes back names the page that was chosen, if all may read it."


def payloads(world: World) -> list[dict[str, Any]]:
    """Nothing; and everything a screen may ask for, each ward with each place in pairs."""
    wards = {"a": world.own, "b": world.other}
    filled = [
        _filled(wards[ward].wijk.pk, wards[place].pages[page].pk, world, action)
        for ward, place, page, action in (
            ("a", "b", "voorpagina", "publish"),
            ("b", "a", "voorpagina", "submit"),
            ("b", "b", "concept", "save"),
        )
    ]
    return [{}, *filled]


def _filled(wijk: int, place: int, world: World, action: str) -> dict[str, Any]:
    other = world.other
    everything = {
        "title": "Gekaapt",
        "name": "Gekaapt",
        "slug": "gekaapt",
        "new_title": "Gekaapt",
        "new_slug": "gekaapt",
        "new_parent_page": place,
        "parent_page": place,
        "chooser": place,
        "destination_page_id": place,
        "position": "0",
        "wijk": wijk,
        "user": other.people["schrijver"].pk,
        "rol": "beheerder",
        "email": "gekaapt@kaper.example",
        "comment": "Gekaapt",
        "date": "2026-03-01",
        "image": other.images[0].pk,
        "restriction_type": "none",
        "reassign_alias": "on",
        "publish_copies": "on",
        "copy_subpages": "on",
        "locales": [other.rows["translation"].target_locale_id],
        "include_subtree": "on",
        "value": "Gekaapt",
        "tags": "gekaapt",
        "is_superuser": "on",
        "is_active": "on",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        f"action-{action}": "1",
        "action": action,
        "cascade": "true",
    }
    return everything


def attempts(world: World) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every address of the CMS that names something of ward B, with every payload."""
    named = [
        address
        for route in all_routes()
        if route.is_cms
        for address in addresses(route, world)
        if address != ENDS_THE_SESSION
    ]
    yield from product([*named, *bulk_addresses(world)], payloads(world))


@pytest.mark.parametrize("role", ROLES)
def test_nobody_else_changes_anything_of_a_ward(world: World, role: str) -> None:
    client = client_for(world, role)
    before = fingerprint(world.other)
    mail.outbox.clear()

    seen = {
        f"{address} {data.get('action', 'empty')}": problem
        for address, data in attempts(world)
        if (problem := _problem(client, address, data))
    }

    assert still_logged_in(client, role)
    assert not changes(before, fingerprint(world.other))
    assert not seen, "\n".join(f"{address}: {problem}" for address, problem in seen.items())
    assert not [message for message in mail.outbox if SEARCH in str(message.message())]


def _problem(client: Client, address: str, data: dict[str, Any]) -> str:
    response = client.post(address, data)
    markers = found_in(response, secrets_only=address.startswith(SHOW_THE_CHOSEN_PAGE))
    if markers:
        return f"shows {sorted(markers)[:3]} ({response.status_code})"
    return f"breaks: {response.status_code}" if response.status_code >= 500 else ""
