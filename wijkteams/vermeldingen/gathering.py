"""Rows in the order of their begin: the numbers of the first of them are gathered from a few
indexes, and then just those rows are read. One query, whatever the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

from django.conf import settings
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce
from wagtail.models import Locale

from wijkteams.models import Vermelding
from wijkteams.vermeldingen.entry import day_start
from wijkteams.vermeldingen.querying import Choice, dutch, is_translated, place_of
from wijkteams.vermeldingen.row import COLUMNS, Row

if TYPE_CHECKING:
    Rows: TypeAlias = QuerySet[Any]
    Language: TypeAlias = Locale | QuerySet[Locale]

SHORT = timedelta(hours=30)
"What has no `last_day` is over by then, also when the clocks are put back (entry.last_day_of)."


@dataclass(frozen=True)
class Window:
    """From when on, how many, and what to leave out."""

    start: datetime
    limit: int
    after: str = ""
    "The marker of what was shown before."
    running: bool = True
    "Also what goes on for days and began before."
    since_day: date | None = None
    "Only what is on this day or later: what began the evening before is not."


def gather(locale: Locale, window: Window, *choices: Choice) -> list[Row]:
    """The first rows of each choice, in the language and (what was not translated) in Dutch."""
    parts: list[Rows] = []
    for choice in choices:
        choice.shows()
        parts += _parts_of(locale, choice, window)
        if locale.language_code != settings.LANGUAGE_CODE:
            parts += _parts_of(dutch(), choice, window, not_in=locale)
    numbers = _any_of(parts)
    if numbers is None:
        return []
    chosen = Vermelding.objects.filter(pk__in=numbers).order_by("starts_at", "pk")
    most = window.limit * len(choices)
    return [Row(*row) for row in chosen.values_list(*COLUMNS)[:most]]


def chosen_rows(
    choice: Choice, locale: Language, not_in: Language | None = None
) -> tuple[Rows, str, str]:
    """Rows of any day, what stands before their columns, and the name of their number."""
    rows, prefix = replace(choice, since=None, until=None).rows(locale)
    if not_in is not None:
        rows = rows.filter(~is_translated(not_in, prefix))
    if choice.exclude is not None:
        rows = rows.exclude(**{f"{prefix}page": choice.exclude})
    return rows, prefix, f"{prefix[:-2]}_id" if prefix else "pk"


def going_on(rows: Rows, moment: datetime) -> Rows:
    """What goes on for days and has not ended, with its `begin`.

    That is an expression: by the column itself SQLite takes the index of all that there ever was.
    """
    long = rows.filter(last_day__isnull=False, ends_at__gt=moment)
    return long.annotate(begin=Coalesce("starts_at", "starts_at"))


def _parts_of(
    locale: Language, choice: Choice, window: Window, *, not_in: Locale | None = None
) -> Iterator[Rows]:
    rows, _prefix, pk = chosen_rows(choice, locale, not_in)
    yield _ordered(_beginning(rows, window), "starts_at", pk, choice, window)
    if window.running:
        long = going_on(rows, window.start)
        if window.since_day is not None:
            long = long.filter(last_day__gte=window.since_day)
        yield _ordered(long, "begin", pk, choice, window)


def _beginning(rows: Rows, window: Window) -> Rows:
    start = window.start
    if window.since_day is not None:
        return rows.filter(starts_at__gte=start)
    goes_on = Q(starts_at__gte=start) | Q(ends_at__gt=start)
    return rows.filter(goes_on, starts_at__gte=start - SHORT)


def _ordered(rows: Rows, begin: str, pk: str, choice: Choice, window: Window) -> Rows:
    if choice.until is not None:
        rows = rows.filter(**{f"{begin}__lt": day_start(choice.until)})
    place = place_of(window.after)
    if place is not None:
        when, number = place
        # The second half alone is what an index can begin at.
        further = Q(**{f"{begin}__gt": when}) | Q(**{f"{pk}__gt": number})
        rows = rows.filter(further, **{f"{begin}__gte": when})
    return rows.order_by(begin, pk).values_list(pk)[: window.limit]


def _any_of(parts: list[Rows]) -> RawSQL | None:
    """The numbers in these parts; None when there can be none.

    Django itself joins no parts that end somewhere, on SQLite.
    """
    made: list[str] = []
    values: list[Any] = []
    for part in parts:
        with suppress(EmptyResultSet):
            sql, own = part.query.get_compiler(connection=connection).as_sql()
            made.append(f"SELECT * FROM ({sql}) AS part{len(made)}")  # noqa: S608
            values += own
    # What Django itself wrote, and nothing of a visitor.
    return RawSQL(" UNION ALL ".join(made), values) if made else None  # noqa: S611
