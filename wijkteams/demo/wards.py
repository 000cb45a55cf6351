"""Opens the wards of the demo city and fills their pages."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from django.utils import timezone

from wijkteams.models import Kerncijfer, Teamlid, TekstPage, Thema, Wijk, WijkPage, WijkteamPage
from wijkteams.services import BuurtInvoer, open_ward

from .pictures import DemoPictures
from .story import as_blocks, with_dates

HERE = Path(__file__).parent
GEMEENTE, GEMEENTECODE = "Sluisdam", "GM9900"
SOURCE = "Gemeente Sluisdam (verzonnen)"


def load(pictures: DemoPictures, today: date) -> None:
    """Open the wards that are not there yet, with themes, pages and team."""
    _add_themas()
    boundaries = _boundaries()
    data = [tomllib.loads(path.read_text()) for path in sorted(HERE.glob("data/*.toml"))]
    for ward in sorted(data, key=lambda ward: str(ward["code"])):
        if not Wijk.objects.filter(code=ward["code"]).exists():
            _add_ward(ward, boundaries[ward["slug"]], pictures, today)
    for ward in data:
        if "status" in ward:
            _set_status(ward)


def _add_themas() -> None:
    for thema in tomllib.loads((HERE / "themas.toml").read_text())["thema"]:
        Thema.objects.get_or_create(slug=thema["slug"], defaults={"name": thema["name"]})


def _boundaries() -> dict[str, Any]:
    features = json.loads((HERE / "boundaries.geojson").read_text())["features"]
    return {feature["properties"]["wijk"]: feature["geometry"] for feature in features}


def _add_ward(ward: dict[str, Any], boundary: Any, pictures: DemoPictures, today: date) -> None:
    wijk = open_ward(
        name=ward["name"],
        slug=ward["slug"],
        code=ward["code"],
        palette=ward["palette"],
        gemeente=GEMEENTE,
        gemeentecode=GEMEENTECODE,
        boundary=boundary,
        buurten=[BuurtInvoer(name) for name in ward["buurten"]],
        postcodes=ward["postcodes"],
    )
    for name in ("contact_email", "contact_phone", "meeting_place"):
        setattr(wijk, name, ward.get(name, ""))
    wijk.full_clean()
    wijk.save()
    for indicator, value in ward["kerncijfers"].items():
        Kerncijfer.objects.create(
            wijk=wijk, indicator=indicator, jaar=today.year - 1, waarde=value, bron=SOURCE
        )
    page = _fill_front(wijk, ward, pictures, today)
    _fill_team(page, ward["team"], pictures, today)
    for number, free in enumerate(ward.get("page", [])):
        _add_free_page(page, free, pictures, today, in_menu=number == 0)


def _set_status(ward: dict[str, Any]) -> None:
    """A team that rests, or that went on under another name."""
    wijk = Wijk.objects.get(code=ward["code"])
    opvolger = Wijk.objects.filter(slug=ward.get("opvolger")).first()
    if wijk.status == Wijk.Status.ACTIEF:
        wijk.status, wijk.opvolger = ward["status"], opvolger
        wijk.full_clean()
        wijk.save()


def story_of(
    text: str, pictures: DemoPictures, wijk: Wijk | None, day: date, folder: Path
) -> list[dict[str, Any]]:
    """The blocks of a story, with the pictures and documents that it names."""
    return as_blocks(with_dates(text, day), pictures.sources(wijk, folder))


def cover_of(page: dict[str, Any], pictures: DemoPictures, wijk: Wijk | None) -> dict[str, Any]:
    """The picture at the head of a page, with what it shows; pages need none."""
    if "image" not in page:
        return {}
    path, alt = HERE / "pictures" / page["image"], page["image_alt"]
    return {
        "image": pictures.add(path, alt=alt, wijk=wijk),
        "image_alt": alt,
    }


def _fill_front(wijk: Wijk, ward: dict[str, Any], pictures: DemoPictures, today: date) -> WijkPage:
    page: WijkPage = WijkPage.objects.get(wijk=wijk)
    page.summary = ward["summary"]
    page.opening_hours = ward.get("opening_hours", "")
    page.image = pictures.add(HERE / f"pictures/{wijk.slug}.webp", alt=ward["image_alt"], wijk=wijk)
    page.image_alt = ward["image_alt"]
    page.body = story_of(ward["body"], pictures, wijk, today, HERE)
    page.save()
    return page


def _fill_team(front: WijkPage, team: dict[str, Any], pictures: DemoPictures, today: date) -> None:
    page = WijkteamPage.objects.child_of(front).get()
    page.summary = team["summary"]
    page.body = story_of(team.get("body", ""), pictures, front.wijk, today, HERE)
    for number, (name, task) in enumerate(team["members"]):
        image = pictures.add_portrait(name, wijk=front.wijk)
        page.teamleden.add(Teamlid(name=name, task=task, image=image, sort_order=number))
    page.save()


def _add_free_page(
    front: WijkPage, free: dict[str, Any], pictures: DemoPictures, today: date, *, in_menu: bool
) -> None:
    now = timezone.now()
    page = TekstPage(
        title=free["title"],
        slug=free["slug"],
        summary=free["summary"],
        **cover_of(free, pictures, front.wijk),
        body=story_of(free["body"], pictures, front.wijk, today, HERE),
        show_in_menus=in_menu,
        locale=front.locale,
        first_published_at=now,
        last_published_at=now,
    )
    front.add_child(instance=page)
