"""Who sends: nobody knows, or who they said; and a right to answer is used once (S4, S5)."""

from __future__ import annotations

import pytest

from enquetes.bus.services import empty
from enquetes.models import Afzender, Deelname, Enquete, Envelop, Inzending
from tests.enquetes.invullen.filling import Resident, dogs
from tests.factories.enquetes import key
from wijkteams.models import Buurt, Wijk


def filled_in(enquete: Enquete, deelname: int | None = None) -> Resident:
    resident = Resident(enquete)
    resident.begin(deelname=deelname)
    resident.fill(1, v1=key(102))
    resident.fill(2, v3="Mijn verhaal")
    return resident


def test_by_name_a_name_and_an_address_are_asked(haven: Wijk) -> None:
    karin = filled_in(dogs(haven, anonimiteit="op_naam"))
    answer = karin.send()
    assert set(answer.context["form"].errors) == {"naam", "email"}
    karin.send(naam="Karin", email="karin@voorbeeld.nl")
    assert Afzender.objects.get().inzending == Inzending.objects.get()


def test_in_confidence_a_name_may_stay_empty(haven: Wijk) -> None:
    karin = filled_in(dogs(haven, anonimiteit="vertrouwelijk"))
    assert karin.send().url == karin.url("bedankt")
    assert Inzending.objects.count() == 1
    assert not Afzender.objects.exists()


@pytest.mark.parametrize("naam", ["BSN 111222333", "x" * 121])
def test_a_name_is_a_name(haven: Wijk, naam: str) -> None:
    karin = filled_in(dogs(haven, anonimiteit="op_naam"))
    answer = karin.send(naam=naam, email="karin@voorbeeld.nl")
    assert answer.context["form"].errors["naam"]
    assert not Inzending.objects.exists()


def test_anonymous_asks_nothing_and_takes_no_name_that_is_sent_anyway(haven: Wijk) -> None:
    karin = filled_in(dogs(haven))
    page = karin.client.get(karin.url("controle")).content.decode().split("<main")[1]
    assert 'name="naam"' not in page
    karin.send(naam="Karin", email="karin@voorbeeld.nl")
    empty(karin.enquete)
    assert not Afzender.objects.exists()


def test_of_two_with_one_code_the_second_is_told_and_keeps_what_they_wrote(haven: Wijk) -> None:
    enquete = dogs(haven, toegang="huiscode")
    buurt = Buurt.objects.create(wijk=haven, name="De Kade", slug="kade")
    right = Deelname.objects.create(enquete=enquete, soort="huiscode", digest="x", buurt=buurt)
    first, second = filled_in(enquete, right.pk), filled_in(enquete, right.pk)
    assert first.send().url == first.url("bedankt")
    answer = second.send()
    assert answer.status_code == 409
    assert "Mijn verhaal" in answer.content.decode()
    assert Envelop.objects.count() == 1
    empty(enquete)
    assert Inzending.objects.get().buurt == buurt


def test_without_a_right_nothing_is_sent_where_one_is_needed(haven: Wijk) -> None:
    karin = filled_in(dogs(haven, toegang="mail"))
    assert karin.send().status_code == 409
    assert Envelop.objects.count() == 0
