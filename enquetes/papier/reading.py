"""From what was typed for a question to the answer that is kept (`vragen.antwoord`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.forms import refuse_bsn
from enquetes.papier.codes import DONT_KNOW_LETTER, UNREADABLE, Code
from enquetes.vragen import Soort, Vraag
from enquetes.vragen.antwoord import ONLEESBAAR, WEET_NIET

LONGEST = 5000
MOST_NAMED = 14
_POSTCODE = re.compile(r"^([1-9]\d{3}) ?([A-Z]{2})?$")
_DATE = re.compile(r"^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$|^(\d{2})(\d{2})(\d{4})$")
SHORT_CODES: Mapping[str, Mapping[str, str]] = {Soort.JA_NEE: {"j": "1", "n": "2"}}


def read(vraag: Vraag, typed: str, codes: Sequence[Code]) -> Any:
    """The answer; None when nothing was typed. Raises ValidationError in words for who types."""
    typed = typed.strip()
    if not typed:
        return None
    if typed == UNREADABLE:
        return ONLEESBAAR
    if len(typed) > LONGEST:
        raise ValidationError(_("Dit is te lang: hoogstens 5.000 tekens."))
    if vraag.weet_niet and typed.casefold() in _dont_know(codes):
        return WEET_NIET
    return READERS.get(vraag.soort, _one)(vraag, typed, codes)


def _dont_know(codes: Sequence[Code]) -> set[str]:
    return {DONT_KNOW_LETTER, *(code.code for code in codes if code.value == WEET_NIET)}


def _one(vraag: Vraag, typed: str, codes: Sequence[Code]) -> Any:
    return one_of(typed, codes, SHORT_CODES.get(vraag.soort, {}))


def one_of(typed: str, codes: Sequence[Code], short: Mapping[str, str] | None = None) -> Any:
    """The one answer with this figure, or that begins with these letters and no other does."""
    low = typed.casefold()
    low = (short or {}).get(low, low)
    found = [code for code in codes if code.code == low]
    found = found or [code for code in codes if code.text.casefold().startswith(low)]
    if len(found) != 1:
        raise ValidationError(_wrong(codes))
    return found[0].value


def _wrong(codes: Sequence[Code]) -> str:
    known = ", ".join(code.code for code in codes)
    if len(codes) > MOST_NAMED:
        known = _("%(first)s tot en met %(last)s") % {
            "first": codes[0].code,
            "last": codes[-1].code,
        }
    return _("Kies uit %(known)s. Is het niet te lezen? Typ dan een ?.") % {"known": known}


def _many(vraag: Vraag, typed: str, codes: Sequence[Code]) -> Any:
    """Several figures. One after the other is enough as long as each has one sign."""
    parts = _parts(typed, alone=all(len(code.code) == 1 for code in codes))
    found = {one_of(part, codes) for part in parts}
    if WEET_NIET in found and len(found) > 1:
        raise ValidationError(
            _("‘Weet ik niet’ kan niet samen met iets anders. Typ alleen de andere antwoorden.")
        )
    if vraag.maximum and len(found) > vraag.maximum:
        raise ValidationError(
            _("Hier mogen hoogstens %(n)s kruisjes staan. Staan er meer? Typ dan een ?.")
            % {"n": f"{vraag.maximum:g}"}
        )
    return [code.value for code in codes if code.value in found]


def _parts(typed: str, *, alone: bool) -> list[str]:
    return [one for one in typed if one not in " ,;"] if alone else re.split(r"[ ,;]+", typed)


def _order(vraag: Vraag, typed: str, codes: Sequence[Code]) -> Any:
    """The figure before each line, from top to bottom, as it was written: best is 1."""
    number = len(vraag.opties)
    parts = _parts(typed, alone=number < 10)
    if sorted(parts) != sorted(str(one) for one in range(1, number + 1)):
        raise ValidationError(
            _("Typ van boven naar beneden de %(number)s cijfers die er staan, elk cijfer één keer.")
            % {"number": number}
            + " "
            + _("Klopt het papier niet? Typ dan een ?.")
        )
    ranked = zip(map(int, parts), vraag.opties, strict=True)
    return [optie.id for _rank, optie in sorted(ranked, key=lambda one: one[0])]


def _number(vraag: Vraag, typed: str, codes: Sequence[Code]) -> Any:
    try:
        number = float(typed.replace(",", "."))
    except ValueError:
        number = float("nan")
    if not abs(number) < 1e15:
        raise ValidationError(_("Typ een getal. Is het niet te lezen? Typ dan een ?."))
    if vraag.minimum is not None and number < vraag.minimum:
        raise ValidationError(_("Dit is te weinig: minstens %(n)s.") % {"n": f"{vraag.minimum:g}"})
    if vraag.maximum is not None and number > vraag.maximum:
        raise ValidationError(_("Dit is te veel: hoogstens %(n)s.") % {"n": f"{vraag.maximum:g}"})
    refuse_bsn(typed)
    return int(number) if number.is_integer() else number


def _date(vraag: Vraag, typed: str, codes: Sequence[Code]) -> Any:
    match = _DATE.match(typed)
    try:
        day, month, year = (int(one) for one in match.groups() if one) if match else (0, 0, 0)
        return date(year, month, day).isoformat()
    except ValueError:
        raise ValidationError(_("Dit is geen datum. Typ het zo: 31-12-1960.")) from None


def _postcode(vraag: Vraag, typed: str, codes: Sequence[Code]) -> Any:
    match = _POSTCODE.match(typed.upper())
    if not match:
        raise ValidationError(_("Dit is geen postcode. Typ het zo: 5014, of 5014AB."))
    return "".join(part for part in match.groups() if part)


def _text(vraag: Vraag, typed: str, codes: Sequence[Code]) -> Any:
    refuse_bsn(typed)
    if vraag.soort == Soort.KORT and len(typed) > 300:
        raise ValidationError(_("Dit is te lang: hoogstens 300 tekens."))
    return typed


READERS: Mapping[str, Callable[[Vraag, str, Sequence[Code]], Any]] = {
    Soort.KORT: _text,
    Soort.LANG: _text,
    Soort.KEUZES: _many,
    Soort.RANGORDE: _order,
    Soort.GETAL: _number,
    Soort.DATUM: _date,
    Soort.POSTCODE: _postcode,
}
