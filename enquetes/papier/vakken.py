"""The boxes to type in of each question, and what is kept shown in them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from enquetes.papier.codes import Code, Plaats, codes_of, typed_of
from enquetes.vragen import Soort, Stap, Voorwaarde, Vraag
from enquetes.vragen.antwoord import Antwoorden, anders_key


@dataclass
class Vak:
    """One box to type in."""

    name: str
    label: str = ""
    "Besides the question itself: the row of a table, 'namelijk'."
    kind: str = "code"
    "code (one of the figures), codes (several), text, story, other (beside 'anders'), none."
    row: str = ""
    typed: str = ""
    error: str = ""


@dataclass
class Opgave:
    """One question with its boxes."""

    vraag: Vraag
    nummer: int
    codes: Sequence[Code]
    vakken: list[Vak] = field(default_factory=list)
    shown: bool = True
    "Whether who filled it in was to answer this, by what was typed before."

    @property
    def als(self) -> str:
        """When it is to be answered, for the script."""
        return _as_json(self.vraag.als)

    @property
    def values(self) -> str:
        """What is kept for each figure, for the script."""
        return json.dumps({code.code: code.value for code in self.codes})

    @property
    def shows_codes(self) -> bool:
        """Squares on a map are not listed: they stand on the paper."""
        return self.vraag.soort != Soort.KAART


@dataclass
class Deel:
    """A page of questions."""

    stap: Stap
    opgaven: list[Opgave]

    @property
    def als(self) -> str:
        """When it is to be answered, for the script."""
        return _as_json(self.stap.als)


KINDS = {Soort.KEUZES: "codes", Soort.RANGORDE: "codes", Soort.LANG: "story", Soort.FOTO: "none"}
TYPED = {Soort.KORT, Soort.GETAL, Soort.DATUM, Soort.POSTCODE}


def opgave_of(vraag: Vraag, numbers: Mapping[str, int], plaats: Plaats) -> Opgave:
    nummer = numbers[vraag.id]
    made = Opgave(vraag, nummer, codes_of(vraag, plaats))
    if vraag.soort == Soort.MATRIX:
        made.vakken = [
            Vak(f"v{nummer}-{place}", label=rij.text, row=rij.id)
            for place, rij in enumerate(vraag.rijen, start=1)
        ]
        return made
    kind = KINDS.get(Soort(vraag.soort), "text" if vraag.soort in TYPED else "code")
    if vraag.soort == Soort.KAART and plaats.ground is None:
        kind = "none"
    made.vakken = [Vak(f"v{nummer}", kind=kind)] if kind != "none" else []
    if vraag.anders:
        made.vakken.append(Vak(f"v{nummer}-anders", label=_("Anders, namelijk"), kind="other"))
    return made


def kept_in(opgave: Opgave, vak: Vak, antwoorden: Antwoorden) -> str:
    vraag, codes = opgave.vraag, opgave.codes
    value: Any = antwoorden.get(vraag.id)
    if vak.kind == "other":
        return str(antwoorden.get(anders_key(vraag.id), ""))
    if vak.row and isinstance(value, dict):
        value = value.get(vak.row)
    if value is None:
        return ""
    if vraag.soort == Soort.RANGORDE and isinstance(value, list):
        return " ".join(str(value.index(optie.id) + 1) for optie in vraag.opties)
    if vraag.soort == Soort.DATUM and len(str(value)) == 10:
        return "-".join(reversed(str(value).split("-")))
    text = typed_of(value, codes)
    return text.replace(".", ",") if vraag.soort == Soort.GETAL else text


def _as_json(als: Voorwaarde) -> str:
    if not als:
        return ""
    rules = [[regel.vraag, str(regel.toets), list(regel.waarden)] for regel in als.regels]
    return json.dumps({"alle": als.alle, "regels": rules})
