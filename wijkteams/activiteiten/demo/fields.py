"""What stands in the words of an activity of the demo, as the fields of its page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from wijkteams.demo.pictures import DemoPictures
from wijkteams.models import Wijk

PLAIN = (
    "title",
    "slug",
    "soort",
    "place_note",
    "online_link",
    "voor_wie",
    "kinderen",
    "age_from",
    "age_until",
    "level",
    "is_free",
    "costs",
    "bring",
    "organiser",
    "talen",
    "help_available",
    "inschrijving",
    "bereik",
    "capacity",
    "reserved",
    "max_group",
    "wachtlijst",
    "closes_hours_before",
    "remind_days",
    "remind_hours",
    "keep_days",
)
STREAMS = {"stukken": "punt", "looproute": "stop", "vragen": "vraag"}


def fields_of(item: dict[str, Any]) -> dict[str, Any]:
    """The fields that are written as they are kept; the others have their defaults."""
    return {name: item[name] for name in PLAIN if name in item}


def stream_of(
    name: str, rows: list[dict[str, Any]], pictures: DemoPictures, wijk: Wijk | None, folder: Path
) -> list[dict[str, Any]]:
    """Points, stops or questions; a point may have a paper, and `notulen` are the minutes."""
    blocks = []
    for row in rows:
        value = dict(row)
        kind = STREAMS[name]
        if "file" in value:
            path = folder / "documents" / value.pop("file")
            paper = pictures.add_document(path, title=value.pop("paper"), wijk=wijk)
            value["document"] = paper.pk
        if value.pop("notulen", False):
            kind = "notulen"
        blocks.append({"type": kind, "value": value})
    return blocks
