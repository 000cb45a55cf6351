"""The team merges and undoes it in the CMS, in their own ward only."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.conftest import client_of
from tests.factories import lid
from tests.factories.initiatieven import initiatief
from wijkteams.initiatieven.models import Initiatief, Samenvoeging, Staat
from wijkteams.initiatieven.samenvoegen.merging import merge
from wijkteams.models import Wijk
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db
WHY = "Beide groepen willen een bus."


@pytest.fixture
def bus(haven: Wijk) -> Initiatief:
    return initiatief(haven, title="Boodschappenbus")


@pytest.fixture
def taxi(haven: Wijk) -> Initiatief:
    return initiatief(haven, title="Buurttaxi")


def url(name: str, one: Initiatief) -> str:
    return reverse(f"samenvoegen:{name}", args=[one.pk])


def screen(client: Client, one: Initiatief) -> str:
    return client.get(reverse("initiatieven:een", args=[one.pk])).content.decode()


def into_of(one: Initiatief) -> Initiatief | None:
    return Initiatief.objects.get(pk=one.pk).samengevoegd_in


def test_merges_and_undoes_from_the_screen_of_an_initiative(
    as_joris: Client, joris: User, bus: Initiatief, taxi: Initiatief
) -> None:
    assert url("samen", bus) in screen(as_joris, bus)
    assert "Buurttaxi (Idee, laatste bericht" in as_joris.get(url("samen", bus)).content.decode()

    as_joris.post(url("samen", bus), {"met": taxi.pk, "reden": WHY})
    assert into_of(taxi) == bus
    assert Samenvoeging.objects.get().door == joris
    assert "Samengevoegd en losgemaakt" in screen(as_joris, bus)
    assert WHY in screen(as_joris, taxi)
    assert url("los", taxi) in screen(as_joris, taxi)

    assert WHY in as_joris.get(url("los", taxi)).content.decode()
    assert into_of(taxi) == bus  # looking undoes nothing
    as_joris.post(url("los", taxi))
    assert into_of(taxi) is None
    assert "maakte het los" in screen(as_joris, taxi)
    assert as_joris.post(url("los", taxi), follow=True).status_code == 200


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"met": []}, "Vink ten minste één initiatief aan."),
        ({"reden": " "}, "Vul dit in."),
        ({"met": ["999999"]}, "999999"),
        ({"met": ["9" * 30]}, "9"),
        ({"met": ["x"]}, "x"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    as_joris: Client, bus: Initiatief, taxi: Initiatief, wrong: dict[str, Any], said: str
) -> None:
    sent = {"met": [str(taxi.pk)], "reden": "Dit typte ik.", **wrong}
    response = as_joris.post(url("samen", bus), sent)

    assert response.status_code == 422
    assert said in str(response.context["form"].errors)
    assert "reden" in wrong or "Dit typte ik." in response.content.decode()
    assert not Samenvoeging.objects.exists()


def test_who_is_second_is_told(as_joris: Client, haven: Wijk, bus: Initiatief) -> None:
    done = initiatief(haven, title="Bakfiets", staat=Staat.KLAAR)
    Initiatief.objects.filter(pk=bus.pk).update(staat=Staat.GESTOPT)

    response = as_joris.post(url("samen", bus), {"met": done.pk, "reden": WHY})

    assert response.status_code == 422
    assert "kan niet verdergaan" in response.content.decode()


def test_a_merged_one_leads_to_undoing(
    as_joris: Client, joris: User, bus: Initiatief, taxi: Initiatief
) -> None:
    merge(bus.pk, [taxi.pk], WHY, joris)

    assert as_joris.get(url("samen", taxi))["Location"] == url("los", taxi)
    assert as_joris.get(url("los", bus))["Location"].endswith(f"/{bus.pk}/")


def test_likely_ones_are_offered_and_any_can_be_found(
    as_joris: Client, haven: Wijk, bus: Initiatief
) -> None:
    taxi = initiatief(haven, title="De boodschappenbus")
    rows = [
        Initiatief(translation_key=f"{n:032x}", wijk=haven, title=f"Plan {n}") for n in range(40)
    ]
    Initiatief.objects.bulk_create(rows)

    offered = as_joris.get(url("samen", bus)).context["form"].fields["met"].queryset
    assert len(offered) == 20
    assert offered[0] == taxi  # older, but it looks like it
    found = as_joris.get(url("samen", bus), {"q": "plan 33"}).context["form"].fields["met"].queryset
    assert [one.title for one in found] == ["Plan 33"]
    nothing = as_joris.get(url("samen", bus), {"q": "bestaat niet"})
    assert "Hier past geen ander initiatief" in nothing.content.decode()


def test_another_ward_sees_and_changes_nothing(
    as_joris: Client, sluis: Wijk, bus: Initiatief, taxi: Initiatief
) -> None:
    other = initiatief(sluis, title="Van een ander")
    assert "Van een ander" not in as_joris.get(url("samen", bus)).content.decode()
    response = as_joris.post(url("samen", bus), {"met": other.pk, "reden": WHY})
    assert response.status_code == 422

    stranger = client_of(lid("els@sluisdam.example", Rol.WIJKBEHEERDER, sluis))
    for client in (stranger, Client()):
        for name in ("samen", "los"):
            assert client.get(url(name, bus)).status_code != 200
            client.post(url(name, bus), {"met": taxi.pk, "reden": WHY})
    assert not Samenvoeging.objects.exists()


def test_looking_for_another_keeps_what_was_ticked_and_written(
    as_joris: Client, bus: Initiatief, taxi: Initiatief, haven: Wijk
) -> None:
    garden = initiatief(haven, title="Buurttuin")
    sent = {"q": "tuin", "zoek": "", "met": str(taxi.pk), "reden": WHY}
    response = as_joris.post(url("samen", bus), sent)
    text = response.content.decode()
    assert response.status_code == 200
    assert into_of(taxi) is None
    assert f'value="{taxi.pk}" id="id_met_' in text
    assert text.count(" checked") == 1
    assert f'value="{garden.pk}"' in text
    assert WHY in text
    as_joris.post(url("samen", bus), {"q": "tuin", "met": [taxi.pk, garden.pk], "reden": WHY})
    assert into_of(taxi) == into_of(garden) == bus
