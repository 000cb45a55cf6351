"""Initiatives that look like an idea: the same words, nearly, near the same place (requirement I4).

Works on any database. Of the own ward all titles are weighed by their trigrams, so that a slip of
the pen is no matter; of other wards those that hold a piece of a word. Only the title is compared:
what stands on a page is long, and shares words with everything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from django.db.models import Q

from wijkteams.finder_text import plain
from wijkteams.initiatieven.aanvragen.recognised import Found, Row, recognisable
from wijkteams.initiatieven.models import Initiatief
from wijkteams.maps.distance import metres
from wijkteams.models import Wijk

OWN_WARD, OTHERS = 300, 100
"How many titles are weighed at the most, the latest first."
ALIKE, ALIKE_ELSEWHERE = 0.3, 0.45
"From 0 to 1; less than this is something else."
NEAR = 500.0
"Metres."
FRAGMENT, MOST_FRAGMENTS = 5, 5
_SMALL_WORDS = """
een het van voor met bij aan naar wij ons onze mijn meer elke iets wat wie waar wijk buurt samen
willen graag kunnen worden maken doen gaan komen iedereen mensen bewoners
"""
_COMMON = frozenset(_SMALL_WORDS.split())


def similar(
    titel: str,
    tekst: str,
    *,
    wijk: Wijk | None = None,
    place: tuple[float, float] | None = None,
    themas: Collection[int] = (),
    limit: int = 5,
) -> list[Found]:
    """Those on the site that look like it, the likeliest first. `place`: latitude, longitude."""
    asked = _Asked.of(titel, tekst)
    if not asked.words:
        return []
    weighed = []
    for row in _candidates(asked, wijk):
        score = _score(row, asked, place)
        low = ALIKE if wijk is None or row.wijk_id == wijk.pk else ALIKE_ELSEWHERE
        if score >= low:
            weighed.append((score, row))
    weighed.sort(key=lambda one: one[0], reverse=True)
    return recognisable(weighed[: limit * 2], wijk, place, themas)[:limit]


@dataclass(frozen=True)
class _Asked:
    """An idea, as it is compared."""

    words: list[str]
    "Of the idea and its story."
    named: list[str]
    "Of what it is called."
    trigrams: frozenset[str]

    @classmethod
    def of(cls, titel: str, tekst: str) -> _Asked:
        words = _words(f"{titel} {tekst}"[:1000])
        return cls(words, _words(titel[:120]), _Title.of(titel[:120]).trigrams)


class _Title(NamedTuple):
    """A title, taken apart."""

    words: tuple[str, ...]
    trigrams: frozenset[str]

    @staticmethod
    @lru_cache(maxsize=20_000)
    def of(title: str) -> _Title:
        """Remembered by its own words: it cannot grow old."""
        text = plain(title)
        found = (f"  {word} "[at : at + 3] for word in text.split() for at in range(len(word) + 1))
        return _Title(tuple(_words(text)), frozenset(found))


def _candidates(asked: _Asked, wijk: Wijk | None) -> Iterable[Row]:
    rows = Initiatief.objects.openbaar().filter(samengevoegd_in=None)
    own = rows.filter(wijk=wijk).order_by("-laatste_teken")[:OWN_WARD] if wijk else rows.none()
    # Of other wards in no order: sorting what is found costs more than weighing it.
    others = rows.filter(_holds(asked)).exclude(wijk=wijk) if wijk else rows.filter(_holds(asked))
    fields = Row._fields
    for found in (own.values_list(*fields), others.order_by().values_list(*fields)[:OTHERS]):
        yield from (Row(*row) for row in found)


def _holds(asked: _Asked) -> Q:
    holds = Q()
    for fragment in _fragments(asked.words):
        holds |= Q(title__icontains=fragment)
    return holds


def _words(text: str) -> list[str]:
    """What is said with it: no small words, each once, in their order."""
    found = [one for one in plain(text).split() if len(one) > 2 and one not in _COMMON]
    return list(dict.fromkeys(found))[:30]


def _fragments(words: list[str]) -> list[str]:
    """The beginnings of the longest of the first words: 'boodschappenbus' finds 'Boodschappen'."""
    longest = sorted(words[:8], key=len, reverse=True)[:MOST_FRAGMENTS]
    return [one[:FRAGMENT] for one in longest if len(one) > 3] or longest[:1]


def _score(row: Row, asked: _Asked, place: tuple[float, float] | None) -> float:
    """From 0 to 1: how many trigrams, words of theirs, or words of ours they share."""
    title = _Title.of(row.title)
    together = len(asked.trigrams & title.trigrams)
    score = together / (len(asked.trigrams) + len(title.trigrams) - together) if together else 0.0
    if title.words:
        same = sum(1 for one in title.words if _is_among(one, asked.words))
        # Of a title of one word its one word says less than three of four.
        score = max(score, 0.9 * same / max(len(title.words), 2))
        named = sum(1 for one in asked.named if _is_among(one, title.words))
        score = max(score, 0.65 * named / max(len(asked.named), 2))
    if score and place is not None and row.latitude is not None and row.longitude is not None:
        score += 0.15 * (metres(*place, row.latitude, row.longitude) <= NEAR)
    return score


def _is_among(word: str, words: Collection[str]) -> bool:
    """Whether it, or a word with the same beginning, is there: 'tuinieren' finds 'tuinier'."""
    start = word[: max(5, len(word) - 3)]
    return any(one.startswith(start) for one in words)
