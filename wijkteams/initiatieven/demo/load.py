"""Adds forty initiatives to the wards of the demo city, in every state."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone
from wagtail.models import Page

from accounts.models import User
from wijkteams.demo.pictures import DemoPictures
from wijkteams.demo.wards import story_of
from wijkteams.initiatieven.demo.guides import add_guides
from wijkteams.initiatieven.demo.ideas import add_ideas
from wijkteams.initiatieven.demo.place import place_in
from wijkteams.initiatieven.demo.rows import add_rows
from wijkteams.initiatieven.demo.ties import tie
from wijkteams.initiatieven.models import (
    AFGESLOTEN,
    Initiatief,
    InitiatiefPage,
    InitiatievenIndexPage,
    Staat,
    Stap,
)
from wijkteams.models import Thema, Wijk
from wijkteams.vermeldingen.events import refresh

HERE = Path(__file__).parent
BEFORE = 20
"Days between the idea and the first step after it."


def load(pictures: DemoPictures, today: date, albums: Sequence[Path]) -> None:
    """Add them when there are none yet. `albums`: folders with drawings that are used again."""
    if Initiatief.objects.exists():
        return
    by = User.objects.filter(email="stadsredactie@sluisdam.example").first()
    made: list[tuple[Initiatief, dict[str, Any]]] = []
    pages: list[Page] = []
    for path in sorted(HERE.glob("wijken/*.toml")):
        wijk = Wijk.objects.get(slug=path.stem)
        for data in tomllib.loads(path.read_text())["initiatief"]:
            page = _page(wijk, data, pictures, today, albums, by)
            made.append((_identity(page, wijk, data, today, by), data))
            pages.append(page)
    add_rows(made, today)
    tie(made, by)
    add_ideas(today, by)
    add_guides(pictures, today)
    # Once for all: state and needs came after the rows of lists were made.
    refresh(page.pk for page in pages)


def _page(
    wijk: Wijk,
    data: dict[str, Any],
    pictures: DemoPictures,
    today: date,
    albums: Sequence[Path],
    by: User | None,
) -> InitiatiefPage:
    index = InitiatievenIndexPage.objects.get(
        wijk=wijk, locale__language_code=settings.LANGUAGE_CODE
    )
    cover = {}
    if "image" in data:
        path = next(p for p in (a / "pictures" / data["image"] for a in albums) if p.exists())
        image = pictures.add(path, alt=data["image_alt"], wijk=wijk)
        cover = {"image": image, "image_alt": data["image_alt"]}
    streams = {
        name: story_of(data[name], pictures, wijk, today, HERE)
        for name in ("body", "resultaat", "recept")
        if data.get(name)
    }
    page = InitiatiefPage(
        title=data["title"],
        slug=data["slug"],
        summary=data["summary"],
        waarom=data["waarom"],
        wie=data["wie"],
        owner=by,
        locale=index.locale,
        first_published_at=_moment(today, _began(data)),
        **cover,
        **streams,
    )
    index.add_child(instance=page)
    page.themas.set(Thema.objects.filter(slug__in=data["themas"]))
    page.save_revision(user=by).publish(user=by)
    return page


def _identity(
    page: InitiatiefPage, wijk: Wijk, data: dict[str, Any], today: date, by: User | None
) -> Initiatief:
    """Its row, which publishing made, as far as it is; every step on its day."""
    initiatief = Initiatief.objects.get(translation_key=page.translation_key)
    began = _moment(today, _began(data))
    initiatief.stappen.update(wanneer=began)
    before = Staat.IDEE.value
    for naar, days, zin in data["stappen"]:
        moment = _moment(today, days)
        Stap.objects.create(
            initiatief=initiatief, van=before, naar=naar, zin=zin, door=by, wanneer=moment
        )
        before = naar
    if before != data["staat"]:
        raise ValueError(f"{data['slug']}: {before}")
    days = [days for _naar, days, _zin in data["stappen"]] + [days for days, _t in data["updates"]]
    initiatief.staat = data["staat"]
    initiatief.created_at = began
    initiatief.staat_sinds = _moment(today, data["stappen"][-1][1]) if data["stappen"] else began
    initiatief.laatste_teken = _moment(today, min(days, default=_began(data)))
    if initiatief.staat in AFGESLOTEN:
        initiatief.afgesloten_op = initiatief.staat_sinds
    if words := data.get("plaats"):
        initiatief.plaats_tekst, initiatief.hele_wijk = words, False
        initiatief.latitude, initiatief.longitude = place_in(wijk, words)
    initiatief.save()
    return initiatief


def _began(data: dict[str, Any]) -> int:
    """How many days ago it was an idea."""
    return max((days for _naar, days, _zin in data["stappen"]), default=12) + BEFORE


def _moment(today: date, days_ago: int) -> datetime:
    return timezone.make_aware(datetime.combine(today - timedelta(days=days_ago), time(9, 30)))
