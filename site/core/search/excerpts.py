"""A piece of a page's text around the words that were looked for, with those words marked."""

from __future__ import annotations

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from core.search.entries import ADDED
from core.search.terms import Term
from core.search.words import WORD, fold

LOOKED_AT = 20_000  # letters; what stands deeper in a very long text is not shown
BEFORE = 40
LENGTH = 200

Place = tuple[int, int, int]
"Where a word stands, from and to, and which of the terms it answers."


def excerpt(stored: str, summary: str, terms: list[Term]) -> SafeString | None:
    """The summary when it holds all the words, else the best piece of the text; None if neither."""
    if summary and {term for _s, _e, term in _places(summary, terms)} == set(range(len(terms))):
        return marked(summary, terms)
    text = " ".join(stored.partition(ADDED)[0][:LOOKED_AT].split())
    places = _places(text, terms)
    if not places:
        return None
    start, end = _window(text, places)
    piece = marked(text[start:end], terms)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    return mark_safe(f"{before}{piece}{after}")  # noqa: S308 - escaped by marked()


def marked(text: str, terms: list[Term]) -> SafeString:
    """The text for a page, with the words in it marked."""
    parts: list[str] = []
    last = 0
    for start, end, _term in _places(text, terms):
        parts += [escape(text[last:start]), "<mark>", escape(text[start:end]), "</mark>"]
        last = end
    parts.append(escape(text[last:]))
    return mark_safe("".join(parts))  # noqa: S308 - each part is escaped above


def _places(text: str, terms: list[Term]) -> list[Place]:
    answers: dict[str, int] = {}
    places = []
    for found in WORD.finditer(text):
        word = found.group()
        if word not in answers:
            answers[word] = _answered(fold(word), terms)
        if answers[word] >= 0:
            places.append((found.start(), found.end(), answers[word]))
    return places


def _answered(word: str, terms: list[Term]) -> int:
    weights = [term.weight(word) for term in terms]
    return weights.index(max(weights)) if any(weights) else -1


def _window(text: str, places: list[Place]) -> tuple[int, int]:
    """Where most of the different words stand near each other; the first of such places."""
    best, most, last = places[0][0], 0, 0
    all_terms = len({term for _s, _e, term in places})
    for number, (start, _end, _term) in enumerate(places):
        while last < len(places) and places[last][1] <= start + LENGTH - BEFORE:
            last += 1
        different = len({term for _s, _e, term in places[number:last]})
        if different > most:
            best, most = start, different
        if most == all_terms:
            break
    start = _at_a_space(text, max(0, best - BEFORE))
    return start, _end_of_piece(text, start + LENGTH)


def _at_a_space(text: str, place: int) -> int:
    """The beginning of the next word, unless the text begins here."""
    if place == 0:
        return 0
    space = text.find(" ", place, place + BEFORE)
    return place if space < 0 else space + 1


def _end_of_piece(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    space = text.rfind(" ", 0, place)
    return place if space < place - BEFORE else space
