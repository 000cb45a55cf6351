"""Surveys as RSS, of a ward and of the city: /<wijk>/enquetes/rss.xml, /enquetes/rss.xml."""

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
from enquetes.listing import ENQUETE
from enquetes.models import EnqueteIndexPage, Stand
from enquetes.overzicht.states import label_of
from wijkteams.vermeldingen.querying import Choice, newest_rows
from wijkteams.vermeldingen.row import Row

MAX_ITEMS = 30


def survey_feed(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The surveys of the ward or the city whose list this is; None for other pages."""
    specific = page.specific
    return SurveyFeed(specific)(request) if isinstance(specific, EnqueteIndexPage) else None


class SurveyFeed(Feed):  # type: ignore[type-arg]
    """RSS 2.0. What came out of a survey is a new item: it is news to who read the first one."""

    def __init__(self, page: EnqueteIndexPage) -> None:
        self.page = page
        self.language = get_language()
        self.link = absolute(page.get_url() or "/")
        self.feed_url = f"{self.link}rss.xml"

    def title(self) -> str:
        """Whose surveys they are."""
        if self.page.wijk is None:
            return plain(_("Enquêtes uit alle wijken"))
        return plain(_("Enquêtes uit %(wijk)s") % {"wijk": self.page.wijk.name})

    def description(self) -> str:
        """What the page says of itself."""
        return plain(self.page.summary or self.title())

    def items(self) -> list[Row]:
        """The newest public surveys in the language of the page."""
        choice = Choice(ENQUETE, wijk=self.page.wijk)
        return newest_rows(self.page.locale, choice, limit=MAX_ITEMS, own_language=True)

    def item_title(self, item: Any) -> str:
        """The title, with the ward where several wards stand together."""
        if self.page.wijk is None and item.wijk_name:
            return plain(f"{item.wijk_name}: {item.title}")
        return plain(item.title)

    def item_description(self, item: Any) -> str:
        """How far it is, and the summary."""
        label = label_of(item.status, item.starts_at, item.ends_at)
        return plain(f"{label.words}. {item.summary}")

    def item_link(self, item: Any) -> str:
        """The address of the survey."""
        return absolute(item.url)

    def item_guid(self, item: Any) -> str:
        """Never changes, but for once: when the results are known."""
        known = ":uitslag" if item.status == Stand.UITSLAG else ""
        return f"wijkplein:{item.translation_key}:{self.language}{known}"

    item_guid_is_permalink = False

    def item_pubdate(self, item: Any) -> datetime | None:
        """The moment from which one could answer."""
        found: datetime | None = item.starts_at
        return found
