"""Where one person comes: behind an address that nobody can guess."""

from __future__ import annotations

import uuid
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils.crypto import salted_hmac

from tests.factories.activiteiten import activiteit, weekly
from tests.wijkteams.activiteiten.ical.reading_back import events, one
from wijkteams.activiteiten.ical.personal import personal_address, personal_webcal
from wijkteams.activiteiten.models import Aanmelding, Activiteit, ActiviteitPage, AgendaPage

Status = Aanmelding.Status


def signed_up(found: Activiteit, email: str = "anna@example.nl", **said: Any) -> Aanmelding:
    values: dict[str, Any] = {
        "activiteit": found,
        "keer": found.keren.first(),
        "status": Status.BEVESTIGD,
        "name": "Anna",
        "email": email,
        "code": uuid.uuid4().hex,
        "request_key": uuid.uuid4().hex,
    }
    return Aanmelding.objects.create(**values | said)


def address(row: Aanmelding) -> str:
    return urlsplit(personal_address(row)).path


@pytest.fixture
def coffee(haven_agenda: AgendaPage) -> Activiteit:
    return activiteit(haven_agenda, "Koffie", rule=weekly(count=3))


@pytest.fixture
def soup(haven_agenda: AgendaPage) -> Activiteit:
    return activiteit(haven_agenda, "Soep")


def test_all_that_one_signed_up_for_is_there(
    client: Client, coffee: Activiteit, soup: Activiteit
) -> None:
    row = signed_up(coffee)
    signed_up(soup, email="ANNA@example.nl", status=Status.WACHTLIJST)
    signed_up(soup, email="piet@example.nl")

    found = {str(event["SUMMARY"]): event for event in events(client, address(row))}

    assert found.keys() == {"Koffie", "Wachtlijst: Soep"}
    assert str(found["Koffie"]["STATUS"]) == "CONFIRMED"
    assert str(found["Wachtlijst: Soep"]["STATUS"]) == "TENTATIVE"
    assert "RRULE" not in found["Koffie"]


def test_whoever_comes_to_the_whole_series_has_all_of_it(
    client: Client, coffee: Activiteit
) -> None:
    assert one(client, address(signed_up(coffee, keer=None)))["RRULE"]["COUNT"] == [3]


def test_what_one_left_is_cancelled(client: Client, coffee: Activiteit) -> None:
    row = signed_up(coffee)
    before = one(client, address(row))
    Aanmelding.objects.update(status=Status.AFGEMELD)
    after = one(client, address(row))

    assert str(after["STATUS"]) == "CANCELLED"
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    signed_up(coffee)
    assert str(one(client, address(row))["STATUS"]) == "CONFIRMED"


def test_what_is_gone_from_the_site_is_cancelled(client: Client, coffee: Activiteit) -> None:
    row = signed_up(coffee)
    before = one(client, address(row))
    ActiviteitPage.objects.get().unpublish()
    after = one(client, address(row))

    assert (str(after["STATUS"]), after["UID"]) == ("CANCELLED", before["UID"])
    assert after["DTSTART"].dt == before["DTSTART"].dt
    assert after["SEQUENCE"] > before["SEQUENCE"]


def test_without_a_mail_address_one_sees_this_sign_up_alone(
    client: Client, coffee: Activiteit, soup: Activiteit
) -> None:
    row = signed_up(coffee, email="")
    signed_up(soup, email="")

    assert len(events(client, address(row))) == 1


def test_an_unconfirmed_sign_up_opens_nothing(
    client: Client, coffee: Activiteit, soup: Activiteit
) -> None:
    """Anybody can type the address of somebody else in a form."""
    row = signed_up(coffee, status=Status.ONBEVESTIGD)
    signed_up(soup)

    assert client.get(address(row)).status_code == 404


def test_the_answer_is_nobody_elses(client: Client, coffee: Activiteit) -> None:
    response = client.get(address(signed_up(coffee)))

    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]
    assert "Anna" not in response.content.decode()
    assert "example.nl" not in response.content.decode()


def test_a_telephone_opens_the_address_itself(coffee: Activiteit) -> None:
    assert personal_webcal(signed_up(coffee)).startswith("webcal://testserver/mijn-agenda/")


@pytest.mark.parametrize("wrong", ["", "x", "seal of another purpose", "upper", "shorter", "other"])
def test_wrong_addresses_open_nothing(client: Client, coffee: Activiteit, wrong: str) -> None:
    row, other = signed_up(coffee), signed_up(coffee, email="piet@example.nl")
    right = address(row).removesuffix(".ics").removeprefix("/mijn-agenda/")
    code, _dot, seal = right.partition(".")
    tokens = {
        "": code,
        "x": f"{code}.x",
        "seal of another purpose": f"{code}.{salted_hmac('aanmelding', code).hexdigest()[:32]}",
        "upper": f"{code}.{seal.upper()}",
        "shorter": f"{code}.{seal[:-1]}",
        "other": f"{other.code}.{seal}",
    }

    assert client.get(f"/mijn-agenda/{tokens[wrong]}.ics").status_code == 404
    assert client.get(address(row)).status_code == 200


def test_guessing_is_stopped(client: Client, coffee: Activiteit) -> None:
    answers = [client.get(f"/mijn-agenda/{n}.{n:032x}.ics").status_code for n in range(12)]

    assert answers == [404] * 10 + [429] * 2
    assert client.get(address(signed_up(coffee))).status_code == 429


def test_nothing_changes_by_looking(client: Client, coffee: Activiteit) -> None:
    row = signed_up(coffee)
    before = Aanmelding.objects.values().get()
    client.get(address(row))
    client.head(address(row))

    assert Aanmelding.objects.values().get() == before
    assert client.post(address(row)).status_code == 405
