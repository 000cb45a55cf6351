from __future__ import annotations

from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import expand_db_html

from .groups import WORDS
from .headings import HeadingOrder


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
        description = _("Gewone tekst, met koppen, lijsten en links.")
        group = WORDS
        template = "blocks/text.html"
        preview_value = {
            "text": _(
                "<h2>De bus rijdt weer</h2><p>Vanaf vrijdag 3 april rijdt de bus naar de markt. "
                "Iedereen kan mee.</p><ul><li>Vertrek: 9.30 uur bij De Kajuit</li>"
                "<li>Terug: 11.30 uur vanaf de markt</li></ul>"
            )
        }

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        order = context.get("heading_order") or HeadingOrder()
        text = value.get("text")
        html = expand_db_html(order.mend(text.source)) if text else ""
        return {**context, "html": SafeString(html)}
