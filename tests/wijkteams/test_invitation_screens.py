"""Inviting somebody from the CMS, sending again and withdrawing."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.conftest import client_of
from tests.factories import lid
from wijkteams import invitations
from wijkteams.models import Uitnodiging, Wijk
from wijkteams.roles import Rol


@pytest.fixture
def noor(haven: Wijk) -> User:
    """Ward manager of Havenkwartier."""
    return lid("noor@sluisdam.example", Rol.WIJKBEHEERDER, haven)


@pytest.fixture
def as_noor(noor: User) -> Client:
    return client_of(noor)


def invitation_typed(ward: Wijk, **changes: Any) -> dict[str, Any]:
    return {"email": "amira@voorbeeld.example", "wijk": ward.pk, "rol": "redacteur", **changes}


def test_manager_invites_from_the_cms(as_noor: Client, noor: User, haven: Wijk) -> None:
    response = as_noor.post(reverse("uitnodiging:add"), invitation_typed(haven), follow=True)

    assert Uitnodiging.objects.get().invited_by == noor
    assert mail.outbox[0].to == ["amira@voorbeeld.example"]
    assert "is verstuurd" in response.content.decode()
    assert "Wacht op antwoord" in response.content.decode()


@pytest.mark.parametrize("rol", ["stadsredactie", "beheerder"])
def test_manager_invites_nobody_for_the_city(as_noor: Client, haven: Wijk, rol: str) -> None:
    response = as_noor.post(reverse("uitnodiging:add"), invitation_typed(haven, rol=rol))

    assert response.context["form"].errors["rol"]
    assert not Uitnodiging.objects.exists()


def test_city_editor_invites_no_administrator(as_bea: Client, haven: Wijk) -> None:
    data = invitation_typed(haven, rol="beheerder", wijk="")

    response = as_bea.post(reverse("uitnodiging:add"), data)

    assert "mag je niet geven" in str(response.context["form"].errors["rol"])
    assert not Uitnodiging.objects.exists()


def test_ward_role_without_ward_is_refused_at_the_field(as_bea: Client, haven: Wijk) -> None:
    response = as_bea.post(reverse("uitnodiging:add"), invitation_typed(haven, wijk=""))

    assert "Kies de wijk" in str(response.context["form"].errors["wijk"])


def test_who_has_the_role_is_named_at_the_field(as_noor: Client, wim: User, haven: Wijk) -> None:
    data = invitation_typed(haven, email=wim.email.upper(), rol="schrijver")

    response = as_noor.post(reverse("uitnodiging:add"), data)

    assert "heeft deze rol hier al" in str(response.context["form"].errors["email"])
    assert not mail.outbox


def test_sending_again_takes_a_click_and_a_confirmation(as_noor: Client, haven: Wijk) -> None:
    sent = invitations.invite(email="a@voorbeeld.example", wijk=haven, rol=Rol.REDACTEUR)
    url = reverse("uitnodiging:resend", args=[sent.uitnodiging.pk])
    mail.outbox.clear()

    assert as_noor.get(url).status_code == 200
    assert not mail.outbox
    response = as_noor.post(url, follow=True)

    assert "opnieuw verstuurd" in response.content.decode()
    assert len(mail.outbox) == 1
    assert Client().get(sent.link.removeprefix("http://testserver")).status_code == 404


def test_an_accepted_invitation_is_not_sent_again(as_noor: Client, haven: Wijk) -> None:
    sent = invitations.invite(email="a@voorbeeld.example", wijk=haven, rol=Rol.REDACTEUR)
    Uitnodiging.objects.update(accepted_at=sent.uitnodiging.created_at)
    mail.outbox.clear()

    url = reverse("uitnodiging:resend", args=[sent.uitnodiging.pk])
    response = as_noor.post(url, follow=True)

    assert "al aangenomen" in response.content.decode()
    assert not mail.outbox


def test_withdrawing_ends_the_link(as_noor: Client, haven: Wijk) -> None:
    sent = invitations.invite(email="a@voorbeeld.example", wijk=haven, rol=Rol.REDACTEUR)

    as_noor.post(reverse("uitnodiging:delete", args=[sent.uitnodiging.pk]))

    assert not Uitnodiging.objects.exists()
    assert Client().get(sent.link.removeprefix("http://testserver")).status_code == 404


def test_a_stranger_neither_resends_nor_withdraws(as_fatma: Client, haven: Wijk) -> None:
    sent = invitations.invite(email="a@voorbeeld.example", wijk=haven, rol=Rol.REDACTEUR)
    mail.outbox.clear()

    for screen in ("resend", "delete"):
        url = reverse(f"uitnodiging:{screen}", args=[sent.uitnodiging.pk])
        assert as_fatma.get(url).status_code == 302
        assert as_fatma.post(url).status_code == 302

    assert Uitnodiging.objects.get().token_hash == sent.uitnodiging.token_hash
    assert not mail.outbox


def test_a_role_got_in_the_meantime_is_told_in_the_form(
    as_noor: Client, haven: Wijk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_late(**kwargs: Any) -> None:
        raise ValidationError({"email": "Dit adres heeft deze rol hier al."})

    monkeypatch.setattr(invitations, "invite", too_late)

    response = as_noor.post(reverse("uitnodiging:add"), invitation_typed(haven))

    assert "heeft deze rol hier al" in response.content.decode()
    assert "amira@voorbeeld.example" in response.content.decode()
