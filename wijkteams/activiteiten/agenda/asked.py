"""What somebody asked of an agenda: all of it stands in the address. What has no sense is left."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from wijkteams.activiteiten.agenda.periods import Month, Period, is_near, period_of
from wijkteams.activiteiten.marks import FOR_WHOM
from wijkteams.activiteiten.models.choices import Taal

if TYPE_CHECKING:
    from django.http import QueryDict

_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_SLUG = re.compile(r"[\w-]{1,60}")
_NAME = re.compile(r"[\w' .-]{1,100}")
LONGEST_MARKER = 60


@dataclass(frozen=True)
class Asked:
    """Choices of a reader."""

    wanneer: str = ""
    dag: date | None = None
    maand: Month | None = None
    kaart: bool = False
    wijk: str = ""
    buurt: str = ""
    thema: str = ""
    voor: str = ""
    taal: str = ""
    gratis: bool = False
    drempels: bool = False
    na: str = ""
    "Where the part of the list that was shown before this one ended."

    def period(self, today: date) -> Period | None:
        """Between which days; None: all that is to come."""
        if self.dag is not None:
            return Period(self.dag, self.dag)
        if self.maand is not None:
            return Period(self.maand.first, self.maand.last)
        return period_of(self.wanneer, today)

    @property
    def is_narrowed(self) -> bool:
        """Whether something was chosen that leaves activities out, apart from when."""
        return any(getattr(self, name) for name in NARROWING)

    def but(self, **changes: Any) -> str:
        """The address of the same question, changed; it begins at the first part of the list."""
        return replace(self, na="", **changes).address()

    def address(self) -> str:
        """What stands behind the address of the page; '?' alone takes all choices away."""
        named = {name: _written(getattr(self, name)) for name in NAMES}
        return f"?{urlencode({name: text for name, text in named.items() if text})}"


NARROWING = ("wijk", "buurt", "thema", "voor", "taal", "gratis", "drempels")
NAMES = ("wanneer", "dag", "maand", "kaart", *NARROWING, "na")


def read(query: QueryDict, today: date) -> Asked:
    """The question in an address. Nobody gets an error for a link that was cut off."""
    maand, dag = _month(query.get("maand", ""), today), _day(query.get("dag", ""), today)
    wanneer = query.get("wanneer", "")
    return Asked(
        wanneer="" if maand or dag or period_of(wanneer, today) is None else wanneer,
        dag=None if maand else dag,
        maand=maand,
        kaart=maand is None and query.get("kaart") == "1",
        wijk=_fitting(_NAME, query.get("wijk", "")),
        buurt=_fitting(_SLUG, query.get("buurt", "")),
        thema=_fitting(_SLUG, query.get("thema", "")),
        voor=_one_of(FOR_WHOM, query.get("voor", "")),
        taal=_one_of(Taal.values, query.get("taal", "")),
        gratis=query.get("gratis") == "1",
        drempels=query.get("drempels") == "1",
        na=query.get("na", "")[:LONGEST_MARKER],
    )


def _month(text: str, today: date) -> Month | None:
    found = _MONTH.fullmatch(text)
    if found is None or not 1 <= int(found[2]) <= 12 or not int(found[1]):
        return None
    month = Month(int(found[1]), int(found[2]))
    return month if is_near(month.first, today) else None


def _day(text: str, today: date) -> date | None:
    if _DAY.fullmatch(text) is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if is_near(day, today) else None


def _fitting(pattern: re.Pattern[str], text: str) -> str:
    return text if pattern.fullmatch(text) else ""


def _one_of(known: Any, text: str) -> str:
    return text if text in known else ""


def _written(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return "1" if value is True else str(value or "")
