"""Inviting somebody by mail, and accepting it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts.models import User
from wijkteams import invitations
from wijkteams.models import Lidmaatschap, Uitnodiging, Wijk
from wijkteams.roles import Rol

EMAIL = "amira@voorbeeld.example"
PASSWORD = "drie-bruggen-een-plein"
ACCOUNT = {
    "first_name": "Amira",
    "last_name": "Benali",
    "password": PASSWORD,
    "password_again": PASSWORD,
}


def invited(wijk: Wijk | None, rol: str = Rol.SCHRIJVER, **extra: Any) -> str:
    """The path of the link in a fresh invitation."""
    sent = invitations.invite(**{"email": EMAIL, "wijk": wijk, "rol": rol, **extra})
    return sent.link.removeprefix("http://testserver")


def state_of_everything() -> tuple[Any, ...]:
    return (
        list(User.objects.values_list("pk", "last_login", "password")),
        list(Lidmaatschap.objects.values_list()),
        list(Uitnodiging.objects.values_list()),
        len(mail.outbox),
    )


def test_mail_says_who_invites_for_what(haven: Wijk, bea: User) -> None:
    link = invited(haven, Rol.WIJKBEHEERDER, invited_by=bea)

    message = mail.outbox[0]
    html = message.alternatives[0].content
    assert message.to == [EMAIL]
    assert message.subject == "Doe je mee met het wijkteam van Havenkwartier?"
    for text in (message.body, html):
        assert "Bea nodigt je uit om mee te doen met het wijkteam van Havenkwartier" in text
        assert "Wijkbeheerder" in text
        assert link in text


def test_a_name_with_markup_does_no_harm_in_the_mail(hub: object, bea: User) -> None:
    from wijkteams.services import open_ward

    wijk = open_ward(name="<b>Haven</b> & co", slug="haven-en-co")
    invited(wijk, invited_by=bea)

    message = mail.outbox[0]
    assert "<b>Haven</b> & co" in message.subject
    assert "<b>Haven</b> & co" in message.body
    assert "&lt;b&gt;Haven&lt;/b&gt; &amp; co" in message.alternatives[0].content


def test_only_a_hash_of_the_link_is_kept(haven: Wijk) -> None:
    token = invited(haven).strip("/").split("/")[-1]

    row = Uitnodiging.objects.values().get()
    assert len(token) >= 43  # 32 random bytes
    assert all(token not in str(value) for value in row.values())


def test_link_is_valid_for_fourteen_days(haven: Wijk) -> None:
    invited(haven)

    term = Uitnodiging.objects.get().expires_at - timezone.now()
    assert timedelta(days=6, hours=23) < term <= timedelta(days=7)


def test_looking_changes_nothing(client: Client, haven: Wijk, bea: User) -> None:
    link = invited(haven, invited_by=bea)
    before = state_of_everything()

    answers = [client.get(link) for _ in range(3)] + [client.head(link) for _ in range(3)]

    assert {answer.status_code for answer in answers} == {200}
    assert "Bea nodigt je uit" in answers[0].content.decode()
    assert EMAIL in answers[0].content.decode()
    assert "no-store" in answers[0]["Cache-Control"]
    assert state_of_everything() == before


def test_new_volunteer_gets_account_role_and_is_logged_in(client: Client, haven: Wijk) -> None:
    link = invited(haven)

    response = client.post(link, ACCOUNT)

    user = User.objects.get(email=EMAIL)
    assert (response.status_code, response["Location"]) == (302, "/beheer/")
    assert user.get_full_name() == "Amira Benali"
    assert user.check_password(PASSWORD)
    assert not user.is_superuser
    assert not user.is_staff
    assert list(user.lidmaatschappen.values_list("wijk", "rol")) == [(haven.pk, Rol.SCHRIJVER)]
    assert client.get("/beheer/").status_code == 200
    assert Uitnodiging.objects.get().accepted_at is not None


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"password": "kort", "password_again": "kort"}, "password", "minstens 12 tekens"),
        (
            {"password": "wachtwoord12", "password_again": "iets-anders"},
            "password_again",
            "niet",
        ),
        ({"password": "1q2w3e4r5t6y", "password_again": "1q2w3e4r5t6y"}, "password", "raadt"),
        ({"password": EMAIL, "password_again": EMAIL}, "password", "e-mailadres"),
        ({"first_name": ""}, "first_name", "verplicht"),
    ],
)
def test_wrong_answers_get_a_dutch_message_and_the_link_still_works(
    client: Client, haven: Wijk, changes: dict[str, str], field: str, message: str
) -> None:
    link = invited(haven)

    response = client.post(link, {**ACCOUNT, **changes})

    assert message in " ".join(response.context["form"].errors[field])
    assert not User.objects.filter(email=EMAIL).exists()
    assert client.post(link, ACCOUNT).status_code == 302


def test_more_cannot_be_asked_for_than_was_offered(
    client: Client, haven: Wijk, sluis: Wijk
) -> None:
    link = invited(haven)

    client.post(
        link,
        {
            **ACCOUNT,
            "rol": "beheerder",
            "wijk": sluis.pk,
            "email": "root@voorbeeld.example",
            "is_superuser": "on",
            "is_staff": "on",
            "is_active": "on",
            "groups": "1",
        },
    )

    user = User.objects.get(email=EMAIL)
    assert not user.is_superuser
    assert not user.is_staff
    assert list(user.lidmaatschappen.values_list("wijk", "rol")) == [(haven.pk, Rol.SCHRIJVER)]


def test_invitation_of_somebody_who_left_lets_nobody_in(sluis: Wijk, fatma: User) -> None:
    sent = invitations.invite(
        email="nieuw@sluisdam.example", wijk=sluis, rol=Rol.REDACTEUR, invited_by=fatma
    )
    token = sent.link.rstrip("/").rpartition("/")[2]
    assert invitations.open_invitation(token) == sent.uitnodiging

    fatma.lidmaatschappen.all().delete()

    with pytest.raises(invitations.InvitationGone):
        invitations.open_invitation(token)
