"""What in a text may point at a person is suggested, and disappears whole."""

from __future__ import annotations

import pytest

from enquetes.uitslag.lezen.names import suspicious, without


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vraag het maar aan mevrouw Jansen.", ["mevrouw Jansen"]),
        ("Fatma el Idrissi weet dit ook", ["Fatma el Idrissi"]),
        ("De hond van buurman Kees blaft", ["buurman Kees"]),
        ("Bel 06-12345678 of 0182 123 456", ["06-12345678", "0182 123 456"]),
        ("Mail jan@wijk.example, of niet", ["jan@wijk.example"]),
        ("Ik woon Dorpsstraat 12b, 2801 AB", ["Dorpsstraat 12b", "2801 AB"]),
        ("op de lange kerkstraat 3 is het mis", ["kerkstraat 3"]),
        ("mijn bsn is 123456782", ["123456782"]),
    ],
)
def test_it_is_suggested(text: str, words: list[str]) -> None:
    found = [one.words for one in suspicious(text)]
    assert found == words
    gone = without(text, found)
    assert not any(word in gone for word in words)


@pytest.mark.parametrize(
    "text", ["Meer bankjes in het park", "De honden blaffen 3 keer per nacht.", "2 prullenbakken"]
)
def test_plain_words_are_left_alone(text: str) -> None:
    assert suspicious(text) == []
