"""Public signals as RSS, of a ward and of the city: /<wijk>/signalen/rss.xml (requirement G11)."""

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
from wijkteams.signalen.models import SignalenIndexPage
from wijkteams.signalen.openbaar.choosing import newest, of_ward
from wijkteams.signalen.openbaar.shown import Publiek, shown_all

MAX_ITEMS = 30


def signal_feed(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The signals of the list whose file this is; None for other pages."""
    specific = page.specific
    return SignalFeed(specific)(request) if isinstance(specific, SignalenIndexPage) else None


class SignalFeed(Feed):  # type: ignore[type-arg]
    """RSS 2.0. A new state is a new item: it is news to who read the first one."""

    def __init__(self, page: SignalenIndexPage) -> None:
        self.page = page
        self.language = get_language()
        self.link = absolute(page.get_url() or "/")
        self.feed_url = f"{self.link}rss.xml"

    def title(self) -> str:
        """Whose signals they are."""
        if self.page.wijk is None:
            return plain(_("Signalen uit alle wijken"))
        return plain(_("Signalen uit %(wijk)s") % {"wijk": self.page.wijk.name})

    def description(self) -> str:
        """What the page says of itself."""
        return plain(self.page.summary or self.title())

    def items(self) -> list[Publiek]:
        """The public signals that changed last."""
        rows = newest(of_ward(self.page.wijk)).order_by("-bijgewerkt_op", "-pk")
        return shown_all(rows[:MAX_ITEMS], photos=False)

    def item_title(self, item: Any) -> str:
        """The title, with the ward where several wards stand together."""
        return plain(f"{item.wijk}: {item.title}" if self.page.wijk is None else item.title)

    def item_description(self, item: Any) -> str:
        """How far it is, where, and its words if those are for all."""
        return plain(f"{item.label.words}. {item.place}. {item.text}".strip())

    def item_link(self, item: Any) -> str:
        """The address of the signal."""
        return absolute(item.url)

    def item_guid(self, item: Any) -> str:
        """Never changes, but for its state."""
        return f"wijkplein:signaal:{item.code}:{item.staat}"

    item_guid_is_permalink = False

    def item_pubdate(self, item: Any) -> datetime:
        """When it last changed."""
        moment: datetime = item.changed
        return moment
