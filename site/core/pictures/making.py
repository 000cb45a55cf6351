"""Makes the renditions that pages are going to show."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from wagtail.images import get_image_model
from wagtail.images.models import SourceImageIOError
from wagtail.models import Page

from core.pictures.picture import is_withheld, renditions_of
from core.pictures.presets import PRESETS
from core.pictures.tasks import ask_for_renditions
from core.pictures.uses import uses_of_page, uses_of_pictures

logger = logging.getLogger(__name__)


def make(pk: int, presets: Iterable[str]) -> int:
    """Make what is missing of one picture, one at a time; gives back how many were made."""
    image = get_image_model().objects.filter(pk=pk).first()
    if image is None or is_withheld(image):  # removed in the meantime, or not to be shown
        return 0
    missing = missing_specs(image, presets)
    try:
        for spec in missing:
            image.get_rendition(spec)
    except SourceImageIOError:
        logger.warning("The original of picture %d cannot be read.", pk)
        return 0
    return len(missing)


def missing_specs(image: object, presets: Iterable[str]) -> list[str]:
    """What was not made yet for the focal point that the picture has now."""
    wanted = [spec for name in sorted(presets) for spec in PRESETS[name].all_specs()]
    found = renditions_of(image, wanted)
    return [spec for spec in dict.fromkeys(wanted) if spec not in found]


def ask_for_page(pk: int) -> None:
    """Ask for what is missing of the pictures on a page: a task for each."""
    page = Page.objects.filter(pk=pk).first()
    if page is not None:
        _ask(uses_of_page(page))


def ask_for_missing(pks: Iterable[int] | None = None) -> int:
    """The same for these pictures, or for all that are used; gives back how many lack something."""
    return _ask(uses_of_pictures(pks))


def _ask(uses: dict[int, set[str]]) -> int:
    incomplete = [pk for pk, presets in uses.items() if _is_incomplete(pk, presets)]
    for pk in incomplete:
        ask_for_renditions(pk, *uses[pk])
    return len(incomplete)


def _is_incomplete(pk: int, presets: set[str]) -> bool:
    image = get_image_model().objects.filter(pk=pk).first()
    return image is not None and not is_withheld(image) and bool(missing_specs(image, presets))
