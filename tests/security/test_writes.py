"""Looking changes nothing, and what changes something asks for a token (R-30)."""

from __future__ import annotations

import hashlib
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.apps import apps
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.db import connection
from django.test import Client

from accounts.models import User
from tests.factories.people import PASSWORD
from tests.security.addresses import Ground

# What a visit leaves behind, and no more:
MAY_CHANGE = {
    "django_session",
    "accounts_apparaat",  # where one is logged in, and when last
    "core_poging",  # a wrong link counts as a try, whoever clicks it
    "wijkteams_rendition",  # the one quick picture, until the worker has made the others
    "account_emailaddress",  # allauth copies the address of an account that it meets
    "wagtailadmin_editingsession",  # Wagtail: who is working on what now
    "wagtailcore_pagesubscription",  # Wagtail: whether an editor wants mail about a page
    "wagtailusers_userprofile",  # Wagtail: how an editor wants the CMS to look
}
STRANGERS = (
    "//kwaad.example", "///kwaad.example", "////kwaad.example", "https://kwaad.example",
    "http:kwaad.example", "https:/kwaad.example", "/\\kwaad.example", "\\\\kwaad.example",
    "/\t/kwaad.example", "/\n/kwaad.example", "\t//kwaad.example", " //kwaad.example",
    "//kwaad.example/beheer/", "//kwaad.example\\@testserver", "https://testserver@kwaad.example",
    "https://kwaad.example#testserver", "https://testserver.kwaad.example", "javascript:alert(1)",
    "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "vbscript:x", "ftp://kwaad",
    "//0x7f000001", "//[::1]/", "//kwaad。example", "https:///kwaad.example", "//kwaad.example%00",
    "http://testserver:81@kwaad.example/", "/%5Ckwaad.example\r\nX: y",
)  # fmt: skip


def print_of_tables() -> dict[str, str]:
    """A print of all rows of each table."""
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            table = model._meta.db_table
            cursor.execute(f'SELECT * FROM "{table}" ORDER BY 1')  # noqa: S608 - our own names
            text = repr(cursor.fetchall()).encode()
            found[table] = hashlib.sha256(text).hexdigest()
    return found


def changed(before: dict[str, str]) -> set[str]:
    after = print_of_tables()
    return {table for table in after if after[table] != before[table]} - MAY_CHANGE


def look_around(client: Client, ground: Ground, method: str) -> set[str]:
    client.raise_request_exception = False
    before = print_of_tables()
    for path in ground.paths():
        response = client.generic(method, path)
        if response.streaming:
            list(response.streaming_content)  # or its file stays open
    return changed(before)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_reader_who_looks_everywhere_changes_nothing(
    client: Client, ground: Ground, method: str
) -> None:
    assert not look_around(client, ground, method)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_volunteer_who_looks_everywhere_changes_nothing(
    as_joris: Client, ground: Ground, method: str
) -> None:
    assert not look_around(as_joris, ground, method)


def test_the_print_sees_one_changed_word(ground: Ground) -> None:
    before = print_of_tables()

    type(ground.item).objects.filter(pk=ground.item.pk).update(summary="Anders.")

    assert changed(before) == {"nieuws_nieuwspage"}


def test_nothing_is_changed_without_a_token(joris: User, ground: Ground) -> None:
    """Every address, as the volunteer, with a form that stands on another site."""
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(joris, backend="django.contrib.auth.backends.ModelBackend")
    before, statuses = print_of_tables(), {}

    for path in ground.paths():
        response = client.post(path, {"title": "kwaad", "name": "kwaad"})
        statuses[path] = response.status_code

    let_in = {path for path, status in statuses.items() if status not in {403, 404, 405}}
    assert not let_in
    assert not changed(before)
    assert list(statuses.values()).count(403) > 200


def test_with_a_token_the_same_form_is_taken(as_joris: Client, ground: Ground) -> None:
    path = f"/beheer/buurt/edit/{ground.numbers['buurt']}/"

    response = as_joris.post(path, {"name": "De Kade", "wijk": ground.wijk.pk, "slug": "kade"})

    assert response.status_code == 302


@pytest.mark.parametrize("target", STRANGERS)
def test_after_logging_in_nobody_is_led_away(joris: User, target: str) -> None:
    client = Client()

    response = client.post(
        "/inloggen/", {"login": joris.email, "password": PASSWORD, REDIRECT_FIELD_NAME: target}
    )

    assert response.status_code in {302, 200, 400}
    stays(response)


def test_an_address_of_our_own_is_followed(joris: User) -> None:
    response = Client().post(
        "/inloggen/",
        {"login": joris.email, "password": PASSWORD, REDIRECT_FIELD_NAME: "/beheer/account/"},
    )

    assert response.headers["Location"] == "/beheer/account/"


def stays(response: Any) -> None:
    location = response.headers.get("Location", "/")
    parts = urlsplit(location.replace("\\", "/"))
    assert parts.scheme in {"", "http"}
    assert parts.netloc in {"", "testserver"}
    assert not location.replace("\\", "/").startswith("//")
