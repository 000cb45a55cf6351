"""The offer of a newsletter, as a block that any page may hold.

Loaded while models are (see STORY_BLOCKS in the settings): it looks at no model before it is shown.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.groups import WAYS_ON


class NieuwsbriefAanmeldBlock(blocks.StructBlock):
    """A button to the form of the ward to which the page belongs."""

    title = blocks.CharBlock(
        label=_("kop"),
        required=False,
        max_length=100,
        help_text=_("Bijvoorbeeld: 'Elke twee weken het nieuws in uw mail'."),
    )
    text = blocks.TextBlock(
        label=_("tekst"),
        required=False,
        max_length=300,
        help_text=_("Wat krijgt de lezer? Bijvoorbeeld: 'Nieuws, de agenda en een recept.'"),
    )

    class Meta:
        icon = "mail"
        label = _("Nieuwsbrief")
        description = _("Een knop waarmee lezers de nieuwsbrief van je wijk aanvragen.")
        group = WAYS_ON
        template = "nieuws/abonneren/block.html"
        preview_value = {
            "title": _("Elke twee weken het nieuws in uw mail"),
            "text": _("Nieuws, de agenda en een recept van een buur."),
        }

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        from nieuws.abonneren.front_part import offer_url

        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        page = context.get("page")
        url = offer_url(getattr(page, "wijk", None), get_language() or "nl")
        return {**context, "url": url}
