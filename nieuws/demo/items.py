"""Adds the news of the wards and of the city."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone
from wagtail.models import Page, Site

from accounts.models import User
from nieuws.models import NieuwsIndexPage, NieuwsPage
from nieuws.years import add_news
from wijkteams.demo.pictures import DemoPictures
from wijkteams.demo.story import with_dates
from wijkteams.demo.wards import story_of
from wijkteams.models import Buurt, Thema, Wijk

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Newsroom:
    """Where the items of one file go: a ward's news list, or (without wijk) the city's."""

    index: NieuwsIndexPage
    wijk: Wijk | None
    author: User | None
    pictures: DemoPictures
    today: date


def load(pictures: DemoPictures, today: date) -> None:
    """Add the items that are not there yet."""
    for path in sorted(HERE.glob("berichten/*.toml")):
        data = tomllib.loads(path.read_text())
        wijk = Wijk.objects.get(slug=data["wijk"]) if data["wijk"] else None
        author = User.objects.filter(email=data.get("author", "")).first()
        room = Newsroom(_index_of(wijk), wijk, author, pictures, today)
        there = set(NieuwsPage.objects.descendant_of(room.index).values_list("slug", flat=True))
        for item in data["item"]:
            if item["slug"] not in there:
                _add_item(room, item)


def _index_of(wijk: Wijk | None) -> NieuwsIndexPage:
    parent: Page = Site.objects.get(is_default_site=True).root_page
    if wijk is not None:
        parent = wijk.pages.get(locale=parent.locale)
    index: NieuwsIndexPage = NieuwsIndexPage.objects.child_of(parent).get()
    return index


def _add_item(room: Newsroom, item: dict[str, Any]) -> None:
    day = room.today - timedelta(days=item["days_ago"])
    page = add_news(room.index, _new_page(room, item, day))
    page.buurten.set(Buurt.objects.filter(wijk=room.wijk, name__in=item.get("buurten", [])))
    page.themas.set(Thema.objects.filter(slug__in=item.get("themas", [])))
    state = item.get("state", "published")
    if state == "published":
        page.first_published_at = timezone.make_aware(datetime.combine(day, time(10)))
        page.save_revision(user=room.author).publish(user=room.author)
        return
    writer = User.objects.filter(email=item.get("writer", "")).first() or room.author
    page.owner = writer
    page.save()
    page.save_revision(user=writer)
    workflow = page.get_workflow()
    if state == "moderation" and workflow is not None:
        workflow.start(page, writer)


def _new_page(room: Newsroom, item: dict[str, Any], day: date) -> NieuwsPage:
    alt = item.get("image_alt", "")
    image = None
    if "image" in item:
        image = room.pictures.add(HERE / "pictures" / item["image"], alt=alt, wijk=room.wijk)
    until = item.get("relevant_days")
    return NieuwsPage(
        title=item["title"],
        slug=item["slug"],
        summary=with_dates(item["summary"], day),
        date=day,
        image=image,
        image_alt=alt,
        photo_credit=item.get("credit", "getekend door Wijkplein" if image else ""),
        body=story_of(item["body"], room.pictures, room.wijk, day, HERE),
        relevant_until=None if until is None else day + timedelta(days=until),
        rectificatie=item.get("rectificatie", ""),
        owner=room.author,
        live=False,
    )
