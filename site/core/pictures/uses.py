"""In which sizes a picture is needed: told by the fields and blocks that hold it."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex

# The picture of a page stands in its head, on its card and in shared links.
OF_A_PAGE = frozenset({"photo", "card", "social"})
ELSEWHERE = frozenset({"photo"})

_USES: dict[str, frozenset[str]] = {
    "gallery": frozenset({"gallery", "large"}),
    "contact": frozenset({"portrait"}),
}


def register_use(name: str, *presets: str) -> None:
    """Say in which sizes pictures within a field, relation or block of this name are shown."""
    _USES[name] = frozenset(presets)


def presets_for(model_path: str) -> frozenset[str]:
    """The sizes for a place as the reference index writes it, such as 'body.gallery.image'."""
    if model_path == "image":
        return OF_A_PAGE
    for name in model_path.split("."):
        if name in _USES:
            return _USES[name]
    return ELSEWHERE


def uses_of_page(page: Page) -> dict[int, set[str]]:
    """The pictures of a page, and the sizes in which it shows them."""
    specific = page.specific
    # Wagtail brings its index up to date in a task that may come after ours.
    ReferenceIndex.create_or_update_for_object(specific)
    return _by_picture(ReferenceIndex.get_references_for_object(specific))


def uses_of_pictures(pks: Iterable[int] | None = None) -> dict[int, set[str]]:
    """The sizes in which pictures (None: all of them) are shown anywhere."""
    rows = ReferenceIndex.objects.all()
    if pks is not None:
        rows = rows.filter(to_object_id__in=[str(pk) for pk in pks])
    return _by_picture(rows)


def _by_picture(rows: object) -> dict[int, set[str]]:
    pictures = ContentType.objects.get_for_model(get_image_model())
    found: dict[int, set[str]] = {}
    pairs = rows.filter(to_content_type=pictures).values_list("to_object_id", "model_path")  # type: ignore[attr-defined]
    for pk, model_path in pairs.distinct():
        found.setdefault(int(pk), set()).update(presets_for(model_path))
    return found
