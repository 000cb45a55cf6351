"""Addresses: what we can write to, what is the same, and how much of it is shown."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from core.mail.addresses import clean, domain_of, key_of, masked, throttle_key_of

ODD_AND_RIGHT = [
    "jan@voorbeeld.nl",
    "JAN+wijk@Voorbeeld.NL",
    "o'brien@voorbeeld.ie",
    "a.b-c_d!#$%&'*+/=?^`{|}~@voorbeeld.nl",
    '"jan de boer"@voorbeeld.nl',
    '"a@b"@voorbeeld.nl',
    "jan@münchen.example",
    "jan@xn--mnchen-3ya.example",
    "jan@приклад.укр",
    "jan@[192.0.2.7]",
    "jan@een.twee.drie.vier.voorbeeld.nl",
    f"{'a' * 64}@voorbeeld.nl",
    "1@voorbeeld.nl",
]
WRONG = [
    "",
    "jan",
    "jan@",
    "@voorbeeld.nl",
    "jan@voorbeeld",
    "jan..boer@voorbeeld.nl",
    ".jan@voorbeeld.nl",
    "jan@voorbeeld..nl",
    "jan@-voorbeeld.nl",
    "jan boer@voorbeeld.nl",
    "jan@voorbeeld.nl, piet@voorbeeld.nl",
    "jan@voorbeeld.nl\nBcc: piet@voorbeeld.nl",
    "jan@voorbeeld.nl\r\n",
    "jan\x00@voorbeeld.nl",
    "Jan <jan@voorbeeld.nl>",
    f"{'a' * 65}@voorbeeld.nl",
    f"a@{'b' * 63}.{'c' * 63}.{'d' * 63}.{'e' * 63}.nl",
]


@pytest.mark.parametrize("address", ODD_AND_RIGHT)
def test_what_servers_take_is_taken(address: str) -> None:
    assert clean(f" {address} ") == address


@pytest.mark.parametrize("address", [one for one in WRONG if one != "jan@voorbeeld.nl\r\n"])
def test_what_no_server_takes_is_refused(address: str) -> None:
    with pytest.raises(ValidationError):
        clean(address)


def test_a_line_end_that_was_copied_along_does_no_harm() -> None:
    assert clean("jan@voorbeeld.nl\r\n") == "jan@voorbeeld.nl"


@pytest.mark.parametrize("address", ["josé@voorbeeld.nl", "ſam@voorbeeld.nl", "\u212aim@x.nl"])
def test_letters_that_no_ordinary_server_takes_are_named(address: str) -> None:
    """The Kelvin sign is a K in another coat, and becomes one; a long s is no s."""
    if address.startswith("\u212a"):
        assert clean(address) == "Kim@x.nl"
        return
    with pytest.raises(ValidationError, match="accenten"):
        clean(address)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jan@Voorbeeld.nl", "jan@voorbeeld.NL"),
        ('"jan"@voorbeeld.nl', "jan@voorbeeld.nl"),
        ("jan@münchen.example", "jan@XN--MNCHEN-3YA.example"),
        ("jan@mu\u0308nchen.example", "jan@münchen.example"),
    ],
)
def test_the_same_mailbox_is_recognised(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("jan.boer@voorbeeld.nl", "janboer@voorbeeld.nl"),
        ("jan+wijk@voorbeeld.nl", "jan@voorbeeld.nl"),
        ('"jan boer"@voorbeeld.nl', "janboer@voorbeeld.nl"),
        ("jan@voorbeeld.nl", "jan@mail.voorbeeld.nl"),
    ],
)
def test_nothing_is_guessed(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


def test_who_counts_mails_looks_past_dots_and_tags() -> None:
    same = ["jan.boer+1@gmail.com", "JANBOER@gmail.com", '"j.anboer"@googlemail.com']
    assert {throttle_key_of(one) for one in same} == {"janboer@gmail.com"}
    assert throttle_key_of("jan@gmail.com") != throttle_key_of("jan@gmial.com")


def test_domains_are_those_of_mail_servers() -> None:
    assert domain_of("jan@München.Example") == "xn--mnchen-3ya.example"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("anna@sluisdam.nl", "a•••@sl•••.nl"),
        ("b@abc.nl", "b•••@a•••.nl"),
        ("c@mail.ziggo.nl", "c•••@ma•••.nl"),
        ("d@[192.0.2.7]", "d•••@•••"),
        ('"x y"@voorbeeld.nl', '"•••@vo•••.nl'),
    ],
)
def test_a_masked_address_is_recognised_by_who_has_it_only(address: str, shown: str) -> None:
    assert masked(address) == shown
