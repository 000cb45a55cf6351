from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .groups import PICTURES
from .picture import PictureBlock
from .sample import SamplePicture


class StoryImageBlock(blocks.StructBlock):
    """A picture within a story, with its text for who cannot see it."""

    image = PictureBlock(label=_("foto"))
    caption = blocks.CharBlock(
        label=_("bijschrift"),
        required=False,
        max_length=200,
        help_text=_("Bijvoorbeeld: 'De eerste rit, vrijdag 3 april.'"),
    )

    class Meta:
        icon = "image"
        label = _("Foto")
        description = _("Eén foto over de hele breedte, met een bijschrift als je wilt.")
        group = PICTURES
        template = "blocks/image.html"
        preview_value = {
            "image": SamplePicture("bomen", "Buren planten een boom langs de kade."),
            "caption": _("De eerste boom staat, zaterdag 14 maart."),
        }
