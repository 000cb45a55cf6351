"""Lists, read from rows: one query a list, by key and not by number, however many there are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import BigIntegerField, Exists, F, OuterRef, Q, QuerySet, Value
from wagtail.models import Locale

from core import page_cache
from wijkteams.listing import ListItem
from wijkteams.models import Vermelding, VermeldingBuurt, VermeldingThema, VermeldingWijk
from wijkteams.vermeldingen.entry import day_start
from wijkteams.vermeldingen.registry import kind_named
from wijkteams.vermeldingen.row import COLUMNS, Row, as_item

if TYPE_CHECKING:
    from wijkteams.models import Wijk

BIGGEST = 2**63


@dataclass(frozen=True)
class Choice:
    """Which rows: of one kind; of a ward, a neighbourhood, a theme, a place; between two days."""

    kind: str
    wijk: Wijk | None = None
    buurt: int | None = None
    thema: int | None = None
    place: str = ""
    since: date | None = None
    until: date | None = None
    exclude: int | None = None
    "The page that shows the list."
    marks: frozenset[str] = frozenset()
    "What it must all have; of an unknown one there is nothing."

    def rows(self, locale: Locale | QuerySet[Locale]) -> tuple[QuerySet[Any], str]:
        """Rows in a language, and what stands before their columns.

        What narrows most goes first: its index has all that the list is ordered by.
        """
        wijk = self.wijk.pk if self.wijk else None
        source: type[Any] = Vermelding
        own: dict[str, Any] = {}
        if self.buurt is not None:
            source, own = VermeldingBuurt, {"buurt": self.buurt}
            if self.thema is not None:
                own["vermelding__vermeldingthema__thema"] = self.thema
        elif self.thema is not None:
            source, own = VermeldingThema, {"thema": self.thema}
            own |= {"wijk": wijk} if wijk is not None else {}
        elif self.place:
            own = {"place": self.place} | ({"wijk": wijk} if wijk is not None else {})
        elif wijk is not None:
            source, own = VermeldingWijk, {"wijk": wijk}
        prefix = "" if source is Vermelding else "vermelding__"
        found = source.objects.filter(kind=self.kind, locale=locale, is_public=True, **own)
        if self.place and prefix:
            found = found.filter(vermelding__place=self.place)
        return self._between(self._marked(found)), prefix

    def _marked(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        if not self.marks:
            return rows
        kind = kind_named(self.kind)
        if not self.marks <= set(kind.marks):
            return rows.none()
        wanted = Value(kind.bits_of(self.marks), output_field=BigIntegerField())
        chosen = rows.alias(of_them=F("marks").bitand(wanted))  # type: ignore[arg-type]
        return chosen.filter(of_them=wanted)

    def shows(self) -> None:
        """Say that the answer being made shows such rows."""
        page_cache.shows(f"vermeldingen:{self.kind}:{self.wijk.pk if self.wijk else 'stad'}")

    def _between(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        if self.since is not None:
            rows = rows.filter(starts_at__gte=day_start(self.since))
        return rows if self.until is None else rows.filter(starts_at__lt=day_start(self.until))


@dataclass(frozen=True)
class Slice:
    """A part of a list, and the marker from which the next part goes on (None: no more)."""

    items: list[ListItem]
    older: str | None


def newest(locale: Locale, choice: Choice, *, limit: int = 20, before: str = "") -> Slice:
    """What everybody may read, newest first.

    In another language: first what was translated, then the rest in Dutch, marked as such.
    `before`: the marker of the part before this one; one without sense shows the newest.
    """
    found = newest_rows(locale, choice, limit=limit + 1, before=before)
    more = _marker(found[limit - 1], locale) if len(found) > limit else None
    return Slice([as_item(row, locale) for row in found[:limit]], more)


def newest_rows(
    locale: Locale,
    choice: Choice,
    *,
    limit: int,
    before: str = "",
    own_language: bool = False,
) -> list[Row]:
    """The same as rows; `own_language`: without what was not translated."""
    choice.shows()
    language, _sep, marker = before.rpartition(":")
    is_default = locale.language_code == settings.LANGUAGE_CODE
    found: list[Row] = []
    if is_default or language != settings.LANGUAGE_CODE:
        found = _read(*choice.rows(locale), choice, marker, limit)
        marker = ""
    if not (is_default or own_language) and len(found) < limit:
        rows, prefix = choice.rows(dutch())
        rows = rows.filter(~is_translated(locale, prefix))
        found += _read(rows, prefix, choice, marker, limit - len(found))
    return found


def dutch() -> QuerySet[Locale]:
    """The language of the city, without asking for it: it is looked up along with the rows."""
    return Locale.objects.filter(language_code=settings.LANGUAGE_CODE)[:1]


def is_translated(locale: Locale | QuerySet[Locale], prefix: str) -> Exists:
    """Whether everybody may read a row in this language too."""
    key = OuterRef(f"{prefix}translation_key")
    return Exists(Vermelding.objects.filter(translation_key=key, locale=locale, is_public=True))


def _read(rows: QuerySet[Any], prefix: str, choice: Choice, marker: str, limit: int) -> list[Row]:
    pk = f"{prefix[:-2]}_id" if prefix else "pk"
    place = place_of(marker)
    if place is not None:
        when, number = place
        # The first half alone is what an index can begin at.
        further = Q(starts_at__lt=when) | Q(**{f"{pk}__lt": number})
        rows = rows.filter(further, starts_at__lte=when)
    if choice.exclude is not None:
        rows = rows.exclude(**{f"{prefix}page": choice.exclude})
    columns = [prefix + name for name in COLUMNS]
    return [
        Row(*row) for row in rows.order_by("-starts_at", f"-{pk}").values_list(*columns)[:limit]
    ]


def place_of(marker: str) -> tuple[datetime, int] | None:
    seconds, _sep, pk = marker.rpartition("-")
    try:
        when, number = datetime.fromtimestamp(int(seconds), UTC), int(pk)
    except (ValueError, OverflowError, OSError):
        return None
    return (when, number) if 0 <= number < BIGGEST else None


def marker_of(last: Row) -> str:
    """Where the next part begins."""
    return f"{int(last.starts_at.timestamp()) if last.starts_at else 0}-{last.pk}"


def _marker(last: Row, locale: Locale) -> str:
    """The same, with the language if that is not the reader's."""
    marker = marker_of(last)
    return marker if last.locale_id == locale.pk else f"{settings.LANGUAGE_CODE}:{marker}"


def related(locale: Locale, choice: Choice, themas: list[int], *, limit: int) -> list[ListItem]:
    """*Lees ook*: first what is about the same theme, then the newest."""
    found: list[Row] = []
    if themas:
        same = replace(choice, thema=themas[0])
        found = newest_rows(locale, same, limit=limit, own_language=True)
    if len(found) < limit:
        known = {row.pk for row in found}
        rest = newest_rows(locale, choice, limit=limit + len(found))
        found += [row for row in rest if row.pk not in known]
    return [as_item(row, locale) for row in found[:limit]]
