"""What is typed for an answer: the small figure that stands in its box on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

from core.blocks.ground import Ground
from enquetes.invullen.choice_fields import DONT_KNOW, FACES, OTHER
from enquetes.models import Enquete
from enquetes.papier.raster import squares
from enquetes.vragen import Soort, Vraag
from enquetes.vragen.antwoord import ANDERS, BUITEN, JA, NEE, ONLEESBAAR, WEET_NIET
from wijkteams.ground import ground_of
from wijkteams.models import Buurt

UNREADABLE: Final = "?"
"For any question: there is something, and nobody can read what."
DONT_KNOW_CODE, DONT_KNOW_LETTER, OTHER_CODE, ELSEWHERE_CODE = "0", "w", "a", "b"


@dataclass(frozen=True)
class Plaats:
    """What questions about a place choose from: neighbourhoods, and squares on the map."""

    buurten: Sequence[Buurt] = ()
    ground: Ground | None = None


def plaats_of(enquete: Enquete) -> Plaats:
    """Of the ward of a survey; of the city all neighbourhoods, and no map."""
    buurten = Buurt.objects.order_by("wijk__name", "name", "pk")
    if enquete.wijk is None:
        return Plaats(list(buurten))
    return Plaats(list(buurten.filter(wijk=enquete.wijk)), ground_of(enquete.wijk))


@dataclass(frozen=True)
class Code:
    """One answer: what is typed for it, what is kept, and what it says."""

    code: str
    value: Any
    text: str


def codes_of(vraag: Vraag, plaats: Plaats) -> tuple[Code, ...]:
    """The answers to choose from, in the order in which they are printed; of a table its columns.

    None for questions to which one writes an answer.
    """
    found = [*_own(vraag, plaats)]
    if vraag.anders:
        found.append(Code(OTHER_CODE, ANDERS, str(OTHER)))
    if vraag.soort == Soort.BUURT:
        found.append(Code(ELSEWHERE_CODE, BUITEN, _("Ik woon ergens anders")))
    if vraag.weet_niet:
        # Nought is a number: to a question for one, it says something else.
        code = DONT_KNOW_CODE if vraag.soort != Soort.GETAL else DONT_KNOW_LETTER
        found.append(Code(code, WEET_NIET, str(DONT_KNOW)))
    return tuple(found)


def _own(vraag: Vraag, plaats: Plaats) -> list[Code]:
    match vraag.soort:
        case Soort.KEUZE | Soort.KEUZES | Soort.MATRIX:
            values = [(one.id, one.text) for one in vraag.opties]
        case Soort.BUURT:
            values = [(str(one.pk), one.name) for one in plaats.buurten]
        case Soort.JA_NEE:
            values = [(JA, _("Ja")), (NEE, _("Nee"))]
        case Soort.SMILEYS:
            return _figures(enumerate(map(str, FACES), start=1))
        case Soort.SCHAAL:
            last = int(vraag.maximum or 5)
            return _figures((number, str(number)) for number in range(1, last + 1))
        case Soort.KAART if plaats.ground is not None:
            return [Code(name.lower(), place, name) for name, place in squares(plaats.ground)]
        case _:
            return []
    return [Code(str(n), value, text) for n, (value, text) in enumerate(values, start=1)]


def _figures(found: Any) -> list[Code]:
    return [Code(str(number), number, text) for number, text in found]


def typed_of(value: Any, codes: Sequence[Code]) -> str:
    """What somebody types for a value that is kept; the other way round of `reading`."""
    if value == ONLEESBAAR:
        return UNREADABLE
    known = next((code.code for code in codes if code.value == value), None)
    if known is None and isinstance(value, list):
        return " ".join(typed_of(one, codes) for one in value)
    return str(value) if known is None else known


def said(value: Any, codes: Sequence[Code]) -> str:
    """A value in words."""
    if value == ONLEESBAAR:
        return _("onleesbaar")
    known = next((code.text for code in codes if code.value == value), None)
    if known is None and isinstance(value, list):
        return ", ".join(said(one, codes) for one in value)
    return str(value) if known is None else known
