from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class CalloutBlock(blocks.StructBlock):
    """A short notice that stands out from the text, such as a changed address."""

    kind = blocks.ChoiceBlock(
        label=_("soort"),
        choices=[("info", _("Ter informatie")), ("warning", _("Let op"))],
        default="info",
    )
    title = blocks.CharBlock(label=_("kop"), required=False, max_length=120)
    text = blocks.RichTextBlock(label=_("tekst"), features=["bold", "link"])

    class Meta:
        icon = "info-circle"
        label = _("Kader")
        template = "blocks/callout.html"
