"""From what a person types to the words that are looked for."""

from __future__ import annotations

import re
import unicodedata

MAX_LENGTH = 200
MAX_WORDS = 8
SHORTEST_BEGINNING = 3  # a shorter word must be found whole
SHORTEST_STEM = 4
ENDINGS = ("'s", "en", "s", "e")


def clean(text: str) -> str:
    """What a person typed, without what no search can use: control signs, half characters."""
    text = "".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in text)
    return " ".join(unicodedata.normalize("NFC", text)[:MAX_LENGTH].split())


def words(text: str) -> list[str]:
    """The words to look for: letters and digits only, so no sign can mean something to a database.

    A word that comes twice says nothing new, and nobody needs more than a few.
    """
    found = dict.fromkeys(re.findall(r"[^\W_]+", clean(text).lower()))
    return list(found)[:MAX_WORDS]


def stem(word: str) -> str:
    """The beginning that a Dutch word shares with its other forms: fietspaden, fietspad.

    Rough on purpose, for a database that knows no Dutch: what is left is looked for as a beginning.
    """
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
