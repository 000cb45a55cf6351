"""Each field has the type that the standard and its published schema give it (requirement O2)."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from tests.factories.signalen import category, signal
from wijkteams.models import Wijk
from wijkteams.signalen import services
from wijkteams.signalen.models import Klasse, Staat

pytestmark = pytest.mark.django_db
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
TEXT_OR_NONE = (str, type(None))
NUMBER_OR_NONE = (int, float, type(None))
REQUEST: dict[str, tuple[type, ...]] = {
    "service_request_id": (str,),
    "status": (str,),
    "status_notes": TEXT_OR_NONE,
    "service_name": TEXT_OR_NONE,
    "service_code": (str,),
    "description": TEXT_OR_NONE,
    "agency_responsible": TEXT_OR_NONE,
    "service_notice": TEXT_OR_NONE,
    "requested_datetime": (str,),
    "updated_datetime": TEXT_OR_NONE,
    "expected_datetime": TEXT_OR_NONE,
    "address": TEXT_OR_NONE,
    "address_id": TEXT_OR_NONE,
    "zipcode": TEXT_OR_NONE,
    "lat": NUMBER_OR_NONE,
    "long": NUMBER_OR_NONE,
    "media_url": TEXT_OR_NONE,
}
SERVICE: dict[str, tuple[type, ...]] = {
    "service_code": (str,),
    "service_name": (str,),
    "description": TEXT_OR_NONE,
    "metadata": (bool,),
    "type": (str,),
    "keywords": TEXT_OR_NONE,
    "group": TEXT_OR_NONE,
}


def fits(row: dict[str, Any], shape: dict[str, tuple[type, ...]]) -> None:
    assert list(row) == list(shape)
    for name, types in shape.items():
        assert type(row[name]) in types, name


def test_signals_of_each_kind_fit(client: Client, haven: Wijk) -> None:
    signal(haven, tekst="x" * 5000)
    signal(haven, hele_wijk=True, latitude=None, longitude=None, plaats_tekst="")
    signal(haven, categorie=category("overlast", Klasse.BEPERKT))
    done = signal(haven)
    services.step(done.pk, Staat.GEEN_ACTIE, openbare_zin="Dit hoort bij de gemeente.")

    found = client.get("/georeport/v2/requests.json").json()

    assert len(found) == 4
    for row in found:
        fits(row, REQUEST)
        assert row["status"] in {"open", "closed"}
        assert len(row["description"]) <= 4000
        assert MOMENT.fullmatch(row["requested_datetime"])
        assert MOMENT.fullmatch(row["updated_datetime"])


def test_services_fit(client: Client, haven: Wijk) -> None:
    found = client.get("/georeport/v2/services.json").json()

    assert found
    for row in found:
        fits(row, SERVICE)
        assert row["type"] in {"realtime", "batch", "blackbox"}
