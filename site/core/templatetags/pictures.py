"""Pictures in templates; used by components/picture.html."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from core.pictures import Picture, own_alt
from core.pictures import picture_of as find_picture

if TYPE_CHECKING:
    from wagtail.images.models import AbstractImage

register = template.Library()


@register.simple_tag
def picture_of(
    image: AbstractImage | None, preset: str = "", alt: str = "", *, decorative: bool = False
) -> Picture | None:
    """A picture in the sizes of a preset ('photo' without one).

    The text instead of it: the given one, else the one that was typed where it stands, else its
    description. `decorative`: none, since the words beside it say the same.
    """
    if not image:
        return None
    return find_picture(image, preset or "photo", "" if decorative else alt or own_alt(image))
