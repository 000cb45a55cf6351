from __future__ import annotations

from typing import Any

import pytest

from nieuws.retouren import verp

CODE, OTHER = "5e" * 16, "ab" * 16


def test_an_address_that_we_made_is_read_back() -> None:
    assert verp.zending_code(f"To: <{verp.return_path(CODE)}>") == CODE
    assert verp.abonnement_code(verp.leave_address(CODE)) == CODE


def test_a_server_may_write_it_in_capitals() -> None:
    assert verp.zending_code(verp.return_path(CODE).upper()) == CODE


def test_the_signature_of_one_mail_does_not_serve_for_another() -> None:
    forged = verp.return_path(CODE).replace(CODE, OTHER)
    assert verp.zending_code(forged) is None
    assert verp.is_like_ours(forged)


def test_a_return_address_does_not_end_a_subscription_nor_the_other_way_round() -> None:
    as_leave = verp.return_path(CODE).replace("+", "+a")
    as_return = verp.leave_address(CODE).replace("+a", "+")
    assert verp.abonnement_code(as_leave) is None
    assert verp.zending_code(as_return) is None


@pytest.mark.parametrize("place", range(16))
def test_each_sign_of_the_signature_counts(place: int) -> None:
    head, at, domain = verp.return_path(CODE).rpartition("@")
    signs = list(head)
    spot = len(signs) - 1 - place
    signs[spot] = "0" if signs[spot] != "0" else "1"
    assert verp.zending_code("".join(signs) + at + domain) is None


def test_the_key_of_the_site_counts(settings: Any) -> None:
    address = verp.return_path(CODE)
    settings.SECRET_KEY = "another-0123456789-0123456789-0123456789-0123456789-xyz"
    assert verp.zending_code(address) is None


def test_part_before_the_at_fits_in_what_servers_take(settings: Any) -> None:
    settings.BOUNCE_ADDRESS = "n" * verp.LONGEST_MAILBOX + "@sluisdam.example"
    assert len(verp.leave_address(CODE).partition("@")[0]) == 64


def test_without_a_mailbox_there_are_no_addresses(settings: Any) -> None:
    settings.BOUNCE_IMAP_URL = ""
    assert verp.leave_address(CODE) == ""
    assert verp.return_path(CODE)
    settings.BOUNCE_ADDRESS = ""
    assert verp.return_path(CODE) == ""
