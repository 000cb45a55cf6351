"""What travels compressed, and what does not."""

from __future__ import annotations

import gzip

from django.test import Client

from wijkteams.models import Wijk

ASKED = {"Accept-Encoding": "gzip, br"}


def test_a_page_for_everybody_is_compressed(client: Client, haven: Wijk) -> None:
    plain = client.get("/havenkwartier/")
    packed = client.get("/havenkwartier/", headers=ASKED)

    assert packed["Content-Encoding"] == "gzip"
    assert len(packed.content) < len(plain.content) / 2
    assert gzip.decompress(packed.content) == plain.content
    assert "Accept-Encoding" in packed["Vary"]


def test_a_form_with_a_token_is_not(client: Client, db: None) -> None:
    answer = client.get("/inloggen/", headers=ASKED)

    assert "csrftoken" in str(answer.cookies)
    assert "Content-Encoding" not in answer


def test_what_a_volunteer_sees_is_not(as_joris: Client, haven: Wijk) -> None:
    for path in ("/havenkwartier/", "/beheer/"):
        assert "Content-Encoding" not in as_joris.get(path, headers=ASKED), path
