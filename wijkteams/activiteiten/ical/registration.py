"""Letting the site know of calendars."""

from __future__ import annotations

from core.feeds import register_feed
from core.page_cache.views import open_to_all
from core.scheduler import register_job


def register_calendars() -> None:
    """Called when the app is ready, after `keren.events`."""
    from wijkteams.activiteiten.ical import feeds, sequence
    from wijkteams.activiteiten.ical.gone import forget_what_is_long_gone
    from wijkteams.activiteiten.ical.rss import agenda_rss

    register_feed("agenda.ics", feeds.agenda_feed)
    register_feed("activiteit.ics", feeds.activity_feed)
    register_feed("rss.xml", agenda_rss)
    open_to_all("keer_ics")
    sequence.connect()
    register_job("forget_gone_activities", {"hour": 2, "minute": 35}, forget_what_is_long_gone)
