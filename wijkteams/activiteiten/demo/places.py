"""Places to meet and school holidays of the demo city."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from wijkteams.activiteiten.models import Locatie, Vakantie
from wijkteams.models import Wijk

CITY = "Sluisdam"


def load_places(path: Path) -> None:
    """Add the places that are not there yet."""
    for name, places in tomllib.loads(path.read_text()).items():
        wijk = Wijk.objects.get(slug=name) if name != "stad" else None
        for place in places:
            values: dict[str, Any] = {"city": CITY, **place}
            Locatie.objects.get_or_create(wijk=wijk, name=values.pop("name"), defaults=values)


def load_holidays(path: Path, today: date) -> None:
    """Three holidays as examples, in the coming year; an editor puts the real ones there."""
    for one in tomllib.loads(path.read_text())["vakantie"]:
        if Vakantie.objects.filter(name=one["name"]).exists():
            continue
        first = _next(one["month"], one["day"], one["days"], today)
        last = first + timedelta(days=one["days"] - 1)
        Vakantie.objects.create(name=one["name"], first_day=first, last_day=last)


def _next(month: int, day: int, days: int, today: date) -> date:
    """The Saturday on or after this day of the year, of the holiday that is not over yet."""
    for year in (today.year - 1, today.year, today.year + 1):
        first = date(year, month, day)
        first += timedelta(days=(5 - first.weekday()) % 7)
        if first + timedelta(days=days) > today:
            break
    return first
