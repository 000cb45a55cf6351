"""The agenda as RSS: what is to come, the newest in the agenda first: /…/agenda/rss.xml."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from core import page_cache
from core.absolute import absolute
from core.feeds.xml_text import plain
from wijkteams.activiteiten.ical.choosing import MOST_ROWS
from wijkteams.activiteiten.listing import ACTIVITEIT
from wijkteams.activiteiten.models import AgendaPage
from wijkteams.vermeldingen.querying import Choice

MAX_ITEMS = 30


class Item(NamedTuple):
    """The first time to come of an activity."""

    translation_key: Any
    title: str
    url: str
    summary: str
    starts_at: datetime
    has_time: bool
    place: str
    status: str
    wijk: str | None
    published: datetime | None


def agenda_rss(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The agenda of a ward, or of all of them; None for other pages."""
    page = page.specific
    return AgendaRss(page)(request) if isinstance(page, AgendaPage) else None


class AgendaRss(Feed):  # type: ignore[type-arg]
    """RSS 2.0. All addresses begin with the configured base, whatever host was asked for."""

    item_guid_is_permalink = False

    def __init__(self, page: AgendaPage) -> None:
        self.page = page
        self.language = get_language()
        self.link = absolute(page.get_url() or "/")
        self.feed_url = f"{self.link}rss.xml"

    def title(self) -> str:
        """Whose agenda it is."""
        if self.page.wijk is None:
            return plain(_("Agenda van alle wijken"))
        return plain(_("Agenda %(wijk)s") % {"wijk": self.page.wijk.name})

    def description(self) -> str:
        """What the page says of itself."""
        return plain(self.page.summary or self.title())

    def items(self) -> list[Item]:
        """What is to come, each activity once; what came into the agenda last stands first."""
        wijk = self.page.wijk
        page_cache.shows(f"vermeldingen:{ACTIVITEIT}:{wijk.pk if wijk else 'stad'}")
        choice = Choice(ACTIVITEIT, wijk=wijk, since=timezone.localdate())
        rows, prefix = choice.rows(self.page.locale)
        names = "translation_key title url summary starts_at has_time place status wijk__name"
        columns = [f"{prefix}{name}" for name in (*names.split(), "first_published_at")]
        found: dict[Any, Item] = {}
        for row in rows.order_by("starts_at").values_list(*columns)[:MOST_ROWS]:
            found.setdefault(row[0], Item(*row))
        newest = sorted(found.values(), key=_published, reverse=True)
        return newest[:MAX_ITEMS]

    def item_title(self, item: Any) -> str:
        """The day and the title, with the ward where several stand together."""
        day = date_format(timezone.localtime(item.starts_at), "j F")
        whose = f"{item.wijk}: " if self.page.wijk is None and item.wijk else ""
        title = f"{whose}{day}: {item.title}"
        off = item.status == "afgelast"
        return plain(_("Gaat niet door: %(title)s") % {"title": title} if off else title)

    def item_description(self, item: Any) -> str:
        """When, where and what."""
        start = timezone.localtime(item.starts_at)
        when = date_format(start, "l j F Y")
        if item.has_time:
            when = _("%(day)s om %(time)s uur") % {"day": when, "time": start.strftime("%H.%M")}
        where = f", {item.place}" if item.place else ""
        return format_html("<p>{}{}</p><p>{}</p>", plain(when), plain(where), plain(item.summary))

    def item_link(self, item: Any) -> str:
        """The address of its first time to come."""
        return absolute(item.url)

    def item_guid(self, item: Any) -> str:
        """Never changes, also when the address does."""
        return f"wijkplein:{item.translation_key}:{self.language}"

    def item_pubdate(self, item: Any) -> datetime:
        """Since when it is in the agenda."""
        return _published(item)


def _published(item: Item) -> datetime:
    return item.published or item.starts_at
