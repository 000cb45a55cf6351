"""Nobody's BSN comes into a free text of a resident, and other numbers do (R-13)."""

from __future__ import annotations

import random

import pytest
from django import forms

from core.forms import FreeTextField, NameField
from core.forms.samples import AanvraagForm
from core.security import bsn
from core.security.bsn import WEIGHTS, holds_bsn


def valid_numbers(count: int) -> list[str]:
    """Numbers that pass the test of eleven; the same each time."""
    chance = random.Random(13)
    found: list[str] = []
    while len(found) < count:
        digits = f"{chance.randint(10**7, 10**9 - 1):09d}"
        if sum(w * int(d) for w, d in zip(WEIGHTS, digits, strict=True)) % 11 == 0:
            found.append(digits)
    return found


SHAPES = [
    "{0}",
    "Mijn nummer is {0}.",
    "{0[0]}{0[1]}{0[2]}.{0[3]}{0[4]}{0[5]}.{0[6]}{0[7]}{0[8]} graag",
    "{0[0]}{0[1]}{0[2]} {0[3]}{0[4]}{0[5]} {0[6]}{0[7]}{0[8]}",
    "{0[0]}{0[1]}{0[2]}{0[3]}.{0[4]}{0[5]}.{0[6]}{0[7]}{0[8]}",
    "{0[0]}{0[1]}{0[2]}{0[3]}-{0[4]}{0[5]}-{0[6]}{0[7]}{0[8]}",
    "Ik ben Karin ({0})",
]


def people_write() -> list[str]:
    """Two hundred numbers that are something else: what people put in a request."""
    chance = random.Random(200)

    def number(size: int) -> str:
        return "".join(str(chance.randint(0, 9)) for _ in range(size))

    makers = [
        lambda: f"Bel 06-{number(8)}",
        lambda: f"+31 6 {number(8)}",
        lambda: f"+31{chance.randint(1, 9)}{number(8)}",
        lambda: f"Tel. 0{number(3)} {number(6)}",
        lambda: f"telefoon {chance.randint(1, 9)}{number(8)}",
        lambda: f"Bestelling {chance.randint(1, 9)}{number(8)}",
        lambda: f"order nr. {chance.randint(1, 9)}{number(8)}",
        lambda: f"ordernummer: 2026-{number(5)}",
        lambda: f"{chance.randint(1000, 9999)} AB {number(2)}",
        lambda: f"NL91 ABNA 0{number(3)} {number(4)} {number(2)}",
        lambda: f"NL91INGB0{number(9)}",
        lambda: f"{chance.randint(10, 28)}-{chance.randint(10, 12)}-19{number(2)}",
        lambda: f"20{number(2)}{chance.randint(10, 12)}{chance.randint(10, 28)}",
        lambda: f"KvK {number(8)}",
        lambda: f"van 10.00 tot 12.30 uur, zaal {number(1)}",
        lambda: f"€ {number(2)}.{number(3)},{number(2)}",
    ]
    return [makers[n % len(makers)]() for n in range(200)]


def caught() -> int:
    shapes = [SHAPES[n % len(SHAPES)] for n in range(20)]
    texts = [shape.format(n) for shape, n in zip(shapes, valid_numbers(20), strict=True)]
    return sum(map(holds_bsn, texts))


def test_twenty_of_twenty_are_caught() -> None:
    assert caught() == 20


def test_without_the_test_of_eleven_the_same_check_goes_red(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bsn, "_passes", lambda digits: False)

    assert caught() == 0


def test_at_most_two_of_two_hundred_other_numbers_are_refused() -> None:
    wrong = [text for text in people_write() if holds_bsn(text)]

    assert len(people_write()) == 200
    assert len(wrong) <= 2, wrong


@pytest.mark.parametrize("text", ["bsn 10000008", "Mijn BSN: 1000.00.08", "sofinummer 010000008"])
def test_leading_zero_that_was_left_out_is_still_a_bsn(text: str) -> None:
    assert holds_bsn(text)


def test_calling_it_an_order_does_not_help_when_the_text_says_bsn() -> None:
    assert holds_bsn("bsn bij bestelling 123456782")
    assert not holds_bsn("bestelling 123456782")


def test_field_says_so_beside_itself_and_does_not_repeat_the_number() -> None:
    data = {"naam": "Karin 123456782", "verhaal": "Mijn nummer: 123.456.782"}
    form = AanvraagForm(data)

    for name in ("naam", "verhaal"):
        (message,) = form.errors[name]
        assert "burgerservicenummer" in message
        assert "782" not in message


def test_ordinary_story_passes() -> None:
    class StoryForm(forms.Form):
        naam = NameField()
        verhaal = FreeTextField()

    form = StoryForm({"naam": "Karin", "verhaal": "Bel mij op 06 12 34 56 78, na 18.00 uur."})

    assert form.is_valid(), form.errors
