"""What somebody asked of a list of signals: all of it stands in the address.

What makes no sense is left out: nobody gets an error for a link that was cut off.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.db.models import Q
from django.utils import timezone

from wijkteams.signalen.models import GESLOTEN, Klasse, Staat

if TYPE_CHECKING:
    from django.http import QueryDict

    from wijkteams.signalen.models.querysets import SignaalQuerySet

OPEN = "open"
"All states in which the team is not ready."
PERIODS = {"maand": 31, "kwartaal": 92, "jaar": 365}
"In days."
LAST_PAGE = 5000
_SLUG = re.compile(r"[\w-]{1,60}", re.ASCII)
_BOX = re.compile(r"-?\d{1,3}(\.\d{1,6})?(,-?\d{1,3}(\.\d{1,6})?){3}", re.ASCII)


@dataclass(frozen=True)
class Asked:
    """Choices of a reader."""

    q: str = ""
    categorie: str = ""
    staat: str = ""
    periode: str = ""
    buurt: str = ""
    wijk: str = ""
    vak: str = ""
    "South, west, north, east in degrees: what lies in one spot of the map."
    bladzijde: int = 1

    def address(self, **changes: Any) -> str:
        """What stands behind the address of the list; it begins at the first part again."""
        one = replace(self, **{"bladzijde": 1, **changes})
        named = {name: getattr(one, name) for name in NAMES}
        if one.bladzijde > 1:
            named["bladzijde"] = str(one.bladzijde)
        return f"?{urlencode({name: text for name, text in named.items() if text})}"

    @property
    def is_narrowed(self) -> bool:
        """Whether something was chosen that leaves signals out."""
        return any(getattr(self, name) for name in NAMES)


NAMES = ("q", "categorie", "staat", "periode", "buurt", "wijk", "vak")


def read(query: QueryDict) -> Asked:
    """The question in an address."""
    staat, periode, vak = (query.get(name, "") for name in ("staat", "periode", "vak"))
    return Asked(
        q=" ".join(query.get("q", "").replace("\0", "").split())[:100],
        categorie=_slug(query.get("categorie", "")),
        staat=staat if staat == OPEN or staat in Staat.values else "",
        periode=periode if periode in PERIODS else "",
        buurt=_slug(query.get("buurt", "")),
        wijk=_slug(query.get("wijk", "")),
        vak=vak if _BOX.fullmatch(vak) else "",
        bladzijde=_number(query.get("bladzijde", "")),
    )


def narrow(rows: SignaalQuerySet, asked: Asked) -> SignaalQuerySet:
    """The signals that were asked for. `rows` are public ones."""
    if asked.categorie:
        rows = rows.filter(categorie__slug=asked.categorie)
    if asked.staat == OPEN:
        rows = rows.exclude(staat__in=GESLOTEN)
    elif asked.staat:
        rows = rows.filter(staat=asked.staat)
    if asked.periode:
        rows = rows.filter(gemeld_op__gte=timezone.now() - timedelta(days=PERIODS[asked.periode]))
    if asked.buurt:
        rows = rows.filter(buurt__slug=asked.buurt)
    if asked.wijk:
        rows = rows.filter(wijk__slug=asked.wijk)
    return _with_words(_in_box(rows, asked.vak), asked.q)


def _in_box(rows: SignaalQuerySet, vak: str) -> SignaalQuerySet:
    if not vak:
        return rows
    south, west, north, east = (float(part) for part in vak.split(","))
    return rows.filter(
        openbaar_latitude__gte=south,
        openbaar_latitude__lte=north,
        openbaar_longitude__gte=west,
        openbaar_longitude__lte=east,
    )


def _with_words(rows: SignaalQuerySet, text: str) -> SignaalQuerySet:
    """Only words that stand on the site: looking for an address tells nothing of who lives there.

    A limited signal is not found by its own words, which nobody sees.
    """
    for word in text.split()[:5]:
        own = Q(klasse=Klasse.OPENBAAR) & (Q(titel__icontains=word) | Q(tekst__icontains=word))
        ours = Q(openbaar_plaats__icontains=word) | Q(categorie__name__icontains=word)
        rows = rows.filter(own | ours | Q(code__iexact=word))
    return rows


def _slug(text: str) -> str:
    return text if _SLUG.fullmatch(text) else ""


def _number(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 1
    return number if 1 <= number <= LAST_PAGE else 1
