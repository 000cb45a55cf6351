"""Initiatives that look like an idea: the same words, nearly, near the same place (requirement I4).

Works on any database. Of the own ward all titles are weighed by their trigrams, so that a slip of
the pen is no matter; of other wards those that hold a piece of a word. Only the title is compared:
what stands on a page is long, and shares words with everything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijkteams.finder_text import plain
from wijkteams.initiatieven.models import AFGESLOTEN, Initiatief, InitiatiefPage
from wijkteams.maps.distance import metres
from wijkteams.models import Wijk

OWN_WARD, OTHERS = 400, 150
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


@dataclass(frozen=True)
class Found:
    """An initiative as somebody with an idea may recognise it."""

    pk: int
    titel: str
    samenvatting: str
    url: str
    wijk: str
    "Empty in the own ward."
    staat: str
    is_klaar: bool
    zoekt_hulp: bool
    afstand: str
    foto: Any
    "An image, or None."


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
    words = _words(f"{titel} {tekst}"[:1000])
    if not words:
        return []
    weighed = []
    for row in _candidates(words, wijk):
        score = _score(row, plain(titel), words, place)
        low = ALIKE if wijk is None or row["wijk_id"] == wijk.pk else ALIKE_ELSEWHERE
        if score >= low:
            weighed.append((score, row))
    weighed.sort(key=lambda one: one[0], reverse=True)
    return _found(weighed[: limit * 4], wijk, place, themas)[:limit]


def _candidates(words: list[str], wijk: Wijk | None) -> Iterable[dict[str, Any]]:
    rows: QuerySet[Any] = (
        Initiatief.objects.openbaar()
        .filter(samengevoegd_in=None)
        .order_by("-laatste_teken", "-pk")
        .values("pk", "translation_key", "title", "wijk_id", "latitude", "longitude")
    )
    holds = Q()
    for fragment in _fragments(words):
        holds |= Q(title__icontains=fragment)
    if wijk is None:
        return list(rows.filter(holds)[:OWN_WARD])
    own = list(rows.filter(wijk=wijk)[:OWN_WARD])
    return [*own, *rows.filter(holds).exclude(wijk=wijk)[:OTHERS]]


def _words(text: str) -> list[str]:
    """What is said with it: no small words, each once, in their order."""
    found = [one for one in plain(text).split() if len(one) > 2 and one not in _COMMON]
    return list(dict.fromkeys(found))[:30]


def _fragments(words: list[str]) -> list[str]:
    """The beginnings of the longest of the first words: 'boodschappenbus' finds 'Boodschappen'."""
    longest = sorted(words[:8], key=len, reverse=True)[:MOST_FRAGMENTS]
    return [one[:FRAGMENT] for one in longest if len(one) > 3] or longest[:1]


def _score(
    row: dict[str, Any], titel: str, words: list[str], place: tuple[float, float] | None
) -> float:
    theirs = plain(row["title"])
    score = _share(_trigrams(titel), _trigrams(theirs))
    own_words = _words(theirs)
    if own_words:
        same = sum(1 for one in own_words if _is_among(one, words))
        # Of a title of one word its one word says less than three of four.
        score = max(score, 0.9 * same / max(len(own_words), 2))
    if score and place is not None and row["latitude"] is not None:
        score += 0.15 * (metres(*place, row["latitude"], row["longitude"]) <= NEAR)
    return score


def _is_among(word: str, words: list[str]) -> bool:
    """Whether it, or a word with the same beginning, is there: 'tuinieren' and 'tuin' are not."""
    start = word[: max(5, len(word) - 3)]
    return any(one.startswith(start) for one in words)


def _trigrams(text: str) -> set[str]:
    return {f"  {word} "[at : at + 3] for word in text.split() for at in range(len(word) + 1)}


def _share(ours: set[str], theirs: set[str]) -> float:
    together = len(ours & theirs)
    return together / (len(ours) + len(theirs) - together) if together else 0.0


def _found(
    weighed: list[tuple[float, dict[str, Any]]],
    wijk: Wijk | None,
    place: tuple[float, float] | None,
    themas: Collection[int],
) -> list[Found]:
    """Read what is shown of the likeliest ones; what shares a theme goes before its equals."""
    pages = _pages([row["translation_key"] for _score, row in weighed])
    rows = Initiatief.objects.select_related("wijk").in_bulk([row["pk"] for _s, row in weighed])
    shown = []
    for score, row in weighed:
        page = pages.get(row["translation_key"])
        initiatief = rows.get(row["pk"])
        if page is not None and initiatief is not None:
            shares = bool(set(themas) & {one.pk for one in page.themas.all()})
            shown.append((score + 0.1 * shares, _shown(initiatief, page, wijk, place)))
    shown.sort(key=lambda one: one[0], reverse=True)
    return [one for _score, one in shown]


def _pages(keys: list[Any]) -> dict[Any, InitiatiefPage]:
    """Their pages, in the reader's language when there is one."""
    rows = InitiatiefPage.objects.live().public().filter(translation_key__in=keys)
    rows = rows.select_related("locale", "image").prefetch_related("themas")
    own = get_language() or settings.LANGUAGE_CODE
    found: dict[Any, InitiatiefPage] = {}
    for page in rows:
        known = found.get(page.translation_key)
        if known is None or page.locale.language_code == own:
            found[page.translation_key] = page
    return found


def _shown(
    row: Initiatief,
    page: InitiatiefPage,
    wijk: Wijk | None,
    place: tuple[float, float] | None,
) -> Found:
    far = ""
    if place is not None and row.latitude is not None and row.longitude is not None:
        far = _in_words(metres(*place, row.latitude, row.longitude))
    elsewhere = row.wijk is not None and row.wijk != wijk
    return Found(
        pk=row.pk,
        titel=page.title,
        samenvatting=page.summary,
        url=page.get_url() or "",
        wijk=row.wijk.name if elsewhere and row.wijk else "",
        staat=str(row.get_staat_display()),
        is_klaar=row.staat in AFGESLOTEN,
        zoekt_hulp=row.zoekt_hulp,
        afstand=far,
        foto=page.image,
    )


def _in_words(far: float) -> str:
    if far >= 950:
        return _("%(km)s kilometer verder") % {"km": max(round(far / 1000), 1)}
    near = max(round(far / 50) * 50, 50)
    return _("%(metres)s meter verder") % {"metres": near}
