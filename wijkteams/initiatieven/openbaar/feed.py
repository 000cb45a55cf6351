"""Initiatives as RSS, of a ward and of the city: /<wijk>/initiatieven/rss.xml."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.absolute import absolute
from core.feeds.xml_text import plain
from wijkteams.initiatieven.models import InitiatievenIndexPage
from wijkteams.initiatieven.openbaar.asked import read
from wijkteams.initiatieven.openbaar.cards import Card, cards_of
from wijkteams.initiatieven.openbaar.choosing import listed, newest

MAX_ITEMS = 30


def initiative_feed(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The initiatives of the list whose file this is; None for other pages."""
    section = page.specific
    if not isinstance(section, InitiatievenIndexPage):
        return None
    return InitiativeFeed(section, request)(request)


class InitiativeFeed(Feed):  # type: ignore[type-arg]
    """RSS 2.0. A new state is a new item: it is news to who read the first one."""

    def __init__(self, page: InitiatievenIndexPage, request: HttpRequest) -> None:
        self.page, self.asked = page, read(request.GET)
        self.language = get_language()
        self.link = absolute(page.get_url() or "/")
        self.feed_url = f"{self.link}rss.xml"

    def title(self) -> str:
        """Whose initiatives they are."""
        if self.page.wijk is None:
            return plain(_("Initiatieven uit alle wijken"))
        return plain(_("Initiatieven uit %(wijk)s") % {"wijk": self.page.wijk.name})

    def description(self) -> str:
        """What the page says of itself."""
        return plain(self.page.summary or self.title())

    def items(self) -> list[Card]:
        """Those that gave a sign of life last, as they were asked."""
        rows = newest(listed(self.page.wijk, self.asked))
        return cards_of(rows[:MAX_ITEMS], self.page.locale)

    def item_title(self, item: Any) -> str:
        """The title, with the ward where several wards stand together."""
        if self.page.wijk is None and item.item.wijk_name:
            return plain(f"{item.item.wijk_name}: {item.item.title}")
        return plain(item.item.title)

    def item_description(self, item: Any) -> str:
        """How far it is, and what it is."""
        return plain(f"{item.label.words}. {item.item.summary}".strip())

    def item_link(self, item: Any) -> str:
        """The address of the page."""
        return absolute(item.item.url)

    def item_guid(self, item: Any) -> str:
        """Never changes, but for its state."""
        row = item.initiatief
        return f"wijkplein:initiatief:{row.translation_key}:{row.staat}:{self.language}"

    item_guid_is_permalink = False

    def item_pubdate(self, item: Any) -> datetime:
        """When it last gave a sign of life."""
        moment: datetime = item.initiatief.laatste_teken
        return moment
