"""Who runs the site sees what the DNS says about its mail, and what to do (requirement N14)."""

from __future__ import annotations

import base64
import time
from typing import Any

import dns.exception
import dns.resolver
import pytest
from django.test import Client

from nieuws.retouren.dnscheck import checks, records
from nieuws.retouren.dnscheck.findings import State
from nieuws.retouren.dnscheck.records import Answer, ask
from tests.conftest import client_of
from tests.factories import lid
from wijkteams.roles import Rol

SPF = "v=spf1 mx include:dienst.example -all"
KEY = base64.b64encode(b"k" * 294).decode()
ADDRESS = "/beheer/mailcontrole/"


@pytest.mark.parametrize(
    ("found", "state"),
    [
        ((SPF,), State.GOOD),
        (("google-site=1", SPF.upper()), State.GOOD),
        (("v=spf1 redirect=_spf.dienst.example",), State.GOOD),
        ((), State.WRONG),
        (("v=spf10 -all",), State.WRONG),
        ((SPF, SPF), State.WRONG),
        (("v=spf1 +all",), State.WRONG),
        (("v=spf1 mx all",), State.WRONG),
        (("v=spf1 " + "include:a.example " * 11 + "-all",), State.WRONG),
        (("v=spf1 mx ?all",), State.LOOK),
        (("v=spf1 mx",), State.LOOK),
        (None, State.UNKNOWN),
    ],
)
def test_which_servers_may_send(found: tuple[str, ...] | None, state: State) -> None:
    assert checks.spf("stad.example", Answer(found)).state == state


@pytest.mark.parametrize(
    ("found", "state"),
    [
        ((f"v=DKIM1; k=rsa; p={KEY}",), State.GOOD),
        ((f"v=DKIM1; k=rsa; p={KEY[:200]} {KEY[200:]}",), State.GOOD),
        (("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",), State.GOOD),
        ((f"v=DKIM1; p={base64.b64encode(b'k' * 162).decode()}",), State.LOOK),
        (("v=DKIM1; p=",), State.WRONG),
        (("v=DKIM1; p=***",), State.WRONG),
        ((), State.WRONG),
        (None, State.UNKNOWN),
    ],
)
def test_the_key_that_signs(found: tuple[str, ...] | None, state: State) -> None:
    assert checks.dkim("mail._domainkey.stad.example", Answer(found)).state == state


@pytest.mark.parametrize(
    ("found", "state"),
    [
        (("v=DMARC1; p=reject",), State.GOOD),
        (("v=DMARC1;p=quarantine; rua=mailto:a@stad.example",), State.GOOD),
        (("v=DMARC1; p=none",), State.LOOK),
        (("v=DMARC1; rua=mailto:a@stad.example",), State.WRONG),
        (("v=DMARC1; p=reject", "v=DMARC1; p=none"), State.WRONG),
        ((), State.WRONG),
        (None, State.UNKNOWN),
    ],
)
def test_what_others_do_with_false_mail(found: tuple[str, ...] | None, state: State) -> None:
    assert checks.dmarc("_dmarc.stad.example", Answer(found)).state == state


@pytest.mark.parametrize(
    ("found", "state"),
    [
        (("10 mx.stad.example.",), State.GOOD),
        (("0 .",), State.WRONG),
        ((), State.WRONG),
        (None, State.UNKNOWN),
    ],
)
def test_whether_answers_can_arrive(found: tuple[str, ...] | None, state: State) -> None:
    assert checks.receives("stad.example", Answer(found)).state == state


def test_returns_of_another_organisation_are_named() -> None:
    assert checks.together("stad.example", "retour.stad.example").state == State.GOOD
    assert checks.together("stad.example", "dienst.example").state == State.LOOK


def test_all_is_asked_at_once_and_no_answer_is_not_the_same_as_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def resolve(name: str, kind: str, lifetime: float) -> Any:
        time.sleep(0.2)
        if name == "leeg.example":
            raise dns.resolver.NXDOMAIN
        raise dns.exception.Timeout

    monkeypatch.setattr(records.dns.resolver, "resolve", resolve)
    start = time.monotonic()
    names = [f"weg{number}.example" for number in range(7)]
    told = ask([("leeg.example", "TXT"), *((name, "TXT") for name in names)])
    assert time.monotonic() - start < 1
    assert told["leeg.example", "TXT"].records == ()
    assert all(told[name, "TXT"].failed for name in names)


@pytest.fixture
def _dns(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    told = {
        ("stad.example", "TXT"): (SPF,),
        ("s1._domainkey.stad.example", "TXT"): (f"v=DKIM1; p={KEY}",),
        ("_dmarc.stad.example", "TXT"): ("v=DMARC1; p=none; <script>alert(1)</script>",),
        ("stad.example", "MX"): ("10 mx.stad.example.",),
    }
    settings.DEFAULT_FROM_EMAIL = "Sluisdam <post@wijken.stad.example>"
    settings.BOUNCE_ADDRESS = "retour@stad.example"
    settings.DKIM_SELECTORS = ["s1"]

    def _ask(question: tuple[str, str]) -> Answer:
        return Answer(told.get((question[0].replace("wijken.", ""), question[1]), ()))

    monkeypatch.setattr(records, "_ask", _ask)


@pytest.mark.django_db
@pytest.mark.usefixtures("_dns")
def test_the_screen_says_what_is_well_and_what_to_do(hub: object) -> None:
    answer = client_of(lid("bert@sluisdam.example", Rol.BEHEERDER, None)).get(ADDRESS)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "s1._domainkey.wijken.stad.example" in text
    assert "Kies dan p=quarantine" in text
    assert "<script>alert(1)" not in text
    assert text.count("w-status--primary") == 5


@pytest.mark.django_db
@pytest.mark.usefixtures("_dns")
def test_nobody_else_sees_it(as_joris: Client, as_bea: Client, client: Client) -> None:
    for visitor in (as_joris, as_bea):
        assert visitor.get(ADDRESS).status_code in (302, 403, 404)
    assert client.get(ADDRESS).status_code == 302
