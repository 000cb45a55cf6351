from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock


class StoryImageBlock(blocks.StructBlock):
    """A picture within a story, with its text for who cannot see it."""

    image = ImageBlock(label=_("foto"))
    caption = blocks.CharBlock(
        label=_("bijschrift"),
        required=False,
        max_length=200,
        help_text=_("Bijvoorbeeld: 'De eerste rit, vrijdag 3 april.'"),
    )

    class Meta:
        icon = "image"
        label = _("Foto")
        template = "blocks/image.html"
