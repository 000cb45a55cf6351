"""What was filled in, in words: to read it over before it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from enquetes.invullen.choice_fields import DONT_KNOW, FACES
from enquetes.invullen.sitting import Sitting
from enquetes.invullen.text_fields import in_figures
from enquetes.vragen import Soort, Stap, Vraag
from enquetes.vragen.antwoord import ANDERS, BUITEN, JA, NEE, WEET_NIET, Antwoorden, anders_key
from enquetes.vragen.nummers import nummers
from wijkteams.models import Buurt


@dataclass(frozen=True)
class Said:
    """One question with what was answered."""

    nummer: int | None
    vraag: Vraag
    lines: list[str]
    "In words; empty when nothing was answered."
    foto: str = ""
    "The key of a picture."


@dataclass(frozen=True)
class Row:
    """A page with its questions, and its number for the link 'Verander'."""

    number: int
    stap: Stap
    said: list[Said]


def rows_of(sitting: Sitting) -> list[Row]:
    """All pages that are shown, with what was answered."""
    numbers, given = nummers(sitting.vragenlijst), sitting.half.draft.antwoorden
    return [
        Row(
            number,
            stap,
            [
                Said(
                    numbers.get(vraag.id),
                    vraag,
                    in_words(vraag, given),
                    given.get(vraag.id, "") if vraag.soort == Soort.FOTO else "",
                )
                for vraag in stap.vragen
                if vraag.is_vraag
            ],
        )
        for number, stap in enumerate(sitting.stappen, start=1)
    ]


def in_words(vraag: Vraag, antwoorden: Antwoorden) -> list[str]:
    """An answer as its writer saw it, a line for each part; empty without an answer."""
    value = antwoorden.get(vraag.id)
    if value in (None, "", [], {}):
        return []
    other = antwoorden.get(anders_key(vraag.id), "")
    if vraag.soort == Soort.MATRIX and isinstance(value, dict):
        rows = {row.id: row.text for row in vraag.rijen}
        return [f"{rows.get(key, key)}: {_one(vraag, one, other)}" for key, one in value.items()]
    if vraag.soort == Soort.RANGORDE and isinstance(value, list):
        return [f"{n}. {_one(vraag, one, other)}" for n, one in enumerate(value, start=1)]
    if vraag.soort == Soort.KAART and isinstance(value, list):
        return [_("Een plek op de kaart")]
    if isinstance(value, list):
        return [_one(vraag, one, other) for one in value]
    return [_one(vraag, value, other)]


def _one(vraag: Vraag, value: Any, other: str) -> str:
    option = vraag.optie(str(value))
    if option is not None:
        return option.text
    known = {WEET_NIET: DONT_KNOW, BUITEN: _("Ik woon ergens anders"), JA: _("Ja"), NEE: _("Nee")}
    if value == ANDERS:
        return _("Anders, namelijk: %(text)s") % {"text": other}
    if isinstance(value, str) and value in known:
        return str(known[value])
    return _typed(vraag, value)


def _typed(vraag: Vraag, value: Any) -> str:
    match vraag.soort:
        case Soort.SMILEYS:
            return str(FACES[int(value) - 1])
        case Soort.SCHAAL:
            return _("%(figure)s op een schaal van 1 tot %(last)s") % {
                "figure": value,
                "last": int(vraag.maximum or 5),
            }
        case Soort.GETAL:
            return in_figures(value)
        case Soort.DATUM:
            day = parse_date(str(value))
            return date_format(day, "j F Y") if day else str(value)
        case Soort.BUURT:
            buurt = Buurt.objects.filter(pk=int(value)).first()
            return buurt.name if buurt else ""
        case Soort.FOTO:
            return _("Uw foto")
    return str(value)
