from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class QuoteBlock(blocks.StructBlock):
    """Words of a resident, with who said them."""

    quote = blocks.TextBlock(label=_("citaat"), max_length=400)
    source = blocks.CharBlock(
        label=_("van wie"),
        required=False,
        max_length=120,
        help_text=_("Bijvoorbeeld: 'Ria, chauffeur van de bus'. Vraag altijd of het mag."),
    )

    class Meta:
        icon = "openquote"
        label = _("Citaat")
        template = "blocks/quote.html"
