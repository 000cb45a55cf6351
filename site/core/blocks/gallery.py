from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .counted import CountedListBlock
from .groups import PICTURES
from .picture import PictureBlock
from .sample import SamplePicture


class GalleryItemBlock(blocks.StructBlock):
    """One picture of a gallery."""

    image = PictureBlock(label=_("foto"))
    caption = blocks.CharBlock(
        label=_("bijschrift"),
        required=False,
        max_length=120,
        help_text=_("Bijvoorbeeld: 'De buren van nummer 12.'"),
    )

    class Meta:
        icon = "image"
        label = _("Foto")


def _preview() -> dict[str, Any]:
    party = SamplePicture("straatfeest", "Lange tafels op straat, met slingers.")
    trees = SamplePicture("bomen", "Buren planten een boom langs de kade.")
    return {
        "title": _("Het straatfeest in beeld"),
        "items": [
            {"image": party, "caption": _("De tafels staan klaar.")},
            {"image": trees, "caption": ""},
            {"image": trees, "caption": _("Een boom als cadeau.")},
            {"image": party, "caption": ""},
        ],
    }


class GalleryBlock(blocks.StructBlock):
    """Pictures side by side; each opens in large, without any script."""

    title = blocks.CharBlock(
        label=_("kop"),
        required=False,
        max_length=120,
        help_text=_("Bijvoorbeeld: 'Het straatfeest in beeld'."),
    )
    items = CountedListBlock(
        GalleryItemBlock(),
        label=_("foto's"),
        min_num=2,
        max_num=24,
        help_text=_("Van 2 tot 24 foto's. Eén foto? Kies dan het blok Foto."),
    )

    class Meta:
        icon = "grid"
        label = _("Fotogalerij")
        description = _("Twee tot 24 foto's naast elkaar. Wie op een foto klikt, ziet hem groot.")
        group = PICTURES
        template = "blocks/gallery.html"
        preview_value = staticmethod(_preview)
