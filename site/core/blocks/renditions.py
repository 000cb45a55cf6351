"""The sizes of all pictures of a story in one query, however many there are."""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage

from .at_hand import pictures_at_hand


def pictures_in(value: Any) -> Iterator[AbstractImage]:
    """All pictures within the value of a block."""
    if isinstance(value, AbstractImage):
        yield value
    elif isinstance(value, StructValue):
        for part in value.values():
            yield from pictures_in(part)
    elif isinstance(value, ListValue):
        for part in value:
            yield from pictures_in(part)
    elif isinstance(value, StreamValue):
        for child in value:
            yield from pictures_in(child.value)


def fetch_renditions(pictures: Iterable[AbstractImage]) -> None:
    """Give each picture the renditions that exist of it.

    By hand and not by prefetch_related_objects: a picture that stands on a page twice has two
    texts, so each rendition must point back at the very object that it is shown for.
    """
    shown = [p for p in pictures if p.pk and p._get_prefetched_renditions() is None]
    if not shown:
        return
    rows = get_image_model().get_rendition_model().objects
    by_picture: dict[int, list[Any]] = defaultdict(list)
    for rendition in rows.filter(image_id__in={picture.pk for picture in shown}):
        by_picture[rendition.image_id].append(rendition)
    given: set[int] = set()
    for picture in shown:
        own = by_picture[picture.pk]
        if picture.pk in given:
            own = [_copied(rendition) for rendition in own]
        given.add(picture.pk)
        for rendition in own:
            rendition.image = picture
        picture.prefetched_renditions = own


def fetch_together(own: AbstractImage | None, others: list[AbstractImage], body: Any) -> None:
    """Fetch what a page shows of pictures: one query for those in its text, one for all sizes.

    Its own alone is left until it is asked for: a front page may never show it. A text that was
    seen to before is left as it is.
    """
    shown = [picture for picture in others if picture is not None]
    if isinstance(body, StreamValue) and not hasattr(body, "pictures_are_fetched"):
        with pictures_at_hand(list(body.raw_data)):
            shown += pictures_in(body)
        body.pictures_are_fetched = True
    if shown:
        fetch_renditions([*shown, *([own] if own is not None else [])])


def _copied(rendition: Any) -> Any:
    copied = copy.copy(rendition)
    copied._state = copy.copy(rendition._state)
    copied._state.fields_cache = {}
    return copied
