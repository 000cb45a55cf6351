"""From a code on a letter to an answer that counts: once, of a buurt, and of nobody."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from enquetes.bus.services import empty
from enquetes.models import Deelname, Enquete, Inzending
from enquetes.toegang import codes
from tests.enquetes.toegang.conftest import Make
from tests.factories.enquetes import key
from wijkteams.models import Buurt, Wijk


@pytest.fixture
def buurt(haven: Wijk) -> Buurt:
    """A buurt of the ward."""
    found = Buurt.objects.filter(wijk=haven).first()
    return found or Buurt.objects.create(wijk=haven, name="Kadebuurt", code="BU0001")


def _fill_in(client: Client, enquete: Enquete) -> None:
    client.post(f"/enquete/{enquete.code}/", {"code": codes.made_of(enquete, 1)})
    client.post(f"/enquete/{enquete.code}/1/", {key(1): key(101)})


def _send(client: Client, enquete: Enquete) -> Any:
    return client.post(f"/enquete/{enquete.code}/controle/", follow=True)


def test_a_code_becomes_one_answer_of_its_buurt(client: Client, make: Make, buurt: Buurt) -> None:
    enquete = make("huiscode")
    codes.make(enquete, 1, buurt)

    _fill_in(client, enquete)
    assert Deelname.objects.get().used is False  # half filled in uses nothing up
    assert _send(client, enquete).status_code == 200
    empty(enquete)

    answer = Inzending.objects.get()
    assert (answer.buurt, answer.antwoorden) == (buurt, {key(1): key(101)})
    assert Deelname.objects.get().used is True


def test_two_of_one_house_are_one_answer_and_the_second_is_told(make: Make) -> None:
    enquete = make("huiscode")
    codes.make(enquete, 1)
    first, second = Client(), Client()
    for client in (first, second):
        _fill_in(client, enquete)

    _send(first, enquete)
    response = _send(second, enquete)
    empty(enquete)

    assert response.status_code == 409
    assert Inzending.objects.count() == 1


def test_an_answer_has_no_column_that_leads_to_a_right() -> None:
    related = {field.related_model for field in Inzending._meta.get_fields() if field.is_relation}

    assert Deelname not in related
