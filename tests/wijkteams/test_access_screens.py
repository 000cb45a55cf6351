"""What was cleared away, and who took data out: each sees the own ward's (R-12, R-42, V4)."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.models import User
from core.exports.ledger import record
from core.models import Inzage, Wislog
from core.privacy.engine import purge
from tests.conftest import client_of
from tests.core.test_purge import NOW, invitation
from tests.factories import lid
from wijkteams.models import Wijk
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db
LOG = "/beheer/inzage/"
PURGED = "/beheer/personen/opgeruimd/"


@pytest.fixture
def taken(joris: User, fatma: User) -> None:
    """Somebody of each ward downloaded a list."""
    record(joris, Inzage.Kind.EXPORT, "lijst-van-haven", rows=3)
    record(fatma, Inzage.Kind.EXPORT, "lijst-van-sluis", rows=4)


def test_coordinator_sees_the_own_team_only(taken: None, haven: Wijk, as_fatma: Client) -> None:
    here = client_of(lid("kees@sluisdam.example", Rol.WIJKBEHEERDER, haven))

    assert "lijst-van-haven" in (own := here.get(LOG).content.decode())
    assert "lijst-van-sluis" not in own
    assert "lijst-van-sluis" in (other := as_fatma.get(LOG).content.decode())
    assert "lijst-van-haven" not in other
    assert "joris" not in other.lower()


def test_without_the_ward_in_the_question_the_same_check_goes_red(
    taken: None, as_fatma: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wijkteams.personen.access.visible_to", lambda user: Inzage.objects.all())

    assert "lijst-van-haven" in as_fatma.get(LOG).content.decode()


def test_city_sees_all_and_an_editor_nothing(
    taken: None, as_bea: Client, as_joris: Client, as_wim: Client
) -> None:
    html = as_bea.get(LOG).content.decode()

    assert "lijst-van-haven" in html
    assert "lijst-van-sluis" in html
    for client in (as_joris, as_wim, Client()):
        response = client.get(LOG)
        assert response.status_code != 200
        assert b"lijst-van" not in response.content


def test_city_sees_what_was_cleared_away_and_what_comes_tonight(haven: Wijk, bea: User) -> None:
    invitation(haven, expires_at=NOW.replace(year=2020))
    purge(NOW)
    invitation(haven, expires_at=NOW.replace(year=2020))

    # Logs in after the round: that cleared all sessions of this year away.
    html = client_of(bea).get(PURGED).content.decode()

    assert html.count("Uitnodigingen") >= 2
    assert Wislog.objects.count() == 1
    assert "nieuw@sluisdam.example" not in html


def test_nobody_of_a_ward_sees_what_was_cleared_away(
    as_fatma: Client, as_joris: Client, as_bea: Client
) -> None:
    assert as_bea.get(PURGED).status_code == 200
    for client in (as_fatma, as_joris, Client()):
        assert client.get(PURGED).status_code != 200
