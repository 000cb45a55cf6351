from __future__ import annotations

import pytest
from django.utils.crypto import salted_hmac

from core.security.signed_codes import LENGTH, SignedCodes, new_code
from nieuws.abonneren import tokens as letters
from wijkteams.moderatie import tokens as reports
from wijkteams.organisaties import link as partners
from wijkteams.signalen import tokens as signals

CODES = SignedCodes("proef", ["lezen", "schrijven"])


def test_a_token_opens_its_own_purpose_only() -> None:
    code = new_code()
    token = CODES.make("lezen", code)
    assert len(token) == LENGTH
    assert CODES.code_of("lezen", token) == code
    assert CODES.code_of("schrijven", token) is None
    assert SignedCodes("ander", ["lezen"]).code_of("lezen", token) is None


def test_one_letter_changed_opens_nothing() -> None:
    token = CODES.make("lezen", new_code())
    for place, sign in enumerate(token):
        other = "0" if sign != "0" else "1"
        assert CODES.code_of("lezen", f"{token[:place]}{other}{token[place + 1 :]}") is None


@pytest.mark.parametrize("text", ["", "-", "a" * LENGTH, "é" * LENGTH, "\x00"])
def test_other_texts_are_no_tokens(text: str) -> None:
    assert CODES.code_of("lezen", text) is None


def test_a_purpose_that_is_not_known_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="eten"):
        CODES.make("eten", new_code())


@pytest.mark.parametrize(
    ("token", "salt"),
    [
        (letters.make(letters.AFMELDEN, "a" * 32), "nieuws.abonneren.afmelden"),
        (signals.make(signals.STATUS, "a" * 32), "wijkteams.signalen.status"),
        (reports.make(reports.MELDING, "a" * 32), "wijkteams.moderatie.melding"),
        (partners.make("a" * 32), "wijkteams.organisaties.eigen"),
    ],
)
def test_links_that_were_mailed_stay_what_they_were(token: str, salt: str) -> None:
    made = salted_hmac(salt, "a" * 32, algorithm="sha256").hexdigest()[:40]
    assert token == f"{'a' * 32}-{made}"
