"""The guides of the demo city: how to start a street party, a garden, a bus."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

from django.conf import settings

from wijkteams.demo.pictures import DemoPictures
from wijkteams.demo.wards import story_of
from wijkteams.initiatieven.models import InitiatievenIndexPage, WegwijzerPage
from wijkteams.models import Wijk

HERE = Path(__file__).parent


def add_guides(pictures: DemoPictures, today: date) -> None:
    """Under the section of their ward, or of the city."""
    for data in tomllib.loads((HERE / "wegwijzers.toml").read_text())["wegwijzer"]:
        wijk = Wijk.objects.get(slug=data["wijk"]) if data["wijk"] else None
        index = InitiatievenIndexPage.objects.get(
            wijk=wijk, locale__language_code=settings.LANGUAGE_CODE
        )
        page = WegwijzerPage(
            title=data["title"],
            slug=data["slug"],
            summary=data["summary"],
            body=story_of(data["body"], pictures, wijk, today, HERE),
            stappen=data["stappen"].strip(),
            adviseurs=data["adviseurs"].strip(),
            locale=index.locale,
        )
        index.add_child(instance=page)
        page.save_revision().publish()
