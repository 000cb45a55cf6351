"""A thousand questions that make no sense are answered, and none is a mistake of ours (R-41)."""

from __future__ import annotations

import random
from typing import Any

import pytest
from django.test import Client

from tests.factories.signalen import category, signal
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db
NAMES = (
    *("jurisdiction_id", "service_request_id", "service_code", "start_date", "end_date"),
    *("status", "page", "page_size", "extended", "lat", "long", "address_string", "email"),
    *("description", "media_url", "first_name", "phone", "attribute[x]", "__proto__"),
)
VALUES = (
    *("", " ", "0", "-1", "1", "1e309", "nan", "٣", "9" * 400, "true", "open", "closed,open"),
    *("\x00", "\ud800", "' OR 1=1 --", "<script>", "../../etc/passwd", "%s%n", "{{7*7}}"),
    *("2026-01-01", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00", "2026-13-40T99:99:99"),
    *("2026-11-01T00:00:00 01:00", "52.01", "4.71", "verkeer", "havenkwartier", "\u202e", "💥"),
    *("x" * 5000, ",", ",,,,", "a,b,c", "²", "12:00", "T", "-", "+", "&", "=", "\r\nX-Evil: 1"),
)
PATHS = (
    *("requests.json", "requests.xml", "services.json", "services.xml", "discovery.xml"),
    *("servicerequestupdates.json", "requests/{}.json", "services/{}.xml", "requests/{}.xml"),
    *("{}.json", "{}", "services/{}", "tokens/{}.xml"),
)


def _rest(dice: random.Random) -> str:
    word = dice.choice(VALUES).encode("utf-8", "replace").decode()
    kept = "".join(sign for sign in word if sign.isalnum() or sign in "-_,.")[:100]
    return dice.choice(PATHS).format(kept or "x")


def _data(dice: random.Random) -> dict[str, str]:
    values = (dice.choice(VALUES) for _n in range(4))
    return {dice.choice(NAMES): value.encode("utf-8", "replace").decode() for value in values}


@pytest.mark.parametrize("seed", range(4))
def test_two_hundred_and_fifty_questions(
    client: Client, bounded: Wijk, api_key: str, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wijkteams.signalen.open311.keys.PER_KEY.limit", 10_000)
    category("verkeer")
    signal(bounded)
    dice = random.Random(seed)
    client.raise_request_exception = True

    for _n in range(250):
        data: Any = _data(dice)
        if dice.random() < 0.4:
            data = {"api_key": api_key, "service_code": "verkeer", "description": "Kuil"} | data
            response = client.post("/georeport/v2/requests.json", data)
        else:
            response = client.get(f"/georeport/v2/{_rest(dice)}", data)
        assert response.status_code < 500, data
        assert "X-Evil" not in response.headers
