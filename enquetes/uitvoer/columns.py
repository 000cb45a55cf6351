"""The columns of an export: one for each option (requirement S10), the same at every download."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from enquetes.uitvoer.asked import Asked
from enquetes.uitvoer.reading import (
    Read,
    Value,
    coordinate,
    is_just,
    of_row,
    place_of,
    said,
    special_words,
    tick,
)
from enquetes.vragen import Soort, Vraag
from enquetes.vragen.antwoord import (
    ANDERS,
    BUITEN,
    JA,
    NEE,
    ONLEESBAAR,
    WEET_NIET,
    Antwoorden,
    anders_key,
)


@dataclass(frozen=True)
class Column:
    """One column of answers, and what the code book says of it."""

    code: str
    vraag: Vraag
    what: str
    "What stands in it, in words."
    read: Read
    optie: str = ""
    "Id of the option that it is about."
    means: str = ""
    "The words of that option, or of the row of a table."
    rij: str = ""
    "Of a table: id of the row."
    words: Mapping[str, str] = field(default_factory=dict)
    "What can stand in it, when those are words of ours: by the id of the answer."

    @property
    def heading(self) -> str:
        """The code, and words for people."""
        words = f"{self.vraag.text} {self.means}" if self.means else self.vraag.text
        return f"{self.code} {words}"


def columns_of(one: Asked, buurten: dict[str, str]) -> list[Column]:
    """The columns of a question, each with how it is read from the answers."""
    return list(_COLUMNS.get(one.vraag.soort, _text)(one, buurten))


def _text(one: Asked, buurten: dict[str, str]) -> Iterator[Column]:
    words = special_words()

    def read(answers: Antwoorden) -> Value:
        value = answers.get(one.vraag.id)
        return words.get(value, value) if isinstance(value, str) else said(value)

    yield Column(_code(one), one.vraag, _("Wat er ingevuld is"), read)


def _choice(one: Asked, buurten: dict[str, str]) -> Iterator[Column]:
    words = _words(one, buurten)

    def read(answers: Antwoorden) -> Value:
        value = answers.get(one.vraag.id)
        return None if value is None else words.get(str(value), str(value))

    yield Column(_code(one), one.vraag, _("Het gekozen antwoord"), read, words=words)
    if one.vraag.soort == Soort.KEUZE:
        yield from _ticks(one)
    yield from _anders(one)


def _choices(one: Asked, buurten: dict[str, str]) -> Iterator[Column]:
    yield from _ticks(one)
    yield from _anders(one)
    yield _flag(one, "onleesbaar", ONLEESBAAR)


def _ticks(one: Asked) -> Iterator[Column]:
    """A column of 0 and 1 for each option; empty for who did not answer the question."""
    for number, optie in enumerate(one.vraag.opties, start=1):
        code = _code(one, str(number))
        yield Column(
            code, one.vraag, _yes_or_no(), tick(one.vraag.id, optie.id), optie.id, optie.text
        )
    if one.vraag.anders:
        yield _flag(one, "anders", ANDERS)
    if one.vraag.weet_niet:
        yield _flag(one, "weet_niet", WEET_NIET)


def _flag(one: Asked, name: str, value: str) -> Column:
    means = special_words()[value]
    read = is_just(one.vraag.id, value) if value == ONLEESBAAR else tick(one.vraag.id, value)
    return Column(_code(one, name), one.vraag, _yes_or_no(), read, value, means)


def _anders(one: Asked) -> Iterator[Column]:
    if one.vraag.anders:
        key, what = anders_key(one.vraag.id), _("Wat er bij ‘Anders, namelijk’ stond")
        code = _code(one, "anders_tekst")
        yield Column(code, one.vraag, what, lambda a: said(a.get(key)), f"{ANDERS}:tekst", what)


def _number(one: Asked, buurten: dict[str, str]) -> Iterator[Column]:
    """A number that can be added up, so 'I do not know' stands beside it."""

    def read(answers: Antwoorden) -> Value:
        value = answers.get(one.vraag.id)
        return value if isinstance(value, (int, float)) else None

    yield Column(_code(one), one.vraag, _("Het getal"), read)
    if one.vraag.weet_niet:
        yield _flag(one, "weet_niet", WEET_NIET)
    yield _flag(one, "onleesbaar", ONLEESBAAR)


def _ranking(one: Asked, buurten: dict[str, str]) -> Iterator[Column]:
    what = _("Op welke plaats het staat; 1 is het beste")
    for number, optie in enumerate(one.vraag.opties, start=1):
        code, read = _code(one, str(number)), place_of(one.vraag.id, optie.id)
        yield Column(code, one.vraag, what, read, optie.id, optie.text)
    yield _flag(one, "onleesbaar", ONLEESBAAR)


def _table(one: Asked, buurten: dict[str, str]) -> Iterator[Column]:
    words = _words(one, {})
    what = _("Het gekozen antwoord op deze regel van de tabel")
    for number, rij in enumerate(one.vraag.rijen, start=1):
        read = of_row(one.vraag.id, rij.id, words)
        code = _code(one, str(number))
        yield Column(code, one.vraag, what, read, "", rij.text, rij.id, words)
    yield _flag(one, "onleesbaar", ONLEESBAAR)


def _point(one: Asked, buurten: dict[str, str]) -> Iterator[Column]:
    named = (("lengte", _("Lengtegraad"), 0), ("breedte", _("Breedtegraad"), 1))
    for name, what, place in named:
        yield Column(_code(one, name), one.vraag, what, coordinate(one.vraag.id, place), name, what)
    if one.vraag.weet_niet:
        yield _flag(one, "weet_niet", WEET_NIET)
    yield _flag(one, "onleesbaar", ONLEESBAAR)


_COLUMNS: dict[str, Callable[[Asked, dict[str, str]], Iterator[Column]]] = {
    Soort.KEUZE: _choice,
    Soort.BUURT: _choice,
    Soort.JA_NEE: _choice,
    Soort.KEUZES: _choices,
    Soort.SCHAAL: _number,
    Soort.SMILEYS: _number,
    Soort.GETAL: _number,
    Soort.RANGORDE: _ranking,
    Soort.MATRIX: _table,
    Soort.KAART: _point,
}


def _words(one: Asked, buurten: dict[str, str]) -> dict[str, str]:
    """What can be chosen, with what every question may have."""
    special = special_words()
    opties = {optie.id: optie.text for optie in one.vraag.opties}
    if one.vraag.soort == Soort.JA_NEE:
        opties = {key: special[key] for key in (JA, NEE)}
    if one.vraag.soort == Soort.BUURT:
        opties = {**buurten, BUITEN: special[BUITEN]}
    if one.vraag.anders:
        opties[ANDERS] = special[ANDERS]
    if one.vraag.weet_niet:
        opties[WEET_NIET] = special[WEET_NIET]
    return opties | {ONLEESBAAR: special[ONLEESBAAR]}


def _code(one: Asked, part: str = "") -> str:
    return f"v{one.number}_{part}" if part else f"v{one.number}"


def _yes_or_no() -> str:
    return _("1 = gekozen, 0 = niet gekozen, leeg = vraag niet beantwoord")
