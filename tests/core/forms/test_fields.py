"""Fields for what everybody has take it as people type it."""

from __future__ import annotations

import pytest
from django import forms

from core.forms import EmailField, NumberField, PhoneField, PostcodeField, WebAddressField


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("06 12 34 56 78", "0612345678"),
        ("06-12345678", "0612345678"),
        ("(0182) 55 55 55", "0182555555"),
        ("+31 (0)6 12345678", "+31612345678"),
        ("", ""),
    ],
)
def test_a_telephone_number_may_be_typed_with_spaces(typed: str, kept: str) -> None:
    assert PhoneField(required=False).clean(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"), [("5014ab", "5014 AB"), (" 5014  AB ", "5014 AB"), ("", "")]
)
def test_a_postcode_is_written_the_same_way_always(typed: str, kept: str) -> None:
    assert PostcodeField(required=False).clean(typed) == kept


def test_four_figures_are_enough_where_letters_are_not_asked() -> None:
    assert PostcodeField(letters=False).clean("5014") == "5014"
    with pytest.raises(forms.ValidationError, match="twee letters"):
        PostcodeField().clean("5014")


def test_https_need_not_be_typed() -> None:
    assert WebAddressField().clean("www.voorbeeld.nl") == "https://www.voorbeeld.nl"


@pytest.mark.parametrize(
    ("field", "typed", "example"),
    [
        (EmailField(), "karin", "naam@voorbeeld.nl"),
        (PhoneField(), "112", "06 12 34 56 78"),
        (PostcodeField(), "0123 AB", "5014 AB"),
        (NumberField(), "drie", "zoals 3"),
        (WebAddressField(), "geen adres", "www.voorbeeld.nl"),
    ],
)
def test_a_refusal_shows_an_example(field: forms.Field, typed: str, example: str) -> None:
    with pytest.raises(forms.ValidationError, match=example):
        field.clean(typed)
