from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .groups import WORDS


class CalloutBlock(blocks.StructBlock):
    """A short notice that stands out from the text, such as a changed address."""

    kind = blocks.ChoiceBlock(
        label=_("soort"),
        choices=[("info", _("Ter informatie")), ("warning", _("Let op"))],
        default="info",
        search_index=False,
        help_text=_("'Let op' valt het meest op. Bijvoorbeeld voor een afgesloten straat."),
    )
    title = blocks.CharBlock(
        label=_("kop"),
        required=False,
        max_length=120,
        help_text=_("Bijvoorbeeld: 'Ander adres'."),
    )
    text = blocks.RichTextBlock(
        label=_("tekst"),
        features=["bold", "link"],
        help_text=_("Bijvoorbeeld: 'Het spreekuur is deze week in De Kajuit.'"),
    )

    class Meta:
        icon = "info-circle"
        label = _("Kader")
        description = _("Een kort bericht dat opvalt, zoals een ander adres of een andere tijd.")
        group = WORDS
        template = "blocks/callout.html"
        preview_value = {
            "kind": "warning",
            "title": _("Ander adres"),
            "text": _("<p>Het spreekuur is deze week in <b>De Kajuit</b>, Kade 4.</p>"),
        }
