"""Adds the activities of the wards and of the city."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from wagtail.models import Page, Site

from accounts.models import User
from wijkteams.activiteiten.models import Activiteit, ActiviteitPage, AgendaPage, Locatie
from wijkteams.activiteiten.recurrence.clock import attach
from wijkteams.activiteiten.recurrence.series_text import write_series
from wijkteams.demo.pictures import DemoPictures
from wijkteams.demo.story import with_dates
from wijkteams.demo.wards import HERE as WARDS
from wijkteams.demo.wards import story_of
from wijkteams.models import Buurt, Image, Thema, Wijk
from wijkteams.vermeldingen.events import refresh

from .fields import STREAMS, fields_of, stream_of
from .guests import add_guests
from .places import load_holidays, load_places
from .times import add_past, change_times
from .when import series_of_item

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Desk:
    """Where the activities of one file go: a ward's agenda, or (without wijk) the city's."""

    agenda: AgendaPage
    wijk: Wijk | None
    author: User | None
    contact: dict[str, str]
    pictures: DemoPictures
    albums: Sequence[Path]
    today: date


def load(pictures: DemoPictures, today: date, albums: Sequence[Path] = ()) -> None:
    """Add what is not there yet; `albums` are folders with pictures that may be used again."""
    load_holidays(HERE / "vakanties.toml", today)
    load_places(HERE / "plekken.toml")
    for path in sorted(HERE.glob("agenda/*.toml")):
        data = tomllib.loads(path.read_text())
        wijk = Wijk.objects.get(slug=data["wijk"]) if data["wijk"] else None
        author = User.objects.filter(email=data.get("author", "")).first()
        places = (HERE, WARDS, *albums)
        desk = Desk(_agenda_of(wijk), wijk, author, data["contact"], pictures, places, today)
        there = set(ActiviteitPage.objects.child_of(desk.agenda).values_list("slug", flat=True))
        pages = [_add(desk, item) for item in data["activiteit"] if item["slug"] not in there]
        # Once for all: the times of the past year came after the rows of lists were made.
        refresh(page.pk for page in pages if page.live)


def _agenda_of(wijk: Wijk | None) -> AgendaPage:
    parent: Page = Site.objects.get(is_default_site=True).root_page
    if wijk is not None:
        parent = wijk.pages.get(locale=parent.locale)
    agenda: AgendaPage = AgendaPage.objects.child_of(parent).get()
    return agenda


def _add(desk: Desk, item: dict[str, Any]) -> ActiviteitPage:
    page = _new_page(desk, item)
    desk.agenda.refresh_from_db(fields=["numchild"])
    desk.agenda.add_child(instance=page)
    page.buurten.set(Buurt.objects.filter(wijk=desk.wijk, name__in=item.get("buurten", [])))
    page.themas.set(Thema.objects.filter(slug__in=item["themas"]))
    revision = page.save_revision(user=desk.author)
    if item.get("state") == "draft":
        return page
    revision.publish(user=desk.author)
    activiteit = Activiteit.objects.of_page(page).get()
    add_past(activiteit, item.get("visitors", []), desk.today)
    change_times(activiteit, item.get("keren", []))
    if "lijst" in item:
        add_guests(activiteit, None, item["lijst"])
    page.refresh_from_db(fields=["live"])
    return page


def _new_page(desk: Desk, item: dict[str, Any]) -> ActiviteitPage:
    series = series_of_item(item, desk.today)
    day = series.start.date()
    image = _picture(desk, item)
    page = ActiviteitPage(
        **fields_of(item),
        **{key: item.get(key, value) for key, value in desk.contact.items()},
        summary=with_dates(item["summary"], desk.today),
        starts_at=attach(series.start),
        # Of whole days the last one counts: `keren.series` makes the midnight after it.
        ends_at=attach(series.end - timedelta(minutes=1) if series.all_day else series.end),
        all_day=series.all_day,
        herhaling=write_series(series) if series.rule else "",
        locatie=_place(desk.wijk, item.get("plek", "")),
        image=image,
        image_alt=item.get("image_alt") or (image.description if image else ""),
        photo_credit="getekend door Wijkplein" if image else "",
        body=story_of(item["body"], desk.pictures, desk.wijk, desk.today, HERE),
        owner=desk.author,
        live=False,
    )
    for name in STREAMS:
        setattr(page, name, stream_of(name, item.get(name, []), desk.pictures, desk.wijk, HERE))
    if "verslag" in item:
        page.verslag = story_of(item["verslag"], desk.pictures, desk.wijk, day, HERE)
    return page


def _picture(desk: Desk, item: dict[str, Any]) -> Image | None:
    if "image" not in item:
        return None
    found = (album / "pictures" / item["image"] for album in desk.albums)
    path = next(path for path in found if path.exists())
    return desk.pictures.add(path, alt=item.get("image_alt", ""), wijk=desk.wijk)


def _place(wijk: Wijk | None, name: str) -> Locatie | None:
    return Locatie.objects.get(wijk=wijk, name=name) if name else None
