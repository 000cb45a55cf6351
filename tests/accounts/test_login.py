"""Logging in to /beheer/: by e-mail address, one door, nobody makes an account alone."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from django.core import mail
from django.test import Client

from accounts.models import User
from tests.accounts.codes import code_of, give_app
from tests.factories.people import PASSWORD

pytestmark = pytest.mark.django_db


def test_editor_logs_in_and_comes_where_they_wanted(client: Client, joris: User) -> None:
    response = client.post(
        "/inloggen/?next=/beheer/images/",
        {"login": joris.email, "password": PASSWORD, "next": "/beheer/images/"},
    )

    assert response["Location"] == "/beheer/images/"


def test_capitals_in_the_address_do_not_matter(client: Client, joris: User) -> None:
    response = client.post("/inloggen/", {"login": "JORIS@Sluisdam.Example", "password": PASSWORD})

    assert response.status_code == 302


def test_wrong_password_gets_a_dutch_error_and_keeps_the_address(
    client: Client, joris: User
) -> None:
    response = client.post("/inloggen/", {"login": joris.email, "password": "fout-fout-fout"})

    html = response.content.decode()
    assert response.status_code == 200
    assert joris.email in html
    assert "wachtwoord" in html.lower()
    assert "not correct" not in html


def test_wrong_password_and_unknown_address_look_alike(client: Client, joris: User) -> None:
    def answer(address: str) -> str:
        html = client.post(
            "/inloggen/", {"login": address, "password": "fout-fout"}
        ).content.decode()
        html = re.sub(r'csrfmiddlewaretoken" value="[^"]+"', "", html)
        return html.replace(address, "")

    assert answer(joris.email) == answer("niemand@sluisdam.example")


AWAY = [
    "//evil.example",
    "///evil.example",
    "////evil.example",
    "https://evil.example",
    "HTTPS://evil.example",
    "https:evil.example",
    "https:/evil.example",
    "https:///evil.example",
    "http://evil.example",
    "ftp://evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\t//evil.example",
    " //evil.example",
    "\x00//evil.example",
    "\x08//evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "//testserver@evil.example",
    "https://testserver@evil.example",
    "https://testserver.evil.example",
    "https://evil.example/testserver",
    "https://evil.example#testserver",
    "https://evil.example?testserver",
    "https://[::1]@evil.example",
    "//evil%2eexample",
    "\u3000//evil.example",
    "https://evil。example",
]


@pytest.mark.parametrize("target", AWAY)
def test_next_never_leads_away(client: Client, joris: User, target: str) -> None:
    response = client.post(
        "/inloggen/", {"login": joris.email, "password": PASSWORD, "next": target}
    )

    assert urljoin("https://testserver/inloggen/", response["Location"]).startswith(
        "https://testserver/beheer/"
    )


def test_next_never_leads_away_after_a_second_step(client: Client, joris: User) -> None:
    secret = give_app(joris)
    data = {"login": joris.email, "password": PASSWORD, "next": "//evil.example"}
    client.post("/inloggen/", data)

    response = client.post("/inloggen/tweede-stap/code/", {"code": code_of(secret)})

    assert response["Location"] == "/beheer/"


@pytest.mark.parametrize("target", AWAY[:8])
def test_next_never_leads_away_after_a_proof(as_joris: Client, target: str) -> None:
    data = {"password": PASSWORD, "next": target}

    assert as_joris.post("/inloggen/opnieuw/", data)["Location"] == "/beheer/"


def test_nobody_signs_up_alone(client: Client, hub: object) -> None:
    client.post(
        "/aanmelden/",
        {"email": "nieuw@sluisdam.example", "password1": PASSWORD, "password2": PASSWORD},
    )

    assert not User.objects.filter(email="nieuw@sluisdam.example").exists()


def test_there_is_no_second_door(client: Client, hub: object) -> None:
    assert client.get("/beheer/login/")["Location"].startswith("/inloggen/")
    assert client.get("/django-admin/").status_code == 404


def test_password_is_reset_by_mail(client: Client, joris: User) -> None:
    client.post("/wachtwoord/vergeten/", {"email": joris.email})

    (message,) = mail.outbox
    link = re.search(r"http://testserver(/wachtwoord/\S+)", str(message.body))
    assert link, message.body
    page = client.get(link[1], follow=True)
    assert page.status_code == 200
    client.post(
        page.request["PATH_INFO"],
        {"password1": "vijf-buren-een-tuin", "password2": "vijf-buren-een-tuin"},
    )
    joris.refresh_from_db()
    assert joris.check_password("vijf-buren-een-tuin")


def test_reset_for_an_unknown_address_tells_nothing(client: Client, joris: User) -> None:
    known = client.post("/wachtwoord/vergeten/", {"email": joris.email})
    unknown = client.post("/wachtwoord/vergeten/", {"email": "niemand@sluisdam.example"})

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])


def test_logging_out_takes_a_post(as_joris: Client) -> None:
    as_joris.get("/uitloggen/")
    assert as_joris.get("/beheer/").status_code == 200

    as_joris.post("/uitloggen/")
    assert as_joris.get("/beheer/").status_code == 302


def test_nobody_changes_an_address_without_proof(as_joris: Client, joris: User) -> None:
    as_joris.post("/inloggen/e-mail/", {"action_add": "", "email": "ander@sluisdam.example"})
    as_joris.post("/inloggen/e-mail/", {"action_primary": "", "email": "ander@sluisdam.example"})

    joris.refresh_from_db()
    assert joris.email == "joris@sluisdam.example"
    assert as_joris.get("/inloggen/e-mail/")["Location"].startswith("/inloggen/opnieuw/")
