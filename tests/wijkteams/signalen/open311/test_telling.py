"""A program with a key tells a signal; all others are refused (requirement O2, rule R-41)."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Q
from django.test import Client
from PIL import Image

from accounts.models import User
from tests.conftest import client_of
from tests.factories.signalen import category
from wijkteams.models import Wijk
from wijkteams.signalen.models import (
    Klasse,
    Melder,
    Open311Sleutel,
    Openbaarheid,
    Opvolging,
    Signaal,
    SignaalFoto,
)
from wijkteams.signalen.open311 import keys, photos

pytestmark = pytest.mark.django_db
URL = "/georeport/v2/requests.json"


@pytest.fixture
def sent(bounded: Wijk, api_key: str) -> dict[str, Any]:
    category("verkeer")
    return {
        "api_key": api_key,
        "jurisdiction_id": bounded.slug,
        "service_code": "verkeer",
        "lat": "52.0101",
        "long": "4.7101",
        "description": "De stoep ligt los. Ik viel bijna.",
        "first_name": "Sjoukje",
        "last_name": "Merkteken",
        "email": "sjoukje@bewoner.example",
    }


def refused(client: Client, data: dict[str, Any], status: int, **more: Any) -> str:
    response = client.post(URL, data, **more)
    assert response.status_code == status, response.content
    assert not Signaal.objects.exists()
    return str(response.json()[0]["description"])


def test_what_was_told_waits_for_the_team(client: Client, sent: dict[str, Any]) -> None:
    response = client.post(URL, sent)

    assert response.status_code == 200
    signaal = Signaal.objects.get()
    assert response.json()[0]["service_request_id"] == signaal.code
    assert signaal.openbaarheid == Openbaarheid.WACHT
    assert signaal.titel == "De stoep ligt los."
    assert Melder.objects.get().name == "Sjoukje Merkteken"
    assert "App van de corporatie" in Opvolging.objects.get(~Q(interne_notitie="")).interne_notitie
    assert client.get(f"/georeport/v2/requests/{signaal.code}.json").status_code == 404


def test_whose_address_was_sent_is_asked_first(client: Client, sent: dict[str, Any]) -> None:
    client.post(URL, sent)

    (asked,) = mail.outbox
    assert asked.to == ["sjoukje@bewoner.example"]
    assert "/signaal/bevestigen/" in asked.body
    assert sent["description"] not in asked.body
    assert Melder.objects.get().bevestigd_op is None


def test_xml_answers_in_xml_and_needs_no_cookie(sent: dict[str, Any]) -> None:
    strict = Client(enforce_csrf_checks=True)

    response = strict.post(URL.replace("json", "xml"), sent)

    assert response.status_code == 200
    assert Signaal.objects.get().code.encode() in response.content


@pytest.mark.parametrize("key", ["", "0" * 40, "x\x00y"])
def test_without_the_right_key_nothing_is_told(
    client: Client, sent: dict[str, Any], key: str
) -> None:
    assert refused(client, sent | {"api_key": key}, 400 if "\x00" in key else 403)


def test_a_login_is_no_key(sent: dict[str, Any], joris: User) -> None:
    sent.pop("api_key")
    assert refused(client_of(joris), sent, 403)


def test_a_revoked_key_tells_nothing_more(client: Client, sent: dict[str, Any]) -> None:
    Open311Sleutel.objects.update(is_actief=False)
    assert refused(client, sent, 403)


def test_a_key_of_a_ward_is_of_no_other(client: Client, sent: dict[str, Any], sluis: Wijk) -> None:
    Open311Sleutel.objects.update(wijk=sluis)
    assert refused(client, sent, 403)


def test_the_database_does_not_hold_the_key(sent: dict[str, Any]) -> None:
    row = Open311Sleutel.objects.get()

    assert sent["api_key"] not in (row.digest, row.begin)
    assert sent["api_key"].startswith(row.begin)
    assert keys.digest_of(sent["api_key"]) == row.digest


def test_ten_wrong_keys_and_the_door_is_shut(client: Client, sent: dict[str, Any]) -> None:
    for _n in range(10):
        refused(client, sent | {"api_key": "x"}, 403)

    response = client.post(URL, sent)
    assert response.status_code == 429
    assert response["Retry-After"] == "60"


def test_the_eleventh_in_a_second_waits(
    client: Client, sent: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys.PER_KEY, "seconds", 600)  # however slow this machine is
    for n in range(10):
        assert client.post(URL, sent | {"description": f"Kuil {n}"}).status_code == 200

    assert client.post(URL, sent | {"description": "Kuil"}).status_code == 429
    assert Signaal.objects.count() == 10


def test_sent_twice_is_told_once(client: Client, sent: dict[str, Any]) -> None:
    first, again = client.post(URL, sent), client.post(URL, sent)

    assert first.json() == again.json()
    assert Signaal.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "value", "status", "word"),
    [
        ("service_code", "", 400, "service_code"),
        ("service_code", "niets", 404, "service_code"),
        ("service_code", "zorg-en-eenzaamheid", 404, "service_code"),
        ("jurisdiction_id", "nergens", 404, "jurisdiction_id"),
        ("description", " ", 400, "description"),
        ("description", "x" * 4001, 400, "description"),
        ("description", "Mijn bsn is 111222333", 400, "BSN"),
        ("lat", "nan", 400, "lat"),
        ("lat", "", 400, "lat"),
        ("lat", "51.0", 400, "outside"),
        ("long", "inf", 400, "long"),
        ("email", "geen adres", 400, "email"),
        ("phone", "0" * 21, 400, "phone"),
    ],
)
def test_bad_input_is_refused_with_its_name(
    client: Client, sent: dict[str, Any], name: str, value: str, status: int, word: str
) -> None:
    assert word in refused(client, sent | {name: value}, status)


def test_the_ward_is_found_from_the_place(client: Client, sent: dict[str, Any]) -> None:
    sent.pop("jurisdiction_id")

    assert client.post(URL, sent).status_code == 200
    elsewhere = client.post(URL, sent | {"lat": "51.0", "description": "Elders"})
    assert elsewhere.status_code == 400


def test_an_address_will_do(client: Client, sent: dict[str, Any]) -> None:
    place = {"lat": "", "long": "", "address_string": "Kadeweg 12, 5014 AB"}

    assert client.post(URL, sent | place).status_code == 200
    assert Signaal.objects.get().openbaar_plaats == "Kadeweg"


def picture() -> SimpleUploadedFile:
    raw = BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "MerktekenCamera"
    Image.new("RGB", (40, 30), "red").save(raw, "JPEG", exif=exif)
    return SimpleUploadedFile("a.jpg", raw.getvalue(), "image/jpeg")


def test_a_photo_is_cleaned_and_waits(
    client: Client, sent: dict[str, Any], own_files: None
) -> None:
    assert client.post(URL, sent | {"media": picture()}).status_code == 200

    foto = SignaalFoto.objects.get()
    assert not foto.is_openbaar
    assert b"MerktekenCamera" not in foto.file.read()
    assert foto.signaal.klasse == Klasse.OPENBAAR


def test_what_is_no_photo_is_refused(client: Client, sent: dict[str, Any]) -> None:
    trick = SimpleUploadedFile("a.jpg", b"<svg onload=alert(1)>", "image/jpeg")

    assert "media" in refused(client, sent | {"media": trick}, 400)


@pytest.mark.parametrize("url", ["http://127.0.0.1/a.jpg", "file:///etc/passwd", "https://[::1]/a"])
def test_a_photo_from_inside_is_not_fetched(
    client: Client,
    sent: dict[str, Any],
    url: str,
) -> None:
    assert client.post(URL, sent | {"media_url": url}).status_code == 200

    assert photos.fetch_photo.call(Signaal.objects.get().pk, url) is False
    assert not SignaalFoto.objects.exists()


@pytest.mark.parametrize(
    "body",
    [
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>',
        '{"api_key": "x"}',
    ],
)
def test_only_forms_are_read(client: Client, sent: dict[str, Any], body: str) -> None:
    for kind in ("text/xml", "application/json", "multipart/form-data; boundary=x"):
        response = client.post(URL, body, content_type=kind)
        assert response.status_code in (400, 403)
        assert b"root:" not in response.content


def test_other_methods_change_nothing(client: Client, sent: dict[str, Any]) -> None:
    for method in ("put", "patch", "delete"):
        response = getattr(client, method)(URL, sent)
        assert response.status_code == 405
        assert "GET" in response["Allow"]
