"""The stems of words, that stand in the index beside the words themselves."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock
from typing import Any

from django.conf import settings
from snowballstemmer import stemmer

from core.search.words import fold

# Two for Dutch: the one knows that fietspaden is fietspad, the other that huizen is huis.
ALGORITHMS = {
    "nl": ("dutch_porter", "dutch"),
    "en": ("english",),
    "tr": ("turkish",),
    "ar": ("arabic",),
    "pl": ("polish",),
}
_LOCK = Lock()


@lru_cache(maxsize=100_000)
def stems(word: str, language: str) -> frozenset[str]:
    """The stems of a folded word in a language; none that tells no more than the word."""
    if not word.isalpha():
        return frozenset()
    with _LOCK:  # a stemmer remembers the word it works on
        found = {fold(each.stemWord(word)) for each in _stemmers(language)}
    return frozenset(stem for stem in found if _is_sensible(stem, word))


def stems_for(word: str, language: str) -> frozenset[str]:
    """Those of the reader's language, and the Dutch ones: a list shows both."""
    return stems(word, language) | stems(word, settings.LANGUAGE_CODE)


@lru_cache
def _stemmers(language: str) -> tuple[Any, ...]:
    return tuple(stemmer(name) for name in ALGORITHMS.get(language, ()))


def _is_sensible(stem: str, word: str) -> bool:
    """Not what took off so much that another word is left: lampjes is no lam."""
    return stem != word and stem[:2] == word[:2] and 2 * len(stem) >= len(word)
