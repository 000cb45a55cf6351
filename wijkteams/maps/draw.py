"""Draw what changed. Repeatable: a second time does nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import groupby

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.text import slugify
from wagtail.models import Locale

from core.models import StadInstellingen
from wijkteams.models import Gezicht, Kaart, Omtrek, Wijk
from wijkteams.wards import public_ward_pages

from . import files
from .drawing import Svg, WardShape, draw_map, draw_outline, map_title
from .shapes import read_shape

EDITION = 1  # one more when a drawing changes its looks: all are then drawn anew
CITY = "stad"  # the map of wards without a gemeente
PASSES = 5


@dataclass(frozen=True)
class Ward:
    """A ward as it is in the database, with its number on the map."""

    wijk: Wijk
    number: int

    @property
    def key(self) -> str:
        """On which map the ward stands."""
        return slugify(self.wijk.gemeentecode or self.wijk.gemeente) or CITY

    def source(self, *, with_number: bool) -> list[object]:
        """Everything that a drawing of this ward depends on."""
        wijk = self.wijk
        status = wijk.status if with_number else ""
        number = self.number if with_number else 0
        return [wijk.code, wijk.name, wijk.palette, status, number, wijk.boundary]


@dataclass(frozen=True)
class Drawn:
    """How much was drawn, and how many drawings went away."""

    maps: int = 0
    outlines: int = 0
    removed: int = 0

    def __bool__(self) -> bool:
        return bool(self.maps or self.outlines or self.removed)


def draw_all() -> Drawn:
    """Bring all maps and outlines up to date with the wards.

    Looks again afterwards: whatever changed while it was drawing, is drawn as well.
    """
    total = Drawn()
    with translation.override(settings.LANGUAGE_CODE):
        for _pass in range(PASSES):
            drawn = _draw_changes()
            if not drawn:
                break
            total = Drawn(
                total.maps + drawn.maps,
                total.outlines + drawn.outlines,
                total.removed + drawn.removed,
            )
    return total


def sweep() -> int:
    """Remove drawings that were left behind, by a crash for instance."""
    used = set(Kaart.objects.values_list("file", flat=True))
    used |= set(Omtrek.objects.values_list("file", flat=True))
    used |= {name for face in Gezicht.objects.all() for name in face.files}
    used |= set(StadInstellingen.objects.values_list("social_card", flat=True))
    lost = files.stored() - used
    files.discard(lost)
    return len(lost)


def _draw_changes() -> Drawn:
    wards = _wards_to_draw()
    maps = {kaart.key: kaart for kaart in Kaart.objects.all()}
    outlines = {omtrek.wijk_id: omtrek for omtrek in Omtrek.objects.all()}
    groups = {key: list(group) for key, group in groupby(wards, key=lambda ward: ward.key)}
    removed = _remove(
        [kaart for key, kaart in maps.items() if key not in groups],
        [omtrek for pk, omtrek in outlines.items() if pk not in {ward.wijk.pk for ward in wards}],
    )
    drawn = Drawn(removed=removed)
    for key, group in groups.items():
        count = sum(_draw_outline(ward, outlines.get(ward.wijk.pk)) for ward in group)
        fresh = _draw_map(key, group, maps.get(key))
        drawn = replace(drawn, maps=drawn.maps + fresh, outlines=drawn.outlines + count)
    return drawn


def _wards_to_draw() -> list[Ward]:
    """Public wards with a boundary that can be drawn, numbered by map as the list has them."""
    pages = public_ward_pages(Locale.get_default())
    wijken = [page.wijk for page in pages.exclude(wijk__boundary__isnull=True)]
    found: list[Ward] = []
    numbers: dict[str, int] = {}
    for wijk in wijken:
        if read_shape(wijk.boundary) is None:
            continue
        key = Ward(wijk, 0).key
        numbers[key] = numbers.get(key, 0) + 1
        found.append(Ward(wijk, numbers[key]))
    return sorted(found, key=lambda ward: ward.key)


def _remove(maps: Sequence[Kaart], outlines: Sequence[Omtrek]) -> int:
    for row in (*maps, *outlines):
        row.delete()
    files.discard([kaart.file for kaart in maps])
    return len(maps) + len(outlines)


def _draw_map(key: str, wards: Sequence[Ward], old: Kaart | None) -> bool:
    gemeente = wards[0].wijk.gemeente if key != CITY else ""
    source = _hash([gemeente, *(ward.source(with_number=True) for ward in wards)])
    if old is not None and old.source_hash == source:
        return False
    svg = draw_map(list(_shapes(wards)), map_title(gemeente))
    fields = {"gemeente": gemeente, **_fields(files.MAPS, key, svg, source)}
    Kaart.objects.update_or_create(key=key, defaults=fields)
    _discard_old(old, fields["file"])
    return True


def _draw_outline(ward: Ward, old: Omtrek | None) -> bool:
    source = _hash(ward.source(with_number=False))
    if old is not None and old.source_hash == source:
        if old.number != ward.number:
            Omtrek.objects.filter(pk=old.pk).update(number=ward.number)
        return False
    [shape] = _shapes([ward])
    fields = _fields(files.OUTLINES, ward.wijk.code, draw_outline(shape), source)
    with transaction.atomic():
        # The ward may have been removed while its outline was drawn.
        if not Wijk.objects.select_for_update().filter(pk=ward.wijk.pk).exists():
            return False
        Omtrek.objects.update_or_create(
            wijk_id=ward.wijk.pk, defaults={**fields, "number": ward.number}
        )
    _discard_old(old, fields["file"])
    return True


def _fields(folder: str, name: str, svg: Svg, source: str) -> dict[str, object]:
    return {
        "file": files.keep(folder, name, svg.text),
        "width": svg.width,
        "height": svg.height,
        "source_hash": source,
    }


def _discard_old(old: Kaart | Omtrek | None, new: object) -> None:
    if old is not None and old.file != new:
        files.discard([old.file])


def _shapes(wards: Sequence[Ward]) -> Iterator[WardShape]:
    for ward in wards:
        wijk, shape = ward.wijk, read_shape(ward.wijk.boundary)
        if shape is not None:
            yield WardShape(ward.number, wijk.name, wijk.palette, wijk.status, shape)


def _hash(source: object) -> str:
    return sha256(json.dumps([EDITION, source], sort_keys=True).encode()).hexdigest()
