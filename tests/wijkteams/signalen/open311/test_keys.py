"""Keys are made, shown once and taken back in the CMS, by who is responsible for the ward."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from tests.conftest import client_of
from tests.factories import lid
from tests.factories.signalen import partner
from wijkteams.models import Wijk
from wijkteams.roles import Rol
from wijkteams.signalen.models import Open311Sleutel
from wijkteams.signalen.open311.keys import digest_of

pytestmark = pytest.mark.django_db
INDEX = "/beheer/open311sleutel/"


@pytest.fixture
def wim_client(haven: Wijk) -> Client:
    return client_of(lid("wim@sluisdam.example", Rol.WIJKBEHEERDER, haven))


def made(client: Client, wijk: Wijk, **more: Any) -> tuple[Open311Sleutel, str]:
    data = {"wijk": wijk.pk, "name": "App van Woongoed", "is_actief": "on"} | more
    response = client.post(f"{INDEX}new/", data)
    assert response.status_code == 200, response.headers
    shown = re.search(r'value="([0-9a-f]{40})"', response.content.decode())
    assert shown is not None
    return Open311Sleutel.objects.get(), shown[1]


def test_a_key_is_shown_once(wim_client: Client, haven: Wijk) -> None:
    row, key = made(wim_client, haven)

    assert row.digest == digest_of(key)
    assert row.made_by is not None
    for url in (INDEX, f"{INDEX}edit/{row.pk}/"):
        body = wim_client.get(url).content.decode()
        assert key not in body
        assert row.digest not in body
    assert row.begin in wim_client.get(INDEX).content.decode()


def test_a_key_is_turned_off(wim_client: Client, haven: Wijk) -> None:
    row, _key = made(wim_client, haven)

    wim_client.post(f"{INDEX}edit/{row.pk}/", {"wijk": haven.pk, "name": row.name})

    row.refresh_from_db()
    assert not row.is_actief


def test_nobody_makes_keys_of_another_ward(
    wim_client: Client, haven: Wijk, sluis: Wijk, joris: User
) -> None:
    wim_client.post(f"{INDEX}new/", {"wijk": sluis.pk, "name": "x", "is_actief": "on"})
    assert not Open311Sleutel.objects.exists()
    row, _key = made(wim_client, haven)
    Open311Sleutel.objects.update(wijk=sluis)

    assert wim_client.get(f"{INDEX}edit/{row.pk}/").status_code in (302, 403, 404)
    assert row.name not in wim_client.get(INDEX).content.decode()
    assert client_of(joris).get(INDEX).status_code in (302, 403)  # an editor makes none


def test_only_partners_of_the_own_ward_are_offered(
    wim_client: Client, haven: Wijk, sluis: Wijk
) -> None:
    partner(haven, name="Eigen partner")
    partner(None, name="Partner van de stad")
    partner(sluis, name="Partner van een ander")

    body = wim_client.get(f"{INDEX}new/").content.decode()

    assert "Eigen partner" in body
    assert "Partner van de stad" in body
    assert "Partner van een ander" not in body


def test_the_menu_shows_keys_to_who_may_make_them(
    wim_client: Client, haven: Wijk, joris: User
) -> None:
    assert INDEX in wim_client.get("/beheer/signalen/").content.decode()
    assert INDEX not in client_of(joris).get("/beheer/signalen/").content.decode()
