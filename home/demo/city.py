"""The hub of the demo city: name and contact, front page, and the pages of the house."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from django.utils import timezone
from wagtail.models import Site

from core.models import StadInstellingen
from home.models import HomePage, ToegankelijkheidPage
from home.services import open_city
from nieuws.demo import HERE as NEWS
from wijkteams.demo import DemoPictures
from wijkteams.demo.wards import HERE as WARDS
from wijkteams.demo.wards import cover_of, story_of
from wijkteams.models import TekstPage

HERE = Path(__file__).parent


def load(pictures: DemoPictures, today: date) -> None:
    """Name the city and fill its own pages, unless that was done before."""
    data = tomllib.loads((HERE / "words/nl.toml").read_text())
    hub = open_city()
    settings = StadInstellingen.for_site(Site.objects.get(is_default_site=True))
    if settings.stad != data["settings"]["stad"]:
        for name, value in data["settings"].items():
            setattr(settings, name, value)
        settings.save()
        _fill_hub(hub, data["hub"], pictures, today)
    for page in data["page"]:
        if not hub.get_children().filter(slug=page["slug"]).exists():
            _add_page(hub, page, pictures, today)


def _fill_hub(hub: HomePage, data: dict[str, Any], pictures: DemoPictures, today: date) -> None:
    hub.title, hub.intro, hub.summary = data["title"], data["intro"], data["summary"]
    hub.image_alt = data["image_alt"]
    hub.image = pictures.add(NEWS / "pictures/sluisdam.webp", alt=hub.image_alt, wijk=None)
    hub.body = story_of(data["body"], pictures, None, today, WARDS)
    now = timezone.now()
    hub.first_published_at = hub.first_published_at or now
    hub.last_published_at = now
    hub.save()


def _add_page(hub: HomePage, data: dict[str, Any], pictures: DemoPictures, today: date) -> None:
    now = timezone.now()
    hub.refresh_from_db(fields=["numchild"])
    kind: Any = ToegankelijkheidPage if "verklaring" in data else TekstPage
    hub.add_child(
        instance=kind(
            **_statement(data.get("verklaring", {})),
            title=data["title"],
            slug=data["slug"],
            summary=data["summary"],
            **cover_of(data, pictures, None),
            body=story_of(data["body"], pictures, None, today, WARDS),
            show_in_menus=data.get("in_menu", False),
            locale=hub.locale,
            first_published_at=now,
            last_published_at=now,
        )
    )


def _statement(data: dict[str, Any]) -> dict[str, Any]:
    """The fields of the statement on accessibility, as StreamField data."""
    blocks = {"research": "onderzoek", "gaps": "gebrek"}
    return {
        name: json.dumps([{"type": blocks[name], "value": item} for item in value], default=str)
        if name in blocks
        else value
        for name, value in data.items()
    }
