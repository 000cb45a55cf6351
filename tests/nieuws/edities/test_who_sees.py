"""Sendings are for who works in the ward; sending is for who may publish there (N7, R-03)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from nieuws.models import Editie, Lijst, NieuwsbriefPage, Zending
from tests.conftest import client_of
from tests.factories import lid
from tests.nieuws.edities.conftest import ROOM, send_url, sending, url, words
from wijkteams.models import Wijk
from wijkteams.roles import RIGHTS, WARD_ROLES, Rol

pytestmark = pytest.mark.django_db
LOOKS = ("", "stand/", "nakijken/")
STEPS = ("pauze/", "verder/", "stoppen/", "opnieuw/")


@pytest.fixture
def editie(page: NieuwsbriefPage, lijst: Lijst) -> Editie:
    return sending(page, lijst, "verstuurd", "onzeker")


def test_another_ward_sees_nothing_and_changes_nothing(
    page: NieuwsbriefPage, editie: Editie, as_fatma: Client
) -> None:
    addresses = [send_url(page), send_url(page, "voorbeeld/"), *(url(editie, end) for end in LOOKS)]
    for address in addresses:
        answer = as_fatma.get(address)
        assert answer.status_code in {302, 403}, address
        assert page.title not in words(answer)
    for address in (send_url(page), send_url(page, "proef/"), *(url(editie, s) for s in STEPS)):
        assert as_fatma.post(address, {"alle": "onzeker"}).status_code in {302, 403}, address

    assert page.title not in words(as_fatma.get(ROOM))
    editie.refresh_from_db()
    assert editie.status == Editie.Status.BEZIG
    assert Zending.objects.filter(status="onzeker").count() == 1
    assert Editie.objects.count() == 1


def test_the_view_itself_refuses_another_ward(
    page: NieuwsbriefPage, editie: Editie, as_fatma: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first wall, without the second."""
    allow: Callable[..., bool] = lambda *args: True  # noqa: E731
    monkeypatch.setattr("wijkteams.guard.middleware._is_allowed", allow)

    for address in (send_url(page), url(editie), url(editie, "stand/"), url(editie, "nakijken/")):
        assert page.title not in words(as_fatma.get(address, follow=True)), address
    for step in STEPS:
        as_fatma.post(url(editie, step), {"alle": "onzeker"})
    editie.refresh_from_db()
    assert editie.status == Editie.Status.BEZIG
    assert Zending.objects.filter(status="onzeker").count() == 1


def test_who_writes_drafts_may_look_and_not_send(
    page: NieuwsbriefPage, editie: Editie, as_wim: Client
) -> None:
    for end in LOOKS:
        html = words(as_wim.get(url(editie, end)))
        assert "Zet stil" not in html
        assert "Stuur opnieuw" not in html
    assert as_wim.get(send_url(page)).status_code in {302, 403}
    for step in STEPS:
        as_wim.post(url(editie, step), {"alle": "onzeker"})

    editie.refresh_from_db()
    assert editie.status == Editie.Status.BEZIG
    assert Zending.objects.filter(status="onzeker").count() == 1
    assert send_url(page) not in words(as_wim.get(ROOM))


@pytest.mark.parametrize("rol", sorted(WARD_ROLES))
def test_the_table_of_roles_decides(
    haven: Wijk, page: NieuwsbriefPage, editie: Editie, rol: str
) -> None:
    client = client_of(lid(f"{rol}@sluisdam.example", Rol(rol), haven))
    rights = RIGHTS[rol]

    looks = client.get(url(editie)).status_code == 200
    sends = client.get(send_url(page)).status_code == 200

    assert looks == ("editie.view" in rights.rows)
    assert sends == ("editie.send" in rights.rows and "publish" in rights.pages)


def test_a_newsletter_of_the_city_is_for_the_city(
    page: NieuwsbriefPage, lijst: Lijst, as_joris: Client, as_bea: Client
) -> None:
    city = sending(page, lijst, "verstuurd")
    Editie.objects.filter(pk=city.pk).update(wijk=None)

    assert as_joris.get(url(city)).status_code in {302, 403}
    assert as_bea.get(url(city)).status_code == 200


def test_what_is_not_there_is_not_found(as_joris: Client, as_bea: Client) -> None:
    for client in (as_joris, as_bea):
        assert client.get(f"{ROOM}99999/").status_code in {302, 404}
        assert client.get(f"{ROOM}versturen/99999/").status_code in {302, 404}


def test_who_is_not_logged_in_is_sent_to_the_log_in_screen(
    page: NieuwsbriefPage, editie: Editie, client: Client
) -> None:
    for address in (ROOM, send_url(page), url(editie), url(editie, "stand/")):
        assert client.get(address)["Location"].startswith("/inloggen/")
