"""A city of any size: wards with their pages, and published news over the years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from time import perf_counter
from typing import Any

from django.core.management import call_command
from django.db import transaction
from wagtail.models import Locale, Page

from core.pictures.making import make
from home.models import HomePage
from home.services import open_city
from nieuws.models import NieuwsIndexPage, NieuwsJaarPage, NieuwsPage
from tests.builders import texts
from tests.builders.rows import analyze, mind_sequences, next_id
from tests.builders.tree import Node, Tree
from tests.factories import photo, photo_file
from wijkteams.models import (
    Buurt,
    Image,
    Kerncijfer,
    Postcode,
    Teamlid,
    Wijk,
    WijkPage,
    WijkteamPage,
)
from wijkteams.palettes import Palet
from wijkteams.vermeldingen.rebuild import rebuild

FIRST_DAY, LAST_DAY = date(2022, 1, 1), date(2026, 10, 31)


@dataclass(frozen=True)
class City:
    """What was built, and how long it took."""

    hub: HomePage
    wards: list[Wijk]
    pages: int
    news: int
    seconds: float


def build_city(
    *, wards: int = 1000, news: int = 50_000, seed: int = 1, images: int = 6, index: bool = False
) -> City:
    """Build a city beside what is there. The same seed gives the same city.

    `images`: how many pictures the news shares (0: none); `index`: make it findable in search.
    """
    start = perf_counter()
    random = Random(seed)
    with transaction.atomic():
        hub = open_city(stad="Sluisdam")
        rows = _make_wards(wards)
        pictures = _make_pictures(images)
        pages = _grow(hub, rows, news, pictures, random)
        _furnish(rows)
    rebuild()
    analyze()
    if index:
        call_command("update_index", verbosity=0)
    seconds = perf_counter() - start
    return City(HomePage.objects.get(pk=hub.pk), rows, pages, news, seconds)


def _make_wards(number: int) -> list[Wijk]:
    first = next_id(Wijk) - 1
    palettes = [palette for palette in Palet if palette is not Palet.SLUIS]
    return Wijk.objects.bulk_create(
        [
            Wijk(
                code=f"W-{n:06d}",
                name=texts.ward_name(n),
                slug=f"wijk-{n + 1}",
                palette=palettes[n % len(palettes)],
                gemeente=("Sluisdam", "Oeverstad", "Molenveen")[n % 3],
            )
            for n in range(first, first + number)
        ],
        batch_size=500,
    )


def _make_pictures(number: int) -> list[Image]:
    pictures = [
        photo(None, title=f"Foto {n + 1}", file=photo_file(size=(640 + n, 480)))
        for n in range(number)
    ]
    for picture in pictures:
        make(picture.pk, ["card"])
    return pictures


def _grow(
    hub: HomePage, wards: list[Wijk], news: int, pictures: list[Image], random: Random
) -> int:
    last = hub.get_last_child()
    taken = Page._str2int(last.path[-Page.steplen :]) if last else 0
    top = Node(hub.pk, hub.path, hub.depth, hub.url_path, numchild=taken)
    models: dict[type[Page], dict[str, Any]] = {
        WijkPage: {"summary": "Welkom op de site van deze wijk."},
        WijkteamPage: {},
        NieuwsIndexPage: {},
        NieuwsJaarPage: {},
        NieuwsPage: {},
    }
    tree = Tree(models, random)
    first_pk = tree.next_pk
    for number, wijk in enumerate(wards):
        share = news // len(wards) + (number < news % len(wards))
        _grow_ward(tree, top, wijk, share, pictures)
    tree.finish()
    Page.objects.filter(pk=hub.pk).update(numchild=hub.numchild + len(wards))
    return tree.next_pk - first_pk


def _grow_ward(tree: Tree, hub: Node, wijk: Wijk, news: int, pictures: list[Image]) -> None:
    page = tree.hang(
        hub, WijkPage, wijk.name, wijk.slug, wijk_id=wijk.pk, body=texts.body(tree.random)
    )
    listing = tree.hang(
        page, NieuwsIndexPage, "Nieuws", "nieuws", wijk_id=wijk.pk, show_in_menus=True
    )
    team = tree.hang(
        page, WijkteamPage, "Het wijkteam", "wijkteam", wijk_id=wijk.pk, show_in_menus=True
    )
    days = (LAST_DAY - FIRST_DAY).days
    dates = sorted(FIRST_DAY + timedelta(tree.random.randrange(days)) for _n in range(news))
    years: dict[int, Node] = {}
    for number, day in enumerate(dates):
        year = years.get(day.year)
        if year is None:
            year = years[day.year] = tree.hang(
                listing, NieuwsJaarPage, f"Nieuws uit {day.year}", str(day.year), wijk_id=wijk.pk
            )
        _grow_item(tree, year, wijk, number, day, pictures)
    for node in (*years.values(), listing, team, page):
        tree.done(node)


def _grow_item(
    tree: Tree, year: Node, wijk: Wijk, number: int, day: date, pictures: list[Image]
) -> None:
    picture = pictures[number % len(pictures)] if pictures and number % 3 else None
    item = tree.hang(
        year,
        NieuwsPage,
        texts.title(tree.random),
        f"bericht-{number + 1}",
        wijk_id=wijk.pk,
        date=day,
        summary=texts.sentence(tree.random),
        body=texts.body(tree.random),
        image_id=picture.pk if picture else None,
        published=datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
    )
    tree.done(item)


def _furnish(wards: list[Wijk]) -> None:
    """A neighbourhood, a postcode, a figure and two people for each ward."""
    Buurt.objects.bulk_create(
        [Buurt(wijk=wijk, name=f"Buurt bij {wijk.name}", slug="buurt") for wijk in wards], 500
    )
    Postcode.objects.bulk_create(
        [Postcode(wijk=wijk, postcode=str(1000 + n % 9000)) for n, wijk in enumerate(wards)], 500
    )
    Kerncijfer.objects.bulk_create(
        [
            Kerncijfer(wijk=w, indicator="inwoners", jaar=2024, waarde=4321, bron="CBS")
            for w in wards
        ],
        500,
    )
    teams = (
        WijkteamPage.objects.filter(wijk__in=wards) if len(wards) < 500 else WijkteamPage.objects
    )
    pages = list(teams.values_list("pk", flat=True))
    locale = Locale.get_default()
    members = [
        Teamlid(page_id=pk, name=name, sort_order=n, locale=locale)
        for pk in pages
        for n, name in enumerate(("Ina", "Omar"))
    ]
    Teamlid.objects.bulk_create(members, batch_size=500)
    mind_sequences(Wijk)
