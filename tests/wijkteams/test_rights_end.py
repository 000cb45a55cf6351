"""R-05: rights end with the next request, whatever was open. R-06: nobody gives themselves more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from nieuws.models import NieuwsIndexPage
from tests.conftest import client_of
from tests.factories import lid, news, photo
from wijkteams import invitations
from wijkteams.models import Lidmaatschap, Wijk
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db


def leave(user: User) -> None:
    user.lidmaatschappen.all().delete()


def switch_off(user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_active=False)


def switch_ward(user: User) -> None:
    other = Wijk.objects.exclude(pk__in=user.lidmaatschappen.values("wijk")).get()
    user.lidmaatschappen.update(wijk=other)


ENDINGS = [leave, switch_off, switch_ward]


@pytest.mark.parametrize("end", ENDINGS)
def test_every_open_screen_closes_at_the_next_request(
    as_joris: Client, joris: User, haven_news: NieuwsIndexPage, sluis: Wijk,
    end: Callable[[User], None],
) -> None:  # fmt: skip
    page = news(haven_news, "Het badhuis")
    picture = photo(page.wijk)
    open_screens = [
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("wagtailadmin_pages:view_draft", args=[page.pk]),
        reverse("wagtailadmin_pages:history", args=[page.pk]),
        reverse("wagtailimages:edit", args=[picture.pk]),
        reverse("wagtailimages_chooser:chosen", args=[picture.pk]),
        picture.file.url,
    ]
    assert {as_joris.get(address).status_code for address in open_screens} == {200}

    end(joris)

    for address in open_screens:
        answer = as_joris.get(address)
        assert answer.status_code in {302, 403, 404}, address
        assert b"badhuis" not in answer.content


@pytest.mark.parametrize("end", ENDINGS)
def test_form_that_was_open_saves_nothing(
    as_joris: Client, joris: User, haven_news: NieuwsIndexPage, sluis: Wijk,
    end: Callable[[User], None],
) -> None:  # fmt: skip
    page = news(haven_news, "Het badhuis")

    end(joris)
    as_joris.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"title": "Gekaapt"})
    as_joris.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))

    page.refresh_from_db()
    assert page.title == "Het badhuis"
    assert page.latest_revision is None


def test_invitation_ends_when_it_is_withdrawn(client: Client, haven: Wijk) -> None:
    noor = lid("noor@sluisdam.example", Rol.WIJKBEHEERDER, haven)
    sent = invitations.invite(email="amira@wijk.example", wijk=haven, rol=Rol.SCHRIJVER)
    assert client.get(sent.link).status_code == 200

    invitations.withdraw(sent.uitnodiging, withdrawn_by=noor)

    assert client.get(sent.link).status_code == 404
    client.post(sent.link, {"first_name": "Amira", "password": "vier-buren-een-bus"})
    assert not User.objects.filter(email="amira@wijk.example").exists()


def test_new_password_ends_the_other_sessions(as_joris: Client, joris: User) -> None:
    assert as_joris.get("/beheer/").status_code == 200

    joris.set_password("een-heel-ander-wachtwoord")
    joris.save()

    assert as_joris.get("/beheer/").status_code == 302


MORE = {
    "is_superuser": "on",
    "is_staff": "on",
    "groups": "1",
    "user_permissions": "1",
    "rol": "beheerder",
    "wijk": "",
    "lidmaatschappen": "1",
}
"What somebody could send along to get more than they have."


@pytest.mark.parametrize("field", MORE)
def test_own_account_takes_no_rights(as_joris: Client, joris: User, field: str) -> None:
    roles = list(joris.lidmaatschappen.values_list("wijk", "rol"))

    as_joris.post(
        reverse("wagtailadmin_account"),
        {"name_email-first_name": "J", "name_email-last_name": "J", field: MORE[field],
         f"name_email-{field}": MORE[field]},
    )  # fmt: skip

    joris.refresh_from_db()
    assert (joris.is_superuser, joris.is_staff) == (False, False)
    assert not joris.groups.exists()
    assert not joris.user_permissions.exists()
    assert list(joris.lidmaatschappen.values_list("wijk", "rol")) == roles


@pytest.mark.parametrize("role", [Rol.BEHEERDER, Rol.STADSREDACTIE])
def test_ward_manager_gives_no_role_of_the_city(
    as_fatma: Client, fatma: User, sluis: Wijk, role: str
) -> None:
    own = fatma.lidmaatschappen.get()

    as_fatma.post(reverse("lidmaatschap:edit", args=[own.pk]), {"rol": role, "wijk": ""})
    as_fatma.post(reverse("uitnodiging:add"), {"email": "x@wijk.example", "rol": role, "wijk": ""})

    own.refresh_from_db()
    assert own.rol == Rol.WIJKBEHEERDER
    assert not Lidmaatschap.objects.filter(rol=role).exists()


def test_nobody_adds_themselves_to_another_ward(
    as_fatma: Client, fatma: User, haven: Wijk, sluis: Wijk
) -> None:
    data = {"email": fatma.email, "wijk": haven.pk, "rol": "wijkbeheerder"}

    as_fatma.post(reverse("uitnodiging:add"), data)
    as_fatma.post("/beheer/lidmaatschap/new/", {"user": fatma.pk, **data})
    as_fatma.post(
        reverse("lidmaatschap:edit", args=[fatma.lidmaatschappen.get().pk]),
        {**data, "rol": "redacteur"},
    )

    assert set(fatma.lidmaatschappen.values_list("wijk", flat=True)) == {sluis.pk}
    assert not haven.uitnodigingen.exists()


@pytest.mark.parametrize("role", [Rol.WIJKBEHEERDER, Rol.REDACTEUR])
def test_accounts_of_others_are_out_of_reach(haven: Wijk, bea: User, role: str) -> None:
    """Whoever could change the address of a city editor could ask for a new password there."""
    client = client_of(lid("noor@sluisdam.example", role, haven))
    edit = reverse("wagtailusers_users:edit", args=[bea.pk])
    data: dict[str, Any] = {"email": "kaper@wijk.example", "is_superuser": "on"}

    for address in (edit, reverse("wagtailusers_users:add"), reverse("wagtailusers_groups:add")):
        assert client.get(address).status_code == 302
        assert client.post(address, data).status_code == 302

    bea.refresh_from_db()
    assert bea.email == "bea@sluisdam.example"
    assert not User.objects.filter(is_superuser=True).exists()
