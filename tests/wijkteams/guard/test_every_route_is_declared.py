"""Every address under /beheer/ stands in a table of the guard; what does not, opens for nobody."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.routes import all_routes
from wijkteams.guard import classify, declare, rules
from wijkteams.guard.classify import rule_of
from wijkteams.guard.rules import Who

CMS = [route for route in all_routes() if route.is_cms]
NUMBERS = {"IntConverter", "regex"}
NAMED_ROWS = {"pk", "object_id"}
"Arguments that name a row although the address takes any text there."


def names_a_row(argument: str, kind: str) -> bool:
    return kind in NUMBERS or argument in NAMED_ROWS


def test_there_are_as_many_addresses_as_the_cms_has() -> None:
    assert len(CMS) > 200


def test_every_address_is_declared() -> None:
    forgotten = [route.name for route in CMS if rule_of(route.name) is None]

    assert not forgotten, "stand in no table of wijkteams/guard"


def test_something_is_asked_about_every_number_in_an_address() -> None:
    forgotten = [
        (route.name, name)
        for route in CMS
        if (rule := rule_of(route.name)) is not None and rule.who is Who.EDITORS
        for name, kind in route.arguments
        if names_a_row(name, kind) and name not in rule.asks
    ]

    assert not forgotten


@pytest.mark.django_db
def test_address_that_nobody_declared_is_refused(
    as_joris: Client, as_bea: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert as_joris.get("/beheer/images/").status_code == 200

    monkeypatch.delitem(classify.TABLE, "wagtailimages:index")

    assert as_joris.get("/beheer/images/").status_code == 403
    assert as_bea.get("/beheer/images/").status_code == 403


def test_an_app_declares_its_own_screens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "_declared", {})

    declare({"signalen:kaart": rules.OPEN})

    assert rule_of("signalen:kaart") is rules.OPEN
    assert rule_of("signalen:lijst") is None
