"""Shows the quick poll of the demo on other pages (requirement S16)."""

from __future__ import annotations

from wagtail.models import Page

from enquetes.models import EnquetePage


def show_on(page: EnquetePage, slugs: list[str]) -> None:
    """Below the story of these pages of the same ward."""
    ward = page.get_ancestors().get(depth=page.depth - 2)
    for found in Page.objects.descendant_of(ward, inclusive=True).filter(slug__in=slugs).specific():
        found.body.append(("peiling", {"enquete": page}))
        found.save_revision(user=page.owner).publish()
