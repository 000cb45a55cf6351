"""The table of roles: each role opens the CMS, and none more than the table says."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation

from accounts.models import User
from home.models import HomePage
from tests.conftest import client_of
from tests.factories import lid
from wijkteams.membership import membership_of
from wijkteams.models import Lidmaatschap, Wijk
from wijkteams.roles import CITY_ROLES, RIGHTS, WARD_ROLES, Rol

pytestmark = pytest.mark.django_db


def test_every_role_stands_in_the_table() -> None:
    assert set(RIGHTS) == set(Rol)


@pytest.mark.parametrize("rol", sorted(Rol))
def test_every_role_opens_the_dashboard(haven: Wijk, rol: str) -> None:
    user = lid("iemand@sluisdam.example", rol, None if rol in CITY_ROLES else haven)

    for name in ("wagtailadmin_home", "wagtailadmin_explore_root", "wagtailadmin_account"):
        response = client_of(user).get(reverse(name), follow=True)
        assert response.status_code == 200, name


def test_user_without_a_role_does_not_enter(hub: HomePage) -> None:
    user = User.objects.create_user("niemand@sluisdam.example", "vier-buren-een-bus")

    response = client_of(user).get(reverse("wagtailadmin_home"))

    assert response.status_code in {302, 403}
    assert not membership_of(user).roles


def test_inactive_user_has_no_roles_left(joris: User) -> None:
    joris.is_active = False

    assert not membership_of(joris).roles


@pytest.mark.parametrize("rol", sorted(WARD_ROLES))
def test_ward_role_without_a_ward_is_refused_by_the_database(joris: User, rol: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Lidmaatschap.objects.create(user=joris, wijk=None, rol=rol)


@pytest.mark.parametrize("rol", sorted(CITY_ROLES))
def test_city_role_with_a_ward_is_refused_by_the_database(
    joris: User, sluis: Wijk, rol: str
) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Lidmaatschap.objects.create(user=joris, wijk=sluis, rol=rol)


def test_same_city_role_twice_is_refused_by_the_database(bea: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Lidmaatschap.objects.create(user=bea, wijk=None, rol=Rol.STADSREDACTIE)


def test_person_holds_roles_in_several_wards(joris: User, haven: Wijk, sluis: Wijk) -> None:
    Lidmaatschap.objects.create(user=joris, wijk=sluis, rol=Rol.SCHRIJVER)

    membership = membership_of(User.objects.get(pk=joris.pk))

    assert membership.wijk_ids == {haven.pk, sluis.pk}
    assert membership.may_for(haven.pk, "pages", "publish")
    assert not membership.may_for(sluis.pk, "pages", "publish")
    assert membership.may_for(sluis.pk, "pages", "add")


def test_the_team_of_signals_is_called_so_in_english() -> None:
    """As on the rest of the site: a signal is no report, that word is moderation's."""
    with translation.override("en"):
        assert str(Rol.SIGNALENTEAM.label) == "Signals team"
