"""Who is in the team: changing and taking away roles, inviting, and what is refused."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from accounts.models import User
from tests.conftest import client_of
from tests.factories import lid
from wijkteams import invitations, team
from wijkteams.models import Lidmaatschap, Wijk
from wijkteams.roles import Rol


@pytest.fixture
def noor(haven: Wijk) -> User:
    """Ward manager of Havenkwartier."""
    return lid("noor@sluisdam.example", Rol.WIJKBEHEERDER, haven)


@pytest.fixture
def as_noor(noor: User) -> Client:
    return client_of(noor)


def membership(user: User) -> Lidmaatschap:
    return Lidmaatschap.objects.get(user=user)


def edit_url(user: User) -> str:
    return reverse("lidmaatschap:edit", args=[membership(user).pk])


def delete_url(user: User) -> str:
    return reverse("lidmaatschap:delete", args=[membership(user).pk])


def history_of(client: Client, wijk: Wijk) -> str:
    return client.get(reverse("wijk:history", args=[wijk.pk])).content.decode()


def test_manager_gives_a_writer_another_role(as_noor: Client, wim: User, haven: Wijk) -> None:
    as_noor.post(edit_url(wim), {"rol": "redacteur"})

    assert membership(wim).rol == Rol.REDACTEUR
    assert "Wim: van Schrijver naar Redacteur" in history_of(as_noor, haven)


def test_each_change_is_logged_with_who_did_it(as_noor: Client, noor: User, wim: User) -> None:
    as_noor.post(edit_url(wim), {"rol": "redacteur"})
    as_noor.post(delete_url(wim))

    logged = ModelLogEntry.objects.filter(action__startswith="wijkteams.rol_").order_by("pk")
    assert [entry.action for entry in logged] == [team.LOG_CHANGED, team.LOG_REMOVED]
    assert {entry.user for entry in logged} == {noor}
    assert logged[1].data == {"user": wim.pk, "rol": "redacteur", "old": ""}


def test_an_accepted_invitation_is_logged_too(haven: Wijk, bea: User, as_bea: Client) -> None:
    sent = invitations.invite(
        email="amira@voorbeeld.example", wijk=haven, rol=Rol.REDACTEUR, invited_by=bea
    )
    user = invitations.accept_with_new_account(
        sent.link.strip("/").split("/")[-1],
        first_name="Amira",
        last_name="",
        password="drie-bruggen-een-plein",
    )

    assert f"{user} werd Redacteur" in history_of(as_bea, haven)


def test_taking_away_a_role_works_at_once(as_noor: Client, wim: User, as_wim: Client) -> None:
    assert as_wim.get("/beheer/").status_code == 200

    as_noor.post(delete_url(wim))

    assert as_wim.get("/beheer/").status_code == 403
    assert User.objects.filter(pk=wim.pk).exists()


def test_the_last_manager_cannot_be_missed(
    as_noor: Client, as_bea: Client, noor: User, wim: User
) -> None:
    changed = as_noor.post(edit_url(noor), {"rol": "redacteur"})
    removed = [client.post(delete_url(noor), follow=True) for client in (as_noor, as_bea)]

    assert membership(noor).rol == Rol.WIJKBEHEERDER
    assert "laatste wijkbeheerder" in str(changed.context["form"].errors)
    for answer in removed:
        assert "laatste wijkbeheerder" in answer.content.decode()


def test_with_a_second_manager_the_first_may_leave(
    as_noor: Client, noor: User, haven: Wijk
) -> None:
    lid("youssef@sluisdam.example", Rol.WIJKBEHEERDER, haven)

    as_noor.post(delete_url(noor))

    assert not Lidmaatschap.objects.filter(user=noor).exists()


def test_a_manager_who_cannot_log_in_does_not_count(noor: User, haven: Wijk) -> None:
    other = lid("youssef@sluisdam.example", Rol.WIJKBEHEERDER, haven)
    other.is_active = False
    other.save()

    with pytest.raises(ValidationError, match="laatste wijkbeheerder"):
        team.end_membership(membership(noor), ended_by=noor)


def test_the_last_administrator_of_the_city_stays(hub: object) -> None:
    boss = lid("bo@sluisdam.example", Rol.BEHEERDER, None)

    with pytest.raises(ValidationError, match="laatste beheerder"):
        team.end_membership(membership(boss), ended_by=boss)


def test_team_screen_warns_below_two_managers(
    as_noor: Client, noor: User, haven: Wijk, sluis: Wijk
) -> None:
    url = reverse("lidmaatschap:index")
    before = as_noor.get(url).content.decode()
    lid("youssef@sluisdam.example", Rol.WIJKBEHEERDER, haven)
    after = as_noor.get(url).content.decode()

    assert "Minder dan twee wijkbeheerders" in before
    assert "Havenkwartier (1)" in before
    assert "Oude Sluis" not in before
    assert "Minder dan twee wijkbeheerders" not in after


@pytest.mark.parametrize(
    "extra",
    [
        {"rol": "stadsredactie"},
        {"rol": "beheerder"},
        {"rol": "beheerder", "wijk": ""},
        {"rol": "koning"},
    ],
)
def test_manager_gives_no_city_role(
    as_noor: Client, wim: User, extra: dict[str, str], sluis: Wijk
) -> None:
    response = as_noor.post(edit_url(wim), extra)

    assert response.context["form"].errors["rol"]
    assert membership(wim).rol == Rol.SCHRIJVER


def test_only_the_role_can_be_changed(
    as_noor: Client, noor: User, wim: User, haven: Wijk, sluis: Wijk
) -> None:
    data = {"rol": "redacteur", "wijk": sluis.pk, "user": noor.pk, "is_superuser": "on"}

    as_noor.post(edit_url(wim), data)

    lidmaatschap = membership(wim)
    assert (lidmaatschap.user, lidmaatschap.wijk) == (wim, haven)
    assert not User.objects.filter(is_superuser=True).exists()


def test_a_role_somebody_has_already_is_refused(as_noor: Client, wim: User, haven: Wijk) -> None:
    second = Lidmaatschap.objects.create(user=wim, wijk=haven, rol=Rol.MODERATOR)

    response = as_noor.post(reverse("lidmaatschap:edit", args=[second.pk]), {"rol": "schrijver"})

    assert "heeft deze rol al" in str(response.context["form"].errors)


def test_city_editor_does_not_touch_administrators(as_bea: Client, bea: User) -> None:
    boss = lid("bo@sluisdam.example", Rol.BEHEERDER, None)
    lid("cas@sluisdam.example", Rol.BEHEERDER, None)

    raised = as_bea.post(edit_url(bea), {"rol": "beheerder"})
    lowered = as_bea.post(edit_url(boss), {"rol": "stadsredactie"})
    as_bea.post(delete_url(boss))

    assert raised.context["form"].errors
    assert lowered.context["form"].errors
    assert membership(bea).rol == Rol.STADSREDACTIE
    assert membership(boss).rol == Rol.BEHEERDER


@pytest.mark.parametrize("who", ["joris", "wim", "fatma"])
def test_who_does_not_manage_the_ward_changes_nobody(
    request: pytest.FixtureRequest, who: str, wim: User, sluis: Wijk
) -> None:
    client: Client = request.getfixturevalue(f"as_{who}")

    client.post(edit_url(wim), {"rol": "wijkbeheerder"})
    client.post(delete_url(wim))
    client.post("/beheer/lidmaatschap/new/", {"user": wim.pk, "rol": "beheerder"})

    assert membership(wim).rol == Rol.SCHRIJVER


def test_nobody_enters_a_team_without_an_invitation(as_noor: Client, fatma: User) -> None:
    data = {"user": fatma.pk, "rol": "schrijver"}

    assert as_noor.post("/beheer/lidmaatschap/new/", data).status_code == 404
