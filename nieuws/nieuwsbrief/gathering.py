"""What is new since the last newsletter, in groups (requirement N3): `gather(wijk, since)`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale

from nieuws.listing import NIEUWS, NIEUWSBRIEF
from wijkteams.activiteiten.agenda.states import CALLED_OFF
from wijkteams.activiteiten.listing import ACTIVITEIT
from wijkteams.models import Vermelding
from wijkteams.vermeldingen.querying import Choice

if TYPE_CHECKING:
    from wijkteams.models import Wijk

AHEAD = timedelta(weeks=4)
"How far the agenda of a newsletter looks."
FIRST_TIME = timedelta(weeks=4)
"How far the very first newsletter looks back."
MOST = {ACTIVITEIT: 8, NIEUWS: 6}
MOST_OF_OTHERS = 5
PAGES = "pagina"
"The free pages of a ward. All other kinds without a day are pages that every ward has."
READ = 400
"Rows read of an agenda: each activity is taken once, however often it takes place."


@dataclass(frozen=True)
class Group:
    """Things of one kind: a heading, what is in it, and the whole list if there is more."""

    heading: str
    pages: list[int]
    more_text: str = ""
    more_page: int | None = None
    count: int = 0
    "How many there are, also those left out."


@dataclass(frozen=True)
class Gathered:
    """Everything for one newsletter."""

    since: datetime
    groups: list[Group] = field(default_factory=list)
    has_news: bool = False
    "Whether there is anything that readers could not know yet."
    first_title: str = ""
    "Of the newest news."


@dataclass(frozen=True)
class _Lists:
    """Where the whole lists are."""

    news: int | None
    agenda: int | None


def gather(
    wijk: Wijk | None,
    since: datetime,
    *,
    without: Iterable[int] = (),
    now: datetime | None = None,
) -> Gathered:
    """What a ward (None: the city, so all wards) has to tell: agenda, news, and other pages.

    The agenda holds the next four weeks, the soonest first, each activity once. All else is what
    was published after `since`, newest first. `without`: pages that stood in the one before.
    """
    now = now or timezone.now()
    locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    lists, known = _lists_of(wijk, locale), set(without)
    agenda, fresh = _agenda(wijk, locale, since, now)
    news = [row for row in _news(wijk, locale, since) if row[0] not in known]
    other = [row for row in _other(wijk, locale, since) if row[0] not in known]
    groups = [
        _group(_("Binnenkort"), agenda, MOST[ACTIVITEIT], _("Bekijk de hele agenda"), lists.agenda),
        _group(_("Nieuws"), _pages(news), MOST[NIEUWS], _("Lees al het nieuws"), lists.news),
        _group(_("Nieuw op de site"), _pages(other), MOST_OF_OTHERS),
    ]
    return Gathered(
        since=since,
        groups=[group for group in groups if group.pages],
        has_news=bool(news or other or fresh - known),
        first_title=news[0][1] if news else "",
    )


def _group(
    heading: str, pages: list[int], most: int, more_text: str = "", more_page: int | None = None
) -> Group:
    shortened = len(pages) > most and more_page is not None
    return Group(
        heading,
        pages[:most],
        more_text if shortened else "",
        more_page if shortened else None,
        len(pages),
    )


def _agenda(
    wijk: Wijk | None, locale: Locale, since: datetime, now: datetime
) -> tuple[list[int], set[int]]:
    """Activities to come, each once; and those of them that were published after `since`."""
    choice = Choice(ACTIVITEIT, wijk=wijk, since=timezone.localdate(now))
    rows, prefix = choice.rows(locale)
    rows = rows.filter(starts_at__gte=now, starts_at__lt=now + AHEAD)
    names = ("page_id", "first_published_at", "status")
    found = rows.order_by("starts_at").values_list(*(f"{prefix}{name}" for name in names))[:READ]
    pages: dict[int, datetime | None] = {}
    for page, published, status in found:
        if status != CALLED_OFF:
            pages.setdefault(page, published)
    fresh = {page for page, published in pages.items() if published and published > since}
    return list(pages), fresh


def _news(wijk: Wijk | None, locale: Locale, since: datetime) -> list[tuple[int, str]]:
    """Page and title of the news that still matters."""
    relevant = Q(relevant_until=None) | Q(relevant_until__gte=timezone.localdate())
    return list(_new(wijk, locale, since).filter(relevant, kind=NIEUWS))


def _other(wijk: Wijk | None, locale: Locale, since: datetime) -> list[tuple[int, str]]:
    """Pages of any other kind: also of apps that are still to come."""
    dated = Q(starts_at__isnull=False) | Q(kind=PAGES)
    own_groups = (NIEUWS, ACTIVITEIT, NIEUWSBRIEF)
    return list(_new(wijk, locale, since).filter(dated).exclude(kind__in=own_groups))


def _new(wijk: Wijk | None, locale: Locale, since: datetime) -> Any:
    """What was published after `since`, newest first."""
    fresh = Q(first_published_at__gt=since) | Q(first_published_at=None, starts_at__gt=since)
    rows = Vermelding.objects.filter(fresh, locale=locale, is_public=True, occurrence="")
    if wijk is not None:
        rows = rows.filter(wijk=wijk)
    return rows.order_by("-starts_at", "-first_published_at", "-pk").values_list("page_id", "title")


def _pages(rows: list[tuple[int, str]]) -> list[int]:
    return [page for page, _title in rows]


def _lists_of(wijk: Wijk | None, locale: Locale) -> _Lists:
    rows = Vermelding.objects.filter(
        kind__in=("nieuwslijst", "agenda"), wijk=wijk, locale=locale, is_public=True
    )
    found = dict(rows.values_list("kind", "page_id"))
    return _Lists(found.get("nieuwslijst"), found.get("agenda"))
