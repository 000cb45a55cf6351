"""Wards by their name, a buurt in them, or their gemeente; also when it is misspelt a little."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from wijkteams.finder_text import plain
from wijkteams.wards import public_ward_pages

if TYPE_CHECKING:
    from wagtail.models import Locale

INSIDE_FROM = 3  # letters: a shorter query is only sought where words begin
GUESS_LENGTHS = range(4, 41)
ALIKE = 0.8
MOST_GUESSES = 10


@dataclass(frozen=True)
class Name:
    """A name that leads to a ward; `gemeente` helps to tell namesakes apart."""

    wijk_id: int
    text: str
    gemeente: str = ""
    reason: str = ""


@dataclass(frozen=True)
class NameHits:
    """Wards with the reason why they were found; `guessed`: no name is really like the query."""

    reasons: dict[int, str]
    guessed: bool = False


def by_name(wanted: str, locale: Locale) -> NameHits:
    """The one ward that has exactly this name, else all in whose names it occurs, else guesses."""
    if not wanted:
        return NameHits({})
    names = _names(locale)
    exact = _reasons(name for name in names if name.text == wanted)
    if len(exact) == 1:
        return NameHits(exact)
    partly = _reasons(name for name in names if _occurs(wanted, name))
    if exact or partly:
        return NameHits(exact | partly)
    return NameHits(_guesses(wanted, names), guessed=True)


def _names(locale: Locale) -> list[Name]:
    """Names of public wards first, then of their buurten."""
    from wijkteams.models import Buurt

    wards, found = {}, []
    rows = public_ward_pages(locale).values_list("wijk_id", "title", "wijk__name", "wijk__gemeente")
    for wijk_id, title, name, gemeente in rows:
        wards[wijk_id] = title
        texts = dict.fromkeys([plain(title), plain(name)])
        found += [Name(wijk_id, text, plain(gemeente)) for text in texts]
    for wijk_id, name in Buurt.objects.values_list("wijk_id", "name"):
        if wijk_id in wards:
            reason = _("Buurt %(buurt)s ligt in %(wijk)s")
            found.append(
                Name(wijk_id, plain(name), reason=reason % {"buurt": name, "wijk": wards[wijk_id]})
            )
    return found


def _reasons(names: Iterable[Name]) -> dict[int, str]:
    found: dict[int, str] = {}
    for name in names:
        found.setdefault(name.wijk_id, name.reason)
    return found


def _occurs(wanted: str, name: Name) -> bool:
    """Every word begins a word of the name or gemeente, or it stands somewhere in the name."""
    words = f"{name.text} {name.gemeente}".split()
    if all(any(word.startswith(part) for word in words) for part in wanted.split()):
        return True
    solid = wanted.replace(" ", "")
    return len(solid) >= INSIDE_FROM and solid in name.text.replace(" ", "")


def _guesses(wanted: str, names: Iterable[Name]) -> dict[int, str]:
    """Names that differ by a letter or so. Bounded: quick tests first, on names of like length."""
    if len(wanted) not in GUESS_LENGTHS:
        return {}
    matcher = SequenceMatcher(b=wanted, autojunk=False)
    scored: list[tuple[float, int, Name]] = []
    for name in names:
        if abs(len(name.text) - len(wanted)) > 3:
            continue
        matcher.set_seq1(name.text)
        if matcher.quick_ratio() >= ALIKE and (score := matcher.ratio()) >= ALIKE:
            scored.append((-score, len(scored), name))
    return _reasons(name for _score, _place, name in sorted(scored)[:MOST_GUESSES])
