"""What an agenda shows: a list by day, a month, or a map with the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils import timezone

from wijkteams.activiteiten.agenda.asked import Asked, read
from wijkteams.activiteiten.agenda.bar import bar_of
from wijkteams.activiteiten.agenda.lines import by_day, lines_of
from wijkteams.activiteiten.agenda.links import idea_url
from wijkteams.activiteiten.agenda.month import month_context
from wijkteams.activiteiten.agenda.options import options_of
from wijkteams.activiteiten.agenda.result import empty_words, result_words
from wijkteams.activiteiten.agenda.sketch import map_context
from wijkteams.activiteiten.ical.addresses import feed_addresses
from wijkteams.vermeldingen.upcoming import count_per_day, upcoming

if TYPE_CHECKING:
    from wijkteams.activiteiten.models import AgendaPage
    from wijkteams.vermeldingen.querying import Choice, Slice

PAGE_SIZE = 24
A_DAY = timedelta(days=1)


def list_context(page: AgendaPage, request: HttpRequest) -> dict[str, Any]:
    """The agenda of a ward or (on the hub) of all wards, as it was asked."""
    today = timezone.localdate()
    asked = read(request.GET, today)
    options = options_of(page, asked, request)
    choice = options.choice(page, asked)
    context: dict[str, Any] = {
        "is_hub": page.wijk_id is None,
        "asked": asked,
        "options": options,
        "bar": bar_of(asked, options, today),
        "idea_url": idea_url(page),
        "agenda_url": page.get_url(request),
        "feeds": feed_addresses(page, request, thema=asked.thema if choice.thema else ""),
        "shows_ward": page.wijk_id is None and options.chosen is None,
    }
    if asked.maand is not None:
        return {**context, **month_context(page, choice, asked, asked.maand, today)}
    return {**context, **_list(page, choice, asked, today)}


def _list(page: AgendaPage, choice: Choice, asked: Asked, today: date) -> dict[str, Any]:
    found = _read(page, choice, asked, today)
    period = asked.period(today)
    since = period.first if period else today
    lines = lines_of(found.items, since)
    drawn: dict[str, Any] = {}
    if asked.kaart:
        drawn = map_context(page, lines)
        lines = drawn.pop("lines", lines)
    count: int | None = len(lines)
    if found.older or asked.na:
        count = _count(page, choice, asked, today)
    return {
        "days": by_day(lines),
        "result": result_words(asked, count, today),
        "empty": None if lines else empty_words(asked, today),
        "older_url": replace(asked, na=found.older).address() if found.older else "",
        "first_url": asked.but() if asked.na else "",
        **drawn,
    }


def _read(page: AgendaPage, choice: Choice, asked: Asked, today: date) -> Slice:
    period = asked.period(today)
    if period is None:
        return upcoming(page.locale, choice, start=timezone.now(), limit=PAGE_SIZE, after=asked.na)
    # Of today, what is over is left out; of another day everything is shown.
    start = timezone.now() if period.first == today else period.first
    choice = replace(choice, until=period.last + A_DAY)
    return upcoming(page.locale, choice, start=start, limit=PAGE_SIZE, after=asked.na)


def _count(page: AgendaPage, choice: Choice, asked: Asked, today: date) -> int | None:
    """How much there is in a period that does not fit on one page; None: nobody counted."""
    period = asked.period(today)
    if period is None:
        return None
    return sum(count_per_day(page.locale, choice, period.first, period.last).values())
