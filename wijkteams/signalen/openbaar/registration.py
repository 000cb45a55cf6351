"""Where residents come across signals."""

from __future__ import annotations

from core.feeds import register_feed
from core.search import register_findable
from wijkteams.front_parts import register_front_part
from wijkteams.signalen.models import SignalenIndexPage
from wijkteams.signalen.openbaar import keeping
from wijkteams.signalen.openbaar.feed import signal_feed
from wijkteams.signalen.openbaar.files import signals_csv, signals_geojson
from wijkteams.signalen.openbaar.front_part import what_goes_on
from wijkteams.signalen.openbaar.search import list_as_found


def register_public() -> None:
    """Called when the app is ready."""
    register_front_part(what_goes_on)
    register_findable(SignalenIndexPage, list_as_found, ("wijk",), by_name=True)
    register_feed("rss.xml", signal_feed)
    register_feed("signalen.geojson", signals_geojson)
    register_feed("signalen.csv", signals_csv)
    keeping.connect()
