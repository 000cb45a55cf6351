"""A picture as a page shows it: addresses, sizes, and the text instead of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch
from wagtail.images import get_image_model
from wagtail.images.models import Filter, SourceImageIOError

from core.page_cache import shows
from core.pictures.presets import PRESETS, Preset
from core.pictures.tasks import ask_for_renditions

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from wagtail.images.models import AbstractRendition


@dataclass(frozen=True)
class Source:
    """One format: its mime type and, for each width, an address."""

    type: str
    srcset: str


@dataclass(frozen=True)
class Picture:
    """What <picture> and <img> need; without sources it is one plain picture."""

    url: str
    width: int
    height: int
    alt: str
    sources: tuple[Source, ...] = ()
    sizes: str = ""


def picture_of(image: Any, preset: str, alt: str | None = None) -> Picture | None:
    """A picture in the sizes of a preset; None without one, or when its original is broken.

    None as well when it may not be shown today: this is the last wall, whatever door a page came
    to be published by, and it needs no clock to run at midnight.

    Shows what was made beforehand. If there is nothing yet (a preview, a picture of before an
    update) only the quick one is made here, and the others are asked for.
    """
    if image is None or is_withheld(image):
        return None
    shows(f"beeld:{image.pk}")
    wanted = PRESETS[preset]
    found = renditions_of(image, wanted.all_specs())
    if not found:
        try:
            found = {wanted.fallback: image.get_rendition(wanted.fallback)}
        except SourceImageIOError:
            return None
        ask_for_renditions(image.pk, preset)
    return _shown(wanted, found, own_alt(image) if alt is None else alt)


def made_picture(image: Any, preset: str, alt: str) -> Picture | None:
    """As `picture_of`, but of what is there already: makes nothing and asks for nothing."""
    if image is None or is_withheld(image):
        return None
    shows(f"beeld:{image.pk}")
    wanted = PRESETS[preset]
    found = renditions_of(image, wanted.all_specs())
    return _shown(wanted, found, alt) if found else None


def _shown(wanted: Preset, found: dict[str, AbstractRendition], alt: str) -> Picture:
    shown = found.get(wanted.fallback) or next(iter(found.values()))
    return Picture(
        url=shown.url,
        width=shown.width,
        height=shown.height,
        alt=alt,
        sources=tuple(_sources(wanted, found)),
        sizes=wanted.sizes,
    )


def is_withheld(image: Any) -> bool:
    """Whether the picture itself says that no page may show it today."""
    return bool(getattr(image, "is_withheld", False))


def own_alt(image: Any) -> str:
    """The text that was typed where the picture stands, else the one of the picture itself."""
    return "" if image.decorative else image.contextual_alt_text or image.description


def _sources(wanted: Preset, found: dict[str, AbstractRendition]) -> list[Source]:
    sources = []
    for kind in wanted.formats:
        # A small original gives the same width twice: named once.
        by_width = {found[s].width: found[s].url for s in wanted.specs(kind) if s in found}
        if by_width:
            srcset = ", ".join(f"{url} {width}w" for width, url in by_width.items())
            sources.append(Source(f"image/{kind}", srcset))
    return sources


def renditions_of(image: Any, specs: list[str]) -> dict[str, AbstractRendition]:
    """Those of these renditions that exist, from one query for all renditions of the picture.

    Wagtail's own search would look in the cache too, which here is a file for each.
    """
    if image._get_prefetched_renditions() is None:
        image.prefetched_renditions = list(image.renditions.all())
    found = image.find_existing_renditions(*map(_filter, specs))
    return {filter_.spec: rendition for filter_, rendition in found.items()}


@lru_cache(maxsize=64)
def _filter(spec: str) -> Filter:
    """Wagtail works out anew what a spec means for each picture: half of what a list costs."""
    return Filter(spec=spec)


def with_renditions(rows: QuerySet[Any], preset: str, field: str = "image") -> QuerySet[Any]:
    """Fetch the pictures of these rows along, with what a preset needs: a query more in all."""
    specs = PRESETS[preset].all_specs()
    renditions = get_image_model().get_rendition_model().objects.filter(filter_spec__in=specs)
    found = Prefetch(f"{field}__renditions", queryset=renditions, to_attr="prefetched_renditions")
    return rows.select_related(field).prefetch_related(found)
