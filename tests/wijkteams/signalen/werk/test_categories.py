"""The kinds of signals: a ward keeps its own, the city keeps those of all."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import signalen as make
from wijkteams.models import Wijk
from wijkteams.signalen.models import Categorie

pytestmark = pytest.mark.django_db


def _sent(wijk: Wijk | None, **more: object) -> dict[str, object]:
    return {
        "wijk": wijk.pk if wijk else "",
        "name": "Geluid van de haven",
        "klasse": "beperkt",
        "plaats": "afgerond",
        "straal": "100",
        "volgorde": "50",
        "is_actief": "on",
        **more,
    }


def test_a_ward_makes_its_own_and_sees_those_of_the_city(as_fatma: Client, sluis: Wijk) -> None:
    city = make.category()
    assert as_fatma.post(reverse("categorie:add"), _sent(sluis)).status_code == 302
    assert Categorie.objects.get(wijk=sluis).slug == "geluid-van-de-haven"
    assert city.name in as_fatma.get(reverse("categorie:index")).content.decode()


def test_those_of_the_city_and_of_others_are_locked(
    as_fatma: Client, as_joris: Client, sluis: Wijk
) -> None:
    own = make.category("eigen", wijk=sluis)
    for client, row in ((as_fatma, make.category()), (as_joris, own)):
        for screen in ("edit", "delete"):
            assert client.get(reverse(f"categorie:{screen}", args=[row.pk])).status_code != 200
    assert as_fatma.get(reverse("categorie:edit", args=[own.pk])).status_code == 200


@pytest.mark.parametrize(
    ("field", "value"), [("straal", "5"), ("plaats", "precies"), ("name", "EIGEN")]
)
def test_what_cannot_be_is_said_next_to_the_field(
    as_fatma: Client, sluis: Wijk, field: str, value: str
) -> None:
    make.category("eigen", wijk=sluis)
    response = as_fatma.post(reverse("categorie:add"), _sent(sluis, **{field: value}))
    assert field in response.context["form"].errors


def test_one_with_signals_stays(as_fatma: Client, sluis: Wijk) -> None:
    own = make.category("eigen", wijk=sluis)
    make.signal(sluis, categorie=own)
    as_fatma.post(reverse("categorie:delete", args=[own.pk]))
    assert Categorie.objects.filter(pk=own.pk).exists()
