"""An address for the results stands apart from answers, and its page tells nobody who left one."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils import timezone

from enquetes.models import Enquete, Uitslagmail
from tests.enquetes.toegang.conftest import Make

ANNA = "anna@bewoner.example"


def _url(enquete: Enquete) -> str:
    return f"/enquete/{enquete.code}/uitslag-per-mail/"


def _leave(client: Client, enquete: Enquete, email: str = ANNA) -> str:
    return client.post(_url(enquete), {"email": email}, follow=True).content.decode()


def test_an_address_is_kept_once(client: Client, make: Make) -> None:
    enquete = make()

    pages = {re.sub(r"csrf\w+\W+\w+", "", _leave(client, enquete)) for _time in range(3)}

    assert len(pages) == 1
    assert Uitslagmail.objects.get().email == ANNA


def test_nothing_ties_an_address_to_an_answer() -> None:
    links = {field.name for field in Uitslagmail._meta.get_fields() if field.is_relation}
    moments = [one.name for one in Uitslagmail._meta.fields if "Date" in type(one).__name__]

    assert links == {"enquete"}
    assert moments == []


def test_the_language_goes_along(client: Client, make: Make) -> None:
    client.post(f"/en{_url(make())}", {"email": ANNA})

    assert Uitslagmail.objects.get().language == "en"


@pytest.mark.parametrize("email", ["", "x", "anna@bewoner.example\nBcc: b@x.example"])
def test_what_is_no_address_is_not_kept(client: Client, make: Make, email: str) -> None:
    response = client.post(_url(make()), {"email": email})

    assert response.status_code == 200
    assert not Uitslagmail.objects.exists()


@pytest.mark.parametrize("change", [{"uitslag_mailen": False}, {"uitslag_op": timezone.now()}])
def test_no_address_is_asked_when_nothing_will_be_mailed(
    client: Client, make: Make, change: dict[str, object]
) -> None:
    enquete = make()
    Enquete.objects.update(**change)

    _leave(client, enquete)

    assert not Uitslagmail.objects.exists()


def test_who_leaves_many_is_stopped(client: Client, make: Make) -> None:
    enquete = make()
    answers = [
        client.post(_url(enquete), {"email": f"lid{number}@x.example"}).status_code
        for number in range(101)
    ]

    assert answers[99] == 302
    assert answers[100] == 429
