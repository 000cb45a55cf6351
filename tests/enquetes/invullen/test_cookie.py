"""The secret of what is half filled in: for this host, for no script, until the browser closes."""

from __future__ import annotations

from typing import Any

from enquetes.invullen import cookie
from tests.enquetes.invullen.filling import Resident, dogs
from tests.factories.enquetes import key
from wijkteams.models import Wijk


def test_on_a_real_site_the_cookie_is_locked_to_it(haven: Wijk, settings: Any) -> None:
    settings.SESSION_COOKIE_SECURE = True
    karin = Resident(dogs(haven))
    karin.begin()
    name = f"__Host-concept-{karin.enquete.code}"
    found = karin.client.cookies[name]
    assert (found["secure"], found["httponly"], found["samesite"]) == (True, True, "Lax")
    assert (found["path"], found["domain"]) == ("/", "")
    assert found["max-age"] == found["expires"] == ""
    karin.fill(1, v1=key(102))
    karin.fill(2)
    karin.send()
    assert karin.client.cookies[name].value == ""


def test_on_a_machine_of_a_developer_it_works_without_https(haven: Wijk) -> None:
    assert cookie.name_of(dogs(haven)).startswith("concept-")
