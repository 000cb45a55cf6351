"""Screens and mails around logging in: our look, Dutch, one heading, and always a next step."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from bs4 import BeautifulSoup, Tag
from django.core import mail
from django.test import Client

from accounts.models import User
from tests.core.forms.page import complaints
from tests.factories.people import PASSWORD

pytestmark = pytest.mark.django_db

OPEN = [
    "/inloggen/",
    "/inloggen/gesloten/",
    "/inloggen/e-mail/verstuurd/",
    "/inloggen/e-mail/onbekend/",
    "/aanmelden/",
    "/wachtwoord/vergeten/",
    "/wachtwoord/vergeten/verstuurd/",
    "/wachtwoord/vergeten/klaar/",
]
LOGGED_IN = ["/wachtwoord/", "/inloggen/opnieuw/", "/uitloggen/"]
# Words of allauth and Django that were not ours, and words that are not for residents.
FOREIGN = re.compile(
    r"\b(password|e-mail address|sign (in|up|out)|please|your|je|jij|jouw)\b", re.IGNORECASE
)


def main_of(response: Any) -> Tag:
    page = BeautifulSoup(response.content, "html.parser")
    main = page.find("main")
    assert isinstance(main, Tag)
    return main


def check(response: Any, *, status: int = 200) -> None:
    main = main_of(response)
    assert response.status_code == status
    assert len(main.find_all("h1")) == 1
    assert main.find_all(["a", "button"]), "no way on"
    assert not FOREIGN.search(main.get_text(" "))
    assert not main.find(attrs={"placeholder": True})
    assert not complaints(BeautifulSoup(response.content, "html.parser"))


@pytest.mark.parametrize("path", OPEN)
def test_each_open_screen_is_ours(client: Client, hub: object, path: str) -> None:
    check(client.get(path))


@pytest.mark.parametrize(
    "path", ["/wachtwoord/vergeten/1-verlopen/", "/inloggen/e-mail/nieuw/verlopen/"]
)
def test_a_link_that_does_not_work_is_ours(client: Client, hub: object, path: str) -> None:
    check(client.get(path), status=404)


@pytest.mark.parametrize("path", LOGGED_IN)
def test_each_screen_of_who_is_logged_in_is_ours(as_joris: Client, path: str) -> None:
    check(as_joris.get(path))


def test_choosing_a_first_password_is_ours_too(as_joris: Client, joris: User) -> None:
    joris.set_unusable_password()
    joris.save()
    client = Client()
    client.force_login(joris, backend="django.contrib.auth.backends.ModelBackend")

    check(client.get("/wachtwoord/instellen/"))


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/inloggen/", {"login": "karin", "password": ""}),
        ("/inloggen/", {"login": "karin@s.example", "password": "fout-fout-fout"}),
        ("/wachtwoord/vergeten/", {"email": "karin"}),
    ],
)
def test_a_refusal_is_ours_and_stands_in_the_title(
    client: Client, hub: object, path: str, data: dict[str, str]
) -> None:
    response = client.post(path, data)

    check(response)
    html = response.content.decode()
    assert 'role="alert"' in html
    assert "Nog niet goed" in html.partition("</title>")[0]


def test_a_new_password_is_refused_in_our_words(as_joris: Client) -> None:
    typed = {"oldpassword": "fout", "password1": "kort", "password2": "anders"}

    response = as_joris.post("/wachtwoord/", typed)

    check(response)
    text = main_of(response).get_text(" ")
    assert "Dit is niet het wachtwoord dat u nu hebt" in text
    assert "minstens 12 tekens" in text


def test_two_different_passwords_are_refused(as_joris: Client) -> None:
    typed = {"oldpassword": PASSWORD, "password1": "vijf-buren-een-tuin", "password2": "anders"}

    response = as_joris.post("/wachtwoord/", typed)

    assert "De twee wachtwoorden zijn niet hetzelfde." in response.content.decode()


@pytest.mark.parametrize("path", ["/wachtwoord/", "/wachtwoord/vergeten/1-set-password/"])
def test_the_rules_for_a_password_are_told_before_typing(
    as_joris: Client, joris: User, client: Client, path: str
) -> None:
    if path.startswith("/wachtwoord/vergeten"):
        page = client.get(reset_link(client, joris), follow=True)
    else:
        page = as_joris.get(path)

    main = main_of(page)
    described = main.find(id="id_password1_helptext")

    assert described is not None
    assert "Minstens 12 tekens" in described.get_text()
    check(page)


def reset_link(client: Client, user: User) -> str:
    client.post("/wachtwoord/vergeten/", {"email": user.email})
    found = re.search(r"http://testserver(/wachtwoord/\S+)", str(mail.outbox[-1].body))
    assert found
    return found[1]


def html_of(message: Any) -> str:
    ((html, kind),) = message.alternatives
    assert kind == "text/html"
    return str(html)


def test_the_mail_with_a_link_is_plain_dutch_in_text_and_html(client: Client, joris: User) -> None:
    link = reset_link(client, joris)

    (message,) = mail.outbox
    html = BeautifulSoup(html_of(message), "html.parser")
    assert message.subject == "Kies een nieuw wachtwoord voor Wijkplein"
    assert html.find("a", href=f"http://testserver{link}")
    assert html.find("html", lang="nl")
    assert not FOREIGN.search(f"{message.body} {html.get_text(' ')}")


def test_the_mail_says_rightly_how_long_the_link_works(
    client: Client, joris: User, settings: Any
) -> None:
    reset_link(client, joris)

    assert "drie dagen" in str(mail.outbox[-1].body)
    assert timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT) == timedelta(days=3)


def test_an_unknown_address_gets_a_mail_that_explains(client: Client, hub: object) -> None:
    client.post("/wachtwoord/vergeten/", {"email": "niemand@sluisdam.example"})

    (message,) = mail.outbox
    assert message.subject == "Wij kennen dit adres niet bij Wijkplein"
    assert not FOREIGN.search(f"{message.body} {html_of(message)}")


def test_a_changed_password_is_told_by_mail(as_joris: Client, joris: User) -> None:
    EmailAddress.objects.create(user=joris, email=joris.email, primary=True, verified=True)
    new = "vijf-buren-een-tuin"

    response = as_joris.post(
        "/wachtwoord/", {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )

    assert response.status_code == 302
    (message,) = mail.outbox
    assert message.subject == "Uw wachtwoord voor Wijkplein is gewijzigd"
    assert "Deed u dit niet?" in str(message.body)
    assert "127.0.0.1" not in str(message.body)
    assert not FOREIGN.search(f"{message.body} {html_of(message)}")


def test_a_password_chosen_by_link_is_told_by_mail_and_ends_at_logging_in(
    client: Client, joris: User
) -> None:
    page = client.get(reset_link(client, joris), follow=True)
    new = "vijf-buren-een-tuin"

    done = client.post(page.request["PATH_INFO"], {"password1": new, "password2": new}, follow=True)

    check(done)
    assert done.request["PATH_INFO"] == "/wachtwoord/vergeten/klaar/"
    assert mail.outbox[-1].subject == "Uw wachtwoord voor Wijkplein is gewijzigd"


def test_an_address_is_confirmed_after_a_question(client: Client, joris: User) -> None:
    address = EmailAddress.objects.create(user=joris, email=joris.email, primary=True)
    path = f"/inloggen/e-mail/{EmailConfirmationHMAC(address).key}/"

    page = client.get(path)
    check(page)
    assert "Klopt dit e-mailadres?" in main_of(page).get_text()
    client.post(path)

    address.refresh_from_db()
    assert address.verified


def test_a_closed_account_is_told_whom_to_ask(client: Client, joris: User) -> None:
    joris.is_active = False
    joris.save()

    response = client.post("/inloggen/", {"login": joris.email, "password": PASSWORD}, follow=True)

    check(response)


def test_welcome_and_goodbye_are_in_our_words(client: Client, joris: User) -> None:
    client.post("/inloggen/", {"login": joris.email, "password": PASSWORD})
    client.post("/uitloggen/")

    text = main_of(client.get("/inloggen/")).get_text(" ")

    assert "U bent uitgelogd." in text
    assert not FOREIGN.search(text)


@pytest.mark.parametrize(
    ("path", "offered"), [("/inloggen/", True), ("/wachtwoord/vergeten/", False)]
)
def test_seeing_what_one_types_is_offered_where_there_is_a_password(
    client: Client, hub: object, path: str, offered: bool
) -> None:
    html = client.get(path).content.decode()

    assert ("js/wachtwoord.js" in html) is offered
    assert ('<template id="toon-wachtwoord">' in html) is offered
