"""Newsletters as RSS, of a ward and of all of them: /<wijk>/nieuwsbrief/rss.xml (N11)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.feeds.xml_text import plain
from nieuws.feed import MAX_ITEMS, NewsFeed
from nieuws.listing import NIEUWSBRIEF
from nieuws.models import NieuwsbriefIndexPage
from wijkteams.vermeldingen.querying import Choice, newest_rows
from wijkteams.vermeldingen.row import Row


def newsletter_feed(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The newsletters of the archive that this page is; None for other pages."""
    page = page.specific
    return NewsletterFeed(page)(request) if isinstance(page, NieuwsbriefIndexPage) else None


class NewsletterFeed(NewsFeed):
    """As that of the news."""

    def title(self) -> str:
        """Whose newsletters they are."""
        if self.wijk is None:
            return plain(_("Nieuwsbrieven van alle wijken"))
        return plain(_("Nieuwsbrieven van %(wijk)s") % {"wijk": self.wijk.name})

    def items(self) -> list[Row]:
        """The newest in the language of the page."""
        choice = Choice(NIEUWSBRIEF, wijk=self.wijk)
        return newest_rows(self.page.locale, choice, limit=MAX_ITEMS, own_language=True)
