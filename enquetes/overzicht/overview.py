"""Lists of surveys: what one can fill in now goes first."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from django.conf import settings
from django.db.models import Case, DateTimeField, F, IntegerField, Q, QuerySet, Value, When
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from core import page_cache
from enquetes.listing import ENQUETE
from enquetes.models import Stand
from enquetes.overzicht.states import Label, label_of
from enquetes.toegang.links import panel_url
from wijkteams.vermeldingen.querying import Choice, dutch, is_translated
from wijkteams.vermeldingen.row import COLUMNS, Row, as_item

if TYPE_CHECKING:
    from wagtail.models import Locale

    from enquetes.models import EnqueteIndexPage
    from wijkteams.listing import ListItem

PAGE_SIZE = 20
LAST_PAGE = 500
OPEN, PLANNED, RESULTS, CLOSED = range(4)
STANDS = (Stand.OPEN, Stand.GEPLAND, Stand.UITSLAG, Stand.GESLOTEN)
"By rank."


class Found(NamedTuple):
    """A row with its place in the list."""

    rank: int
    soon: datetime | None
    row: Row

    @property
    def order(self) -> tuple[Any, ...]:
        """The same as that of the query, to put two languages together."""
        soon = self.soon.timestamp() if self.soon else float("inf")
        last = (_seconds(self.row.ends_at), _seconds(self.row.starts_at), self.row.pk)
        return self.rank, soon, *(-one for one in last)


@dataclass(frozen=True)
class Line:
    """A survey in a list."""

    item: ListItem
    label: Label
    stand: Stand


@dataclass
class Group:
    """What stands under one heading."""

    title: str
    lines: list[Line] = field(default_factory=list)


def index_context(page: EnqueteIndexPage, request: HttpRequest) -> dict[str, Any]:
    """The surveys of a ward, or (on the hub) of all wards."""
    number = _number(request.GET.get("bladzijde", ""))
    choice = Choice(ENQUETE, wijk=page.wijk)
    begin = (number - 1) * PAGE_SIZE
    lines = listed(page.locale, choice, limit=PAGE_SIZE + 1, begin=begin)
    return {
        "groups": grouped(lines[:PAGE_SIZE]),
        "feed_url": f"{page.get_url(request)}rss.xml",
        "is_hub": page.wijk_id is None,
        "previous_url": _address(number - 1) if number > 1 else "",
        "next_url": _address(number + 1) if len(lines) > PAGE_SIZE else "",
        "panel_url": "" if page.wijk and page.wijk.has_ended else panel_url(page.wijk),
    }


def listed(
    locale: Locale,
    choice: Choice,
    *,
    limit: int,
    begin: int = 0,
    ranks: tuple[int, ...] = (OPEN, PLANNED, RESULTS, CLOSED),
) -> list[Line]:
    """Open (what closes first), to come, with results, and closed; right at this very moment."""
    choice.shows()
    now, end = timezone.now(), begin + limit
    found = _read(*choice.rows(locale), now, ranks, end)
    if locale.language_code != settings.LANGUAGE_CODE:
        rows, prefix = choice.rows(dutch())
        rest = rows.filter(~is_translated(locale, prefix))
        found = sorted([*found, *_read(rest, prefix, now, ranks, end)], key=lambda one: one.order)
    for one in found:
        _right_until(one.row, now)
    return [_line(one, locale) for one in found[begin:end]]


def grouped(lines: list[Line]) -> list[Group]:
    """Under a heading for each state."""
    titles = {
        Stand.OPEN: _("Nu open"),
        Stand.GEPLAND: _("Begint later"),
        Stand.UITSLAG: _("De uitslag is bekend"),
        Stand.GESLOTEN: _("Gesloten"),
    }
    groups = {stand: Group(title) for stand, title in titles.items()}
    for line in lines:
        groups[line.stand].lines.append(line)
    return [group for group in groups.values() if group.lines]


def _read(
    rows: QuerySet[Any], prefix: str, now: datetime, ranks: tuple[int, ...], end: int
) -> list[Found]:
    starts, ends = f"{prefix}starts_at", f"{prefix}ends_at"
    soon = Case(
        When(rank=OPEN, then=F(ends)),
        When(rank=PLANNED, then=F(starts)),
        default=None,
        output_field=DateTimeField(),
    )
    found = rows.annotate(rank=_rank(prefix, now), soon=soon).filter(rank__in=ranks)
    found = found.order_by(
        "rank",
        F("soon").asc(nulls_last=True),
        F(ends).desc(nulls_last=True),
        F(starts).desc(nulls_last=True),
        f"-{prefix}pk",
    )
    columns = found.values_list("rank", "soon", *(prefix + name for name in COLUMNS))
    return [Found(one[0], one[1], Row(*one[2:])) for one in columns[:end]]


def _rank(prefix: str, now: datetime) -> Case:
    """How far a survey is now: its moments say more than what its row said when it was written."""
    status = f"{prefix}status"
    return Case(
        When(Q(**{status: Stand.UITSLAG}), then=Value(RESULTS)),
        When(Q(**{f"{status}__in": (Stand.GESLOTEN, Stand.CONCEPT)}), then=Value(CLOSED)),
        When(Q(**{f"{prefix}ends_at__lte": now}), then=Value(CLOSED)),
        When(Q(**{f"{prefix}starts_at__gt": now}), then=Value(PLANNED)),
        default=Value(OPEN),
        output_field=IntegerField(),
    )


def _line(found: Found, locale: Locale) -> Line:
    item, stand = as_item(found.row, locale), STANDS[found.rank]
    return Line(item, label_of(stand, item.starts_at, item.ends_at), stand)


def _right_until(row: Row, now: datetime) -> None:
    for moment in (row.starts_at, row.ends_at):
        if moment is not None and moment > now:
            page_cache.valid_until(moment)


def _seconds(moment: datetime | None) -> float:
    return moment.timestamp() if moment else float("-inf")


def _number(text: str) -> int:
    """The part of the list; the first for what makes no sense."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 1
    return number if 1 <= number <= LAST_PAGE else 1


def _address(number: int) -> str:
    return f"?bladzijde={number}" if number > 1 else "?"
