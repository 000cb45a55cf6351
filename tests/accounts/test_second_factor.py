"""A second step to log in (R-27): an app or a recovery code; kept so that nobody can read it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from accounts.models import User
from accounts.second_factor.recovery import codes_left, make_codes
from tests.accounts.codes import code_of, give_app
from tests.accounts.test_account_pages import check, html_of, main_of
from tests.conftest import client_of
from tests.factories.people import PASSWORD

pytestmark = pytest.mark.django_db

OVERVIEW = "/inloggen/tweede-stap/"
STEP = "/inloggen/tweede-stap/code/"
APP = "/inloggen/tweede-stap/app/"
CODES = "/inloggen/tweede-stap/herstelcodes/"


def log_in(client: Client, user: User) -> Any:
    return client.post("/inloggen/", {"login": user.email, "password": PASSWORD})


def prove(client: Client) -> None:
    """Type the password once more."""
    client.post("/inloggen/opnieuw/", {"password": PASSWORD})


def is_in(client: Client) -> bool:
    return client.get("/beheer/").status_code == 200


def test_password_alone_is_not_enough_when_there_is_an_app(client: Client, joris: User) -> None:
    secret = give_app(joris)

    response = log_in(client, joris)
    assert response["Location"] == STEP
    assert not is_in(client)
    check(client.get(STEP))
    client.post(STEP, {"code": code_of(secret)})

    assert is_in(client)


def test_without_a_second_step_the_password_is_enough(client: Client, joris: User) -> None:
    log_in(client, joris)

    assert is_in(client)


def test_a_code_of_the_app_works_once(client: Client, joris: User) -> None:
    code = code_of(give_app(joris))
    log_in(client, joris)
    client.post(STEP, {"code": code})
    assert is_in(client)

    other = Client()
    log_in(other, joris)
    answer = other.post(STEP, {"code": code})

    assert not is_in(other)
    assert "Deze code klopt niet" in answer.content.decode()


def test_the_once_is_kept_by_the_row_of_used_codes(
    client: Client, joris: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("accounts.second_factor.forms._is_first_use", lambda user, code: True)
    code = code_of(give_app(joris))
    for browser in (client, Client()):
        log_in(browser, joris)
        browser.post(STEP, {"code": code})

        assert is_in(browser), "the control must show that the code itself was right"


def test_five_wrong_codes_close_the_door(client: Client, joris: User) -> None:
    secret = give_app(joris)
    log_in(client, joris)

    answers = [client.post(STEP, {"code": "000000"}).status_code for _ in range(5)]
    right = client.post(STEP, {"code": code_of(secret)})

    assert answers == [200] * 5
    assert right.status_code == 429
    assert 0 < int(right["Retry-After"]) <= 900
    assert not is_in(client)


def test_a_recovery_code_works_once(client: Client, joris: User) -> None:
    give_app(joris)
    code = make_codes(joris)[3]
    for browser, expected in ((client, True), (Client(), False)):
        log_in(browser, joris)
        browser.post(STEP, {"code": f" {code.upper()} "})

        assert is_in(browser) is expected
    assert codes_left(joris) == 9


def test_codes_of_somebody_else_do_not_work(client: Client, joris: User, wim: User) -> None:
    give_app(joris)
    make_codes(joris)
    log_in(client, joris)
    client.post(STEP, {"code": make_codes(wim)[0]})

    assert not is_in(client)


def test_nothing_in_the_database_shows_a_secret_or_a_code(joris: User) -> None:
    secret, codes = give_app(joris), make_codes(joris)

    stored = str(list(Authenticator.objects.values_list("data", flat=True)))

    assert secret not in stored
    assert not [code for code in codes if code in stored or code.replace("-", "") in stored]


def test_setting_up_an_app_asks_the_password_first(as_joris: Client) -> None:
    response = as_joris.get(APP)

    assert response["Location"].startswith("/inloggen/opnieuw/")
    prove(as_joris)
    assert as_joris.get(APP).status_code == 200


def test_an_app_is_set_up_without_javascript_and_gives_codes_once(
    as_joris: Client, joris: User
) -> None:
    prove(as_joris)
    page = as_joris.get(APP)
    check(page)
    assert "<svg" in page.content.decode()
    assert "data:" not in page.content.decode()
    found = main_of(page).find("code")
    assert found
    secret = found.get_text()

    done = as_joris.post(APP, {"code": code_of(secret)})

    check(done)
    codes = re.findall(r"<code>([a-z2-9]{5}-[a-z2-9]{5})</code>", done.content.decode())
    assert len(codes) == 10
    assert done["Cache-Control"] == "private, no-store"
    assert mail.outbox[-1].to == [joris.email]
    assert "app met codes toegevoegd" in str(mail.outbox[-1].body)
    assert "app met codes toegevoegd" in html_of(mail.outbox[-1])
    again = as_joris.get(CODES).content.decode()
    assert not [code for code in codes if code in again]


def test_a_wrong_code_does_not_set_up_an_app(as_joris: Client, joris: User) -> None:
    prove(as_joris)
    as_joris.get(APP)

    response = as_joris.post(APP, {"code": "123"})

    check(response)
    assert not Authenticator.objects.filter(user=joris).exists()


def test_codes_come_as_a_file_and_nothing_else_does(as_joris: Client) -> None:
    good = ["abcde-fgh23", "jkmnp-qrst4"]

    response = as_joris.post(f"{CODES}bestand/", {"code": [*good, "<script>"]})

    assert response.content.decode().split() == good
    assert response["Content-Disposition"].startswith("attachment")
    assert as_joris.post(f"{CODES}bestand/", {"code": "=1+1"}).status_code == 404


def test_removing_the_app_asks_first_and_takes_the_codes_along(
    as_joris: Client, joris: User
) -> None:
    give_app(joris)
    make_codes(joris)
    path = f"{APP}weghalen/"
    assert as_joris.post(path)["Location"].startswith("/inloggen/opnieuw/")
    prove(as_joris)
    check(as_joris.get(path))
    assert Authenticator.objects.filter(user=joris).count() == 2

    as_joris.post(path)

    assert not Authenticator.objects.filter(user=joris).exists()
    assert "weggehaald" in str(mail.outbox[-1].body)


def test_a_passkey_of_somebody_else_is_not_there(as_joris: Client, wim: User) -> None:
    key = Authenticator.objects.create(user=wim, type="webauthn", data={"name": "van Wim"})
    prove(as_joris)

    response = as_joris.post(f"/inloggen/tweede-stap/sleutel/{key.pk}/weghalen/")

    assert response.status_code == 404
    assert Authenticator.objects.filter(pk=key.pk).exists()


@pytest.mark.parametrize("path", [OVERVIEW, "/inloggen/apparaten/"])
def test_each_screen_is_ours(as_joris: Client, path: str) -> None:
    check(as_joris.get(path))


@pytest.mark.parametrize(
    "path", [CODES, "/inloggen/tweede-stap/sleutel/", "/inloggen/opnieuw/code/", OVERVIEW]
)
def test_each_screen_of_who_has_an_app_is_ours(joris: User, path: str) -> None:
    give_app(joris)
    client = client_of(joris)
    prove(client)

    check(client.get(path))


def test_who_has_an_app_and_a_passkey_may_prove_it_in_each_way(joris: User) -> None:
    give_app(joris)
    data = {"name": "mijn telefoon", "credential": {}}
    Authenticator.objects.create(user=joris, type="webauthn", data=data)

    page = client_of(joris).get("/inloggen/opnieuw/?next=/wachtwoord/")

    check(page)
    ways = {str(link["href"]) for link in main_of(page).find_all("a")}
    assert "/inloggen/opnieuw/code/?next=%2Fwachtwoord%2F" in ways
    assert "/inloggen/opnieuw/sleutel/?next=%2Fwachtwoord%2F" in ways
