"""Which activities a calendar tells: what everybody may read, by the rows of lists."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import chain
from typing import TypeAlias

from django.conf import settings
from django.utils import timezone
from wagtail.models import Locale

from core import page_cache
from wijkteams.activiteiten.listing import ACTIVITEIT
from wijkteams.models import Thema, Wijk
from wijkteams.vermeldingen.entry import day_start
from wijkteams.vermeldingen.querying import Choice

KEPT = timedelta(days=90)
"How long what is over, or was called off, is still told."
MOST = 500
MOST_ROWS = 5000

Row: TypeAlias = "tuple[str, int, str, str, datetime]"


@dataclass(frozen=True)
class Shown:
    """An activity that is told, on the page and at the address at which it is read."""

    page_id: int
    address: str


def chosen(
    locale: Locale, wijk: Wijk | None, thema: Thema | None = None, today: date | None = None
) -> list[Shown]:
    """What is to come, the soonest first, then what is just over; in Dutch where not translated."""
    today = today or timezone.localdate()
    owner = wijk.pk if wijk else "stad"
    page_cache.shows(f"vermeldingen:{ACTIVITEIT}:{owner}", f"ical:{owner}")
    choice = Choice(ACTIVITEIT, wijk=wijk, thema=thema.pk if thema else None)
    languages = [locale]
    if locale.language_code != settings.LANGUAGE_CODE:
        languages.append(Locale.get_default())
    found: dict[str, Shown] = {}
    rows = (_rows(choice, language, today) for language in languages)
    for key, page_id, url, occurrence, _start in chain.from_iterable(rows):
        if len(found) == MOST:
            break
        address = url.removesuffix(f"{occurrence}/") if occurrence else url
        found.setdefault(key, Shown(page_id, address))
    return list(found.values())


def _rows(choice: Choice, locale: Locale, today: date) -> list[Row]:
    """What is to come first. Only of a large city that is asked apart."""
    rows = _read(replace(choice, since=today - KEPT), locale)
    coming = day_start(today)
    if len(rows) == MOST_ROWS:
        return _read(replace(choice, since=today), locale) + rows
    return [row for row in rows if row[4] >= coming] + [row for row in rows if row[4] < coming]


def _read(choice: Choice, locale: Locale) -> list[Row]:
    rows, prefix = choice.rows(locale)
    names = ("translation_key", "page_id", "url", "occurrence", "starts_at")
    columns = [f"{prefix}{name}" for name in names]
    return list(rows.order_by("starts_at").values_list(*columns)[:MOST_ROWS])
