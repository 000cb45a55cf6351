"""News as RSS, of a ward and of the city: /<wijk>/rss.xml, /<wijk>/nieuws/rss.xml, /rss.xml."""

from __future__ import annotations

import re
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
from nieuws.models import NieuwsIndexPage, NieuwsPage
from nieuws.querysets import public_news
from wijkteams.listing import list_image, prefetch_card_images
from wijkteams.models import WijkPage

MAX_ITEMS = 30
HUB_DEPTH = 2
# XML has no way to write these, not even escaped.
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def news_feed(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The news of the ward or the city that this page speaks for; None for other pages."""
    page = page.specific
    if not isinstance(page, NieuwsIndexPage | WijkPage) and page.depth != HUB_DEPTH:
        return None
    return NewsFeed(page)(request)


def plain(text: str) -> str:
    """A text without the signs that XML cannot hold."""
    return NOT_IN_XML.sub("", text)


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

    def items(self) -> list[NieuwsPage]:
        """The newest public items in the language of the page."""
        rows = public_news(self.page.locale, wijk=self.wijk).select_related("wijk")
        return list(prefetch_card_images(rows.newest_first())[:MAX_ITEMS])

    def item_title(self, item: Any) -> str:
        """The title, with the ward where several wards stand together."""
        if self.wijk is None and item.wijk is not None:
            return plain(f"{item.wijk.name}: {item.title}")
        return plain(item.title)

    def item_description(self, item: Any) -> str:
        """The picture and the summary."""
        image = list_image(item.image, item.alt)
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
        return absolute(item.get_url() or "/")

    def item_guid(self, item: Any) -> str:
        """Never changes, also when the address does."""
        return f"wijkplein:{item.translation_key}:{self.language}"

    item_guid_is_permalink = False

    def item_pubdate(self, item: Any) -> datetime:
        """The date of the item, with the hour of its publication if that was the same day."""
        published = item.first_published_at
        if published and timezone.localtime(published).date() == item.date:
            return published
        return timezone.make_aware(datetime.combine(item.date, time(12)))


def _whole(url: str) -> str:
    """The whole address of a file, which another server may hold."""
    return absolute(url) if url.startswith("/") else url
