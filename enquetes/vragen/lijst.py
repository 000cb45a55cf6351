"""A list of questions as plain values: what all rooms of surveys read, and `Versie` keeps as JSON.

It knows no database and no Wagtail: it is made of the blocks of a page (`vragen.reading`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import Any, Self

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Soort(TextChoices):
    """The kinds of questions (requirement S1). The values are the names of the blocks."""

    KORT = "kort", _("Korte tekst")
    LANG = "lang", _("Lange tekst")
    KEUZE = "keuze", _("Eén keuze")
    KEUZES = "keuzes", _("Meer keuzes")
    SCHAAL = "schaal", _("Schaal")
    SMILEYS = "smileys", _("Gezichtjes")
    JA_NEE = "ja_nee", _("Ja of nee")
    RANGORDE = "rangorde", _("Op volgorde zetten")
    MATRIX = "matrix", _("Tabel")
    GETAL = "getal", _("Getal")
    DATUM = "datum", _("Datum")
    POSTCODE = "postcode", _("Postcode")
    BUURT = "buurt", _("Buurt")
    KAART = "kaart", _("Plek op de kaart")
    FOTO = "foto", _("Foto")
    TEKST = "tekst", _("Uitleg zonder vraag")


class Toets(TextChoices):
    """What a condition asks of the answer to an earlier question."""

    IS = "is", _("is")
    IS_NIET = "is_niet", _("is niet")
    MINSTENS = "minstens", _("is minstens")
    HOOGSTENS = "hoogstens", _("is hoogstens")
    BEANTWOORD = "beantwoord", _("is ingevuld")


@dataclass(frozen=True)
class Optie:
    """One of the answers to choose from, or a row of a table. `id` never changes."""

    id: str
    text: str


@dataclass(frozen=True)
class Regel:
    """One condition: the answer to `vraag` passes `toets` for one of `waarden`.

    `waarden` are ids of options, or what `antwoord` calls values ('ja', 'weet_niet', '7').
    """

    vraag: str
    toets: str = Toets.IS
    waarden: tuple[str, ...] = ()


@dataclass(frozen=True)
class Voorwaarde:
    """When a question or page is shown: all of the rules hold, or one of them. No rules: always."""

    regels: tuple[Regel, ...] = ()
    alle: bool = True

    def __bool__(self) -> bool:
        return bool(self.regels)


ALTIJD = Voorwaarde()


@dataclass(frozen=True)
class Vraag:
    """One question; what a kind does not use stays as it is here."""

    id: str
    soort: str
    text: str
    help: str = ""
    verplicht: bool = False
    als: Voorwaarde = ALTIJD
    opties: tuple[Optie, ...] = ()
    "Answers to choose from; of a table, its columns."
    rijen: tuple[Optie, ...] = ()
    "Of a table: what is asked of each row."
    anders: bool = False
    "'Anders, namelijk' as one more answer."
    weet_niet: bool = False
    "'Weet ik niet / zeg ik liever niet' as one more answer."
    minimum: float | None = None
    maximum: float | None = None
    "How many may be chosen; the ends of a scale; the bounds of a number."
    links: str = ""
    rechts: str = ""
    "What stands at the ends of a scale."
    uitsplitsen: bool = False
    "Whether results may be split by it (buurt, age)."

    @property
    def is_vraag(self) -> bool:
        """Whether there is something to answer."""
        return self.soort != Soort.TEKST

    def optie(self, key: str) -> Optie | None:
        """The option with this id."""
        return next((one for one in self.opties if one.id == key), None)


@dataclass(frozen=True)
class Stap:
    """A page of questions."""

    id: str
    title: str = ""
    intro: str = ""
    als: Voorwaarde = ALTIJD
    vragen: tuple[Vraag, ...] = ()


@dataclass(frozen=True)
class Vragenlijst:
    """All that a survey asks, in order."""

    stappen: tuple[Stap, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Vraag]:
        """The questions by their id; texts without a question too."""
        return {vraag.id: vraag for stap in self.stappen for vraag in stap.vragen}

    def vragen(self) -> Iterator[Vraag]:
        """All that can be answered, in order."""
        return (vraag for vraag in self.by_id.values() if vraag.is_vraag)

    def only(self, *soorten: str) -> Iterator[Vraag]:
        """The questions of these kinds."""
        return (vraag for vraag in self.vragen() if vraag.soort in soorten)

    def as_json(self) -> dict[str, Any]:
        """For the database; `from_json` makes the same of it. Lists, as a database gives back."""
        made: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return made

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """What `as_json` made. Raises KeyError or TypeError for anything else."""
        return cls(tuple(_stap(one) for one in data["stappen"]))

    def with_vragen(self, change: Mapping[str, Vraag]) -> Self:
        """The same list with some questions put in the place of those with their id."""
        return replace(
            self,
            stappen=tuple(
                replace(stap, vragen=tuple(change.get(vraag.id, vraag) for vraag in stap.vragen))
                for stap in self.stappen
            ),
        )


def _voorwaarde(data: Mapping[str, Any]) -> Voorwaarde:
    regels = (Regel(**{**one, "waarden": tuple(one["waarden"])}) for one in data["regels"])
    return Voorwaarde(tuple(regels), data["alle"])


def _vraag(data: Mapping[str, Any]) -> Vraag:
    made = {
        "als": _voorwaarde(data["als"]),
        "opties": tuple(Optie(**one) for one in data["opties"]),
        "rijen": tuple(Optie(**one) for one in data["rijen"]),
    }
    return Vraag(**{**data, **made})


def _stap(data: Mapping[str, Any]) -> Stap:
    made = {
        "als": _voorwaarde(data["als"]),
        "vragen": tuple(_vraag(one) for one in data["vragen"]),
    }
    return Stap(**{**data, **made})
