"""What the site must know of newsletters as pages."""

from __future__ import annotations


def register_letters() -> None:
    """Called when the app is ready."""
    from core.feeds import register_feed
    from core.search import register_findable
    from nieuws.models import NieuwsbriefIndexPage, NieuwsbriefPage
    from nieuws.nieuwsbrief.feed import newsletter_feed
    from nieuws.search import archive_as_found, newsletter_as_found

    register_feed("rss.xml", newsletter_feed)
    register_findable(NieuwsbriefPage, newsletter_as_found, ("wijk",))
    register_findable(NieuwsbriefIndexPage, archive_as_found, ("wijk",), by_name=True)


def register_rhythm() -> None:
    """Early in the morning, so that it lies there at the first coffee."""
    from core.scheduler import register_job
    from nieuws.nieuwsbrief.rhythm import lay_drafts_ready

    register_job("lay_drafts_ready", {"hour": 5, "minute": 30}, lay_drafts_ready)
