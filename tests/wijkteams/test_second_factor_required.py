"""Who could harm a whole ward has a second step (R-27), and the city helps who lost it."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from wagtail.models import ModelLogEntry

from accounts.models import User
from accounts.second_factor.recovery import make_codes
from tests.accounts.codes import give_app
from tests.conftest import client_of
from tests.factories import lid
from wijkteams.models import Wijk
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def required(settings: Any) -> None:
    settings.MFA_REQUIRED = True


@pytest.fixture
def beheerder(hub: Any) -> User:
    return lid("rob@sluisdam.example", Rol.BEHEERDER, None)


def reset_path(user: User) -> str:
    return f"/beheer/tweede-stap/{user.pk}/uitzetten/"


@pytest.mark.usefixtures("required")
@pytest.mark.parametrize("path", ["/beheer/", "/beheer/images/", "/beheer/lidmaatschap/"])
def test_a_ward_manager_is_led_to_the_second_step(fatma: User, path: str) -> None:
    client = client_of(fatma)
    assert client.get(path)["Location"] == "/inloggen/tweede-stap/"
    assert "Zet eerst uw tweede stap aan" in client.get("/inloggen/tweede-stap/").content.decode()

    give_app(fatma)

    assert client.get(path).status_code == 200


@pytest.mark.usefixtures("required")
def test_recovery_codes_alone_are_no_second_step(fatma: User) -> None:
    make_codes(fatma)

    assert client_of(fatma).get("/beheer/").status_code == 302


@pytest.mark.usefixtures("required")
def test_a_post_is_stopped_too(fatma: User, sluis: Wijk) -> None:
    client_of(fatma).post(f"/beheer/wijk/edit/{sluis.pk}/", {"name": "Anders"})

    sluis.refresh_from_db()
    assert sluis.name == "Oude Sluis"


@pytest.mark.usefixtures("required")
@pytest.mark.parametrize("rol", [Rol.STADSREDACTIE, Rol.BEHEERDER])
def test_the_city_must_have_one(hub: Any, rol: Rol) -> None:
    user = lid("iemand@sluisdam.example", rol, None)

    assert client_of(user).get("/beheer/").status_code == 302


@pytest.mark.usefixtures("required")
def test_who_runs_the_site_must_have_one(hub: Any) -> None:
    user = User.objects.create_superuser("root@sluisdam.example", "vier-buren-een-tuin")

    assert client_of(user).get("/beheer/").status_code == 302


@pytest.mark.usefixtures("required")
def test_an_editor_may_work_without(as_joris: Client) -> None:
    assert as_joris.get("/beheer/").status_code == 200


def test_where_it_is_not_required_nobody_is_stopped(as_fatma: Client) -> None:
    assert as_fatma.get("/beheer/").status_code == 200


def test_the_city_switches_off_what_was_lost_on_the_record(bea: User, fatma: User) -> None:
    give_app(fatma)
    make_codes(fatma)
    theirs, client = client_of(fatma), client_of(bea)

    page = client.get(reset_path(fatma))
    assert page.status_code == 200
    assert Authenticator.objects.filter(user=fatma).count() == 2
    client.post(reset_path(fatma))

    assert not Authenticator.objects.filter(user=fatma).exists()
    assert theirs.get("/beheer/").status_code == 302, "logged out"
    entry = ModelLogEntry.objects.get(action="wijkteams.tweede_stap_uitgezet")
    assert (entry.user_id, entry.object_id) == (bea.pk, str(fatma.pk))
    assert mail.outbox[-1].to == [fatma.email]
    assert "uw tweede stap uitgezet" in str(mail.outbox[-1].body)


def test_the_list_of_the_team_leads_there_for_the_city_only(
    as_bea: Client, as_fatma: Client, fatma: User
) -> None:
    colleague = lid("kees@sluisdam.example", Rol.REDACTEUR, fatma.lidmaatschappen.get().wijk)

    assert reset_path(colleague) in as_bea.get("/beheer/lidmaatschap/").content.decode()
    assert "uitzetten/" not in as_fatma.get("/beheer/lidmaatschap/").content.decode()


@pytest.mark.parametrize("name", ["fatma", "joris", "wim"])
def test_nobody_of_a_ward_may(
    name: str, request: pytest.FixtureRequest, joris: User, wim: User, sluis: Wijk
) -> None:
    target = lid("kees@sluisdam.example", Rol.REDACTEUR, sluis)
    give_app(target)

    client_of(request.getfixturevalue(name)).post(reset_path(target))

    assert Authenticator.objects.filter(user=target).exists()


def test_nobody_resets_their_own(bea: User) -> None:
    give_app(bea)

    client_of(bea).post(reset_path(bea))

    assert Authenticator.objects.filter(user=bea).exists()


def test_only_a_beheerder_resets_a_beheerder(bea: User, beheerder: User) -> None:
    give_app(beheerder)
    client_of(bea).post(reset_path(beheerder))
    assert Authenticator.objects.filter(user=beheerder).exists()

    give_app(bea)
    client_of(beheerder).post(reset_path(bea))
    assert not Authenticator.objects.filter(user=bea).exists()
