"""The walker can see: who may look finds the markers, and without the guard they leak."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.routes import all_routes
from tests.walker.addresses import addresses, queries
from tests.walker.conftest import client_for
from tests.walker.fingerprint import changes, fingerprint
from tests.walker.markers import found_in
from tests.walker.test_looking import names_something, problem
from tests.walker.world import STATES, World
from wijkteams import people_filters
from wijkteams.guard import middleware
from wijkteams.permissions import WijkPagePolicy

pytestmark = [pytest.mark.walker, pytest.mark.django_db]


def everything_seen(client: Client, world: World) -> set[str]:
    """All markers on lists, and on the screens of one thing of each kind."""
    seen: set[str] = set()
    for route in all_routes():
        if not route.is_cms:
            continue
        found = list(addresses(route, world))
        if not route.arguments:
            found = [found[0] + query for query in queries(world)[:2]]
        elif not route.name.endswith(":edit"):
            found = found[:1]
        for address in found if route.name != "wagtailadmin_logout" else []:
            response = client.get(address)
            if response.status_code == 200:
                seen |= found_in(response)
    return seen


@pytest.mark.parametrize("role", ["stad", "b"])
def test_who_may_look_sees_the_markers(world: World, role: str) -> None:
    seen = everything_seen(client_for(world, role), world)

    # The city sees more than a ward's own people: reports over all wards are closed to those.
    assert len(seen) >= (100 if role == "stad" else 90), sorted(seen)
    for state in STATES:
        assert any(marker.endswith(f"titel{state}") for marker in seen), state


def test_every_role_of_the_ward_itself_opens_its_pages(world: World) -> None:
    client = client_for(world, "b")
    edit = next(r for r in all_routes() if r.name == "wagtailadmin_pages:edit")

    answers = {address: client.get(address).status_code for address in addresses(edit, world)}

    assert set(answers.values()) == {200}, answers


def _leaks(world: World, names: set[str], role: str = "redacteur") -> set[str]:
    client = client_for(world, role)
    return {
        route.name
        for route in all_routes()
        if route.name in names
        for address in addresses(route, world)
        for query in (queries(world)[:2] if not route.arguments else [""])
        if problem(client, address + query, names_something(route))
    }


def test_without_the_guard_the_walker_finds_the_holes(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    holes = {
        "wagtailadmin_pages:move_confirm",
        "wagtail_localize:submit_page_translation",
        "wagtail_localize:update_translations",
        "wagtailadmin_pages:workflow_action",
        "wagtailadmin_reports:page_types_usage",
    }
    assert not _leaks(world, holes)

    monkeypatch.setattr(middleware, "_is_allowed", lambda *args: True)

    assert _leaks(world, holes) == holes


def test_without_the_narrowed_filters_the_walker_finds_names(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    lists = {"wagtailadmin_explore_root", "wagtailadmin_reports:locked_pages"}
    assert not _leaks(world, lists)

    monkeypatch.setattr(
        people_filters, "membership_of", lambda user: type("All", (), {"is_city": True})
    )

    assert _leaks(world, lists) == lists


def test_without_the_policy_of_pages_the_walker_finds_drafts(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    screens = {"wagtailadmin_pages:edit", "wagtailadmin_pages:history", "wagtailadmin_explore"}
    assert not _leaks(world, screens)

    monkeypatch.setattr(WijkPagePolicy, "_base_user_has_permission", lambda *args: True)
    monkeypatch.setattr(
        WijkPagePolicy, "explorable_instances", lambda self, user: self.model.objects.all()
    )

    assert _leaks(world, screens) == screens


def test_every_change_of_a_ward_shows_in_its_fingerprint(world: World) -> None:
    before = fingerprint(world.other)
    world.other.images[0].tags.add("nieuw")
    world.other.pages["concept"].save_revision()
    world.other.people["schrijver"].lidmaatschappen.update(rol="moderator")

    found = {line.partition(":")[0] for line in changes(before, fingerprint(world.other))}

    assert {"taggit.TaggedItem", "wagtailcore.Revision", "wijkteams.Lidmaatschap"} <= found
    assert len(before) > 20, sorted(before)
