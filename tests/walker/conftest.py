"""The two wards and the people who look. Built once per test: the walker's tests are few."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client

from tests.conftest import client_of
from tests.walker.world import World, build_world
from wijkteams.roles import Rol


@pytest.fixture
def world(db: None) -> World:
    """Two wards with everything."""
    built = build_world()
    cache.clear()
    return built


ROLES = ["redacteur", "wijkbeheerder", "schrijver", "bewoner", "niemand"]


def client_for(world: World, role: str) -> Client:
    """A browser of somebody of ward A, of a resident with an account, or of nobody."""
    client = Client(raise_request_exception=False)
    if role == "niemand":
        return client
    user = {
        "bewoner": world.resident,
        "stad": world.city,
        **{str(rol): user for rol, user in world.own.people.items()},
        "b": world.other.people[Rol.WIJKBEHEERDER],
    }[role]
    known = client_of(user)
    client.cookies = known.cookies
    return client
