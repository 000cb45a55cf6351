"""What is known of a ward: its neighbourhoods, and how many people live there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Value
from django.db.models.functions import Cast

from core.page_cache import Remembered
from wijkteams.models import Kerncijfer

if TYPE_CHECKING:
    from wijkteams.models import Wijk

_FACTS: Remembered[dict[str, Any]] = Remembered()


def facts_of(wijk: Wijk) -> dict[str, Any]:
    """The facts, as the front page shows them. They change a few times a year."""
    return _FACTS.get(wijk.pk, lambda: _read(wijk))


def _read(wijk: Wijk) -> dict[str, Any]:
    figures = wijk.kerncijfers.filter(indicator="inwoners").values_list("bron", "jaar", "waarde")
    nothing = {
        "no_year": Cast(Value(None), Kerncijfer._meta.get_field("jaar")),
        "no_value": Cast(Value(None), Kerncijfer._meta.get_field("waarde")),
    }
    names = wijk.buurten.annotate(**nothing).values_list("name", *nothing)
    # Both in one question: the front page of a ward asks enough.
    rows = list(figures.order_by().union(names.order_by(), all=True))
    found = sorted((row for row in rows if row[1] is not None), key=lambda row: row[1])
    source, year, value = found[-1] if found else ("", "", None)
    return {
        "buurten": sorted((name for name, year, _value in rows if year is None), key=str.casefold),
        "inwoners": None if value is None else int(value),
        "inwoners_bron": f"{source}, {year}".strip(", "),
    }
