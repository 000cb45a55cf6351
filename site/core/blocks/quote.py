from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .groups import WORDS


class QuoteBlock(blocks.StructBlock):
    """Words of a resident, with who said them."""

    quote = blocks.TextBlock(
        label=_("citaat"),
        max_length=400,
        help_text=_(
            "Zonder aanhalingstekens. Bijvoorbeeld: 'Sinds de bus rijdt, zie ik mijn zus weer.'"
        ),
    )
    source = blocks.CharBlock(
        label=_("van wie"),
        required=False,
        max_length=120,
        help_text=_("Bijvoorbeeld: 'Ria, chauffeur van de bus'. Vraag altijd of het mag."),
    )

    class Meta:
        icon = "openquote"
        label = _("Citaat")
        description = _("Wat een bewoner zei, groot in beeld.")
        group = WORDS
        template = "blocks/quote.html"
        preview_value = {
            "quote": _("Sinds de bus rijdt, zie ik mijn zus weer elke week."),
            "source": _("Ria, chauffeur van de bus"),
        }
