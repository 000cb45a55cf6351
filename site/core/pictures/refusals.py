"""Pictures that a page may not be published with; a picture says so itself (`refusal`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex


def refused_pictures(page: Page, *, lines: bool = False) -> Iterator[tuple[str, str]]:
    """The fields of a page that hold such a picture, and why, with its title.

    With `lines` those in its lines too, such as members of a team: in the CMS each has its form.
    """
    places = _pictures_in(page, lines=lines)
    shown = _shown_already(page) if places else set()
    for image in get_image_model().objects.filter(pk__in=places):
        reason = _refusal(image, shown)
        if reason:
            yield places[image.pk], reason


def refusal_of(page: Page, image: Any) -> str:
    """Why this one picture may not be on the page; empty when it may."""
    return _refusal(image, _shown_already(page)) if hasattr(image, "refusal") else ""


def _refusal(image: Any, shown: set[int]) -> str:
    # What the public sees already may stay, unless it is kept back there as well.
    if image.pk in shown and not image.is_withheld:
        return ""
    reason: str = image.refusal()
    return f"{image.title}: {reason}" if reason else ""


def _shown_already(page: Page) -> set[int]:
    live = type(page).objects.filter(pk=page.pk, live=True).first() if page.pk else None
    return set() if live is None else set(_pictures_in(live, lines=True))


def _pictures_in(page: Page, *, lines: bool = False) -> dict[int, str]:
    """The numbers of pictures, each with the field that holds it; lines have forms of their own."""
    pictures = ContentType.objects.get_for_model(get_image_model()).pk
    of_lines = {relation.get_accessor_name() for relation in type(page)._meta.related_objects}
    found: dict[int, str] = {}
    for kind, pk, path, _content in ReferenceIndex._extract_references_from_object(page):
        name = path.partition(".")[0]
        if kind == pictures and (lines or name not in of_lines):
            found.setdefault(int(pk), name)
    return found
