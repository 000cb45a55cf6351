from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class TextBlock(blocks.StructBlock):
    """Running text with headings, lists and links."""

    text = blocks.RichTextBlock(
        label=_("tekst"),
        features=["h2", "h3", "bold", "italic", "link", "ol", "ul", "document-link"],
        help_text=_("Houd zinnen kort: één boodschap per zin."),
    )

    class Meta:
        icon = "pilcrow"
        label = _("Tekst")
        template = "blocks/text.html"
