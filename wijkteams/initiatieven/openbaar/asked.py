"""What somebody asked of a list of initiatives: all of it stands in the address.

What makes no sense is left out: nobody gets an error for a link that was cut off.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from wijkteams.initiatieven.listing import INITIATIEF
from wijkteams.initiatieven.models import AFGESLOTEN, Staat
from wijkteams.models.verband import VermeldingThema

if TYPE_CHECKING:
    from django.http import QueryDict

    from wijkteams.initiatieven.models.querysets import InitiatiefQuerySet

LOPEND = "lopend"
"All states in which it goes on."
LIJST = "lijst"
"Lines instead of cards."
LAST_PAGE = 5000
_SLUG = re.compile(r"[\w-]{1,60}", re.ASCII)
_BOX = re.compile(r"-?\d{1,3}(\.\d{1,6})?(,-?\d{1,3}(\.\d{1,6})?){3}", re.ASCII)


@dataclass(frozen=True)
class Asked:
    """Choices of a reader."""

    q: str = ""
    wijk: str = ""
    thema: str = ""
    staat: str = ""
    hulp: str = ""
    "'ja': only what asks for help."
    vak: str = ""
    "South, west, north, east in degrees: what lies in one spot of the map."
    vorm: str = ""
    bladzijde: int = 1

    def address(self, **changes: Any) -> str:
        """What stands behind the address of the list; it begins at the first part again."""
        one = replace(self, **{"bladzijde": 1, **changes})
        named = {name: getattr(one, name) for name in (*NAMES, "vorm")}
        if one.bladzijde > 1:
            named["bladzijde"] = str(one.bladzijde)
        return f"?{urlencode({name: text for name, text in named.items() if text})}"

    def query(self, **changes: Any) -> str:
        """The same, empty where nothing was chosen."""
        found = self.address(**changes)
        return "" if found == "?" else found

    @property
    def is_narrowed(self) -> bool:
        """Whether something was chosen that leaves initiatives out."""
        return any(getattr(self, name) for name in NAMES)

    @property
    def is_list(self) -> bool:
        return self.vorm == LIJST


NAMES = ("q", "wijk", "thema", "staat", "hulp", "vak")


def read(query: QueryDict) -> Asked:
    """The question in an address."""
    staat, vak = query.get("staat", ""), query.get("vak", "")
    return Asked(
        q=" ".join(query.get("q", "").replace("\0", "").split())[:100],
        wijk=_slug(query.get("wijk", "")),
        thema=_slug(query.get("thema", "")),
        staat=staat if staat == LOPEND or staat in Staat.values else "",
        hulp="ja" if query.get("hulp") == "ja" else "",
        vak=vak if _BOX.fullmatch(vak) else "",
        vorm=LIJST if query.get("vorm") == LIJST else "",
        bladzijde=_number(query.get("bladzijde", "")),
    )


def narrow(rows: InitiatiefQuerySet, asked: Asked) -> InitiatiefQuerySet:
    """The initiatives that were asked for, but for the words (`choosing.with_words`)."""
    if asked.wijk:
        rows = rows.filter(wijk__slug=asked.wijk)
    if asked.staat == LOPEND:
        rows = rows.exclude(staat__in=AFGESLOTEN)
    elif asked.staat:
        rows = rows.filter(staat=asked.staat)
    if asked.hulp:
        rows = rows.filter(zoekt_hulp=True)
    if asked.thema:
        about = VermeldingThema.objects.filter(
            thema__slug=asked.thema, kind=INITIATIEF, is_public=True
        )
        rows = rows.filter(translation_key__in=about.values("vermelding__translation_key"))
    return _in_box(rows, asked.vak)


def _in_box(rows: InitiatiefQuerySet, vak: str) -> InitiatiefQuerySet:
    if not vak:
        return rows
    south, west, north, east = (float(part) for part in vak.split(","))
    return rows.filter(
        latitude__gte=south, latitude__lte=north, longitude__gte=west, longitude__lte=east
    )


def _slug(text: str) -> str:
    return text if _SLUG.fullmatch(text) else ""


def _number(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 1
    return number if 1 <= number <= LAST_PAGE else 1
