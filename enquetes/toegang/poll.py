"""An answer that was chosen already, on a quick poll somewhere else (requirement S16).

It is a part of an address: any text may stand there, and looking changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from enquetes.models import Enquete
from enquetes.vragen.antwoord import JA, NEE, WEET_NIET, Antwoorden
from enquetes.vragen.lijst import Soort, Vraag
from enquetes.vragen.talen import vragenlijst_in


@dataclass(frozen=True)
class Chosen:
    """The answer, and how it reads."""

    key: str
    question: str
    answer: str
    antwoorden: Antwoorden


def chosen(enquete: Enquete, key: str, language: str) -> Chosen | None:
    """What this key answers on the first page of questions; None for any other text."""
    versie = enquete.asked if key else None
    if versie is None:
        return None
    stappen = vragenlijst_in(versie, language).vragenlijst.stappen
    if not stappen or stappen[0].als:
        return None
    for vraag in stappen[0].vragen:
        text = texts_of(vraag).get(key)
        if text is not None and not vraag.als:
            value = [key] if vraag.soort == Soort.KEUZES else key
            return Chosen(key, vraag.text, text, {vraag.id: value})
    return None


def texts_of(vraag: Vraag) -> dict[str, str]:
    """What can be chosen of a question that a poll shows."""
    if vraag.soort in {Soort.KEUZE, Soort.KEUZES}:
        found = {one.id: one.text for one in vraag.opties}
    elif vraag.soort == Soort.JA_NEE:
        found = {JA: _("Ja"), NEE: _("Nee")}
    else:
        return {}
    return found | ({WEET_NIET: _("Weet ik niet")} if vraag.weet_niet else {})
