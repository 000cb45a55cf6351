"""No personal field goes out, in any format, of any state, class and visibility (rule R-41)."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from tests.factories.signalen import category, signal
from wijkteams.models import Wijk
from wijkteams.signalen.models import (
    Doorzending,
    Klasse,
    Medemelder,
    Melder,
    Openbaarheid,
    Opvolging,
    Signaal,
    SignaalFoto,
    Staat,
)

pytestmark = pytest.mark.django_db
MARK = "merkteken"
"In all that nobody may read."
WORDS = "eigenwoorden"
"In what only those of class 'openbaar' show."
COMBINATIONS = list(product(Staat.values, Klasse.values, Openbaarheid.values))
ADDRESSES = [
    f"/georeport/v2/{name}.{fmt}?extended={extended}"
    for name in ("requests", "servicerequestupdates", "services", "discovery")
    for fmt in ("json", "xml")
    for extended in ("true", "false")
]


def made(wijk: Wijk, staat: str, klasse: str, openbaarheid: str) -> Signaal:
    signaal = signal(
        wijk,
        public=False,
        categorie=category(f"soort-{klasse}", klasse),
        titel=f"{WORDS} in het kort",
        tekst=f"{WORDS} voluit",
        plaats_tekst="Kadeweg 9876, 5014 AB",
        latitude=52.012345,
        longitude=4.712345,
    )
    Signaal.objects.filter(pk=signaal.pk).update(staat=staat, openbaarheid=openbaarheid)
    Melder.objects.create(
        signaal=signaal, name=f"Jan {MARK}", email=f"{MARK}@x.example", phone=f"06{MARK}"
    )
    Medemelder.objects.create(signaal=signaal, email=f"{MARK}2@x.example", kenmerk=f"{MARK}k")
    Doorzending.objects.create(
        signaal=signaal, bericht=MARK, antwoord=MARK, antwoord_door=MARK, email=f"{MARK}@y.example"
    )
    Opvolging.objects.create(signaal=signaal, naar=staat, interne_notitie=MARK)
    Opvolging.objects.create(
        signaal=signaal, naar=Staat.OPGELOST, openbare_zin=MARK, wacht_op_tweede=True
    )
    foto = SignaalFoto(signaal=signaal, code=f"{MARK}{signaal.pk}")
    foto.file.save("foto.jpg", ContentFile(b"x"))
    return signaal


@pytest.fixture
def all_kinds(haven: Wijk, own_files: None) -> list[Signaal]:
    """One of each state, class and visibility, with a mark in all that is not for all."""
    return [made(haven, *combination) for combination in COMBINATIONS]


def test_no_mark_goes_out_in_any_list(client: Client, all_kinds: list[Signaal]) -> None:
    for url in ADDRESSES:
        response = client.get(url)
        body = response.content.decode().lower()

        assert response.status_code == 200, url
        assert MARK not in body, url
        assert "9876" not in body, url
        assert "5014" not in body, url


def test_each_alone_says_no_more_than_it_may(client: Client, all_kinds: list[Signaal]) -> None:
    for signaal in Signaal.objects.all():
        for fmt in ("json", "xml"):
            url = f"/georeport/v2/requests/{signaal.code}.{fmt}?extended=true"
            response = client.get(url)
            body = response.content.decode()

            assert response.status_code == (200 if signaal.is_openbaar else 404)
            assert MARK not in body
            assert (WORDS in body) is signaal.toont_tekst
            if signaal.klasse != Klasse.OPENBAAR:
                assert "52.012345" not in body
                assert "4.712345" not in body


def test_only_those_are_listed_that_all_may_see(client: Client, all_kinds: list[Signaal]) -> None:
    found: list[dict[str, Any]] = client.get("/georeport/v2/requests.json").json()

    shown = {row.code for row in Signaal.objects.all() if row.is_openbaar}
    assert {row["service_request_id"] for row in found} == shown
    assert len(shown) == len(Staat.values) * 2
    assert all(row["media_url"] is None for row in found)


def test_a_mark_would_be_seen(client: Client, haven: Wijk) -> None:
    """The negative control: what may be read is read here too."""
    signal(haven, titel=f"Kuil {MARK}")

    assert MARK in client.get("/georeport/v2/requests.json").content.decode()
