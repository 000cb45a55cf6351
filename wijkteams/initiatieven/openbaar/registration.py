"""What this room tells the rest of the site when it starts."""

from __future__ import annotations

from core.feeds import register_feed
from wijkteams.front_parts import register_front_part
from wijkteams.initiatieven.openbaar import keeping, poster
from wijkteams.initiatieven.openbaar.feed import initiative_feed
from wijkteams.initiatieven.openbaar.files import (
    initiatives_csv,
    initiatives_json,
    spots_geojson,
)
from wijkteams.initiatieven.openbaar.front_part import what_residents_start
from wijkteams.initiatieven.openbaar.search import register_found


def register() -> None:
    """Called when the app is ready."""
    register_found()
    register_front_part(what_residents_start)
    register_feed("rss.xml", initiative_feed)
    register_feed("initiatieven.json", initiatives_json)
    register_feed("initiatieven.csv", initiatives_csv)
    register_feed("initiatieven.geojson", spots_geojson)
    keeping.connect()
    poster.connect()
