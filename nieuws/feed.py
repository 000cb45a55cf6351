"""News as RSS, of a ward and of the city: /<wijk>/rss.xml, /<wijk>/nieuws/rss.xml, /rss.xml."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.absolute import absolute
from core.feeds.xml_text import plain
from core.tree import HUB_DEPTH
from nieuws.listing import NIEUWS
from nieuws.models import NieuwsIndexPage
from wijkteams.models import WijkPage
from wijkteams.vermeldingen.querying import Choice, newest_rows
from wijkteams.vermeldingen.row import Row, picture_in

MAX_ITEMS = 30


def news_feed(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The news of the ward or the city that this page speaks for; None for other pages."""
    page = page.specific
    if not isinstance(page, NieuwsIndexPage | WijkPage) and page.depth != HUB_DEPTH:
        return None
    return NewsFeed(page)(request)


class NewsFeed(Feed):  # type: ignore[type-arg]
    """RSS 2.0. All addresses begin with the configured base, whatever host was asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wijk = getattr(page, "wijk", None)
        self.language = get_language()
        self.link = absolute(page.get_url() or "/")
        self.feed_url = f"{self.link}rss.xml"

    def title(self) -> str:
        """Whose news it is."""
        if self.wijk is None:
            return plain(_("Nieuws uit alle wijken"))
        return plain(_("Nieuws uit %(wijk)s") % {"wijk": self.wijk.name})

    def description(self) -> str:
        """What the page says of itself."""
        return plain(self.page.summary or self.title())

    def items(self) -> list[Row]:
        """The newest public items in the language of the page."""
        choice = Choice(NIEUWS, wijk=self.wijk)
        return newest_rows(self.page.locale, choice, limit=MAX_ITEMS, own_language=True)

    def item_title(self, item: Any) -> str:
        """The title, with the ward where several wards stand together."""
        if self.wijk is None and item.wijk_name:
            return plain(f"{item.wijk_name}: {item.title}")
        return plain(item.title)

    def item_description(self, item: Any) -> str:
        """The picture and the summary."""
        image = picture_in(item)
        summary = format_html("<p>{}</p>", plain(item.summary))
        if image is None:
            return summary
        return format_html(
            '<p><img src="{}" width="{}" height="{}" alt="{}"></p>{}',
            _whole(image.url),
            image.width,
            image.height,
            plain(image.alt),
            summary,
        )

    def item_link(self, item: Any) -> str:
        """The address of the item."""
        return absolute(item.url)

    def item_guid(self, item: Any) -> str:
        """Never changes, also when the address does."""
        return f"wijkplein:{item.translation_key}:{self.language}"

    item_guid_is_permalink = False

    def item_pubdate(self, item: Any) -> datetime:
        """The date of the item, with the hour of its publication if that was the same day."""
        published, day = item.first_published_at, timezone.localtime(item.starts_at).date()
        if published and timezone.localtime(published).date() == day:
            return published
        return timezone.make_aware(datetime.combine(day, time(12)))


def _whole(url: str) -> str:
    """The whole address of a file, which another server may hold."""
    return absolute(url) if url.startswith("/") else url
