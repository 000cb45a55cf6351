"""Knowing what somebody meant who mistyped a word: the words of the site, by threes of letters.

The same on both databases: no extension that PostgreSQL's user may not be allowed to make, and a
few rows are read instead of all words. What it gives is only ever used to search once more: a word
that stands nowhere a reader may look is never shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import Count

from core.models.woord import Drietal, Woord
from core.search.words import words_of

SHORTEST, LONGEST = 4, 40
LONG = 8
"A word of so many letters may have two mistakes in it."
LOOKED_AT = 60
MOST_WORDS = 3
BATCH = 500


def can_be_learnt(word: str) -> bool:
    """Whether it is a word that somebody could mistype and mean."""
    return SHORTEST <= len(word) <= LONGEST and word.isalpha()


def learn(counted: Mapping[str, int]) -> int:
    """Add the words that are not known yet; give their number."""
    chosen = sorted(word for word in counted if can_be_learnt(word))
    return sum(
        _learn_batch({word: counted[word] for word in chosen[start : start + BATCH]})
        for start in range(0, len(chosen), BATCH)
    )


def forget(words: Iterable[str]) -> int:
    """Remove words, such as the names of a person. The nightly count adds what still stands."""
    found = [word for text in words for word in words_of(text)]
    return Woord.objects.filter(word__in=found).delete()[0]


def corrected(typed: list[str]) -> list[str]:
    """The words as they may have been meant; empty when none of them looks like another word."""
    asked = [word for word in typed if can_be_learnt(word)][:MOST_WORDS]
    if not asked:
        return []
    known = _alike(asked)
    better = {word: _nearest(word, known) for word in asked}
    found = [better.get(word, word) for word in typed]
    return found if found != typed else []


def threes(word: str) -> set[str]:
    """Its threes of letters; the begin and the end count as a letter."""
    edged = f"^{word}$"
    return {edged[place : place + 3] for place in range(len(edged) - 2)}


def distance(one: str, other: str, at_most: int) -> int:
    """How many letters are wrong, missing, too many or in each other's place; no further than
    `at_most` + 1."""
    if abs(len(one) - len(other)) > at_most:
        return at_most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, its in enumerate(other, 1):
            steps = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != its))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == its:
                steps = min(steps, before[column - 2] + 1)
            now.append(steps)
        if min(now) > at_most:
            return at_most + 1
        before, last = last, now
    return last[-1]


def _alike(asked: list[str]) -> dict[str, int]:
    """Words that share most threes with these, and on how many pages each stands."""
    letters = set().union(*(threes(word) for word in asked))
    lengths = [len(word) for word in asked]
    rows = (
        Drietal.objects.filter(
            letters__in=letters, length__range=(min(lengths) - 2, max(lengths) + 2)
        )
        .values_list("woord__word", "woord__pages")
        .annotate(shared=Count("pk"))
        .order_by("-shared", "-woord__pages", "woord__word")[: LOOKED_AT * len(asked)]
    )
    return {word: pages for word, pages, _shared in rows}


def _nearest(word: str, known: dict[str, int]) -> str:
    """The word itself when it is known, or when nothing is near."""
    at_most = 2 if len(word) >= LONG else 1
    near = [(distance(word, other, at_most), -pages, other) for other, pages in known.items()]
    steps, _pages, best = min(near, default=(at_most + 1, 0, word))
    return best if steps <= at_most else word


@transaction.atomic
def _learn_batch(counted: dict[str, int]) -> int:
    known = set(Woord.objects.filter(word__in=counted).values_list("word", flat=True))
    new = [word for word in counted if word not in known]
    Woord.objects.bulk_create(
        [Woord(word=word, length=len(word), pages=counted[word]) for word in new],
        ignore_conflicts=True,
    )
    made = Woord.objects.filter(word__in=new, drietallen=None)
    Drietal.objects.bulk_create(
        [
            Drietal(letters=three, length=woord.length, woord=woord)
            for woord in made
            for three in sorted(threes(woord.word))
        ],
        batch_size=5_000,
    )
    return len(new)
