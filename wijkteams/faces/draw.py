"""Draw the faces that changed. Repeatable: a second time does nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256

from django.core.files.storage import default_storage
from django.db import transaction
from wagtail.models import Locale

from core import page_cache
from core.models import StadInstellingen
from wijkteams.maps import files
from wijkteams.maps.shapes import read_shape
from wijkteams.models import Gezicht, Wijk
from wijkteams.palettes import DEFAULT_PALETTE
from wijkteams.wards import public_ward_pages

from .card import Ground, draw_card
from .icon import icon_png, icon_svg

EDITION = 1  # one more when the drawings change their looks: all are then drawn anew
AT_ONCE = 50  # wards in one task: mail waits no longer than it takes to draw these
SMALL, TOUCH = 32, 180


def draw_faces(at_most: int = AT_ONCE) -> bool:
    """Draw the faces of wards and city that changed; says whether there are more to draw."""
    stad = StadInstellingen.objects.first()
    below = f"{stad.site_naam} {stad.stad}".strip() if stad else ""
    wijken = _public_wards()
    for face in Gezicht.objects.exclude(wijk__in=wijken):
        face.delete()
    changed = [(wijk, source) for wijk in wijken if (source := _changed(wijk, below))]
    for wijk, source in changed[:at_most]:
        _draw_ward(wijk, below, source)
    if stad is not None:
        _draw_city(stad, wijken)
    return len(changed) > at_most


def _public_wards() -> list[Wijk]:
    """With what tells whether they changed, and without their long boundaries."""
    pages = public_ward_pages(Locale.get_default()).select_related("wijk__omtrek", "wijk__gezicht")
    return [page.wijk for page in pages.defer("wijk__boundary")]


def _changed(wijk: Wijk, below: str) -> str:
    """What the face of a ward would be made from; empty when it was made from that."""
    source = _hash([wijk.code, wijk.name, wijk.palette, _land_of(wijk), below])
    face = getattr(wijk, "gezicht", None)
    return source if face is None or face.source_hash != source else ""


def _draw_ward(wijk: Wijk, below: str, source: str) -> None:
    boundary = read_shape(wijk.boundary) if _land_of(wijk) else None
    palette, name = wijk.palette, wijk.code
    grounds = [Ground(boundary, palette)] if boundary is not None else []
    small = icon_png(palette, boundary, SMALL, round_off=True)
    touch = icon_png(palette, boundary, TOUCH, round_off=False)
    drawn = {
        "icon": files.keep(files.FACES, f"{name}-icoon", icon_svg(palette, boundary)),
        "small_icon": files.keep(files.FACES, f"{name}-{SMALL}", small),
        "touch_icon": files.keep(files.FACES, f"{name}-{TOUCH}", touch),
        "card": files.keep(
            files.FACES, f"{name}-kaart", draw_card(wijk.name, below, palette, grounds)
        ),
    }
    with transaction.atomic():
        # The ward may have been removed while its face was drawn.
        if not Wijk.objects.select_for_update().filter(pk=wijk.pk).exists():
            return
        old = Gezicht.objects.filter(wijk_id=wijk.pk).first()
        Gezicht.objects.update_or_create(wijk_id=wijk.pk, defaults={**drawn, "source_hash": source})
    if old is not None:
        files.discard(set(old.files) - set(drawn.values()))


def _draw_city(stad: StadInstellingen, wijken: Sequence[Wijk]) -> None:
    """The card of the city: its name, and its wards in their colours."""
    of_city = [wijk for wijk in wijken if wijk.gemeente.casefold() == stad.stad.casefold()]
    shown = [wijk for wijk in of_city or wijken if _land_of(wijk)]
    source = _hash([stad.stad, stad.site_naam, [[w.palette, _land_of(w)] for w in shown]])[:16]
    if f"-{source}-" in stad.social_card and default_storage.exists(stad.social_card):
        return
    shapes = [(wijk.palette, read_shape(wijk.boundary)) for wijk in shown]
    grounds = [Ground(shape, palette) for palette, shape in shapes if shape is not None]
    name, below = (stad.stad, stad.site_naam) if stad.stad else (stad.site_naam, "")
    card = draw_card(name, below, DEFAULT_PALETTE, grounds)
    place = files.keep(files.FACES, f"stad-{source}", card)
    StadInstellingen.objects.filter(pk=stad.pk).update(social_card=place)
    page_cache.drop_all("the card of the city was drawn")
    if stad.social_card and stad.social_card != place:
        files.discard([stad.social_card])


def _land_of(wijk: Wijk) -> str:
    """What stands for the boundary: the hash of its outline; empty while there is none."""
    omtrek = getattr(wijk, "omtrek", None)
    return omtrek.source_hash if omtrek else ""


def _hash(source: object) -> str:
    return sha256(json.dumps([EDITION, source]).encode()).hexdigest()
