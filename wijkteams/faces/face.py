"""The face of a ward, as the head of its pages refers to it."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.files.storage import default_storage

from wijkteams.models import Wijk
from wijkteams.palettes import verf_of


@dataclass(frozen=True)
class Face:
    """Addresses of the drawings, and the name that goes with them."""

    name: str
    icon: str
    small_icon: str
    touch_icon: str
    card: str
    light: str
    dark: str
    "Colours around the page, as some browsers show them, in light and dark."


def face_of(wijk: Wijk) -> Face | None:
    """The face of a ward; None as long as it was not drawn, the site's own is shown then."""
    stored = getattr(wijk, "gezicht", None)
    if stored is None:
        return None
    verf = verf_of(wijk.palette)
    icon, small_icon, touch_icon, card = map(default_storage.url, stored.files)
    return Face(
        name=wijk.name,
        icon=icon,
        small_icon=small_icon,
        touch_icon=touch_icon,
        card=card,
        light=verf.middle,
        dark=verf.deep,
    )
