"""From what a person types, or what stands on a page, to the words that are looked for."""

from __future__ import annotations

import re
import unicodedata

MAX_LENGTH = 200
MAX_WORDS = 8
MARK = "zq"
"A word of the index that begins so is no word of the page: it tells its kind or its language."
LONGEST_WORD = 60
SHORTEST_BEGINNING = 3  # a shorter word must be found whole
SHORTEST_STEM = 4
ENDINGS = ("'s", "en", "s", "e")
WORD = re.compile(r"[^\W_]+")
# Letters that Unicode does not see as a letter with a sign.
_LIKE = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ـ": None})
# Words that say nothing when there are others: nobody looks for 'het' in 'het zwembad'.
SMALL_WORDS = frozenset(
    """aan al als bij dan dat de den der des deze die dit door een en er het hoe ik in is je kan
    men met mijn naar niet nog nu of om onze ook op over te tot u uit uw van voor waar wat we
    wie wij wordt zijn the and a an to for""".split()  # noqa: SIM905
)


def clean(text: str) -> str:
    """What a person typed, without what no search can use: control signs, half characters."""
    text = "".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in text)
    return " ".join(unicodedata.normalize("NFC", text)[:MAX_LENGTH].split())


def fold(text: str) -> str:
    """Small letters without signs on them: Café and cafe are the same word."""
    if text.isascii():
        return text.lower()
    signs = unicodedata.normalize("NFKD", text.casefold())
    return "".join(s for s in signs if unicodedata.category(s) != "Mn").translate(_LIKE)


def words_of(text: str) -> list[str]:
    """The words of a text, in their order, folded: letters and digits only."""
    return WORD.findall(fold(text))


def words(text: str) -> list[str]:
    """The words to look for: letters and digits only, so no sign can mean something to a database.

    A word that comes twice says nothing new, and nobody needs more than a few.
    """
    typed = [word for word in words_of(clean(text)) if not word.startswith(MARK)]
    found = list(dict.fromkeys(typed))[:MAX_WORDS]
    return [word for word in found if word not in SMALL_WORDS] or found


def beginning(word: str) -> str:
    """The beginning that a Dutch word shares with many of its forms: wijken, wijk.

    Rough on purpose: what is left is looked for as a beginning.
    """
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
