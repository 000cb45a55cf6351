"""No link that opens something stands in a log, of whatever room it is (rules R-08, R-41)."""

from __future__ import annotations

import pytest

from core.security.log_filter import masked
from wijkteams.signalen import tokens


@pytest.mark.parametrize("purpose", tokens.PURPOSES)
@pytest.mark.parametrize("path", ["/signaal/mijn/{}/", "/en/signaal/partner/{}/foto/", "/x/?t={}"])
def test_a_token_is_masked_in_any_address(purpose: str, path: str) -> None:
    token = tokens.make(purpose, "0123456789abcdef" * 2)

    said = masked(f'"GET {path.format(token)} HTTP/1.1" 200')

    assert token[:32] not in said
    assert token[33:] not in said


def test_a_key_of_a_program_is_masked() -> None:
    assert "geheim" not in masked("POST /georeport/v2/requests.json?api_key=geheim 403")
