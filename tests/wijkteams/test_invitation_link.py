"""The link in an invitation: one use, one person, and no guessing."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from accounts.models import User
from tests.conftest import client_of
from tests.factories import lid
from tests.wijkteams.test_invitation import ACCOUNT, EMAIL, PASSWORD, invited, state_of_everything
from wijkteams import invitations
from wijkteams.models import Lidmaatschap, Uitnodiging, Wijk
from wijkteams.roles import Rol


def used(client: Client, haven: Wijk) -> str:
    link = invited(haven)
    Client().post(link, ACCOUNT)
    return link


def expired(client: Client, haven: Wijk) -> str:
    link = invited(haven)
    Uitnodiging.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    return link


def withdrawn(client: Client, haven: Wijk) -> str:
    link = invited(haven)
    boss = lid("baas@sluisdam.example", Rol.WIJKBEHEERDER, haven)
    invitations.withdraw(Uitnodiging.objects.get(), withdrawn_by=boss)
    return link


def replaced(client: Client, haven: Wijk) -> str:
    link = invited(haven)
    invited(haven)
    return link


def other_case(client: Client, haven: Wijk) -> str:
    head, _, token = invited(haven).strip("/").rpartition("/")
    return f"/{head}/{token.swapcase()}/"


def cut_short(client: Client, haven: Wijk) -> str:
    return invited(haven)[:-2] + "/"


def never_made(client: Client, haven: Wijk) -> str:
    return f"/uitnodiging/{'x' * 43}/"


@pytest.mark.parametrize(
    "make", [used, expired, withdrawn, replaced, other_case, cut_short, never_made]
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_link_that_does_not_work_says_the_same_for_every_reason(
    client: Client, haven: Wijk, make: Any, method: str
) -> None:
    reference = client.get("/uitnodiging/bestaat-niet/")
    link = make(client, haven)
    before = state_of_everything()

    response = getattr(client, method)(link, ACCOUNT if method == "post" else {})

    def strip(answer: Any) -> str:
        return re.sub(r'(value|content)="[^"]*"|/uitnodiging/[^"]*', "", answer.content.decode())

    assert response.status_code == reference.status_code == 404
    assert strip(response) == strip(reference)
    assert "Vraag anders om een nieuwe uitnodiging" in response.content.decode()
    assert state_of_everything() == before


def test_guessing_is_slowed_down(client: Client, haven: Wijk) -> None:
    codes = [client.get(f"/uitnodiging/gok-{n}/").status_code for n in range(12)]

    assert codes == [404] * 10 + [429] * 2
    assert client.get(invited(haven)).status_code == 429
    assert client.get("/").status_code == 200


def test_who_has_an_account_must_log_in_first(client: Client, haven: Wijk) -> None:
    User.objects.create_user(EMAIL, PASSWORD)
    link = invited(haven)

    page = client.get(link)
    client.post(link, ACCOUNT)

    assert f"/inloggen/?next={link.replace('/', '%2F')}" in page.content.decode()
    assert not Lidmaatschap.objects.filter(user__email=EMAIL).exists()
    assert "_auth_user_id" not in client.session


def test_who_logged_in_accepts_with_one_click(haven: Wijk) -> None:
    user = User.objects.create_user(EMAIL.upper(), PASSWORD)
    link = invited(haven)
    client = client_of(user)

    page = client.get(link)
    response = client.post(link)

    assert "Ja, ik doe mee" in page.content.decode()
    assert response["Location"] == "/beheer/"
    assert Lidmaatschap.objects.filter(user=user, wijk=haven, rol=Rol.SCHRIJVER).exists()
    assert client.post(link).status_code == 404


def test_somebody_else_cannot_use_the_link(as_fatma: Client, fatma: User, haven: Wijk) -> None:
    link = invited(haven)

    page, posted = as_fatma.get(link), as_fatma.post(link, ACCOUNT)

    for answer in (page, posted):
        assert f"maar je bent nu ingelogd als <strong>{fatma.email}" in answer.content.decode()
    assert not Lidmaatschap.objects.filter(wijk=haven).exists()
    assert not User.objects.filter(email=EMAIL).exists()
    assert client_of(User.objects.create_user(EMAIL, PASSWORD)).post(link).status_code == 302


def test_a_closed_account_stays_closed(client: Client, haven: Wijk) -> None:
    user = User.objects.create_user(EMAIL, PASSWORD, is_active=False)
    link = invited(haven)

    client.post(link, ACCOUNT)

    with pytest.raises(invitations.NotYourInvitation):
        invitations.accept(link.strip("/").split("/")[-1], user=user)
    assert not Lidmaatschap.objects.filter(user=user).exists()


def test_who_has_the_role_is_not_invited_again(haven: Wijk, wim: User) -> None:
    with pytest.raises(ValidationError, match="heeft deze rol hier al"):
        invitations.invite(email=wim.email.upper(), wijk=haven, rol=Rol.SCHRIJVER)


@pytest.mark.parametrize(
    ("who", "where", "rol"),
    [
        ("fatma", "haven", Rol.SCHRIJVER),
        ("fatma", None, Rol.STADSREDACTIE),
        ("fatma", "sluis", Rol.STADSREDACTIE),
        ("joris", "haven", Rol.SCHRIJVER),
        ("wim", "haven", Rol.WIJKBEHEERDER),
        ("bea", None, Rol.BEHEERDER),
        ("bea", None, Rol.REDACTEUR),
    ],
)
def test_nobody_gives_a_role_that_is_not_theirs_to_give(
    request: pytest.FixtureRequest, haven: Wijk, sluis: Wijk, who: str, where: str | None, rol: str
) -> None:
    inviter = request.getfixturevalue(who)
    wijk = request.getfixturevalue(where) if where else None

    with pytest.raises(ValidationError):
        invitations.invite(email=EMAIL, wijk=wijk, rol=rol, invited_by=inviter)

    assert not Uitnodiging.objects.exists()
    assert not mail.outbox


def test_the_city_invites_everywhere_and_a_manager_at_home(
    haven: Wijk, sluis: Wijk, bea: User, fatma: User
) -> None:
    invitations.invite(email=EMAIL, wijk=haven, rol=Rol.WIJKBEHEERDER, invited_by=bea)
    invitations.invite(email=EMAIL, wijk=None, rol=Rol.STADSREDACTIE, invited_by=bea)
    invitations.invite(email=EMAIL, wijk=sluis, rol=Rol.WIJKBEHEERDER, invited_by=fatma)

    assert Uitnodiging.objects.count() == len(mail.outbox) == 3


def test_sending_again_makes_a_new_link(haven: Wijk, bea: User) -> None:
    old = invited(haven)
    new = invitations.resend(Uitnodiging.objects.get(), sent_by=bea).link

    assert Client().get(old).status_code == 404
    assert Client().get(new.removeprefix("http://testserver")).status_code == 200
    assert Uitnodiging.objects.count() == 1
